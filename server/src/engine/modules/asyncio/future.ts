import { TypeFlag } from '../../heap/heap.ts';
import { BASE_EXCEPTION, FALSE, NONE, RUNTIME_ERROR, STOP_ITERATION, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttrOrNull, setNamespaceItem } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { caught, exceptionOf, matches, newException, raise, throwException } from '../../objects/core/errors.ts';
import { isSubtype } from '../../objects/core/lookup.ts';
import { newDict } from '../../objects/core/make.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { asyncioOf } from '../../versions/asyncio.ts';
import { scheduleCallbacks } from './callbacks.ts';
import { futureOf, FutureState, resetFuture } from './object.ts';
import { currentEventLoop } from './running.ts';
import { Held, held } from './state.ts';

/** Mirrors future_init(): 1 nothing is left of an earlier call; 2 the loop; 3 in debug mode, where the future was made. */
export function* initFuture(rt: Runtime, self: Ref, loop: Ref): Steps<void> {
  const { heap } = rt;
  const future = futureOf(rt, self);
  if (future.loop !== NULL && asyncioOf(rt.profile.version).checksInit) raise(rt, RUNTIME_ERROR, `${rt.typeOf(self).name} object is already initialized`);
  // 1
  resetFuture(rt, future);
  future.state = FutureState.PENDING;
  future.logTraceback = false;
  future.blocking = false;
  // 2
  future.loop = loop === NULL || loop === NONE ? yield* currentEventLoop(rt) : heap.incref(loop);
  // 3
  const debug = yield* callMethod(rt, future.loop, 'get_debug');
  const isDebug = yield* truth(rt, debug);
  heap.decref(debug);
  if (isDebug && !rt.finalizing) future.sourceTraceback = yield* call(held(rt, Held.EXTRACT_STACK), []);
}

/** Raises InvalidStateError. */
export function* invalidState(rt: Runtime, message: string): Steps<never> {
  const text = rt.newStr(message);
  try {
    throwException(rt, yield* call(held(rt, Held.INVALID_STATE_ERROR), [text]));
  } finally {
    rt.heap.decref(text);
  }
}

/** Mirrors future_set_result(). */
export function* setResult(rt: Runtime, self: Ref, result: Ref): Steps<Ref> {
  const future = futureOf(rt, self);
  if (future.loop === NULL) raise(rt, RUNTIME_ERROR, 'Future object is not initialized.');
  if (future.state !== FutureState.PENDING) yield* invalidState(rt, 'invalid state');
  future.result = rt.heap.incref(result);
  future.state = FutureState.FINISHED;
  yield* scheduleCallbacks(rt, self);
  return NONE;
}

const isExceptionClass = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && isSubtype(rt, object, BASE_EXCEPTION);
const isException = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0;

const stopMessage = 'StopIteration interacts badly with generators and cannot be raised into a Future';

/** StopIteration, which a generator would take for its end; takes over the exception. */
function withoutStop(rt: Runtime, exception: Ref): Ref {
  if (!asyncioOf(rt.profile.version).wrapsStopIteration) {
    if (rt.heap.type[exception] !== STOP_ITERATION) return exception;
    rt.heap.decref(exception);
    return raise(rt, TYPE_ERROR, stopMessage);
  }
  if (!matches(rt, exception, STOP_ITERATION)) return exception;
  const error = newException(rt, RUNTIME_ERROR, [rt.newStr(stopMessage)]);
  const payload = exceptionOf(rt, error);
  payload.cause = rt.heap.incref(exception);
  payload.suppressContext = true;
  payload.context = exception;
  return error;
}

/** Mirrors future_set_exception(): 1 an exception, made of a class if need be; 2 its traceback as it is now; 3 callbacks. */
export function* setException(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  const { heap } = rt;
  const future = futureOf(rt, self);
  if (future.state !== FutureState.PENDING) yield* invalidState(rt, 'invalid state');
  // 1
  let exception: Ref;
  if (isExceptionClass(rt, given)) {
    exception = yield* call(given, []);
    if (future.state !== FutureState.PENDING) {
      heap.decref(exception);
      yield* invalidState(rt, 'invalid state');
    }
  } else exception = heap.incref(given);
  if (!isException(rt, exception)) {
    heap.decref(exception);
    raise(rt, TYPE_ERROR, 'invalid exception object');
  }
  exception = withoutStop(rt, exception);
  // 2
  const { traceback } = exceptionOf(rt, exception);
  future.exception = exception;
  future.exceptionTraceback = traceback === NULL ? NULL : heap.incref(traceback);
  future.state = FutureState.FINISHED;
  // 3
  yield* scheduleCallbacks(rt, self);
  future.logTraceback = true;
  return NONE;
}

/** Mirrors future_cancel(); the message is borrowed, or NULL. */
export function* cancelFuture(rt: Runtime, self: Ref, message: Ref): Steps<Ref> {
  const future = futureOf(rt, self);
  future.logTraceback = false;
  if (future.state !== FutureState.PENDING) return FALSE;
  future.state = FutureState.CANCELLED;
  setCancelMessage(rt, self, message);
  yield* scheduleCallbacks(rt, self);
  return TRUE;
}

export function setCancelMessage(rt: Runtime, self: Ref, message: Ref): void {
  const future = futureOf(rt, self);
  const old = future.cancelMessage;
  future.cancelMessage = message === NULL ? NULL : rt.heap.incref(message);
  rt.heap.xdecref(old);
}

/** Mirrors create_cancelled_error(): the one that ended the task, else a new one with the message. */
export function* cancelledError(rt: Runtime, self: Ref): Steps<Ref> {
  const future = futureOf(rt, self);
  const known = future.cancelledError;
  future.cancelledError = NULL;
  if (known !== NULL) return known;
  const { cancelMessage } = future;
  return yield* call(held(rt, Held.CANCELLED_ERROR), cancelMessage === NULL || cancelMessage === NONE ? [] : [cancelMessage]);
}

/** What a future that is done has: a result or an exception, owned; of one that was cancelled or is not done, an error. */
export interface Outcome {
  readonly value: Ref;
  readonly isException: boolean;
}

/** Mirrors future_get_result(): the exception goes on with the traceback that it was set with. */
export function* outcomeOf(rt: Runtime, self: Ref): Steps<Outcome> {
  const { heap } = rt;
  const future = futureOf(rt, self);
  if (future.state === FutureState.CANCELLED) throwException(rt, yield* cancelledError(rt, self));
  if (future.state !== FutureState.FINISHED) yield* invalidState(rt, 'Result is not set.');
  future.logTraceback = false;
  if (future.exception === NULL) return { value: heap.incref(future.result), isException: false };
  const payload = exceptionOf(rt, future.exception);
  const old = payload.traceback;
  payload.traceback = future.exceptionTraceback;
  future.exceptionTraceback = NULL;
  heap.xdecref(old);
  return { value: heap.incref(future.exception), isException: true };
}

/** Mirrors _asyncio_Future_result_impl(). */
export function* resultOf(rt: Runtime, self: Ref): Steps<Ref> {
  if (futureOf(rt, self).loop === NULL) yield* invalidState(rt, 'Future object is not initialized.');
  const { value, isException: failed } = yield* outcomeOf(rt, self);
  return failed ? throwException(rt, value) : value;
}

/** Tells the loop's exception handler of something, with these entries (borrowed); an error in that is reported. */
export function* callExceptionHandler(rt: Runtime, loop: Ref, message: string, entries: readonly (readonly [name: string, value: Ref])[]): Steps<void> {
  const { heap } = rt;
  const context = newDict(rt);
  setNamespaceItem(rt, context, rt.name('message'), rt.newStr(message));
  for (const [name, value] of entries) if (value !== NULL) setNamespaceItem(rt, context, rt.name(name), heap.incref(value));
  let handler = NULL;
  try {
    handler = yield* getAttrOrNull(rt, loop, rt.name('call_exception_handler'));
    if (handler !== NULL) heap.decref(yield* call(handler, [context]));
  } catch (error) {
    const exception = caught(rt, error);
    if (handler === NULL) heap.decref(exception);
    else yield* rt.hooks.unraisable(rt, 'asyncio', handler, exception);
  } finally {
    heap.xdecref(handler);
    heap.decref(context);
  }
}

/** Mirrors FutureObj_finalize(). */
export function* finalizeFuture(rt: Runtime, self: Ref): Steps<Ref> {
  const future = futureOf(rt, self);
  if (!future.logTraceback) return NULL;
  future.logTraceback = false;
  yield* callExceptionHandler(rt, future.loop, `${rt.typeOf(self).name} exception was never retrieved`, [
    ['exception', future.exception],
    ['future', self],
    ['source_traceback', future.sourceTraceback],
  ]);
  return NULL;
}
