import { adjusted, Condition, digitsOf, fail, finite, fixed, infinity, isZero, nanOf, negated, power10, rescaled, Special, type DecimalContext, type DecimalNumber, type Status } from './number.ts';

type Operation = (a: DecimalNumber, b: DecimalNumber, context: DecimalContext, status: Status) => DecimalNumber;

export const add: Operation = (a, b, context, status) => {
  const nan = nanOf(status, a, b);
  if (nan !== null) return nan;
  if (a.special === Special.INFINITY) return b.special === Special.INFINITY && a.negative !== b.negative ? fail(status, Condition.INVALID_OPERATION) : a;
  if (b.special === Special.INFINITY) return b;
  const exponent = Math.min(a.exponent, b.exponent);
  const zeroSign = a.negative === b.negative ? a.negative : context.rounding === 'ROUND_FLOOR';
  if (a.digits === 0n && b.digits === 0n) return fixed(finite(zeroSign, 0n, exponent), context, status);
  const [x, y] = [toward(a, b, context), toward(b, a, context)];
  const least = Math.min(x.exponent, y.exponent);
  const signed = ({ negative, digits, exponent: e }: DecimalNumber): bigint => (negative ? -digits : digits) * power10(e - least);
  const sum = signed(x) + signed(y);
  return fixed(sum === 0n ? finite(zeroSign, 0n, least) : finite(sum < 0n, sum < 0n ? -sum : sum, least), context, status);
};

/** A summand as it matters beside the other: far behind its last place it is but a trace, and a zero has the other's places. */
function toward(value: DecimalNumber, other: DecimalNumber, { precision }: DecimalContext): DecimalNumber {
  if (other.digits === 0n) return value;
  const cut = other.exponent + Math.min(-1, digitsOf(other.digits) - precision - 2);
  if (value.digits === 0n) return finite(value.negative, 0n, Math.max(value.exponent, other.exponent - precision - 1));
  return adjusted(value) < cut && value.exponent < other.exponent ? finite(value.negative, 1n, cut) : value;
}

export const subtract: Operation = (a, b, context, status) => nanOf(status, a, b) ?? add(a, negated(b), context, status);

export const multiply: Operation = (a, b, context, status) => {
  const nan = nanOf(status, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.special === Special.INFINITY || b.special === Special.INFINITY) return isZero(a) || isZero(b) ? fail(status, Condition.INVALID_OPERATION) : infinity(negative);
  return fixed(finite(negative, a.digits * b.digits, a.exponent + b.exponent), context, status);
};

/** A number with fewer zeros at its end, but no exponent above `ideal`. */
function reduced(negative: boolean, digits: bigint, exponent: number, ideal: number): DecimalNumber {
  while (exponent < ideal && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1];
  return finite(negative, digits, exponent);
}

export const divide: Operation = (a, b, context, status) => {
  const nan = nanOf(status, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.special === Special.INFINITY) return b.special === Special.INFINITY ? fail(status, Condition.INVALID_OPERATION) : infinity(negative);
  if (b.special === Special.INFINITY) {
    status.conditions |= Condition.CLAMPED;
    return finite(negative, 0n, context.minimum - context.precision + 1);
  }
  if (b.digits === 0n) {
    if (a.digits === 0n) return fail(status, Condition.DIVISION_UNDEFINED);
    status.conditions |= Condition.DIVISION_BY_ZERO;
    return infinity(negative);
  }
  const ideal = a.exponent - b.exponent;
  if (a.digits === 0n) return fixed(finite(negative, 0n, ideal), context, status);
  const shift = Math.max(0, digitsOf(b.digits) - digitsOf(a.digits) + context.precision + 1);
  const dividend = a.digits * power10(shift);
  const [quotient, rest] = [dividend / b.digits, dividend % b.digits];
  // A last digit that is no tie makes the rounding right.
  if (rest !== 0n) return fixed(finite(negative, quotient % 5n === 0n ? quotient + 1n : quotient, ideal - shift), context, status);
  return fixed(reduced(negative, quotient, ideal - shift, ideal), context, status);
};

/** Mirrors _mpd_qdivmod(): integer quotient and remainder; null where the quotient has too many digits. */
function parts(a: DecimalNumber, b: DecimalNumber, context: DecimalContext): readonly [DecimalNumber, DecimalNumber] | null {
  const negative = a.negative !== b.negative;
  const ideal = Math.min(a.exponent, b.exponent);
  if (b.special === Special.INFINITY) return [finite(negative, 0n, 0), a];
  if (a.digits === 0n || adjusted(a) < adjusted(b)) {
    const rest = a.digits === 0n ? finite(a.negative, 0n, ideal) : a.exponent > ideal ? rescaled(a, ideal, 'ROUND_DOWN', { conditions: 0 }) : a;
    return [finite(negative, 0n, 0), rest];
  }
  if (adjusted(a) - adjusted(b) > context.precision) return null;
  const [x, y] = [a.digits * power10(a.exponent - ideal), b.digits * power10(b.exponent - ideal)];
  if (digitsOf(x / y) > context.precision) return null;
  return [finite(negative, x / y, 0), finite(a.negative, x % y, ideal)];
}

export const divideInteger: Operation = (a, b, context, status) => {
  const nan = nanOf(status, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.special === Special.INFINITY) return b.special === Special.INFINITY ? fail(status, Condition.INVALID_OPERATION) : infinity(negative);
  if (isZero(b)) {
    if (a.digits === 0n) return fail(status, Condition.DIVISION_UNDEFINED);
    status.conditions |= Condition.DIVISION_BY_ZERO;
    return infinity(negative);
  }
  return parts(a, b, context)?.[0] ?? fail(status, Condition.DIVISION_IMPOSSIBLE);
};

export const remainder: Operation = (a, b, context, status) => {
  const nan = nanOf(status, a, b);
  if (nan !== null) return nan;
  if (a.special === Special.INFINITY) return fail(status, Condition.INVALID_OPERATION);
  if (isZero(b)) return fail(status, a.digits === 0n ? Condition.DIVISION_UNDEFINED : Condition.INVALID_OPERATION);
  const found = parts(a, b, context);
  return found === null ? fail(status, Condition.DIVISION_IMPOSSIBLE) : fixed(found[1], context, status);
};

/** A power with an integer exponent, but for those too large to be computed exactly: they answer null. */
export function power(base: DecimalNumber, exponent: DecimalNumber, context: DecimalContext, status: Status): DecimalNumber | null {
  const nan = nanOf(status, base, exponent);
  if (nan !== null) return nan;
  if (base.special !== Special.NONE || exponent.special !== Special.NONE) return null;
  const whole = rescaled(exponent, 0, 'ROUND_DOWN', { conditions: 0 });
  if (exponent.exponent < 0 && whole.digits * power10(-exponent.exponent) !== exponent.digits) return null;
  if (whole.digits > 2000n || digitsOf(base.digits) * Number(whole.digits) > 40_000) return null;
  const times = Number(whole.digits);
  if (times === 0) return base.digits === 0n ? fail(status, Condition.INVALID_OPERATION) : finite(false, 1n, 0);
  const negative = base.negative && times % 2 === 1;
  if (base.digits === 0n) {
    if (!exponent.negative) return finite(negative, 0n, 0);
    return infinity(negative);
  }
  const raised = finite(negative, base.digits ** BigInt(times), base.exponent * times);
  return exponent.negative ? divide(finite(false, 1n, 0), raised, context, status) : fixed(raised, context, status);
}

/** Mirrors mpd_qsqrt(): correctly rounded, half to even. */
export function squareRoot(value: DecimalNumber, context: DecimalContext, status: Status): DecimalNumber {
  const nan = nanOf(status, value);
  if (nan !== null) return nan;
  const ideal = Math.floor(value.exponent / 2);
  if (isZero(value)) return fixed(finite(value.negative, 0n, ideal), context, status);
  if (value.negative) return fail(status, Condition.INVALID_OPERATION);
  if (value.special === Special.INFINITY) return value;
  const odd = Math.abs(value.exponent % 2);
  const coefficient = odd === 1 ? value.digits * 10n : value.digits;
  const length = (digitsOf(value.digits) >> 1) + 1;
  const shift = Math.max(0, context.precision + 1 - length);
  const scaled = coefficient * power10(2 * shift);
  let root = 1n << BigInt(Math.ceil(scaled.toString(2).length / 2));
  for (;;) {
    const next = (root + scaled / root) >> 1n;
    if (next >= root) break;
    root = next;
  }
  const even: DecimalContext = { ...context, rounding: 'ROUND_HALF_EVEN' };
  const isExact = root * root === scaled;
  if (isExact) return fixed(reduced(false, root, ideal - shift, ideal), even, status);
  return fixed(finite(false, root % 5n === 0n ? root + 1n : root, ideal - shift), even, status);
}

export const quantize: Operation = (a, b, context, status) => {
  const nan = nanOf(status, a, b);
  if (nan !== null) return nan;
  if (a.special !== Special.NONE || b.special !== Special.NONE) return a.special === b.special ? a : fail(status, Condition.INVALID_OPERATION);
  const { minimum, maximum, precision, rounding } = context;
  if (b.exponent > maximum || b.exponent < minimum - precision + 1) return fail(status, Condition.INVALID_OPERATION);
  if (a.digits === 0n) return fixed(finite(a.negative, 0n, b.exponent), context, status);
  if (adjusted(a) > maximum || adjusted(a) - b.exponent + 1 > precision) return fail(status, Condition.INVALID_OPERATION);
  const result = rescaled(a, b.exponent, rounding, status);
  if (result.digits !== 0n && (adjusted(result) > maximum || digitsOf(result.digits) > precision)) return fail(status, Condition.INVALID_OPERATION);
  return fixed(result, context, status);
};

/** Without the zeros at its end. */
export function normalized(value: DecimalNumber, context: DecimalContext, status: Status): DecimalNumber {
  const nan = nanOf(status, value);
  if (nan !== null) return nan;
  const result = fixed(value, context, status);
  if (result.special !== Special.NONE) return result;
  if (result.digits === 0n) return finite(result.negative, 0n, 0);
  return reduced(result.negative, result.digits, result.exponent, context.clamp ? context.maximum - context.precision + 1 : context.maximum);
}
