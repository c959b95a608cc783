/** Runs jobs in another thread, which is ended and replaced when it does not answer. */
import type { HoverReply, Job, Outcome, Report, Runner } from '../job.ts';
import type { FromWorker, Result, ToWorker } from './wire.ts';

/** The other thread, as the platform gives it. */
export interface EngineThread {
  post(message: ToWorker): void;
  terminate(): void;
}

export interface ThreadEvents {
  readonly message: (message: FromWorker) => void;
  /** The thread is gone: it ran out of memory, or the engine is broken. */
  readonly failed: (message: string) => void;
}

export interface Patience {
  /** How long a cancelled run may take to stop before its thread is replaced. */
  readonly graceMilliseconds: number;
  /** How long a run may be silent before its thread is replaced. */
  readonly silenceMilliseconds: number;
}

interface Current {
  readonly id: number;
  readonly onProgress: (steps: number) => void;
  readonly settle: (result: Result) => void;
  heard: number;
}

export class WorkerRunner implements Runner {
  readonly #spawn: (events: ThreadEvents) => EngineThread;
  readonly #patience: Patience;
  #thread: EngineThread | null = null;
  #current: Current | null = null;
  #hovers = new Map<number, (reply: HoverReply) => void>();
  #lastId = 0;

  constructor(spawn: (events: ThreadEvents) => EngineThread, patience: Patience) {
    this.#spawn = spawn;
    this.#patience = patience;
    this.#start();
  }

  run(job: Job, signal: AbortSignal, onProgress: (steps: number) => void): Promise<Outcome> {
    if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
    const id = ++this.#lastId;
    const thread = this.#thread ?? this.#start();
    return new Promise((resolve) => {
      let grace: ReturnType<typeof setTimeout> | undefined;
      const silence = setInterval(() => {
        if (performance.now() - current.heard < this.#patience.silenceMilliseconds) return;
        this.#replace({ kind: 'failed', message: 'the engine stopped answering and was started again' });
      }, this.#patience.silenceMilliseconds / 4);
      const cancel = (): void => {
        thread.post({ type: 'cancel', id });
        grace = setTimeout(() => this.#replace({ kind: 'cancelled' }), this.#patience.graceMilliseconds);
      };
      const current: Current = {
        id,
        onProgress,
        heard: performance.now(),
        settle: (result) => {
          clearTimeout(grace);
          clearInterval(silence);
          signal.removeEventListener('abort', cancel);
          this.#current = null;
          resolve(result.kind === 'analysed' ? { kind: 'analysed', report: this.#report(thread, id, result) } : result);
        },
      };
      this.#current = current;
      signal.addEventListener('abort', cancel);
      thread.post({ type: 'run', id, job });
    });
  }

  dispose(): void {
    this.#lose({ kind: 'cancelled' });
  }

  #report(thread: EngineThread, report: number, { findings }: Extract<Result, { kind: 'analysed' }>): Report {
    return {
      ...findings,
      hover: (file, offset) => {
        if (thread !== this.#thread) return Promise.resolve({ kind: 'forgotten' });
        const id = ++this.#lastId;
        return new Promise((resolve) => {
          this.#hovers.set(id, resolve);
          thread.post({ type: 'hover', id, report, file, offset });
        });
      },
    };
  }

  #start(): EngineThread {
    const thread: EngineThread = this.#spawn({
      message: (message) => {
        if (thread === this.#thread) this.#receive(message);
      },
      failed: (message) => {
        if (thread === this.#thread) this.#lose({ kind: 'failed', message });
      },
    });
    this.#thread = thread;
    return thread;
  }

  #replace(result: Result): void {
    this.#lose(result);
    this.#start();
  }

  /** Nothing that the thread knew is known any more. */
  #lose(result: Result): void {
    this.#thread?.terminate();
    this.#thread = null;
    for (const answer of this.#hovers.values()) answer({ kind: 'forgotten' });
    this.#hovers.clear();
    this.#current?.settle(result);
  }

  #receive(message: FromWorker): void {
    if (message.type === 'hover') {
      this.#hovers.get(message.id)?.(message.reply);
      this.#hovers.delete(message.id);
      return;
    }
    const current = this.#current;
    if (current?.id !== message.id) return;
    current.heard = performance.now();
    if (message.type === 'progress') current.onProgress(message.steps);
    else current.settle(message.result);
  }
}
