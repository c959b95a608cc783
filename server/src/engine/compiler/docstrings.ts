import type { Stmt } from '../syntax/tree.ts';
import type { Constant } from './code.ts';
import type { Compiler } from './compiler.ts';

/** The docstring that starts a body, as the version stores it. */
export function docstringOf(c: Compiler, body: readonly Stmt[]): Constant | null {
  const first = body[0];
  if (first === undefined || first.kind !== 'Expr' || first.value.kind !== 'Constant' || first.value.value.type !== 'str') return null;
  const text = first.value.value.value;
  return c.pool.string(c.dialect.cleansDocstrings ? clean(text) : text);
}

/** Removes the indentation that all lines but the first share. Mirrors _PyCompile_CleanDoc(). */
function clean(text: string): string {
  const lines = expandTabs(text).split('\n');
  let margin = Infinity;
  for (const line of lines.slice(1)) {
    const indent = indentOf(line);
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  if (!Number.isFinite(margin)) margin = 0;
  return lines.map((line, i) => (i === 0 ? line.slice(indentOf(line)) : line.slice(Math.min(margin, indentOf(line))))).join('\n');
}

function indentOf(line: string): number {
  let i = 0;
  while (line.charCodeAt(i) === 32) i++;
  return i;
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const character of text) {
    if (character === '\t') {
      const width = 8 - (column % 8);
      result += ' '.repeat(width);
      column += width;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
