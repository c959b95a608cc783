import { INT, STR, SYNTAX_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { isInstance } from '../objects/core/lookup.ts';
import { str, truth } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { errorsProfile, fieldOf } from '../objects/exceptions-base.ts';
import { SyntaxField } from '../objects/exceptions-syntax.ts';
import { utf8Length } from '../syntax/lines.ts';
import { lines, type Piece } from './piece.ts';
import { displayWidth } from './width.ts';

/** The details of a SyntaxError, as far as they are what they should be. */
interface Details {
  readonly filename: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly offset: number | null;
  readonly endOffset: number | null;
  readonly text: string | null;
}

function detailsOf(rt: Runtime, exception: Ref): Details {
  const number = (field: SyntaxField): number | null => {
    const value = fieldOf(rt, exception, field);
    return value !== NULL && rt.heap.type[value] === INT ? Number(rt.heap.payload[value]) : null;
  };
  const text = (field: SyntaxField): string | null => {
    const value = fieldOf(rt, exception, field);
    return value !== NULL && rt.heap.type[value] === STR ? rt.text(value) : null;
  };
  return {
    filename: text(SyntaxField.FILENAME),
    line: number(SyntaxField.LINENO),
    endLine: number(SyntaxField.END_LINENO),
    offset: number(SyntaxField.OFFSET),
    endOffset: number(SyntaxField.END_OFFSET),
    text: text(SyntaxField.TEXT),
  };
}

export const isSyntaxError = (rt: Runtime, exception: Ref): boolean => isInstance(rt, exception, SYNTAX_ERROR);

/** The message of a SyntaxError as text; null where it is unset or false. */
function* messageOf(rt: Runtime, exception: Ref): Steps<string | null> {
  const message = fieldOf(rt, exception, SyntaxField.MESSAGE);
  if (message === NULL || !(yield* truth(rt, message))) return null;
  const shown = yield* settle(rt, str(rt, message));
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return text;
}

/** What the printer in C writes before the last line; null where the details do not add up. Mirrors print_error_text() and its callers. */
export function syntaxPlaceByC(rt: Runtime, exception: Ref): Piece[] | null {
  const details = detailsOf(rt, exception);
  if (details.line === null) return null;
  const pieces: Piece[] = [{ text: `  File "${details.filename ?? '<string>'}", line ${details.line}\n`, margin: 'first line' }];
  if (details.text === null) return pieces;
  const isExact = rt.heap.type[exception] === SYNTAX_ERROR;
  const endLine = (isExact ? details.endLine : null) ?? details.line;
  let endOffset = (isExact ? details.endOffset : null) ?? -1;
  // The printer takes the text's size in bytes for a column.
  if (endLine > details.line) endOffset = utf8Length(details.text, 0, details.text.length);
  const offset = details.offset ?? -1;
  const carets = endOffset > 0 && endOffset > offset ? endOffset - offset : 1;
  let shown = [...details.text.replace(/^[ \t\f]+/, '')];
  let column = offset - 1 - ([...details.text].length - shown.length);
  const length = shown.at(-1) === '\n' ? shown.length - 1 : shown.length;
  column = Math.min(column, length);
  for (let end = shown.indexOf('\n'); end >= 0 && end < column; end = shown.indexOf('\n')) {
    shown = shown.slice(end + 1);
    column -= end + 1;
  }
  const line = shown.join('');
  pieces.push({ text: `    ${line}${line.endsWith('\n') ? '' : '\n'}`, margin: 'none' });
  if (column >= 0) pieces.push({ text: `    ${' '.repeat(column)}${'^'.repeat(carets)}\n`, margin: 'none' });
  return pieces;
}

/** All that traceback.py writes of a SyntaxError. Mirrors TracebackException._format_syntax_error(). */
export function* syntaxErrorByPython(rt: Runtime, exception: Ref, type: string): Steps<Piece[]> {
  const details = detailsOf(rt, exception);
  const pieces: Piece[] = [];
  if (details.line !== null) pieces.push(lines(`  File "${details.filename || '<string>'}", line ${details.line}\n`));
  const suffix = details.line === null && details.filename !== null ? ` (${details.filename})` : '';
  if (details.text !== null) pieces.push(...markedText(rt, details, details.text));
  const message = (yield* messageOf(rt, exception)) ?? '<no detail available>';
  pieces.push(lines(`${type}: ${message}${suffix}\n`));
  return pieces;
}

function markedText(rt: Runtime, details: Details, text: string): Piece[] {
  const whole = [...text];
  const right = [...text.replace(/\n+$/, '')];
  const left = [...right.join('').replace(/^[ \n\f]+/, '')];
  const shown = lines(`    ${left.join('')}\n`);
  if (details.offset === null) return [shown];
  let { offset } = details;
  let end = details.line === details.endLine ? details.endOffset || offset : right.length + 1;
  if (whole.length !== 0 && offset > whole.length) offset = right.length + 1;
  if (whole.length !== 0 && end > whole.length) end = right.length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  const spaces = right.length - left.length;
  const column = offset - 1 - spaces;
  const endColumn = end - 1 - spaces;
  if (column < 0) return [shown];
  const { caretWidth } = errorsProfile(rt).printing;
  if (caretWidth !== 'wide and combining') {
    // White space other than the blank is kept, so that the carets stand where the text does.
    const indent = left.slice(0, column).map((character) => (character.trim() === '' ? character : ' '));
    return [shown, lines(`    ${indent.join('')}${'^'.repeat(endColumn - column)}\n`)];
  }
  const marked = left.slice(column, endColumn);
  const carets = marked.length === 0 ? endColumn - column : displayWidth(marked, caretWidth);
  return [shown, lines(`    ${' '.repeat(displayWidth(left.slice(0, column), caretWidth))}${'^'.repeat(carets)}\n`)];
}
