import { toLatin1 } from './bytes.ts';
import { TextError } from './error.ts';
import { bitLength, type Int, neg, normalize } from './integer.ts';
import { profile } from './profile.ts';
import { repr, reprBytes } from './repr.ts';
import { isSpace, unicode } from './unicode.ts';

/** What sys.get_int_max_str_digits() answers from the start. */
export const DEFAULT_MAX_DIGITS = 4300;
/** The limit on digits is not looked at below this many. */
const UNLIMITED_DIGITS = 640;

/** int(text, base); a limit of 0 digits is none. */
export function parseInt(text: string, base: Int = 10, maxDigits = DEFAULT_MAX_DIGITS): Int {
  const parsed = tryParseInt(text, base, maxDigits);
  if (parsed instanceof TextError) throw parsed;
  return parsed;
}

/** The same, answering the error: text is often probed, and throwing costs more than parsing. */
export function tryParseInt(text: string, base: Int = 10, maxDigits = DEFAULT_MAX_DIGITS): Int | TextError {
  if (base === 10 && /^[0-9]{1,15}$/.test(text)) return Number(text);
  return parseAscii(toAscii(text), base, maxDigits, () => repr(text));
}

/** int(bytes, base) */
export function parseIntBytes(bytes: Uint8Array, base: Int = 10, maxDigits = DEFAULT_MAX_DIGITS): Int {
  const parsed = parseAscii(toLatin1(bytes), base, maxDigits, () => reprBytes(bytes.subarray(0, 200)));
  if (parsed instanceof TextError) throw parsed;
  return parsed;
}

const PREFIXES: Readonly<Record<string, number>> = { '0x': 16, '0o': 8, '0b': 2 };

/** Mirrors PyLong_FromString(). `literal` is what the error shows, up to its 200th character. */
function parseAscii(text: string, base: Int, maxDigits: number, literal: () => string): Int | TextError {
  if (base !== 0 && (base < 2 || base > 36)) {
    return new TextError('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  }
  const body = trim(text).toLowerCase();
  let start = body[0] === '+' || body[0] === '-' ? 1 : 0;
  const prefix = PREFIXES[body.slice(start, start + 2)];
  const radix = base === 0 ? (prefix ?? 10) : Number(base);
  if (prefix === radix) start += body[start + 2] === '_' ? 3 : 2;
  const run = body.slice(start);
  const valid = digitRun(run, radix);
  const digits = run.slice(0, valid).replaceAll('_', '');
  const powerOfTwo = (radix & (radix - 1)) === 0;
  const limited = !powerOfTwo && maxDigits > 0 && digits.length > UNLIMITED_DIGITS && digits.length > maxDigits;
  const octal = base === 0 && prefix === undefined && digits[0] === '0' && /[^0]/.test(digits);
  const malformed = valid === 0 || valid < run.length || octal;
  // What ends in an underscore is refused while the digits are counted.
  const countedFirst = limited && profile.digitLimitBeforeSyntax && run[valid] !== '_';
  if (malformed && !countedFirst) {
    const shown = Array.from(literal()).slice(0, 200).join('');
    return new TextError('ValueError', `invalid literal for int() with base ${base}: ${shown}`);
  }
  if (limited) return tooManyDigits(maxDigits, `: value has ${digits.length} digits`);
  const magnitude = normalize(digitsToBigInt(digits, radix));
  return body[0] === '-' ? neg(magnitude) : magnitude;
}

/** How long the run of digits at the start is, with single underscores between them. */
function digitRun(text: string, radix: number): number {
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '_' && end === i && i > 0) continue;
    // Not a digit of base 36 gives NaN, which is below nothing.
    if (!(Number.parseInt(text[i]!, 36) < radix)) break;
    end = i + 1;
  }
  return end;
}

function digitsToBigInt(digits: string, radix: number): bigint {
  switch (radix) {
    case 10:
      return BigInt(digits);
    case 16:
      return BigInt('0x' + digits);
    case 8:
      return BigInt('0o' + digits);
    case 2:
      return BigInt('0b' + digits);
    default: {
      if (digits.length <= 10) return BigInt(Number.parseInt(digits, radix));
      const low = digits.length >> 1;
      const high = digitsToBigInt(digits.slice(0, digits.length - low), radix);
      return high * BigInt(radix) ** BigInt(low) + digitsToBigInt(digits.slice(digits.length - low), radix);
    }
  }
}

/** str(a) */
export function intToString(a: Int, maxDigits = DEFAULT_MAX_DIGITS): string {
  if (typeof a === 'number') return String(a);
  if (maxDigits === 0) return a.toString();
  const limit = Math.max(maxDigits, UNLIMITED_DIGITS);
  // A decimal digit is a little more than 3.32 bits, so that far above the limit no conversion is needed to tell.
  if (bitLength(a) > (limit + 1) * 3.33) throw tooManyDigits(maxDigits, '');
  const text = a.toString();
  if (text.length - (a < 0n ? 1 : 0) > limit) throw tooManyDigits(maxDigits, '');
  return text;
}

function tooManyDigits(maxDigits: number, value: string): TextError {
  return new TextError(
    'ValueError',
    `Exceeds the limit (${maxDigits} digits) for integer string conversion${value}; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}

/** bin(a), oct(a) or hex(a) */
export function intToBase(a: Int, base: 2 | 8 | 16): string {
  const prefix = base === 2 ? '0b' : base === 8 ? '0o' : '0x';
  return a < 0 ? `-${prefix}${neg(a).toString(base)}` : prefix + a.toString(base);
}

const DIGITS = '[0-9](?:_?[0-9])*';
const MAGNITUDE = `(?:inf(?:inity)?|nan|(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:e[-+]?${DIGITS})?)`;
const FLOAT = new RegExp(`^[-+]?${MAGNITUDE}$`, 'i');
const COMPLEX = new RegExp(`^([-+]?${MAGNITUDE}(?=$|[-+]))?(?:([-+]?${MAGNITUDE}|[-+]?)j)?$`, 'i');

/** float(text) */
export function parseFloat(text: string): number {
  return parseFloatAscii(toAscii(text), () => repr(text));
}

/** float(bytes) */
export function parseFloatBytes(bytes: Uint8Array): number {
  return parseFloatAscii(toLatin1(bytes), () => reprBytes(bytes));
}

export const isFloatBytes = (bytes: Uint8Array): boolean => FLOAT.test(trim(toLatin1(bytes)));

function parseFloatAscii(text: string, literal: () => string): number {
  const body = trim(text);
  if (!FLOAT.test(body)) throw new TextError('ValueError', `could not convert string to float: ${literal()}`);
  return toDouble(body);
}

/** The value of what FLOAT matches. */
function toDouble(text: string): number {
  const value = /[a-df-z]/i.test(text) ? (/n$/i.test(text) && !/inf/i.test(text) ? NaN : Infinity) : null;
  if (value !== null) return text[0] === '-' ? -value : value;
  return Number(text.replaceAll('_', ''));
}

/** complex(text) */
export function parseComplex(text: string): { readonly real: number; readonly imag: number } {
  let body = trim(toAscii(text));
  if (body.includes('_') && /(?<![0-9])_|_(?![0-9])|\0/.test(body)) {
    throw new TextError('ValueError', `could not convert string to complex: ${repr(text)}`);
  }
  if (body[0] === '(' && body.endsWith(')')) body = trim(body.slice(1, -1));
  const match = COMPLEX.exec(body);
  if (match === null || body === '') throw new TextError('ValueError', 'complex() arg is a malformed string');
  const [, real, imag] = match;
  const unit = imag === '' || imag === '+' || imag === '-';
  return {
    real: real === undefined ? 0 : toDouble(real),
    imag: imag === undefined ? 0 : toDouble(unit ? `${imag}1` : imag),
  };
}

/**
 * Digits of any script as ASCII digits and any white space as a space; any other character beyond ASCII
 * becomes '?', where the text ends. Mirrors _PyUnicode_TransformDecimalAndSpaceToASCII().
 */
function toAscii(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  let result = '';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) result += character;
    else if (isSpace(point)) result += ' ';
    else {
      const digit = unicode().decimal(point);
      if (digit < 0) return result + '?';
      result += String(digit);
    }
  }
  return result;
}

/** Without the white space of C around it. */
function trim(text: string): string {
  return text.replace(/^[\t-\r ]+/, '').replace(/[\t-\r ]+$/, '');
}
