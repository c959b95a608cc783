/** Prints the code object of a Python file as JSON: for on_cpython.py. Arguments: version and file. */
import { readFileSync } from 'node:fs';
import type { CodeData, Constant } from '../../server/src/engine/compiler/code.ts';
import { compileModule } from '../../server/src/engine/compiler/compile.ts';
import { instructionsOf } from '../../server/src/engine/compiler/disassemble.ts';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { LineIndex, utf8Length } from '../../server/src/engine/syntax/lines.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';

const [version, file] = process.argv.slice(2) as [PythonVersion, string];
const source = readFileSync(file, 'utf8');
const parsed = parse(source, version);
const compilation = compileModule(parsed.tree, source, file, version);
const lines = new LineIndex(source);

function plainConstant(constant: Constant): unknown {
  switch (constant.type) {
    case 'int':
      return { type: 'int', value: String(constant.value) };
    case 'float':
      return { type: 'float', value: Object.is(constant.value, -0) ? '-0.0' : String(constant.value) };
    case 'complex':
      return { type: 'complex', real: String(constant.real), imag: String(constant.imag) };
    case 'bytes':
      return { type: 'bytes', value: [...constant.value] };
    case 'str':
      return { type: 'str', value: Array.from(constant.value, (character) => character.codePointAt(0)) };
    case 'tuple':
    case 'frozenset':
      return { type: constant.type, items: constant.items.map(plainConstant) };
    case 'code':
      return { type: 'code', code: plainCode(constant.code) };
    default:
      return { type: constant.type };
  }
}

function plainCode(code: CodeData): unknown {
  const column = (line: number, offset: number): number => utf8Length(source, lines.start(line), offset);
  return {
    ...code,
    localspluskinds: [...code.localspluskinds],
    instructions: instructionsOf(code).map((one) => [
      one.name, one.argument, one.line, one.endLine, column(one.line, one.start), column(one.endLine, one.end),
    ]),
    positions: [],
    exceptionTable: [...code.exceptionTable],
    constants: code.constants.map(plainConstant),
  };
}

console.log(JSON.stringify({
  errors: [...parsed.errors, ...compilation.errors], unsupported: compilation.unsupported, code: plainCode(compilation.code),
}));
