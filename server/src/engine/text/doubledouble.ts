/**
 * Numbers of about 106 bits: sums of two doubles, of which the first is the nearest double to the sum. Functions computed
 * with them round as if they were exact, but for the rarest cases; the host's own differ from the C library's.
 */
export interface Double2 {
  readonly high: number;
  readonly low: number;
}

export const ZERO: Double2 = { high: 0, low: 0 };
export const ONE: Double2 = { high: 1, low: 0 };

export const of = (high: number): Double2 => ({ high, low: 0 });

export function normal(high: number, low: number): Double2 {
  const sum = high + low;
  return { high: sum, low: low - (sum - high) };
}

export function plus(a: Double2, b: Double2): Double2 {
  const sum = a.high + b.high;
  const part = sum - a.high;
  const rest = a.high - (sum - part) + (b.high - part);
  const lowSum = a.low + b.low;
  const lowPart = lowSum - a.low;
  const lowRest = a.low - (lowSum - lowPart) + (b.low - lowPart);
  const first = normal(sum, rest + lowSum);
  return normal(first.high, first.low + lowRest);
}

export const negated = (a: Double2): Double2 => ({ high: -a.high, low: -a.low });
export const minus = (a: Double2, b: Double2): Double2 => plus(a, negated(b));

/** a * b exactly, where nothing overflows or gets lost below. */
export function product(a: number, b: number): Double2 {
  const high = a * b;
  const shiftedA = 134217729 * a;
  const a1 = shiftedA - (shiftedA - a);
  const a0 = a - a1;
  const shiftedB = 134217729 * b;
  const b1 = shiftedB - (shiftedB - b);
  const b0 = b - b1;
  return { high, low: a1 * b1 - high + a1 * b0 + a0 * b1 + a0 * b0 };
}

export function times(a: Double2, b: Double2): Double2 {
  const { high, low } = product(a.high, b.high);
  return normal(high, low + (a.high * b.low + a.low * b.high));
}

export function over(a: Double2, b: Double2): Double2 {
  const first = a.high / b.high;
  const rest = minus(a, times(b, of(first)));
  const second = rest.high / b.high;
  const rest2 = minus(rest, times(b, of(second)));
  return plus(normal(first, second), of(rest2.high / b.high));
}

export function root(a: Double2): Double2 {
  if (a.high <= 0) return ZERO;
  const first = Math.sqrt(a.high);
  const rest = minus(a, product(first, first));
  return normal(first, rest.high / (2 * first));
}

export const scaledBy = (a: Double2, power: number): Double2 => ({ high: a.high * power, low: a.low * power });
