import { OVERFLOW_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { chargeBits } from '../../objects/int-arithmetic.ts';
import { abs, bitLength, compare, floordiv, gcd, isqrt, mul, normalize, sub, type Int } from '../../text/integer.ts';

const largest = 2n ** 63n - 1n;

/** The product of the whole numbers from `low` to `high`, by halves, so that large factors meet large ones. */
function rangeProduct(low: bigint, high: bigint): bigint {
  if (high - low < 8n) {
    let product = 1n;
    for (let n = low; n <= high; n++) product *= n;
    return product;
  }
  const middle = (low + high) >> 1n;
  return rangeProduct(low, middle) * rangeProduct(middle + 1n, high);
}

/** Charges for a product of `count` factors below `top`. */
function chargeProduct(rt: Runtime, count: Int, top: Int): void {
  const bits = Number(count) * bitLength(top);
  chargeBits(rt, bits, bits ** 0.6 / 8 + 1);
}

function* factorial(rt: Runtime, object: Ref): Steps<Ref> {
  const n = yield* index(rt, object);
  if (n < 0) raise(rt, VALUE_ERROR, 'factorial() not defined for negative values');
  if (compare(n, largest) > 0) raise(rt, OVERFLOW_ERROR, `factorial() argument should not exceed ${largest}`);
  chargeProduct(rt, n, n);
  return rt.newInt(n === 0 ? 1 : normalize(rangeProduct(1n, BigInt(n))));
}

function checkNatural(rt: Runtime, name: string, value: Int): void {
  if (value < 0) raise(rt, VALUE_ERROR, `${name} must be a non-negative integer`);
}

/** n · (n − 1) · … of k factors. */
function falling(rt: Runtime, n: Int, k: Int): bigint {
  chargeProduct(rt, k, n);
  return rangeProduct(BigInt(n) - BigInt(k) + 1n, BigInt(n));
}

function* perm(rt: Runtime, [first, second]: readonly Ref[]): Steps<Ref> {
  if (second === NULL || rt.heap.payload[second!] === null) return yield* factorial(rt, first!);
  const n = yield* index(rt, first!);
  const k = yield* index(rt, second!);
  checkNatural(rt, 'n', n);
  checkNatural(rt, 'k', k);
  if (compare(n, k) < 0) return rt.newInt(0);
  if (compare(k, largest) > 0) raise(rt, OVERFLOW_ERROR, `k must not exceed ${largest}`);
  return rt.newInt(k === 0 ? 1 : normalize(falling(rt, n, k)));
}

function* comb(rt: Runtime, [first, second]: readonly Ref[]): Steps<Ref> {
  const n = yield* index(rt, first!);
  const k = yield* index(rt, second!);
  checkNatural(rt, 'n', n);
  checkNatural(rt, 'k', k);
  const rest = sub(n, k);
  if (rest < 0) return rt.newInt(0);
  const least = compare(rest, k) < 0 ? rest : k;
  if (compare(least, largest) > 0) raise(rt, OVERFLOW_ERROR, `min(n - k, k) must not exceed ${largest}`);
  if (least === 0) return rt.newInt(1);
  return rt.newInt(normalize(falling(rt, n, least) / rangeProduct(1n, BigInt(least))));
}

/** `gcd` or `lcm` of any number of ints; each argument is looked at, even where the answer is known. */
function* folded(rt: Runtime, args: readonly Ref[], start: Int, combine: (a: Int, b: Int) => Int): Steps<Ref> {
  let result: Int | null = null;
  for (const object of args) {
    const value = yield* index(rt, object);
    if (result === null) result = abs(value);
    else {
      chargeBits(rt, Math.max(bitLength(result), bitLength(value)), 8);
      result = combine(result, value);
    }
  }
  return rt.newInt(result ?? start);
}

const lcm = (a: Int, b: Int): Int => (a === 0 || b === 0 ? 0 : abs(mul(floordiv(a, gcd(a, b)), b)));

export const integerFunctions: readonly NativeFunction[] = [
  suspending('factorial', 'n, /', (rt, _module, [n]) => factorial(rt, n!)),
  suspending('comb', 'n, k, /', (rt, _module, args) => comb(rt, args)),
  suspending('perm', 'n, k=None, /', (rt, _module, args) => perm(rt, args)),
  rawNative('gcd', (rt, _module, args) => begin(rt, folded(rt, args, 0, gcd))),
  rawNative('lcm', (rt, _module, args) => begin(rt, folded(rt, args, 1, lcm))),
  suspending('isqrt', 'n, /', function* (rt, _module, [n]) {
    const value = yield* index(rt, n!);
    chargeBits(rt, bitLength(value), 8);
    return rt.newInt(textErrors(rt, () => isqrt(value)));
  }),
];
