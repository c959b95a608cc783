/** Holds one run of the engine against the record. */
import type { Outcome } from '../engine.ts';
import type { Fate, Truth } from '../scenarios.ts';

export type Aspect = 'stopped' | 'exit' | 'stdout' | 'stderr' | 'fates' | 'audit';

/** In the order in which they are worth reading: what comes first often explains the rest. */
export const aspects: readonly Aspect[] = ['stopped', 'stderr', 'stdout', 'exit', 'fates', 'audit'];

/** For each aspect lines of text; two runs agree in an aspect when its lines are the same. */
export type Lines = Readonly<Record<Aspect, readonly string[]>>;

/** The record's lines and the run's, ready to be compared. */
export function comparable(truth: Truth, outcome: Outcome): { readonly expected: Lines; readonly actual: Lines } {
  const objects = Object.entries(outcome.objects).map(([label, fate]) => [label, unplaced(truth.objects[label], fate)] as const);
  return {
    expected: lines({ ...truth, stopped: null, audit: [] }),
    actual: lines({ ...outcome, objects: Object.fromEntries(objects) }),
  };
}

/** The oracle does not always learn the line; where it did not, the run's line is not held against anything. */
function unplaced(expected: Fate | undefined, { stage, finalized, line }: Fate): Fate {
  const known = expected?.stage !== 'line' || expected.line !== undefined;
  return known && line !== undefined ? { stage, finalized, line } : { stage, finalized };
}

function lines(outcome: Outcome): Lines {
  return {
    stopped: outcome.stopped === null ? [] : [outcome.stopped],
    stderr: outcome.stderr.split('\n'),
    stdout: outcome.stdout.split('\n'),
    exit: [String(outcome.exit)],
    fates: Object.entries(outcome.objects).map(fateLine).sort(naturally),
    audit: outcome.audit,
  };
}

function fateLine([label, { stage, line, finalized }]: [string, Fate]): string {
  return `${label}: ${stage}${line === undefined ? '' : ` ${line}`}${finalized ? ', finalised' : ''}`;
}

const { compare: naturally } = new Intl.Collator('en', { numeric: true });

export interface Difference {
  readonly aspect: Aspect;
  /** 1-based line of the aspect's text at which the two part. */
  readonly at: number;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** The first difference of every aspect in which the two disagree. */
export function differences(truth: Truth, outcome: Outcome): Difference[] {
  const { expected, actual } = comparable(truth, outcome);
  return aspects.flatMap((aspect) => {
    const [want, got] = [expected[aspect], actual[aspect]];
    const length = Math.max(want.length, got.length);
    for (let i = 0; i < length; i++) {
      if (want[i] !== got[i]) return [{ aspect, at: i + 1, expected: want[i] ?? null, actual: got[i] ?? null }];
    }
    return [];
  });
}
