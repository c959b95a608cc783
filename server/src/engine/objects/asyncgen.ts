import { ASYNC_GENERATOR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { newAsend, newAthrow, throwArguments } from './asyncgen-awaitables.ts';
import { asyncGeneratorOf } from './asyncgen-state.ts';
import { asyncState } from './coroutine.ts';
import { defineType } from './core/define.ts';
import { caught, raise } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import { native, rawNative, suspending } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, call, type Steps } from './core/suspend.ts';
import { GeneratorState, warnOfThrowArguments } from './generator.ts';
import { classGetItem, describe, finalizeSteps, generatorFlags, generatorLayout, stateAttributes } from './generator-types.ts';

/** Mirrors async_gen_init_hooks(): the first use takes the thread's finaliser along and calls its `firstiter`. */
function* initHooks(rt: Runtime, self: Ref): Steps<void> {
  const { heap } = rt;
  const generator = asyncGeneratorOf(rt, self);
  if (generator.hooksInited) return;
  generator.hooksInited = true;
  const { finalizer, firstiter } = asyncState(rt);
  if (finalizer !== NULL) generator.originOrFinalizer = heap.incref(finalizer);
  if (firstiter === NULL) return;
  heap.incref(firstiter);
  try {
    heap.decref(yield* call(firstiter, [self]));
  } finally {
    heap.decref(firstiter);
  }
}

function asend(rt: Runtime, self: Ref, value: Ref): Eventual {
  const { hooksInited } = asyncGeneratorOf(rt, self);
  return hooksInited ? newAsend(rt, self, value) : begin(rt, firstAsend(rt, self, value));
}

function* firstAsend(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  yield* initHooks(rt, self);
  return newAsend(rt, self, value);
}

function* athrow(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  if (args.length > 1) yield* warnOfThrowArguments(rt, 'athrow');
  if (coroutinesOf(rt.profile.version).athrowCountsAtOnce) throwArguments(rt, args);
  yield* initHooks(rt, self);
  for (const arg of args) rt.heap.incref(arg);
  return newAthrow(rt, self, newTuple(rt, [...args]));
}

function* aclose(rt: Runtime, self: Ref): Steps<Ref> {
  yield* initHooks(rt, self);
  return newAthrow(rt, self, NULL);
}

/** Mirrors _PyGen_Finalize(): the event loop's finaliser takes over, else the generator is closed as any. */
function finalize(rt: Runtime, self: Ref): Eventual {
  const { state, closed, originOrFinalizer } = asyncGeneratorOf(rt, self);
  if (state === GeneratorState.COMPLETED) return NULL;
  return begin(rt, originOrFinalizer !== NULL && !closed ? callHook(rt, self, originOrFinalizer) : finalizeSteps(rt, self));
}

function* callHook(rt: Runtime, self: Ref, finalizer: Ref): Steps<Ref> {
  const { heap } = rt;
  heap.incref(finalizer);
  try {
    heap.decref(yield* call(finalizer, [self]));
  } catch (error) {
    yield* rt.hooks.unraisable(rt, 'generatorHook', self, caught(rt, error));
  } finally {
    heap.decref(finalizer);
  }
  return NULL;
}

defineType({
  handle: ASYNC_GENERATOR,
  name: 'async_generator',
  flags: generatorFlags,
  layout: generatorLayout,
  slots: {
    tp_repr: describe('async_generator'),
    am_aiter: (rt, self) => rt.heap.incref(self),
    am_anext: (rt, self) => asend(rt, self, NULL),
    tp_finalize: finalize,
  },
  methods: [
    native('asend', 'arg, /', (rt, self, [value]) => asend(rt, self, value!)),
    rawNative('athrow', (rt, self, args, keywords) => {
      if (keywords !== NULL) raise(rt, TYPE_ERROR, 'async_generator.athrow() takes no keyword arguments');
      return begin(rt, athrow(rt, self, args));
    }),
    suspending('aclose', '', (rt, self) => aclose(rt, self)),
    classGetItem,
  ],
  attributes: [
    { name: 'ag_running', member: true, get: (rt, self) => rt.newBool(asyncGeneratorOf(rt, self).runningAsync) },
    ...stateAttributes('ag', 'ag_await', 'AGEN'),
  ],
});
