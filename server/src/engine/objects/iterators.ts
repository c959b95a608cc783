import { TypeFlag, type Layout } from '../heap/heap.ts';
import {
  CALLABLE_ITERATOR,
  INDEX_ERROR,
  LIST_ITERATOR,
  LIST_REVERSE_ITERATOR,
  NONE,
  NOT_IMPLEMENTED,
  SEQUENCE_ITERATOR,
  STOP_ITERATION,
  TUPLE_ITERATOR,
  TYPE_ERROR,
} from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { Int } from '../text/integer.ts';
import { isInt, toSize } from './arguments.ts';
import { getNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { caught, matches, raise, rethrow } from './core/errors.ts';
import { itemsOf, newList, newTuple, tupleOf } from './core/make.ts';
import { native, suspending, type NativeFunction } from './core/native.ts';
import { equals, length } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';

/** Payload of an iterator over a sequence by index. The sequence is owned, NULL once the iterator is exhausted. */
export class SequenceIterator {
  constructor(
    public sequence: Ref,
    public index: number,
  ) {}
}

export const iteratorFlags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION;

export const sequenceIteratorLayout: Layout = {
  traverse(payload, visit) {
    const { sequence } = payload as SequenceIterator;
    if (sequence !== NULL) visit(sequence);
  },
  clear(payload, released) {
    const iterator = payload as SequenceIterator;
    if (iterator.sequence !== NULL) released.push(iterator.sequence);
    iterator.sequence = NULL;
  },
};

const stateOf = (rt: Runtime, iterator: Ref): SequenceIterator => rt.heap.payload[iterator] as SequenceIterator;

/** Ends an iterator: it lets go of its sequence. Answers NULL. */
export function exhaust(rt: Runtime, state: { sequence: Ref }): Ref {
  const { sequence } = state;
  state.sequence = NULL;
  rt.heap.xdecref(sequence);
  return NULL;
}

function forwardNext(rt: Runtime, self: Ref): Ref {
  const state = stateOf(rt, self);
  if (state.sequence === NULL) return NULL;
  const item = itemsOf(rt, state.sequence)[state.index];
  if (item === undefined) return exhaust(rt, state);
  state.index++;
  return rt.heap.incref(item);
}

function backwardNext(rt: Runtime, self: Ref): Ref {
  const state = stateOf(rt, self);
  if (state.sequence === NULL) return NULL;
  const item = itemsOf(rt, state.sequence)[state.index];
  if (item === undefined) return exhaust(rt, state);
  state.index--;
  return rt.heap.incref(item);
}

/** `(builtin, (argument,), state)`, as iterators are pickled; takes over `argument`. `state` −1 is left out. */
export function reduced(rt: Runtime, builtin: string, argument: Ref, state: number): Ref {
  const parts = [rt.heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name(builtin))), newTuple(rt, [argument])];
  if (state >= 0) parts.push(rt.newInt(state));
  return newTuple(rt, parts);
}

const reduce = (builtin: string, empty: (rt: Runtime) => Ref): NativeFunction =>
  native('__reduce__', '', (rt, self) => {
    const { sequence, index } = stateOf(rt, self);
    return sequence === NULL ? reduced(rt, 'iter', empty(rt), -1) : reduced(rt, builtin, rt.heap.incref(sequence), index);
  });

const setState = (limit: (index: number, length: number) => number): NativeFunction =>
  native('__setstate__', 'state, /', (rt, self, [given]) => {
    const index = stateIndex(rt, given!);
    const state = stateOf(rt, self);
    if (state.sequence !== NULL) state.index = limit(index, itemsOf(rt, state.sequence).length);
    return NONE;
  });

/** An int given as the state of an iterator (PyLong_AsSsize_t). */
export function stateIndex(rt: Runtime, state: Ref): number {
  if (!isInt(rt, state)) raise(rt, TYPE_ERROR, 'an integer is required');
  return toSize(rt, rt.heap.payload[state] as Int);
}

const forwardHint = native('__length_hint__', '', (rt, self) => {
  const { sequence, index } = stateOf(rt, self);
  return rt.newInt(sequence === NULL ? 0 : Math.max(0, itemsOf(rt, sequence).length - index));
});

const itself = (rt: Runtime, self: Ref): Ref => rt.heap.incref(self);
const emptyList = (rt: Runtime): Ref => newList(rt, []);

defineType({
  handle: LIST_ITERATOR,
  name: 'list_iterator',
  flags: iteratorFlags,
  layout: sequenceIteratorLayout,
  slots: { tp_iter: itself, tp_iternext: forwardNext },
  methods: [forwardHint, reduce('iter', emptyList), setState((index) => Math.max(0, index))],
});

defineType({
  handle: TUPLE_ITERATOR,
  name: 'tuple_iterator',
  flags: iteratorFlags,
  layout: sequenceIteratorLayout,
  slots: { tp_iter: itself, tp_iternext: forwardNext },
  methods: [
    forwardHint,
    reduce('iter', (rt) => newTuple(rt, [])),
    setState((index, size) => Math.min(Math.max(0, index), size)),
  ],
});

defineType({
  handle: LIST_REVERSE_ITERATOR,
  name: 'list_reverseiterator',
  flags: iteratorFlags,
  layout: sequenceIteratorLayout,
  slots: { tp_iter: itself, tp_iternext: backwardNext },
  methods: [
    native('__length_hint__', '', (rt, self) => {
      const { sequence, index } = stateOf(rt, self);
      return rt.newInt(sequence === NULL || itemsOf(rt, sequence).length <= index ? 0 : index + 1);
    }),
    reduce('reversed', emptyList),
    setState((index, size) => Math.min(Math.max(-1, index), size - 1)),
  ],
});

/** In a step of iteration: NULL for an exception of this type, which ends it like exhaustion. */
export function endsWith(rt: Runtime, error: unknown, type: Ref): Ref {
  const exception = caught(rt, error);
  if (!matches(rt, exception, type)) rethrow(rt, exception);
  rt.heap.decref(exception);
  return NULL;
}

/** Runs a step of iteration; an exception of these types ends it like exhaustion. */
export function* untilRaised(rt: Runtime, step: () => Eventual, types: readonly Ref[]): Steps<Ref> {
  try {
    return yield* settle(rt, step());
  } catch (error) {
    const exception = caught(rt, error);
    if (!types.some((type) => matches(rt, exception, type))) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

/** Mirrors iter_iternext(): IndexError and StopIteration from `__getitem__` end the iteration. */
function* sequenceNext(rt: Runtime, self: Ref): Steps<Ref> {
  const state = stateOf(rt, self);
  const { sequence } = state;
  if (sequence === NULL) return NULL;
  const getItem = rt.typeOf(sequence).slots.sq_item!;
  const item = yield* untilRaised(rt, () => getItem(rt, sequence, state.index++), [INDEX_ERROR, STOP_ITERATION]);
  return item === NULL && state.sequence !== NULL ? exhaust(rt, state) : item;
}

defineType({
  handle: SEQUENCE_ITERATOR,
  name: 'iterator',
  flags: iteratorFlags,
  layout: sequenceIteratorLayout,
  slots: { tp_iter: itself, tp_iternext: (rt, self) => begin(rt, sequenceNext(rt, self)) },
  methods: [
    suspending('__length_hint__', '', function* (rt, self) {
      const { sequence, index } = stateOf(rt, self);
      if (sequence === NULL) return rt.newInt(0);
      const { sq_length, mp_length } = rt.typeOf(sequence).slots;
      if (sq_length === undefined && mp_length === undefined) return NOT_IMPLEMENTED;
      return rt.newInt(Math.max(0, (yield* length(rt, sequence)) - index));
    }),
    reduce('iter', (rt) => newTuple(rt, [])),
    native('__setstate__', 'state, /', (rt, self, [given]) => {
      const index = stateIndex(rt, given!);
      const state = stateOf(rt, self);
      if (state.sequence !== NULL) state.index = Math.max(0, index);
      return NONE;
    }),
  ],
});

/** Payload of `iter(callable, sentinel)`; both NULL once exhausted. */
export class CallableIterator {
  constructor(
    public callable: Ref,
    public sentinel: Ref,
  ) {}
}

const callableOf = (rt: Runtime, iterator: Ref): CallableIterator => rt.heap.payload[iterator] as CallableIterator;

/** Mirrors calliter_iternext(). */
function* callableNext(rt: Runtime, self: Ref): Steps<Ref> {
  const state = callableOf(rt, self);
  const { callable } = state;
  if (callable === NULL) return NULL;
  const result = yield* untilRaised(rt, () => begin(rt, callOnce(rt, callable)), [STOP_ITERATION]);
  if (result !== NULL && state.sentinel !== NULL) {
    let isSentinel = true;
    try {
      isSentinel = yield* equals(rt, state.sentinel, result);
    } finally {
      if (isSentinel) rt.heap.decref(result);
    }
    if (!isSentinel) return result;
  } else rt.heap.xdecref(result);
  const { sentinel } = state;
  const held = state.callable;
  state.callable = NULL;
  state.sentinel = NULL;
  rt.heap.xdecref(held);
  rt.heap.xdecref(sentinel);
  return NULL;
}

function* callOnce(rt: Runtime, callable: Ref): Steps<Ref> {
  rt.heap.incref(callable);
  try {
    return yield { callable, args: [], keywords: NULL };
  } finally {
    rt.heap.decref(callable);
  }
}

defineType({
  handle: CALLABLE_ITERATOR,
  name: 'callable_iterator',
  flags: iteratorFlags,
  layout: {
    traverse(payload, visit) {
      const { callable, sentinel } = payload as CallableIterator;
      if (callable !== NULL) visit(callable);
      if (sentinel !== NULL) visit(sentinel);
    },
    clear(payload, released) {
      const state = payload as CallableIterator;
      if (state.callable !== NULL) released.push(state.callable);
      if (state.sentinel !== NULL) released.push(state.sentinel);
      state.callable = NULL;
      state.sentinel = NULL;
    },
  },
  slots: { tp_iter: itself, tp_iternext: (rt, self) => begin(rt, callableNext(rt, self)) },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { callable, sentinel } = callableOf(rt, self);
      if (callable === NULL) return reduced(rt, 'iter', newTuple(rt, []), -1);
      const iter = rt.heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name('iter')));
      return newTuple(rt, [iter, tupleOf(rt, callable, sentinel)]);
    }),
  ],
});
