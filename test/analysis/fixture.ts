/** Runs written by hand: what an engine would report of a small program, with everything unsaid at its plain default. */
import type { Failure, Finalizer, Observation, ObjectRecord, OwnerStep, Place, RunResult, Stage } from '../../server/src/engine/journal/record.ts';
import { analyze, type Analysis } from '../../server/src/analysis/analyze.ts';

export const FILE = 'job.scenario.py';

export class Scenario {
  readonly source: string;
  readonly #objects: ObjectRecord[] = [];
  readonly #observations: Observation[] = [];

  constructor(source: string) {
    this.source = source;
  }

  /** The nth place (from 1) at which a text stands. */
  place(text: string, nth = 1): Place {
    let start = -1;
    for (let i = 0; i < nth; i += 1) start = this.source.indexOf(text, start + 1);
    if (start < 0) throw new Error(`no ${nth}. ${JSON.stringify(text)} in the source`);
    return { file: FILE, line: this.source.slice(0, start).split('\n').length, start, end: start + text.length };
  }

  object(label: string, stage: Stage, rest: Partial<Omit<ObjectRecord, 'fate'>> & { readonly fate?: Partial<ObjectRecord['fate']> } = {}): ObjectRecord {
    const isClass = label.startsWith('class ');
    const { fate, ...others } = rest;
    const object: ObjectRecord = {
      id: this.#objects.length + 1,
      label,
      kind: isClass ? 'class' : label.includes('#') ? 'instance' : label.startsWith('function ') ? 'function' : 'container',
      type: isClass ? 'type' : (label.split(/[# ]/)[0] ?? label),
      born: null,
      fate: { stage, at: null, freedBy: stage === 'survives' ? null : 'reference-count', finalized: false, ...fate },
      finalizer: null,
      size: 48,
      referencesAtExit: stage === 'line' || stage === 'end' ? null : 1,
      owners: [],
      inCycle: false,
      cycle: [],
      reason: null,
      ...others,
    };
    this.#objects.push(object);
    return object;
  }

  seen(text: string, nth: number, access: Observation['access'], objects: readonly ObjectRecord[], rest: Partial<Observation> = {}): void {
    const last = objects.at(-1);
    this.#observations.push({
      place: this.place(text, nth),
      name: text,
      access,
      times: Math.max(1, objects.length),
      object: last?.id ?? null,
      objects: objects.slice(0, 64).map(({ id }) => id),
      value: last?.type ?? 'None',
      type: last?.type ?? 'NoneType',
      references: 1,
      immortal: false,
      ...rest,
    });
  }

  run(rest: Partial<RunResult> = {}): Analysis {
    const result: RunResult = {
      version: '3.13',
      file: FILE,
      exit: { route: 'end-of-file', status: 0, at: null, error: null },
      stdout: '',
      stderr: '',
      stopped: null,
      syntaxErrors: [],
      unsupported: [],
      objects: this.#objects,
      observations: this.#observations,
      imports: [],
      collections: [],
      steps: 100,
      audit: [],
      ...rest,
    };
    return analyze(result, new Map([[FILE, this.source]]));
  }

  /** The offset inside the nth occurrence of a text. */
  offset(text: string, nth = 1): number {
    return this.place(text, nth).start;
  }
}

export function finalizer(rest: Partial<Finalizer> = {}): Finalizer {
  return { name: '__del__', defined: null, failure: null, resurrected: false, ...rest };
}

export function failure(type: string, message: string, stage: Stage, rest: Partial<Failure> = {}): Failure {
  return { type, message, at: null, stage, heard: true, ...rest };
}

export function step(text: string, edge: OwnerStep['edge'], rest: Partial<OwnerStep> = {}): OwnerStep {
  return { text, edge, object: null, place: null, ...rest };
}

/** "LINE severity code", one a diagnostic. */
export function brief(analysis: Analysis): readonly string[] {
  return analysis.diagnostics.map(({ place, severity, code }) => `${place.line} ${severity} ${code}`);
}
