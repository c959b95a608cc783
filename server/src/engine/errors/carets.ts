import { parse } from '../syntax/parse.ts';
import type { Expr, GrammarVersion } from '../syntax/tree.ts';
import type { CaretWidth } from '../versions/errors.ts';
import { anchorsOf, lineAnchorsOf, type Anchors } from './anchors.ts';
import type { FrameSummary } from './source.ts';
import { dedent, indentAll, rightStripped } from './text.ts';
import { displayWidth } from './width.ts';

/** The source lines of a frame, with marks under the expression that failed. Every text ends in a newline or is empty. */

/** The first line alone, without its indentation. */
export const plainLine = ({ lines: [line] }: FrameSummary): string => (line === undefined ? '' : `    ${withoutIndent(line)}\n`);

const withoutIndent = (line: string): string => line.replace(/^[ \t\f]+/, '');

/** Mirrors tb_displayline(): one line; no marks where the whole line would be marked. */
export function markedByC(frame: FrameSummary, version: GrammarVersion): string {
  const text = plainLine(frame);
  if (frame.lines.length === 0 || frame.columns === null) return text;
  const line = [...frame.lines[0]!];
  const indent = line.length - [...withoutIndent(frame.lines[0]!)].length;
  const [start] = frame.columns;
  let [, end] = frame.columns;
  let anchors: readonly [number, number] | null = null;
  if (frame.lines.length === 1) anchors = lineAnchorsOf(line.slice(start, end).join(''), version);
  else end = [...frame.lines[0]!.replace(/[ \t\f]+$/, '')].length;
  if (anchors === null && end - start === line.length - indent) return text;
  const width = (from: number, to: number): number => displayWidth(line.slice(from, to), 'wide');
  const marks =
    anchors === null
      ? '^'.repeat(width(start, end))
      : '~'.repeat(width(start, start + anchors[0])) + '^'.repeat(width(start + anchors[0], start + anchors[1])) + '~'.repeat(width(start + anchors[1], end));
  return `${text}    ${' '.repeat(width(indent, start))}${marks}\n`;
}

/**
 * Mirrors StackSummary.format_frame_summary(): the first and last line of the expression and those around its anchors,
 * marked unless the marks would say nothing.
 */
export function markedByPython(frame: FrameSummary, version: GrammarVersion, width: CaretWidth): string {
  const original = frame.lines.map(rightStripped);
  if (original.every((line) => line === '')) return '';
  if (frame.columns === null) return `    ${original[0]!.trim()}\n`;
  const lines = dedent(original.join('\n')).split('\n');
  const characters = lines.map((line) => [...line]);
  const first = characters[0]!;
  const last = characters.at(-1)!;
  const originalFirst = [...original[0]!].length;
  const dedented = originalFirst - first.length;
  const start = Math.max(0, Math.min(frame.columns[0], originalFirst) - dedented);
  const end = Math.max(0, Math.min(frame.columns[1], [...original.at(-1)!].length) - dedented);
  const anchors = anchorsOf(segmentOf(characters, start, end), version);
  const marked = isWorthMarking(lines, characters, start, end, anchors, version);

  const significant = new Set([0, lines.length - 1]);
  if (anchors !== null) for (const { line } of [anchors.left, anchors.right]) for (const near of [line - 1, line, line + 1]) significant.add(near);
  const sorted = [...significant].filter((line) => line >= 0 && line < lines.length).sort((a, b) => a - b);

  const widthTo = (line: number, column: number): number => displayWidth(characters[line]!.slice(0, column), width);
  const range: MarkedRange = {
    start: widthTo(0, start),
    end: displayWidth(last.slice(0, end), width),
    left: anchors === null ? null : { line: anchors.left.line, column: widthTo(anchors.left.line, anchors.left.column + (anchors.left.line === 0 ? start : 0)) },
    right: anchors === null ? null : { line: anchors.right.line, column: widthTo(anchors.right.line, anchors.right.column + (anchors.right.line === 0 ? start : 0)) },
  };
  let result = '';
  const show = (line: number): void => {
    result += `${lines[line]!}\n`;
    if (marked) result += `${marksOf(characters, line, range, width)}\n`;
  };
  sorted.forEach((line, i) => {
    const gap = i === 0 ? 1 : line - sorted[i - 1]!;
    if (gap === 2) show(line - 1);
    else if (gap > 2) result += `...<${gap - 1} lines>...\n`;
    show(line);
  });
  return indentAll(dedent(result), '    ');
}

interface MarkedRange {
  readonly start: number;
  readonly end: number;
  readonly left: { readonly line: number; readonly column: number } | null;
  readonly right: { readonly line: number; readonly column: number } | null;
}

function marksOf(characters: readonly (readonly string[])[], line: number, { start, end, left, right }: MarkedRange, width: CaretWidth): string {
  const text = characters[line]!;
  const blank = text.findIndex((character) => character.trim() !== '');
  const indent = blank < 0 ? text.length : blank;
  const count = line === characters.length - 1 ? end : displayWidth(text, width);
  let marks = '';
  for (let column = 0; column < count; column++) {
    if (column < indent || (line === 0 && column < start)) marks += ' ';
    else if (left === null || right === null) marks += '^';
    else {
      const afterLeft = line > left.line || (line === left.line && column >= left.column);
      const beforeRight = line < right.line || (line === right.line && column < right.column);
      marks += afterLeft && beforeRight ? '^' : '~';
    }
  }
  return marks;
}

/** The expression's own text. */
function segmentOf(characters: readonly (readonly string[])[], start: number, end: number): string {
  return characters
    .map((line, i) => line.slice(i === 0 ? start : 0, i === characters.length - 1 ? end : line.length).join(''))
    .join('\n');
}

/**
 * Mirrors StackSummary._should_show_carets(): not for a statement that only returns or assigns the result of the call
 * that failed; else if there are anchors, or text beside the expression.
 */
function isWorthMarking(
  lines: readonly string[],
  characters: readonly (readonly string[])[],
  start: number,
  end: number,
  anchors: Anchors | null,
  version: GrammarVersion,
): boolean {
  const text = lines.join('\n');
  const { tree, errors, lines: index } = parse(text, version);
  if (errors.length === 0) {
    const [statement] = tree.body;
    if (statement === undefined) return false;
    let call: Expr | null = null;
    if (statement.kind === 'Return' && statement.value?.kind === 'Call' && statement.value.func.kind === 'Name') call = statement.value;
    if (statement.kind === 'Assign' && statement.value.kind === 'Call' && statement.targets.length === 1 && statement.targets[0]!.kind === 'Name') call = statement.value;
    if (call !== null) {
      const from = index.position(call.start);
      const to = index.position(call.end);
      if (from.line === 1 && to.line === lines.length && from.utf8 === start && to.utf8 === end) return false;
    }
  }
  if (anchors !== null) return true;
  const before = characters[0]!.slice(0, start).join('').trimStart();
  const after = characters.at(-1)!.slice(end).join('').trimEnd();
  return before !== '' || after !== '';
}
