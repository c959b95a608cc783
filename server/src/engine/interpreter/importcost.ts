import type { Ref } from '../heap/ref.ts';
import { newList } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { Kind } from '../versions/freelists.ts';
import { astTypes, fileImportCost, importCost, nativeKinds } from '../versions/importcosts.ts';
import { replayAllocations } from './allocations.ts';
import { collectSteps } from './collect.ts';

/** Runs the collections that an import of this module would run, and leaves the count where it would. */
export function* chargeImport(rt: Runtime, name: string): Steps<void> {
  const cost = importCost(rt.profile.version, name);
  if (cost === undefined) return;
  yield* replayAllocations(rt, nativeKinds(rt.profile.version));
  const { garbage, overshoot = 0 } = cost;
  const first = garbage?.after ?? cost.allocations;
  const early = yield* allocate(rt, first, overshoot);
  if (garbage !== undefined) leaveGarbage(rt, garbage.objects);
  yield* allocate(rt, cost.allocations - first + early, overshoot);
}

/** The same for a module from a file, before it is compiled. */
export function* chargeFileImport(rt: Runtime): Steps<void> {
  const { each, first, passing } = fileImportCost(rt.profile.version);
  const stays = rt.hasImportedFile ? each : each + first;
  rt.hasImportedFile = true;
  yield* replayAllocations(rt, Array<number>(stays + passing).fill(Kind.OTHER));
  yield* replayAllocations(rt, Array<number>(passing).fill(~Kind.OTHER));
  // The finders are written in Python: what is due is collected before they are done.
  if (rt.collector.requested) yield* collectSteps(rt, Math.max(rt.collector.due(), 0), 'automatic');
  yield* chargeAstTypes(rt);
}

/** What the first call of `compile()` makes, be it by an import. */
export function* chargeAstTypes(rt: Runtime): Steps<void> {
  if (rt.hasAstTypes) return;
  rt.hasAstTypes = true;
  yield* replayAllocations(rt, astTypes(rt.profile.version));
}

/** Counts allocations, collecting where the threshold is passed; answers by how much the last collection took too many. */
function* allocate(rt: Runtime, count: number, overshoot: number): Steps<number> {
  const { collector } = rt;
  let left = count;
  for (;;) {
    const room = Math.max(collector.thresholds[0] + 1 - collector.counts[0], 0);
    if (!collector.enabled || collector.collecting || collector.thresholds[0] === 0 || left < room) {
      collector.counts[0] += Math.max(left, 0);
      return Math.min(left, 0);
    }
    collector.counts[0] += room;
    left -= room + overshoot;
    yield* collectSteps(rt, Math.max(collector.due(), 0), 'explicit');
  }
}

/** A ring of lists that nobody holds; the allocations are counted elsewhere. */
function leaveGarbage(rt: Runtime, objects: number): void {
  const { collector, heap } = rt;
  const ring: Ref[] = [];
  collector.uncounted(() => {
    for (let i = 0; i < objects; i++) ring.push(newList(rt, i === 0 ? [] : [ring[i - 1]!]));
  });
  (heap.payload[ring[0]!] as Ref[]).push(ring[objects - 1]!);
}
