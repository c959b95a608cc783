import { frexp, ldexp } from './double.ts';
import { minus, negated, normal, of, ONE, over, plus, product, root, scaledBy, times, ZERO, type Double2 } from './doubledouble.ts';

/**
 * exp, log, sin and their relatives as the C library rounds them. Special values are the caller's business: arguments are
 * finite, and within the domain.
 */

const LN2: Double2 = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };
const LN2_THIRD = 5.707708438416212e-34;

const reciprocalFactorials: readonly Double2[] = (() => {
  const found: Double2[] = [ONE];
  for (let i = 1; i <= 28; i++) found.push(over(found[i - 1]!, of(i)));
  return found;
})();

const halvings = 8;

/** e**a − 1 for a small a: the series for a / 2**8, and as many doublings of the argument. */
function smallExp(a: Double2): Double2 {
  const x = scaledBy(a, 2 ** -halvings);
  let sum = reciprocalFactorials[10]!;
  for (let term = 9; term >= 1; term--) sum = plus(reciprocalFactorials[term]!, times(x, sum));
  sum = times(x, sum);
  for (let i = 0; i < halvings; i++) sum = plus(scaledBy(sum, 2), times(sum, sum));
  return sum;
}

interface Scaled {
  readonly value: Double2;
  readonly exponent: number;
}

/** e**a as a value near 1 and a power of two. */
export function expScaled(a: Double2): Scaled {
  const exponent = Math.round(a.high / Math.LN2);
  const reduced = minus(minus(a, times(LN2, of(exponent))), of(exponent * LN2_THIRD));
  return { value: plus(ONE, smallExp(reduced)), exponent };
}

/** A value rounded to a double, once, where it is too small for all its digits too. */
function rounded({ value, exponent }: Scaled): number {
  if (exponent > -1000) return ldexp(value.high, exponent);
  // Below the normal numbers the last bit depends on what lies behind the first double.
  const scaled = ldexp(value.high, exponent);
  const back = ldexp(scaled, 1000) * 2 ** (-exponent - 1000);
  const rest = value.high - back;
  const half = 2 ** (-1075 - exponent);
  if (Math.abs(rest) !== half || value.low === 0) return scaled;
  if (rest > 0 === value.low > 0) return scaled + (rest > 0 ? 5e-324 : -5e-324);
  return scaled;
}

export function exp(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.2) return 0;
  return rounded(expScaled(of(x)));
}

export function exp2(x: number): number {
  if (x >= 1024) return Infinity;
  if (x < -1075) return 0;
  const whole = Math.round(x);
  const { value, exponent } = expScaled(times(LN2, of(x - whole)));
  return rounded({ value, exponent: exponent + whole });
}

/** The natural logarithm: one step of Newton's from the host's, which has half of the digits right. */
export function logarithm(x: number): Double2 {
  let { mantissa, exponent } = frexp(x);
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  const guess = Math.log(mantissa);
  const error = exponent === 0 && Math.abs(mantissa - 1) < 0.25 ? nearOne(mantissa, guess) : newton(mantissa, guess);
  const fraction = plus(of(guess), error);
  return exponent === 0 ? fraction : plus(plus(times(LN2, of(exponent)), of(exponent * LN2_THIRD)), fraction);
}

/** What is missing from `guess` to the logarithm: with f = m·e**−guess − 1, log(1 + f). */
function newton(mantissa: number, guess: number): Double2 {
  const { value, exponent } = expScaled(of(-guess));
  const f = minus(times(of(mantissa), scaledBy(value, 2 ** exponent)), ONE);
  return plus(f, of((-f.high * f.high) / 2));
}

/** The same without losing the small difference of the argument from 1. */
function nearOne(mantissa: number, guess: number): Double2 {
  const part = smallExp(of(-guess));
  const f = plus(of(mantissa - 1), plus(part, times(of(mantissa - 1), part)));
  return plus(f, of((-f.high * f.high) / 2));
}

export const log = (x: number): number => (x === 1 ? 0 : logarithm(x).high);
export const log2 = (x: number): number => (x === 1 ? 0 : over(logarithm(x), LN2).high);
/** The C library's own: the exponent's part is split, so that powers of ten come out whole. */
export function log10(x: number): number {
  const parts = frexp(x);
  // Below 1 the mantissa is taken from 1 to 2, and from 1/2 to 1 elsewhere, so that nothing cancels.
  const exponent = parts.exponent - 1;
  const lift = exponent < 0 ? 1 : 0;
  const whole = exponent + lift;
  const mantissa = parts.mantissa * (lift === 1 ? 1 : 2);
  const rest = whole * 3.69423907715893078616e-13 + 0.434294481903251816668 * log(mantissa);
  return rest + whole * 0.301029995663611771306;
}

const HALF_PI: Double2 = { high: 1.5707963267948966, low: 6.123233995736766e-17 };
const HALF_PI_THIRD = -1.4973849048591833e-33;
export const PI: Double2 = { high: Math.PI, low: 1.2246467991473532e-16 };

interface Reduced {
  readonly quadrant: number;
  readonly rest: Double2;
}

const piBits = 1300n;
let piDigits = 0n;

/** π · 2**1300, by Machin's formula. */
function piScaled(): bigint {
  if (piDigits !== 0n) return piDigits;
  const one = 1n << (piBits + 32n);
  const arctan = (inverse: bigint): bigint => {
    let term = one / inverse;
    let sum = term;
    for (let n = 3n; term !== 0n; n += 2n) {
      term = -term / (inverse * inverse);
      sum += term / n;
    }
    return sum;
  };
  return (piDigits = (4n * (4n * arctan(5n) - arctan(239n))) >> 32n);
}

/** x less a multiple of π / 2, of which the last two bits are the quadrant. */
function reduced(x: number): Reduced {
  if (Math.abs(x) < 0.785) return { quadrant: 0, rest: of(x) };
  if (Math.abs(x) > 100000) return reducedExactly(x);
  const count = Math.round(x / HALF_PI.high);
  const first = product(count, HALF_PI.high);
  const rest = plus(plus(of(x), negated(first)), plus(negated(product(count, HALF_PI.low)), of(-count * HALF_PI_THIRD)));
  return { quadrant: count & 3, rest };
}

function reducedExactly(x: number): Reduced {
  const { mantissa, exponent } = frexp(x);
  const whole = BigInt(mantissa * 2 ** 53);
  const shift = BigInt(exponent - 53);
  const halfPi = piScaled() >> 1n;
  const scaled = shift >= 0n ? whole << (piBits + shift) : (whole << piBits) >> -shift;
  const doubled = 2n * scaled + halfPi;
  let count = doubled / (2n * halfPi);
  if (doubled < 0n && count * 2n * halfPi !== doubled) count--;
  const rest = scaled - count * halfPi;
  const high = Number(rest >> (piBits - 200n)) * 2 ** -200;
  const low = Number((rest - (BigInt(high * 2 ** 200) << (piBits - 200n))) >> (piBits - 320n)) * 2 ** -320;
  return { quadrant: Number(BigInt.asUintN(2, count)), rest: normal(high, low) };
}

/** x − x³/3! + x⁵/5! … for at most π / 4; `first` 1 for the sine, 0 for the cosine. */
function series(x: Double2, first: 0 | 1): Double2 {
  const square = times(x, x);
  const size = Math.abs(x.high);
  const terms = size > 0.4 ? 27 : size > 0.1 ? 19 : size > 0.001 ? 11 : 7;
  let sum: Double2 = ZERO;
  for (let term = terms - 1 + first; term >= 2 + first; term -= 2) sum = times(square, minus(reciprocalFactorials[term]!, sum));
  return first === 1 ? minus(x, times(x, sum)) : minus(ONE, sum);
}

interface SineCosine {
  readonly sine: Double2;
  readonly cosine: Double2;
}

function sineCosine(x: number): SineCosine {
  const { quadrant, rest } = reduced(x);
  const sine = series(rest, 1);
  const cosine = series(rest, 0);
  switch (quadrant) {
    case 0:
      return { sine, cosine };
    case 1:
      return { sine: cosine, cosine: negated(sine) };
    case 2:
      return { sine: negated(sine), cosine: negated(cosine) };
    default:
      return { sine: negated(cosine), cosine: sine };
  }
}

/** Below this a sine, a tangent and their inverses are their argument. */
const tiny = 1e-9;

export const sin = (x: number): number => (Math.abs(x) < tiny ? x : sineCosine(x).sine.high);
export const cos = (x: number): number => sineCosine(x).cosine.high;

export function tan(x: number): number {
  if (Math.abs(x) < tiny) return x;
  const { sine, cosine } = sineCosine(x);
  return over(sine, cosine).high;
}

/** The angle of a point with these coordinates: one step of Newton's from the host's. */
function angle(y: Double2, x: Double2): number {
  const guess = Math.atan2(y.high, x.high);
  const { sine, cosine } = sineCosine(guess);
  const error = over(minus(times(y, cosine), times(x, sine)), plus(times(x, cosine), times(y, sine)));
  return plus(of(guess), error).high;
}

export const atan = (x: number): number => (Math.abs(x) < tiny ? x : Math.abs(x) > 1e17 ? Math.atan(x) : angle(of(x), ONE));

export function atan2(y: number, x: number): number {
  if (y === 0 || x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.atan2(y, x);
  const up = frexp(y).exponent;
  const across = frexp(x).exponent;
  if (up - across > 60) return Math.atan2(y, x);
  if (across - up > 60) return x > 0 ? y / x : y > 0 ? Math.PI : -Math.PI;
  return angle(of(ldexp(y, -across)), of(ldexp(x, -across)));
}

/** The other side of a right-angled triangle with hypotenuse 1. */
const otherSide = (x: number): Double2 => root(times(minus(ONE, of(x)), plus(ONE, of(x))));

export const asin = (x: number): number => (Math.abs(x) < tiny ? x : angle(of(x), otherSide(x)));
export const acos = (x: number): number => (x === 1 ? 0 : angle(otherSide(x), of(x)));
