import { Flag, TypeFlag } from '../heap/heap.ts';
import { detachWeakReference, type WeakReference } from '../heap/collector.ts';
import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { caught } from '../objects/core/errors.ts';
import { hasNativeFinalizer } from '../objects/core/finalizer.ts';
import { lookupText } from '../objects/core/lookup.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';

/** Runs the Python code that pending deallocations wait for, and finishes them (subtype_dealloc). */
export function* deathSteps(rt: Runtime): Steps<Ref> {
  const { deaths } = rt.heap;
  while (deaths.blocked !== NULL) {
    const context = deaths.enter();
    const { object } = context;
    let dies = false;
    try {
      dies = yield* finalizeDying(rt, object);
      if (dies) yield* callWeakrefCallbacks(rt, object);
      while (deaths.blocked !== NULL) yield* deathSteps(rt);
    } finally {
      deaths.leave(context);
    }
    if (dies) deaths.release(object);
    deaths.drain();
  }
  return NONE;
}

/** Calls the finaliser of an object whose count is zero; false if it lives again (PyObject_CallFinalizerFromDealloc). */
function* finalizeDying(rt: Runtime, object: Ref): Steps<boolean> {
  const { heap } = rt;
  const finalize = rt.typeOf(object).slots.tp_finalize;
  if (finalize === undefined || (heap.flags[object]! & Flag.FINALIZED) !== 0) return true;
  heap.flags[object]! |= Flag.FINALIZED;
  heap.refcount[object] = 1;
  const isCollectable = (rt.typeOf(object).flags & TypeFlag.GC) !== 0;
  if (isCollectable) heap.track(object);
  yield* callFinalizer(rt, object);
  if (--heap.refcount[object]! === 0) {
    heap.untrack(object);
    return true;
  }
  rt.journal?.resurrected(object);
  return false;
}

/** Runs `tp_finalize`; an error is written, not raised. The caller holds a reference and sets Flag.FINALIZED. */
export function* callFinalizer(rt: Runtime, object: Ref): Steps<void> {
  const finalize = rt.typeOf(object).slots.tp_finalize!;
  const interrupted = rt.exception;
  rt.exception = NULL;
  const isOwn = !hasNativeFinalizer(rt, object);
  if (isOwn) rt.journal?.finalizing(object);
  try {
    yield* settle(rt, finalize(rt, object));
  } catch (error) {
    const exception = caught(rt, error);
    const isClass = (rt.typeOf(object).flags & TypeFlag.HEAP) !== 0;
    yield* rt.hooks.unraisable(rt, isClass ? 'finalizer' : 'generator', isClass ? lookupText(rt, rt.heap.type[object]!, '__del__') : object, exception);
  }
  if (isOwn) rt.journal?.finalized();
  rt.exception = interrupted;
}

/** Mirrors PyObject_ClearWeakRefs(): every reference is cleared, then the callbacks run in list order. */
function* callWeakrefCallbacks(rt: Runtime, object: Ref): Steps<void> {
  const { heap } = rt;
  const references = heap.weakrefs.get(object);
  if (references === undefined) return;
  const pending: (readonly [weakref: Ref, callback: Ref])[] = [];
  for (const weakref of [...references]) {
    const payload = heap.payload[weakref] as WeakReference;
    detachWeakReference(heap, weakref);
    const { callback } = payload;
    if (callback === NULL || heap.refcount[weakref] === 0) continue;
    payload.callback = NULL;
    pending.push([heap.incref(weakref), callback]);
  }
  for (const [weakref, callback] of pending) {
    yield* callWeakrefCallback(rt, weakref, callback, 'weakrefCallback');
    heap.decref(callback);
    heap.decref(weakref);
  }
}

/** Mirrors handle_callback(): an error is written, not raised. */
export function* callWeakrefCallback(rt: Runtime, weakref: Ref, callback: Ref, source: 'weakrefCallback' | 'collectedCallback'): Steps<void> {
  try {
    rt.heap.decref(yield { callable: callback, args: [weakref], keywords: NULL });
  } catch (error) {
    const exception = caught(rt, error);
    yield* rt.hooks.unraisable(rt, source, callback, exception);
  }
}
