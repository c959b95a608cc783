import { NONE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, raise, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newList } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { index, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { stateIndex } from '../../objects/iterators.ts';
import { checkCount, positionalOnly } from '../core/arguments.ts';
import { clearField, defineIterator, fieldsLayout, reduced } from './iterator.ts';

export const ISLICE = moduleTypeHandle();

/** Payload of `islice`. `taken` items are behind it, the one at `next` comes next; `stop` Infinity is none. */
class Islice {
  taken = 0;
  constructor(
    public iterator: Ref,
    public next: number,
    readonly stop: number,
    readonly step: number,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Islice => rt.heap.payload[self] as Islice;

/** An argument as a Py_ssize_t; NaN where it is none. */
function* bound(rt: Runtime, object: Ref | undefined, absent: number): Steps<number> {
  if (object === undefined || object === NONE) return absent;
  try {
    const value = yield* index(rt, object);
    return value >= 2 ** 63 || value < -(2 ** 63) ? NaN : Number(value);
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return NaN;
  }
}

/** Mirrors islice_new(). */
function* isliceNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = positionalOnly(rt, type, ISLICE, 'islice', args, keywords);
  checkCount(rt, 'islice', given.length, 2, 4);
  const start = given.length === 2 ? 0 : yield* bound(rt, given[1], 0);
  const stop = yield* bound(rt, given.length === 2 ? given[1] : given[2], Infinity);
  const range = 'must be None or an integer: 0 <= x <= sys.maxsize.';
  if (Number.isNaN(stop) || stop === -1) raise(rt, VALUE_ERROR, `Stop argument for islice() ${range}`);
  // An index that is none was cleared to −1.
  if (!(start >= 0) || stop < 0) raise(rt, VALUE_ERROR, `Indices for islice() ${range}`);
  const step = yield* bound(rt, given[3], 1);
  if (!(step >= 1)) raise(rt, VALUE_ERROR, 'Step for islice() must be a positive integer or None.');
  return newInstance(rt, type, new Islice(yield* settle(rt, iter(rt, given[0]!)), start, stop, step));
}

/** Mirrors islice_next(); an error ends the slice too. */
function isliceNext(rt: Runtime, self: Ref): Eventual {
  const state = stateOf(rt, self);
  if (state.iterator === NULL) return NULL;
  return state.taken < state.next || state.taken >= state.stop ? begin(rt, nextSteps(rt, state, false)) : takeOne(rt, state);
}

function takeOne(rt: Runtime, state: Islice): Eventual {
  let item: Eventual;
  try {
    item = next(rt, state.iterator);
  } catch (error) {
    return failed(rt, state, error);
  }
  return item === SUSPENDED ? begin(rt, nextSteps(rt, state, true)) : taken(rt, state, item);
}

function failed(rt: Runtime, state: Islice, error: unknown): never {
  const exception = caught(rt, error);
  clearField(rt, state, 'iterator');
  rethrow(rt, exception);
}

function taken(rt: Runtime, state: Islice, item: Ref): Ref {
  if (item === NULL) clearField(rt, state, 'iterator');
  else {
    state.taken++;
    state.next = Math.min(state.next + state.step, state.stop);
  }
  return item;
}

function* nextSteps(rt: Runtime, state: Islice, suspended: boolean): Steps<Ref> {
  const { heap } = rt;
  try {
    while (!suspended && state.taken < state.next) {
      const skipped = yield* settle(rt, next(rt, state.iterator));
      if (skipped === NULL) return taken(rt, state, NULL);
      rt.charge(1);
      heap.decref(skipped);
      state.taken++;
    }
    if (!suspended && state.taken >= state.stop) return taken(rt, state, NULL);
    return taken(rt, state, yield* settle(rt, suspended ? SUSPENDED : next(rt, state.iterator)));
  } catch (error) {
    return failed(rt, state, error);
  }
}

function reduce(rt: Runtime, self: Ref): Ref {
  const { iterator, next: start, stop, step, taken: count } = stateOf(rt, self);
  if (iterator === NULL) {
    const list = newList(rt, []);
    const empty = iter(rt, list) as Ref;
    rt.heap.decref(list);
    return reduced(rt, self, [empty, rt.newInt(0)], rt.newInt(0));
  }
  const end = stop === Infinity ? NONE : rt.newInt(stop);
  return reduced(rt, self, [rt.heap.incref(iterator), rt.newInt(start), end, rt.newInt(step)], rt.newInt(count));
}

defineIterator({
  handle: ISLICE,
  name: 'islice',
  layout: fieldsLayout(['iterator']),
  tp_new: (rt, type, args, keywords) => begin(rt, isliceNew(rt, type, args, keywords)),
  tp_iternext: isliceNext,
  methods: [
    native('__reduce__', '', reduce),
    native('__setstate__', 'state, /', (rt, self, [state]) => {
      stateOf(rt, self).taken = stateIndex(rt, state!);
      return NONE;
    }),
  ],
});
