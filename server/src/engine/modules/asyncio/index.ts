import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { collect, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { addKey, newSet } from '../../objects/setops.ts';
import { defineModule } from '../core/define.ts';
import { addAwaiter, discardAwaiter } from './awaiters.ts';
import './futureiter.ts';
import { FUTURE, FutureState, TASK, taskOf } from './object.ts';
import { currentEventLoop, runningIn, runningLoop, setRunningLoop } from './running.ts';
import { adoptState, heldOrNull, Held, held, orNone, prepareState } from './state.ts';
import { loopOf } from './step.ts';
import './future-type.ts';
import './task-type.ts';
import { currentTask, enterTask, leaveTask, registerEagerTask, registerTask, swapTask, unregisterEagerTask, unregisterTask } from './tasks.ts';

/** A function that answers None. */
const doing = (name: string, signature: string, work: (rt: Runtime, args: readonly Ref[]) => Steps<void>): NativeFunction =>
  suspending(name, signature, function* (rt, _module, args) {
    yield* work(rt, args);
    return NONE;
  });

/** Mirrors _asyncio_all_tasks_impl(): tasks of this loop that are not done, as a set; they note themselves that they are tasks. */
function* allTasks(rt: Runtime, given: Ref): Steps<Ref> {
  const { heap } = rt;
  const loop = heap.incref(given === NULL || given === NONE ? runningLoop(rt) : given);
  const candidates: Ref[] = [];
  try {
    for (const object of heap.objects()) if (heap.refcount[object]! > 0 && isInstance(rt, object, TASK) && taskOf(rt, object).registered) candidates.push(heap.incref(object));
    for (const what of [Held.EAGER, Held.SCHEDULED]) candidates.push(...(yield* collect(rt, held(rt, what))));
    const set = newSet(rt);
    for (const task of candidates) {
      const isOwn = isInstance(rt, task, TASK);
      const its = isOwn ? orNone(rt, taskOf(rt, task).loop) : yield* loopOf(rt, task);
      heap.decref(its);
      if (its !== loop) continue;
      const isDone = isOwn ? taskOf(rt, task).state !== FutureState.PENDING : yield* saysDone(rt, task);
      if (!isDone) yield* addKey(rt, set, task);
    }
    return set;
  } finally {
    for (const task of candidates) heap.decref(task);
    heap.decref(loop);
  }
}

function* saysDone(rt: Runtime, task: Ref): Steps<boolean> {
  const answer = yield* callMethod(rt, task, 'done');
  const done = yield* truth(rt, answer);
  rt.heap.decref(answer);
  return done;
}

defineModule({
  name: '_asyncio',
  functions: [
    suspending('current_task', 'loop=None', (rt, _module, [loop]) => currentTask(rt, loop === NULL || loop === NONE ? runningLoop(rt) : loop!)),
    suspending('get_event_loop', '', (rt) => currentEventLoop(rt)),
    suspending('_get_event_loop', 'stacklevel=3', (rt) => currentEventLoop(rt)),
    native('get_running_loop', '', (rt) => rt.heap.incref(runningLoop(rt))),
    native('_get_running_loop', '', (rt) => orNone(rt, runningIn(rt).loop)),
    native('_set_running_loop', 'loop, /', (rt, _module, [loop]) => {
      setRunningLoop(rt, loop!);
      return NONE;
    }),
    doing('_register_task', 'task', (rt, [task]) => registerTask(rt, task!)),
    doing('_register_eager_task', 'task', (rt, [task]) => registerEagerTask(rt, task!)),
    doing('_unregister_task', 'task', (rt, [task]) => unregisterTask(rt, task!)),
    doing('_unregister_eager_task', 'task', (rt, [task]) => unregisterEagerTask(rt, task!)),
    doing('_enter_task', 'loop, task', (rt, [loop, task]) => enterTask(rt, loop!, task!)),
    doing('_leave_task', 'loop, task', (rt, [loop, task]) => leaveTask(rt, loop!, task!)),
    suspending('_swap_current_task', 'loop, task', (rt, _module, [loop, task]) => swapTask(rt, loop!, task!)),
    suspending('all_tasks', 'loop=None', (rt, _module, [loop]) => allTasks(rt, loop!)),
    doing('future_add_to_awaited_by', 'fut, waiter, /', (rt, [future, waiter]) => addAwaiter(rt, future!, waiter!)),
    doing('future_discard_from_awaited_by', 'fut, waiter, /', (rt, [future, waiter]) => discardAwaiter(rt, future!, waiter!)),
  ],
  types: [FUTURE, TASK],
  singlePhase: '-11',
  prepare: prepareState,
  init: (rt, put, module) => {
    adoptState(rt, module);
    const names: readonly (readonly [string, Held])[] = [
      ['_all_tasks', Held.SCHEDULED],
      ['_scheduled_tasks', Held.SCHEDULED],
      ['_eager_tasks', Held.EAGER],
      ['_current_tasks', Held.CURRENT],
    ];
    for (const [name, what] of names) {
      const value = heldOrNull(rt, what);
      if (value !== NULL) put(name, rt.heap.incref(value));
    }
  },
});
