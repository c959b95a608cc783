import { NONE, NOT_IMPLEMENTED, VALUE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import * as float from '../text/float.ts';
import * as integer from '../text/integer.ts';
import type { Int } from '../text/integer.ts';
import { raise, textErrors } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import { RunStopped, type Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { exactInt, intOf } from './numbers.ts';

const MAX = Number.MAX_SAFE_INTEGER;
/** The largest bigint that JavaScript holds, in bits. */
const MAX_BITS = 2 ** 30 - 1;
/** Results up to here cost no more than a step. */
const CHEAP_BITS = 2048;
const CHEAP = 2n ** 1024n;
const MINUS_CHEAP = -CHEAP;

/** `bits` are about to be computed, each of them `work` times: charged by 30-bit digits, CPython's own unit. */
export function chargeBits(rt: Runtime, bits: number, work = 1): void {
  if (bits <= CHEAP_BITS) return;
  if (bits > MAX_BITS) throw new RunStopped({ budget: 'memory' });
  rt.charge(Math.ceil((bits / 30) * work), bits / 8);
}

const isCheap = (a: Int): boolean => typeof a === 'number' || (a < CHEAP && a > MINUS_CHEAP);

function chargeSum(rt: Runtime, a: Int, b: Int): void {
  if (!isCheap(a) || !isCheap(b)) chargeBits(rt, Math.max(integer.bitLength(a), integer.bitLength(b)));
}

/** Large products are computed by Fourier transforms: each digit costs about the logarithm of their number. */
function chargeProduct(rt: Runtime, a: Int, b: Int): void {
  if (isCheap(a) && isCheap(b)) return;
  chargeBits(rt, integer.mulBits(a, b), Math.log2(Math.min(integer.bitLength(a), integer.bitLength(b)) + 2));
}

function add(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= MAX && sum >= -MAX) return rt.newInt(sum);
  }
  chargeSum(rt, a, b);
  return rt.newInt(integer.add(a, b));
}

function subtract(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= MAX && difference >= -MAX) return rt.newInt(difference);
  }
  chargeSum(rt, a, b);
  return rt.newInt(integer.sub(a, b));
}

function multiply(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= MAX && product >= -MAX) return rt.newInt(product + 0);
  }
  chargeProduct(rt, a, b);
  return rt.newInt(integer.mul(a, b));
}

function floorDivide(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (b !== 0 && typeof a === 'number' && typeof b === 'number') return rt.newInt(Math.floor(a / b) + 0);
  chargeProduct(rt, a, b);
  return rt.newInt(textErrors(rt, () => integer.floordiv(a, b)));
}

function remainder(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (b !== 0 && typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return rt.newInt((rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0);
  }
  chargeProduct(rt, a, b);
  return rt.newInt(textErrors(rt, () => integer.mod(a, b)));
}

function divmod(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  chargeProduct(rt, a, b);
  const [quotient, rest] = textErrors(rt, () => integer.divmod(a, b));
  return newTuple(rt, [rt.newInt(quotient), rt.newInt(rest)]);
}

function trueDivide(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (b !== 0 && typeof a === 'number' && typeof b === 'number') return rt.newFloat(a / b);
  chargeProduct(rt, a, b);
  return rt.newFloat(textErrors(rt, () => integer.trueDiv(a, b)));
}

/** Mirrors long_pow(). */
function power(rt: Runtime, base: Ref, exponent: Ref, modulus: Ref): Eventual {
  const a = intOf(rt, base);
  const b = intOf(rt, exponent);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (modulus !== NONE) {
    const m = intOf(rt, modulus);
    if (m === undefined) return NOT_IMPLEMENTED;
    if (m === 0) raise(rt, VALUE_ERROR, 'pow() 3rd argument cannot be 0');
    rt.charge(integer.bitLength(b));
    chargeProduct(rt, m, m);
    return rt.newInt(textErrors(rt, () => integer.powMod(a, b, m)));
  }
  if (b < 0) return rt.newFloat(textErrors(rt, () => float.pow(integer.toFloat(a), integer.toFloat(b))!));
  const bits = integer.powBits(a, b);
  chargeBits(rt, bits, Math.log2(bits + 2));
  return rt.newInt(integer.pow(a, b));
}

function leftShift(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  // A shift by more than a C size can count is an error of its own, which `lshift` reports.
  if (b <= Number.MAX_SAFE_INTEGER) chargeBits(rt, integer.lshiftBits(a, b));
  return rt.newInt(textErrors(rt, () => integer.lshift(a, b)));
}

function rightShift(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  chargeSum(rt, a, 0);
  return rt.newInt(textErrors(rt, () => integer.rshift(a, b)));
}

const bitwise =
  (operation: (a: Int, b: Int) => Int) =>
  (rt: Runtime, left: Ref, right: Ref): Eventual => {
    const a = intOf(rt, left);
    const b = intOf(rt, right);
    if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
    chargeSum(rt, a, b);
    return rt.newInt(operation(a, b));
  };

const unary =
  (operation: (a: Int) => Int) =>
  (rt: Runtime, self: Ref): Eventual => {
    const value = rt.heap.payload[self] as Int;
    chargeSum(rt, value, 0);
    return rt.newInt(operation(value));
  };

const negative = unary(integer.neg);

export const intArithmetic: Slots = {
  nb_add: add,
  nb_subtract: subtract,
  nb_multiply: multiply,
  nb_floor_divide: floorDivide,
  nb_remainder: remainder,
  nb_divmod: divmod,
  nb_true_divide: trueDivide,
  nb_power: power,
  nb_lshift: leftShift,
  nb_rshift: rightShift,
  nb_and: bitwise(integer.and),
  nb_or: bitwise(integer.or),
  nb_xor: bitwise(integer.xor),
  nb_negative: negative,
  nb_absolute: (rt, self) => ((rt.heap.payload[self] as Int) < 0 ? negative(rt, self) : exactInt(rt, self)),
  nb_invert: unary(integer.invert),
};
