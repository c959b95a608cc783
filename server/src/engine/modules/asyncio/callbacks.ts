import { NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf, newList, tupleOf } from '../../objects/core/make.ts';
import { equals } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { aliveFuture, futureOf, FutureState } from './object.ts';
import { Held, held } from './state.ts';

/** `loop.call_soon(function, [argument,] context=context)`; all borrowed. */
export function* callSoon(rt: Runtime, loop: Ref, func: Ref, argument: Ref, context: Ref): Steps<void> {
  const { heap } = rt;
  if (context === NULL) {
    heap.decref(yield* callMethod(rt, loop, 'call_soon', func, argument));
    return;
  }
  const method = yield* settle(rt, getAttr(rt, loop, rt.name('call_soon')));
  try {
    const args = argument === NULL ? [func, context] : [func, argument, context];
    heap.decref(yield* call(method, args, held(rt, Held.CONTEXT_KEYWORD)));
  } finally {
    heap.decref(method);
  }
}

/** Mirrors future_schedule_callbacks(): 1 the first callback; 2 those in the list, which goes even if one fails. */
export function* scheduleCallbacks(rt: Runtime, self: Ref): Steps<void> {
  const { heap } = rt;
  const future = futureOf(rt, self);
  try {
    // 1
    const { callback0, context0 } = future;
    if (callback0 !== NULL) {
      future.callback0 = future.context0 = NULL;
      try {
        yield* callSoon(rt, future.loop, callback0, self, context0);
      } finally {
        heap.deaths.drop([callback0, context0]);
      }
    }
    // 2
    const { callbacks } = future;
    if (callbacks === NULL) return;
    const count = itemsOf(rt, callbacks).length;
    for (let i = 0; i < count; i++) {
      const entry = heap.incref(itemsOf(rt, callbacks)[i]!);
      const [callback, context] = itemsOf(rt, entry);
      try {
        yield* callSoon(rt, future.loop, callback!, self, context!);
      } finally {
        heap.decref(entry);
      }
    }
  } finally {
    const { callbacks } = future;
    future.callbacks = NULL;
    heap.xdecref(callbacks);
  }
}

/** Mirrors future_add_done_callback(): a future that is done schedules it at once. */
export function* addCallback(rt: Runtime, self: Ref, callback: Ref, context: Ref): Steps<Ref> {
  const { heap } = rt;
  const future = futureOf(rt, self);
  if (future.loop === NULL) raise(rt, RUNTIME_ERROR, 'uninitialized Future object');
  if (future.state !== FutureState.PENDING) yield* callSoon(rt, future.loop, callback, self, context);
  else if (future.callbacks === NULL && future.callback0 === NULL) {
    future.callback0 = heap.incref(callback);
    future.context0 = heap.incref(context);
  } else {
    const entry = tupleOf(rt, callback, context);
    if (future.callbacks === NULL) future.callbacks = newList(rt, [entry]);
    else (itemsOf(rt, future.callbacks) as Ref[]).push(entry);
  }
  return NONE;
}

/** Mirrors _asyncio_Future_remove_done_callback(): 1 the first callback; 2 those in the list. Answers how many there were. */
export function* removeCallback(rt: Runtime, self: Ref, callback: Ref): Steps<Ref> {
  const { heap } = rt;
  const future = aliveFuture(rt, self);
  let removed = 0;
  // 1
  const first = future.callback0;
  if (first !== NULL) {
    heap.incref(first);
    const same = yield* equals(rt, first, callback);
    heap.decref(first);
    if (same && future.callback0 !== NULL) {
      const gone = [future.callback0, future.context0];
      future.callback0 = future.context0 = NULL;
      heap.deaths.drop(gone);
      removed++;
    }
  }
  // 2
  const list = future.callbacks;
  if (list === NULL) return rt.newInt(removed);
  heap.incref(list);
  const kept: Ref[] = [];
  try {
    for (let i = 0; i < itemsOf(rt, list).length; i++) {
      const entry = heap.incref(itemsOf(rt, list)[i]!);
      try {
        if (!(yield* equals(rt, itemsOf(rt, entry)[0]!, callback))) kept.push(heap.incref(entry));
      } finally {
        heap.decref(entry);
      }
    }
    const before = itemsOf(rt, list).slice();
    removed += before.length - kept.length;
    heap.payload[list] = kept.splice(0);
    heap.deaths.drop(before);
    if (itemsOf(rt, list).length === 0 && future.callbacks === list) {
      future.callbacks = NULL;
      heap.decref(list);
    }
    return rt.newInt(removed);
  } finally {
    for (const entry of kept) heap.decref(entry);
    heap.decref(list);
  }
}
