import type { Complex } from './complex.ts';
import { TextError } from './error.ts';
import { type DoubleCode, formatDouble } from './float.ts';
import { type FormatSpec, parseFormatSpec, type Separator, unknownFormatCode } from './formatspec.ts';
import { abs, type Int, toFloat } from './integer.ts';
import { DEFAULT_MAX_DIGITS, intToString } from './numerals.ts';
import { remembered } from './remember.ts';
import { chr, length, slice } from './str.ts';

const textSpec = remembered((spec: string, typeName: string) => parseFormatSpec(spec, typeName, 's', '<'));
const wholeSpec = remembered((spec: string, typeName: string) => parseFormatSpec(spec, typeName, 'd', '>'));
const realSpec = remembered((spec: string, typeName: string) => parseFormatSpec(spec, typeName, '', '>'));

/** format(text, spec) */
export function formatString(text: string, spec: string, typeName = 'str'): string {
  if (spec === '') return text;
  const format = textSpec(spec, typeName);
  if (format.type !== 's') throw unknownFormatCode(format.type, typeName);
  const refuse = (what: string): TextError => new TextError('ValueError', `${what} not allowed in string format specifier`);
  if (format.sign !== '') throw refuse(format.sign === ' ' ? 'Space' : 'Sign');
  if (format.noNegativeZero) throw refuse('Negative zero coercion (z)');
  if (format.alternate) throw refuse('Alternate form (#)');
  if (format.align === '=') throw refuse("'=' alignment");
  const { precision } = format;
  const shown = precision >= 0 && length(text) > precision ? slice(text, 0, precision, 1, precision) : text;
  return pad(shown, format);
}

/** format(a, spec); `maxDigits` as in `intToString`. */
export function formatInt(a: Int, spec: string, typeName = 'int', maxDigits = DEFAULT_MAX_DIGITS): string {
  if (spec === '') return intToString(a, maxDigits);
  const format = wholeSpec(spec, typeName);
  switch (format.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n':
      return formatWhole(a, format, maxDigits);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return formatReal(toFloat(a), format);
    default:
      throw unknownFormatCode(format.type, typeName);
  }
}

/** Mirrors format_long_internal(). */
function formatWhole(a: Int, format: FormatSpec, maxDigits: number): string {
  if (format.precision !== -1) throw new TextError('ValueError', 'Precision not allowed in integer format specifier');
  if (format.noNegativeZero) {
    throw new TextError('ValueError', 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (format.type === 'c') return assemble(character(a, format), format);
  const upper = format.type === 'X';
  const base = format.type === 'b' ? 2 : format.type === 'o' ? 8 : format.type === 'x' || upper ? 16 : 10;
  const text = base === 10 ? intToString(abs(a), maxDigits) : abs(a).toString(base);
  return assemble(
    {
      sign: signOf(a < 0, format),
      prefix: format.alternate && base !== 10 ? `0${format.type}` : '',
      digits: upper ? text.toUpperCase() : text,
      rest: '',
    },
    format,
  );
}

function character(a: Int, format: FormatSpec): Parts {
  if (format.sign !== '') throw new TextError('ValueError', "Sign not allowed with integer format specifier 'c'");
  if (format.alternate) {
    throw new TextError('ValueError', "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (a > 0x7fffffffffffffffn || a < -0x8000000000000000n) {
    throw new TextError('OverflowError', 'Python int too large to convert to C long');
  }
  if (a < 0 || a > 0x10ffff) throw new TextError('OverflowError', '%c arg not in range(0x110000)');
  return { sign: '', prefix: '', digits: '', rest: chr(a) };
}

/** format(x, spec) */
export function formatFloat(x: number, spec: string, typeName = 'float'): string {
  const format = realSpec(spec, typeName);
  if (!/^[eEfFgGn%]?$/.test(format.type)) throw unknownFormatCode(format.type, typeName);
  return formatReal(x, format);
}

/** Mirrors format_float_internal(). */
function formatReal(x: number, format: FormatSpec): string {
  checkPrecision(format);
  const percent = format.type === '%';
  const text = doubleText(percent ? x * 100 : x, format, true) + (percent ? '%' : '');
  return assemble(numberParts(text, format), format);
}

function checkPrecision(format: FormatSpec): void {
  if (format.precision > 0x7fffffff) throw new TextError('ValueError', 'precision too big');
}

/** The number alone, as the type of the specification asks. */
function doubleText(x: number, format: FormatSpec, dotZero: boolean): string {
  const { type, alternate, precision } = format;
  const shortest = type === '' && precision < 0;
  const code: DoubleCode = shortest ? 'r' : CODES[type.toLowerCase()]!;
  const flags = { alternate, dotZero: dotZero && type === '' };
  const text = formatDouble(x, code, precision < 0 && !shortest ? 6 : Math.max(precision, 0), flags);
  const positive = format.noNegativeZero && /^-[0.]*(?:e|$)/.test(text) ? text.slice(1) : text;
  return type === 'E' || type === 'F' || type === 'G' ? positive.toUpperCase() : positive;
}

const CODES: Readonly<Record<string, DoubleCode>> = { '': 'g', n: 'g', '%': 'f', e: 'e', f: 'f', g: 'g' };

/** format(c, spec). Mirrors format_complex_internal(). */
export function formatComplex(c: Complex, spec: string, typeName = 'complex'): string {
  const format = realSpec(spec, typeName);
  if (!/^[eEfFgGn]?$/.test(format.type)) throw unknownFormatCode(format.type, typeName);
  checkPrecision(format);
  if (format.fill === '0') throw new TextError('ValueError', 'Zero padding is not allowed in complex format specifier');
  if (format.align === '=') {
    throw new TextError('ValueError', "'=' alignment flag is not allowed in complex format specifier");
  }
  const bare = format.type === '';
  const alone: FormatSpec = { ...format, width: -1 };
  const forced: FormatSpec = { ...alone, sign: '+' };
  const hidden = bare && Object.is(c.real, 0);
  const real = hidden ? '' : assemble(numberParts(doubleText(c.real, alone, false), alone), alone);
  const imagFormat = hidden ? alone : forced;
  const imag = assemble(numberParts(doubleText(c.imag, imagFormat, false), imagFormat), imagFormat);
  return pad(bare && !hidden ? `(${real}${imag}j)` : `${real}${imag}j`, format);
}

/** What a number's text is made of: only `digits` are grouped. */
interface Parts {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  readonly rest: string;
}

function numberParts(text: string, format: FormatSpec): Parts {
  const [, minus, digits, fraction, rest] = /^(-?)([0-9]*)((?:\.[0-9]*)?)(.*)$/.exec(text)!;
  const grouped = format.fractionSeparator === null ? fraction! : groupFraction(fraction!, format.fractionSeparator);
  return { sign: signOf(minus === '-', format), prefix: '', digits: digits!, rest: grouped + rest! };
}

function groupFraction(fraction: string, separator: Separator): string {
  return fraction.slice(0, 1) + (fraction.slice(1).match(/.{1,3}/g) ?? []).join(separator);
}

function signOf(negative: boolean, format: FormatSpec): string {
  if (negative) return '-';
  return format.sign === '-' ? '' : format.sign;
}

/** Mirrors calc_number_widths() and fill_number(). */
function assemble(parts: Parts, format: FormatSpec): string {
  const { sign, prefix, digits, rest } = parts;
  const others = sign.length + prefix.length + length(rest);
  const zeros = format.fill === '0' && format.align === '=' ? format.width - others : 0;
  const grouped = digits === '' ? '' : format.separator === null ? digits.padStart(zeros, '0') : group(digits, zeros, /^[boxX]$/.test(format.type) ? 4 : 3, format.separator);
  const before = sign + prefix;
  const after = grouped + rest;
  if (format.align !== '=') return pad(before + after, format);
  return before + format.fill.repeat(Math.max(0, format.width - others - grouped.length)) + after;
}

/** Digits in groups from the right, with zeros before them up to a width. Mirrors _PyUnicode_InsertThousandsGrouping(). */
function group(digits: string, width: number, size: number, separator: string): string {
  const groups: string[] = [];
  let left = digits.length;
  let missing = width;
  for (;;) {
    const count = Math.min(size, Math.max(left, missing, 1));
    groups.push(digits.slice(Math.max(0, left - count), left).padStart(count, '0'));
    left = Math.max(0, left - count);
    missing -= count;
    if (left === 0 && missing <= 0) return groups.reverse().join(separator);
    missing -= separator.length;
  }
}

function pad(text: string, format: FormatSpec): string {
  const missing = Math.max(0, format.width - length(text));
  if (missing === 0) return text;
  const left = format.align === '<' ? 0 : format.align === '^' ? Math.floor(missing / 2) : missing;
  return format.fill.repeat(left) + text + format.fill.repeat(missing - left);
}

