import { NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import type { ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { stateOfThread, threadModuleState, type ThreadState } from '../../objects/core/threadstate.ts';
import { Held, held } from './state.ts';

/** What runs in a thread; owned, NULL where nothing does. */
class Running implements ModuleState {
  loop: Ref = NULL;
  /** The task, in the versions in which the thread knows it. */
  task: Ref = NULL;

  traverse(visit: (ref: Ref) => void): void {
    for (const ref of [this.loop, this.task]) if (ref !== NULL) visit(ref);
  }
}

export const runningIn = (rt: Runtime): Running => threadModuleState(rt, '_asyncio', () => new Running());

export const runningInThread = (thread: ThreadState): Running | undefined => stateOfThread<Running>(thread, '_asyncio');

/** Mirrors set_running_loop(). */
export function setRunningLoop(rt: Runtime, loop: Ref): void {
  const running = runningIn(rt);
  const old = running.loop;
  running.loop = loop === NONE ? NULL : rt.heap.incref(loop);
  rt.heap.xdecref(old);
}

/** The running loop, borrowed; RuntimeError if there is none. */
export function runningLoop(rt: Runtime): Ref {
  const { loop } = runningIn(rt);
  return loop === NULL ? raise(rt, RUNTIME_ERROR, 'no running event loop') : loop;
}

/** Mirrors get_event_loop(): the running loop, else the policy's. */
export function* currentEventLoop(rt: Runtime): Steps<Ref> {
  const { heap } = rt;
  const { loop } = runningIn(rt);
  if (loop !== NULL) return heap.incref(loop);
  const policy = yield* call(held(rt, Held.POLICY), []);
  try {
    return yield* callMethod(rt, policy, 'get_event_loop');
  } finally {
    heap.decref(policy);
  }
}

/** What PyThreadState_Clear() does to it. */
export function releaseRunning(rt: Runtime, thread: ThreadState): void {
  const running = runningInThread(thread);
  if (running === undefined) return;
  const { loop, task } = running;
  running.loop = running.task = NULL;
  rt.heap.deaths.drop([loop, task].filter((ref) => ref !== NULL));
}
