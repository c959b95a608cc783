import { VALUE_ERROR } from '../../heap/known.ts';
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
import { libraryOf } from '../../versions/library.ts';
import { checkedState, clamped, Combinatoric, combinatoric, combinatoricLayout, firstResult, intTuple, ownResult, replace, setResult, sizeMethod, stop } from './combinatoric.ts';
import { defineIterator, reduced } from './iterator.ts';

export const COMBINATIONS = moduleTypeHandle();
export const COMBINATIONS_WITH_REPLACEMENT = moduleTypeHandle();

interface Kind {
  readonly handle: Ref;
  readonly name: string;
  readonly repeats: boolean;
}

function* combinationsNew(rt: Runtime, type: Ref, { name, repeats }: Kind, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [iterable, r] = bind(rt, name, 'iterable, r', args, keywords);
  const length = toSize(rt, yield* index(rt, r!));
  const items = yield* collect(rt, iterable!);
  const { length: size } = items;
  const pool = newTuple(rt, items);
  if (length < 0) {
    rt.heap.decref(pool);
    raise(rt, VALUE_ERROR, libraryOf(rt.profile.version).mustNotBeNegative('r', 'r must be non-negative'));
  }
  rt.charge(length, length * 8);
  const indices = Array.from({ length }, (_, i) => (repeats ? 0 : i));
  return newInstance(rt, type, new Combinatoric(pool, indices, length, repeats ? size === 0 && length > 0 : length > size));
}

/** Mirrors combinations_next() and cwr_next(): the last index that can still grow does, those behind it follow. */
function combinationsNext(rt: Runtime, self: Ref, repeats: boolean): Ref {
  const state = combinatoric(rt, self);
  if (state.stopped) return NULL;
  const { indices, length } = state;
  const pool = itemsOf(rt, state.pool);
  if (state.result === NULL) return firstResult(rt, state, (i) => pool[indices[i]!]!);
  const result = ownResult(rt, state);
  const highest = (i: number): number => (repeats ? pool.length - 1 : i + pool.length - length);
  let i = length - 1;
  while (i >= 0 && indices[i] === highest(i)) i--;
  if (i < 0) return stop(state);
  let value = indices[i]! + 1;
  for (; i < length; i++) {
    indices[i] = value;
    replace(rt, result, i, pool[value]!);
    if (!repeats) value++;
  }
  return rt.heap.incref(result);
}

function reduce(rt: Runtime, self: Ref): Ref {
  const { pool, indices, length, result, stopped } = combinatoric(rt, self);
  const r = rt.newInt(length);
  if (result === NULL) return reduced(rt, self, [rt.heap.incref(pool), r]);
  if (stopped) return reduced(rt, self, [newTuple(rt, []), r]);
  return reduced(rt, self, [rt.heap.incref(pool), r], intTuple(rt, indices));
}

function define(kind: Kind): void {
  const { handle, name, repeats } = kind;
  defineIterator({
    handle,
    name,
    layout: combinatoricLayout,
    tp_new: (rt, type, args, keywords) => begin(rt, combinationsNew(rt, type, kind, args, keywords)),
    tp_iternext: (rt, self) => combinationsNext(rt, self, repeats),
    methods: [
      native('__reduce__', '', reduce),
      native('__setstate__', 'state, /', (rt, self, [given]) => {
        const state = combinatoric(rt, self);
        const pool = itemsOf(rt, state.pool);
        for (const [i, value] of checkedState(rt, given!, state.length).entries()) {
          state.indices[i] = clamped(rt, value, 0, repeats ? pool.length - 1 : i + pool.length - state.length);
        }
        return setResult(
          rt,
          state,
          state.indices.map((at) => pool[at]!),
        );
      }),
      sizeMethod(({ length }) => length),
    ],
  });
}

define({ handle: COMBINATIONS, name: 'combinations', repeats: false });
define({ handle: COMBINATIONS_WITH_REPLACEMENT, name: 'combinations_with_replacement', repeats: true });
