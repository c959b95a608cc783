import { frexp } from './double.ts';
import { roundHalfEven } from './integer.ts';

/** A number as decimal digits: 0.DIGITS times 10 to the power of `point`. Zero is one digit "0" before the point. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** No double has a bit beyond the 1074th place after the point, and so no digit either. */
const MAX_PLACES = 1074;

const ZERO: Decimal = { digits: '0', point: 1 };

/** A finite double other than zero as mantissa * 2**exponent with a whole mantissa. */
export function scaled(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  const parts = frexp(x);
  return { mantissa: BigInt(parts.mantissa * 2 ** 53), exponent: parts.exponent - 53 };
}

/** The shortest digits that read back as x, which is finite and not negative. */
export function shortest(x: number): Decimal {
  if (x === 0) return ZERO;
  const [mantissa, exponent] = x.toExponential().split('e');
  return { digits: mantissa!.replace('.', ''), point: Number(exponent) + 1 };
}

/** The digits of x rounded to `places` after the point, half to even; of a negative number of them, before it. */
function fixed(x: number, places: number): Decimal {
  if (x === 0) return ZERO;
  const known = Math.min(places, MAX_PLACES);
  const digits = roundedTimesPowerOfTen(x, known).toString();
  return digits === '0' ? { digits: '', point: -known } : { digits, point: digits.length - known };
}

/** The first `count` digits of x, rounded half to even. */
export function significant(x: number, count: number): Decimal {
  if (x === 0) return ZERO;
  const short = shortest(x);
  // A double of at most 15 digits is what its shortest digits say, and any other lies on no half of so few.
  if (count <= 13 && short.digits.length !== count + 1) {
    const [mantissa, exponent] = x.toExponential(count - 1).split('e');
    return { digits: mantissa!.replace('.', ''), point: Number(exponent) + 1 };
  }
  const wanted = Math.min(count, MAX_PLACES);
  // One place more than the shortest digits ask for, as they may have been rounded up to a power of ten.
  for (let places = wanted - short.point + 1; ; places--) {
    const digits = roundedTimesPowerOfTen(x, places).toString();
    if (digits.length <= wanted) return { digits, point: digits.length - places };
  }
}

/** x * 10**power as the nearest whole number, half to even, for x not negative. */
export function roundedTimesPowerOfTen(x: number, power: number): bigint {
  const { mantissa, exponent } = scaled(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  return roundHalfEven(numerator, denominator);
}

/** x with `places` digits after the point: the text of `fixed`, by JavaScript's own way where it cannot be at a half. */
export function fixedText(x: number, places: number): string {
  if (x < 1e21 && places <= 100) {
    // toFixed() rounds a half up. Halves have one binary digit more after the point than `places`, and no more.
    const halves = x * 2 ** (places + 1);
    if (!Number.isInteger(halves) || Number.isInteger(x)) return x.toFixed(places);
  }
  return layout(fixed(x, places), places, false);
}

/** Digits written without an exponent, with `places` of them after the point. */
export function layout(decimal: Decimal, places: number, alternate: boolean): string {
  const { digits, point } = decimal;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(Math.max(point, 0))).padEnd(places, '0');
  return fraction === '' && !alternate ? whole : `${whole}.${fraction.slice(0, places)}`;
}

/** Digits written as d.ddde+XX, with `places` of them after the point. */
export function exponential(decimal: Decimal, places: number, alternate: boolean): string {
  const exponent = decimal.point - 1;
  const mantissa = layout({ digits: decimal.digits, point: 1 }, places, alternate);
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
