import { TypeFlag } from '../../heap/heap.ts';
import { NONE, OVERFLOW_ERROR, PYTHON_FINALIZATION_ERROR, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { isInt } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { modulesOf } from '../../versions/modules.ts';
import { nanosecondsOf } from '../time/seconds.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { awaitEnd, finishLife, ThreadLife } from './state.ts';

export const THREAD_HANDLE = moduleTypeHandle();

/** Payload of `_ThreadHandle` (3.13 and later). */
export const lifeOf = (rt: Runtime, handle: Ref): ThreadLife => rt.heap.payload[handle] as ThreadLife;

export const newHandle = (rt: Runtime): Ref => newInstance(rt, THREAD_HANDLE, new ThreadLife());

/** Mirrors thread__make_thread_handle(): a handle of a thread that runs already. */
export function makeThreadHandle(rt: Runtime, ident: Ref): Ref {
  if (!isInt(rt, ident)) raise(rt, TYPE_ERROR, 'ident must be an integer');
  const value = rt.heap.payload[ident] as number | bigint;
  if (value < 0) raise(rt, OVERFLOW_ERROR, "can't convert negative int to unsigned");
  const handle = newHandle(rt);
  const life = lifeOf(rt, handle);
  life.state = 'running';
  life.ident = Number(value);
  return handle;
}

/** Mirrors ThreadHandle_join(). */
export function* joinThread(rt: Runtime, life: ThreadLife, timeout: number): Steps<boolean> {
  if (life.state === 'not started') raise(rt, RUNTIME_ERROR, 'thread not started');
  if (life.state === 'running' && life.ident === rt.thread.ident) raise(rt, RUNTIME_ERROR, 'Cannot join current thread');
  if (rt.finalizing && life.state !== 'done' && modulesOf(rt.profile.version).threads.refusesJoin) raise(rt, PYTHON_FINALIZATION_ERROR, 'cannot join thread at interpreter shutdown');
  return yield* awaitEnd(life, timeout);
}

defineType({
  handle: THREAD_HANDLE,
  name: '_ThreadHandle',
  module: '_thread',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new ThreadLife()),
    tp_repr: (rt, self) => rt.newStr(`<_thread._ThreadHandle object: ident=${lifeOf(rt, self).ident}>`),
  },
  methods: [
    suspending('join', '*args', function* (rt, self, [args]) {
      const [timeout = NONE, ...more] = itemsOf(rt, args!);
      if (more.length !== 0) raise(rt, TYPE_ERROR, `join() takes at most 1 argument (${more.length + 1} given)`);
      const wait = timeout === NONE ? Infinity : yield* nanosecondsOf(rt, timeout);
      yield* joinThread(rt, lifeOf(rt, self), wait < 0 ? Infinity : wait);
      return NONE;
    }),
    native('_set_done', '', (rt, self) => {
      const life = lifeOf(rt, self);
      if (life.state === 'not started') raise(rt, RUNTIME_ERROR, 'thread not started');
      finishLife(rt, life);
      return NONE;
    }),
    native('is_done', '', (rt, self) => rt.newBool(lifeOf(rt, self).state === 'done')),
  ],
  attributes: [{ name: 'ident', get: (rt, self) => rt.newInt(lifeOf(rt, self).ident) }],
});
