import { Errno, FileError } from '../../files/errors.ts';
import { KEYBOARD_INTERRUPT, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { newBuiltinFunction } from '../../objects/descriptors.ts';
import { frameObject, pythonFrame } from '../../objects/frame.ts';

export const NSIG = 65;
export const SIG_DFL = 0;
export const SIG_IGN = 1;
export const SIGINT = 2;

/** Signals that nobody can handle or ignore: SIGKILL, SIGSTOP, and two that the C library keeps for itself. */
export const isUncatchable = (signal: number): boolean => signal === 9 || signal === 19 || signal === 32 || signal === 33;
export const isReserved = (signal: number): boolean => signal === 32 || signal === 33;

/** Ignored from the start: SIGPIPE, SIGXFSZ. */
const ignoredAtStart: readonly number[] = [13, 25];
/** Those that do nothing to a process that has no handler: SIGCHLD, SIGCONT, SIGURG, SIGWINCH. */
const harmless: readonly number[] = [17, 18, 23, 28];

export const defaultIntHandler = native('default_int_handler', 'signalnum, frame, /', (rt) => raiseWith(rt, KEYBOARD_INTERRUPT));

/** The table of handlers, by number; owned. */
class SignalState implements ModuleState {
  readonly blocked = new Set<number>();
  /** The descriptor that each signal is written to; −1 for none. */
  wakeup = -1;
  warnsOfFullBuffer = true;
  constructor(readonly handlers: Ref[]) {}

  traverse(visit: (ref: Ref) => void): void {
    for (const handler of this.handlers) if (handler !== NULL) visit(handler);
  }
}

function makeState(rt: Runtime): SignalState {
  const handlers: Ref[] = [NULL];
  for (let signal = 1; signal < NSIG; signal++) {
    handlers.push(isReserved(signal) ? NONE : rt.newInt(ignoredAtStart.includes(signal) ? SIG_IGN : SIG_DFL));
  }
  handlers[SIGINT] = newBuiltinFunction(rt, defaultIntHandler, NULL, 'default_int_handler', '_signal');
  return new SignalState(handlers);
}

export const signalState = (rt: Runtime): SignalState => moduleState(rt, '_signal', () => rt.collector.uncounted(() => makeState(rt)));

/** Whether a handler is one of the two numbers that stand for "by default" and "ignored". */
export const isDisposition = (rt: Runtime, handler: Ref, which: number): boolean => handler === rt.newInt(which);

/**
 * What a signal that the process sends to itself does (trip_signal, PyErr_CheckSignals): its handler runs at once, with
 * the running frame. One with no handler that would end the process ends the run.
 */
export function* deliverSignal(rt: Runtime, signal: number): Steps<void> {
  const { heap } = rt;
  const { handlers, blocked } = signalState(rt);
  const handler = handlers[signal] ?? NULL;
  if (blocked.has(signal)) unsupported(`sending the blocked signal ${signal}`);
  if (handler === NULL || handler === NONE || isDisposition(rt, handler, SIG_DFL)) {
    if (!harmless.includes(signal)) unsupported(`the end of the process by signal ${signal}`);
    return;
  }
  if (isDisposition(rt, handler, SIG_IGN)) return;
  writeWakeup(rt, signal);
  const frame = pythonFrame(rt.activation);
  const frameRef = frame === null ? NONE : heap.incref(frameObject(rt, frame));
  const number = rt.newInt(signal);
  heap.incref(handler);
  try {
    if (rt.typeOf(handler).slots.tp_call === undefined) raise(rt, TYPE_ERROR, 'the signal handler is not callable');
    heap.decref(yield* call(handler, [number, frameRef]));
  } finally {
    heap.decref(handler);
    heap.decref(frameRef);
  }
}

/** Mirrors trip_signal(): the signal's number goes to the wakeup descriptor. What cannot be written is lost. */
function writeWakeup(rt: Runtime, signal: number): void {
  const { wakeup, warnsOfFullBuffer } = signalState(rt);
  if (wakeup < 0) return;
  try {
    rt.files.descriptors.write(wakeup, Uint8Array.of(signal));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (warnsOfFullBuffer || error.errno !== Errno.EAGAIN) unsupported('a signal that cannot be written to its wakeup descriptor');
  }
}

/** Mirrors PyErr_SetInterruptEx(): as if the signal had come, but that one without a handler does nothing. */
export function* simulateSignal(rt: Runtime, signal: number): Steps<void> {
  const handler = signalState(rt).handlers[signal] ?? NULL;
  if (handler !== NULL && handler !== NONE && rt.typeOf(handler).slots.tp_call !== undefined) yield* deliverSignal(rt, signal);
}

/** Mirrors _PySignal_Fini(): the exit lets go of the handlers before its collection. */
export function releaseSignals(rt: Runtime): void {
  const { handlers } = signalState(rt);
  const held = handlers.splice(0).filter((handler) => handler !== NULL);
  rt.heap.deaths.drop(held);
}
