import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, isTuple, toSize } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { copyRefs, itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { instanceSize } from '../../objects/core/sizes.ts';
import type { Int } from '../../text/integer.ts';
import { fieldsLayout } from './iterator.ts';

/**
 * Payload of `combinations`, `combinations_with_replacement`, `permutations` and `product`: `pool` is the tuple of
 * what is chosen from (for `product`, of such tuples), `result` what was answered last, NULL before.
 */
export class Combinatoric {
  result = NULL;
  constructor(
    public pool: Ref,
    readonly indices: number[],
    readonly length: number,
    public stopped: boolean,
    readonly cycles: number[] = [],
  ) {}
}

export const combinatoricLayout = fieldsLayout(['pool', 'result']);

export const combinatoric = (rt: Runtime, self: Ref): Combinatoric => rt.heap.payload[self] as Combinatoric;

/** The first result; `at` is the item for each position. A new reference. */
export function firstResult(rt: Runtime, state: Combinatoric, at: (position: number) => Ref): Ref {
  const items: Ref[] = [];
  rt.charge(state.length, state.length * 8);
  for (let i = 0; i < state.length; i++) items.push(rt.heap.incref(at(i)));
  state.result = newTuple(rt, items);
  return rt.heap.incref(state.result);
}

/** The last result to be changed in place: itself if nobody else holds it, else a copy. Borrowed. */
export function ownResult(rt: Runtime, state: Combinatoric): Ref {
  const { heap } = rt;
  const { result } = state;
  if (heap.refcount[result]! > 1) {
    state.result = newTuple(rt, copyRefs(rt, itemsOf(rt, result)));
    heap.decref(result);
  } else heap.track(result);
  rt.charge(state.length >> 4);
  return state.result;
}

/** Puts an item into the result; what was there dies. */
export function replace(rt: Runtime, result: Ref, position: number, item: Ref): void {
  const items = rt.heap.payload[result] as Ref[];
  const old = items[position]!;
  items[position] = rt.heap.incref(item);
  rt.heap.decref(old);
}

/** Ends the iteration; NULL. */
export function stop(state: Combinatoric): Ref {
  state.stopped = true;
  return NULL;
}

/** An int of a state, held within limits. */
export function clamped(rt: Runtime, object: Ref, low: number, high: number): number {
  if (!isInt(rt, object)) raise(rt, TYPE_ERROR, 'an integer is required');
  return Math.max(low, Math.min(high, toSize(rt, rt.heap.payload[object] as Int)));
}

/** The items of a tuple of this length given as state. */
export function checkedState(rt: Runtime, state: Ref, length: number): readonly Ref[] {
  if (!isTuple(rt, state) || itemsOf(rt, state).length !== length) raise(rt, VALUE_ERROR, 'invalid arguments');
  return itemsOf(rt, state);
}

export const intTuple = (rt: Runtime, values: readonly number[]): Ref => newTuple(rt, values.map((value) => rt.newInt(value)));

/** The results that go with indices given as state. */
export function setResult(rt: Runtime, state: Combinatoric, items: readonly Ref[]): Ref {
  const old = state.result;
  state.result = newTuple(rt, copyRefs(rt, items));
  rt.heap.xdecref(old);
  return NONE;
}

export const sizeMethod = (words: (state: Combinatoric) => number): NativeFunction =>
  native('__sizeof__', '', (rt, self) => rt.newInt(instanceSize(rt, rt.heap.type[self]!).basic + 8 * words(combinatoric(rt, self))));

