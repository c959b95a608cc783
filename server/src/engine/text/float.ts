import { exponential, fixedText, layout, roundedTimesPowerOfTen, scaled, shortest, significant } from './decimal.ts';
import { copySign, highWord, isNegative, lowWord } from './double.ts';
import { TextError } from './error.ts';
import { bitLength, fromFloat, type Int, normalize, ratioToFloat } from './integer.ts';
import { power } from './power.ts';
import { zeroDivision } from './profile.ts';

/** repr(x) */
export function repr(x: number): string {
  return formatDouble(x, 'r', 0, { alternate: false, dotZero: true });
}

export type DoubleCode = 'e' | 'f' | 'g' | 'r';
export interface DoubleFlags {
  /** Keep the point, and the zeros of code 'g'. */
  readonly alternate: boolean;
  /** Write a whole number with ".0". */
  readonly dotZero: boolean;
}

/** A float as text: as many digits as needed for code 'r', else as `precision` says. Mirrors PyOS_double_to_string(). */
export function formatDouble(x: number, code: DoubleCode, precision: number, flags: DoubleFlags): string {
  if (x !== x) return 'nan';
  const sign = isNegative(x) ? '-' : '';
  return sign + (Number.isFinite(x) ? formatMagnitude(Math.abs(x), code, precision, flags) : 'inf');
}

function formatMagnitude(x: number, code: DoubleCode, precision: number, flags: DoubleFlags): string {
  switch (code) {
    case 'e':
      return exponential(significant(x, precision + 1), precision, flags.alternate);
    case 'f': {
      const text = fixedText(x, precision);
      return flags.alternate && precision === 0 ? text + '.' : text;
    }
    case 'g':
    case 'r': {
      const count = code === 'g' ? Math.max(precision, 1) : 17;
      const rounded = code === 'g' ? significant(x, count) : shortest(x);
      const decimal = { digits: rounded.digits.replace(/0+$/, ''), point: rounded.point };
      const { point } = decimal;
      const shown = flags.alternate && code === 'g' ? count : decimal.digits.length;
      const longest = code === 'r' ? 16 : flags.dotZero ? count - 1 : count;
      if (point <= -4 || point > longest) return exponential(decimal, Math.max(shown - 1, 0), flags.alternate);
      return layout(decimal, Math.max(shown - point, flags.dotZero ? 1 : 0), flags.alternate);
    }
  }
}

export function isInteger(x: number): boolean {
  return Number.isInteger(x);
}

/** x.as_integer_ratio() */
export function asIntegerRatio(x: number): [Int, Int] {
  if (x !== x) throw new TextError('ValueError', 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) throw new TextError('OverflowError', 'cannot convert Infinity to integer ratio');
  if (Number.isInteger(x)) return [fromFloat(x), 1];
  const { mantissa, exponent } = scaled(x);
  let zeros = 0;
  while (((mantissa >> BigInt(zeros)) & 1n) === 0n) zeros++;
  return [normalize(mantissa >> BigInt(zeros)), normalize(1n << BigInt(-exponent - zeros))];
}

/** x.hex() */
export function hex(x: number): string {
  if (!Number.isFinite(x)) return repr(x);
  const high = highWord(x);
  const sign = high >>> 31 === 1 ? '-' : '';
  const biased = (high >>> 20) & 0x7ff;
  if (x === 0) return `${sign}0x0.0p+0`;
  const digits = (high & 0xfffff).toString(16).padStart(5, '0') + lowWord(x).toString(16).padStart(8, '0');
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${sign}0x${biased === 0 ? 0 : 1}.${digits}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

const HEX =
  /^[\t-\r ]*([-+]?)(?:(inf(?:inity)?)|(nan)|(?:0x)?(?=\.?[0-9a-f])([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([-+]?[0-9]+))?)[\t-\r ]*$/i;

/** float.fromhex(text) */
export function fromHex(text: string): number {
  const match = HEX.exec(text);
  if (match === null) throw new TextError('ValueError', 'invalid hexadecimal floating-point string');
  const [, sign, infinity, nan, whole = '', fraction = '', power = '0'] = match;
  return sign === '-' ? -magnitude() : magnitude();

  function magnitude(): number {
    if (infinity !== undefined) return Infinity;
    if (nan !== undefined) return NaN;
    const mantissa = BigInt(`0x0${whole}${fraction}`);
    const exponent = Number(power) - 4 * fraction.length;
    if (mantissa === 0n || bitLength(mantissa) + exponent < -1100) return 0;
    const result = bitLength(mantissa) + exponent > 1024 ? Infinity : ratioToFloat(mantissa, 1n, exponent);
    if (result === Infinity) throw new TextError('OverflowError', 'hexadecimal value too large to represent as a float');
    return result;
  }
}

/** a / b */
export function div(a: number, b: number): number {
  if (b === 0) throw zeroDivision('float /');
  return a / b;
}

/** a // b */
export function floordiv(a: number, b: number): number {
  if (b === 0) throw zeroDivision('float //');
  return quotientAndRest(a, b)[0];
}

/** a % b */
export function mod(a: number, b: number): number {
  if (b === 0) throw zeroDivision('float %');
  return floorRest(a, b);
}

export function divmod(a: number, b: number): [number, number] {
  if (b === 0) throw zeroDivision('float divmod');
  return quotientAndRest(a, b);
}

function floorRest(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return copySign(0, b);
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** Mirrors _float_div_mod(). */
function quotientAndRest(a: number, b: number): [number, number] {
  const truncated = a % b;
  const wrong = truncated !== 0 && truncated < 0 !== b < 0;
  const quotient = (a - truncated) / b - (wrong ? 1 : 0);
  if (quotient === 0) return [copySign(0, a / b), floorRest(a, b)];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, floorRest(a, b)];
}

/** a ** b; null where the result is a complex number. Mirrors float_pow(). */
export function pow(a: number, b: number): number | null {
  if (b === 0 || a === 1) return 1;
  if (a !== a || b !== b) return NaN;
  const odd = Math.abs(b) % 2 === 1;
  if (!Number.isFinite(b)) {
    const size = Math.abs(a);
    return size === 1 ? 1 : b > 0 === size > 1 ? Infinity : 0;
  }
  if (!Number.isFinite(a)) {
    if (b > 0) return odd ? a : Infinity;
    return odd ? copySign(0, a) : 0;
  }
  if (a === 0) {
    if (b < 0) throw zeroDivision('float **');
    return odd ? a : 0;
  }
  if (a < 0 && !Number.isInteger(b)) return null;
  const size = power(Math.abs(a), b);
  if (size === Infinity) {
    throw new TextError('OverflowError', 'Numerical result out of range', [34, 'Numerical result out of range']);
  }
  return a < 0 && odd ? -size : size;
}

/** round(x, digits) */
export function round(x: number, digits: Int): number {
  if (!Number.isFinite(x) || digits > 323) return x;
  if (digits < -308 || x === 0) return copySign(0, x);
  const places = Number(digits);
  const text = places >= 0 ? fixedText(Math.abs(x), places) : `${roundedTimesPowerOfTen(Math.abs(x), places)}e${-places}`;
  const result = Number(text);
  if (result === Infinity) throw new TextError('OverflowError', 'rounded value too large to represent');
  return copySign(result, x);
}

/** round(x) */
export function roundToInt(x: number): Int {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5 || !Number.isFinite(x)) return fromFloat(floor);
  return fromFloat(rest > 0.5 || floor % 2 !== 0 ? floor + 1 : floor);
}

