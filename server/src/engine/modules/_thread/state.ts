import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** What `get_ident()` answers in the main thread, the only one: an address, as pthread_self() gives. */
export const MAIN_IDENT = 0x7f5a1c0d2740;
/** `get_native_id()` of the main thread is the number of the process. */
export const MAIN_NATIVE_ID = 4242;

class ThreadState implements ModuleState {
  stackSize = 0;
  /** What the system calls the main thread. */
  name = 'python3';
  /** The weak reference to the lock that `_set_sentinel` made for the main thread; owned, or NULL. */
  sentinel: Ref = NULL;

  traverse(visit: (ref: Ref) => void): void {
    if (this.sentinel !== NULL) visit(this.sentinel);
  }
}

export const threadState = (rt: Runtime): ThreadState => moduleState(rt, '_thread', () => new ThreadState());
