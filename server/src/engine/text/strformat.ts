import { TextError } from './error.ts';
import type { Int } from './integer.ts';
import { remembered } from './remember.ts';
import { unicode } from './unicode.ts';

/** A replacement field of a format string, as it stands between the braces. */
export interface FormatField {
  readonly name: string;
  /** The character after '!', or null. */
  readonly conversion: string | null;
  /** The specification, in which fields may be nested. */
  readonly spec: string;
  readonly nested: boolean;
}

/** A stretch of literal text and the field after it, if any. */
export interface FormatPiece {
  readonly literal: string;
  readonly field: FormatField | null;
}

/**
 * The pieces of a format string, one after the other: an error in the text is reported when the iteration
 * gets there, after the fields before it have been formatted. Mirrors MarkupIterator_next().
 */
export function* formatPieces(text: string): Generator<FormatPiece, void> {
  let at = 0;
  while (at < text.length) {
    // 1. Literal text goes up to a brace; a doubled one is text and ends the piece.
    const start = at;
    while (at < text.length && text[at] !== '{' && text[at] !== '}') at++;
    if (at === text.length) {
      yield { literal: text.slice(start), field: null };
      return;
    }
    const brace = text[at]!;
    if (at + 1 === text.length) throw new TextError('ValueError', `Single '${brace}' encountered in format string`);
    if (text[at + 1] === brace) {
      yield { literal: text.slice(start, at + 1), field: null };
      at += 2;
      continue;
    }
    if (brace === '}') throw new TextError('ValueError', "Single '}' encountered in format string");
    // 2. The field's name goes up to a colon, a conversion or the closing brace.
    const literal = text.slice(start, at);
    const field = parseField(text, at + 1);
    at = field.end;
    yield { literal, field: field.field };
  }
}

/** A format string whose fields name arguments alone, without nested fields; null for any other, and where there is an error in it. */
export interface PlainTemplate {
  readonly pieces: readonly PlainPiece[] | null;
}

export interface PlainPiece {
  readonly literal: string;
  /** Which argument by position, or by name; null where the piece is only text. */
  readonly argument: number | string | null;
  readonly spec: string;
}

/** A template taken apart, where it is plain. */
export const plainTemplate = remembered((text: string): PlainTemplate => {
  try {
    const numbering = new AutoNumber();
    const pieces: PlainPiece[] = [];
    for (const { literal, field } of formatPieces(text)) {
      if (field === null) {
        pieces.push({ literal, argument: null, spec: '' });
        continue;
      }
      const { first, rest } = splitFieldName(field.name);
      const argument = numbering.resolve(first);
      if (rest !== '' || field.conversion !== null || field.nested || typeof argument === 'bigint') return { pieces: null };
      pieces.push({ literal, argument, spec: field.spec });
    }
    return { pieces };
  } catch (error) {
    if (error instanceof TextError) return { pieces: null };
    throw error;
  }
});

/** Mirrors parse_field(). */
function parseField(text: string, start: number): { readonly field: FormatField; readonly end: number } {
  let at = start;
  let bracket = false;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if (bracket) {
      bracket = character !== ']';
    } else if (character === '{') {
      throw new TextError('ValueError', "unexpected '{' in field name");
    } else if (character === '[') {
      bracket = true;
    } else if (character === '}' || character === ':' || character === '!') {
      break;
    }
  }
  if (at >= text.length) throw new TextError('ValueError', "expected '}' before end of string");
  const name = text.slice(start, at);
  if (text[at] === '}') return { field: { name, conversion: null, spec: '', nested: false }, end: at + 1 };

  let conversion: string | null = null;
  if (text[at] === '!') {
    at++;
    if (at >= text.length) {
      throw new TextError('ValueError', 'end of string while looking for conversion specifier');
    }
    conversion = String.fromCodePoint(text.codePointAt(at)!);
    at += conversion.length;
    if (at < text.length) {
      if (text[at] === '}') return { field: { name, conversion, spec: '', nested: false }, end: at + 1 };
      if (text[at] !== ':') throw new TextError('ValueError', "expected ':' after conversion specifier");
    }
  }
  at++;
  const specStart = at;
  let depth = 1;
  for (; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) {
      const spec = text.slice(specStart, at);
      return { field: { name, conversion, spec, nested: spec.includes('{') }, end: at + 1 };
    }
  }
  throw new TextError('ValueError', "unmatched '{' in format spec");
}

export type FieldStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: Int | string };

/** A field's name: what to look up first (a number, a keyword, or '' for the next number) and how to go on from there. */
export interface FieldName {
  readonly first: Int | string;
  readonly rest: string;
}

/** Mirrors field_name_split(), but for the automatic numbering, which is `AutoNumber`'s. */
export function splitFieldName(name: string): FieldName {
  const end = name.search(/[.[]/);
  const first = end < 0 ? name : name.slice(0, end);
  return { first: decimalIndex(first) ?? first, rest: end < 0 ? '' : name.slice(end) };
}

/** The attributes and items after a field's first name; like CPython, it complains of a step only when it comes to it. */
export function* fieldSteps(rest: string): Generator<FieldStep, void> {
  let at = 0;
  while (at < rest.length) {
    const kind = rest[at++];
    if (kind === '.') {
      const start = at;
      while (at < rest.length && rest[at] !== '.' && rest[at] !== '[') at++;
      yield { kind: 'attribute', name: notEmpty(rest.slice(start, at)) };
    } else if (kind === '[') {
      const end = rest.indexOf(']', at);
      if (end < 0) throw new TextError('ValueError', "Missing ']' in format string");
      const key = rest.slice(at, end);
      at = end + 1;
      yield { kind: 'index', key: decimalIndex(key) ?? notEmpty(key) };
    } else {
      throw new TextError('ValueError', "Only '.' or '[' may follow ']' in format field specifier");
    }
  }
}

function notEmpty(name: string): string {
  if (name === '') throw new TextError('ValueError', 'Empty attribute in format string');
  return name;
}

/** A number in the digits of any script, without sign; null if the text is none. Mirrors get_integer(). */
function decimalIndex(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = unicode().decimal(character.codePointAt(0)!);
    if (digit < 0) return null;
    value = value * 10 + digit;
    if (value >= 2 ** 63) throw new TextError('ValueError', 'Too many decimal digits in format string');
  }
  return text === '' ? null : value;
}

/** Numbers the fields of one format() call that have no name. */
export class AutoNumber {
  private next = 0;
  private mode: 'unknown' | 'automatic' | 'manual' = 'unknown';

  /** The argument that a field's first name means: an index, or a keyword. */
  resolve(first: Int | string): Int | string {
    const automatic = first === '';
    if (typeof first === 'string' && !automatic) return first;
    if (this.mode === 'unknown') this.mode = automatic ? 'automatic' : 'manual';
    else if (this.mode === 'manual' && automatic) throw cannotSwitch('manual field specification', 'automatic field numbering');
    else if (this.mode === 'automatic' && !automatic) throw cannotSwitch('automatic field numbering', 'manual field specification');
    return automatic ? this.next++ : first;
  }
}

function cannotSwitch(from: string, to: string): TextError {
  return new TextError('ValueError', `cannot switch from ${from} to ${to}`);
}

export type Conversion = 'r' | 's' | 'a';

/** Mirrors do_conversion()'s check. */
export function checkConversion(conversion: string): Conversion {
  if (conversion === 'r' || conversion === 's' || conversion === 'a') return conversion;
  const point = conversion.codePointAt(0)!;
  const shown = point > 32 && point < 127 ? conversion : `\\x${point.toString(16)}`;
  throw new TextError('ValueError', `Unknown conversion specifier ${shown}`);
}

export function missingPositional(index: Int): TextError {
  return new TextError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
}
