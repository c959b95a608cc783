import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CodeData } from '../../server/src/engine/compiler/code.ts';
import { compileModule } from '../../server/src/engine/compiler/compile.ts';
import { instructionsOf } from '../../server/src/engine/compiler/disassemble.ts';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { LineIndex } from '../../server/src/engine/syntax/lines.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';
import recorded from './positions.json' with { type: 'json' };

/** What an instruction does, in the words of the record. */
const KINDS: Readonly<Record<string, string>> = {
  LOAD_NAME: 'name', LOAD_GLOBAL: 'name', LOAD_ATTR: 'attribute', LOAD_METHOD: 'attribute', STORE_ATTR: 'set',
  DELETE_ATTR: 'delete', BINARY_SUBSCR: 'item', STORE_SUBSCR: 'set item', DELETE_SUBSCR: 'delete item',
  BINARY_OP: 'operator', COMPARE_OP: 'compare', CONTAINS_OP: 'compare', UNARY_NEGATIVE: 'unary', CALL: 'call',
  CALL_KW: 'call', CALL_FUNCTION_EX: 'call', UNPACK_SEQUENCE: 'unpack', UNPACK_EX: 'unpack', FOR_ITER: 'next',
  GET_ITER: 'iterate', BEFORE_WITH: 'with', BEFORE_ASYNC_WITH: 'with', RAISE_VARARGS: 'raise', CHECK_EXC_MATCH: 'except',
  CHECK_EG_MATCH: 'except', IMPORT_NAME: 'import', IMPORT_FROM: 'import', GET_YIELD_FROM_ITER: 'yield from',
  GET_AWAITABLE: 'await', MATCH_CLASS: 'match', MATCH_KEYS: 'match', SET_ADD: 'add', MAP_ADD: 'add',
};

const source = readFileSync(new URL('samples/language.py', import.meta.url), 'utf8');
const lines = new LineIndex(source);

function positions(code: CodeData, found: Map<string, Set<string>>): void {
  let marks = found.get(code.qualname);
  if (marks === undefined) found.set(code.qualname, (marks = new Set()));
  for (const one of instructionsOf(code)) {
    const kind = KINDS[one.name];
    if (kind === undefined) continue;
    const columns = [lines.position(one.start).utf8, lines.position(one.end).utf8];
    marks.add(JSON.stringify([kind, one.line, one.endLine, ...columns]));
  }
  for (const constant of code.constants) if (constant.type === 'code') positions(constant.code, found);
}

test.each(['3.11', '3.12', '3.13'] as const)('instructions stand where those of CPython %s do', (version) => {
  const { tree } = parse(source, version);
  const found = new Map<string, Set<string>>();
  positions(compileModule(tree, source, 'sample', version satisfies PythonVersion).code, found);
  for (const [name, marks] of Object.entries(recorded[version])) {
    const expected = marks.map((mark) => JSON.stringify(mark)).sort();
    expect([...(found.get(name) ?? [])].sort(), name).toEqual(expected);
  }
});
