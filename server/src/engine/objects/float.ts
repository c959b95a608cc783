import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { FLOAT, NONE, NOT_IMPLEMENTED, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import * as complex from '../text/complex.ts';
import * as float from '../text/float.ts';
import { formatFloat } from '../text/format.ts';
import { hashFloat, hashPointer } from '../text/hash.ts';
import { fromFloat, type Int } from '../text/integer.ts';
import { badArgument, isStr } from './arguments.ts';
import { newComplex } from './complex.ts';
import { addressOf } from './core/addresses.ts';
import { defineType } from './core/define.ts';
import { raise, textErrors } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import { index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import type { Steps } from './core/suspend.ts';
import { asDouble, floatNew } from './float-new.ts';
import { formatMethod } from './format-method.ts';
import { setHash } from './hashes.ts';
import { doubleOf, intOf, isFloat } from './numbers.ts';

const valueOf = (rt: Runtime, self: Ref): number => rt.heap.payload[self] as number;

/** An exact float with the value of `self`: `self` itself if it is one. */
const exactFloat = (rt: Runtime, self: Ref): Ref =>
  rt.heap.type[self] === FLOAT ? rt.heap.incref(self) : rt.newFloat(valueOf(rt, self));

/** A binary operator whose operands are floats, or a float and an int. */
const arithmetic =
  (operation: (a: number, b: number) => number) =>
  (rt: Runtime, left: Ref, right: Ref): Eventual => {
    const { type, payload } = rt.heap;
    if (type[left] === FLOAT && type[right] === FLOAT) return rt.newFloat(operation(payload[left] as number, payload[right] as number));
    const a = doubleOf(rt, left);
    const b = a === undefined ? undefined : doubleOf(rt, right);
    return a === undefined || b === undefined ? NOT_IMPLEMENTED : rt.newFloat(operation(a, b));
  };

/** One that may fail. */
const division =
  (operation: (a: number, b: number) => number) =>
  (rt: Runtime, left: Ref, right: Ref): Eventual => {
    const a = doubleOf(rt, left);
    const b = a === undefined ? undefined : doubleOf(rt, right);
    return a === undefined || b === undefined ? NOT_IMPLEMENTED : rt.newFloat(textErrors(rt, () => operation(a, b)));
  };

function divmod(rt: Runtime, left: Ref, right: Ref): Eventual {
  const a = doubleOf(rt, left);
  const b = a === undefined ? undefined : doubleOf(rt, right);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  const [quotient, rest] = textErrors(rt, () => float.divmod(a, b));
  return newTuple(rt, [rt.newFloat(quotient), rt.newFloat(rest)]);
}

function power(rt: Runtime, base: Ref, exponent: Ref, modulus: Ref): Eventual {
  if (modulus !== NONE) raise(rt, TYPE_ERROR, 'pow() 3rd argument not allowed unless all arguments are integers');
  const a = doubleOf(rt, base);
  const b = a === undefined ? undefined : doubleOf(rt, exponent);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  const result = textErrors(rt, () => float.pow(a, b));
  if (result !== null) return rt.newFloat(result);
  return newComplex(rt, textErrors(rt, () => complex.pow({ real: a, imag: 0 }, { real: b, imag: 0 })));
}

/** JavaScript compares a number and a bigint exactly, as Python does a float and an int. */
function numbersCompare(op: number, a: Int, b: Int): boolean {
  switch (op) {
    case Compare.LT:
      return a < b;
    case Compare.LE:
      return a <= b;
    case Compare.EQ:
      return a <= b && a >= b;
    case Compare.NE:
      return !(a <= b && a >= b);
    case Compare.GT:
      return a > b;
    default:
      return a >= b;
  }
}

function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  const other = isFloat(rt, right) ? valueOf(rt, right) : intOf(rt, right);
  return other === undefined ? NOT_IMPLEMENTED : rt.newBool(numbersCompare(op, valueOf(rt, left), other));
}

function hash(rt: Runtime, self: Ref): Ref {
  const value = valueOf(rt, self);
  return setHash(rt, Number.isNaN(value) ? hashPointer(addressOf(rt, self)) : hashFloat(value));
}

const slots: Slots = {
  tp_new: floatNew,
  tp_repr: (rt, self) => rt.newStr(float.repr(valueOf(rt, self))),
  tp_hash: hash,
  tp_richcompare: richCompare,
  nb_add: arithmetic((a, b) => a + b),
  nb_subtract: arithmetic((a, b) => a - b),
  nb_multiply: arithmetic((a, b) => a * b),
  nb_true_divide: division(float.div),
  nb_floor_divide: division(float.floordiv),
  nb_remainder: division(float.mod),
  nb_divmod: divmod,
  nb_power: power,
  nb_negative: (rt, self) => rt.newFloat(-valueOf(rt, self)),
  nb_positive: exactFloat,
  nb_absolute: (rt, self) => rt.newFloat(Math.abs(valueOf(rt, self))),
  nb_bool: (rt, self) => rt.newBool(valueOf(rt, self) !== 0),
  nb_int: (rt, self) => whole(rt, Math.trunc(valueOf(rt, self))),
  nb_float: exactFloat,
};

const whole = (rt: Runtime, value: number): Ref => rt.newInt(textErrors(rt, () => fromFloat(value)));

/** Mirrors float___round___impl(). */
function* round(rt: Runtime, self: Ref, digits: Ref): Steps<Ref> {
  const value = valueOf(rt, self);
  if (digits === NULL || digits === NONE) return rt.newInt(textErrors(rt, () => float.roundToInt(value)));
  const places = yield* index(rt, digits);
  return rt.newFloat(textErrors(rt, () => float.round(value, places)));
}

/** What a class method of a subclass answers: the class called with the float, which it takes. */
function* ofClass(rt: Runtime, type: Ref, made: Ref): Steps<Ref> {
  if (type === FLOAT) return made;
  try {
    return yield { callable: type, args: [made], keywords: NULL };
  } finally {
    rt.heap.decref(made);
  }
}

function* fromHex(rt: Runtime, type: Ref, args: readonly Ref[]): Steps<Ref> {
  if (!isStr(rt, args[0]!)) raise(rt, TYPE_ERROR, 'bad argument type for built-in operation');
  const text = rt.text(args[0]!);
  return yield* ofClass(rt, type, rt.newFloat(textErrors(rt, () => float.fromHex(text))));
}

function* fromNumber(rt: Runtime, type: Ref, args: readonly Ref[]): Steps<Ref> {
  const number = args[0]!;
  if (type === FLOAT && rt.heap.type[number] === FLOAT) return rt.heap.incref(number);
  return yield* ofClass(rt, type, rt.newFloat(yield* asDouble(rt, number)));
}

function getFormat(rt: Runtime, _type: Ref, args: readonly Ref[]): Eventual {
  if (!isStr(rt, args[0]!)) badArgument(rt, '__getformat__', 'argument', 'str', args[0]!);
  const kind = rt.text(args[0]!);
  if (kind !== 'double' && kind !== 'float') raise(rt, VALUE_ERROR, "__getformat__() argument 1 must be 'double' or 'float'");
  return rt.newStr('IEEE, little-endian');
}

const methods: readonly NativeFunction[] = [
  native('conjugate', '', exactFloat),
  native('is_integer', '', (rt, self) => rt.newBool(float.isInteger(valueOf(rt, self)))),
  native('hex', '', (rt, self) => rt.newStr(float.hex(valueOf(rt, self)))),
  suspending('fromhex', 'string, /', fromHex, 'class'),
  suspending('from_number', 'number, /', fromNumber, 'class'),
  native('as_integer_ratio', '', (rt, self) => {
    const [numerator, denominator] = textErrors(rt, () => float.asIntegerRatio(valueOf(rt, self)));
    return newTuple(rt, [rt.newInt(numerator), rt.newInt(denominator)]);
  }),
  native('__trunc__', '', (rt, self) => whole(rt, Math.trunc(valueOf(rt, self)))),
  native('__floor__', '', (rt, self) => whole(rt, Math.floor(valueOf(rt, self)))),
  native('__ceil__', '', (rt, self) => whole(rt, Math.ceil(valueOf(rt, self)))),
  suspending('__round__', 'ndigits=None, /', (rt, self, args) => round(rt, self, args[0]!)),
  native('__getnewargs__', '', (rt, self) => newTuple(rt, [rt.newFloat(valueOf(rt, self))])),
  native('__getformat__', 'typestr, /', getFormat, 'class'),
  formatMethod((rt, self, spec, typeName) => formatFloat(valueOf(rt, self), spec, typeName)),
];

defineType({
  handle: FLOAT,
  name: 'float',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  slots,
  methods,
  attributes: [
    { name: 'real', get: exactFloat },
    { name: 'imag', get: (rt) => rt.newFloat(0) },
  ],
});
