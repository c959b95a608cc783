/**
 * What survives, grouped under what keeps it. A leader is a survivor that a person should look at; what is only
 * reached through a leader follows it and is counted.
 */
import type { ObjectId, ObjectRecord, SurvivalReason } from '../engine/journal/record.ts';

export interface SurvivorGroup {
  /** The first step of the retaining path, or the reason where no path is known. */
  readonly owner: string;
  readonly leaders: readonly Leader[];
  /** Every survivor of the group, leaders included. */
  readonly members: readonly ObjectRecord[];
}

export interface Leader {
  readonly object: ObjectRecord;
  /** Survivors whose retaining path goes through it. */
  readonly followers: number;
}

export function groupSurvivors(survivors: readonly ObjectRecord[], byId: ReadonlyMap<ObjectId, ObjectRecord>): readonly SurvivorGroup[] {
  const surviving = new Set(survivors.map((object) => object.id));
  const membersOf = new Map<string, ObjectRecord[]>();
  for (const object of survivors) {
    const key = ownerOf(object, surviving, byId);
    const members = membersOf.get(key);
    if (members === undefined) membersOf.set(key, [object]);
    else members.push(object);
  }
  return [...membersOf].map(([owner, members]) => ({ owner, members, leaders: leadersOf(members, surviving, byId) }));
}

function leadersOf(
  members: readonly ObjectRecord[],
  surviving: ReadonlySet<ObjectId>,
  byId: ReadonlyMap<ObjectId, ObjectRecord>,
): readonly Leader[] {
  const led = new Map<ObjectId, number>();
  const isLeader = (id: ObjectId): boolean => surviving.has(id) && byId.get(id)?.kind === 'instance';
  for (const object of members) {
    const first = object.owners.find((step) => step.object !== null && step.object !== object.id && isLeader(step.object))?.object ?? null;
    // Members of one cycle keep each other: none of them follows the other.
    if (first !== null && !object.cycle.includes(first)) led.set(first, (led.get(first) ?? 0) + 1);
    else if (isLeader(object.id) && !led.has(object.id)) led.set(object.id, 0);
  }
  const leaders = [...led].flatMap(([id, followers]) => {
    const object = byId.get(id);
    return object === undefined ? [] : [{ object, followers }];
  });
  if (leaders.length > 0) return leaders.sort((a, b) => a.object.id - b.object.id);
  // No instance is among them: whatever stands nearest to the owner speaks for all.
  const nearest = members.reduce((best, object) => (object.owners.length < best.owners.length ? object : best));
  return [{ object: nearest, followers: members.length - 1 }];
}

/** A survivor that keeps others is no owner itself: what keeps it keeps them all. */
function ownerOf(object: ObjectRecord, surviving: ReadonlySet<ObjectId>, byId: ReadonlyMap<ObjectId, ObjectRecord>): string {
  if (object.reason === 'hard-exit') return KEEPERS['hard-exit'];
  const [step] = object.owners;
  if (step === undefined) return KEEPERS[object.reason ?? 'leaked-reference'];
  const keeper = step.object === null || step.object === object.id || !surviving.has(step.object) ? undefined : byId.get(step.object);
  return step.edge === 'other' && keeper !== undefined && keeper.owners.length === 0 ? ownerOf(keeper, surviving, byId) : step.text;
}

/** Names what keeps an object where no retaining path is known. */
const KEEPERS: Readonly<Record<SurvivalReason, string>> = {
  'hard-exit': 'the hard exit',
  'frozen-generation': '`gc.freeze()`',
  'resurrected-too-late': 'its own finaliser',
  'uncollected-cycle': 'a reference cycle',
  'state-outlives-interpreter': 'state that outlives the interpreter',
  'leaked-reference': 'a reference that nobody gives back',
  'daemon-thread': 'a daemon thread',
  'c-allocation': 'memory allocated in C',
  immortal: 'nothing: it is immortal',
  stopped: 'the end of the run',
};
