import { DEPRECATION_WARNING, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { answersOf, type CheckedMethod } from '../../versions/answers.ts';
import { caught, raise, rethrow } from './errors.ts';
import { fullTypeName, typeName } from './lookup.ts';
import type { Runtime } from './runtime.ts';
import type { Steps } from './suspend.ts';
import { warn } from './warn.ts';

/** What is said when `method` of `object` answers `result`. */
function complaint(rt: Runtime, object: Ref, method: CheckedMethod, result: Ref): string {
  const { wrong, qualifiesTypes } = answersOf(rt.profile.version);
  const name = qualifiesTypes ? fullTypeName : typeName;
  return wrong(method, name(rt, object), name(rt, result));
}

/** Raises TypeError for an answer of the wrong type, whose reference it takes. */
export function refuseAnswer(rt: Runtime, object: Ref, method: CheckedMethod, result: Ref): never {
  const message = complaint(rt, object, method, result);
  rt.heap.decref(result);
  return raise(rt, TYPE_ERROR, message);
}

export function refuseNegativeHint(rt: Runtime, object: Ref): never {
  return raise(rt, VALUE_ERROR, answersOf(rt.profile.version).negativeHint(fullTypeName(rt, object)));
}

/** Warns of an answer of a subclass of `type`, borrowed; if that raises, the answer is let go of. */
export function* warnOfSubclass(rt: Runtime, object: Ref, method: CheckedMethod, result: Ref, type: string): Steps<void> {
  const ability = `The ability to return an instance of a strict subclass of ${type} is deprecated, and may be removed in a future version of Python.`;
  try {
    yield* warn(rt, DEPRECATION_WARNING, `${complaint(rt, object, method, result)}.  ${ability}`);
  } catch (error) {
    const exception = caught(rt, error);
    rt.heap.decref(result);
    rethrow(rt, exception);
  }
}
