import { TRUE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { waitFor, type Steps } from '../../objects/core/suspend.ts';
import { threadModuleState } from '../../objects/core/threadstate.ts';

/** How far a thread has come, apart from the object that shows it (ThreadHandle in C, 3.13 and later). */
export class ThreadLife {
  state: 'not started' | 'running' | 'done' = 'not started';
  ident = 0;
  /** Idents of the threads that wait for its end. */
  readonly waiters: number[] = [];
}

/** The thread is over, or is said to be. */
export function finishLife(rt: Runtime, life: ThreadLife): void {
  life.state = 'done';
  for (const waiter of [...life.waiters]) rt.hooks.wakeThread(rt, waiter, TRUE);
}

/** Waits for the end of a thread; false where the time was up before. */
export function* awaitEnd({ state, waiters }: ThreadLife, timeout: number): Steps<boolean> {
  return state === 'done' || (yield* waitFor(waiters, timeout)) === TRUE;
}

class ThreadsState implements ModuleState {
  stackSize = 0;
  /** Threads that run, but for the main one. */
  running = 0;
  /** Those that the exit waits for, the oldest first (3.13 and later). */
  awaited: ThreadLife[] = [];

  traverse(): void {
    // Holds no references.
  }
}

export const threadsState = (rt: Runtime): ThreadsState => moduleState(rt, '_thread', () => new ThreadsState());

/** What the module keeps for each thread. */
export class OwnState implements ModuleState {
  /** The weak reference to the lock that `_set_sentinel` made for this thread; owned, or NULL. */
  sentinel: Ref = NULL;
  /** The thread-local objects in which this thread has a dict, borrowed, the oldest first. */
  readonly locals: Ref[] = [];

  traverse(visit: (ref: Ref) => void): void {
    if (this.sentinel !== NULL) visit(this.sentinel);
  }
}

export const ownState = (rt: Runtime): OwnState => threadModuleState(rt, '_thread', () => new OwnState());
