import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newTuple, tupleOf } from '../../objects/core/make.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { nextTuple } from '../../objects/resulttuple.ts';
import { libraryOf } from '../../versions/library.ts';
import { checkCount, positionalOnly } from '../core/arguments.ts';
import { clearField, defineIterator, fieldsLayout, setField } from './iterator.ts';

export const PAIRWISE = moduleTypeHandle();

/** Payload of `pairwise`: the iterator, the item before, and where tuples are used again the last one. */
class Pairwise {
  old = NULL;
  constructor(
    public iterator: Ref,
    public result: Ref,
  ) {}
}

function* pairwiseNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = positionalOnly(rt, type, PAIRWISE, 'pairwise', args, keywords);
  checkCount(rt, 'pairwise', given.length, 1, 1);
  const iterator = yield* settle(rt, iter(rt, given[0]!));
  return newInstance(rt, type, new Pairwise(iterator, libraryOf(rt.profile.version).pairwiseReusesTuple ? tupleOf(rt, NONE, NONE) : NULL));
}

function letGo(rt: Runtime, state: Pairwise): Ref {
  clearField(rt, state, 'iterator');
  clearField(rt, state, 'old');
  return NULL;
}

/** The next item, NULL at the end; at the end or if it raises, the iterator is let go of. */
function* advance(rt: Runtime, state: Pairwise): Steps<Ref> {
  const { iterator } = state;
  rt.heap.incref(iterator);
  try {
    const item = yield* settle(rt, next(rt, iterator));
    return item === NULL ? letGo(rt, state) : item;
  } catch (error) {
    const exception = caught(rt, error);
    letGo(rt, state);
    rethrow(rt, exception);
  } finally {
    rt.heap.decref(iterator);
  }
}

/** Mirrors pairwise_next(). */
function* pairwiseNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = heap.payload[self] as Pairwise;
  if (state.iterator === NULL) return NULL;
  if (state.old === NULL) {
    const first = yield* advance(rt, state);
    if (first === NULL) return NULL;
    setField(rt, state, 'old', first);
    // The iterator may have exhausted this object meanwhile.
    if (state.iterator === NULL) {
      clearField(rt, state, 'old');
      return NULL;
    }
  }
  const old = heap.incref(state.old);
  let item = NULL;
  try {
    item = yield* advance(rt, state);
  } finally {
    if (item === NULL) heap.decref(old);
  }
  if (item === NULL) return NULL;
  const pair = [old, heap.incref(item)];
  const result = state.result === NULL ? newTuple(rt, pair) : nextTuple(rt, state.result, pair);
  setField(rt, state, 'old', item);
  return result;
}

defineIterator({
  handle: PAIRWISE,
  name: 'pairwise',
  layout: fieldsLayout(['iterator', 'old', 'result']),
  tp_new: (rt, type, args, keywords) => begin(rt, pairwiseNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, pairwiseNext(rt, self)),
});
