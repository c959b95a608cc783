import { TypeFlag } from '../../heap/heap.ts';
import { EMPTY_TUPLE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { tupleOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { builtinIter, reduceIterator, releaseSource, sourceLayout, stateIndex } from '../../objects/iterator-state.ts';
import { arrayObject, itemObject } from './object.ts';

const ARRAY_ITERATOR = moduleTypeHandle();

/** Payload of an iterator over an array, which is NULL once exhausted. */
interface ArrayIterator {
  source: Ref;
  index: number;
}

const stateOf = (rt: Runtime, self: Ref): ArrayIterator => rt.heap.payload[self] as ArrayIterator;

export const arrayIterator = (rt: Runtime, self: Ref): Ref =>
  rt.heap.allocateTracked(ARRAY_ITERATOR, { source: rt.heap.incref(self), index: 0 } satisfies ArrayIterator);

defineType({
  handle: ARRAY_ITERATOR,
  name: 'arrayiterator',
  module: 'array',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  fromSpec: true,
  layout: sourceLayout,
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => {
      const state = stateOf(rt, self);
      if (state.source === NULL) return NULL;
      if (state.index >= arrayObject(rt, state.source).length) return releaseSource(rt, state);
      return itemObject(rt, state.source, state.index++);
    },
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { source, index } = stateOf(rt, self);
      if (source === NULL) return reduceIterator(rt, builtinIter(rt), tupleOf(rt, EMPTY_TUPLE));
      return reduceIterator(rt, builtinIter(rt), tupleOf(rt, source), rt.newInt(index));
    }),
    native('__setstate__', 'state, /', (rt, self, [state]) =>
      stateIndex(rt, state!, (index) => {
        const iterator = stateOf(rt, self);
        if (iterator.source !== NULL) iterator.index = Math.min(index, arrayObject(rt, iterator.source).length);
      }),
    ),
  ],
});
