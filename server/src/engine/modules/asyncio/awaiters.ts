import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { addKey, discardKey, newSet } from '../../objects/setops.ts';
import { FROZENSET } from '../../heap/known.ts';
import { asyncioOf } from '../../versions/asyncio.ts';
import { futureOf, isFuture } from './object.ts';

/** Mirrors future_awaited_by_add(): one who waits is kept as it is, several in a set. */
export function* addAwaiter(rt: Runtime, self: Ref, awaiter: Ref): Steps<void> {
  if (!asyncioOf(rt.profile.version).knowsAwaiters || !isFuture(rt, self) || !isFuture(rt, awaiter)) return;
  const future = futureOf(rt, self);
  if (future.awaitedBy === NULL) {
    future.awaitedBy = rt.heap.incref(awaiter);
    return;
  }
  if (!future.awaitedBySet) {
    const first = future.awaitedBy;
    const set = newSet(rt);
    yield* addKey(rt, set, awaiter);
    yield* addKey(rt, set, first);
    future.awaitedBy = set;
    future.awaitedBySet = true;
    rt.heap.decref(first);
    return;
  }
  yield* addKey(rt, future.awaitedBy, awaiter);
}

/** Mirrors future_awaited_by_discard(). */
export function* discardAwaiter(rt: Runtime, self: Ref, awaiter: Ref): Steps<void> {
  if (!asyncioOf(rt.profile.version).knowsAwaiters || !isFuture(rt, self)) return;
  const future = futureOf(rt, self);
  if (future.awaitedBySet) yield* discardKey(rt, future.awaitedBy, awaiter);
  else if (future.awaitedBy === awaiter) {
    future.awaitedBy = NULL;
    rt.heap.decref(awaiter);
  }
}

/** Mirrors FutureObj_get_awaited_by(): a frozenset, or None. */
export function* awaitersOf(rt: Runtime, self: Ref): Steps<Ref> {
  const future = futureOf(rt, self);
  if (future.awaitedBy === NULL) return NONE;
  const items = future.awaitedBySet ? rt.heap.incref(future.awaitedBy) : newTuple(rt, [rt.heap.incref(future.awaitedBy)]);
  try {
    return yield* call(FROZENSET, [items]);
  } finally {
    rt.heap.decref(items);
  }
}
