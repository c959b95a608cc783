import { CodeFlag } from '../compiler/code.ts';
import { TypeFlag } from '../heap/heap.ts';
import { BASE_EXCEPTION, COROUTINE, GENERATOR, GENERATOR_EXIT, NONE, RUNTIME_ERROR, STOP_ITERATION, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { getAttrOrNull } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { caught, exceptionOf, matches, newException, raise, raiseWith, rethrow } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { suspending, type NativeAttribute, type NativeFunction } from './core/native.ts';
import { addressOf, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { endFrame, frameObject, isDelegating, type Frame } from './frame.ts';

export const enum GeneratorState {
  CREATED,
  SUSPENDED,
  RUNNING,
  COMPLETED,
}

/** Payload of a generator or coroutine. `name` and `qualname` are owned; the frame is the generator's own. */
export class GeneratorObject {
  state = GeneratorState.CREATED;
  constructor(
    public frame: Frame,
    public name: Ref,
    public qualname: Ref,
  ) {}
}

export const generatorOf = (rt: Runtime, ref: Ref): GeneratorObject => rt.heap.payload[ref] as GeneratorObject;

const kindOf = (rt: Runtime, self: Ref): string => (rt.heap.type[self] === COROUTINE ? 'coroutine' : 'generator');

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

/** `rt.generatorReturn` as StopIteration. */
function stop(rt: Runtime): never {
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  if (value === NONE || value === NULL) raiseWith(rt, STOP_ITERATION);
  raiseWith(rt, STOP_ITERATION, value);
}

/** Resumes a generator; its end is StopIteration with the value that it returned. */
export function* send(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const result = yield* resumeGenerator(rt, self, value);
  return result === NULL ? stop(rt) : result;
}

function* iterNext(rt: Runtime, self: Ref): Steps<Ref> {
  const result = yield* resumeGenerator(rt, self, NONE);
  if (result !== NULL) return result;
  rt.heap.xdecref(rt.generatorReturn);
  rt.generatorReturn = NULL;
  return NULL;
}

/** Throws `exception` (owned) into the generator; NULL when it returned. */
function* throwInto(rt: Runtime, self: Ref, exception: Ref): Steps<Ref> {
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
  return yield { callable: self, args: [], keywords: NULL, resume: { generator: self, value: NULL, raising: true } };
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
    yielded = yield* throwInto(rt, self, exception);
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
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  if (rt.profile.closeReturnsValue) return value;
  heap.xdecref(value);
  return NONE;
}

/** Marks a generator finished and drops its frame's values. */
function finishGenerator(rt: Runtime, self: Ref): void {
  const generator = generatorOf(rt, self);
  generator.state = GeneratorState.COMPLETED;
  endFrame(rt, generator.frame);
}

/** Mirrors _gen_throw() and gen_throw()'s argument checks. */
function* throwMethod(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const [type, value, traceback] = args as [Ref, Ref, Ref];
  const result = yield* throwArguments(rt, self, type, value, traceback);
  return result === NULL ? stop(rt) : result;
}

function* throwArguments(rt: Runtime, self: Ref, type: Ref, value: Ref, traceback: Ref): Steps<Ref> {
  const { heap } = rt;
  const inner = delegate(rt, self);
  if (inner !== NULL) return yield* throwThroughDelegate(rt, self, inner, type, value, traceback);
  const exception = yield* normalized(rt, type, value);
  if (traceback !== NULL && traceback !== NONE) {
    const payload = exceptionOf(rt, exception);
    heap.xdecref(payload.traceback);
    payload.traceback = heap.incref(traceback);
  }
  return yield* throwInto(rt, self, exception);
}

function* throwThroughDelegate(rt: Runtime, self: Ref, inner: Ref, type: Ref, value: Ref, traceback: Ref): Steps<Ref> {
  const { heap } = rt;
  const generator = generatorOf(rt, self);
  heap.incref(inner);
  try {
    const exits = isExceptionClass(rt, type) ? rt.typeObject(type).linearization.includes(GENERATOR_EXIT) : matches(rt, type, GENERATOR_EXIT);
    let result: Ref;
    generator.state = GeneratorState.RUNNING;
    try {
      if (exits) {
        yield* closeIterator(rt, inner);
        result = NULL;
      } else if (heap.type[inner] === GENERATOR || heap.type[inner] === COROUTINE) {
        result = yield* throwArguments(rt, inner, type, value, traceback);
        if (result === NULL) stop(rt);
      } else {
        const method = yield* getAttrOrNull(rt, inner, rt.name('throw'));
        if (method === NULL) {
          generator.state = GeneratorState.SUSPENDED;
          return yield* throwInto(rt, self, yield* normalized(rt, type, value));
        }
        try {
          result = yield { callable: method, args: [type, value, traceback].filter((ref) => ref !== NULL), keywords: NULL };
        } finally {
          heap.decref(method);
        }
      }
    } catch (error) {
      const exception = caught(rt, error);
      generator.state = GeneratorState.SUSPENDED;
      return yield* throwInto(rt, self, exception);
    }
    generator.state = GeneratorState.SUSPENDED;
    return exits ? yield* throwInto(rt, self, yield* normalized(rt, type, value)) : result;
  } finally {
    heap.decref(inner);
  }
}

const isExceptionClass = (rt: Runtime, object: Ref): boolean =>
  (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && rt.typeObject(object).linearization.includes(BASE_EXCEPTION);

/** An exception instance (owned) from what `throw` was given. */
function* normalized(rt: Runtime, type: Ref, value: Ref): Steps<Ref> {
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

/** Mirrors _PyGen_Finalize(): a suspended generator is closed before it is freed. */
function finalize(rt: Runtime, self: Ref): Eventual {
  if (generatorOf(rt, self).state === GeneratorState.COMPLETED) return NULL;
  return begin(rt, finalizeSteps(rt, self));
}

function* finalizeSteps(rt: Runtime, self: Ref): Steps<Ref> {
  rt.heap.xdecref(yield* close(rt, self));
  return NULL;
}

const layout = {
  traverse: (payload: unknown, visit: (ref: Ref) => void): void => {
    const { frame, name, qualname } = payload as GeneratorObject;
    if (name !== NULL) visit(name);
    if (qualname !== NULL) visit(qualname);
    if (frame.completed) return;
    for (const ref of [frame.func, frame.codeRef, frame.locals, frame.object]) if (ref !== NULL) visit(ref);
    if (frame.saved !== null) for (const ref of frame.saved) if (ref !== NULL) visit(ref);
    if (frame.excInfo !== null && frame.excInfo.exception !== NULL) visit(frame.excInfo.exception);
  },
  clear: (payload: unknown, released: Ref[]): void => {
    const generator = payload as GeneratorObject;
    const { frame } = generator;
    generator.state = GeneratorState.COMPLETED;
    if (!frame.completed) {
      const values = frame.saved ?? [];
      frame.saved = [];
      frame.completed = true;
      for (const ref of frame.clearsBackwards ? [...values].reverse() : values) if (ref !== NULL) released.push(ref);
      for (const ref of [frame.locals, frame.object, frame.func, frame.codeRef]) if (ref !== NULL) released.push(ref);
      frame.locals = frame.object = frame.func = frame.codeRef = NULL;
      if (frame.excInfo !== null && frame.excInfo.exception !== NULL) released.push(frame.excInfo.exception);
      frame.excInfo = null;
      frame.generator = NULL;
    }
    if (generator.name !== NULL) released.push(generator.name, generator.qualname);
    generator.name = generator.qualname = NULL;
  },
};

const common: readonly NativeFunction[] = [
  suspending('send', 'arg, /', (rt, self, [value]) => send(rt, self, value!)),
  suspending('throw', 'type, value=, traceback=, /', (rt, self, args) => throwMethod(rt, self, args)),
  suspending('close', '', (rt, self) => close(rt, self)),
];

const nameAttribute = (name: '__name__' | '__qualname__', field: 'name' | 'qualname'): NativeAttribute => ({
  name,
  get: (rt, self) => rt.heap.incref(generatorOf(rt, self)[field]),
  set: (rt, self, value) => {
    if (value === NULL || (rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `${name} must be set to a string object`);
    const generator = generatorOf(rt, self);
    const old = generator[field];
    generator[field] = rt.heap.incref(value);
    rt.heap.decref(old);
    return NULL;
  },
});

const stateAttributes = (prefix: 'gi' | 'cr', delegateName: string): readonly NativeAttribute[] => [
  nameAttribute('__name__', 'name'),
  nameAttribute('__qualname__', 'qualname'),
  {
    name: `${prefix}_frame`,
    get: (rt, self) => {
      const { frame, state } = generatorOf(rt, self);
      return state === GeneratorState.COMPLETED ? NONE : rt.heap.incref(frameObject(rt, frame));
    },
  },
  { name: `${prefix}_code`, get: (rt, self) => rt.heap.incref(generatorOf(rt, self).frame.codeRef) },
  { name: `${prefix}_running`, get: (rt, self) => rt.newBool(generatorOf(rt, self).state === GeneratorState.RUNNING) },
  { name: `${prefix}_suspended`, get: (rt, self) => rt.newBool(generatorOf(rt, self).state === GeneratorState.SUSPENDED) },
  {
    name: delegateName,
    get: (rt, self) => {
      const inner = delegate(rt, self);
      return inner === NULL ? NONE : rt.heap.incref(inner);
    },
  },
];

const describe = (rt: Runtime, self: Ref): Ref =>
  rt.newStr(`<${kindOf(rt, self)} object ${rt.text(generatorOf(rt, self).qualname)} at 0x${addressOf(self).toString(16)}>`);

const flags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS | TypeFlag.DISALLOW_INSTANTIATION;

defineType({
  handle: GENERATOR,
  name: 'generator',
  flags,
  layout,
  slots: { tp_repr: describe, tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: (rt, self) => begin(rt, iterNext(rt, self)), am_send: (rt, self, value) => begin(rt, send(rt, self, value)), tp_finalize: finalize },
  methods: common,
  attributes: stateAttributes('gi', 'gi_yieldfrom'),
});

defineType({
  handle: COROUTINE,
  name: 'coroutine',
  flags,
  layout,
  slots: { tp_repr: describe, tp_finalize: finalize },
  methods: common,
  attributes: stateAttributes('cr', 'cr_await'),
});

/** The type of object that calling this code makes. */
export const generatorType = (codeFlags: number): Ref => ((codeFlags & CodeFlag.COROUTINE) !== 0 ? COROUTINE : GENERATOR);
