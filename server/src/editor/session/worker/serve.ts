/** The worker's side: one job at a time, with an ear for other messages between two slices. */
import type { Analysis } from '../../../analysis/analyze.ts';
import { hover } from '../../../analysis/hover.ts';
import type { Job } from '../job.ts';
import { runInSlices, type SliceHost } from '../slices.ts';
import type { FromWorker, ToWorker } from './wire.ts';

/** Analyses that are kept, so that hovers can be answered from them. */
const remembered = 8;

/** Answers how to handle a message of the server's main thread. */
export function serveJobs(host: SliceHost, post: (message: FromWorker) => void): (message: ToWorker) => void {
  /** The ones used last come last. */
  const analyses = new Map<number, Analysis>();
  let running: { readonly id: number; aborted: boolean } | null = null;

  function keep(id: number, analysis: Analysis): void {
    analyses.delete(id);
    analyses.set(id, analysis);
    const [oldest] = analyses.keys();
    if (analyses.size > remembered && oldest !== undefined) analyses.delete(oldest);
  }

  async function run(id: number, job: Job): Promise<void> {
    const signal = { id, aborted: false };
    running = signal;
    const finished = await runInSlices(job, host, signal, (steps) => post({ type: 'progress', id, steps }));
    if (finished.kind === 'analysed') {
      keep(id, finished.analysis);
      post({ type: 'settled', id, result: { kind: 'analysed', findings: finished.findings } });
    } else {
      post({ type: 'settled', id, result: finished });
    }
  }

  return (message) => {
    switch (message.type) {
      case 'run':
        void run(message.id, message.job);
        return;
      case 'cancel':
        if (running?.id === message.id) running.aborted = true;
        return;
      case 'hover': {
        const { id, report, file, offset } = message;
        const analysis = analyses.get(report);
        if (analysis === undefined) {
          post({ type: 'hover', id, reply: { kind: 'forgotten' } });
          return;
        }
        keep(report, analysis);
        post({ type: 'hover', id, reply: { kind: 'answer', hover: hover(analysis, file, offset) } });
        return;
      }
    }
  };
}
