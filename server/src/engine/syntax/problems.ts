import type { LineIndex } from './lines.ts';

export type ProblemKind = 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError';

/**
 * A syntax error in CPython's words. `lineno` … `end_offset` are the attributes
 * of its exception (characters from 1, with CPython's oddities); `start` and
 * `end` are the same place as UTF-16 offsets that are safe to underline.
 */
export interface SyntaxProblem {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
}

/** A warning CPython gives while it parses. */
export interface SyntaxNotice {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
  readonly start: number;
  readonly end: number;
}

/** Builds a problem from the numbers CPython's exception would carry. */
export function problemAt(
  lines: LineIndex,
  kind: ProblemKind,
  message: string,
  lineno: number,
  offset: number,
  end_lineno: number,
  end_offset: number,
): SyntaxProblem {
  const start = offsetOf(lines, lineno, offset);
  const end = Math.max(start, end_offset > 0 ? offsetOf(lines, end_lineno, end_offset) : start);
  return { kind, message, start, end, lineno, offset, end_lineno, end_offset };
}

/** The UTF-16 offset of a one-based character column, kept within its line. */
function offsetOf(lines: LineIndex, lineno: number, offset: number): number {
  const start = lines.start(lineno);
  const text = lines.text(lineno);
  let units = 0;
  for (let i = 1; i < offset && units < text.length; i++) {
    units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  }
  return start + units;
}
