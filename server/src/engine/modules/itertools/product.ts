import { NONE, OVERFLOW_ERROR, TUPLE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { collect, index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { checkedState, clamped, Combinatoric, combinatoric, combinatoricLayout, intTuple, ownResult, replace, setResult, sizeMethod, stop } from './combinatoric.ts';
import { defineIterator, reduced } from './iterator.ts';

export const PRODUCT = moduleTypeHandle();

/** How many times the iterables stand one after the other. */
function* repetitions(rt: Runtime, given: number, args: readonly Ref[], keywords: Ref): Steps<number> {
  const [object] = bind(rt, 'product', 'repeat=1', args.slice(given), keywords);
  const count = object === NULL ? 1 : toSize(rt, yield* index(rt, object!));
  if (count < 0) raise(rt, VALUE_ERROR, 'repeat argument cannot be negative');
  if (given * count >= 2 ** 60) raise(rt, OVERFLOW_ERROR, 'repeat argument too large');
  return count;
}

/** Mirrors product_new(). */
function* productNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  const count = keywords === NULL ? 1 : yield* repetitions(rt, given, args, keywords);
  const sources = count === 0 ? [] : args.slice(0, given);
  rt.charge(sources.length * count, sources.length * count * 16);
  const parts: Ref[] = [];
  try {
    for (const source of sources) {
      parts.push(heap.type[source] === TUPLE ? heap.incref(source) : newTuple(rt, yield* collect(rt, source)));
    }
  } catch (error) {
    heap.deaths.drop(parts);
    throw error;
  }
  const pools: Ref[] = [...parts];
  for (let round = 1; round < count; round++) for (const part of parts) pools.push(heap.incref(part));
  return newInstance(rt, type, new Combinatoric(newTuple(rt, pools), pools.map(() => 0), pools.length, false));
}

/** The pool at a position. */
const poolAt = (rt: Runtime, state: Combinatoric, position: number): readonly Ref[] => itemsOf(rt, itemsOf(rt, state.pool)[position]!);

/** Mirrors product_next(): the last position moves on, and with each that starts again the one before it. */
function productNext(rt: Runtime, self: Ref): Ref {
  const state = combinatoric(rt, self);
  if (state.stopped) return NULL;
  const { indices, length } = state;
  if (state.result === NULL) {
    const items: Ref[] = [];
    for (let i = 0; i < length && poolAt(rt, state, i).length !== 0; i++) items.push(rt.heap.incref(poolAt(rt, state, i)[0]!));
    const isFull = items.length === length;
    state.result = newTuple(rt, items);
    return isFull ? rt.heap.incref(state.result) : stop(state);
  }
  const result = ownResult(rt, state);
  for (let i = length - 1; i >= 0; i--) {
    const pool = poolAt(rt, state, i);
    const at = indices[i]! + 1;
    indices[i] = at === pool.length ? 0 : at;
    replace(rt, result, i, pool[indices[i]!]!);
    if (at !== pool.length) return rt.heap.incref(result);
  }
  return stop(state);
}

function reduce(rt: Runtime, self: Ref): Ref {
  const { pool, indices, result, stopped } = combinatoric(rt, self);
  const { heap } = rt;
  if (stopped) return reduced(rt, self, [newTuple(rt, [])]);
  const type = heap.incref(heap.type[self]!);
  return newTuple(rt, result === NULL ? [type, heap.incref(pool)] : [type, heap.incref(pool), intTuple(rt, indices)]);
}

function setState(rt: Runtime, self: Ref, given: Ref): Ref {
  const state = combinatoric(rt, self);
  for (const [i, value] of checkedState(rt, given, state.length).entries()) {
    const { length: size } = poolAt(rt, state, i);
    if (size === 0) {
      state.stopped = true;
      return NONE;
    }
    state.indices[i] = clamped(rt, value, 0, size - 1);
  }
  return setResult(
    rt,
    state,
    state.indices.map((at, i) => poolAt(rt, state, i)[at]!),
  );
}

defineIterator({
  handle: PRODUCT,
  name: 'product',
  layout: combinatoricLayout,
  tp_new: (rt, type, args, keywords) => begin(rt, productNew(rt, type, args, keywords)),
  tp_iternext: productNext,
  methods: [
    native('__reduce__', '', reduce),
    native('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
    sizeMethod(({ length }) => length),
  ],
});
