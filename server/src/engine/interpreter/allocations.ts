import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { collectSteps } from './collect.ts';

/**
 * Counts what CPython allocates and frees where this machine makes no objects: a kind for each allocation, its
 * complement for each object freed. Up to 3.11 a collection runs at once; later the loop runs it when it comes to it, which
 * it does in between where the objects are those of Python code.
 */
export function* replayAllocations(rt: Runtime, events: Iterable<number>, ofPython = false): Steps<void> {
  const { collector } = rt;
  const atOnce = ofPython || rt.profile.collector.runsInsideAllocation;
  for (const event of events) {
    if (event < 0) collector.freed(~event);
    else collector.allocated(event);
    if (atOnce) yield* collectIfDue(rt);
  }
}

/** Runs the collection that an allocation asked for, where CPython runs Python code that this machine does not. */
function* collectIfDue(rt: Runtime): Steps<void> {
  const { collector } = rt;
  if (!collector.requested) return;
  collector.requested = false;
  const generation = collector.due();
  if (generation >= 0) yield* collectSteps(rt, generation, 'automatic');
}
