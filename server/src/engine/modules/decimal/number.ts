import { FLOAT, LIST, NOT_IMPLEMENTED, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { isInt, isStr, isTuple } from '../../objects/arguments.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance, lookup, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { Compare } from '../../compiler/opcodes.ts';
import { holds, index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import type { Slots } from '../../objects/core/slots.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { formatMethod } from '../../objects/format-method.ts';
import { setHash } from '../../objects/hashes.ts';
import { chargeText } from '../../objects/text-results.ts';
import { scaled } from '../../text/decimal.ts';
import * as arithmetic from '../../text/decimal/arithmetic.ts';
import { adjusted, compared, Condition, finite, fixed, infinity, isNan, isZero, nanOf, negated, notANumber, power10, rescaled, roundings, Special, type DecimalContext, type DecimalNumber, type Rounding, type Status } from '../../text/decimal/number.ts';
import { decimalText, formatDecimal, parseDecimal } from '../../text/decimal/text.ts';
import { hashInt, hashPointer } from '../../text/hash.ts';
import { parseFloat } from '../../text/numerals.ts';
import { CONTEXT, computing, contextOf, current, note, roundingWords } from './context.ts';

export const DECIMAL = moduleTypeHandle();

/** Payload of a Decimal. */
class Decimal {
  readonly unchanging = true;
  constructor(readonly value: DecimalNumber) {}
}

export const valueOf = (rt: Runtime, self: Ref): DecimalNumber => (rt.heap.payload[self] as Decimal).value;

const newDecimal = (rt: Runtime, value: DecimalNumber, type = DECIMAL): Ref => {
  rt.charge(1, 16);
  return newInstance(rt, type, new Decimal(value));
};

/** The digits of an exact number that is written with this exponent could be more than there is room for. */
const chargePower = (rt: Runtime, exponent: number): void => chargeText(rt, Math.abs(exponent));

function ofInt(value: number | bigint): DecimalNumber {
  const digits = BigInt(value);
  return finite(digits < 0n, digits < 0n ? -digits : digits, 0);
}

function ofFloat(x: number): DecimalNumber {
  if (Number.isNaN(x)) return notANumber;
  if (!Number.isFinite(x)) return infinity(x < 0);
  const negative = Object.is(x, -0) || x < 0;
  if (x === 0) return finite(negative, 0n, 0);
  let { mantissa, exponent } = scaled(Math.abs(x));
  while (mantissa % 2n === 0n && exponent < 0) [mantissa, exponent] = [mantissa / 2n, exponent + 1];
  return exponent >= 0 ? finite(negative, mantissa << BigInt(exponent), 0) : finite(negative, mantissa * 5n ** BigInt(-exponent), exponent);
}

/** An operand of an operation: Decimal or int; null for others. */
function operand(rt: Runtime, object: Ref): DecimalNumber | null {
  if (isInstance(rt, object, DECIMAL)) return valueOf(rt, object);
  return isInt(rt, object) ? ofInt(rt.heap.payload[object] as number | bigint) : null;
}

type Work = (a: DecimalNumber, b: DecimalNumber, context: DecimalContext, status: Status) => DecimalNumber;

const binary = (work: Work) => (rt: Runtime, left: Ref, right: Ref): Eventual => {
  const [a, b] = [operand(rt, left), operand(rt, right)];
  if (a === null || b === null) return NOT_IMPLEMENTED;
  return newDecimal(rt, computing(rt, current(rt), (context, status) => work(a, b, context, status)));
};

const unary = (work: (value: DecimalNumber, context: DecimalContext, status: Status) => DecimalNumber) => (rt: Runtime, self: Ref): Ref =>
  newDecimal(rt, computing(rt, current(rt), (context, status) => work(valueOf(rt, self), context, status)));

const plus = (value: DecimalNumber, context: DecimalContext, status: Status): DecimalNumber =>
  nanOf(status, value) ?? fixed(isZero(value) && context.rounding !== 'ROUND_FLOOR' ? { ...value, negative: false } : value, context, status);

/** Numbers that are compared, exactly; null for others. */
function comparable(rt: Runtime, object: Ref, op: number): DecimalNumber | null {
  const known = operand(rt, object);
  if (known !== null) return known;
  if (isInstance(rt, object, FLOAT)) {
    const context = contextOf(rt, current(rt));
    if (op === Compare.EQ || op === Compare.NE) context.conditions |= Condition.FLOAT_OPERATION;
    else note(rt, context, Condition.FLOAT_OPERATION);
    return ofFloat(rt.heap.payload[object] as number);
  }
  if (lookup(rt, rt.heap.type[object]!, rt.name('numerator')) !== NULL) unsupported('comparing a Decimal with a fraction');
  if (typeName(rt, object) === 'complex') unsupported('comparing a Decimal with a complex number');
  return null;
}

function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Ref {
  const a = valueOf(rt, left);
  const b = comparable(rt, right, op);
  if (b === null) return NOT_IMPLEMENTED;
  if (isNan(a) || isNan(b)) {
    const isSignalling = a.special === Special.SIGNALLING || b.special === Special.SIGNALLING;
    if (isSignalling || (op !== Compare.EQ && op !== Compare.NE)) note(rt, contextOf(rt, current(rt)), Condition.INVALID_OPERATION);
    return rt.newBool(op === Compare.NE);
  }
  return rt.newBool(holds(op, compared(a, b)));
}

const PRIME = (1n << 61n) - 1n;

function powerModulo(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let factor = base; exponent > 0n; exponent >>= 1n, factor = (factor * factor) % PRIME) if ((exponent & 1n) === 1n) result = (result * factor) % PRIME;
  return result;
}

function hash(rt: Runtime, self: Ref): Ref {
  const { special, negative, digits, exponent } = valueOf(rt, self);
  if (special === Special.SIGNALLING) raise(rt, TYPE_ERROR, 'Cannot hash a signaling NaN value');
  if (special === Special.NAN) return setHash(rt, hashPointer(addressOf(rt, self)));
  if (special === Special.INFINITY) return setHash(rt, hashInt(negative ? -314159 : 314159));
  const ten = exponent >= 0 ? 10n : powerModulo(10n, PRIME - 2n);
  const value = ((digits % PRIME) * powerModulo(ten, BigInt(Math.abs(exponent)))) % PRIME;
  const number = negative ? -value : value;
  return setHash(rt, hashInt(number >= -(2n ** 53n) && number <= 2n ** 53n ? Number(number) : number));
}

/** A whole number; the rest is cut off as `rounding` says. */
function whole(rt: Runtime, value: DecimalNumber, rounding: Rounding, words = 'integer'): bigint {
  if (isNan(value)) raise(rt, VALUE_ERROR, `cannot convert NaN to ${words}`);
  if (value.special === Special.INFINITY) raise(rt, OVERFLOW_ERROR, `cannot convert Infinity to ${words}`);
  chargePower(rt, value.exponent);
  const { digits } = rescaled(value, 0, rounding, { conditions: 0 });
  return value.negative ? -digits : digits;
}

function toFloat(rt: Runtime, self: Ref): Ref {
  const value = valueOf(rt, self);
  if (value.special === Special.SIGNALLING) raise(rt, VALUE_ERROR, 'cannot convert signaling NaN to float');
  if (isNan(value)) return rt.newFloat(NaN);
  return rt.newFloat(parseFloat(decimalText(value)));
}

/** An exact Decimal from text: what is malformed is an invalid operation. */
function fromText(rt: Runtime, text: string): DecimalNumber {
  const plain = text.trim().replaceAll('_', '');
  if (/[^\0-\x7f]/.test(plain) && /\p{Nd}/u.test(plain)) unsupported('digits of other scripts in a Decimal');
  const value = parseDecimal(plain);
  if (value !== null) return value;
  note(rt, contextOf(rt, current(rt)), Condition.CONVERSION_SYNTAX);
  return notANumber;
}

function* fromTuple(rt: Runtime, tuple: Ref): Steps<DecimalNumber> {
  const items = itemsOf(rt, tuple);
  if (items.length !== 3) raise(rt, VALUE_ERROR, 'argument must be a sequence of length 3');
  const [sign, digits, exponent] = items;
  if (!isInt(rt, sign!) || ![0n, 1n].includes(BigInt(rt.heap.payload[sign!] as number | bigint))) raise(rt, VALUE_ERROR, 'sign must be an integer with the value 0 or 1');
  const negative = Number(rt.heap.payload[sign!]) === 1;
  const special = isStr(rt, exponent!) ? ({ F: Special.INFINITY, n: Special.NAN, N: Special.SIGNALLING } as Readonly<Record<string, Special>>)[rt.text(exponent!)] : Special.NONE;
  if (special === undefined) raise(rt, VALUE_ERROR, "string argument in the third position must be 'F', 'n' or 'N'");
  if (special === Special.NONE && !isInt(rt, exponent!)) raise(rt, VALUE_ERROR, 'exponent must be an integer');
  if (special === Special.INFINITY) return infinity(negative);
  if (!isTuple(rt, digits!)) unsupported('a Decimal of digits that are no tuple');
  let text = '';
  for (const digit of itemsOf(rt, digits!)) {
    const value = isInt(rt, digit) ? Number(yield* index(rt, digit)) : -1;
    if (value < 0 || value > 9) raise(rt, VALUE_ERROR, 'coefficient must be a tuple of digits');
    text += String(value);
  }
  return { negative, digits: BigInt(text || '0'), exponent: special === Special.NONE ? Number(rt.heap.payload[exponent!]) : 0, special };
}

/** Mirrors PyDecType_FromObjectExact(). */
function* convert(rt: Runtime, type: Ref, object: Ref): Steps<Ref> {
  if (object === NULL) return newDecimal(rt, finite(false, 0n, 0), type);
  if (isInstance(rt, object, DECIMAL)) return type === DECIMAL && rt.heap.type[object] === DECIMAL ? rt.heap.incref(object) : newDecimal(rt, valueOf(rt, object), type);
  if (isStr(rt, object)) return newDecimal(rt, fromText(rt, rt.text(object)), type);
  if (isInt(rt, object)) return newDecimal(rt, ofInt(rt.heap.payload[object] as number | bigint), type);
  if (isTuple(rt, object) || isInstance(rt, object, LIST)) return newDecimal(rt, yield* fromTuple(rt, object), type);
  if (isInstance(rt, object, FLOAT)) {
    note(rt, contextOf(rt, current(rt)), Condition.FLOAT_OPERATION);
    return newDecimal(rt, ofFloat(rt.heap.payload[object] as number), type);
  }
  return raise(rt, TYPE_ERROR, `conversion from ${typeName(rt, object)} to Decimal is not supported`);
}

function required(rt: Runtime, object: Ref): DecimalNumber {
  return operand(rt, object) ?? raise(rt, TYPE_ERROR, `conversion from ${typeName(rt, object)} to Decimal is not supported`);
}

const roundingOf = (rt: Runtime, given: Ref, context: DecimalContext): Rounding => {
  if (given === NULL || typeName(rt, given) === 'NoneType') return context.rounding;
  const found = isStr(rt, given) ? roundings.find((known) => known === rt.text(given)) : undefined;
  return found ?? raise(rt, TYPE_ERROR, roundingWords);
};

/** The context that an argument names, or the current one; borrowed. */
function contextArgument(rt: Runtime, given: Ref): Ref {
  if (given === NULL || typeName(rt, given) === 'NoneType') return current(rt);
  if (!isInstance(rt, given, CONTEXT)) raise(rt, TYPE_ERROR, 'optional argument must be a context');
  return given;
}

const powerSlot = (rt: Runtime, base: Ref, exponent: Ref, modulus: Ref): Eventual => {
  if (modulus !== NULL && typeName(rt, modulus) !== 'NoneType') unsupported('a modular power of a Decimal');
  return binary((a, b, context, status) => arithmetic.power(a, b, context, status) ?? unsupported('a power of a Decimal that is not a small integer'))(rt, base, exponent);
};

const slots: Slots = {
  tp_new: (rt, type, args, keywords) => {
    const [value = NULL, context = NULL] = bind(rt, 'Decimal', 'value=0, context=None', args, keywords);
    if (context !== NULL) contextArgument(rt, context);
    return begin(rt, convert(rt, type, value));
  },
  tp_repr: (rt, self) => rt.newStr(`Decimal('${decimalText(valueOf(rt, self), contextOf(rt, current(rt)).capitals)}')`),
  tp_str: (rt, self) => rt.newStr(decimalText(valueOf(rt, self), contextOf(rt, current(rt)).capitals)),
  tp_hash: hash,
  tp_richcompare: richCompare,
  nb_add: binary(arithmetic.add),
  nb_subtract: binary(arithmetic.subtract),
  nb_multiply: binary(arithmetic.multiply),
  nb_true_divide: binary(arithmetic.divide),
  nb_floor_divide: binary(arithmetic.divideInteger),
  nb_remainder: binary(arithmetic.remainder),
  nb_divmod: (rt, left, right) => {
    const [a, b] = [operand(rt, left), operand(rt, right)];
    if (a === null || b === null) return NOT_IMPLEMENTED;
    let quotient = notANumber;
    const rest = computing(rt, current(rt), (context, status) => {
      quotient = arithmetic.divideInteger(a, b, context, status);
      return arithmetic.remainder(a, b, context, status);
    });
    return newTuple(rt, [newDecimal(rt, quotient), newDecimal(rt, rest)]);
  },
  nb_power: powerSlot,
  nb_negative: unary((value, context, status) => nanOf(status, value) ?? plus(negated(value), context, status)),
  nb_positive: unary(plus),
  nb_absolute: unary((value, context, status) => nanOf(status, value) ?? fixed({ ...value, negative: false }, context, status)),
  nb_bool: (rt, self) => rt.newBool(!isZero(valueOf(rt, self))),
  nb_int: (rt, self) => rt.newInt(whole(rt, valueOf(rt, self), 'ROUND_DOWN')),
  nb_float: toFloat,
};

const asks = (name: string, test: (value: DecimalNumber) => boolean): NativeFunction => native(name, '', (rt, self) => rt.newBool(test(valueOf(rt, self))));

const integral = (name: string): NativeFunction =>
  native(name, 'rounding=None, context=None', (rt, self, [rounding, context]) => {
    const value = valueOf(rt, self);
    return newDecimal(
      rt,
      computing(rt, contextArgument(rt, context!), (used, status) => {
        const nan = nanOf(status, value);
        if (nan !== null) return nan;
        return value.special !== Special.NONE || value.exponent >= 0 ? value : rescaled(value, 0, roundingOf(rt, rounding!, used), { conditions: 0 });
      }),
    );
  });

const withContext = (name: string, work: (value: DecimalNumber, context: DecimalContext, status: Status) => DecimalNumber): NativeFunction =>
  native(name, 'context=None', (rt, self, [context]) => newDecimal(rt, computing(rt, contextArgument(rt, context!), (used, status) => work(valueOf(rt, self), used, status))));

/** `max` and `min`: a number is preferred to a quiet NaN. */
const extreme = (name: string, sign: number): NativeFunction =>
  native(name, 'other, context=None', (rt, self, [other, context]) => {
    const [a, b] = [valueOf(rt, self), required(rt, other!)];
    return newDecimal(
      rt,
      computing(rt, contextArgument(rt, context!), (used, status) => {
        if (a.special === Special.NAN && !isNan(b)) return fixed(b, used, status);
        if (b.special === Special.NAN && !isNan(a)) return fixed(a, used, status);
        const nan = nanOf(status, a, b);
        if (nan !== null) return nan;
        let order = compared(a, b);
        if (order === 0) order = a.negative !== b.negative ? (a.negative ? -1 : 1) : a.negative ? b.exponent - a.exponent : a.exponent - b.exponent;
        return fixed(order * sign >= 0 ? a : b, used, status);
      }),
    );
  });

/** The exact fraction. */
function ratio(rt: Runtime, self: Ref): Ref {
  const value = valueOf(rt, self);
  if (isNan(value)) raise(rt, VALUE_ERROR, 'cannot convert NaN to integer ratio');
  if (value.special === Special.INFINITY) raise(rt, OVERFLOW_ERROR, 'cannot convert Infinity to integer ratio');
  chargePower(rt, value.exponent);
  let [numerator, denominator] = [value.digits * power10(Math.max(0, value.exponent)), power10(Math.max(0, -value.exponent))];
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  [numerator, denominator] = [numerator / a, denominator / a];
  return newTuple(rt, [rt.newInt(value.negative ? -numerator : numerator), rt.newInt(denominator)]);
}

const refusedMethods =
  'exp ln log10 next_minus next_plus to_integral_exact compare_signal max_mag min_mag next_toward remainder_near fma logb logical_invert number_class to_eng_string ' +
  'compare_total compare_total_mag same_quantum logical_and logical_or logical_xor rotate scaleb shift as_tuple __complex__ is_normal is_subnormal';

const same = (name: string): NativeFunction => native(name, '', (rt, self) => rt.heap.incref(self));

defineType({
  handle: DECIMAL,
  name: 'Decimal',
  module: 'decimal',
  flags: CONTAINER,
  slots,
  methods: [
    ...refusedMethods.split(' ').map((name): NativeFunction => rawNative(name, () => unsupported(`decimal.Decimal.${name}`))),
    withContext('normalize', arithmetic.normalized),
    withContext('sqrt', arithmetic.squareRoot),
    integral('to_integral'),
    integral('to_integral_value'),
    native('quantize', 'exp, rounding=None, context=None', (rt, self, [exponent, rounding, context]) => {
      const pattern = required(rt, exponent!);
      return newDecimal(
        rt,
        computing(rt, contextArgument(rt, context!), (used, status) => {
          const { precision, minimum, maximum, clamp } = used;
          return arithmetic.quantize(valueOf(rt, self), pattern, { precision, minimum, maximum, clamp, rounding: roundingOf(rt, rounding!, used) }, status);
        }),
      );
    }),
    native('compare', 'other, context=None', (rt, self, [other, context]) => {
      const [a, b] = [valueOf(rt, self), required(rt, other!)];
      return newDecimal(rt, computing(rt, contextArgument(rt, context!), (_used, status) => nanOf(status, a, b) ?? ofInt(compared(a, b))));
    }),
    extreme('max', 1),
    extreme('min', -1),
    asks('is_finite', ({ special }) => special === Special.NONE),
    asks('is_infinite', ({ special }) => special === Special.INFINITY),
    asks('is_nan', isNan),
    asks('is_qnan', ({ special }) => special === Special.NAN),
    asks('is_snan', ({ special }) => special === Special.SIGNALLING),
    asks('is_signed', ({ negative }) => negative),
    asks('is_zero', isZero),
    asks('is_canonical', () => true),
    native('adjusted', '', (rt, self) => {
      const value = valueOf(rt, self);
      return rt.newInt(value.special === Special.NONE ? adjusted(value) : 0);
    }),
    native('radix', '', (rt) => newDecimal(rt, ofInt(10))),
    same('canonical'),
    same('conjugate'),
    same('__copy__'),
    native('__deepcopy__', 'memo, /', (rt, self) => rt.heap.incref(self)),
    native('copy_abs', '', (rt, self) => newDecimal(rt, { ...valueOf(rt, self), negative: false })),
    native('copy_negate', '', (rt, self) => newDecimal(rt, negated(valueOf(rt, self)))),
    native('copy_sign', 'other, context=None', (rt, self, [other]) => newDecimal(rt, { ...valueOf(rt, self), negative: required(rt, other!).negative })),
    native('as_integer_ratio', '', ratio),
    suspending(
      'from_float',
      'f, /',
      function* (rt, type, [object]) {
        if (isInt(rt, object!)) return newDecimal(rt, ofInt(BigInt(yield* index(rt, object!))), type);
        if (!isInstance(rt, object!, FLOAT)) raise(rt, TYPE_ERROR, 'argument must be int or float');
        return newDecimal(rt, ofFloat(rt.heap.payload[object!] as number), type);
      },
      'class',
    ),
    formatMethod((rt, self, spec) => formatDecimal(valueOf(rt, self), spec, contextOf(rt, current(rt)).rounding)),
    native('__reduce__', '', (rt, self) => newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), newTuple(rt, [rt.newStr(decimalText(valueOf(rt, self)))])])),
    suspending('__round__', 'ndigits=None, /', function* (rt, self, [places]) {
      const value = valueOf(rt, self);
      if (places! === NULL) return rt.newInt(whole(rt, value, 'ROUND_HALF_EVEN'));
      if (!isInt(rt, places!)) raise(rt, TYPE_ERROR, 'optional arg must be an integer');
      const count = Number(yield* index(rt, places!));
      return newDecimal(rt, computing(rt, current(rt), (context, status) => arithmetic.quantize(value, finite(false, 1n, -count), context, status)));
    }),
    native('__ceil__', '', (rt, self) => rt.newInt(whole(rt, valueOf(rt, self), 'ROUND_CEILING'))),
    native('__floor__', '', (rt, self) => rt.newInt(whole(rt, valueOf(rt, self), 'ROUND_FLOOR'))),
    native('__trunc__', '', (rt, self) => rt.newInt(whole(rt, valueOf(rt, self), 'ROUND_DOWN'))),
  ],
  attributes: [
    { name: 'real', get: (rt, self) => rt.heap.incref(self) },
    { name: 'imag', get: (rt) => newDecimal(rt, finite(false, 0n, 0)) },
  ],
});
