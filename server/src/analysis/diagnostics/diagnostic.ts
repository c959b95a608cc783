/** What every diagnostic is made of, and the one table of severities. */
import type { ObjectRecord, Place } from '../../engine/journal/record.ts';
import { type Facts, groupBy, lineKey, startOf } from '../facts.ts';
import { display } from '../words/names.ts';
import { plain, type Prose, say } from '../words/prose.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Related {
  readonly message: string;
  readonly place: Place;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly Related[];
}

/**
 * The usual severity of each code, and the one of its benign form. Warnings are for what prints, loses work or leaks;
 * a program that only leaves its objects to the exit, as most do, gets nothing above information.
 */
const SEVERITIES = {
  'syntax-error': ['error', 'error'],
  'expectation-failed': ['error', 'error'],
  'unsupported-feature': ['error', 'information'],
  'unsupported-module': ['error', 'information'],
  'step-limit': ['warning', 'warning'],
  'memory-limit': ['warning', 'warning'],
  deadlock: ['error', 'error'],
  'uncaught-exception': ['information', 'information'],
  'hard-exit-skips-cleanup': ['warning', 'information'],
  'survives-exit': ['warning', 'hint'],
  'finalizer-never-runs': ['warning', 'warning'],
  'finalizer-fails': ['warning', 'warning'],
  'finalizer-fails-at-exit': ['warning', 'warning'],
  'finalizer-error-unheard': ['warning', 'warning'],
  resurrected: ['warning', 'information'],
  'cycle-needs-collector': ['information', 'hint'],
  'freed-only-at-exit': ['information', 'hint'],
} as const satisfies Readonly<Record<string, readonly [usual: Severity, benign: Severity]>>;

export type Code = keyof typeof SEVERITIES;

export const CODES = Object.keys(SEVERITIES) as readonly Code[];

export function diagnose(code: Code, place: Place, message: Prose, related: readonly Related[] = [], benign = false): Diagnostic {
  return { code, severity: SEVERITIES[code][benign ? 1 : 0], message: plain(message), place, related };
}

/** Where to report an object: the place it was born at. */
export function placeOf(facts: Facts, object: ObjectRecord): Place {
  return object.born ?? startOf(facts.result.file);
}

/** Objects gathered by birth line, so that a loop gives one diagnostic. Each group has at least one object. */
export function byBirthLine(facts: Facts, objects: readonly ObjectRecord[]): readonly (readonly [ObjectRecord, ...ObjectRecord[]])[] {
  return [...groupBy(objects, (object) => lineKey(placeOf(facts, object))).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  );
}

/**
 * The steps of the retaining path, each at the line that made the reference or else where the object reached was
 * born. Of a path too long to read, both ends.
 */
function pathOf(facts: Facts, object: ObjectRecord): readonly Related[] {
  const { owners } = object;
  const shown = owners.length <= SHOWN ? owners : [...owners.slice(0, SHOWN / 2), ...owners.slice(-SHOWN / 2)];
  return shown.flatMap((step) => {
    const reached = step.object === null ? undefined : facts.byId.get(step.object);
    const place = step.place ?? reached?.born ?? null;
    if (place === null) return [];
    const target = reached === undefined || reached.id === object.id ? say`` : say`, which leads to ${display(reached)}`;
    return [{ message: `held by ${step.text}${plain(target)}`, place }];
  });
}

/** The retaining path, or for an object that only a cycle keeps, the other members of that cycle. */
export function keepersOf(facts: Facts, object: ObjectRecord): readonly Related[] {
  const steps = pathOf(facts, object);
  if (steps.length > 0) return steps;
  return object.cycle.slice(0, SHOWN).flatMap((id) => {
    const member = facts.byId.get(id);
    if (member === undefined || member.born === null) return [];
    return [{ message: plain(say`in a cycle with ${display(member)}, born here`), place: member.born }];
  });
}

/** Related places of one diagnostic, at most. */
const SHOWN = 16;
