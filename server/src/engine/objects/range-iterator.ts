import { TypeFlag } from '../heap/heap.ts';
import { LONG_RANGE_ITERATOR, NONE, OVERFLOW_ERROR, RANGE_ITERATOR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { add, mul, sub, type Int } from '../text/integer.ts';
import { profileOf, withIndex } from './arguments.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import { type NativeFunction, native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { builtinIter, reduceIterator } from './iterator-state.ts';
import { rangeOf } from './range.ts';

/** Payload of an iterator over a range. */
export interface RangeIterator {
  next: Int;
  readonly step: Int;
  remaining: Int;
  /** How many items it has given. */
  taken: Int;
}

const fitsLong = (value: Int): boolean => typeof value === 'number' || BigInt.asIntN(64, value) === value;

export function newRangeIterator(rt: Runtime, start: Int, step: Int, length: Int, stop: Int): Ref {
  const type = fitsLong(start) && fitsLong(step) && fitsLong(stop) && fitsLong(length) ? RANGE_ITERATOR : LONG_RANGE_ITERATOR;
  return rt.heap.allocate(type, { next: start, step, remaining: length, taken: 0 } satisfies RangeIterator);
}

const stateOf = (rt: Runtime, self: Ref): RangeIterator => rt.heap.payload[self] as RangeIterator;

/** The next item, or NULL. `spare` is an int of which nobody but the caller has a reference: it becomes the item where one has to be made. */
export function nextOfRange(rt: Runtime, self: Ref, spare: Ref = NULL): Ref {
  const state = stateOf(rt, self);
  const { next, step, remaining, taken } = state;
  if (remaining <= 0) return NULL;
  if (step === 1 && typeof remaining === 'number' && typeof taken === 'number' && typeof next === 'number' && (next | 0) === next) {
    state.next = next + 1;
    state.remaining = remaining - 1;
    state.taken = taken + 1;
    if (spare === NULL || next <= rt.profile.smallIntMax) return rt.newInt(next);
    rt.heap.payload[spare] = next;
    return spare;
  }
  if (typeof next === 'number' && typeof step === 'number' && typeof remaining === 'number' && typeof taken === 'number' && Number.isSafeInteger(next + step)) {
    state.next = next + step;
    state.remaining = remaining - 1;
    state.taken = taken + 1;
  } else advance(state, 1);
  return rt.newInt(next);
}

function advance(state: RangeIterator, count: Int): void {
  state.next = add(state.next, mul(state.step, count));
  state.remaining = sub(state.remaining, count);
  state.taken = add(state.taken, count);
}

/** Before 3.12 the whole range and how much of it was taken, since then what is left of it. */
function reduce(rt: Runtime, self: Ref): Ref {
  const { next: from, step, remaining, taken } = stateOf(rt, self);
  const leftOnly = profileOf(rt).rangeIteratorsReduceWithoutState;
  const range = leftOnly ? rangeOf(rt, from, step, remaining) : rangeOf(rt, sub(from, mul(step, taken)), step, add(remaining, taken));
  return reduceIterator(rt, builtinIter(rt), newTuple(rt, [range]), leftOnly ? NONE : rt.newInt(taken));
}

function setState(rt: Runtime, self: Ref, args: readonly Ref[]): Eventual {
  return withIndex(rt, args[0]!, (wanted) => {
    if (rt.heap.type[self] === RANGE_ITERATOR && !fitsLong(wanted)) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C long');
    const state = stateOf(rt, self);
    if (!profileOf(rt).rangeIteratorsReduceWithoutState) advance(state, sub(0, state.taken));
    advance(state, wanted < 0 ? 0 : wanted > state.remaining ? state.remaining : wanted);
    return NONE;
  });
}

const methods: readonly NativeFunction[] = [
  native('__length_hint__', '', (rt, self) => rt.newInt(stateOf(rt, self).remaining)),
  native('__reduce__', '', reduce),
  native('__setstate__', 'object, /', setState),
];

for (const [handle, name] of [
  [RANGE_ITERATOR, 'range_iterator'],
  [LONG_RANGE_ITERATOR, 'longrange_iterator'],
] as const) {
  defineType({
    handle,
    name,
    flags: TypeFlag.IMMUTABLE,
    slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: (rt, self) => nextOfRange(rt, self) },
    methods,
  });
}
