import { builtinTypes } from '../versions/builtin-types.ts';
import { TypeFlag } from '../heap/heap.ts';
import { BYTEARRAY, INDEX_ERROR, NOT_IMPLEMENTED, OVERFLOW_ERROR, SLICE, TYPE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import * as bytes from '../text/bytes.ts';
import { itemIndex, withIndex } from './arguments.ts';
import { byteArrayMethods } from './bytearray-methods.ts';
import { byteArrayInit, byteArrayNew, newByteArray } from './bytearray-new.ts';
import type { ByteArrayObject } from './bytearray-object.ts';
import { assignSubscript } from './bytearray-store.ts';
import { formattedBytes } from './bytes.ts';
import { byteCaseMethods } from './bytes-case.ts';
import { byteConvertMethods } from './bytes-convert.ts';
import { byteArrayIter } from './bytes-iterator.ts';
import type { ByteKind } from './bytes-kind.ts';
import { bytesLike, bytesLikeNow, isByteArray } from './bytes-like.ts';
import { byteSearchMethods, contains } from './bytes-search.ts';
import { byteSplitMethods } from './bytes-split.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { holds } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { begin, type Steps } from './core/suspend.ts';
import { bufferSlots } from './memoryview.ts';
import { withSlice } from './slice.ts';
import { chargeText } from './text-results.ts';

const objectOf = (rt: Runtime, self: Ref): ByteArrayObject => rt.heap.payload[self] as ByteArrayObject;
const valueOf = (rt: Runtime, self: Ref): Uint8Array => objectOf(rt, self).bytes;

const kind: ByteKind = {
  name: 'bytearray',
  bytesOf: valueOf,
  make: (rt, value) => newByteArray(rt, value.slice()),
  unchangedOr: (rt, _self, value) => newByteArray(rt, value.slice()),
  separator: (rt, given) => newByteArray(rt, bytesLike(rt, given).slice()),
};

/** Mirrors PyByteArray_Concat(). */
function concat(rt: Runtime, left: Ref, right: Ref): Ref {
  const a = bytesLikeNow(rt, left);
  const b = bytesLikeNow(rt, right);
  if (a === undefined || b === undefined) raise(rt, TYPE_ERROR, `can't concat ${typeName(rt, right)} to ${typeName(rt, left)}`);
  chargeText(rt, a.length + b.length);
  return newByteArray(rt, bytes.concat(a, b));
}

function inplaceConcat(rt: Runtime, self: Ref, right: Ref): Ref {
  const added = bytesLikeNow(rt, right);
  if (added === undefined) raise(rt, TYPE_ERROR, `can't concat ${typeName(rt, right)} to ${typeName(rt, self)}`);
  const object = objectOf(rt, self);
  chargeText(rt, object.length + added.length);
  object.splice(rt, object.length, object.length, added.slice());
  return rt.heap.incref(self);
}

function repeated(rt: Runtime, self: Ref, count: number): Uint8Array {
  const value = valueOf(rt, self);
  const times = value.length === 0 ? 0 : Math.max(0, count);
  if (value.length * times >= 2 ** 63) raise(rt, OVERFLOW_ERROR, 'repeated bytes are too long');
  chargeText(rt, value.length * times);
  return bytes.repeat(value, times);
}

function inplaceRepeat(rt: Runtime, self: Ref, count: number): Ref {
  const value = repeated(rt, self, count);
  const object = objectOf(rt, self);
  object.splice(rt, 0, object.length, value);
  return rt.heap.incref(self);
}

function item(rt: Runtime, self: Ref, index: number): Ref {
  const byte = valueOf(rt, self)[index];
  if (byte === undefined) raise(rt, INDEX_ERROR, 'bytearray index out of range');
  return rt.newInt(byte);
}

function subscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  const object = objectOf(rt, self);
  if (rt.heap.type[key] === SLICE) {
    return withSlice(rt, key, () => object.length, ({ start, stop, step, count }) => {
      chargeText(rt, count);
      return newByteArray(rt, bytes.slice(object.bytes, start, stop, step, count).slice());
    });
  }
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `bytearray indices must be integers or slices, not ${typeName(rt, key)}`);
  return withIndex(rt, key, (index) => item(rt, self, itemIndex(rt, key, index, object.length)));
}

function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Ref {
  const a = bytesLikeNow(rt, left);
  const b = bytesLikeNow(rt, right);
  return a === undefined || b === undefined ? NOT_IMPLEMENTED : rt.newBool(holds(op, bytes.compare(a, b)));
}

function repr(rt: Runtime, self: Ref): Ref {
  const value = valueOf(rt, self);
  chargeText(rt, value.length * 2);
  return rt.newStr(`${typeName(rt, self)}(${builtinTypes(rt.profile.version).bytearrayEscapesQuote ? bytes.repr(value, "'") : bytes.repr(value)})`);
}

function remainder(rt: Runtime, left: Ref, right: Ref): Eventual {
  return isByteArray(rt, left) ? begin(rt, percentSteps(rt, left, right)) : NOT_IMPLEMENTED;
}

function* percentSteps(rt: Runtime, self: Ref, operand: Ref): Steps<Ref> {
  return newByteArray(rt, yield* formattedBytes(rt, valueOf(rt, self).slice(), operand));
}

const length = (rt: Runtime, self: Ref): Ref => rt.newInt(objectOf(rt, self).length);

const slots: Slots = {
  ...bufferSlots,
  tp_new: byteArrayNew,
  tp_init: byteArrayInit,
  tp_repr: repr,
  tp_str: repr,
  tp_hash: null,
  tp_richcompare: richCompare,
  tp_iter: byteArrayIter,
  nb_remainder: remainder,
  sq_length: length,
  sq_concat: concat,
  sq_repeat: (rt, self, count) => newByteArray(rt, repeated(rt, self, count)),
  sq_item: item,
  sq_contains: (rt, self, sought) => contains(rt, () => valueOf(rt, self), sought),
  sq_inplace_concat: inplaceConcat,
  sq_inplace_repeat: inplaceRepeat,
  mp_length: length,
  mp_subscript: subscript,
  mp_ass_subscript: assignSubscript,
};

defineType({
  handle: BYTEARRAY,
  name: 'bytearray',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  slots,
  methods: [
    ...byteCaseMethods(kind),
    ...byteSearchMethods(kind),
    ...byteSplitMethods(kind),
    ...byteConvertMethods(kind),
    ...byteArrayMethods,
  ],
});
