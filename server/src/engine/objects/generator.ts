import { TypeFlag } from '../heap/heap.ts';
import {
  ASYNC_GENERATOR,
  BASE_EXCEPTION,
  COROUTINE,
  DEPRECATION_WARNING,
  GENERATOR,
  GENERATOR_EXIT,
  NONE,
  RUNTIME_ERROR,
  STOP_ASYNC_ITERATION,
  STOP_ITERATION,
  TRACEBACK,
  TYPE_ERROR,
  VALUE_ERROR,
} from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { argumentOf } from '../compiler/opcodes.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { getAttrOrNull } from './core/attributes.ts';
import { caught, exceptionOf, matches, newException, raise, raiseWith, rethrow } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { stopValue } from './core/sending.ts';
import { ask, noArguments, settle, type Steps } from './core/suspend.ts';
import { warn } from './core/warn.ts';
import { endFrame, isDelegating, type Frame } from './frame.ts';

export const enum GeneratorState {
  CREATED,
  SUSPENDED,
  RUNNING,
  COMPLETED,
}

/** Payload of a generator or coroutine. The references are owned; the frame is the generator's own. */
export class GeneratorObject {
  state = GeneratorState.CREATED;
  /** Where a coroutine was made, a tuple, or what an asynchronous generator is given to when it dies; NULL if nothing. */
  originOrFinalizer: Ref = NULL;
  constructor(
    public frame: Frame,
    public code: Ref,
    public name: Ref,
    public qualname: Ref,
  ) {}
}

export const generatorOf = (rt: Runtime, ref: Ref): GeneratorObject => rt.heap.payload[ref] as GeneratorObject;

function kindOf(rt: Runtime, self: Ref): string {
  switch (rt.heap.type[self]) {
    case COROUTINE:
      return 'coroutine';
    case ASYNC_GENERATOR:
      return 'async generator';
    default:
      return 'generator';
  }
}

/**
 * Resumes a generator with a value (borrowed). Answers what it yields, or NULL when it returned: then
 * `rt.generatorReturn` holds the returned value, owned (gen_send_ex2).
 */
export function* resumeGenerator(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const generator = generatorOf(rt, self);
  switch (generator.state) {
    case GeneratorState.RUNNING:
      return raise(rt, VALUE_ERROR, `${kindOf(rt, self)} already executing`);
    case GeneratorState.CREATED:
      if (value !== NONE) return raise(rt, TYPE_ERROR, `can't send non-None value to a just-started ${kindOf(rt, self)}`);
      break;
    case GeneratorState.COMPLETED:
      if (rt.heap.type[self] === COROUTINE) return raise(rt, RUNTIME_ERROR, 'cannot reuse already awaited coroutine');
      rt.generatorReturn = NONE;
      return NULL;
    case GeneratorState.SUSPENDED:
      break;
  }
  return yield { callable: self, args: [], keywords: NULL, resume: { generator: self, value: rt.heap.incref(value), raising: false } };
}

/** `rt.generatorReturn` as StopIteration; an asynchronous generator ends with StopAsyncIteration. */
function stop(rt: Runtime, self: Ref): never {
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  if (rt.heap.type[self] === ASYNC_GENERATOR) {
    rt.heap.xdecref(value);
    raiseWith(rt, STOP_ASYNC_ITERATION);
  }
  if (value === NONE || value === NULL) raiseWith(rt, STOP_ITERATION);
  raiseWith(rt, STOP_ITERATION, value);
}

/** Mirrors _PyGen_SetStopIterationValue() for what an asynchronous step ends with (owned). */
export function stopWith(rt: Runtime, value: Ref): never {
  if (value === NONE && !coroutinesOf(rt.profile.version).stopHoldsNone) raiseWith(rt, STOP_ITERATION);
  raiseWith(rt, STOP_ITERATION, value);
}

/** Resumes a generator; its end is StopIteration with the value that it returned. */
export function* send(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const result = yield* resumeGenerator(rt, self, value);
  return result === NULL ? stop(rt, self) : result;
}

/** The next value that a generator yields, or NULL at its end. */
export function iterNext(rt: Runtime, self: Ref): Eventual {
  const { state } = generatorOf(rt, self);
  if (state === GeneratorState.COMPLETED) {
    if (rt.heap.type[self] === COROUTINE) raise(rt, RUNTIME_ERROR, 'cannot reuse already awaited coroutine');
    return NULL;
  }
  if (state === GeneratorState.RUNNING) raise(rt, VALUE_ERROR, `${kindOf(rt, self)} already executing`);
  return ask(rt, { callable: self, args: noArguments, keywords: NULL, resume: { generator: self, value: rt.heap.incref(NONE), raising: false, dropsReturn: true, take: null } });
}

/** Throws `exception` (owned) into the generator; NULL when it returned. */
function* raiseInside(rt: Runtime, self: Ref, exception: Ref, pastDelegation = false): Steps<Ref> {
  const generator = generatorOf(rt, self);
  if (generator.state === GeneratorState.RUNNING) {
    rt.heap.decref(exception);
    return raise(rt, VALUE_ERROR, `${kindOf(rt, self)} already executing`);
  }
  if (generator.state === GeneratorState.COMPLETED) {
    if (rt.heap.type[self] === COROUTINE) {
      rt.heap.decref(exception);
      return raise(rt, RUNTIME_ERROR, 'cannot reuse already awaited coroutine');
    }
    rethrow(rt, exception);
  }
  rt.exception = exception;
  return yield { callable: self, args: [], keywords: NULL, resume: { generator: self, value: NULL, raising: true, pastDelegation } };
}

/** What a suspended generator is delegating to with `yield from`, borrowed; NULL if it is not (_PyGen_yf). */
export function delegate(rt: Runtime, self: Ref): Ref {
  const generator = generatorOf(rt, self);
  if (generator.state !== GeneratorState.SUSPENDED) return NULL;
  const { frame } = generator;
  return isDelegating(frame) ? (frame.saved![frame.saved!.length - 1] ?? NULL) : NULL;
}

/** The `close` of a delegate; an error in finding it is reported, not raised. */
function* closeMethod(rt: Runtime, iterator: Ref): Steps<Ref> {
  try {
    return yield* getAttrOrNull(rt, iterator, rt.name('close'));
  } catch (error) {
    yield* rt.hooks.unraisable(rt, 'generator', iterator, caught(rt, error));
    return NULL;
  }
}

/** Closes what a generator delegates to (gen_close_iter). */
function* closeIterator(rt: Runtime, iterator: Ref): Steps<void> {
  const { heap } = rt;
  if (heap.type[iterator] === GENERATOR || heap.type[iterator] === COROUTINE) {
    yield* close(rt, iterator);
    return;
  }
  const method = yield* closeMethod(rt, iterator);
  if (method === NULL) return;
  try {
    heap.decref(yield { callable: method, args: [], keywords: NULL });
  } finally {
    heap.decref(method);
  }
}

/** Mirrors gen_close(): 1 close the delegate; 2 throw GeneratorExit; 3 check that it ended. */
export function* close(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const generator = generatorOf(rt, self);
  if (generator.state === GeneratorState.CREATED) {
    if (rt.profile.closeKeepsUnstarted) generator.state = GeneratorState.COMPLETED;
    else finishGenerator(rt, self);
    return NONE;
  }
  if (generator.state === GeneratorState.COMPLETED) return NONE;
  let exception = NULL;
  const inner = delegate(rt, self);
  if (inner !== NULL) {
    heap.incref(inner);
    generator.state = GeneratorState.RUNNING;
    try {
      yield* closeIterator(rt, inner);
    } catch (error) {
      exception = caught(rt, error);
    } finally {
      generator.state = GeneratorState.SUSPENDED;
      heap.decref(inner);
    }
  }
  if (exception === NULL) exception = newException(rt, GENERATOR_EXIT, []);
  let yielded: Ref;
  try {
    yielded = yield* raiseInside(rt, self, exception);
  } catch (error) {
    const raised = caught(rt, error);
    if (!matches(rt, raised, GENERATOR_EXIT) && !matches(rt, raised, STOP_ITERATION)) rethrow(rt, raised);
    heap.decref(raised);
    return NONE;
  }
  if (yielded !== NULL) {
    heap.decref(yielded);
    return raise(rt, RUNTIME_ERROR, `${kindOf(rt, self)} ignored GeneratorExit`);
  }
  if (heap.type[self] === ASYNC_GENERATOR && coroutinesOf(rt.profile.version).finalReturnIsReported) return stop(rt, self);
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  if (rt.profile.closeReturnsValue) return value;
  heap.xdecref(value);
  return NONE;
}

/** Marks a generator finished and drops its frame's values. */
export function finishGenerator(rt: Runtime, self: Ref): void {
  const generator = generatorOf(rt, self);
  generator.state = GeneratorState.COMPLETED;
  endFrame(rt, generator.frame);
}

/** Mirrors gen_throw(): `args` are those of the method, NULL where absent. */
export function* throwMethod(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const [type, value, traceback] = args as [Ref, Ref, Ref];
  if (value !== NULL) yield* warnOfThrowArguments(rt, 'throw');
  return yield* throwInto(rt, self, type, value, traceback, true);
}

export function* warnOfThrowArguments(rt: Runtime, method: 'throw' | 'athrow'): Steps<void> {
  if (!coroutinesOf(rt.profile.version).warnsOfThrowArguments) return;
  yield* warn(rt, DEPRECATION_WARNING, `the (type, exc, tb) signature of ${method}() is deprecated, use the single-arg signature instead.`);
}

/**
 * Throws what `throw` was given into a generator. Its end is StopIteration, or StopAsyncIteration. GeneratorExit closes
 * what it delegates to first, if `closesDelegate` (_gen_throw).
 */
export function* throwInto(rt: Runtime, self: Ref, type: Ref, value: Ref, traceback: Ref, closesDelegate: boolean): Steps<Ref> {
  const result = yield* throwArguments(rt, self, type, value, traceback, closesDelegate);
  return result === NULL ? stop(rt, self) : result;
}

function* throwArguments(rt: Runtime, self: Ref, type: Ref, value: Ref, traceback: Ref, closesDelegate: boolean): Steps<Ref> {
  const inner = delegate(rt, self);
  if (inner !== NULL) return yield* throwThroughDelegate(rt, self, inner, [type, value, traceback], closesDelegate);
  return yield* raiseInside(rt, self, yield* normalized(rt, type, value, traceback));
}

type ThrowArguments = readonly [type: Ref, value: Ref, traceback: Ref];

function* throwThroughDelegate(rt: Runtime, self: Ref, inner: Ref, given: ThrowArguments, closesDelegate: boolean): Steps<Ref> {
  const { heap } = rt;
  const generator = generatorOf(rt, self);
  const before = startingTraceback(rt, given);
  let held = heap.incref(inner);
  const letGo = (): void => {
    const released = held;
    held = NULL;
    heap.xdecref(released);
  };
  try {
    const exits = closesDelegate && isGeneratorExit(rt, given[0]);
    // What is not handed on is raised where the generator waits.
    let isHandedOn = !exits;
    let result = NULL;
    generator.state = GeneratorState.RUNNING;
    try {
      if (exits) {
        yield* closeIterator(rt, inner);
      } else if (heap.type[inner] === GENERATOR || heap.type[inner] === COROUTINE) {
        result = yield* throwBelow(rt, generator.frame, inner, given, closesDelegate);
      } else {
        const method = yield* getAttrOrNull(rt, inner, rt.name('throw'));
        if (method === NULL) isHandedOn = false;
        else {
          try {
            result = yield { callable: method, args: given.filter((ref) => ref !== NULL), keywords: NULL };
          } finally {
            heap.decref(method);
          }
        }
      }
    } catch (error) {
      const exception = caught(rt, error);
      generator.state = GeneratorState.SUSPENDED;
      if (coroutinesOf(rt.profile.version).handlingDropsTraceback && isHandling(generator) && isThrown(rt, exception, given[0])) {
        setTraceback(rt, exception, before);
      }
      letGo();
      if (coroutinesOf(rt.profile.version).throwsPastDelegation && matches(rt, exception, STOP_ITERATION)) {
        return yield* passDelegation(rt, self, exception);
      }
      return yield* raiseInside(rt, self, exception);
    }
    generator.state = GeneratorState.SUSPENDED;
    letGo();
    if (isHandedOn) return result;
    return yield* raiseInside(rt, self, yield* normalized(rt, ...given), coroutinesOf(rt.profile.version).throwsPastDelegation);
  } finally {
    heap.xdecref(before);
    letGo();
  }
}

/** Up to 3.11 a delegate that ended in `throw` is gone before the generator goes on behind the delegation, with its value. */
function* passDelegation(rt: Runtime, self: Ref, exception: Ref): Steps<Ref> {
  const { frame } = generatorOf(rt, self);
  const saved = frame.saved!;
  const receiver = saved.length - 1;
  const inner = saved[receiver]!;
  saved[receiver] = rt.heap.incref(NONE);
  // SEND, which jumps there at the end, comes before the YIELD_VALUE at which the frame waits.
  frame.pc = argumentOf(frame.code.data.instructions[frame.pc - 2]!);
  rt.heap.decref(inner);
  const value = stopValue(rt, exception);
  return yield { callable: self, args: [], keywords: NULL, resume: { generator: self, value, raising: false } };
}

/** The traceback, owned, that what is thrown starts out with; NULL if it has none. */
function startingTraceback(rt: Runtime, [type, value, traceback]: ThrowArguments): Ref {
  const { heap } = rt;
  if (traceback !== NULL && traceback !== NONE) return heap.incref(traceback);
  if (value !== NULL || (rt.typeOf(type).flags & TypeFlag.EXCEPTION_SUBCLASS) === 0) return NULL;
  const own = exceptionOf(rt, type).traceback;
  return own === NULL ? NULL : heap.incref(own);
}

const isHandling = ({ frame }: GeneratorObject): boolean => frame.excInfo !== null && frame.excInfo.exception !== NULL;
const isThrown = (rt: Runtime, exception: Ref, type: Ref): boolean => exception === type || rt.heap.type[exception] === type;

function setTraceback(rt: Runtime, exception: Ref, traceback: Ref): void {
  const payload = exceptionOf(rt, exception);
  const old = payload.traceback;
  payload.traceback = traceback === NULL ? NULL : rt.heap.incref(traceback);
  rt.heap.xdecref(old);
}

const isGeneratorExit = (rt: Runtime, type: Ref): boolean =>
  isExceptionClass(rt, type) ? rt.typeObject(type).linearization.includes(GENERATOR_EXIT) : matches(rt, type, GENERATOR_EXIT);

/** Throws into a generator that the one of `frame` delegates to: the latter's frame is seen below it meanwhile. */
function* throwBelow(rt: Runtime, frame: Frame, inner: Ref, given: ThrowArguments, closesDelegate: boolean): Steps<Ref> {
  // Only once it waits for something is this built-in an activation, into whose chain the frame can be put.
  yield { callable: inner, args: [], keywords: NULL, operation: () => NONE };
  const native = rt.activation!;
  frame.previous = native.previous;
  native.previous = frame;
  try {
    return yield* throwInto(rt, inner, ...given, closesDelegate);
  } finally {
    native.previous = frame.previous;
    frame.previous = null;
  }
}

const isExceptionClass = (rt: Runtime, object: Ref): boolean =>
  (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && rt.typeObject(object).linearization.includes(BASE_EXCEPTION);

/** An exception instance (owned) from what `throw` was given, with the traceback that it is to go on with. */
export function* normalized(rt: Runtime, type: Ref, value: Ref, traceback: Ref): Steps<Ref> {
  const { heap } = rt;
  const given = traceback === NONE ? NULL : traceback;
  if (given !== NULL && heap.type[given] !== TRACEBACK) raise(rt, TYPE_ERROR, 'throw() third argument must be a traceback object');
  const exception = yield* instanceOf(rt, type, value);
  // An instance alone keeps its own traceback; a class with an instance starts a new one.
  if (given !== NULL || exception !== type) setTraceback(rt, exception, given);
  return exception;
}

function* instanceOf(rt: Runtime, type: Ref, value: Ref): Steps<Ref> {
  const { heap } = rt;
  if (isExceptionClass(rt, type)) {
    if (value !== NULL && value !== NONE && (rt.typeOf(value).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0) return heap.incref(value);
    const args = value === NULL || value === NONE ? [] : heap.payload[value] instanceof Array && (rt.typeOf(value).flags & TypeFlag.TUPLE_SUBCLASS) !== 0 ? (heap.payload[value] as Ref[]) : [value];
    try {
      return yield* instantiated(rt, type, args);
    } catch (error) {
      // What goes wrong in making the exception is thrown in its place (PyErr_NormalizeException).
      return caught(rt, error);
    }
  }
  if ((rt.typeOf(type).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0) {
    if (value !== NULL && value !== NONE) raise(rt, TYPE_ERROR, 'instance exception may not have a separate value');
    return heap.incref(type);
  }
  return raise(rt, TYPE_ERROR, `exceptions must be classes or instances deriving from BaseException, not ${typeName(rt, type)}`);
}

/** Calls an exception class; what comes back must be an exception. */
function* instantiated(rt: Runtime, type: Ref, args: readonly Ref[]): Steps<Ref> {
  const made = yield { callable: type, args, keywords: NULL };
  if ((rt.typeOf(made).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0) return made;
  const shown = yield* settle(rt, repr(rt, type));
  const message = `calling ${rt.text(shown)} should have returned an instance of BaseException, not ${typeName(rt, made)}`;
  for (const ref of [made, shown]) rt.heap.decref(ref);
  return raise(rt, TYPE_ERROR, message);
}

