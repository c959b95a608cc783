import { TypeFlag } from '../heap/heap.ts';
import { BYTEARRAY_ITERATOR, BYTES_ITERATOR, EMPTY_TUPLE } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { bytesLikeNow } from './bytes-like.ts';
import { defineType } from './core/define.ts';
import { tupleOf } from './core/make.ts';
import { type NativeFunction, native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { builtinIter, reduceIterator, releaseSource, sourceLayout, stateIndex } from './iterator-state.ts';

/** Payload of an iterator over bytes or a bytearray: `source` is NULL once exhausted. */
export interface BytesIterator {
  source: Ref;
  index: number;
}

export const bytesIter = (rt: Runtime, self: Ref): Ref => iterator(rt, BYTES_ITERATOR, self);
export const byteArrayIter = (rt: Runtime, self: Ref): Ref => iterator(rt, BYTEARRAY_ITERATOR, self);

const iterator = (rt: Runtime, type: Ref, self: Ref): Ref =>
  rt.heap.allocateTracked(type, { source: rt.heap.incref(self), index: 0 } satisfies BytesIterator);

const stateOf = (rt: Runtime, self: Ref): BytesIterator => rt.heap.payload[self] as BytesIterator;

function next(rt: Runtime, self: Ref): Eventual {
  const state = stateOf(rt, self);
  if (state.source === NULL) return NULL;
  const byte = bytesLikeNow(rt, state.source)![state.index];
  if (byte === undefined) return releaseSource(rt, state);
  state.index++;
  return rt.newInt(byte);
}

function setState(rt: Runtime, self: Ref, args: readonly Ref[]): Eventual {
  return stateIndex(rt, args[0]!, (index) => {
    const state = stateOf(rt, self);
    if (state.source !== NULL) state.index = Math.min(index, bytesLikeNow(rt, state.source)!.length);
  });
}

const methods: readonly NativeFunction[] = [
  native('__length_hint__', '', (rt, self) => {
    const { source, index } = stateOf(rt, self);
    return rt.newInt(source === NULL ? 0 : Math.max(0, bytesLikeNow(rt, source)!.length - index));
  }),
  native('__reduce__', '', (rt, self) => {
    const { source, index } = stateOf(rt, self);
    if (source === NULL) return reduceIterator(rt, builtinIter(rt), tupleOf(rt, EMPTY_TUPLE));
    return reduceIterator(rt, builtinIter(rt), tupleOf(rt, source), rt.newInt(index));
  }),
  native('__setstate__', 'object, /', setState),
];

for (const [handle, name] of [
  [BYTES_ITERATOR, 'bytes_iterator'],
  [BYTEARRAY_ITERATOR, 'bytearray_iterator'],
] as const) {
  defineType({
    handle,
    name,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
    layout: sourceLayout,
    slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: next },
    methods,
  });
}
