import { Flag } from '../heap/heap.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { callFinalizer, callWeakrefCallback, deathSteps } from './deaths.ts';
import { callGcCallbacks, saveGarbage } from './gcstate.ts';

const DEBUG_SAVEALL = 32;

/** Why a collection runs: the program's threshold or `gc.collect()`, or one of the exit's, which calls no callbacks. */
export type CollectionCause = 'automatic' | 'explicit' | 'exit' | 'no-fail';

/**
 * Mirrors gc_collect_main(): 1 find the unreachable; 2 clear weak references and call their callbacks; 3 call
 * finalisers in list order; 4 leave out what came back to life; 5 clear the rest, since 3.15 its plain weak references first. Answers the objects collected.
 */
export function* collectSteps(rt: Runtime, generation: number, cause: CollectionCause): Steps<number> {
  const { collector, heap } = rt;
  if (collector.collecting) return 0;
  collector.collecting = true;
  collector.requested = false;
  try {
    if (cause !== 'no-fail') yield* callGcCallbacks(rt, 'start', { generation, collected: 0, uncollectable: 0, candidates: 0 });
    const candidates = collector.findUnreachable(generation);
    let released = 0;
    for (const { weakref, callback } of collector.clearWeakReferences()) {
      yield* callWeakrefCallback(rt, weakref, callback, 'collectedCallback');
      if (heap.refcount[weakref] === 1) released++;
      else collector.age(weakref, generation);
      heap.decref(weakref);
      yield* settleDeaths(rt);
    }
    yield* finalizeGarbage(rt);
    const collected = released + collector.separateResurrected(generation);
    collector.clearRemainingReferences();
    yield* deleteGarbage(rt, generation);
    if (generation === 2) collector.clearFreeLists();
    const stats = collector.stats[generation]!;
    stats.collections++;
    stats.collected += collected;
    stats.candidates += candidates;
    rt.journal?.collected(generation, collected);
    if (cause !== 'no-fail') yield* callGcCallbacks(rt, 'stop', { generation, collected, uncollectable: 0, candidates });
    return collected;
  } finally {
    collector.collecting = false;
  }
}

function* settleDeaths(rt: Runtime): Steps<void> {
  if (rt.heap.deaths.blocked !== NULL) yield* deathSteps(rt);
}

function* finalizeGarbage(rt: Runtime): Steps<void> {
  const { heap } = rt;
  for (const object of rt.collector.finalizable()) {
    if ((heap.flags[object]! & (Flag.COLLECTING | Flag.FINALIZED)) !== Flag.COLLECTING) continue;
    heap.flags[object]! |= Flag.FINALIZED;
    heap.incref(object);
    yield* callFinalizer(rt, object);
    heap.decref(object);
    yield* settleDeaths(rt);
  }
}

/** Mirrors delete_garbage(). */
function* deleteGarbage(rt: Runtime, generation: number): Steps<void> {
  const { collector, heap } = rt;
  for (let object: Ref = collector.nextGarbage(); object !== NULL; object = collector.nextGarbage()) {
    if ((collector.debug & DEBUG_SAVEALL) !== 0) saveGarbage(rt, object);
    else {
      heap.incref(object);
      rt.journal?.clearing(object);
      heap.deaths.clear(object);
      yield* settleDeaths(rt);
      heap.decref(object);
      yield* settleDeaths(rt);
      rt.journal?.clearing(NULL);
    }
    collector.keepIfAlive(object, generation);
  }
}
