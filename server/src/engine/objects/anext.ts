import { TypeFlag } from '../heap/heap.ts';
import { ANEXT_AWAITABLE, NONE, STOP_ASYNC_ITERATION, STOP_ITERATION } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttrText } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { caught, matches, raiseWith, rethrow } from './core/errors.ts';
import { suspending } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { sendTo } from './core/sending.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { awaitableIterator, newCoroutineWrapper } from './coroutine.ts';
import { stopWith } from './generator.ts';

/** Payload of what `anext(iterator, default)` answers; both are owned. */
class AnextAwaitable {
  constructor(
    public wrapped: Ref,
    public defaultValue: Ref,
  ) {}
}

const anextOf = (rt: Runtime, ref: Ref): AnextAwaitable => rt.heap.payload[ref] as AnextAwaitable;

/** Takes over the awaitable of `__anext__()`; counts a reference to the default. */
export const newAnextAwaitable = (rt: Runtime, wrapped: Ref, defaultValue: Ref): Ref =>
  rt.heap.allocateTracked(ANEXT_AWAITABLE, new AnextAwaitable(wrapped, rt.heap.incref(defaultValue)));

/** Mirrors anextawaitable_getiter(). */
function* iteratorOf(rt: Runtime, self: Ref): Steps<Ref> {
  const iterator = yield* awaitableIterator(rt, anextOf(rt, self).wrapped);
  if (rt.typeOf(iterator).slots.tp_iternext !== undefined) return iterator;
  const wrapper = newCoroutineWrapper(rt, iterator);
  rt.heap.decref(iterator);
  return wrapper;
}

/** A step of the wrapped awaitable; its StopAsyncIteration is the end, with the default as value. */
function* withDefault(rt: Runtime, self: Ref, step: (iterator: Ref) => Steps<Ref>): Steps<Ref> {
  const iterator = yield* iteratorOf(rt, self);
  try {
    return yield* step(iterator);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, STOP_ASYNC_ITERATION)) rethrow(rt, exception);
    rt.heap.decref(exception);
    stopWith(rt, rt.heap.incref(anextOf(rt, self).defaultValue));
  } finally {
    rt.heap.decref(iterator);
  }
}

function* nextStep(rt: Runtime, iterator: Ref): Steps<Ref> {
  const item = yield* sendTo(rt, iterator, NONE);
  if (item !== NULL) return item;
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  raiseWith(rt, STOP_ITERATION, ...(value === NONE ? [] : [value]));
}

function* callStep(rt: Runtime, iterator: Ref, name: string, args: readonly Ref[]): Steps<Ref> {
  const method = yield* settle(rt, getAttrText(rt, iterator, name));
  try {
    return yield { callable: method, args: args.filter((arg) => arg !== NULL), keywords: NULL };
  } finally {
    rt.heap.decref(method);
  }
}

const iterate = (rt: Runtime, self: Ref): Steps<Ref> => withDefault(rt, self, (iterator) => nextStep(rt, iterator));

function* untilStop(rt: Runtime, self: Ref): Steps<Ref> {
  try {
    return yield* iterate(rt, self);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, STOP_ITERATION)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

const proxied = (name: string, signature: string): ReturnType<typeof suspending> =>
  suspending(name, signature, (rt, self, args) => withDefault(rt, self, (iterator) => callStep(rt, iterator, name, args)));

defineType({
  handle: ANEXT_AWAITABLE,
  name: 'anext_awaitable',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.NO_CLEAR,
  layout: {
    traverse: (payload, visit) => {
      const { wrapped, defaultValue } = payload as AnextAwaitable;
      for (const ref of [wrapped, defaultValue]) if (ref !== NULL) visit(ref);
    },
    clear: (payload, released) => {
      const awaitable = payload as AnextAwaitable;
      for (const ref of [awaitable.wrapped, awaitable.defaultValue]) if (ref !== NULL) released.push(ref);
      awaitable.wrapped = awaitable.defaultValue = NULL;
    },
  },
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => begin(rt, untilStop(rt, self)),
    am_await: (rt, self) => rt.heap.incref(self),
    am_send: (rt, self, value) => begin(rt, value === NONE ? iterate(rt, self) : withDefault(rt, self, (iterator) => callStep(rt, iterator, 'send', [value]))),
  },
  methods: [proxied('send', 'arg, /'), proxied('throw', 'type, value=, traceback=, /'), proxied('close', '')],
});
