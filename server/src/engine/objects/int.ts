import { TypeFlag } from '../heap/heap.ts';
import { INT, NONE, NOT_IMPLEMENTED, STR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { formatInt } from '../text/format.ts';
import { hashInt } from '../text/hash.ts';
import * as integer from '../text/integer.ts';
import type { Int } from '../text/integer.ts';
import { intToString } from '../text/numerals.ts';
import { badArgument, isStr, profileOf, toSize } from './arguments.ts';
import { bytesOf } from './bytes-new.ts';
import { defineType } from './core/define.ts';
import { raise, textErrors } from './core/errors.ts';
import { newBytes, newTuple } from './core/make.ts';
import { type NativeAttribute, type NativeFunction, native, suspending } from './core/native.ts';
import { holds, index, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { formatMethod } from './format-method.ts';
import { setHash } from './hashes.ts';
import { chargeBits, intArithmetic } from './int-arithmetic.ts';
import { intNew } from './int-new.ts';
import { exactInt, intOf } from './numbers.ts';

const valueOf = (rt: Runtime, self: Ref): Int => rt.heap.payload[self] as Int;

function repr(rt: Runtime, self: Ref): Eventual {
  const value = valueOf(rt, self);
  if (typeof value === 'bigint') rt.charge(integer.digitCount(value));
  // A digit is a str of its own, not the shared one of its character.
  return rt.heap.allocate(STR, textErrors(rt, () => intToString(value, rt.intMaxStrDigits)));
}

function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  const a = intOf(rt, left);
  const b = intOf(rt, right);
  return a === undefined || b === undefined ? NOT_IMPLEMENTED : rt.newBool(holds(op, integer.compare(a, b)));
}

/** Mirrors int___round___impl(): to a multiple of a power of ten, the even one of two. */
function* round(rt: Runtime, self: Ref, digits: Ref): Steps<Ref> {
  if (digits === NULL || (digits === NONE && profileOf(rt).intRoundsToNone)) return exactInt(rt, self);
  const places = yield* index(rt, digits);
  if (places >= 0) return exactInt(rt, self);
  const value = valueOf(rt, self);
  chargeBits(rt, integer.bitLength(value));
  return rt.newInt(integer.round(value, places));
}

function* byteOrder(rt: Runtime, method: string, order: Ref): Steps<integer.ByteOrder> {
  if (order === NULL) return 'big';
  if (!isStr(rt, order)) badArgument(rt, method, "argument 'byteorder'", 'str', order);
  const text = rt.text(order);
  if (text !== 'big' && text !== 'little') raise(rt, VALUE_ERROR, "byteorder must be either 'little' or 'big'");
  return text;
}

function* toBytes(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const [lengthArg, orderArg, signedArg] = args;
  const length = lengthArg === NULL ? 1 : toSize(rt, yield* index(rt, lengthArg!));
  if (orderArg !== NULL && !isStr(rt, orderArg!)) badArgument(rt, 'to_bytes', "argument 'byteorder'", 'str', orderArg!);
  const signed = signedArg !== NULL && (yield* truth(rt, signedArg!));
  const order = yield* byteOrder(rt, 'to_bytes', orderArg!);
  if (length < 0) raise(rt, VALUE_ERROR, profileOf(rt).negativeByteLength);
  rt.charge(length >> 3, length);
  return newBytes(rt, textErrors(rt, () => integer.toBytes(valueOf(rt, self), length, order, signed)));
}

/** Mirrors int_from_bytes_impl(); a subclass is called with the int. */
function* fromBytes(rt: Runtime, type: Ref, args: readonly Ref[]): Steps<Ref> {
  const [source, orderArg, signedArg] = args;
  if (orderArg !== NULL && !isStr(rt, orderArg!)) badArgument(rt, 'from_bytes', "argument 'byteorder'", 'str', orderArg!);
  const signed = signedArg !== NULL && (yield* truth(rt, signedArg!));
  const order = yield* byteOrder(rt, 'from_bytes', orderArg!);
  const bytes = yield* bytesOf(rt, source!);
  const value = rt.newInt(integer.fromBytes(bytes, order, signed));
  if (type === INT) return value;
  try {
    return yield { callable: type, args: [value], keywords: NULL };
  } finally {
    rt.heap.decref(value);
  }
}

const itself = (name: string): NativeFunction => native(name, '', exactInt);

const methods: readonly NativeFunction[] = [
  suspending('to_bytes', "length=1, byteorder='big', *, signed=False", toBytes),
  suspending('from_bytes', "bytes, byteorder='big', *, signed=False", fromBytes, 'class'),
  native('bit_length', '', (rt, self) => rt.newInt(integer.bitLength(valueOf(rt, self)))),
  native('bit_count', '', (rt, self) => rt.newInt(integer.bitCount(valueOf(rt, self)))),
  native('as_integer_ratio', '', (rt, self) => newTuple(rt, [exactInt(rt, self), rt.newInt(1)])),
  native('is_integer', '', (rt) => rt.newBool(true)),
  itself('conjugate'),
  itself('__trunc__'),
  itself('__floor__'),
  itself('__ceil__'),
  suspending('__round__', 'ndigits=, /', (rt, self, args) => round(rt, self, args[0]!)),
  native('__getnewargs__', '', (rt, self) => newTuple(rt, [rt.newInt(valueOf(rt, self))])),
  native('__sizeof__', '', (rt, self) => rt.newInt(24 + 4 * Math.max(1, integer.digitCount(valueOf(rt, self))))),
  formatMethod((rt, self, spec, typeName) => {
    const value = valueOf(rt, self);
    if (typeof value === 'bigint') rt.charge(integer.digitCount(value));
    return formatInt(value, spec, typeName, rt.intMaxStrDigits);
  }),
];

const attributes: readonly NativeAttribute[] = [
  { name: 'real', get: exactInt },
  { name: 'imag', get: (rt) => rt.newInt(0) },
  { name: 'numerator', get: exactInt },
  { name: 'denominator', get: (rt) => rt.newInt(1) },
];

defineType({
  handle: INT,
  name: 'int',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.INT_SUBCLASS,
  slots: {
    ...intArithmetic,
    tp_new: intNew,
    tp_repr: repr,
    tp_hash: (rt, self) => setHash(rt, hashInt(valueOf(rt, self))),
    tp_richcompare: richCompare,
    nb_bool: (rt, self) => rt.newBool(valueOf(rt, self) !== 0),
    nb_positive: exactInt,
    nb_int: exactInt,
    nb_index: exactInt,
    nb_float: (rt, self) => rt.newFloat(textErrors(rt, () => integer.toFloat(valueOf(rt, self)))),
  },
  methods,
  attributes,
});
