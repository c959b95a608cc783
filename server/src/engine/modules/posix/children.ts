import { Errno } from '../../files/errors.ts';
import { NONE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { cInt } from '../../objects/arguments.ts';
import { monotonicNow } from '../../objects/core/clock.ts';
import { newTuple } from '../../objects/core/make.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { waitFor, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';

/** A process that sleeps and then ends, which is all that a child of the program can do. */
interface Child {
  /** When it ends by itself, by the monotonic clock. */
  ends: bigint;
  status: number;
}

/** The children that nobody has waited for. */
class Children implements ModuleState {
  readonly byPid = new Map<number, Child>();
  last = 4242;

  traverse(): void {
    // Processes are no objects.
  }
}

const childrenOf = (rt: Runtime): Children => moduleState<Children>(rt, 'posix.children', () => new Children());

/** Starts a process that sleeps for so many seconds. */
export function startSleeping(rt: Runtime, seconds: number): number {
  const children = childrenOf(rt);
  const pid = ++children.last;
  children.byPid.set(pid, { ends: monotonicNow(rt) + BigInt(Math.round(seconds * 1e9)), status: 0 });
  return pid;
}

const NO_HANG = 1;

/** The status of a child that has ended, with which it is gone; null as long as it runs. */
function* reap(rt: Runtime, pid: number, options: number): Steps<number | null> {
  if (pid <= 0 && childrenOf(rt).byPid.size > 0) unsupported('waiting for any process');
  for (;;) {
    const child = childrenOf(rt).byPid.get(pid);
    if (child === undefined) raiseOsError(rt, Errno.ECHILD);
    const left = child.ends - monotonicNow(rt);
    if (left <= 0n) {
      childrenOf(rt).byPid.delete(pid);
      return child.status;
    }
    if ((options & NO_HANG) !== 0) return null;
    yield* waitFor(null, Number(left));
  }
}

function kill(rt: Runtime, pid: number, signal: number): Ref {
  const child = childrenOf(rt).byPid.get(pid);
  if (child === undefined) return unsupported('processes (os.kill)');
  if (signal === 0 || child.ends <= monotonicNow(rt)) return NONE;
  if (![2, 9, 15].includes(signal)) unsupported(`sending the signal ${signal} to a process`);
  child.ends = monotonicNow(rt);
  child.status = signal;
  return NONE;
}

export const childFunctions: readonly NativeFunction[] = [
  suspending('waitpid', 'pid, options, /', function* (rt, _module, [pidArgument, optionsArgument]) {
    const pid = yield* cInt(rt, pidArgument!);
    const status = yield* reap(rt, pid, yield* cInt(rt, optionsArgument!));
    return status === null ? newTuple(rt, [rt.newInt(0), rt.newInt(0)]) : newTuple(rt, [rt.newInt(pid), rt.newInt(status)]);
  }),
  suspending('kill', 'pid, signal, /', function* (rt, _module, [pid, signal]) {
    return kill(rt, yield* cInt(rt, pid!), yield* cInt(rt, signal!));
  }),
];
