import type { Ref } from '../heap/ref.ts';
import type { PythonVersion } from '../journal/record.ts';
import { newList } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { collectSteps } from './collect.ts';

/** What the collector notices of CPython's first import of a module. Modules that start-up has imported cost nothing. */
interface ImportCost {
  /** Allocations that stay counted: the module, and for one written in Python its functions and classes. */
  readonly allocations: number;
  /** What a collection in its midst takes off beyond the threshold, because it has to wait for the running C code. */
  readonly overshoot?: number;
  /** Cyclic garbage that the module's code leaves, and after how many allocations. */
  readonly garbage?: { readonly objects: number; readonly after: number };
}

/** As measured. */
const costs: Readonly<Record<PythonVersion, Readonly<Record<string, ImportCost>>>> = {
  '3.11': { atexit: { allocations: 9 }, errno: { allocations: 2 }, weakref: { allocations: 756, garbage: { objects: 7, after: 340 } } },
  '3.12': { atexit: { allocations: 9 }, errno: { allocations: 2 }, weakref: { allocations: 782, garbage: { objects: 7, after: 340 } } },
  '3.13': {
    atexit: { allocations: 9 },
    errno: { allocations: 2 },
    weakref: { allocations: 778, overshoot: 106, garbage: { objects: 7, after: 325 } },
  },
  '3.14': { atexit: { allocations: 9 }, weakref: { allocations: 707, overshoot: 46 } },
  '3.15': { atexit: { allocations: 8 }, weakref: { allocations: 710, overshoot: 10 } },
};

/** Runs the collections that an import of this module would run, and leaves the count where it would. */
export function* chargeImport(rt: Runtime, name: string): Steps<void> {
  const cost = costs[rt.profile.version][name];
  if (cost === undefined) return;
  const { garbage, overshoot = 0 } = cost;
  const first = garbage?.after ?? cost.allocations;
  const early = yield* allocate(rt, first, overshoot);
  if (garbage !== undefined) leaveGarbage(rt, garbage.objects);
  yield* allocate(rt, cost.allocations - first + early, overshoot);
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
  const { requested, requestedBy } = collector;
  const [young] = collector.counts;
  const ring: Ref[] = [];
  for (let i = 0; i < objects; i++) ring.push(newList(rt, i === 0 ? [] : [ring[i - 1]!]));
  (heap.payload[ring[0]!] as Ref[]).push(ring[objects - 1]!);
  collector.counts[0] = young;
  collector.requested = requested;
  collector.requestedBy = requestedBy;
}
