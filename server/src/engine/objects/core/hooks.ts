import type { Ref } from '../../heap/ref.ts';
import type { UnraisableSource } from '../../versions/errors.ts';
import type { Runtime } from './runtime.ts';
import type { Steps } from './suspend.ts';
import type { Released, ThreadState } from './threadstate.ts';

/** What a layer asks of those above it, which it does not import. The run sets `Runtime.hooks` before the first import. */
export interface Hooks {
  /** The module `_frozen_importlib`, borrowed. */
  importlib(rt: Runtime): Ref;
  /** Imports a module by its absolute name: what a type written in C leaves to a module in Python. A new reference. */
  importModule(rt: Runtime, name: string): Steps<Ref>;
  /** What a lazy import stands for, which is imported now. A new reference. */
  resolveLazily(rt: Runtime, lazy: Ref): Steps<Ref>;
  /** Ends the process at once, with no exit phases. */
  hardExit(status: number): never;
  /** Reports an exception that nobody can catch, whose reference it takes. `what` is borrowed, or NULL. */
  unraisable(rt: Runtime, source: UnraisableSource, what: Ref, exception: Ref): Steps<void>;
  /** Prints an exception with its traceback to `sys.stderr`, as at the top level; the exception is borrowed. */
  printException(rt: Runtime, exception: Ref): Steps<void>;
  /** Issues a warning: see `warn.ts`. */
  warn(rt: Runtime, category: Ref, message: string, stackLevel: number, source: Ref): Steps<void>;
  /** Issues a warning about a place in a text, which no frame runs (PyErr_WarnExplicitObject). */
  warnAt(rt: Runtime, category: Ref, message: string, filename: string, line: number, module: Ref): Steps<void>;
  /** Warns of a coroutine that dies without having been awaited; an error in that is reported, not raised. */
  warnUnawaited(rt: Runtime, coroutine: Ref): Steps<void>;
  /** A line of a source file as it is shown of a warning; null where there is none. */
  sourceLine(rt: Runtime, filename: string, line: number): string | null;
  /** Makes a thread that begins with these steps, in its turn. */
  startThread(rt: Runtime, thread: ThreadState, steps: Steps<Ref>): void;
  /** Gives a waiting thread what it waits for. */
  wakeThread(rt: Runtime, ident: number, answer: Ref): void;
  /** The running thread has let go what others wait for: it is handed over when it next stops. */
  threadReleased(rt: Runtime, lock: Released): void;
  /** Instructions executed so far: the virtual clock runs by them. */
  steps(rt: Runtime): number;
}
