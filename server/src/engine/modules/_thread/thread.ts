import { NONE, PYTHON_FINALIZATION_ERROR, RUNTIME_ERROR, SYSTEM_EXIT } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { deathSteps } from '../../interpreter/deaths.ts';
import { caught, matches, raise } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { newThread, stateOfThread, type ThreadState } from '../../objects/core/threadstate.ts';
import type { AsyncState } from '../../objects/coroutine.ts';
import { referentOf } from '../../objects/weakref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { releaseRunning } from '../asyncio/running.ts';
import { releaseContext } from '../_contextvars/state.ts';
import { callWithDict } from '../core/spread.ts';
import { forgetDict } from './local.ts';
import { letGo } from './lock.ts';
import { finishLife, threadsState, type OwnState, type ThreadLife } from './state.ts';

/** What a new thread does: a callable, a tuple and a dict, or NULL for either; borrowed. */
export interface ThreadStart {
  readonly callable: Ref;
  readonly args: Ref;
  readonly keywords: Ref;
  readonly life: ThreadLife;
  /** The exit waits for it (3.13 and later). */
  readonly isAwaited: boolean;
}

/** Mirrors do_start_new_thread(): 1 whether threads can still be started; 2 the thread. Answers its ident. */
export function startThread(rt: Runtime, start: ThreadStart): number {
  const { heap } = rt;
  // 1
  const { refusedWhile, refusedAsFinalization } = modulesOf(rt.profile.version).threads;
  if ((refusedWhile === 'exiting' && rt.exiting) || (refusedWhile === 'finalizing' && rt.finalizing)) {
    raise(rt, refusedAsFinalization ? PYTHON_FINALIZATION_ERROR : RUNTIME_ERROR, "can't create new thread at interpreter shutdown");
  }
  // 2
  const { callable, args, keywords, life, isAwaited } = start;
  const thread = newThread(rt);
  life.state = 'running';
  life.ident = thread.ident;
  const state = threadsState(rt);
  if (isAwaited) state.awaited.push(life);
  for (const ref of [callable, args, keywords]) heap.incref(ref);
  rt.hooks.startThread(rt, thread, runThread(rt, start));
  return thread.ident;
}

/**
 * Mirrors thread_run(): 1 the call; 2 what it raised: SystemExit is nothing, the rest is reported; 3 what started it goes;
 * 4 the thread's own state; 5 those who wait for its end.
 */
function* runThread(rt: Runtime, { callable, args, keywords, life }: ThreadStart): Steps<Ref> {
  const { heap } = rt;
  const state = threadsState(rt);
  state.running++;
  try {
    // 1
    heap.decref(yield* callWithDict(rt, callable, args === NULL ? [] : itemsOf(rt, args), keywords));
  } catch (error) {
    // 2
    const exception = caught(rt, error);
    if (matches(rt, exception, SYSTEM_EXIT)) heap.decref(exception);
    else yield* rt.hooks.unraisable(rt, 'thread', callable, exception);
  }
  // 3
  for (const ref of [callable, args, keywords]) heap.xdecref(ref);
  yield* settled(rt);
  state.running--;
  // 4
  yield* clearThread(rt, rt.thread);
  // 5
  state.awaited = state.awaited.filter((other) => other !== life);
  finishLife(rt, life);
  return NONE;
}

function* settled(rt: Runtime): Steps<void> {
  if (rt.heap.deaths.blocked !== NULL) yield* deathSteps(rt);
}

/**
 * Mirrors PyThreadState_Clear(): 1 thread-local values, and the running event loop; 2 the exception being handled; 3 hooks of asynchronous generators;
 * 4 the context; 5 the lock of those who wait for the thread (up to 3.12). Its frames are not looked at.
 */
export function* clearThread(rt: Runtime, thread: ThreadState): Steps<void> {
  const { heap } = rt;
  // 1
  const own = stateOfThread<OwnState>(thread, '_thread');
  for (const local of own?.locals.splice(0) ?? []) {
    forgetDict(rt, local, thread.ident);
    yield* settled(rt);
  }
  releaseRunning(rt, thread);
  yield* settled(rt);
  // 2
  const { excInfo } = thread.registers ?? rt;
  if (thread !== rt.thread && excInfo.previous === null) {
    const { exception } = excInfo;
    excInfo.exception = NULL;
    heap.xdecref(exception);
    yield* settled(rt);
  }
  // 3
  const hooks = stateOfThread<AsyncState>(thread, 'async');
  if (hooks !== undefined) {
    const { firstiter, finalizer } = hooks;
    hooks.firstiter = hooks.finalizer = NULL;
    for (const hook of [firstiter, finalizer]) {
      heap.xdecref(hook);
      yield* settled(rt);
    }
  }
  // 4
  releaseContext(rt, thread);
  yield* settled(rt);
  // 5
  if (own === undefined || own.sentinel === NULL) return;
  const lock = referentOf(rt, own.sentinel);
  if (lock !== NULL) letGo(rt, lock);
  heap.decref(own.sentinel);
  own.sentinel = NULL;
}
