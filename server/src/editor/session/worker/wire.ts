/** What the server's main thread and the engine's thread say to each other. */
import type { Findings, HoverReply, Job } from '../job.ts';

export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly job: Job }
  | { readonly type: 'cancel'; readonly id: number }
  /** Asks about the run with the number `report`. */
  | { readonly type: 'hover'; readonly id: number; readonly report: number; readonly file: string; readonly offset: number };

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly steps: number }
  | { readonly type: 'settled'; readonly id: number; readonly result: Result }
  | { readonly type: 'hover'; readonly id: number; readonly reply: HoverReply };

/** How a run ended; the analysis itself stays in the engine's thread. */
export type Result =
  | { readonly kind: 'analysed'; readonly findings: Findings }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };
