import { parse } from '../syntax/parse.ts';
import type { BinOp, Call, Expr, GrammarVersion, Subscript } from '../syntax/tree.ts';

/** A place in some lines: both count from 0, columns in characters. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The part of an expression that an error is about, to be marked `^` while the rest is marked `~`: the operator of a
 * binary operation, the brackets of a subscript or call with what is in them. `right` is exclusive.
 */
export interface Anchors {
  readonly left: Place;
  readonly right: Place;
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /^[\s\x1c-\x1f\x85]$/.test(character);

/** The text of an expression as lines of characters, with the steps through it that `traceback.py` takes. */
class Segment {
  readonly lines: readonly (readonly string[])[];
  private readonly rows: readonly string[];

  constructor(text: string) {
    this.rows = text.split('\n');
    this.lines = this.rows.map((row) => [...row]);
  }

  /** The place of a UTF-16 offset. */
  place(offset: number): Place {
    let start = 0;
    let line = 0;
    while (line + 1 < this.rows.length && start + this.rows[line]!.length < offset) start += this.rows[line++]!.length + 1;
    return { line, column: [...this.rows[line]!.slice(0, offset - start)].length };
  }

  at({ line, column }: Place): string | undefined {
    return this.lines[line]?.[column];
  }

  /** The place itself, or the next that has a character; null past the end. */
  private settled({ line, column }: Place): Place | null {
    let [row, col] = [line, column];
    while (row < this.lines.length && col >= this.lines[row]!.length) {
      row++;
      col = 0;
    }
    return row < this.lines.length ? { line: row, column: col } : null;
  }

  /** From `offset` on, the first character that `stop` accepts; the rest of a line after a backslash or comment is skipped. */
  find(offset: number, stop: (character: string) => boolean): Place | null {
    let place = this.settled(this.place(offset));
    while (place !== null) {
      const character: string = this.at(place)!;
      if (character === '\\' || character === '#') place = this.settled({ line: place.line + 1, column: 0 });
      else if (stop(character)) return place;
      else place = this.settled({ line: place.line, column: place.column + 1 });
    }
    return null;
  }
}

/** Mirrors traceback.py's _extract_caret_anchors_from_line_segment(). */
export function anchorsOf(text: string, version: GrammarVersion): Anchors | null {
  // In parentheses an expression may go over several lines.
  const expression = soleExpression(`(\n${text}\n)`, version);
  if (expression === null) return null;
  const segment = new Segment(text);
  switch (expression.kind) {
    case 'BinOp':
      return operatorAnchors(segment, expression);
    case 'Subscript':
      return bracketAnchors(segment, expression, expression.value, '[');
    case 'Call':
      return bracketAnchors(segment, expression, expression.func, '(');
    default:
      return null;
  }
}

function soleExpression(text: string, version: GrammarVersion): Expr | null {
  const { tree, errors } = parse(text, version);
  const [statement] = tree.body;
  return errors.length === 0 && tree.body.length === 1 && statement!.kind === 'Expr' ? statement!.value : null;
}

/** The parenthesis and the line break that were put in front. */
const shift = 2;

function operatorAnchors(segment: Segment, { left, right }: BinOp): Anchors | null {
  const start = segment.find(left.end - shift, (character) => !isSpace(character) && character !== ')');
  if (start === null) return null;
  const operand = segment.place(right.start - shift);
  const second = { line: start.line, column: start.column + 1 };
  const character = segment.at(second);
  const isTwoLong =
    character !== undefined && (operand.line > start.line || second.column < operand.column) && !isSpace(character) && character !== '\\' && character !== '#';
  return { left: start, right: isTwoLong ? { line: start.line, column: start.column + 2 } : second };
}

function bracketAnchors(segment: Segment, whole: Call | Subscript, operand: Expr, bracket: string): Anchors | null {
  const left = segment.find(operand.end - shift, (character) => character === bracket);
  return left === null ? null : { left, right: segment.place(whole.end - shift) };
}

/** Mirrors extract_anchors_from_line() of the printer in C: `text` is part of one line. */
export function lineAnchorsOf(text: string, version: GrammarVersion): readonly [left: number, right: number] | null {
  const expression = soleExpression(text, version);
  const characters = [...text];
  const column = (offset: number): number => [...text.slice(0, offset)].length;
  switch (expression?.kind) {
    case 'BinOp': {
      const end = column(expression.right.start);
      for (let i = column(expression.left.end); i < end; i++) {
        if (isBlank(characters[i])) continue;
        let right = i + 1;
        if (i + 1 < end && !isBlank(characters[i + 1])) right++;
        if (i + 1 < end && characters[i] === ')') continue;
        return [i, right];
      }
      return null;
    }
    case 'Subscript': {
      let left = column(expression.value.end);
      let right = column(expression.slice.end) + 1;
      while (left < characters.length && characters[left] !== '[') left++;
      while (right < characters.length && characters[right] !== ']') right++;
      return [left, Math.min(right + 1, characters.length)];
    }
    default:
      return null;
  }
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t' || character === '\f';
