/**
 * A finaliser made its object reachable again.
 *
 * Why it matters: `__del__` runs once in an object's life, so the second death has no clean-up; and an object that
 * comes back late in the exit may never be freed.
 *
 *     saved = []
 *     class Job:
 *         def __del__(self): saved.append(self)
 *
 * Instead: hand on the data that is needed, never `self`.
 */
import { type Facts, survives } from '../facts.ts';
import { fateOf } from '../words/explain.ts';
import { crowd, finalizerName } from '../words/names.ts';
import { say } from '../words/prose.ts';
import { byBirthLine, diagnose, type Diagnostic, placeOf } from './diagnostic.ts';

export function resurrected(facts: Facts): readonly Diagnostic[] {
  return byBirthLine(facts, facts.listed.filter(({ finalizer }) => finalizer?.resurrected === true)).map((objects) => {
    const [first] = objects;
    const name = first.finalizer === null ? say`finaliser` : finalizerName(first, first.finalizer);
    const end = fateOf(first, facts.result.file);
    const message = say`${name} brings ${crowd(facts, objects)} back to life; it does not run a second time. In the end: ${end}.`;
    const defined = first.finalizer?.defined ?? null;
    const related = defined === null ? [] : [{ message: 'the finaliser that stores the object', place: defined }];
    return diagnose('resurrected', placeOf(facts, first), message, related, !objects.some(survives));
  });
}
