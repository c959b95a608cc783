import { TypeFlag } from '../../heap/heap.ts';
import { NONE, STOP_ITERATION, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { newTuple, tupleOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { equals, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { builtinIter } from '../../objects/iterator-state.ts';
import { untilRaised } from '../../objects/iterators.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import { clearField, defineIterator, fieldsLayout, reduced, setField, stateItems } from './iterator.ts';

export const GROUPBY = moduleTypeHandle();
export const GROUPER = moduleTypeHandle();

/** Payload of `groupby`. `grouper` is borrowed: the group that shares the iterator; others are over. */
class Groupby {
  target = NULL;
  key = NULL;
  value = NULL;
  grouper = NULL;
  constructor(
    public iterator: Ref,
    public keyFunction: Ref,
  ) {}
}

/** Payload of a group. */
class Grouper {
  constructor(
    public parent: Ref,
    public target: Ref,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Groupby => rt.heap.payload[self] as Groupby;

function* groupbyNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [iterable, key] = bind(rt, 'groupby', 'iterable, key=None', args, keywords);
  const iterator = yield* settle(rt, iter(rt, iterable!));
  return newInstance(rt, type, new Groupby(iterator, key === NULL ? NONE : rt.heap.incref(key!)));
}

/** Mirrors groupby_step(): the next value and its key; false at the end. */
function* step(rt: Runtime, state: Groupby): Steps<boolean> {
  const { heap } = rt;
  const value = yield* settle(rt, next(rt, state.iterator));
  if (value === NULL) return false;
  rt.charge(1);
  let key = NULL;
  try {
    const { keyFunction } = state;
    if (keyFunction === NONE) key = heap.incref(value);
    else key = yield* untilRaised(rt, () => begin(rt, call(keyFunction, [value])), [STOP_ITERATION]);
  } finally {
    if (key === NULL) heap.decref(value);
  }
  if (key === NULL) return false;
  const old = state.value;
  state.value = value;
  setField(rt, state, 'key', key);
  heap.xdecref(old);
  return true;
}

function newGrouper(rt: Runtime, parent: Ref, target: Ref): Ref {
  const { heap } = rt;
  const grouper = heap.allocateTracked(GROUPER, new Grouper(heap.incref(parent), heap.incref(target)));
  stateOf(rt, parent).grouper = grouper;
  return grouper;
}

/** Mirrors groupby_next(): skips what is left of the last group. */
function* groupbyNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = stateOf(rt, self);
  state.grouper = NULL;
  while (state.key === NULL || (state.target !== NULL && (yield* sameKey(rt, state.target, state.key)))) {
    if (!(yield* step(rt, state))) return NULL;
  }
  setField(rt, state, 'target', heap.incref(state.key));
  const grouper = newGrouper(rt, self, state.target);
  return newTuple(rt, [heap.incref(state.key), grouper]);
}

function* sameKey(rt: Runtime, target: Ref, key: Ref): Steps<boolean> {
  const { heap } = rt;
  heap.incref(target);
  heap.incref(key);
  try {
    return yield* equals(rt, target, key);
  } finally {
    heap.decref(target);
    heap.decref(key);
  }
}

/** Mirrors _grouper_next(). */
function* grouperNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { parent, target } = rt.heap.payload[self] as Grouper;
  const state = stateOf(rt, parent);
  if (state.grouper !== self) return NULL;
  if (state.value === NULL && !(yield* step(rt, state))) return NULL;
  if (!(yield* sameKey(rt, target, state.key))) return NULL;
  const { value } = state;
  state.value = NULL;
  clearField(rt, state, 'key');
  return value;
}

function setState(rt: Runtime, self: Ref, given: Ref): Ref {
  const parts = stateItems(rt, given);
  if (parts.length !== 3) raise(rt, TYPE_ERROR, `function takes exactly 3 arguments (${parts.length} given)`);
  const state = stateOf(rt, self);
  setField(rt, state, 'key', rt.heap.incref(parts[0]!));
  setField(rt, state, 'value', rt.heap.incref(parts[1]!));
  setField(rt, state, 'target', rt.heap.incref(parts[2]!));
  return NONE;
}

defineIterator({
  handle: GROUPBY,
  name: 'groupby',
  layout: fieldsLayout(['iterator', 'keyFunction', 'target', 'key', 'value']),
  tp_new: (rt, type, args, keywords) => begin(rt, groupbyNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, groupbyNext(rt, self)),
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { iterator, keyFunction, target, key, value } = stateOf(rt, self);
      const args = [rt.heap.incref(iterator), rt.heap.incref(keyFunction)];
      return target !== NULL && key !== NULL && value !== NULL ? reduced(rt, self, args, tupleOf(rt, key, value, target)) : reduced(rt, self, args);
    }),
    native('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
  ],
});

defineIterator({
  handle: GROUPER,
  name: '_grouper',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: fieldsLayout(['parent', 'target']),
  tp_new: (rt, _type, args, keywords) => {
    noKeywords(rt, '_grouper', keywords);
    checkCount(rt, '_grouper', args.length, 2, 2);
    const [parent, target] = args;
    if (!isInstance(rt, parent!, GROUPBY)) raise(rt, TYPE_ERROR, `_grouper() argument 1 must be itertools.groupby, not ${typeName(rt, parent!)}`);
    return newGrouper(rt, parent!, target!);
  },
  tp_iternext: (rt, self) => begin(rt, grouperNext(rt, self)),
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { parent, target } = rt.heap.payload[self] as Grouper;
      if (stateOf(rt, parent).grouper !== self) return newTuple(rt, [builtinIter(rt), newTuple(rt, [newTuple(rt, [])])]);
      return reduced(rt, self, [rt.heap.incref(parent), rt.heap.incref(target)]);
    }),
  ],
});
