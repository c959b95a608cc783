/**
 * A run, indexed for the questions that diagnostics, hovers and reports ask. Plain data: it can be posted between
 * threads. A birth line is named `FILE:LINE`.
 */
import type { Failure, ObjectId, ObjectRecord, Observation, Place, RunResult, SurvivalReason } from '../engine/journal/record.ts';
import { groupSurvivors, type SurvivorGroup } from './survivors.ts';

export interface Facts {
  readonly result: RunResult;
  readonly sources: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<ObjectId, ObjectRecord>;
  /** What the product talks about: instances and classes, and of the rest what was alive when the exit began. */
  readonly listed: readonly ObjectRecord[];
  readonly bornOn: ReadonlyMap<string, readonly ObjectRecord[]>;
  /** Names that were bound on a line. */
  readonly storedOn: ReadonlyMap<string, readonly Observation[]>;
  /** The survivors under what keeps them. */
  readonly groups: readonly SurvivorGroup[];
}

export function gather(result: RunResult, sources: ReadonlyMap<string, string>): Facts {
  const byId = new Map(result.objects.map((object) => [object.id, object]));
  const listed = result.objects.filter((object) => isOwn(object) || object.kind === 'class' || object.referencesAtExit !== null);
  return {
    result,
    sources,
    byId,
    listed,
    bornOn: groupBy(listed, (object) => (object.born === null ? null : lineKey(object.born))),
    storedOn: groupBy(result.observations, (seen) => (seen.access === 'store' ? lineKey(seen.place) : null)),
    groups: groupSurvivors(listed.filter(survives), byId),
  };
}

export function lineKey(place: Place): string {
  return `${place.file}:${place.line}`;
}

/** The program's own objects: instances of its classes, and whatever else has a finaliser, as generators do. */
export function isOwn(object: ObjectRecord): boolean {
  return object.kind === 'instance' || object.finalizer !== null;
}

/** Left over by the exit itself: an immortal object is meant to stay, and a run that was stopped proves nothing. */
export function survives(object: ObjectRecord): boolean {
  return object.fate.stage === 'survives' && !UNCOUNTED.has(object.reason);
}

const UNCOUNTED: ReadonlySet<SurvivalReason | null> = new Set(['immortal', 'stopped']);

/** The run ended before anybody could know what becomes of it. */
export function isUndecided(object: ObjectRecord): boolean {
  return object.reason === 'stopped';
}

/** True when its finaliser should have run and did not. */
export function neverFinalized(object: ObjectRecord): boolean {
  return survives(object) && object.finalizer !== null && !object.fate.finalized;
}

/** The error that its finaliser ended with, if it did. */
export function failureOf(object: ObjectRecord): Failure | null {
  return object.finalizer?.failure ?? null;
}

/** Groups in order of first appearance; items without a key are left out. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** The start of a file: where a report goes that has no better place. */
export function startOf(file: string): Place {
  return { file, line: 1, start: 0, end: 0 };
}
