import { FLOAT, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { raise } from '../../objects/core/errors.ts';
import { isSubtype, typeName } from '../../objects/core/lookup.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';

/** Seconds as the argument gives them: an int, a float or what has `__index__`. */
export function* secondsOf(rt: Runtime, object: Ref, isTimestamp = false): Steps<number> {
  if (isSubtype(rt, rt.heap.type[object]!, FLOAT)) {
    const value = rt.heap.payload[object] as number;
    if (Number.isNaN(value)) raise(rt, VALUE_ERROR, 'Invalid value NaN (not a number)');
    return value;
  }
  const { secondsWanted, timestampWanted } = modulesOf(rt.profile.version);
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, (isTimestamp ? timestampWanted : secondsWanted)(typeName(rt, object)));
  return Number(yield* index(rt, object));
}

/** An argument in seconds as nanoseconds, rounded away from zero (_PyTime_FromSecondsObject with ROUND_TIMEOUT). */
export function* nanosecondsOf(rt: Runtime, object: Ref): Steps<number> {
  const isFloat = isSubtype(rt, rt.heap.type[object]!, FLOAT);
  const seconds = yield* secondsOf(rt, object);
  const nanoseconds = seconds < 0 ? Math.floor(seconds * 1e9) : Math.ceil(seconds * 1e9);
  const { floatTimeTooLarge, intTimeTooLarge } = modulesOf(rt.profile.version);
  if (nanoseconds >= 2 ** 63 || nanoseconds < -(2 ** 63)) raise(rt, OVERFLOW_ERROR, isFloat ? floatTimeTooLarge : intTimeTooLarge);
  return nanoseconds;
}
