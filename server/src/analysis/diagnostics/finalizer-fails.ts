/**
 * A finaliser raises: while the program runs, at the exit, or so late at the exit that nobody hears of it. The three
 * are separate codes because they have separate causes and cures.
 */
import type { Failure } from '../../engine/journal/record.ts';
import { failureOf, type Facts } from '../facts.ts';
import { causeOf, errorOf } from '../words/explain.ts';
import { at, crowd, finalizerName } from '../words/names.ts';
import { code, type Prose, say } from '../words/prose.ts';
import { byBirthLine, type Code, diagnose, type Diagnostic, keepersOf, placeOf, type Related } from './diagnostic.ts';

/** One diagnostic a birth line for the failures that `select` picks. */
export function failures(
  facts: Facts,
  name: Code,
  select: (failure: Failure) => boolean,
  messageOf: (finalizer: Prose, failure: Failure, whose: Prose) => Prose,
): readonly Diagnostic[] {
  const failing = facts.listed.filter((object) => {
    const failure = failureOf(object);
    return failure !== null && select(failure);
  });
  return byBirthLine(facts, failing).flatMap((objects) => {
    const [first] = objects;
    const finalizer = first.finalizer;
    if (finalizer === null || finalizer.failure === null) return [];
    const whose = objects.length === 1 ? say`` : say` (${crowd(facts, objects)})`;
    const message = messageOf(finalizerName(first, finalizer), finalizer.failure, whose);
    return [diagnose(name, placeOf(facts, first), message, [...raisedAt(finalizer.failure), ...keepersOf(facts, first)])];
  });
}

/** "line 3 raises `ImportError: …`", with what the exit has taken away where that is the cause. */
export function raising(facts: Facts, failure: Failure): Prose {
  const error = code(errorOf(failure));
  const raises = failure.at === null ? say`it raises ${error}` : say`${at(failure.at, facts.result.file)} raises ${error}`;
  const cause = causeOf(facts, failure);
  return cause === null ? raises : say`${raises}, because ${cause}`;
}

function raisedAt(failure: Failure): readonly Related[] {
  return failure.at === null ? [] : [{ message: `raises ${errorOf(failure)}`, place: failure.at }];
}

/**
 * `finalizer-fails`: a finaliser raises while the program runs. CPython prints "Exception ignored …" and goes on, so
 * the clean-up stops half-way.
 *
 *     class Bar:
 *         def __init__(self, total):
 *             if total < 0: raise ValueError(total)
 *             self.total = total
 *         def __del__(self): print(self.total)      # never assigned
 *
 * Instead: set every attribute that the finaliser reads before anything in `__init__` can raise.
 */
export function finalizerFails(facts: Facts): readonly Diagnostic[] {
  return failures(facts, 'finalizer-fails', isEarly, (finalizer, failure, whose) => say`${finalizer} fails${whose}: ${raising(facts, failure)}.`);
}

export function isEarly(failure: Failure): boolean {
  return failure.heard && (failure.stage === 'line' || failure.stage === 'end');
}

