import { TypeFlag } from '../heap/heap.ts';
import { EMPTY_TUPLE, INDEX_ERROR, INT, LIST, NOT_IMPLEMENTED, SLICE, TUPLE, TUPLE_ITERATOR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { hashTuple } from '../text/hash.ts';
import { containersOf } from '../versions/containers.ts';
import { isTuple } from './arguments.ts';
import { genericAlias } from './genericalias.ts';
import { setHash } from './hashes.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newTuple } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { hash } from './core/protocol.ts';
import { descend } from './core/recursion.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { isAtomicTuple } from './core/tracking.ts';
import { SequenceIterator } from './iterators.ts';
import { gather } from './list.ts';
import {
  compareSequences,
  containsItem,
  countItems,
  indexOfItem,
  joinReprs,
  position,
  repeatItems,
  sliceItems } from './sequence.ts';
import { withSlice } from './slice.ts';

function tupleNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [iterable = NULL] = bind(rt, 'tuple', 'iterable=(), /', args, keywords);
  if (type === TUPLE) {
    if (iterable === NULL) return EMPTY_TUPLE;
    if (rt.heap.type[iterable] === TUPLE) return rt.heap.incref(iterable);
    if (rt.heap.type[iterable] === LIST) return tupleFromArray(rt, copyRefs(rt, itemsOf(rt, iterable)));
    return begin(rt, tupleFrom(rt, iterable));
  }
  if (iterable === NULL) return newInstance(rt, type, []);
  return begin(rt, subclassFrom(rt, type, iterable));
}

/**
 * A tuple that takes over the references in `items`, made as PyTuple_FromArray() and its like do: displays, `tuple()`
 * and `*args`. From 3.14 on the collector does not get to see it if no item can be part of a cycle.
 */
function tupleFromArray(rt: Runtime, items: Ref[]): Ref {
  const tuple = newTuple(rt, items);
  if (containersOf(rt.profile.version).untracksNewTuples && tuple !== EMPTY_TUPLE && isAtomicTuple(rt.heap, tuple)) rt.heap.untrack(tuple);
  return tuple;
}

/** Mirrors PySequence_Tuple(). */
function* tupleFrom(rt: Runtime, iterable: Ref): Steps<Ref> {
  if (rt.heap.type[iterable] === TUPLE) return rt.heap.incref(iterable);
  return tupleFromArray(rt, yield* gather(rt, iterable, containersOf(rt.profile.version).tupleAsksLength));
}

function* subclassFrom(rt: Runtime, type: Ref, iterable: Ref): Steps<Ref> {
  return newInstance(rt, type, yield* gather(rt, iterable, containersOf(rt.profile.version).tupleAsksLength));
}

function tupleHash(rt: Runtime, self: Ref): Eventual {
  const items = itemsOf(rt, self);
  const lows = new Array<number>(items.length);
  const highs = new Array<number>(items.length);
  for (let i = 0; i < items.length; i++) {
    if (hashItem(rt, items[i]!) === SUSPENDED) return begin(rt, hashFrom(rt, items, lows, highs, i));
    lows[i] = rt.hashLow;
    highs[i] = rt.hashHigh;
  }
  return setHash(rt, hashTuple(lows, highs));
}

/** Tuples within tuples have no limit. */
const hashItem = (rt: Runtime, item: Ref): Eventual => (rt.heap.type[item] === TUPLE ? descend(rt, hash, item, null) : hash(rt, item));

/** Goes on where the hash of item `i` is suspended. */
function* hashFrom(rt: Runtime, items: readonly Ref[], lows: number[], highs: number[], i: number): Steps<Ref> {
  yield* settle(rt, SUSPENDED);
  for (let next = i; ; ) {
    lows[next] = rt.hashLow;
    highs[next] = rt.hashHigh;
    if (++next === items.length) return setHash(rt, hashTuple(lows, highs));
    yield* settle(rt, hashItem(rt, items[next]!));
  }
}

function tupleConcat(rt: Runtime, left: Ref, right: Ref): Eventual {
  const { heap } = rt;
  if (itemsOf(rt, left).length === 0 && heap.type[right] === TUPLE) return heap.incref(right);
  if (!isTuple(rt, right)) raise(rt, TYPE_ERROR, `can only concatenate tuple (not "${typeName(rt, right)}") to tuple`);
  if (itemsOf(rt, right).length === 0 && heap.type[left] === TUPLE) return heap.incref(left);
  rt.charge(itemsOf(rt, left).length + itemsOf(rt, right).length);
  return newTuple(rt, copyRefs(rt, [...itemsOf(rt, left), ...itemsOf(rt, right)]));
}

function tupleItem(rt: Runtime, self: Ref, index: number): Eventual {
  const item = itemsOf(rt, self)[index];
  return item === undefined ? raise(rt, INDEX_ERROR, 'tuple index out of range') : rt.heap.incref(item);
}

function tupleSubscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  const { heap } = rt;
  if (heap.type[key] === INT) {
    const index = heap.payload[key] as number | bigint;
    if (typeof index === 'number') return tupleItem(rt, self, index < 0 ? index + itemsOf(rt, self).length : index);
  }
  if (heap.type[key] !== SLICE) return begin(rt, indexedSteps(rt, self, key));
  return withSlice(rt, key, () => itemsOf(rt, self).length, (slice) => {
    const items = itemsOf(rt, self);
    if (slice.count === items.length && slice.step === 1 && heap.type[self] === TUPLE) return heap.incref(self);
    return newTuple(rt, sliceItems(rt, items, slice));
  });
}

function* indexedSteps(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  return yield* settle(rt, tupleItem(rt, self, yield* position(rt, self, key, 'tuple')));
}

defineType({
  handle: TUPLE,
  name: 'tuple',
  flags: CONTAINER | TypeFlag.REFS | TypeFlag.NO_CLEAR | TypeFlag.TUPLE_SUBCLASS | TypeFlag.SEQUENCE,
  slots: {
    tp_new: tupleNew,
    tp_repr: (rt, self) => (itemsOf(rt, self).length === 0 ? rt.newStr('()') : begin(rt, joinReprs(rt, self, '(', ')', true))),
    tp_hash: tupleHash,
    tp_richcompare: (rt, left, right, op) => (isTuple(rt, left) && isTuple(rt, right) ? compareSequences(rt, left, right, op) : NOT_IMPLEMENTED),
    tp_iter: (rt, self) => rt.heap.allocateTracked(TUPLE_ITERATOR, new SequenceIterator(rt.heap.incref(self), 0)),
    sq_length: (rt, self) => rt.newInt(itemsOf(rt, self).length),
    sq_concat: tupleConcat,
    sq_repeat: (rt, self, count) => {
      if (rt.heap.type[self] === TUPLE && (count === 1 || itemsOf(rt, self).length === 0)) return rt.heap.incref(self);
      return newTuple(rt, repeatItems(rt, itemsOf(rt, self), Math.max(count, 0)));
    },
    sq_item: tupleItem,
    sq_contains: containsItem,
    mp_subscript: tupleSubscript,
  },
  methods: [
    suspending('count', 'value, /', (rt, self, [value]) => countItems(rt, self, value!)),
    native('index', 'value, start=, stop=, /', (rt, self, [value, start, stop]) =>
      indexOfItem(rt, self, value!, start!, stop!, () => raise(rt, VALUE_ERROR, 'tuple.index(x): x not in tuple')),
    ),
    native('__getnewargs__', '', (rt, self) => newTuple(rt, [newTuple(rt, copyRefs(rt, itemsOf(rt, self)))])),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});
