import { TypeFlag, type Layout } from '../heap/heap.ts';
import {
  ASYNC_GENERATOR_ASEND,
  ASYNC_GENERATOR_ATHROW,
  GENERATOR_EXIT,
  NONE,
  RUNTIME_ERROR,
  RUNTIME_WARNING,
  STOP_ASYNC_ITERATION,
  STOP_ITERATION,
  TYPE_ERROR,
} from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { asyncGeneratorOf, isWrappedValue, unwrapValue } from './asyncgen-state.ts';
import { defineType } from './core/define.ts';
import { caught, matches, raise, raiseWith, rethrow } from './core/errors.ts';
import { itemsOf } from './core/make.ts';
import { suspending, type NativeFunction } from './core/native.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { warn } from './core/warn.ts';
import { GeneratorState, send, stopWith, throwInto, throwMethod } from './generator.ts';

const enum AwaitableState {
  INIT,
  ITER,
  CLOSED,
}

/**
 * Payload of what `asend`, `athrow` and their relatives answer; both references are owned. `argument` is the value to
 * send, or the tuple of what to throw: NULL for `__anext__()` and `aclose()`.
 */
class AsyncAwaitable {
  state = AwaitableState.INIT;
  constructor(
    public generator: Ref,
    public argument: Ref,
  ) {}
}

const awaitableOf = (rt: Runtime, ref: Ref): AsyncAwaitable => rt.heap.payload[ref] as AsyncAwaitable;

/** Counts a reference to the value, which is NULL for `__anext__()`. */
export const newAsend = (rt: Runtime, generator: Ref, value: Ref): Ref =>
  rt.heap.allocateTracked(ASYNC_GENERATOR_ASEND, new AsyncAwaitable(rt.heap.incref(generator), value === NULL ? NULL : rt.heap.incref(value)));

/** Takes over the tuple of what to throw, which is NULL for `aclose()`. */
export const newAthrow = (rt: Runtime, generator: Ref, args: Ref): Ref =>
  rt.heap.allocateTracked(ASYNC_GENERATOR_ATHROW, new AsyncAwaitable(rt.heap.incref(generator), args));

const areCoroutines = (rt: Runtime): boolean => coroutinesOf(rt.profile.version).awaitablesAreCoroutines;

/** What an asynchronous generator yields is a StopIteration of its awaitable; what it awaits passes (async_gen_unwrap_value). */
function* unwrapped(rt: Runtime, generator: Ref, steps: Steps<Ref>): Steps<Ref> {
  const state = asyncGeneratorOf(rt, generator);
  let result: Ref;
  try {
    result = yield* steps;
  } catch (error) {
    const exception = caught(rt, error);
    if (matches(rt, exception, STOP_ASYNC_ITERATION) || matches(rt, exception, GENERATOR_EXIT)) state.closed = true;
    state.runningAsync = false;
    rethrow(rt, exception);
  }
  if (!isWrappedValue(rt, result)) return result;
  state.runningAsync = false;
  stopWith(rt, unwrapValue(rt, result));
}

/** Refuses what was awaited before. The words differ by kind. */
function requireOpen(rt: Runtime, self: Ref): void {
  if (awaitableOf(rt, self).state !== AwaitableState.CLOSED) return;
  raise(rt, RUNTIME_ERROR, `cannot reuse already awaited ${rt.heap.type[self] === ASYNC_GENERATOR_ASEND ? '__anext__()/asend()' : 'aclose()/athrow()'}`);
}

/** Begins to use an awaitable: no other one of its generator may be under way. */
function requireIdle(rt: Runtime, awaitable: AsyncAwaitable, method: string, closes: boolean): void {
  if (!asyncGeneratorOf(rt, awaitable.generator).runningAsync) return;
  if (closes) awaitable.state = AwaitableState.CLOSED;
  raise(rt, RUNTIME_ERROR, `${method}(): asynchronous generator is already running`);
}

/** Mirrors async_gen_asend_send(). */
function* asendSend(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  const awaitable = awaitableOf(rt, self);
  requireOpen(rt, self);
  let value = given;
  if (awaitable.state === AwaitableState.INIT) {
    requireIdle(rt, awaitable, 'anext', areCoroutines(rt));
    if (given === NONE && awaitable.argument !== NULL) value = awaitable.argument;
    awaitable.state = AwaitableState.ITER;
  }
  asyncGeneratorOf(rt, awaitable.generator).runningAsync = true;
  try {
    return yield* unwrapped(rt, awaitable.generator, send(rt, awaitable.generator, value));
  } catch (error) {
    awaitable.state = AwaitableState.CLOSED;
    throw error;
  }
}

/** Mirrors async_gen_asend_throw(). */
function* asendThrow(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const awaitable = awaitableOf(rt, self);
  requireOpen(rt, self);
  beginThrow(rt, awaitable, 'anext');
  try {
    return yield* unwrapped(rt, awaitable.generator, throwMethod(rt, awaitable.generator, args));
  } catch (error) {
    awaitable.state = AwaitableState.CLOSED;
    throw error;
  }
}

/** Throwing into an awaitable that was not used yet is a use of it, since 3.13. */
function beginThrow(rt: Runtime, awaitable: AsyncAwaitable, method: string): void {
  if (!areCoroutines(rt) || awaitable.state !== AwaitableState.INIT) return;
  requireIdle(rt, awaitable, method, true);
  awaitable.state = AwaitableState.ITER;
  asyncGeneratorOf(rt, awaitable.generator).runningAsync = true;
}

const athrowName = ({ argument }: AsyncAwaitable): 'aclose' | 'athrow' => (argument === NULL ? 'aclose' : 'athrow');

/** What `athrow` was given: one to three arguments. */
export function throwArguments(rt: Runtime, args: readonly Ref[]): readonly [Ref, Ref, Ref] {
  if (args.length === 0) raise(rt, TYPE_ERROR, 'athrow expected at least 1 argument, got 0');
  if (args.length > 3) raise(rt, TYPE_ERROR, `athrow expected at most 3 arguments, got ${args.length}`);
  const [type, value = NULL, traceback = NULL] = args as [Ref, Ref?, Ref?];
  return [type, value, traceback];
}

/** Mirrors async_gen_athrow_send(). */
function* athrowSend(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const awaitable = awaitableOf(rt, self);
  const { generator, argument } = awaitable;
  const state = asyncGeneratorOf(rt, generator);
  requireOpen(rt, self);
  if (state.state === GeneratorState.COMPLETED) {
    awaitable.state = AwaitableState.CLOSED;
    raiseWith(rt, STOP_ITERATION);
  }
  if (awaitable.state === AwaitableState.ITER) {
    const steps = send(rt, generator, value);
    return argument === NULL ? yield* closing(rt, awaitable, steps, true) : yield* unwrapped(rt, generator, steps);
  }
  requireIdle(rt, awaitable, athrowName(awaitable), true);
  if (state.closed) {
    awaitable.state = AwaitableState.CLOSED;
    raiseWith(rt, STOP_ASYNC_ITERATION);
  }
  if (value !== NONE) raise(rt, RUNTIME_ERROR, "can't send non-None value to a just-started coroutine");
  awaitable.state = AwaitableState.ITER;
  state.runningAsync = true;
  if (argument === NULL) {
    state.closed = true;
    return yield* closing(rt, awaitable, throwInto(rt, generator, GENERATOR_EXIT, NULL, NULL, false), true);
  }
  const thrown = throwArguments(rt, itemsOf(rt, argument));
  try {
    return yield* unwrapped(rt, generator, throwInto(rt, generator, ...thrown, false));
  } catch (error) {
    finish(rt, awaitable);
    throw error;
  }
}

function finish(rt: Runtime, awaitable: AsyncAwaitable): void {
  asyncGeneratorOf(rt, awaitable.generator).runningAsync = false;
  awaitable.state = AwaitableState.CLOSED;
}

/** A step of `aclose()`: a generator that yields ignores it, one that ends has done what it should. */
function* closing(rt: Runtime, awaitable: AsyncAwaitable, steps: Steps<Ref>, endsOnError: boolean): Steps<Ref> {
  let result: Ref;
  try {
    result = yield* steps;
  } catch (error) {
    const exception = caught(rt, error);
    if (endsOnError) finish(rt, awaitable);
    if (!matches(rt, exception, STOP_ASYNC_ITERATION) && !matches(rt, exception, GENERATOR_EXIT)) rethrow(rt, exception);
    rt.heap.decref(exception);
    raiseWith(rt, STOP_ITERATION);
  }
  if (!isWrappedValue(rt, result)) return result;
  rt.heap.decref(result);
  finish(rt, awaitable);
  return raise(rt, RUNTIME_ERROR, 'async generator ignored GeneratorExit');
}

/** Mirrors async_gen_athrow_throw(). */
function* athrowThrow(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const awaitable = awaitableOf(rt, self);
  const { generator, argument } = awaitable;
  requireOpen(rt, self);
  beginThrow(rt, awaitable, athrowName(awaitable));
  const steps = throwMethod(rt, generator, args);
  if (argument === NULL) return yield* closing(rt, awaitable, steps, areCoroutines(rt));
  try {
    return yield* unwrapped(rt, generator, steps);
  } catch (error) {
    if (areCoroutines(rt)) finish(rt, awaitable);
    throw error;
  }
}

type Throw = (rt: Runtime, self: Ref, args: readonly Ref[]) => Steps<Ref>;

/** Up to 3.12 closing only marks the awaitable; later it throws GeneratorExit into the generator. */
function* closeAwaitable(rt: Runtime, self: Ref, throwing: Throw): Steps<Ref> {
  const awaitable = awaitableOf(rt, self);
  if (!areCoroutines(rt)) awaitable.state = AwaitableState.CLOSED;
  if (awaitable.state === AwaitableState.CLOSED) return NONE;
  try {
    rt.heap.decref(yield* throwing(rt, self, [GENERATOR_EXIT, NULL, NULL]));
  } catch (error) {
    const exception = caught(rt, error);
    if (![STOP_ITERATION, STOP_ASYNC_ITERATION, GENERATOR_EXIT].some((type) => matches(rt, exception, type))) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NONE;
  }
  return raise(rt, RUNTIME_ERROR, 'coroutine ignored GeneratorExit');
}

const asendName = (): 'asend' => 'asend';

/** Dropped without having been awaited: a warning, since 3.13 (_PyErr_WarnUnawaitedAgenMethod). */
function finalize(rt: Runtime, self: Ref, method: (awaitable: AsyncAwaitable) => string): Eventual {
  const awaitable = awaitableOf(rt, self);
  if (!areCoroutines(rt) || awaitable.state !== AwaitableState.INIT || awaitable.generator === NULL) return NULL;
  return begin(rt, warnSteps(rt, awaitable.generator, method(awaitable)));
}

function* warnSteps(rt: Runtime, generator: Ref, method: string): Steps<Ref> {
  const shown = yield* settle(rt, repr(rt, asyncGeneratorOf(rt, generator).qualname));
  const message = `coroutine method '${method}' of ${rt.text(shown)} was never awaited`;
  rt.heap.decref(shown);
  try {
    yield* warn(rt, RUNTIME_WARNING, message, 1, generator);
  } catch (error) {
    yield* rt.hooks.unraisable(rt, 'asyncGenerator', generator, caught(rt, error));
  }
  return NULL;
}

const layout: Layout = {
  traverse: (payload, visit) => {
    const { generator, argument } = payload as AsyncAwaitable;
    for (const ref of [generator, argument]) if (ref !== NULL) visit(ref);
  },
  clear: (payload, released) => {
    const awaitable = payload as AsyncAwaitable;
    for (const ref of [awaitable.generator, awaitable.argument]) if (ref !== NULL) released.push(ref);
    awaitable.generator = awaitable.argument = NULL;
  },
};

/** StopIteration is the end where its value does not matter. */
function* untilStop(rt: Runtime, steps: Steps<Ref>): Steps<Ref> {
  try {
    return yield* steps;
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, STOP_ITERATION)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

const methods = (sending: (rt: Runtime, self: Ref, value: Ref) => Steps<Ref>, throwing: Throw): readonly NativeFunction[] => [
  suspending('send', 'arg, /', (rt, self, [value]) => sending(rt, self, value!)),
  suspending('throw', 'type, value=, traceback=, /', throwing),
  suspending('close', '', (rt, self) => closeAwaitable(rt, self, throwing)),
];

for (const [handle, name, sending, throwing, method] of [
  [ASYNC_GENERATOR_ASEND, 'async_generator_asend', asendSend, asendThrow, asendName],
  [ASYNC_GENERATOR_ATHROW, 'async_generator_athrow', athrowSend, athrowThrow, athrowName],
] as const) {
  defineType({
    handle,
    name,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.NO_CLEAR,
    layout,
    slots: {
      tp_iter: (rt, self) => rt.heap.incref(self),
      tp_iternext: (rt, self) => begin(rt, untilStop(rt, sending(rt, self, NONE))),
      am_await: (rt, self) => rt.heap.incref(self),
      am_send: (rt, self, value) => begin(rt, sending(rt, self, value)),
      tp_finalize: (rt, self) => finalize(rt, self, method),
    },
    methods: methods(sending, throwing),
  });
}
