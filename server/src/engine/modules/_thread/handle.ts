import { TypeFlag } from '../../heap/heap.ts';
import { NONE, OVERFLOW_ERROR, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { isInt } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { nanosecondsOf } from '../time/seconds.ts';
import { MAIN_IDENT } from './state.ts';

/** Payload of `_ThreadHandle` (3.13 and later). */
class ThreadHandle {
  state: 'not started' | 'running' | 'done' = 'not started';
  ident = 0;
}

export const THREAD_HANDLE = moduleTypeHandle();

const handleOf = (rt: Runtime, handle: Ref): ThreadHandle => rt.heap.payload[handle] as ThreadHandle;

/** Mirrors thread__make_thread_handle(): a handle of a thread that runs already. */
export function makeThreadHandle(rt: Runtime, ident: Ref): Ref {
  if (!isInt(rt, ident)) raise(rt, TYPE_ERROR, 'ident must be an integer');
  const value = rt.heap.payload[ident] as number | bigint;
  if (value < 0) raise(rt, OVERFLOW_ERROR, "can't convert negative int to unsigned");
  const handle = new ThreadHandle();
  handle.state = 'running';
  handle.ident = Number(value);
  return newInstance(rt, THREAD_HANDLE, handle);
}

defineType({
  handle: THREAD_HANDLE,
  name: '_ThreadHandle',
  module: '_thread',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new ThreadHandle()),
    tp_repr: (rt, self) => rt.newStr(`<_thread._ThreadHandle object: ident=${handleOf(rt, self).ident}>`),
  },
  methods: [
    suspending('join', '*args', function* (rt, self, [args]) {
      const [timeout = NONE, ...more] = itemsOf(rt, args!);
      if (more.length !== 0) raise(rt, TYPE_ERROR, `join() takes at most 1 argument (${more.length + 1} given)`);
      if (timeout !== NONE) yield* nanosecondsOf(rt, timeout);
      const { state, ident } = handleOf(rt, self);
      if (state === 'not started') raise(rt, RUNTIME_ERROR, 'thread not started');
      if (state === 'running' && ident === MAIN_IDENT) raise(rt, RUNTIME_ERROR, 'Cannot join current thread');
      return NONE;
    }),
    native('_set_done', '', (rt, self) => {
      const handle = handleOf(rt, self);
      if (handle.state === 'not started') raise(rt, RUNTIME_ERROR, 'thread not started');
      handle.state = 'done';
      return NONE;
    }),
    native('is_done', '', (rt, self) => rt.newBool(handleOf(rt, self).state === 'done')),
  ],
  attributes: [{ name: 'ident', get: (rt, self) => rt.newInt(handleOf(rt, self).ident) }],
});
