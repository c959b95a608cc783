import { NONE, RUNTIME_ERROR, SYSTEM_EXIT, TRUE, TYPE_ERROR, VALUE_ERROR, WEAKREF } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { cInt, isTuple, textArgument, withSize } from '../../objects/arguments.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { newWeakReference } from '../../objects/weakref.ts';
import { defineModule } from '../core/define.ts';
import { NSIG, SIGINT, simulateSignal } from '../_signal/state.ts';
import { exceptHookArgs, threadExceptHook } from './excepthook.ts';
import { joinThread, lifeOf, makeThreadHandle, newHandle, THREAD_HANDLE } from './handle.ts';
import { LOCAL } from './local.ts';
import { LOCK, newLock } from './lock.ts';
import { RLOCK } from './rlock.ts';
import { ownState, ThreadLife, threadsState } from './state.ts';
import { startThread } from './thread.ts';
import { TIMEOUT_MAX } from './timeout.ts';

const isCallable = (rt: Runtime, object: Ref): boolean => rt.typeOf(object).slots.tp_call !== undefined;

const starting = (name: string): NativeFunction =>
  native(name, 'function, args, kwargs=, /', (rt, _module, [callable, args, keywords]) => {
    if (!isCallable(rt, callable!)) raise(rt, TYPE_ERROR, 'first arg must be callable');
    if (!isTuple(rt, args!)) raise(rt, TYPE_ERROR, '2nd arg must be a tuple');
    if (keywords !== NULL && !isDict(rt, keywords!)) raise(rt, TYPE_ERROR, 'optional 3rd arg must be a dictionary');
    return rt.newInt(startThread(rt, { callable: callable!, args: args!, keywords: keywords!, life: new ThreadLife(), isAwaited: false }));
  });

function* startJoinable(rt: Runtime, callable: Ref, given: Ref, daemon: Ref): Steps<Ref> {
  if (!isCallable(rt, callable)) raise(rt, TYPE_ERROR, 'thread function must be callable');
  if (given !== NULL && given !== NONE && rt.heap.type[given] !== THREAD_HANDLE) raise(rt, TYPE_ERROR, "'handle' must be a _ThreadHandle");
  const isDaemon = daemon === NULL || (yield* truth(rt, daemon));
  const handle = given === NULL || given === NONE ? newHandle(rt) : rt.heap.incref(given);
  try {
    const life = lifeOf(rt, handle);
    if (life.state !== 'not started') raise(rt, RUNTIME_ERROR, 'thread already started');
    startThread(rt, { callable, args: NULL, keywords: NULL, life, isAwaited: !isDaemon });
    return rt.heap.incref(handle);
  } finally {
    rt.heap.decref(handle);
  }
}

const locking = (name: string): NativeFunction => native(name, '', newLock);

const exiting = (name: string): NativeFunction => native(name, '', (rt) => raiseWith(rt, SYSTEM_EXIT));

/** Mirrors thread_stack_size(): answers the old size. */
function setStackSize(rt: Runtime, size: number): Ref {
  const state = threadsState(rt);
  const old = rt.newInt(state.stackSize);
  const { stackSizes } = modulesOf(rt.profile.version);
  if (size < 0) raise(rt, VALUE_ERROR, stackSizes.negative);
  if (size !== 0 && size < stackSizes.least) raise(rt, VALUE_ERROR, stackSizes.tooSmall(size));
  state.stackSize = size;
  return old;
}

/** Mirrors thread__set_sentinel(): a lock of which the thread keeps a weak reference. */
function setSentinel(rt: Runtime): Ref {
  const state = ownState(rt);
  const old = state.sentinel;
  const lock = newLock(rt);
  state.sentinel = newWeakReference(rt, WEAKREF, lock, NULL);
  rt.heap.xdecref(old);
  return lock;
}

/** Mirrors thread_shutdown(): waits for the threads that are no daemons, and for those that they start meanwhile. */
function* awaitThreads(rt: Runtime): Steps<Ref> {
  for (;;) {
    const life = threadsState(rt).awaited.find(({ ident }) => ident !== rt.thread.ident);
    if (life === undefined) return NONE;
    yield* joinThread(rt, life, Infinity);
  }
}

defineModule({
  name: '_thread',
  functions: [
    starting('start_new_thread'),
    starting('start_new'),
    suspending('start_joinable_thread', 'function, handle=None, daemon=True', (rt, _module, [callable, handle, daemon]) => startJoinable(rt, callable!, handle!, daemon!)),
    native('daemon_threads_allowed', '', () => TRUE),
    locking('allocate_lock'),
    locking('allocate'),
    exiting('exit_thread'),
    exiting('exit'),
    suspending('interrupt_main', 'signum=2, /', function* (rt, _module, [signal]) {
      const number = signal === NULL ? SIGINT : yield* cInt(rt, signal!);
      if (!rt.inMainThread) unsupported('interrupting the main thread from another');
      if (number < 1 || number >= NSIG) raise(rt, VALUE_ERROR, 'signal number out of range');
      yield* simulateSignal(rt, number);
      return NONE;
    }),
    native('get_ident', '', (rt) => rt.newInt(rt.thread.ident)),
    native('get_native_id', '', (rt) => rt.newInt(rt.thread.nativeId)),
    native('_count', '', (rt) => rt.newInt(threadsState(rt).running)),
    native('stack_size', 'size=0, /', (rt, _module, [size]) => (size === NULL ? setStackSize(rt, 0) : withSize(rt, size!, (value) => setStackSize(rt, value)))),
    native('_set_sentinel', '', setSentinel),
    suspending('_excepthook', 'args, /', (rt, _module, [args]) => threadExceptHook(rt, args!)),
    native('_is_main_interpreter', '', () => TRUE),
    suspending('_shutdown', '', awaitThreads),
    native('_make_thread_handle', 'ident, /', (rt, _module, [ident]) => makeThreadHandle(rt, ident!)),
    native('_get_main_thread_ident', '', (rt) => rt.newInt(rt.threads[0]!.ident)),
    native('set_name', 'name', (rt, _module, [name]) => {
      rt.thread.name = textArgument(rt, 'set_name', "argument 'name'", name!).slice(0, 15);
      return NONE;
    }),
    native('_get_name', '', (rt) => rt.newStr(rt.thread.name)),
  ],
  types: [LOCK, RLOCK, LOCAL, THREAD_HANDLE, exceptHookArgs.type],
  init: (rt, put) => {
    put('LockType', rt.heap.incref(LOCK));
    put('error', rt.heap.incref(RUNTIME_ERROR));
    put('TIMEOUT_MAX', rt.newFloat(TIMEOUT_MAX));
    put('_NAME_MAXLEN', rt.newInt(15));
  },
});
