/** `exit-lens ast`: the syntax tree, as CPython's `ast.dump` prints it. */
import { dump } from '../engine/syntax/dump.ts';
import type { LineIndex } from '../engine/syntax/lines.ts';
import { parse } from '../engine/syntax/parse.ts';
import type { SyntaxProblem } from '../engine/syntax/problems.ts';
import { decodeFile } from './files.ts';
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
  const decoded = decodeFile(file);
  if ('fault' in decoded) {
    write('stderr', `  File "${file}", line 0\nSyntaxError: ${decoded.fault}\n`);
    return 1;
  }
  const { tree, errors, lines } = parse(decoded.text, version);
  const [error] = errors;
  if (error !== undefined) {
    write('stderr', shown(file, error, lines));
    return 1;
  }
  write('stdout', `${dump(tree, lines, version)}\n`);
  return 0;
}

/** The error as CPython prints it: the first is the only one it gives. */
function shown(file: string, { kind, message, lineno, offset, end_lineno, end_offset }: SyntaxProblem, lines: LineIndex): string {
  const last = `${kind}: ${message}\n`;
  const head = `  File "${file}", line ${lineno}\n`;
  if (kind === 'MemoryError' || lineno > lines.count) return head + last;
  const whole = [...lines.text(lineno).replace(/^\ufeff/, '')];
  const text = whole.join('').replace(/^[ \t\f]+/, '');
  const indent = whole.length - [...text].length;
  const first = Math.min(offset - 1, whole.length) - indent;
  const end = end_lineno > lineno ? whole.length - indent : Math.min(end_offset - 1, whole.length + 1) - indent;
  const carets = first < 0 ? '' : `    ${' '.repeat(first)}${'^'.repeat(Math.max(end - first, 1))}\n`;
  return `${head}    ${text.trimEnd()}\n${carets}${last}`;
}
