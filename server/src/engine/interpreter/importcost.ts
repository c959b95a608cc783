import type { Ref } from '../heap/ref.ts';
import { newList } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { importCosts, type ImportCost, type Objects } from '../versions/importcosts.ts';
import { collectIfDue, replayAllocations } from './allocations.ts';

/** Runs the collections that an import of this module would run, and leaves the count where it would. */
export function* chargeImport(rt: Runtime, name: string): Steps<void> {
  const cost = importCosts(rt.profile.version).modules[name];
  if (cost !== undefined) yield* charge(rt, cost);
}

/** The same for finding a module's file, before the module is made. */
export function* chargeFinders(rt: Runtime): Steps<void> {
  const { file, finders } = importCosts(rt.profile.version);
  if (!rt.hasImportedFile) yield* charge(rt, finders);
  rt.hasImportedFile = true;
  yield* charge(rt, file);
}

/** What the first call of `compile()` makes; as it is C code, what becomes due waits for its end. */
export function* chargeAstTypes(rt: Runtime): Steps<void> {
  if (rt.hasAstTypes) return;
  rt.hasAstTypes = true;
  const { stays, passes } = importCosts(rt.profile.version).ast;
  yield* replayAllocations(rt, [...repeated(stays), ...repeated(passes), ...repeated(passes).map((kind) => ~kind)]);
}

/** Importing runs Python code, so that what becomes due is collected on the way. */
function* charge(rt: Runtime, { stays, passes, garbage, uninterrupted }: ImportCost): Steps<void> {
  const [from, to] = uninterrupted;
  const events = [...repeated(stays), ...repeated(passes)];
  for (const [i, event] of events.entries()) {
    if (garbage > 0 && i === events.length >> 1) leaveGarbage(rt, garbage);
    yield* replayAllocations(rt, [event]);
    if (i < from || i >= to) yield* collectIfDue(rt);
  }
  yield* replayAllocations(rt, repeated(passes).map((kind) => ~kind));
}

const repeated = (objects: Objects): number[] => objects.flatMap((count, kind) => Array<number>(count).fill(kind));

/** A ring of lists that nobody holds; the allocations are counted elsewhere. */
function leaveGarbage(rt: Runtime, objects: number): void {
  const { collector, heap } = rt;
  const ring: Ref[] = [];
  collector.uncounted(() => {
    for (let i = 0; i < objects; i++) ring.push(newList(rt, i === 0 ? [] : [ring[i - 1]!]));
  });
  (heap.payload[ring[0]!] as Ref[]).push(ring[objects - 1]!);
}
