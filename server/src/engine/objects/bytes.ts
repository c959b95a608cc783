import { TypeFlag } from '../heap/heap.ts';
import { BYTES, INDEX_ERROR, NOT_IMPLEMENTED, OVERFLOW_ERROR, SLICE, TYPE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import * as bytes from '../text/bytes.ts';
import { hashBytes } from '../text/hash.ts';
import { itemIndex, withIndex } from './arguments.ts';
import { byteCaseMethods } from './bytes-case.ts';
import { byteConvertMethods } from './bytes-convert.ts';
import { bytesIter } from './bytes-iterator.ts';
import type { ByteKind } from './bytes-kind.ts';
import { bytesLikeNow, isBytes } from './bytes-like.ts';
import { bytesNew } from './bytes-new.ts';
import { byteSearchMethods, contains } from './bytes-search.ts';
import { byteSplitMethods } from './bytes-split.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes, newTuple } from './core/make.ts';
import { type NativeFunction, native } from './core/native.ts';
import { holds } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { begin, type Steps } from './core/suspend.ts';
import { setHash } from './hashes.ts';
import { bufferSlots } from './memoryview.ts';
import { percentFormat } from './percent.ts';
import { withSlice } from './slice.ts';
import { chargeScan, chargeText, unchangedBytesOr } from './text-results.ts';

const valueOf = (rt: Runtime, self: Ref): Uint8Array => rt.heap.payload[self] as Uint8Array;

/** An array that is no part of another, which a bytearray could change. */
const owned = (value: Uint8Array): Uint8Array => (value.byteLength === value.buffer.byteLength ? value : value.slice());

const kind: ByteKind = {
  name: 'bytes',
  bytesOf: valueOf,
  make: (rt, value) => newBytes(rt, owned(value)),
  unchangedOr: (rt, self, value) => unchangedBytesOr(rt, self, owned(value)),
  separator: (rt, given) => rt.heap.incref(given),
};

/** Mirrors bytes_concat(). */
function concat(rt: Runtime, left: Ref, right: Ref): Ref {
  const a = valueOf(rt, left);
  const b = bytesLikeNow(rt, right);
  if (b === undefined) raise(rt, TYPE_ERROR, `can't concat ${typeName(rt, right)} to ${typeName(rt, left)}`);
  if (a.length === 0 && rt.heap.type[right] === BYTES) return rt.heap.incref(right);
  if (b.length === 0 && rt.heap.type[left] === BYTES) return rt.heap.incref(left);
  chargeText(rt, a.length + b.length);
  return newBytes(rt, bytes.concat(a, b));
}

function repeat(rt: Runtime, self: Ref, count: number): Ref {
  const value = valueOf(rt, self);
  const times = Math.max(0, count);
  if (value.length * times >= 2 ** 63) raise(rt, OVERFLOW_ERROR, 'repeated bytes are too long');
  if (times === 1) return unchangedBytesOr(rt, self, value);
  chargeText(rt, value.length * times);
  return newBytes(rt, bytes.repeat(value, value.length === 0 ? 0 : times));
}

function item(rt: Runtime, self: Ref, index: number): Ref {
  const byte = valueOf(rt, self)[index];
  if (byte === undefined) raise(rt, INDEX_ERROR, 'index out of range');
  return rt.newInt(byte);
}

function subscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  const value = valueOf(rt, self);
  if (rt.heap.type[key] === SLICE) {
    return withSlice(rt, key, () => value.length, ({ start, stop, step, count }) => {
      if (step === 1 && start === 0 && count === value.length) return unchangedBytesOr(rt, self, value);
      chargeText(rt, count);
      return newBytes(rt, owned(bytes.slice(value, start, stop, step, count)));
    });
  }
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `byte indices must be integers or slices, not ${typeName(rt, key)}`);
  return withIndex(rt, key, (index) => item(rt, self, itemIndex(rt, key, index, value.length)));
}

function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Ref {
  if (!isBytes(rt, left) || !isBytes(rt, right)) return NOT_IMPLEMENTED;
  const a = valueOf(rt, left);
  const b = valueOf(rt, right);
  chargeScan(rt, Math.min(a.length, b.length));
  return rt.newBool(holds(op, bytes.compare(a, b)));
}

function remainder(rt: Runtime, left: Ref, right: Ref): Eventual {
  return isBytes(rt, left) ? begin(rt, percentSteps(rt, left, right)) : NOT_IMPLEMENTED;
}

function* percentSteps(rt: Runtime, self: Ref, operand: Ref): Steps<Ref> {
  return newBytes(rt, yield* formattedBytes(rt, valueOf(rt, self), operand));
}

/** `format % operand` of bytes and of bytearray. */
export function* formattedBytes(rt: Runtime, format: Uint8Array, operand: Ref): Steps<Uint8Array> {
  return bytes.fromLatin1(yield* percentFormat(rt, bytes.toLatin1(format), 'bytes', operand));
}

function repr(rt: Runtime, self: Ref): Ref {
  const value = valueOf(rt, self);
  chargeText(rt, value.length * 2);
  return rt.newStr(bytes.repr(value));
}

const length = (rt: Runtime, self: Ref): Ref => rt.newInt(valueOf(rt, self).length);

const slots: Slots = {
  bf_getbuffer: bufferSlots.bf_getbuffer!,
  tp_new: bytesNew,
  tp_repr: repr,
  tp_str: repr,
  tp_hash: (rt, self) => setHash(rt, hashBytes(valueOf(rt, self))),
  tp_richcompare: richCompare,
  tp_iter: bytesIter,
  nb_remainder: remainder,
  sq_length: length,
  sq_concat: concat,
  sq_repeat: repeat,
  sq_item: item,
  sq_contains: (rt, self, sought) => contains(rt, () => valueOf(rt, self), sought),
  mp_length: length,
  mp_subscript: subscript,
};

const methods: readonly NativeFunction[] = [
  ...byteCaseMethods(kind),
  ...byteSearchMethods(kind),
  ...byteSplitMethods(kind),
  ...byteConvertMethods(kind),
  native('__bytes__', '', (rt, self) => unchangedBytesOr(rt, self, valueOf(rt, self))),
  native('__getnewargs__', '', (rt, self) => newTuple(rt, [newBytes(rt, valueOf(rt, self))])),
];

defineType({
  handle: BYTES,
  name: 'bytes',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.BYTES_SUBCLASS,
  slots,
  methods,
});

