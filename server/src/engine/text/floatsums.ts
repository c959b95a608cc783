import { frexp, ldexp } from './double.ts';
import { product } from './doubledouble.ts';
import { TextError } from './error.ts';
import { scaled } from './decimal.ts';
import { bitLength, ratioToFloat } from './integer.ts';

interface Pair {
  readonly high: number;
  readonly low: number;
}

const fastSum = (a: number, b: number): Pair => {
  const high = a + b;
  return { high, low: a - high + b };
};

const exactSum = (a: number, b: number): Pair => {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
};

/** The length of a vector of at least one number. Mirrors vector_norm(). */
export function norm(values: readonly number[]): number {
  const sizes = values.map(Math.abs);
  if (sizes.includes(Infinity)) return Infinity;
  if (sizes.some(Number.isNaN)) return NaN;
  const most = Math.max(0, ...sizes);
  if (most === 0 || sizes.length <= 1) return most;
  const { exponent } = frexp(most);
  if (exponent < -1023) return Number.MIN_VALUE * 2 ** 52 * norm(sizes.map((size) => size / 2.2250738585072014e-308));
  const scale = ldexp(1, -exponent);
  let sum = 1;
  let products = 0;
  let sums = 0;
  const addTo = (value: Pair): void => {
    const next = fastSum(sum, value.high);
    sum = next.high;
    products += value.low;
    sums += next.low;
  };
  for (const size of sizes) addTo(product(size * scale, size * scale));
  const root = Math.sqrt(sum - 1 + (products + sums));
  addTo(product(-root, root));
  const rest = sum - 1 + (products + sums);
  return (root + rest / (2 * root)) / scale;
}

/** A running sum of floats that loses nothing. Mirrors math_fsum(). */
export class ExactSum {
  private readonly partials: number[] = [];
  private special = 0;
  private infinities = 0;

  add(value: number): void {
    const { partials } = this;
    let x = value;
    let kept = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const { high, low } = fastSum(x, y);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    if (x === 0) return;
    if (Number.isFinite(x)) {
      partials.push(x);
      return;
    }
    if (Number.isFinite(value)) throw new TextError('OverflowError', 'intermediate overflow in fsum');
    if (!Number.isNaN(value)) this.infinities += value;
    this.special += value;
    partials.length = 0;
  }

  result(): number {
    if (this.special !== 0) {
      if (Number.isNaN(this.infinities)) throw new TextError('ValueError', '-inf + inf in fsum');
      return this.special;
    }
    const { partials } = this;
    let at = partials.length;
    if (at === 0) return 0;
    let high = partials[--at]!;
    let low = 0;
    while (at > 0 && low === 0) ({ high, low } = fastSum(high, partials[--at]!));
    // What is below decides a tie.
    if (at > 0 && low !== 0 && low < 0 === partials[at - 1]! < 0) {
      const doubled = low * 2;
      const sum = high + doubled;
      if (doubled === sum - high) high = sum;
    }
    return high;
  }
}

/** A sum of products in three parts (TripleLength). */
export class DotProduct {
  high = 0;
  private low = 0;
  private tiny = 0;

  /** Adds a product; false, and nothing is changed, where the sum is no longer finite. */
  add(a: number, b: number): boolean {
    const term = product(a, b);
    const sum = exactSum(this.high, term.high);
    if (!Number.isFinite(sum.high)) return false;
    const first = exactSum(this.low, term.low);
    const second = exactSum(first.high, sum.low);
    this.high = sum.high;
    this.low = second.high;
    this.tiny += first.low + second.low;
    return true;
  }

  result(): number {
    const last = exactSum(this.low, this.high);
    return this.tiny + last.low + last.high;
  }
}

/** x * y + z, rounded once, for finite arguments; an infinity is an overflow. */
export function fma(x: number, y: number, z: number): number {
  if (!Number.isFinite(z) && Number.isFinite(x) && Number.isFinite(y)) return z;
  const nearly = x * y + z;
  if (x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) return nearly;
  const a = scaled(x);
  const b = scaled(y);
  const c = scaled(z);
  const exponent = Math.min(a.exponent + b.exponent, c.exponent);
  const sum = ((a.mantissa * b.mantissa) << BigInt(a.exponent + b.exponent - exponent)) + (z === 0 ? 0n : c.mantissa << BigInt(c.exponent - exponent));
  if (sum === 0n) return z === 0 ? nearly : 0;
  if (bitLength(sum < 0n ? -sum : sum) + exponent > 1025) return sum < 0n ? -Infinity : Infinity;
  const size = ratioToFloat(sum < 0n ? -sum : sum, 1n, exponent);
  return sum < 0n ? -size : size;
}

const double = new Float64Array(1);
const bits = new BigUint64Array(double.buffer);
const sign = 1n << 63n;

const bitsOf = (x: number): bigint => {
  double[0] = x;
  return bits[0]!;
};

const fromBits = (value: bigint): number => {
  bits[0] = value;
  return double[0]!;
};

/** The float so many steps from x in the direction of y. Mirrors math_nextafter_impl(). */
export function nextAfter(x: number, y: number, steps: bigint): number {
  if (steps === 0n || Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  const from = bitsOf(x);
  const to = bitsOf(y);
  if (from === to) return x;
  const fromSize = from & ~sign;
  const toSize = to & ~sign;
  if (((from ^ to) & sign) !== 0n) {
    if (fromSize + toSize <= steps) return y;
    if (fromSize < steps) return fromBits((to & sign) | (steps - fromSize));
    return fromBits(from - steps);
  }
  if (fromSize > toSize) return fromSize - toSize >= steps ? fromBits(from - steps) : y;
  return toSize - fromSize >= steps ? fromBits(from + steps) : y;
}

/** The next float after x in the direction of y, another number. */
export function nextTowards(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  return fromBits(x < y === x > 0 ? bitsOf(x) + 1n : bitsOf(x) - 1n);
}

/** Mirrors m_remainder() for finite x and y other than 0. */
export function ieeeRemainder(x: number, y: number): number {
  const size = Math.abs(x);
  const divisor = Math.abs(y);
  const rest = size % divisor;
  const other = divisor - rest;
  let result: number;
  if (rest < other) result = rest;
  else if (rest > other) result = -other;
  else result = rest - 2 * ((0.5 * (size - rest)) % divisor);
  return x < 0 || Object.is(x, -0) ? -result : result;
}
