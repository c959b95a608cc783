import { FALSE, GENERATOR, KEYBOARD_INTERRUPT, NONE, RUNTIME_ERROR, STOP_ITERATION, SYSTEM_EXIT } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttrOrNull, getAttrText, setAttr } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { caught, matches, newException, raise, rethrow } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { native } from '../../objects/core/native.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { sendTo, stopValue } from '../../objects/core/sending.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { newBuiltinFunction } from '../../objects/descriptors.ts';
import { reprText } from '../../objects/dict.ts';
import { asyncioOf } from '../../versions/asyncio.ts';
import { chain } from '../io/iobase.ts';
import { addAwaiter, discardAwaiter } from './awaiters.ts';
import { addCallback } from './callbacks.ts';
import { cancelFuture, cancelledError, invalidState, outcomeOf, setException, setResult } from './future.ts';
import { futureOf, FutureState, isExact, taskOf } from './object.ts';
import { Held, held } from './state.ts';
import { stepSoon } from './stepwrapper.ts';
import { enterTask, leaveTask } from './tasks.ts';

/** Mirrors task_step(): the task is the loop's current one meanwhile. */
export function* taskStep(rt: Runtime, self: Ref, exception: Ref): Steps<Ref> {
  const { loop } = taskOf(rt, self);
  yield* enterTask(rt, loop, self);
  let result: Ref;
  try {
    result = yield* runStep(rt, self, exception);
  } catch (error) {
    const raised = caught(rt, error);
    try {
      yield* leaveTask(rt, loop, self);
    } catch (later) {
      chain(rt, caught(rt, later), raised);
    }
    return rethrow(rt, raised);
  }
  yield* leaveTask(rt, loop, self);
  return result;
}

/**
 * Mirrors task_step_impl(): 1 the task must be pending; 2 a cancellation that waits is thrown; 3 the coroutine runs;
 * 4 if it has ended, the task is done; 5 else it waits for what came out.
 */
export function* runStep(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  const { heap } = rt;
  const task = taskOf(rt, self);
  // 1
  if (task.state !== FutureState.PENDING) {
    const { stepName } = asyncioOf(rt.profile.version);
    yield* invalidState(rt, `${stepName}: already done: ${yield* reprText(rt, self)} ${yield* reprText(rt, given === NULL ? NONE : given)}`);
  }
  // 2
  let exception = given;
  let own = NULL;
  if (task.mustCancel) {
    if (exception === NULL || !isInstance(rt, exception, held(rt, Held.CANCELLED_ERROR))) exception = own = yield* cancelledError(rt, self);
    task.mustCancel = false;
  }
  const { waiter } = task;
  task.waiter = NULL;
  heap.xdecref(waiter);
  if (task.coroutine === NULL) {
    heap.xdecref(own);
    raise(rt, RUNTIME_ERROR, 'uninitialized Task object');
  }
  // 3
  let result: Ref;
  try {
    result = yield* advance(rt, task.coroutine, exception);
  } catch (error) {
    // 4
    const raised = caught(rt, error);
    heap.xdecref(own);
    return yield* fail(rt, self, raised);
  }
  heap.xdecref(own);
  if (result === NULL) return yield* succeed(rt, self);
  // 5
  try {
    return yield* awaitResult(rt, self, result);
  } finally {
    heap.decref(result);
  }
}

/** What the coroutine yields, owned; NULL when it has returned, with what it returned in `generatorReturn`. */
function* advance(rt: Runtime, coroutine: Ref, exception: Ref): Steps<Ref> {
  if (exception === NULL) return yield* sendTo(rt, coroutine, NONE);
  try {
    return yield* callMethod(rt, coroutine, 'throw', exception);
  } catch (error) {
    const raised = caught(rt, error);
    if (!matches(rt, raised, STOP_ITERATION)) rethrow(rt, raised);
    rt.generatorReturn = stopValue(rt, raised);
    return NULL;
  }
}

/** The coroutine returned. A cancellation that came right before is one all the same. */
function* succeed(rt: Runtime, self: Ref): Steps<Ref> {
  const task = taskOf(rt, self);
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  try {
    if (task.mustCancel) {
      task.mustCancel = false;
      yield* cancelFuture(rt, self, task.cancelMessage);
    } else yield* setResult(rt, self, value);
    return NONE;
  } finally {
    rt.heap.decref(value);
  }
}

/** The coroutine ended with an exception, which is taken over. */
function* fail(rt: Runtime, self: Ref, exception: Ref): Steps<Ref> {
  const { heap } = rt;
  if (matches(rt, exception, held(rt, Held.CANCELLED_ERROR))) {
    const task = taskOf(rt, self);
    const old = task.cancelledError;
    task.cancelledError = exception;
    heap.xdecref(old);
    return yield* cancelFuture(rt, self, NULL);
  }
  try {
    yield* setException(rt, self, exception);
  } catch (error) {
    heap.decref(exception);
    throw error;
  }
  // These go on to whoever runs the loop.
  if (matches(rt, exception, KEYBOARD_INTERRUPT) || matches(rt, exception, SYSTEM_EXIT)) rethrow(rt, exception);
  heap.decref(exception);
  return NONE;
}

/** The task goes on when `result` (borrowed) is done. */
function* awaitResult(rt: Runtime, self: Ref, result: Ref): Steps<Ref> {
  if (result === self) return yield* failSoon(rt, self, `Task cannot await on itself: ${yield* reprText(rt, self)}`);
  if (isExact(rt, result)) {
    const future = futureOf(rt, result);
    if (future.loop !== taskOf(rt, self).loop) return yield* otherLoop(rt, self, result);
    if (!future.blocking) return yield* plainYield(rt, self, result);
    yield* addAwaiter(rt, result, self);
    future.blocking = false;
    const wakeup = newWakeup(rt, self);
    try {
      yield* addCallback(rt, result, wakeup, taskOf(rt, self).context);
    } finally {
      rt.heap.decref(wakeup);
    }
    return yield* waitOn(rt, self, result);
  }
  if (result === NONE) {
    yield* stepSoon(rt, self, NULL);
    return NONE;
  }
  const blocking = yield* getAttrOrNull(rt, result, rt.name('_asyncio_future_blocking'));
  if (blocking !== NULL && blocking !== NONE) return yield* awaitForeign(rt, self, result, blocking);
  if (isInstance(rt, result, GENERATOR)) {
    return yield* failSoon(rt, self, `yield was used instead of yield from for generator in task ${yield* reprText(rt, self)} with ${yield* reprText(rt, result)}`);
  }
  return yield* failSoon(rt, self, `Task got bad yield: ${yield* reprText(rt, result)}`);
}

/** Of a future of another class; `blocking` is taken over. */
function* awaitForeign(rt: Runtime, self: Ref, result: Ref, blocking: Ref): Steps<Ref> {
  const { heap } = rt;
  const blocks = yield* truth(rt, blocking);
  heap.decref(blocking);
  const loop = yield* loopOf(rt, result);
  heap.decref(loop);
  if (loop !== taskOf(rt, self).loop) return yield* otherLoop(rt, self, result);
  if (!blocks) return yield* plainYield(rt, self, result);
  yield* addAwaiter(rt, result, self);
  yield* settle(rt, setAttr(rt, result, rt.name('_asyncio_future_blocking'), FALSE));
  const wakeup = newWakeup(rt, self);
  try {
    const add = yield* settle(rt, getAttrText(rt, result, 'add_done_callback'));
    try {
      heap.decref(yield* call(add, [wakeup, taskOf(rt, self).context], held(rt, Held.CONTEXT_KEYWORD)));
    } finally {
      heap.decref(add);
    }
  } finally {
    heap.decref(wakeup);
  }
  return yield* waitOn(rt, self, result);
}

/** Mirrors get_future_loop(). */
export function* loopOf(rt: Runtime, future: Ref): Steps<Ref> {
  if (isExact(rt, future)) return rt.heap.incref(futureOf(rt, future).loop);
  const getter = yield* getAttrOrNull(rt, future, rt.name('get_loop'));
  if (getter === NULL) return yield* settle(rt, getAttrText(rt, future, '_loop'));
  try {
    return yield* call(getter, []);
  } finally {
    rt.heap.decref(getter);
  }
}

/** The task waits for `result`, which hears at once of a cancellation that came meanwhile. */
function* waitOn(rt: Runtime, self: Ref, result: Ref): Steps<Ref> {
  const { heap } = rt;
  const task = taskOf(rt, self);
  const old = task.waiter;
  task.waiter = heap.incref(result);
  heap.xdecref(old);
  if (task.mustCancel) {
    const answer = yield* callMethod(rt, result, 'cancel', task.cancelMessage === NULL ? NONE : task.cancelMessage);
    if (yield* truth(rt, answer)) task.mustCancel = false;
    heap.decref(answer);
  }
  return NONE;
}

/** Mirrors task_set_error_soon(): the coroutine gets a RuntimeError in its next step. */
function* failSoon(rt: Runtime, self: Ref, message: string): Steps<Ref> {
  const error = newException(rt, RUNTIME_ERROR, [rt.newStr(message)]);
  try {
    yield* stepSoon(rt, self, error);
    return NONE;
  } finally {
    rt.heap.decref(error);
  }
}

function* otherLoop(rt: Runtime, self: Ref, result: Ref): Steps<Ref> {
  return yield* failSoon(rt, self, `Task ${yield* reprText(rt, self)} got Future ${yield* reprText(rt, result)} attached to a different loop`);
}

function* plainYield(rt: Runtime, self: Ref, result: Ref): Steps<Ref> {
  return yield* failSoon(rt, self, `yield was used instead of yield from in task ${yield* reprText(rt, self)} with ${yield* reprText(rt, result)}`);
}

const wakeupDefinition = native('task_wakeup', 'o, /', (rt, self, [future]) => begin(rt, wakeup(rt, self, future!)));

const newWakeup = (rt: Runtime, task: Ref): Ref => newBuiltinFunction(rt, wakeupDefinition, task, 'Task.task_wakeup');

/** Mirrors task_wakeup(): what the task waited for is done. */
function* wakeup(rt: Runtime, self: Ref, future: Ref): Steps<Ref> {
  const { heap } = rt;
  yield* discardAwaiter(rt, future, self);
  let exception = NULL;
  try {
    if (isExact(rt, future)) {
      const { value, isException } = yield* outcomeOf(rt, future);
      if (isException) exception = value;
      else heap.decref(value);
    } else heap.decref(yield* callMethod(rt, future, 'result'));
  } catch (error) {
    exception = caught(rt, error);
  }
  try {
    return yield* taskStep(rt, self, exception);
  } finally {
    heap.xdecref(exception);
  }
}
