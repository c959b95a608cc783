/** From a finished run to what a person is told: the one entry of this folder beside `hover.ts` and `render/`. */
import type { RunResult } from '../engine/journal/record.ts';
import { diagnosticsOf } from './diagnostics/all.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { type Facts, gather } from './facts.ts';

export type { Code, Diagnostic, Related, Severity } from './diagnostics/diagnostic.ts';

/** Plain data, safe to post between threads. */
export interface Analysis extends Facts {
  readonly diagnostics: readonly Diagnostic[];
}

/** `sources` maps each file of the run to its text. */
export function analyze(result: RunResult, sources: ReadonlyMap<string, string>): Analysis {
  const facts = gather(result, sources);
  return { ...facts, diagnostics: diagnosticsOf(facts) };
}
