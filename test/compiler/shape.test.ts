import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CodeData } from '../../server/src/engine/compiler/code.ts';
import { compileModule } from '../../server/src/engine/compiler/compile.ts';
import { instructionsOf } from '../../server/src/engine/compiler/disassemble.ts';
import { argumentOf, opcodeOf } from '../../server/src/engine/compiler/opcodes.ts';
import { stackEffect } from '../../server/src/engine/compiler/stack.ts';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';

const VERSIONS = ['3.11', '3.12', '3.13', '3.14', '3.15'] as const;
const JUMPS = new Set([
  'JUMP', 'JUMP_BACKWARD', 'POP_JUMP_IF_FALSE', 'POP_JUMP_IF_TRUE', 'POP_JUMP_IF_NONE', 'POP_JUMP_IF_NOT_NONE', 'FOR_ITER', 'SEND',
]);
const ENDS = new Set(['JUMP', 'JUMP_BACKWARD', 'RETURN_VALUE', 'RETURN_CONST', 'RAISE_VARARGS', 'RERAISE', 'UNSUPPORTED']);

function compile(source: string, version: PythonVersion = '3.13'): CodeData {
  const { tree, errors } = parse(source, version);
  expect(errors).toEqual([]);
  const compilation = compileModule(tree, source, 'shape.py', version);
  expect(compilation.errors).toEqual([]);
  return compilation.code;
}

const names = (code: CodeData): string[] =>
  instructionsOf(code).map((one) => (one.meaning === '' ? one.name : `${one.name} ${one.meaning}`));

function codes(code: CodeData): CodeData[] {
  return [code, ...code.constants.flatMap((constant) => (constant.type === 'code' ? codes(constant.code) : []))];
}

/** Follows every path and checks that the stack has one depth at each instruction, within the size announced. */
function checkStack(code: CodeData): void {
  const instructions = instructionsOf(code);
  const depths = new Map<number, number>();
  const pending: [number, number][] = [[0, 0]];
  const reach = (index: number, depth: number): void => {
    expect(index, code.qualname).toBeLessThan(instructions.length);
    expect(depth, `${code.qualname} at ${index}`).toBeGreaterThanOrEqual(0);
    expect(depth, `${code.qualname} at ${index}`).toBeLessThanOrEqual(code.stacksize);
    const known = depths.get(index);
    if (known !== undefined) expect(depth, `${code.qualname} at ${index}`).toBe(known);
    else {
      depths.set(index, depth);
      pending.push([index, depth]);
    }
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [index, depth] = next;
    const { name, argument } = instructions[index]!;
    const op = opcodeOf(code.instructions[index]!);
    for (let i = 0; i < code.exceptionTable.length; i += 5) {
      const [start, end, handler, below, pushesIndex] = code.exceptionTable.subarray(i, i + 5);
      if (index >= start! && index < end!) reach(handler!, below! + 1 + pushesIndex!);
    }
    if (JUMPS.has(name)) reach(argument, depth + stackEffect(op, argumentOf(code.instructions[index]!), true));
    if (!ENDS.has(name)) reach(index + 1, depth + stackEffect(op, argument, false));
  }
}

test.each(VERSIONS)('the stack is balanced on every path under %s', (version) => {
  const source = readFileSync(new URL('samples/language.py', import.meta.url), 'utf8');
  for (const code of codes(compile(source, version))) checkStack(code);
});

test('names exchanged by a tuple assignment are stored in the order of CPython', () => {
  const [, code] = codes(compile('def f(a, b):\n    a, b = b, a'));
  expect(names(code!)).toEqual([
    'RESUME', 'LOAD_FAST b', 'LOAD_FAST a', 'STORE_FAST b', 'STORE_FAST a', 'RETURN_CONST None',
  ]);
});

test('with keeps its exit method on the stack', () => {
  expect(names(compile('with a: b'))).toEqual([
    'RESUME', 'LOAD_NAME a', 'BEFORE_WITH', 'POP_TOP', 'LOAD_NAME b', 'POP_TOP',
    'LOAD_CONST None', 'LOAD_CONST None', 'LOAD_CONST None', 'CALL', 'POP_TOP', 'RETURN_CONST None',
    'PUSH_EXC_INFO', 'WITH_EXCEPT_START', 'POP_JUMP_IF_TRUE', 'RERAISE',
    'POP_TOP', 'POP_EXCEPT', 'POP_TOP', 'POP_TOP', 'RETURN_CONST None',
    'COPY', 'POP_EXCEPT', 'RERAISE',
  ]);
});

test('comprehensions are functions under 3.11 and part of their surroundings later', () => {
  const source = 'def f(y):\n    return [x for x in y]';
  expect(codes(compile(source, '3.11')).map((code) => code.qualname)).toEqual(['<module>', 'f', 'f.<locals>.<listcomp>']);
  expect(codes(compile(source, '3.12')).map((code) => code.qualname)).toEqual(['<module>', 'f']);
});

test('equal constants are one object in all code objects of a module', () => {
  const [, f, g] = codes(compile('def f(): return (1, "a")\ndef g(): return (1, "a")'));
  const constantOf = (code: CodeData) => code.constants.find((constant) => constant.type === 'tuple');
  expect(constantOf(f!)).toBe(constantOf(g!));
  const [, h] = codes(compile('def h(): return 1, 1.0, True, 0.0, -0.0'));
  expect(h!.constants.find((constant) => constant.type === 'tuple')).toMatchObject({
    items: [{ type: 'int' }, { type: 'float' }, { type: 'True' }, { value: 0 }, { value: -0 }],
  });
});

test('a local that may have no value is checked, one that surely has is not', () => {
  const [, code] = codes(compile('def f(a):\n    if a:\n        b = 1\n    b\n    b\n    del a\n    a'));
  expect(names(code!).filter((name) => name.startsWith('LOAD_FAST'))).toEqual([
    'LOAD_FAST_CHECK a', 'LOAD_FAST_CHECK b', 'LOAD_FAST b', 'LOAD_FAST_CHECK a',
  ]);
});

test('a lazy import binds its name without an import', () => {
  const source = 'x = 1\nlazy import y.z\nlazy from a import b as c';
  const { tree } = parse(source, '3.15');
  const { code, unsupported } = compileModule(tree, source, 'shape.py', '3.15');
  expect(unsupported).toEqual([]);
  expect(names(code).filter((name) => /IMPORT|STORE/.test(name))).toEqual([
    'STORE_NAME x', 'IMPORT_LAZILY y.z', 'STORE_NAME y', 'IMPORT_LAZILY a', 'STORE_NAME c',
  ]);
});
