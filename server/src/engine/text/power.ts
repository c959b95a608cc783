import { frexp, ldexp } from './double.ts';

/**
 * Powers of doubles, correctly rounded but for the rarest case.
 * The host's Math.pow is not used: its last digit depends on the JavaScript engine, and often differs from the
 * C library's. Numbers here are sums of two doubles, of which the first is the nearest double to the sum.
 */
interface Double2 {
  readonly high: number;
  readonly low: number;
}

const ONE: Double2 = { high: 1, low: 0 };
const LN2: Double2 = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };

function normal(high: number, low: number): Double2 {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

function plus(a: Double2, b: Double2): Double2 {
  const sum = a.high + b.high;
  const part = sum - a.high;
  return normal(sum, a.high - (sum - part) + (b.high - part) + a.low + b.low);
}

/** A double as two halves of 26 bits, whose products are exact. */
function halves(x: number): [number, number] {
  const shifted = 134217729 * x;
  const high = shifted - (shifted - x);
  return [high, x - high];
}

function times(a: Double2, b: Double2): Double2 {
  const product = a.high * b.high;
  const [a1, a0] = halves(a.high);
  const [b1, b0] = halves(b.high);
  const error = a1 * b1 - product + a1 * b0 + a0 * b1 + a0 * b0;
  return normal(product, error + a.high * b.low + a.low * b.high);
}

function over(a: Double2, b: Double2): Double2 {
  const first = a.high / b.high;
  const rest = plus(a, times(b, { high: -first, low: 0 }));
  const second = rest.high / b.high;
  const rest2 = plus(rest, times(b, { high: -second, low: 0 }));
  return plus(normal(first, second), { high: rest2.high / b.high, low: 0 });
}

const TERMS = 11;
const HALVINGS = 8;

/** e**a for a small a: the series for a / 2**8, squared as often. */
function exp(a: Double2): Double2 {
  const scale = 2 ** -HALVINGS;
  const x = { high: a.high * scale, low: a.low * scale };
  // The sum is kept without its 1, which would drown what the squaring multiplies.
  let sum: Double2 = { high: 0, low: 0 };
  for (let term = TERMS; term >= 1; term--) {
    sum = over(times(x, plus(ONE, sum)), { high: term, low: 0 });
  }
  for (let i = 0; i < HALVINGS; i++) sum = plus({ high: sum.high * 2, low: sum.low * 2 }, times(sum, sum));
  return plus(ONE, sum);
}

/** The natural logarithm: one step of Newton's from the host's, which has half of the digits right. */
function log(x: number): Double2 {
  let { mantissa, exponent } = frexp(x);
  if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  const guess = Math.log(mantissa);
  const error = plus(times({ high: mantissa, low: 0 }, exp({ high: -guess, low: 0 })), { high: -1, low: 0 });
  const correction = plus(error, { high: (-error.high * error.high) / 2, low: 0 });
  const fraction = plus({ high: guess, low: 0 }, correction);
  return plus(times({ high: exponent, low: 0 }, LN2), fraction);
}

/** x ** y for x > 0, both finite; Infinity where it overflows. */
export function power(x: number, y: number): number {
  if (x === 1) return 1;
  const rough = Math.log(x) * y;
  if (rough > 711) return Infinity;
  if (rough < -747) return 0;
  if (Number.isInteger(y) && Math.abs(y) <= 64) {
    const result = wholePower(x, Math.abs(y));
    if (result !== null) return y > 0 ? result.high : over(ONE, result).high;
  }
  const exponent = times(log(x), { high: y, low: 0 });
  const doublings = Math.round(exponent.high / Math.LN2);
  const rest = plus(exponent, times(LN2, { high: -doublings, low: 0 }));
  const result = exp(rest);
  return ldexp(result.high, doublings);
}

/** The square root of x² + y², of which the host's Math.hypot often gets the last digit wrong. */
export function hypot(x: number, y: number): number {
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (size === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.hypot(x, y);
  const { exponent } = frexp(size);
  const a = { high: ldexp(x, -exponent), low: 0 };
  const b = { high: ldexp(y, -exponent), low: 0 };
  const sum = plus(times(a, a), times(b, b));
  const root = Math.sqrt(sum.high);
  const rest = plus(sum, times({ high: root, low: 0 }, { high: -root, low: 0 }));
  return ldexp(root + rest.high / (2 * root), exponent);
}

/** x ** count by squaring, as long as it stays where doubles keep all their digits. */
function wholePower(x: number, count: number): Double2 | null {
  let result = ONE;
  let square: Double2 = { high: x, low: 0 };
  for (let left = count; left > 0; left = Math.floor(left / 2)) {
    if (!(square.high < 1e150 && square.high > 1e-150)) return null;
    if (left % 2 === 1) result = times(result, square);
    if (!(result.high < 1e290 && result.high > 1e-290)) return null;
    square = times(square, square);
  }
  return result;
}
