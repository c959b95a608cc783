/**
 * An object with a `__del__` (or a generator that is suspended inside `finally` or `with`) is never finalised.
 *
 * Why it matters: the clean-up written there does not happen, in silence.
 *
 *     import os
 *     class Temp:
 *         def __del__(self): print("removed")
 *     temp = Temp()
 *     os._exit(0)                # no finaliser runs
 *
 * Instead: clean up in a `with` block or in an `atexit` callback, and let the interpreter exit in order.
 */
import type { ObjectRecord } from '../../engine/journal/record.ts';
import { type Facts, neverFinalized } from '../facts.ts';
import { why } from '../words/explain.ts';
import { crowd, finalizerName } from '../words/names.ts';
import { type Prose, say } from '../words/prose.ts';
import { byBirthLine, diagnose, type Diagnostic, keepersOf, placeOf, type Related } from './diagnostic.ts';

export function finalizerNeverRuns(facts: Facts): readonly Diagnostic[] {
  return byBirthLine(facts, facts.listed.filter(neverFinalized)).map((objects) => {
    const [first] = objects;
    return diagnose('finalizer-never-runs', placeOf(facts, first), messageOf(facts, objects), [...finalizerOf(first), ...keepersOf(facts, first)]);
  });
}

function messageOf(facts: Facts, objects: readonly [ObjectRecord, ...ObjectRecord[]]): Prose {
  const [first] = objects;
  const name = first.finalizer === null ? say`finaliser` : finalizerName(first, first.finalizer);
  return say`${name} never runs for ${crowd(facts, objects)}. ${why(facts, first)}`;
}

function finalizerOf(object: ObjectRecord): readonly Related[] {
  const defined = object.finalizer?.defined ?? null;
  return defined === null ? [] : [{ message: 'the finaliser that never runs', place: defined }];
}
