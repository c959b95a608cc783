import { NONE, TYPE_ERROR, WEAKREF } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { caught, matches, rethrow } from '../../objects/core/errors.ts';
import { suspending } from '../../objects/core/native.ts';
import { hash } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { newBuiltinFunction } from '../../objects/descriptors.ts';
import { addKey, discardKey, hasHashed, setTableOf } from '../../objects/setops.ts';
import { newWeakReference, referentOf } from '../../objects/weakref.ts';

/** The callback of a weak reference in one of the sets: takes it out, if there still is a set. Its `self` is a weak reference to the set. */
const destroy = suspending('_destroy', 'object, /', function* (rt, weakset, [weakref]) {
  const set = referentOf(rt, weakset);
  if (set === NULL) return NONE;
  rt.heap.incref(set);
  try {
    yield* discardKey(rt, set, weakref!);
  } finally {
    rt.heap.decref(set);
  }
  return NONE;
});

/** Mirrors _in_weak_set(). `set` may be NULL: no class is in it. */
export function* inWeakSet(rt: Runtime, set: Ref, object: Ref): Steps<boolean> {
  const { heap } = rt;
  if (set === NULL || setTableOf(rt, set).used === 0) return false;
  let weakref: Ref;
  try {
    weakref = newWeakReference(rt, WEAKREF, object, NULL);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    return false;
  }
  heap.incref(set);
  try {
    yield* settle(rt, hash(rt, weakref));
    return yield* hasHashed(rt, set, weakref, rt.hashLow, rt.hashHigh);
  } finally {
    heap.decref(set);
    heap.decref(weakref);
  }
}

/** Mirrors _add_to_weak_set(): the reference's callback knows the set, and the set's life is its own. */
export function* addToWeakSet(rt: Runtime, set: Ref, object: Ref): Steps<void> {
  const { heap } = rt;
  heap.incref(set);
  const weakset = newWeakReference(rt, WEAKREF, set, NULL);
  const callback = newBuiltinFunction(rt, destroy, weakset, '_destroy');
  let weakref = NULL;
  try {
    weakref = newWeakReference(rt, WEAKREF, object, callback);
    yield* addKey(rt, set, weakref);
  } finally {
    heap.xdecref(weakref);
    heap.decref(callback);
    heap.decref(weakset);
    heap.decref(set);
  }
}
