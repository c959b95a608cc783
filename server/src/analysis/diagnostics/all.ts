/** Every diagnostic of a run, in source order. */
import type { Facts } from '../facts.ts';
import { expectations } from '../expectations.ts';
import { lineKey } from '../facts.ts';
import { cycleNeedsCollector } from './cycle-needs-collector.ts';
import type { Code, Diagnostic } from './diagnostic.ts';
import { deadlock } from './deadlock.ts';
import { expectationFailed, objection } from './expectation-failed.ts';
import { finalizerErrorUnheard } from './finalizer-error-unheard.ts';
import { finalizerFails } from './finalizer-fails.ts';
import { finalizerFailsAtExit } from './finalizer-fails-at-exit.ts';
import { finalizerNeverRuns } from './finalizer-never-runs.ts';
import { freedOnlyAtExit } from './freed-only-at-exit.ts';
import { hardExitSkipsCleanup } from './hard-exit-skips-cleanup.ts';
import { resurrected } from './resurrected.ts';
import { memoryLimit, stepLimit } from './stopped.ts';
import { survivesExit } from './survives-exit.ts';
import { syntaxError } from './syntax-error.ts';
import { uncaughtException } from './uncaught-exception.ts';
import { unsupportedFeature, unsupportedModule } from './unsupported.ts';

const RULES: readonly ((facts: Facts) => readonly Diagnostic[])[] = [
  syntaxError,
  unsupportedFeature,
  unsupportedModule,
  stepLimit,
  memoryLimit,
  deadlock,
  expectationFailed,
  uncaughtException,
  hardExitSkipsCleanup,
  survivesExit,
  finalizerNeverRuns,
  finalizerFails,
  finalizerFailsAtExit,
  finalizerErrorUnheard,
  resurrected,
  cycleNeedsCollector,
  freedOnlyAtExit,
];

/** What an expectation that holds makes known: no need to warn of it, so that a scenario can serve as a test. */
const FATE_CODES: ReadonlySet<Code> = new Set(['survives-exit', 'finalizer-never-runs', 'cycle-needs-collector', 'freed-only-at-exit']);

export function diagnosticsOf(facts: Facts): readonly Diagnostic[] {
  const expected = new Set(expectations(facts).filter((expectation) => objection(facts, expectation) === null).map(({ place }) => lineKey(place)));
  return RULES.flatMap((rule) => rule(facts))
    .map((found): Diagnostic => (FATE_CODES.has(found.code) && expected.has(lineKey(found.place)) ? { ...found, severity: 'hint' } : found))
    .sort((a, b) => inFileOrder(facts, a) - inFileOrder(facts, b) || compare(a.place.file, b.place.file) || a.place.start - b.place.start);
}

/** The scenario's own file comes first. */
function inFileOrder({ result }: Facts, { place }: Diagnostic): number {
  return place.file === result.file ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
