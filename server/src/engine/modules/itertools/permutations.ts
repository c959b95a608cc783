import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, isTuple, toSize } from '../../objects/arguments.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { collect } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import type { Int } from '../../text/integer.ts';
import { clamped, Combinatoric, combinatoric, combinatoricLayout, firstResult, intTuple, ownResult, replace, setResult, sizeMethod, stop } from './combinatoric.ts';
import { defineIterator, reduced } from './iterator.ts';

export const PERMUTATIONS = moduleTypeHandle();

function* permutationsNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [iterable, r] = bind(rt, 'permutations', 'iterable, r=None', args, keywords);
  const items = yield* collect(rt, iterable!);
  const { length: size } = items;
  const pool = newTuple(rt, items);
  try {
    let length = size;
    if (r !== NULL && r !== NONE) {
      if (!isInt(rt, r!)) raise(rt, TYPE_ERROR, 'Expected int as r');
      length = toSize(rt, rt.heap.payload[r!] as Int);
    }
    if (length < 0) raise(rt, VALUE_ERROR, 'r must be non-negative');
    rt.charge(length, length * 8);
    const indices = Array.from({ length: size }, (_, i) => i);
    const cycles = Array.from({ length }, (_, i) => size - i);
    return newInstance(rt, type, new Combinatoric(rt.heap.incref(pool), indices, length, length > size, cycles));
  } finally {
    rt.heap.decref(pool);
  }
}

/** Mirrors permutations_next(): a countdown for each position; one that runs out turns the indices behind it round. */
function permutationsNext(rt: Runtime, self: Ref): Ref {
  const state = combinatoric(rt, self);
  if (state.stopped) return NULL;
  const { indices, cycles, length } = state;
  const pool = itemsOf(rt, state.pool);
  if (state.result === NULL) return firstResult(rt, state, (i) => pool[indices[i]!]!);
  if (pool.length === 0) return stop(state);
  const result = ownResult(rt, state);
  for (let i = length - 1; i >= 0; i--) {
    const left = --cycles[i]!;
    if (left === 0) {
      indices.push(indices.splice(i, 1)[0]!);
      cycles[i] = pool.length - i;
      continue;
    }
    const other = pool.length - left;
    [indices[i], indices[other]] = [indices[other]!, indices[i]!];
    for (let k = i; k < length; k++) replace(rt, result, k, pool[indices[k]!]!);
    return rt.heap.incref(result);
  }
  return stop(state);
}

function reduce(rt: Runtime, self: Ref): Ref {
  const { pool, indices, cycles, length, result, stopped } = combinatoric(rt, self);
  const r = rt.newInt(length);
  if (result === NULL) return reduced(rt, self, [rt.heap.incref(pool), r]);
  if (stopped) return reduced(rt, self, [newTuple(rt, []), r]);
  const state = newTuple(rt, [intTuple(rt, indices), intTuple(rt, cycles)]);
  return reduced(rt, self, [rt.heap.incref(pool), r], state);
}

function setState(rt: Runtime, self: Ref, given: Ref): Ref {
  const parts = isTuple(rt, given) ? itemsOf(rt, given) : raise(rt, TYPE_ERROR, 'state is not a tuple');
  if (parts.length !== 2) raise(rt, TYPE_ERROR, `function takes exactly 2 arguments (${parts.length} given)`);
  for (const [i, part] of parts.entries()) {
    if (!isTuple(rt, part)) raise(rt, TYPE_ERROR, `argument ${i + 1} must be tuple, not ${part === NONE ? 'None' : typeName(rt, part)}`);
  }
  const state = combinatoric(rt, self);
  const pool = itemsOf(rt, state.pool);
  const [indices = [], cycles = []] = parts.map((part) => itemsOf(rt, part));
  if (indices.length !== pool.length || cycles.length !== state.length) raise(rt, VALUE_ERROR, 'invalid arguments');
  for (const [i, value] of indices.entries()) state.indices[i] = clamped(rt, value, 0, pool.length - 1);
  for (const [i, value] of cycles.entries()) state.cycles[i] = clamped(rt, value, 1, pool.length - i);
  return setResult(
    rt,
    state,
    state.indices.slice(0, state.length).map((at) => pool[at]!),
  );
}

defineIterator({
  handle: PERMUTATIONS,
  name: 'permutations',
  layout: combinatoricLayout,
  tp_new: (rt, type, args, keywords) => begin(rt, permutationsNew(rt, type, args, keywords)),
  tp_iternext: permutationsNext,
  methods: [
    native('__reduce__', '', reduce),
    native('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
    sizeMethod(({ indices, cycles }) => indices.length + cycles.length),
  ],
});

