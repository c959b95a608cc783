import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { lastingAstObjects, passingAstObjects, type Objects } from '../versions/astcosts.ts';
import { replayAllocations } from './allocations.ts';

/** Counts what the first call of `compile()` makes; as it is C code, a collection that becomes due waits for its end. */
export function* chargeAstTypes(rt: Runtime): Steps<void> {
  if (rt.hasAstTypes) return;
  rt.hasAstTypes = true;
  const passing = repeated(passingAstObjects);
  yield* replayAllocations(rt, [...repeated(lastingAstObjects(rt.profile.version)), ...passing, ...passing.map((kind) => ~kind)]);
}

const repeated = (objects: Objects): number[] => objects.flatMap((count, kind) => Array<number>(count).fill(kind));
