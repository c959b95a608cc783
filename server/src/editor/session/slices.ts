/**
 * Runs a job in slices of a few milliseconds. Between two slices the thread's other messages get their turn, so
 * a newer request can cancel the run and a hover is answered at once, with no shared memory.
 */
import { analyze, type Analysis } from '../../analysis/analyze.ts';
import { hover } from '../../analysis/hover.ts';
import { startRun, type Library } from '../../engine/engine.ts';
import type { PythonVersion } from '../../engine/journal/record.ts';
import type { Findings, Job, Outcome, ReadBeside, Runner } from './job.ts';

export interface SliceHost {
  /** Lets every message that waits be handled, then continues. */
  readonly pause: () => Promise<void>;
  readonly readBeside: ReadBeside;
  /** What is in a folder on disk, or in a folder in it; folders have a slash behind their name. */
  readonly listBeside: (folder: string, below: string) => readonly string[];
  /** The standard library of a version. */
  readonly library: (version: PythonVersion) => Library | Promise<Library>;
}

export type Finished =
  | { readonly kind: 'analysed'; readonly analysis: Analysis; readonly findings: Findings }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };

const sliceMilliseconds = 4;
const firstSlice = 2_000;
const shortestSlice = 100;
const progressMilliseconds = 100;

export async function runInSlices(
  job: Job,
  host: SliceHost,
  signal: { readonly aborted: boolean },
  onProgress: (steps: number) => void,
): Promise<Finished> {
  const sources = new Map([[job.main.path, job.main.source]]);
  const modules = new Set<string>();

  try {
    const library = await host.library(job.version);
    const run = startRun({
      main: job.main,
      version: job.version,
      library,
      stepLimit: job.stepLimit,
      memoryLimit: job.memoryLimit,
      observe: true,
      listFolder: (below) => [...new Set([...[...job.openModules.keys()].filter(() => below === '').map((name) => `${name}.py`), ...(job.folder === null ? [] : host.listBeside(job.folder, below))])],
      readModule: (name) => {
        modules.add(name);
        const open = job.openModules.get(name);
        const found = open ?? (job.folder === null ? null : host.readBeside(job.folder, name));
        if (found !== null) sources.set(found.path, found.source);
        return found;
      },
    });

    let slice = firstSlice;
    let reported = performance.now();
    for (;;) {
      const before = performance.now();
      const progress = run.run(slice);
      const now = performance.now();
      await host.pause();
      if (signal.aborted) return { kind: 'cancelled' };
      if (progress.state === 'finished') {
        const analysis = analyze(progress.result, sources);
        return { kind: 'analysed', analysis, findings: { diagnostics: analysis.diagnostics, sources, modules: [...modules] } };
      }
      slice = nextSlice(slice, now - before);
      if (now - reported >= progressMilliseconds) {
        reported = now;
        onProgress(progress.steps);
      }
    }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The number of steps that should take one slice's time, from how long the last one took; at most doubled. */
function nextSlice(steps: number, elapsed: number): number {
  const ratio = sliceMilliseconds / Math.max(elapsed, 0.1);
  return Math.max(shortestSlice, Math.floor(steps * Math.min(ratio, 2)));
}

/** Runs jobs in the server's own thread: what a browser does, where nested workers are not to be relied on. */
export class InProcessRunner implements Runner {
  readonly #host: SliceHost;

  constructor(host: SliceHost) {
    this.#host = host;
  }

  async run(job: Job, signal: AbortSignal, onProgress: (steps: number) => void): Promise<Outcome> {
    await this.#host.pause();
    if (signal.aborted) return { kind: 'cancelled' };
    const finished = await runInSlices(job, this.#host, signal, onProgress);
    if (finished.kind !== 'analysed') return finished;
    const { analysis, findings } = finished;
    return {
      kind: 'analysed',
      report: { ...findings, hover: async (file, offset) => ({ kind: 'answer', hover: hover(analysis, file, offset) }) },
    };
  }

  dispose(): void {
    // Nothing is held between two runs.
  }
}
