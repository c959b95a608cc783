import { TextError } from './error.ts';
import { isNegative } from './double.ts';
import { type DoubleCode, formatDouble } from './float.ts';
import { abs, type Int } from './integer.ts';
import { DEFAULT_MAX_DIGITS, intToString } from './numerals.ts';
import { profile } from './profile.ts';
import { remembered } from './remember.ts';
import { repr } from './repr.ts';
import { chr, isprintable, length, slice } from './str.ts';

/** `str` formats text; `bytes` formats bytes, here as text of characters below U+0100. */
export type PercentKind = 'str' | 'bytes';

/** A conversion such as "%-5.2f", ready to format its value. */
export interface PercentConversion {
  readonly kind: PercentKind;
  /** The letter it ends with. */
  readonly type: string;
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  /** -1 where there is none. */
  readonly precision: number;
  /** What errors call the value. */
  readonly argument: string;
}

/** What formatting does next. `star` is to be answered with the int fetched. */
export type PercentStep =
  | { readonly step: 'literal'; readonly text: string }
  | { readonly step: 'key'; readonly key: string }
  | { readonly step: 'star'; readonly argument: string }
  | { readonly step: 'fetch' }
  | { readonly step: 'format'; readonly conversion: PercentConversion };

/**
 * The steps of `format % args`, in CPython's order: 'literal' to write, 'key' to look up in the mapping (the value of
 * which becomes the next argument), 'star' to fetch a width or precision, 'fetch' to fetch the value and 'format'
 * to format it. An error in the format is thrown when its turn comes. `isTuple` and `notMapping`, the name of the
 * type of what follows the '%' if that is no mapping, are for errors. Mirrors PyUnicode_Format() and _PyBytes_FormatEx().
 */
export function* percentSteps(
  format: string,
  kind: PercentKind,
  isTuple: boolean,
  notMapping: string | null = null,
): Generator<PercentStep, void, Int | undefined> {
  const positioned = profile.percent === 'positioned';
  let at = 0;
  let fetched = 0;
  let keyed = false;
  while (at < format.length) {
    const start = at;
    while (at < format.length && format[at] !== '%') at++;
    if (at > start) yield { step: 'literal', text: format.slice(start, at) };
    if (at === format.length) return;
    const position = at++;
    const where = positioned ? ` at position ${length(format.slice(0, position))}` : '';
    if (format[at] === '%') {
      yield { step: 'literal', text: '%' };
      at++;
      continue;
    }

    // 1. A mapping key in parentheses, which may nest.
    let key: string | null = null;
    if (format[at] === '(') {
      if (notMapping !== null) throw mappingRequired(notMapping);
      const end = closingParenthesis(format, at);
      if (end < 0) {
        throw new TextError('ValueError', positioned ? `stray % or incomplete format key${where}` : 'incomplete format key');
      }
      key = format.slice(at + 1, end);
      at = end + 1;
      keyed = true;
      yield { step: 'key', key };
    } else if (positioned && keyed) {
      throw new TextError('ValueError', `format requires a parenthesised mapping key${where}`);
    }
    const label = (): string => {
      if (key !== null) return `format argument ${kind === 'bytes' ? 'b' : ''}${repr(key)}`;
      return isTuple ? `format argument ${fetched}` : 'format argument';
    };

    // 2. Flags.
    const flagsAt = at;
    while (at < format.length && '-+ #0'.includes(format[at]!)) at++;
    const flags = format.slice(flagsAt, at);

    // 3. The width and, after a point, the precision: digits, or a star for an argument.
    let left = flags.includes('-');
    let width = -1;
    if (format[at] === '*') {
      at++;
      width = yield* star('width');
      left ||= width < 0;
      width = Math.abs(width);
    } else {
      width = takeNumber(SSIZE_LIMIT, 'width') ?? -1;
    }
    let precision = -1;
    if (format[at] === '.') {
      at++;
      if (format[at] === '*') {
        at++;
        precision = Math.max(0, yield* star('precision'));
      } else {
        precision = takeNumber(INT_LIMIT, kind === 'bytes' && !positioned ? 'prec' : 'precision') ?? 0;
      }
    }

    // 4. A length modifier, which means nothing, and the letter.
    if (format[at] === 'h' || format[at] === 'l' || format[at] === 'L') at++;
    if (at >= format.length) {
      throw new TextError('ValueError', positioned ? `stray %${where}` : 'incomplete format');
    }
    const type = String.fromCodePoint(format.codePointAt(at)!);
    yield { step: 'fetch' };
    fetched++;
    if (!(kind === 'bytes' ? 'bcdiouxXeEfFgGsra' : 'cdiouxXeEfFgGsra').includes(type)) {
      throw unsupported(kind, type, length(format.slice(0, position)), length(format.slice(0, at)));
    }
    at += type.length;
    const conversion: PercentConversion = {
      kind,
      type,
      left,
      plus: flags.includes('+'),
      space: flags.includes(' '),
      alternate: flags.includes('#'),
      zero: flags.includes('0'),
      width,
      precision,
      argument: label(),
    };
    yield { step: 'format', conversion };

    function* star(what: 'width' | 'precision'): Generator<PercentStep, number, Int | undefined> {
      if (positioned && key !== null) {
        throw new TextError('ValueError', `* cannot be used with a parenthesised mapping key${where}`);
      }
      if (positioned && !isTuple) throw notEnoughArguments(1);
      fetched++;
      const value = (yield { step: 'star', argument: label() }) ?? 0;
      const [limit, type] = what === 'width' ? [2n ** 63n, 'ssize_t'] : [2n ** 31n, 'int'];
      if (value < limit && value >= -limit) return Number(value);
      const text = positioned ? `${label()}: too big for ${what}` : `Python int too large to convert to C ${type}`;
      throw new TextError('OverflowError', text);
    }

    function takeNumber(limit: number, what: string): number | null {
      const from = at;
      let value = 0;
      for (; at < format.length && /[0-9]/.test(format[at]!); at++) {
        value = value * 10 + Number(format[at]);
        if (value > limit) throw new TextError('ValueError', `${what} too big${where}`);
      }
      return at === from ? null : value;
    }
  }
}

/** A format that only converts one argument after the other: what stands before, between and behind its conversions. */
export interface PlainFormat {
  readonly literals: readonly string[];
  /** null where the format has keys, stars, errors, or widths worth a charge. */
  readonly conversions: readonly PercentConversion[] | null;
}

/** The widest that a conversion of a plain format is. */
const PLAIN_WIDTH = 999;

/** A `str` format taken apart, where it is plain. */
export const plainFormat = remembered((format: string): PlainFormat => {
  const literals = [''];
  const conversions: PercentConversion[] = [];
  try {
    for (const next of percentSteps(format, 'str', true)) {
      if (next.step === 'literal') literals[literals.length - 1] += next.text;
      else if (next.step === 'format' && Math.max(next.conversion.width, next.conversion.precision) <= PLAIN_WIDTH) {
        conversions.push(next.conversion);
        literals.push('');
      } else if (next.step !== 'fetch') return { literals: [], conversions: null };
    }
  } catch (error) {
    if (error instanceof TextError) return { literals: [], conversions: null };
    throw error;
  }
  return { literals, conversions };
});

const SSIZE_LIMIT = 2 ** 63 - 1;
const INT_LIMIT = 2 ** 31 - 1;

function closingParenthesis(format: string, open: number): number {
  let depth = 0;
  for (let at = open; at < format.length; at++) {
    if (format[at] === '(') depth++;
    else if (format[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

function unsupported(kind: PercentKind, type: string, position: number, at: number): TextError {
  const point = type.codePointAt(0)!;
  const code = point.toString(16);
  if (profile.percent !== 'positioned') {
    if (kind === 'bytes' && point >= 0x80) {
      return new TextError('OverflowError', 'character argument not in range(0x110000)');
    }
    const shown = kind === 'bytes' || (point >= 31 && point <= 126) ? type : '?';
    return new TextError('ValueError', `unsupported format character '${shown}' (0x${code}) at index ${at}`);
  }
  if (/[A-Za-z]/.test(type)) return new TextError('ValueError', `unsupported format %${type} at position ${position}`);
  const stray = `stray % at position ${position} or unexpected format character`;
  const hex = `U+${code.toUpperCase().padStart(4, '0')}`;
  if (point > 0x20 && point < 0x7f) return new TextError('ValueError', `${stray} '${type}' at position ${at}`);
  if (kind === 'bytes') {
    return new TextError('ValueError', `${stray} with code 0x${code.padStart(2, '0')} at position ${at}`);
  }
  const shown = isprintable(type) ? `'${type}' (${hex})` : hex;
  return new TextError('ValueError', `${stray} ${shown} at position ${at}`);
}

/** `got` is how many there were. */
export function notEnoughArguments(got: number): TextError {
  const count = profile.percent === 'positioned' ? ` (got ${got})` : '';
  return new TextError('TypeError', `not enough arguments for format string${count}`);
}

export function notAllConverted(kind: PercentKind, required: number, got: number): TextError {
  const what = kind === 'str' ? 'string' : 'bytes';
  const count = profile.percent === 'positioned' ? ` (required ${required}, got ${got})` : '';
  return new TextError('TypeError', `not all arguments converted during ${what} formatting${count}`);
}

export function mappingRequired(typeName: string): TextError {
  const not = profile.percent === 'positioned' ? `, not ${typeName}` : '';
  return new TextError('TypeError', `format requires a mapping${not}`);
}

export function starRequiresInt(argument: string, typeName: string): TextError {
  const text = profile.percent === 'positioned' ? `${argument}: * requires int, not ${typeName}` : '* wants int';
  return new TextError('TypeError', text);
}

/** The value of a conversion is of the wrong type. */
export function wrongType(conversion: PercentConversion, typeName: string): TextError {
  const { type, kind } = conversion;
  const positioned = profile.percent === 'positioned';
  if ('oxX'.includes(type)) {
    return typeError(positioned ? 'requires an integer' : 'format: an integer is required');
  }
  if ('diu'.includes(type)) {
    return typeError(positioned ? 'requires a real number' : 'format: a real number is required');
  }
  if ('eEfFgG'.includes(type)) {
    if (positioned) return typeError('requires a real number');
    const wanted = kind === 'str' ? 'must be real number' : 'float argument required';
    return new TextError('TypeError', `${wanted}, not ${typeName}`);
  }
  const wanted = 'requires a bytes-like object, or an object that implements __bytes__';
  if (positioned) return new TextError('TypeError', `${conversion.argument}: %b ${wanted}, not ${typeName}`);
  return new TextError('TypeError', `%b ${wanted}, not '${typeName}'`);

  function typeError(wanted: string): TextError {
    const prefix = positioned ? `${conversion.argument}: ` : '';
    const letter = profile.percent === 'classic' && kind === 'bytes' && type === 'i' ? 'd' : type;
    return new TextError('TypeError', `${prefix}%${letter} ${wanted}, not ${typeName}`);
  }
}

/** The value of "%c" is neither an int nor one character. `found` is its type, or "a string of length 2". */
export function notCharacter(conversion: PercentConversion, found: string): TextError {
  const integer = profile.percent === 'positioned' ? 'an integer' : 'an int';
  const wanted = conversion.kind === 'bytes' ? 'an integer in range(256) or a single byte' : `${integer} or a unicode character`;
  switch (profile.percent) {
    case 'classic':
      return new TextError('TypeError', conversion.kind === 'bytes' ? `%c requires ${wanted}` : '%c requires int or char');
    case 'typed':
      return new TextError('TypeError', `%c requires ${wanted}, not ${found}`);
    case 'positioned':
      return new TextError('TypeError', `${conversion.argument}: %c requires ${wanted}, not ${found}`);
  }
}

/** "%c" of an int. */
export function formatPercentCode(conversion: PercentConversion, a: Int): string {
  const limit = conversion.kind === 'bytes' ? 256 : 0x110000;
  if (a >= 0 && a < limit) return formatPercentCharacter(conversion, chr(a));
  const range = conversion.kind === 'bytes' ? 'range(256)' : 'range(0x110000)';
  const positioned = profile.percent === 'positioned';
  throw new TextError(
    'OverflowError',
    positioned ? `${conversion.argument}: %c argument not in ${range}` : `%c arg not in ${range}`,
  );
}

/** "%c" of one character. */
export function formatPercentCharacter(conversion: PercentConversion, character: string): string {
  return justify(conversion, character);
}

/** "%s", "%r", "%a" and "%b" of the text they make of their value. */
export function formatPercentText(conversion: PercentConversion, text: string): string {
  const { precision } = conversion;
  const cut = precision >= 0 && length(text) > precision;
  return justify(conversion, cut ? slice(text, 0, precision, 1, precision) : text);
}

/** "%d", "%i", "%u", "%o", "%x" and "%X". */
export function formatPercentInt(conversion: PercentConversion, a: Int, maxDigits = DEFAULT_MAX_DIGITS): string {
  const { type, alternate, precision } = conversion;
  const base = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  const digits = base === 10 ? intToString(abs(a), maxDigits) : abs(a).toString(base);
  const padded = digits.padStart(precision, '0');
  const prefix = alternate && base !== 10 ? `0${type}` : '';
  return number(conversion, a < 0, prefix, type === 'X' ? padded.toUpperCase() : padded);
}

/** "%e", "%f", "%g" and their capitals. */
export function formatPercentFloat(conversion: PercentConversion, x: number): string {
  const code = conversion.type.toLowerCase() as DoubleCode;
  const precision = conversion.precision < 0 ? 6 : conversion.precision;
  const text = formatDouble(x, code, precision, { alternate: conversion.alternate, dotZero: false });
  const negative = isNegative(x) && x === x;
  const magnitude = negative ? text.slice(1) : text;
  return number(conversion, negative, '', code === conversion.type ? magnitude : magnitude.toUpperCase());
}

function number(conversion: PercentConversion, negative: boolean, prefix: string, digits: string): string {
  const sign = negative ? '-' : conversion.plus ? '+' : conversion.space ? ' ' : '';
  const head = sign + prefix;
  if (!conversion.zero || conversion.left) return justify(conversion, head + digits);
  return head + digits.padStart(conversion.width - head.length, '0');
}

function justify(conversion: PercentConversion, text: string): string {
  const spaces = ' '.repeat(Math.max(0, conversion.width - length(text)));
  return conversion.left ? text + spaces : spaces + text;
}
