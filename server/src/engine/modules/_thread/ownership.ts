import { FALSE, TRUE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { nanosecondsPerStep } from '../../objects/core/clock.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { waitFor, type Steps } from '../../objects/core/suspend.ts';

/** Until the system has woken a thread, one that runs can take the lock again. */
const wakeUpSteps = 50_000 / nanosecondsPerStep;

/** What locks of both kinds have: who holds it, and the threads that wait for it by their idents, the first first. */
export abstract class Ownership {
  readonly waiters: number[] = [];
  private releasedAt = 0;

  abstract isHeld(): boolean;
  /** The thread, which waited, holds it now. */
  protected abstract give(ident: number): void;

  /** The running thread has let it go. */
  released(rt: Runtime): void {
    if (this.waiters.length === 0) return;
    this.releasedAt = rt.hooks.steps(rt);
    rt.hooks.threadReleased(rt, { handOver: () => this.handOver(rt) });
  }

  private handOver(rt: Runtime): void {
    const [first] = this.waiters;
    if (this.isHeld() || first === undefined) return;
    this.give(first);
    rt.hooks.wakeThread(rt, first, TRUE);
  }

  /** Waits until the running thread may have it; False where that took longer than `timeout` nanoseconds. */
  *await(rt: Runtime, timeout: number): Steps<Ref> {
    if (!this.isHeld() && this.waiters.length !== 0 && rt.hooks.steps(rt) - this.releasedAt > wakeUpSteps) this.handOver(rt);
    if (!this.isHeld()) {
      this.give(rt.thread.ident);
      return TRUE;
    }
    return timeout === 0 ? FALSE : yield* waitFor(this.waiters, timeout);
  }
}
