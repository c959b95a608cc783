import { COROUTINE, FALSE, NONE, RUNTIME_ERROR, STR, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { caught, raise, rethrow } from '../../objects/core/errors.ts';
import { defineType } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { hash, str, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { addKey, hasHashed, setTableOf } from '../../objects/setops.ts';
import { asyncioOf } from '../../versions/asyncio.ts';
import { copyContext, enterContext, exitContext } from '../_contextvars/context.ts';
import { CONTEXT, currentContext } from '../_contextvars/state.ts';
import { chain } from '../io/iobase.ts';
import { callExceptionHandler, finalizeFuture, initFuture, setCancelMessage } from './future.ts';
import { cannotDelete, sharedAttributes, sharedMethods } from './future-type.ts';
import { newFutureIter } from './futureiter.ts';
import { FUTURE, futureFlags, FutureState, TASK, taskLayout, TaskObject, taskOf } from './object.ts';
import { asyncioState, Held, held, orNone } from './state.ts';
import { runStep } from './step.ts';
import { stepSoon } from './stepwrapper.ts';
import { registerEagerTask, registerTask, swapTask, unregisterEagerTask } from './tasks.ts';

/** Types of coroutines that are remembered at most. */
const mostTypes = 100;

/** Mirrors is_coroutine(): `asyncio.iscoroutine` is asked once for each type. */
function* isCoroutine(rt: Runtime, object: Ref): Steps<boolean> {
  const type = rt.heap.type[object]!;
  if (type === COROUTINE) return true;
  const known = held(rt, Held.COROUTINE_TYPES);
  yield* settle(rt, hash(rt, type));
  if (yield* hasHashed(rt, known, type, rt.hashLow, rt.hashHigh)) return true;
  const answer = yield* call(held(rt, Held.IS_COROUTINE), [object]);
  const is = yield* truth(rt, answer);
  rt.heap.decref(answer);
  if (is && setTableOf(rt, known).used < mostTypes) yield* addKey(rt, known, type);
  return is;
}

function replace(rt: Runtime, task: TaskObject, field: 'coroutine' | 'name' | 'context', value: Ref): void {
  const old = task[field];
  task[field] = value;
  rt.heap.xdecref(old);
}

function* nameOf(rt: Runtime, name: Ref): Steps<Ref> {
  if (name === NULL || name === NONE) return rt.newStr(`Task-${++asyncioState(rt).tasksNamed}`);
  return rt.heap.type[name] === STR ? rt.heap.incref(name) : yield* settle(rt, str(rt, name));
}

/** Mirrors _asyncio_Task___init___impl(): 1 the future; 2 a coroutine; 3 what the task keeps; 4 its first step, at once or soon. */
function* initTask(rt: Runtime, self: Ref, [coroutine, loop, name, context, eager]: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const { checksInit } = asyncioOf(rt.profile.version);
  const task = taskOf(rt, self);
  // 1
  yield* initFuture(rt, self, loop!);
  // 2
  if (!(yield* isCoroutine(rt, coroutine!))) {
    task.logDestroyPending = false;
    raise(rt, TYPE_ERROR, `a coroutine was expected, got ${yield* reprText(rt, coroutine!)}`);
  }
  // 3
  if (context === NULL || context === NONE) replace(rt, task, 'context', copyContext(rt, currentContext(rt)));
  else {
    if (checksInit && heap.type[context!] !== CONTEXT) {
      task.logDestroyPending = false;
      raise(rt, TYPE_ERROR, `a contextvars.Context was expected, got ${typeName(rt, context!)}`);
    }
    replace(rt, task, 'context', heap.incref(context!));
  }
  const { waiter } = task;
  task.waiter = NULL;
  heap.xdecref(waiter);
  task.mustCancel = false;
  task.logDestroyPending = true;
  task.cancelsRequested = 0;
  replace(rt, task, 'coroutine', heap.incref(coroutine!));
  replace(rt, task, 'name', yield* nameOf(rt, name!));
  // 4
  if (eager !== NULL && (yield* truth(rt, eager!))) {
    const running = yield* callMethod(rt, task.loop, 'is_running');
    heap.decref(running);
    if (running === TRUE) {
      yield* startEagerly(rt, self);
      return NULL;
    }
  }
  yield* stepSoon(rt, self, NULL);
  yield* registerTask(rt, self);
  return NULL;
}

/** Runs what has to be done behind `work` even if that failed; of two errors the first is the other's context. */
function* afterwards(rt: Runtime, failure: Ref, work: () => Steps<void>): Steps<Ref> {
  try {
    yield* work();
    return failure;
  } catch (error) {
    const later = caught(rt, error);
    if (failure === NULL) return later;
    try {
      return chain(rt, later, failure);
    } catch (chained) {
      return caught(rt, chained);
    }
  }
}

/** Mirrors task_eager_start(): 1 the task is the current one, in its context; 2 its step; 3 everything as it was. */
function* startEagerly(rt: Runtime, self: Ref): Steps<void> {
  const { heap } = rt;
  const task = taskOf(rt, self);
  const { loop, context } = task;
  // 1
  const before = yield* swapTask(rt, loop, self);
  let failure = NULL;
  try {
    yield* registerEagerTask(rt, self);
    yield* enterContext(rt, context);
    // 2
    failure = yield* afterwards(rt, NULL, function* () {
      heap.decref(yield* runStep(rt, self, NULL));
    });
    // 3
    failure = yield* afterwards(rt, failure, function* () {
      heap.decref(yield* swapTask(rt, loop, before));
    });
  } finally {
    heap.decref(before);
  }
  failure = yield* afterwards(rt, failure, () => unregisterEagerTask(rt, self));
  exitContext(rt, context);
  if (task.state === FutureState.PENDING) failure = yield* afterwards(rt, failure, () => registerTask(rt, self));
  else replace(rt, task, 'coroutine', NULL);
  if (failure === NULL) return;
  if (asyncioOf(rt.profile.version).checksInit) task.logDestroyPending = false;
  rethrow(rt, failure);
}

/** Mirrors _asyncio_Task_cancel_impl(): what the task waits for is cancelled, else its next step is told. */
function* cancelTask(rt: Runtime, self: Ref, message: Ref): Steps<Ref> {
  const { heap } = rt;
  const task = taskOf(rt, self);
  task.logTraceback = false;
  if (task.state !== FutureState.PENDING) return FALSE;
  task.cancelsRequested++;
  if (task.waiter !== NULL) {
    const waiter = heap.incref(task.waiter);
    try {
      const answer = yield* callMethod(rt, waiter, 'cancel', message);
      const done = yield* truth(rt, answer);
      heap.decref(answer);
      if (done) return TRUE;
    } finally {
      heap.decref(waiter);
    }
  }
  task.mustCancel = true;
  setCancelMessage(rt, self, message);
  return TRUE;
}

/** Mirrors _asyncio_Task_uncancel_impl(). */
function uncancel(rt: Runtime, self: Ref): Ref {
  const task = taskOf(rt, self);
  if (task.cancelsRequested > 0) {
    task.cancelsRequested--;
    if (task.cancelsRequested === 0 && asyncioOf(rt.profile.version).uncancelTakesBack) task.mustCancel = false;
  }
  return rt.newInt(task.cancelsRequested);
}

/** Mirrors TaskObj_finalize(). */
function* finalizeTask(rt: Runtime, self: Ref): Steps<Ref> {
  const task = taskOf(rt, self);
  if (task.state === FutureState.PENDING && task.logDestroyPending) {
    yield* callExceptionHandler(rt, task.loop, 'Task was destroyed but it is pending!', [
      ['task', self],
      ['source_traceback', task.sourceTraceback],
    ]);
  }
  return yield* finalizeFuture(rt, self);
}

const unsettable = (name: string): NativeFunction => native(name, `${name === 'set_result' ? 'result' : 'exception'}, /`, (rt) => raise(rt, RUNTIME_ERROR, `Task does not support ${name} operation`));

const ownAttributes: readonly NativeAttribute[] = [
  {
    name: '_log_destroy_pending',
    get: (rt, self) => rt.newBool(taskOf(rt, self).logDestroyPending),
    set: (rt, self, value) => begin(rt, setLogDestroyPending(rt, self, value)),
  },
  { name: '_must_cancel', get: (rt, self) => rt.newBool(taskOf(rt, self).mustCancel) },
  { name: '_coro', get: (rt, self) => orNone(rt, taskOf(rt, self).coroutine) },
  { name: '_fut_waiter', get: (rt, self) => orNone(rt, taskOf(rt, self).waiter) },
];

function* setLogDestroyPending(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  if (value === NULL) cannotDelete(rt, self, '_log_destroy_pending');
  taskOf(rt, self).logDestroyPending = yield* truth(rt, value);
  return NULL;
}

const signature = (hasEager: boolean): string => `coro, *, loop=None, name=None, context=None${hasEager ? ', eager_start=False' : ''}`;

defineType({
  handle: TASK,
  name: 'Task',
  module: '_asyncio',
  base: FUTURE,
  addsLayout: true,
  flags: futureFlags,
  layout: taskLayout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new TaskObject()),
    tp_init: (rt, self, args, keywords) => {
      const [coroutine = NULL, loop = NULL, name = NULL, context = NULL, eager = NULL] = bind(rt, 'Task', signature(asyncioOf(rt.profile.version).hasEagerTasks), args, keywords);
      return begin(rt, initTask(rt, self, [coroutine, loop, name, context, eager]));
    },
    tp_repr: (rt, self) => begin(rt, call(held(rt, Held.TASK_REPR), [self])),
    tp_iter: newFutureIter,
    am_await: newFutureIter,
    tp_finalize: (rt, self) => {
      const { state, logDestroyPending, logTraceback } = taskOf(rt, self);
      return logTraceback || (state === FutureState.PENDING && logDestroyPending) ? begin(rt, finalizeTask(rt, self)) : NULL;
    },
  },
  methods: [
    sharedMethods.result,
    sharedMethods.exception,
    sharedMethods.addDoneCallback,
    sharedMethods.removeDoneCallback,
    sharedMethods.cancelled,
    sharedMethods.done,
    unsettable('set_result'),
    unsettable('set_exception'),
    suspending('cancel', 'msg=None', (rt, self, [message]) => cancelTask(rt, self, message === NULL ? NONE : message!)),
    native('cancelling', '', (rt, self) => rt.newInt(taskOf(rt, self).cancelsRequested)),
    native('uncancel', '', uncancel),
    suspending('get_stack', '*, limit=None', (rt, self, [limit]) => call(held(rt, Held.GET_STACK), [self, limit === NULL ? NONE : limit!])),
    suspending('print_stack', '*, limit=None, file=None', (rt, self, [limit, file]) =>
      call(held(rt, Held.PRINT_STACK), [self, limit === NULL ? NONE : limit!, file === NULL ? NONE : file!]),
    ),
    sharedMethods.makeCancelledError,
    native('get_name', '', (rt, self) => orNone(rt, taskOf(rt, self).name)),
    suspending('set_name', 'value, /', function* (rt, self, [value]) {
      const name = rt.heap.type[value!] === STR ? rt.heap.incref(value!) : yield* settle(rt, str(rt, value!));
      replace(rt, taskOf(rt, self), 'name', name);
      return NONE;
    }),
    native('get_coro', '', (rt, self) => orNone(rt, taskOf(rt, self).coroutine)),
    { ...native('get_context', '', (rt, self) => orNone(rt, taskOf(rt, self).context)), versions: '12-' },
    sharedMethods.classGetItem,
  ],
  attributes: [...sharedAttributes.map((attribute): NativeAttribute => ({ ...attribute, versions: '-13' })), ...ownAttributes],
});
