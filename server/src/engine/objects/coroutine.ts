import { CodeFlag } from '../compiler/code.ts';
import { TypeFlag } from '../heap/heap.ts';
import { COROUTINE, COROUTINE_WRAPPER, GENERATOR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { codeOf } from './code.ts';
import { defineType } from './core/define.ts';
import { orNone, raise } from './core/errors.ts';
import { fullTypeName, typeName } from './core/lookup.ts';
import { newTuple } from './core/make.ts';
import { threadModuleState } from './core/threadstate.ts';
import { suspending } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { pythonFrame, type Frame } from './frame.ts';
import { close, generatorOf, iterNext, send, throwMethod } from './generator.ts';
import { classGetItem, describe, finalizeGenerator, generatorFlags, generatorLayout, generatorMethods, stateAttributes } from './generator-types.ts';

/** What `sys.set_coroutine_origin_tracking_depth` and `sys.set_asyncgen_hooks` have set; the hooks are owned. */
export class AsyncState {
  originDepth = 0;
  firstiter = NULL;
  finalizer = NULL;
  traverse(visit: (ref: Ref) => void): void {
    for (const hook of [this.firstiter, this.finalizer]) if (hook !== NULL) visit(hook);
  }
}

export const asyncState = (rt: Runtime): AsyncState => threadModuleState(rt, 'async', () => new AsyncState());

/** The places of the calls that led to a new coroutine, from its caller on (compute_cr_origin); NULL if none are noted. */
export function coroutineOrigin(rt: Runtime, caller: Frame | null): Ref {
  const { originDepth } = asyncState(rt);
  if (originDepth === 0) return NULL;
  const places: Ref[] = [];
  for (let frame = caller; frame !== null && places.length < originDepth; frame = pythonFrame(frame.previous)) {
    const { data, nameRef } = frame.code;
    places.push(newTuple(rt, [rt.newStr(data.filename), rt.newInt(frame.line), rt.heap.incref(nameRef)]));
  }
  return newTuple(rt, places);
}

/** A coroutine, or a generator that `types.coroutine` made one. */
export function isCoroutine(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object];
  return type === COROUTINE || (type === GENERATOR && (codeOf(rt, generatorOf(rt, object).code).data.flags & CodeFlag.ITERABLE_COROUTINE) !== 0);
}

/** What `await` iterates over: a coroutine itself, or what `__await__` answers (_PyCoro_GetAwaitableIter). */
export function* awaitableIterator(rt: Runtime, object: Ref): Steps<Ref> {
  const { heap } = rt;
  if (isCoroutine(rt, object)) return heap.incref(object);
  const { am_await: getter } = rt.typeOf(object).slots;
  if (getter === undefined) raise(rt, TYPE_ERROR, rt.profile.words.notAwaitable(typeName(rt, object)));
  const result = yield* settle(rt, getter(rt, object));
  const returnsCoroutine = isCoroutine(rt, result);
  if (!returnsCoroutine && rt.typeOf(result).slots.tp_iternext !== undefined) return result;
  const wrong = typeName(rt, result);
  heap.decref(result);
  raise(rt, TYPE_ERROR, coroutinesOf(rt.profile.version).awaitReturned(fullTypeName(rt, object), wrong, returnsCoroutine));
}

/** Payload of what `coroutine.__await__()` answers: the coroutine, owned. */
class CoroutineWrapper {
  constructor(public coroutine: Ref) {}
}

/** Mirrors coro_await(): an iterator over a coroutine. */
export const newCoroutineWrapper = (rt: Runtime, coroutine: Ref): Ref =>
  rt.heap.allocateTracked(COROUTINE_WRAPPER, new CoroutineWrapper(rt.heap.incref(coroutine)));

const wrappedBy = (rt: Runtime, self: Ref): Ref => (rt.heap.payload[self] as CoroutineWrapper).coroutine;

defineType({
  handle: COROUTINE,
  name: 'coroutine',
  flags: generatorFlags,
  layout: generatorLayout,
  slots: {
    tp_repr: describe('coroutine'),
    am_await: newCoroutineWrapper,
    am_send: (rt, self, value) => begin(rt, send(rt, self, value)),
    tp_finalize: finalizeGenerator,
  },
  methods: [...generatorMethods, classGetItem],
  attributes: [...stateAttributes('cr', 'cr_await', 'CORO'), { name: 'cr_origin', member: true, get: (rt, self) => orNone(rt, generatorOf(rt, self).originOrFinalizer) }],
});

defineType({
  handle: COROUTINE_WRAPPER,
  name: 'coroutine_wrapper',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.NO_CLEAR,
  layout: {
    traverse: (payload, visit) => {
      const { coroutine } = payload as CoroutineWrapper;
      if (coroutine !== NULL) visit(coroutine);
    },
    clear: (payload, released) => {
      const wrapper = payload as CoroutineWrapper;
      if (wrapper.coroutine !== NULL) released.push(wrapper.coroutine);
      wrapper.coroutine = NULL;
    },
  },
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => iterNext(rt, wrappedBy(rt, self)),
    am_send: (rt, self, value) => begin(rt, send(rt, wrappedBy(rt, self), value)),
  },
  methods: [
    suspending('send', 'arg, /', (rt, self, [value]) => send(rt, wrappedBy(rt, self), value!)),
    suspending('throw', 'type, value=, traceback=, /', (rt, self, args) => throwMethod(rt, wrappedBy(rt, self), args)),
    suspending('close', '', (rt, self) => close(rt, wrappedBy(rt, self))),
  ],
});
