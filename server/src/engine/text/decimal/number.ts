/** Decimal numbers by the General Decimal Arithmetic Specification, as libmpdec computes them: pure functions, which note conditions in `Status`. */

export const enum Condition {
  CLAMPED = 1,
  CONVERSION_SYNTAX = 2,
  DIVISION_IMPOSSIBLE = 4,
  DIVISION_UNDEFINED = 8,
  FLOAT_OPERATION = 16,
  INEXACT = 32,
  INVALID_OPERATION = 64,
  OVERFLOW = 128,
  ROUNDED = 256,
  SUBNORMAL = 512,
  UNDERFLOW = 1024,
  DIVISION_BY_ZERO = 2048,
}

export const enum Special {
  NONE,
  INFINITY,
  NAN,
  SIGNALLING,
}

export interface DecimalNumber {
  readonly negative: boolean;
  /** The coefficient; of a NaN its payload, 0 for none. */
  readonly digits: bigint;
  readonly exponent: number;
  readonly special: Special;
}

export const roundings = ['ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP'] as const;
export type Rounding = (typeof roundings)[number];

export interface DecimalContext {
  readonly precision: number;
  readonly rounding: Rounding;
  readonly minimum: number;
  readonly maximum: number;
  readonly clamp: boolean;
}

/** What happened in an operation, as bits of `Condition`. */
export interface Status {
  conditions: number;
}

export const finite = (negative: boolean, digits: bigint, exponent: number): DecimalNumber => ({ negative, digits, exponent, special: Special.NONE });
export const infinity = (negative: boolean): DecimalNumber => ({ negative, digits: 0n, exponent: 0, special: Special.INFINITY });
export const notANumber: DecimalNumber = { negative: false, digits: 0n, exponent: 0, special: Special.NAN };

export const isNan = ({ special }: DecimalNumber): boolean => special >= Special.NAN;
export const isZero = ({ special, digits }: DecimalNumber): boolean => special === Special.NONE && digits === 0n;

export const digitsOf = (value: bigint): number => value.toString().length;
export const power10 = (exponent: number): bigint => 10n ** BigInt(exponent);
export const adjusted = ({ digits, exponent }: DecimalNumber): number => exponent + digitsOf(digits) - 1;
export const negated = (value: DecimalNumber): DecimalNumber => ({ ...value, negative: !value.negative });

export function fail(status: Status, condition: number): DecimalNumber {
  status.conditions |= condition;
  return notANumber;
}

/** Whether a quotient is to be one more, of which `rest` out of `whole` is cut off. */
function roundsUp(quotient: bigint, rest: bigint, whole: bigint, rounding: Rounding, negative: boolean): boolean {
  if (rest === 0n) return false;
  const half = rest * 2n - whole;
  switch (rounding) {
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_CEILING':
      return !negative;
    case 'ROUND_FLOOR':
      return negative;
    case 'ROUND_HALF_UP':
      return half >= 0n;
    case 'ROUND_HALF_DOWN':
      return half > 0n;
    case 'ROUND_HALF_EVEN':
      return half > 0n || (half === 0n && (quotient & 1n) === 1n);
    case 'ROUND_05UP':
      return quotient % 5n === 0n;
  }
}

/** A finite number with this exponent; says through `status` whether digits were lost. */
export function rescaled(value: DecimalNumber, exponent: number, rounding: Rounding, status: Status): DecimalNumber {
  const drop = exponent - value.exponent;
  if (value.digits === 0n) return finite(value.negative, 0n, exponent);
  if (drop <= 0) return finite(value.negative, value.digits * power10(-drop), exponent);
  status.conditions |= Condition.ROUNDED;
  // What lies wholly behind the last place is all the same, however far.
  const whole = power10(Math.min(drop, digitsOf(value.digits) + 1));
  const [quotient, rest] = [value.digits / whole, value.digits % whole];
  if (rest !== 0n) status.conditions |= Condition.INEXACT;
  return finite(value.negative, quotient + (roundsUp(quotient, rest, whole, rounding, value.negative) ? 1n : 0n), exponent);
}

function overflowed(negative: boolean, { rounding, precision, maximum }: DecimalContext, status: Status): DecimalNumber {
  status.conditions |= Condition.OVERFLOW | Condition.INEXACT | Condition.ROUNDED;
  const toInfinity = rounding === 'ROUND_UP' || rounding.startsWith('ROUND_HALF') || rounding === (negative ? 'ROUND_FLOOR' : 'ROUND_CEILING');
  return toInfinity ? infinity(negative) : finite(negative, power10(precision) - 1n, maximum - precision + 1);
}

/** Mirrors mpd_qfinalize(): the number as the context can hold it. */
export function fixed(value: DecimalNumber, context: DecimalContext, status: Status): DecimalNumber {
  if (value.special !== Special.NONE) return value;
  const { precision, minimum, maximum, clamp, rounding } = context;
  const tiny = minimum - precision + 1;
  const top = maximum - precision + 1;
  if (value.digits === 0n) {
    const exponent = Math.min(Math.max(value.exponent, tiny), clamp ? top : maximum);
    if (exponent === value.exponent) return value;
    status.conditions |= Condition.CLAMPED;
    return finite(value.negative, 0n, exponent);
  }
  const length = digitsOf(value.digits);
  const smallest = length + value.exponent - precision;
  if (smallest > top) return overflowed(value.negative, context, status);
  const isSubnormal = smallest < tiny;
  if (isSubnormal) status.conditions |= Condition.SUBNORMAL;
  const least = isSubnormal ? tiny : smallest;
  if (value.exponent < least) {
    const own: Status = { conditions: 0 };
    let result = rescaled(value, least, rounding, own);
    if (digitsOf(result.digits) > precision) {
      result = finite(result.negative, result.digits / 10n, result.exponent + 1);
      if (result.exponent > top) return overflowed(value.negative, context, status);
    }
    if (isSubnormal && (own.conditions & Condition.INEXACT) !== 0) {
      own.conditions |= Condition.UNDERFLOW;
      if (result.digits === 0n) own.conditions |= Condition.CLAMPED;
    }
    status.conditions |= own.conditions;
    return result;
  }
  if (clamp && value.exponent > top) {
    status.conditions |= Condition.CLAMPED;
    return finite(value.negative, value.digits * power10(value.exponent - top), top);
  }
  return value;
}

/** What an operation answers that has a NaN among its operands; null if it has none. */
export function nanOf(status: Status, ...operands: readonly DecimalNumber[]): DecimalNumber | null {
  const found = operands.find(({ special }) => special === Special.SIGNALLING) ?? operands.find(isNan);
  if (found === undefined) return null;
  if (found.special === Special.SIGNALLING) status.conditions |= Condition.INVALID_OPERATION;
  return { ...found, special: Special.NAN };
}

/** The signs and order of two numbers that are no NaN. */
export function compared(a: DecimalNumber, b: DecimalNumber): number {
  const signOf = (value: DecimalNumber): number => (isZero(value) ? 0 : value.negative ? -1 : 1);
  const [x, y] = [signOf(a), signOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  if (x === 0) return 0;
  if (a.special !== b.special) return (a.special === Special.INFINITY) === !a.negative ? 1 : -1;
  if (a.special === Special.INFINITY) return 0;
  const [high, low] = [adjusted(a), adjusted(b)];
  if (high !== low) return high > low === !a.negative ? 1 : -1;
  const exponent = Math.min(a.exponent, b.exponent);
  const [left, right] = [a.digits * power10(a.exponent - exponent), b.digits * power10(b.exponent - exponent)];
  return left === right ? 0 : left > right === !a.negative ? 1 : -1;
}
