/**
 * Gives jobs to the engine one at a time, the latest first: that is the text a person is looking at. A job whose
 * text has changed meanwhile is dropped without being run.
 */
import type { Job, Outcome, Runner } from './job.ts';

interface Entry {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly onProgress: (steps: number) => void;
  readonly settle: (outcome: Outcome) => void;
}

export class EngineQueue {
  readonly #runner: Runner;
  #waiting: Entry[] = [];
  #busy = false;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  run(job: Job, signal: AbortSignal, onProgress: (steps: number) => void): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ job, signal, onProgress, settle });
      void this.#drain();
    });
  }

  dispose(): void {
    this.#runner.dispose();
  }

  async #drain(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    // Edits that have already arrived are taken in before a run starts.
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (let entry = this.#waiting.pop(); entry !== undefined; entry = this.#waiting.pop()) {
      entry.settle(
        entry.signal.aborted ? { kind: 'cancelled' } : await this.#runner.run(entry.job, entry.signal, entry.onProgress),
      );
      this.#waiting = this.#waiting.filter((waiting) => {
        if (waiting.signal.aborted) waiting.settle({ kind: 'cancelled' });
        return !waiting.signal.aborted;
      });
    }
    this.#busy = false;
  }
}
