import type { Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';
import type { Steps } from './suspend.ts';

/** What built-in modules ask of the machine that runs them. The interpreter sets `Runtime.hooks` before the first import. */
export interface Hooks {
  /** A full collection of `generation` with its callbacks (gc_collect_main); answers how many objects were found. */
  collect(rt: Runtime, generation: number): Steps<number>;
  /** Ends the process at once, with no exit phases. */
  hardExit(status: number): never;
  /** The namespace of the running frame: a new reference (`locals()`). */
  locals(rt: Runtime): Ref;
  /** Reports an exception that nobody can catch, whose reference it takes. `what` is borrowed, or NULL. */
  unraisable(rt: Runtime, source: UnraisableSource, what: Ref, exception: Ref): Steps<void>;
  /** Prints an exception with its traceback to `sys.stderr`, as at the top level; the exception is borrowed. */
  printException(rt: Runtime, exception: Ref): Steps<void>;
  /** Whether the exit has begun to take the runtime apart (`sys.is_finalizing()`). */
  isFinalizing(rt: Runtime): boolean;
  /** Instructions executed so far: the virtual clock runs by them. */
  steps(rt: Runtime): number;
}

/** Where an unraisable exception came from; `ErrorsProfile.unraisable` has the words. */
export type UnraisableSource = 'finalizer' | 'weakrefCallback' | 'generator' | 'gcCallback' | 'atexit' | 'flush';
