import { NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { dictDelete, dictGet, dictSet } from '../../objects/dictsearch.ts';
import { addKey, discardKey } from '../../objects/setops.ts';
import { asyncioOf } from '../../versions/asyncio.ts';
import { TASK, taskOf } from './object.ts';
import { runningIn, runningInThread } from './running.ts';
import { Held, held } from './state.ts';

/** Whether a task is noted in itself, and not in a set of all. */
const notesItself = (rt: Runtime, task: Ref): boolean => asyncioOf(rt.profile.version).taskOnThread && isInstance(rt, task, TASK);

/** Mirrors register_task(). */
export function* registerTask(rt: Runtime, task: Ref): Steps<void> {
  if (notesItself(rt, task)) taskOf(rt, task).registered = true;
  else rt.heap.decref(yield* callMethod(rt, held(rt, Held.SCHEDULED), 'add', task));
}

/** Mirrors unregister_task(). */
export function* unregisterTask(rt: Runtime, task: Ref): Steps<void> {
  if (notesItself(rt, task)) taskOf(rt, task).registered = false;
  else rt.heap.decref(yield* callMethod(rt, held(rt, Held.SCHEDULED), 'discard', task));
}

export const registerEagerTask = (rt: Runtime, task: Ref): Steps<void> => addKey(rt, held(rt, Held.EAGER), task);

export function* unregisterEagerTask(rt: Runtime, task: Ref): Steps<void> {
  yield* discardKey(rt, held(rt, Held.EAGER), task);
}

/** The task of a loop in `_current_tasks`, owned; NULL if there is none. */
function* taskOfLoop(rt: Runtime, loop: Ref): Steps<Ref> {
  return yield* settle(rt, dictGet(rt, held(rt, Held.CURRENT), loop));
}

function* refuseOtherLoop(rt: Runtime, loop: Ref): Steps<void> {
  if (runningIn(rt).loop !== loop) raise(rt, RUNTIME_ERROR, `loop ${yield* reprText(rt, loop)} is not the running loop`);
}

/** Mirrors enter_task(). */
export function* enterTask(rt: Runtime, loop: Ref, task: Ref): Steps<void> {
  const { heap } = rt;
  if (asyncioOf(rt.profile.version).taskOnThread) {
    yield* refuseOtherLoop(rt, loop);
    const running = runningIn(rt);
    if (running.task !== NULL) yield* refuseEntering(rt, task, running.task);
    running.task = heap.incref(task);
    return;
  }
  const other = yield* taskOfLoop(rt, loop);
  if (other !== NULL) {
    try {
      yield* refuseEntering(rt, task, other);
    } finally {
      heap.decref(other);
    }
  }
  yield* settle(rt, dictSet(rt, held(rt, Held.CURRENT), loop, task));
}

function* refuseEntering(rt: Runtime, task: Ref, other: Ref): Steps<void> {
  raise(rt, RUNTIME_ERROR, `Cannot enter into task ${yield* reprText(rt, task)} while another task ${yield* reprText(rt, other)} is being executed.`);
}

/** Mirrors leave_task(). */
export function* leaveTask(rt: Runtime, loop: Ref, task: Ref): Steps<void> {
  const { heap } = rt;
  if (asyncioOf(rt.profile.version).taskOnThread) {
    yield* refuseOtherLoop(rt, loop);
    const running = runningIn(rt);
    if (running.task !== task) {
      const other = running.task === NULL ? NONE : running.task;
      raise(rt, RUNTIME_ERROR, `Invalid attempt to leave task ${yield* reprText(rt, task)} while task ${yield* reprText(rt, other)} is entered.`);
    }
    running.task = NULL;
    heap.decref(task);
    return;
  }
  const other = yield* taskOfLoop(rt, loop);
  try {
    if (other !== task) {
      raise(rt, RUNTIME_ERROR, `Leaving task ${yield* reprText(rt, task)} does not match the current task ${yield* reprText(rt, other === NULL ? NONE : other)}.`);
    }
  } finally {
    heap.xdecref(other);
  }
  yield* settle(rt, dictDelete(rt, held(rt, Held.CURRENT), loop));
}

/** Mirrors swap_current_task(): answers the task before, or None; owned. */
export function* swapTask(rt: Runtime, loop: Ref, task: Ref): Steps<Ref> {
  const { heap } = rt;
  if (asyncioOf(rt.profile.version).taskOnThread) {
    yield* refuseOtherLoop(rt, loop);
    const running = runningIn(rt);
    const before = running.task;
    running.task = task === NONE ? NULL : heap.incref(task);
    return before === NULL ? NONE : before;
  }
  const before = yield* taskOfLoop(rt, loop);
  const current = held(rt, Held.CURRENT);
  if (task !== NONE) yield* settle(rt, dictSet(rt, current, loop, task));
  else if (before !== NULL) yield* settle(rt, dictDelete(rt, current, loop));
  return before === NULL ? NONE : before;
}

/** Mirrors _asyncio_current_task_impl(); the loop is borrowed. */
export function* currentTask(rt: Runtime, loop: Ref): Steps<Ref> {
  if (!asyncioOf(rt.profile.version).taskOnThread) {
    const task = yield* taskOfLoop(rt, loop);
    return task === NULL ? NONE : task;
  }
  for (const thread of rt.threads) {
    const running = runningInThread(thread);
    if (running?.loop === loop && running.task !== NULL) return rt.heap.incref(running.task);
  }
  return NONE;
}
