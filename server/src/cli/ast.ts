/** `exit-lens ast`: the syntax tree, as CPython's `ast.dump` prints it. */
import { dump } from '../engine/syntax/dump.ts';
import { parse } from '../engine/syntax/parse.ts';
import { readSource } from './files.ts';
import { onlyFile, pythonVersion, readArguments } from './options.ts';
import { write } from './output.ts';
import { usage } from './usage.ts';

export function ast(args: readonly string[]): number {
  const options = readArguments(args, { python: { type: 'string' } });
  if (options.help) {
    write('stdout', usage.ast);
    return 0;
  }
  const file = onlyFile(options);
  const version = pythonVersion(options);
  const { tree, errors, lines } = parse(readSource(file), version);
  for (const { kind, message, lineno } of errors) write('stderr', `${file}:${lineno}: ${kind}: ${message}\n`);
  if (errors.length > 0) return 1;
  write('stdout', `${dump(tree, lines, version)}\n`);
  return 0;
}
