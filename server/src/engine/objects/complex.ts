import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { COMPLEX, NONE, NOT_IMPLEMENTED, VALUE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import * as complex from '../text/complex.ts';
import type { Complex, Operand } from '../text/complex.ts';
import { formatComplex } from '../text/format.ts';
import { hashComplex } from '../text/hash.ts';
import { complexNew, fromNumber } from './complex-new.ts';
import { defineType } from './core/define.ts';
import { raise, textErrors } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { formatMethod } from './format-method.ts';
import { setHash } from './hashes.ts';
import { complexOf, intOf, isComplex, isFloat } from './numbers.ts';

const valueOf = (rt: Runtime, self: Ref): Complex => rt.heap.payload[self] as Complex;

export const newComplex = (rt: Runtime, value: Complex): Ref => rt.heap.allocate(COMPLEX, value);

const exactComplex = (rt: Runtime, self: Ref): Ref =>
  rt.heap.type[self] === COMPLEX ? rt.heap.incref(self) : newComplex(rt, valueOf(rt, self));

/** A number as a side of an operation: an int or a float is real. */
function operandOf(rt: Runtime, object: Ref): Operand | undefined {
  const value = complexOf(rt, object);
  return value === undefined || isComplex(rt, object) ? value : value.real;
}

const arithmetic =
  (operation: (a: Operand, b: Operand) => Complex) =>
  (rt: Runtime, left: Ref, right: Ref): Eventual => {
    const a = operandOf(rt, left);
    const b = a === undefined ? undefined : operandOf(rt, right);
    return a === undefined || b === undefined ? NOT_IMPLEMENTED : newComplex(rt, textErrors(rt, () => operation(a, b)));
  };

function power(rt: Runtime, base: Ref, exponent: Ref, modulus: Ref): Eventual {
  const a = complexOf(rt, base);
  const b = a === undefined ? undefined : complexOf(rt, exponent);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (modulus !== NONE) raise(rt, VALUE_ERROR, 'complex modulo');
  return newComplex(rt, textErrors(rt, () => complex.pow(a, b)));
}

/** Mirrors complex_richcompare(): complex numbers have no order, and an int is compared exactly. */
function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if (op !== Compare.EQ && op !== Compare.NE) return NOT_IMPLEMENTED;
  const { real, imag } = valueOf(rt, left);
  let equal: boolean;
  if (isComplex(rt, right)) equal = complex.equals({ real, imag }, valueOf(rt, right));
  else {
    const other = isFloat(rt, right) ? (rt.heap.payload[right] as number) : intOf(rt, right);
    if (other === undefined) return NOT_IMPLEMENTED;
    equal = imag === 0 && real <= other && real >= other;
  }
  return rt.newBool(equal === (op === Compare.EQ));
}

const slots: Slots = {
  tp_new: complexNew,
  tp_repr: (rt, self) => rt.newStr(complex.repr(valueOf(rt, self))),
  tp_hash: (rt, self) => setHash(rt, hashComplex(valueOf(rt, self).real, valueOf(rt, self).imag)),
  tp_richcompare: richCompare,
  nb_add: arithmetic(complex.add),
  nb_subtract: arithmetic(complex.sub),
  nb_multiply: arithmetic(complex.mul),
  nb_true_divide: arithmetic(complex.div),
  nb_power: power,
  nb_negative: (rt, self) => newComplex(rt, complex.neg(valueOf(rt, self))),
  nb_positive: exactComplex,
  nb_absolute: (rt, self) => rt.newFloat(textErrors(rt, () => complex.abs(valueOf(rt, self)))),
  nb_bool: (rt, self) => rt.newBool(valueOf(rt, self).real !== 0 || valueOf(rt, self).imag !== 0),
};

const methods: readonly NativeFunction[] = [
  native('conjugate', '', (rt, self) => newComplex(rt, { real: valueOf(rt, self).real, imag: -valueOf(rt, self).imag })),
  native('__complex__', '', exactComplex),
  native('__getnewargs__', '', (rt, self) => newTuple(rt, [rt.newFloat(valueOf(rt, self).real), rt.newFloat(valueOf(rt, self).imag)])),
  suspending('from_number', 'number, /', (rt, type, args) => fromNumber(rt, type, args[0]!), 'class'),
  formatMethod((rt, self, spec, typeName) => formatComplex(valueOf(rt, self), spec, typeName)),
];

defineType({
  handle: COMPLEX,
  name: 'complex',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  slots,
  methods,
  attributes: [
    { name: 'real', member: true, get: (rt, self) => rt.newFloat(valueOf(rt, self).real) },
    { name: 'imag', member: true, get: (rt, self) => rt.newFloat(valueOf(rt, self).imag) },
  ],
});
