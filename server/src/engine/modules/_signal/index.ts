import { NONE, OS_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { OpenFlag } from '../../files/descriptors.ts';
import { cInt } from '../../objects/arguments.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, throwException } from '../../objects/core/errors.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { collect, equals, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { newBuiltinFunction } from '../../objects/descriptors.ts';
import { defineException } from '../../objects/exceptions-base.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { newSet, setAdd } from '../../objects/setops.ts';
import { isInVersion } from '../../versions/ranges.ts';
import { defineModule } from '../core/define.ts';
import { system } from '../posix/system.ts';
import { defineStructSequence } from '../core/structsequence.ts';
import { nanosecondsOf } from '../time/seconds.ts';
import { constants, signalName } from './numbers.ts';
import { defaultIntHandler, deliverSignal, isReserved, isUncatchable, NSIG, SIG_DFL, SIG_IGN, signalState } from './state.ts';

const EINVAL = 22;

/** The same exception under the name that it has since 3.14, and the one before. */
const [ITIMER_ERROR, OLD_ITIMER_ERROR] = ['ItimerError', 'itimer_error'].map((name) => {
  const handle = moduleTypeHandle();
  defineException({ handle, name, module: 'signal', base: OS_ERROR });
  return handle;
}) as [Ref, Ref];

const itimerError = (rt: Runtime): Ref => (isInVersion('14-', rt.profile.version) ? ITIMER_ERROR : OLD_ITIMER_ERROR);

const siginfo = defineStructSequence('signal', 'struct_siginfo', 'si_signo si_code si_errno si_pid si_uid si_status si_band', { callable: true });

function* signalNumber(rt: Runtime, object: Ref): Steps<number> {
  const signal = yield* cInt(rt, object);
  if (signal < 1 || signal >= NSIG) raise(rt, VALUE_ERROR, 'signal number out of range');
  return signal;
}

/** Mirrors signal_signal_impl(): answers the old handler. */
function* setHandler(rt: Runtime, signalArg: Ref, handler: Ref): Steps<Ref> {
  const signal = yield* signalNumber(rt, signalArg);
  let stored = handler;
  if (rt.typeOf(handler).slots.tp_call === undefined) {
    if (yield* equals(rt, handler, rt.newInt(SIG_IGN))) stored = rt.newInt(SIG_IGN);
    else if (yield* equals(rt, handler, rt.newInt(SIG_DFL))) stored = rt.newInt(SIG_DFL);
    else raise(rt, TYPE_ERROR, 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
  }
  if (isUncatchable(signal)) raiseOsError(rt, EINVAL);
  const { handlers } = signalState(rt);
  const old = handlers[signal] ?? NONE;
  handlers[signal] = rt.heap.incref(stored);
  return old;
}

function* getHandler(rt: Runtime, signalArg: Ref): Steps<Ref> {
  const signal = yield* signalNumber(rt, signalArg);
  return rt.heap.incref(signalState(rt).handlers[signal] ?? NONE);
}

function* raiseSignal(rt: Runtime, signalArg: Ref): Steps<Ref> {
  const signal = yield* cInt(rt, signalArg);
  if (signal === 0) return NONE;
  if (signal < 0 || signal >= NSIG) raiseOsError(rt, EINVAL);
  yield* deliverSignal(rt, signal);
  return NONE;
}

function* signalSet(rt: Runtime, signals: Iterable<number>): Steps<Ref> {
  const set = newSet(rt);
  for (const signal of signals) yield* settle(rt, setAdd(rt, set, rt.newInt(signal)));
  return set;
}

/** Mirrors signal_pthread_sigmask_impl(). */
function* setMask(rt: Runtime, howArg: Ref, signals: Ref): Steps<Ref> {
  const how = yield* cInt(rt, howArg);
  const items = yield* collect(rt, signals);
  const given: number[] = [];
  try {
    for (const item of items) given.push(yield* cInt(rt, item));
  } finally {
    for (const item of items) rt.heap.decref(item);
  }
  const wrong = given.find((signal) => signal < 1 || signal >= NSIG);
  if (wrong !== undefined) raise(rt, VALUE_ERROR, `signal number ${wrong} out of range [1; ${NSIG - 1}]`);
  const { blocked } = signalState(rt);
  const old = yield* signalSet(rt, [...blocked].sort((a, b) => a - b));
  if (how < 0 || how > 2) raiseOsError(rt, EINVAL);
  if (how === 2) blocked.clear();
  for (const signal of given) {
    if (how === 1) blocked.delete(signal);
    else if (!isUncatchable(signal)) blocked.add(signal);
  }
  return old;
}

/** Mirrors signal_set_wakeup_fd(): answers the descriptor before. */
function* setWakeup(rt: Runtime, fdArg: Ref, warnsArg: Ref): Steps<Ref> {
  const fd = yield* cInt(rt, fdArg);
  const warns = warnsArg === NULL || (yield* truth(rt, warnsArg));
  if (!rt.inMainThread) raise(rt, VALUE_ERROR, 'set_wakeup_fd only works in main thread of the main interpreter');
  if (fd !== -1) {
    const blocks = system(rt, () => (rt.files.descriptors.file(fd).flags & OpenFlag.NONBLOCK) === 0);
    if (blocks) raise(rt, VALUE_ERROR, `the fd ${fd} must be in non-blocking mode`);
  }
  const state = signalState(rt);
  const before = state.wakeup;
  state.wakeup = fd;
  state.warnsOfFullBuffer = warns;
  return rt.newInt(before);
}

/** A timer that is not set: there is none that could fire. */
function* timer(rt: Runtime, which: Ref): Steps<Ref> {
  const kind = yield* cInt(rt, which);
  if (kind < 0 || kind > 2) {
    const text = rt.newStr('Invalid argument');
    const exception = yield* call(itimerError(rt), [rt.newInt(EINVAL), text]);
    rt.heap.decref(text);
    throwException(rt, exception);
  }
  return newTuple(rt, [rt.newFloat(0), rt.newFloat(0)]);
}

/** Functions that wait for a signal, or arrange for one that comes later. */
const waiting = ['pause', 'sigwait', 'sigwaitinfo', 'sigtimedwait', 'pidfd_send_signal', 'pthread_kill'].map((name) =>
  native(name, '*args, **kwargs', () => unsupported(`signal.${name}`)),
);

const functions: readonly NativeFunction[] = [
  ...waiting,
  suspending('signal', 'signalnum, handler, /', (rt, _module, [signal, handler]) => setHandler(rt, signal!, handler!)),
  suspending('getsignal', 'signalnum, /', (rt, _module, [signal]) => getHandler(rt, signal!)),
  suspending('raise_signal', 'signalnum, /', (rt, _module, [signal]) => raiseSignal(rt, signal!)),
  suspending('strsignal', 'signalnum, /', function* (rt, _module, [signalArg]) {
    const signal = yield* signalNumber(rt, signalArg!);
    return isReserved(signal) ? NONE : rt.newStr(signalName(signal));
  }),
  suspending('valid_signals', '', (rt) => signalSet(rt, Array.from({ length: NSIG - 1 }, (_, i) => i + 1).filter((signal) => !isReserved(signal)))),
  suspending('set_wakeup_fd', 'fd, /, *, warn_on_full_buffer=True', (rt, _module, [fd, warns]) => setWakeup(rt, fd!, warns!)),
  suspending('alarm', 'seconds, /', function* (rt, _module, [seconds]) {
    if ((yield* cInt(rt, seconds!)) !== 0) unsupported('signal.alarm');
    return rt.newInt(0);
  }),
  suspending('siginterrupt', 'signalnum, flag, /', function* (rt, _module, [signal]) {
    if (isUncatchable(yield* signalNumber(rt, signal!))) raiseOsError(rt, EINVAL);
    return NONE;
  }),
  suspending('getitimer', 'which, /', (rt, _module, [which]) => timer(rt, which!)),
  suspending('setitimer', 'which, seconds, interval=0.0, /', function* (rt, _module, [which, seconds, interval]) {
    const old = yield* timer(rt, which!);
    const first = yield* nanosecondsOf(rt, seconds!);
    if (interval !== NULL) yield* nanosecondsOf(rt, interval!);
    if (first !== 0) unsupported('signal.setitimer');
    return old;
  }),
  suspending('pthread_sigmask', 'how, mask, /', (rt, _module, [how, mask]) => setMask(rt, how!, mask!)),
  suspending('sigpending', '', (rt) => signalSet(rt, [])),
];

defineModule({
  name: '_signal',
  functions,
  types: [siginfo.type],
  init: (rt, put) => {
    put('ItimerError', rt.heap.incref(itimerError(rt)));
    for (const [name, value] of constants) put(name, rt.newInt(value));
    const handler = signalState(rt).handlers[2] ?? NULL;
    put('default_int_handler', handler === NULL ? newBuiltinFunction(rt, defaultIntHandler, NULL, 'default_int_handler', '_signal') : rt.heap.incref(handler));
  },
});

