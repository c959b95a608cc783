import { CodeFlag } from '../compiler/code.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { ASYNC_GENERATOR, COROUTINE, GENERATOR, NONE, RUNTIME_ERROR, STOP_ASYNC_ITERATION, STOP_ITERATION, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { addressOf } from './core/addresses.ts';
import { defineType } from './core/define.ts';
import { exceptionOf, matches, newException, raise } from './core/errors.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, type Steps } from './core/suspend.ts';
import { frameObject } from './frame.ts';
import { genericAlias } from './genericalias.ts';
import { close, delegate, generatorOf, GeneratorState, iterNext, send, throwMethod, type GeneratorObject } from './generator.ts';

/** Mirrors _PyGen_Finalize(): a suspended generator is closed before it is freed, a coroutine that never ran warned of. */
export function finalizeGenerator(rt: Runtime, self: Ref): Eventual {
  const { state } = generatorOf(rt, self);
  if (state === GeneratorState.COMPLETED) return NULL;
  return begin(rt, state === GeneratorState.CREATED && rt.heap.type[self] === COROUTINE ? warnSteps(rt, self) : finalizeSteps(rt, self));
}

function* warnSteps(rt: Runtime, self: Ref): Steps<Ref> {
  yield* rt.hooks.warnUnawaited(rt, self);
  return NULL;
}

export function* finalizeSteps(rt: Runtime, self: Ref): Steps<Ref> {
  rt.heap.xdecref(yield* close(rt, self));
  return NULL;
}

export const generatorLayout: Layout = {
  isFinished: (payload) => (payload as GeneratorObject).state === GeneratorState.COMPLETED,
  traverse: (payload, visit) => {
    const { frame, code, name, qualname, originOrFinalizer } = payload as GeneratorObject;
    for (const ref of [originOrFinalizer, name, qualname, code]) if (ref !== NULL) visit(ref);
    if (frame.completed) return;
    for (const ref of [frame.func, frame.codeRef, frame.locals, frame.object]) if (ref !== NULL) visit(ref);
    if (frame.saved !== null) for (const ref of frame.saved) if (ref !== NULL) visit(ref);
    if (frame.excInfo !== null && frame.excInfo.exception !== NULL) visit(frame.excInfo.exception);
  },
  // The finaliser of an asynchronous generator goes first, the origin of a coroutine after its frame.
  clear: (payload, released, heap, self) => {
    const generator = payload as GeneratorObject;
    const { frame, originOrFinalizer } = generator;
    const isAsync = heap.type[self] === ASYNC_GENERATOR;
    generator.state = GeneratorState.COMPLETED;
    generator.originOrFinalizer = NULL;
    if (isAsync && originOrFinalizer !== NULL) released.push(originOrFinalizer);
    if (!frame.completed) {
      frame.completed = true;
      const { object } = frame;
      frame.object = NULL;
      if (object !== NULL) released.push(object);
      // A frame object that others hold takes the values over (take_ownership).
      if (object === NULL || heap.refcount[object]! === 1) {
        const values = frame.saved ?? [];
        frame.saved = [];
        for (const ref of frame.clearsBackwards ? [...values].reverse() : values) if (ref !== NULL) released.push(ref);
        for (const ref of [frame.locals, frame.func, frame.codeRef]) if (ref !== NULL) released.push(ref);
        frame.locals = frame.func = frame.codeRef = NULL;
      }
      if (frame.excInfo !== null && frame.excInfo.exception !== NULL) released.push(frame.excInfo.exception);
      frame.excInfo = null;
      frame.generator = NULL;
    }
    if (!isAsync && originOrFinalizer !== NULL) released.push(originOrFinalizer);
    if (generator.name !== NULL) released.push(generator.code, generator.name, generator.qualname);
    generator.code = generator.name = generator.qualname = NULL;
  },
};

export const generatorMethods: readonly NativeFunction[] = [
  suspending('send', 'arg, /', (rt, self, [value]) => send(rt, self, value!)),
  suspending('throw', 'type, value=, traceback=, /', (rt, self, args) => throwMethod(rt, self, args)),
  suspending('close', '', (rt, self) => close(rt, self)),
];

export const classGetItem = native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class');

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

const stateNames = ['CREATED', 'SUSPENDED', 'RUNNING', 'CLOSED'] as const;

/** The attributes that tell a generator's state; `word` is what its states are called after. */
export const stateAttributes = (prefix: 'gi' | 'cr' | 'ag', delegateName: string, word: 'GEN' | 'CORO' | 'AGEN'): readonly NativeAttribute[] => [
  nameAttribute('__name__', 'name'),
  nameAttribute('__qualname__', 'qualname'),
  {
    name: delegateName,
    get: (rt, self) => {
      const inner = delegate(rt, self);
      return inner === NULL ? NONE : rt.heap.incref(inner);
    },
  },
  ...(prefix === 'ag' ? [] : [{ name: `${prefix}_running`, get: (rt: Runtime, self: Ref) => rt.newBool(generatorOf(rt, self).state === GeneratorState.RUNNING) }]),
  {
    name: `${prefix}_frame`,
    get: (rt, self) => {
      const { frame, state } = generatorOf(rt, self);
      return state === GeneratorState.COMPLETED ? NONE : rt.heap.incref(frameObject(rt, frame));
    },
  },
  { name: `${prefix}_code`, get: (rt, self) => rt.heap.incref(generatorOf(rt, self).code) },
  { name: `${prefix}_suspended`, get: (rt, self) => rt.newBool(generatorOf(rt, self).state === GeneratorState.SUSPENDED) },
  { name: `${prefix}_state`, get: (rt, self) => rt.newStr(`${word}_${stateNames[generatorOf(rt, self).state]}`) },
];

/** `shown` is the name of the kind of generator. */
export const describe = (shown: string) => (rt: Runtime, self: Ref): Ref =>
  rt.newStr(`<${shown} object ${rt.text(generatorOf(rt, self).qualname)} at 0x${addressOf(rt, self).toString(16)}>`);

export const generatorFlags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.NO_CLEAR;

defineType({
  handle: GENERATOR,
  name: 'generator',
  flags: generatorFlags,
  layout: generatorLayout,
  slots: {
    tp_repr: describe('generator'),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: iterNext,
    am_send: (rt, self, value) => begin(rt, send(rt, self, value)),
    tp_finalize: finalizeGenerator,
  },
  methods: [...generatorMethods, classGetItem],
  attributes: stateAttributes('gi', 'gi_yieldfrom', 'GEN'),
});

/** The type of object that calling this code makes. */
export function generatorType(codeFlags: number): Ref {
  if ((codeFlags & CodeFlag.COROUTINE) !== 0) return COROUTINE;
  return (codeFlags & CodeFlag.ASYNC_GENERATOR) !== 0 ? ASYNC_GENERATOR : GENERATOR;
}

/**
 * The RuntimeError (owned) that StopIteration, leaving the code of a generator with these flags, becomes; so does
 * StopAsyncIteration if it is asynchronous. NULL for any other exception.
 */
export function stopError(rt: Runtime, exception: Ref, codeFlags: number): Ref {
  const isAsync = (codeFlags & CodeFlag.ASYNC_GENERATOR) !== 0;
  const type = [STOP_ITERATION, ...(isAsync ? [STOP_ASYNC_ITERATION] : [])].find((stop) => matches(rt, exception, stop));
  if (type === undefined) return NULL;
  const kind = isAsync ? 'async generator' : (codeFlags & CodeFlag.COROUTINE) !== 0 ? 'coroutine' : 'generator';
  const error = newException(rt, RUNTIME_ERROR, [rt.newStr(`${kind} raised ${rt.typeObject(type).name}`)]);
  const payload = exceptionOf(rt, error);
  payload.cause = rt.heap.incref(exception);
  payload.context = rt.heap.incref(exception);
  payload.suppressContext = true;
  return error;
}
