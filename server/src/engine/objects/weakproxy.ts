import { BinaryOp } from '../compiler/opcodes.ts';
import { WeakReference } from '../heap/collector.ts';
import { TypeFlag } from '../heap/heap.ts';
import { INT, NONE, NOT_IMPLEMENTED, REFERENCE_ERROR, TYPE_ERROR, WEAKCALLABLEPROXY, WEAKPROXY } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { modulesOf } from '../versions/modules.ts';
import { binary, binaryOp1, unary, unsupportedOperands } from './core/arithmetic.ts';
import { getAttr, setAttr } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { callSpecial, lookupText, typeName } from './core/lookup.ts';
import { suspending } from './core/native.ts';
import { contains, delItem, getItem, index, iter, length, next, richCompare, setItem, str, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { begin, call, settle, type Steps } from './core/suspend.ts';
import { basicReferences, checkReferable, enterWeakReference, hexAddress, referentOf, weakReferenceLayout } from './weakref.ts';

/** Mirrors PyWeakref_NewProxy(): the shared proxy, or a new one behind the shared references. */
export function newWeakProxy(rt: Runtime, object: Ref, callback: Ref): Ref {
  const { heap } = rt;
  checkReferable(rt, object);
  const { ref, proxy } = basicReferences(rt, object);
  if (callback === NULL && proxy !== NULL && heap.refcount[proxy]! > 0) return heap.incref(proxy);
  const type = rt.typeOf(object).slots.tp_call === undefined ? WEAKPROXY : WEAKCALLABLEPROXY;
  const made = heap.allocateTracked(type, new WeakReference(object, callback === NULL ? NULL : heap.incref(callback)));
  enterWeakReference(rt, object, made, callback === NULL || proxy === NULL ? ref : proxy);
  return made;
}

const isProxy = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === WEAKPROXY || rt.heap.type[object] === WEAKCALLABLEPROXY;

/** The object itself, or what a proxy stands for: borrowed. Raises ReferenceError for a dead proxy. */
function unwrap(rt: Runtime, object: Ref): Ref {
  if (!isProxy(rt, object)) return object;
  const referent = referentOf(rt, object);
  if (referent === NULL) raise(rt, REFERENCE_ERROR, 'weakly-referenced object no longer exists');
  return referent;
}

/** Does an operation with the real objects in place of proxies, keeping them alive meanwhile. */
function forwarded(rt: Runtime, objects: readonly Ref[], operation: (...real: Ref[]) => Eventual): Eventual {
  return begin(rt, forwardSteps(rt, objects, operation));
}

function* forwardSteps(rt: Runtime, objects: readonly Ref[], operation: (...real: Ref[]) => Eventual): Steps<Ref> {
  const real = objects.map((object) => unwrap(rt, object));
  for (const object of real) rt.heap.incref(object);
  try {
    return yield* settle(rt, operation(...real));
  } finally {
    for (const object of real) rt.heap.decref(object);
  }
}

type Unary = (rt: Runtime, self: Ref) => Eventual;
type Binary = (rt: Runtime, left: Ref, right: Ref) => Eventual;

const operator =
  (op: BinaryOp): Binary =>
  (rt, left, right) =>
    forwarded(rt, [left, right], (a, b) => binary(rt, op, a!, b!));

const unaryOperator =
  (slot: 'nb_negative' | 'nb_positive' | 'nb_absolute' | 'nb_invert'): Unary =>
  (rt, self) =>
    forwarded(rt, [self], (real) => unary(rt, slot, real!));

/** `int()`, `float()` of the referent, called as its type: the errors are those of the real object. */
const conversion =
  (slot: 'nb_int' | 'nb_float', expected: string): Unary =>
  (rt, self) =>
    forwarded(rt, [self], (real) => {
      const own = rt.typeOf(real!).slots[slot];
      if (own === undefined) raise(rt, TYPE_ERROR, `${expected}, not '${typeName(rt, real!)}'`);
      return own(rt, real!);
    });

const numberSlots: Slots = {
  nb_add: operator(BinaryOp.ADD),
  nb_subtract: operator(BinaryOp.SUBTRACT),
  nb_multiply: operator(BinaryOp.MULTIPLY),
  nb_remainder: operator(BinaryOp.REMAINDER),
  nb_divmod: (rt, left, right) => forwarded(rt, [left, right], (a, b) => begin(rt, divmod(rt, a!, b!))),
  nb_power: (rt, base, exponent, modulus) =>
    forwarded(rt, [base, exponent, modulus], (a, b, c) => (c === NONE ? binary(rt, BinaryOp.POWER, a!, b!) : begin(rt, powerModulo(rt, a!, b!, c!)))),
  nb_negative: unaryOperator('nb_negative'),
  nb_positive: unaryOperator('nb_positive'),
  nb_absolute: unaryOperator('nb_absolute'),
  nb_bool: (rt, self) =>
    forwarded(rt, [self], (real) =>
      begin(
        rt,
        (function* () {
          return rt.newBool(yield* truth(rt, real!));
        })(),
      ),
    ),
  nb_invert: unaryOperator('nb_invert'),
  nb_lshift: operator(BinaryOp.LSHIFT),
  nb_rshift: operator(BinaryOp.RSHIFT),
  nb_and: operator(BinaryOp.AND),
  nb_xor: operator(BinaryOp.XOR),
  nb_or: operator(BinaryOp.OR),
  nb_int: conversion('nb_int', "int() argument must be a string, a bytes-like object or a real number"),
  nb_float: conversion('nb_float', 'float() argument must be a string or a real number'),
  nb_index: (rt, self) => forwarded(rt, [self], (real) => begin(rt, indexObject(rt, real!))),
  nb_floor_divide: operator(BinaryOp.FLOOR_DIVIDE),
  nb_true_divide: operator(BinaryOp.TRUE_DIVIDE),
  nb_matrix_multiply: operator(BinaryOp.MATRIX_MULTIPLY),
  nb_inplace_add: operator(BinaryOp.ADD + BinaryOp.INPLACE),
  nb_inplace_subtract: operator(BinaryOp.SUBTRACT + BinaryOp.INPLACE),
  nb_inplace_multiply: operator(BinaryOp.MULTIPLY + BinaryOp.INPLACE),
  nb_inplace_remainder: operator(BinaryOp.REMAINDER + BinaryOp.INPLACE),
  nb_inplace_power: operator(BinaryOp.POWER + BinaryOp.INPLACE),
  nb_inplace_lshift: operator(BinaryOp.LSHIFT + BinaryOp.INPLACE),
  nb_inplace_rshift: operator(BinaryOp.RSHIFT + BinaryOp.INPLACE),
  nb_inplace_and: operator(BinaryOp.AND + BinaryOp.INPLACE),
  nb_inplace_xor: operator(BinaryOp.XOR + BinaryOp.INPLACE),
  nb_inplace_or: operator(BinaryOp.OR + BinaryOp.INPLACE),
  nb_inplace_floor_divide: operator(BinaryOp.FLOOR_DIVIDE + BinaryOp.INPLACE),
  nb_inplace_true_divide: operator(BinaryOp.TRUE_DIVIDE + BinaryOp.INPLACE),
  nb_inplace_matrix_multiply: operator(BinaryOp.MATRIX_MULTIPLY + BinaryOp.INPLACE),
};

function* divmod(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const result = yield* binaryOp1(rt, left, right, 'nb_divmod');
  if (result === NOT_IMPLEMENTED) unsupportedOperands(rt, 'divmod()', left, right);
  return result;
}

function* powerModulo(rt: Runtime, base: Ref, exponent: Ref, modulus: Ref): Steps<Ref> {
  const slot = rt.typeOf(base).slots.nb_power;
  const result = slot === undefined ? NOT_IMPLEMENTED : yield* settle(rt, slot(rt, base, exponent, modulus));
  if (result === NOT_IMPLEMENTED) {
    const names = [base, exponent, modulus].map((object) => `'${typeName(rt, object)}'`);
    raise(rt, TYPE_ERROR, `unsupported operand type(s) for ** or pow(): ${names.join(', ')}`);
  }
  return result;
}

function* indexObject(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.heap.type[object] === INT ? rt.heap.incref(object) : rt.newInt(yield* index(rt, object));
}

function* containsObject(rt: Runtime, container: Ref, item: Ref): Steps<Ref> {
  return rt.newBool(yield* contains(rt, container, item));
}

function* lengthObject(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.newInt(yield* length(rt, object));
}

function proxyNext(rt: Runtime, self: Ref): Eventual {
  return forwarded(rt, [self], (real) => {
    if (rt.typeOf(real!).slots.tp_iternext === undefined) {
      raise(rt, TYPE_ERROR, `Weakref proxy referenced a non-iterator '${typeName(rt, real!)}' object`);
    }
    return next(rt, real!);
  });
}

function showProxy(rt: Runtime, self: Ref): Ref {
  const referent = referentOf(rt, self);
  if (!modulesOf(rt.profile.version).proxyReprSaysDead) {
    const shown = referent === NULL ? NONE : referent;
    return rt.newStr(`<weakproxy at ${hexAddress(rt, self)} to ${typeName(rt, shown)} at ${hexAddress(rt, shown)}>`);
  }
  if (referent === NULL) return rt.newStr(`<weakproxy at ${hexAddress(rt, self)}; dead>`);
  return rt.newStr(`<weakproxy at ${hexAddress(rt, self)}; to '${typeName(rt, referent)}' at ${hexAddress(rt, referent)}>`);
}

const slots: Slots = {
  ...numberSlots,
  tp_hash: null,
  tp_repr: showProxy,
  tp_str: (rt, self) => forwarded(rt, [self], (real) => str(rt, real!)),
  tp_getattro: (rt, self, name) => forwarded(rt, [self], (real) => getAttr(rt, real!, name)),
  tp_setattro: (rt, self, name, value) => forwarded(rt, [self], (real) => setAttr(rt, real!, name, value)),
  tp_richcompare: (rt, left, right, op) => forwarded(rt, [left, right], (a, b) => richCompare(rt, a!, b!, op)),
  tp_iter: (rt, self) => forwarded(rt, [self], (real) => iter(rt, real!)),
  tp_iternext: proxyNext,
  sq_contains: (rt, self, item) => forwarded(rt, [self], (real) => begin(rt, containsObject(rt, real!, item))),
  mp_length: (rt, self) => forwarded(rt, [self], (real) => begin(rt, lengthObject(rt, real!))),
  mp_subscript: (rt, self, key) => forwarded(rt, [self, key], (real, item) => getItem(rt, real!, item!)),
  mp_ass_subscript: (rt, self, key, value) =>
    forwarded(rt, [self], (real) => (value === NULL ? delItem(rt, real!, key) : setItem(rt, real!, key, value))),
};

/** Methods that are no slots and that a proxy forwards all the same, unless it can be called. */
const methods = ['__bytes__', '__reversed__'].map((name) =>
  suspending(name, '', function* (rt, self) {
    const real = rt.heap.incref(unwrap(rt, self));
    try {
      const method = lookupText(rt, rt.heap.type[real]!, name);
      if (method !== NULL) return yield* callSpecial(rt, real, method, []);
      const bound = yield* settle(rt, getAttr(rt, real, rt.name(name)));
      try {
        return yield* call(bound, []);
      } finally {
        rt.heap.decref(bound);
      }
    } finally {
      rt.heap.decref(real);
    }
  }),
);

const flags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION;

defineType({ handle: WEAKPROXY, name: 'ProxyType', module: 'weakref', flags, layout: weakReferenceLayout, slots, methods });

defineType({
  handle: WEAKCALLABLEPROXY,
  name: 'CallableProxyType',
  module: 'weakref',
  flags,
  layout: weakReferenceLayout,
  slots: { ...slots, tp_call: (rt, self, args, keywords) => forwarded(rt, [self], (real) => begin(rt, call(real!, args, keywords))) },
});
