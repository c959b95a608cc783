import { NONE, TUPLE_ITERATOR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, raise, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { copyRefs, newTuple, tupleOf } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { SequenceIterator } from '../../objects/iterators.ts';
import { positionalOnly } from '../core/arguments.ts';
import { clearField, defineIterator, fieldsLayout, reduced, setField, stateItems } from './iterator.ts';

export const CHAIN = moduleTypeHandle();

/** Payload of `chain`: the iterator of iterables, NULL once it is exhausted, and the one that is under way. */
class Chain {
  active = NULL;
  constructor(public source: Ref) {}
}

const stateOf = (rt: Runtime, self: Ref): Chain => rt.heap.payload[self] as Chain;

function tupleIterator(rt: Runtime, items: readonly Ref[]): Ref {
  return rt.heap.allocateTracked(TUPLE_ITERATOR, new SequenceIterator(newTuple(rt, copyRefs(rt, items)), 0));
}

/** `chain(before, iterator)`. */
export function newChain(rt: Runtime, before: readonly Ref[], iterator: Ref): Ref {
  const first = tupleOf(rt, ...before);
  const made = newInstance(rt, CHAIN, new Chain(tupleIterator(rt, [first, iterator])));
  rt.heap.decref(first);
  return made;
}

/** Mirrors chain_next(). */
function chainNext(rt: Runtime, self: Ref): Eventual {
  const state = stateOf(rt, self);
  if (state.active !== NULL) {
    const item = next(rt, state.active);
    if (item > NULL) return item;
    if (item === SUSPENDED) return begin(rt, nextSteps(rt, self, true));
    clearField(rt, state, 'active');
  }
  return state.source === NULL ? NULL : begin(rt, nextSteps(rt, self, false));
}

function* nextSteps(rt: Runtime, self: Ref, suspended: boolean): Steps<Ref> {
  const state = stateOf(rt, self);
  let waits = suspended;
  while (state.source !== NULL) {
    if (state.active === NULL && !(yield* nextIterable(rt, state))) return NULL;
    const item = yield* settle(rt, waits ? SUSPENDED : next(rt, state.active));
    waits = false;
    if (item !== NULL) return item;
    clearField(rt, state, 'active');
  }
  return NULL;
}

/** Starts on the next iterable; an error on the way ends the chain. */
function* nextIterable(rt: Runtime, state: Chain): Steps<boolean> {
  const { heap } = rt;
  try {
    const iterable = yield* settle(rt, next(rt, state.source));
    if (iterable !== NULL) {
      try {
        setField(rt, state, 'active', yield* settle(rt, iter(rt, iterable)));
      } finally {
        heap.decref(iterable);
      }
      return true;
    }
  } catch (error) {
    const exception = caught(rt, error);
    clearField(rt, state, 'source');
    rethrow(rt, exception);
  }
  clearField(rt, state, 'source');
  return false;
}

function reduce(rt: Runtime, self: Ref): Ref {
  const { source, active } = stateOf(rt, self);
  if (source === NULL) return reduced(rt, self, []);
  return reduced(rt, self, [], active === NULL ? tupleOf(rt, source) : tupleOf(rt, source, active));
}

function setState(rt: Runtime, self: Ref, given: Ref): Ref {
  const parts = stateItems(rt, given);
  if (parts.length < 1 || parts.length > 2) {
    raise(rt, TYPE_ERROR, `function takes at ${parts.length < 1 ? 'least 1 argument' : 'most 2 arguments'} (${parts.length} given)`);
  }
  if (parts.some((part) => rt.typeOf(part).slots.tp_iternext === undefined)) raise(rt, TYPE_ERROR, 'Arguments must be iterators.');
  const state = stateOf(rt, self);
  setField(rt, state, 'source', rt.heap.incref(parts[0]!));
  setField(rt, state, 'active', parts.length === 1 ? NULL : rt.heap.incref(parts[1]!));
  return NONE;
}

defineIterator({
  handle: CHAIN,
  name: 'chain',
  layout: fieldsLayout(['source', 'active'], ['active', 'source']),
  tp_new: (rt, type, args, keywords) => newInstance(rt, type, new Chain(tupleIterator(rt, positionalOnly(rt, type, CHAIN, 'chain', args, keywords)))),
  tp_iternext: chainNext,
  methods: [
    suspending(
      'from_iterable',
      'iterable, /',
      function* (rt, type, [iterable]) {
        return newInstance(rt, type, new Chain(yield* settle(rt, iter(rt, iterable!))));
      },
      'class',
    ),
    native('__reduce__', '', reduce),
    native('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});
