import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { monotonicNow } from '../../objects/core/clock.ts';
import { raise } from '../../objects/core/errors.ts';
import { untilFilesChange } from '../../objects/core/filewaiting.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { FLOAT } from '../../heap/known.ts';
import { answersOf } from '../../versions/answers.ts';
import { nanosecondsOf } from '../time/seconds.ts';

/** A timeout argument in nanoseconds; null where it is absent or None. `wanted` is what the error asks for. */
export function* timeoutArgument(rt: Runtime, object: Ref, wanted: string): Steps<number | null> {
  if (object === NULL || object === NONE) return null;
  if (!isInstance(rt, object, FLOAT) && rt.typeOf(object).slots.nb_index === undefined) {
    raise(rt, TYPE_ERROR, answersOf(rt.profile.version).qualifiesTypes ? `timeout must be a real number or None, not ${typeName(rt, object)}` : `timeout must be ${wanted} or None`);
  }
  return yield* nanosecondsOf(rt, object);
}

/** Looks again each time something has happened to a file, until there is an answer or the time is up. */
export function* awaitFiles<T>(rt: Runtime, timeout: number, look: () => T | null): Steps<T | null> {
  const deadline = timeout === Infinity ? null : monotonicNow(rt) + BigInt(Math.ceil(timeout));
  for (;;) {
    const found = look();
    if (found !== null) return found;
    const left = deadline === null ? Infinity : Number(deadline - monotonicNow(rt));
    if (left <= 0) return null;
    if (!(yield* untilFilesChange(rt, left))) return look();
  }
}

const NANOSECONDS_PER_MILLISECOND = 1e6;

/** What the system calls that count in milliseconds make of a time: the next whole one. */
export const wholeMilliseconds = (nanoseconds: number): number => Math.ceil(nanoseconds / NANOSECONDS_PER_MILLISECOND) * NANOSECONDS_PER_MILLISECOND;
