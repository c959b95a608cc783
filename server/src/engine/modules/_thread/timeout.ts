import { OVERFLOW_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { raise } from '../../objects/core/errors.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { nanosecondsOf } from '../time/seconds.ts';

/** PY_TIMEOUT_MAX in seconds. */
export const TIMEOUT_MAX = 9223372036;

/** Mirrors lock_acquire_parse_args(): nanoseconds to wait, 0 for not at all, Infinity for as long as it takes. */
export function* parseTimeout(rt: Runtime, blockingArg: Ref, timeoutArg: Ref): Steps<number> {
  const blocking = blockingArg === NULL || (yield* truth(rt, blockingArg));
  const timeout = timeoutArg === NULL ? -1e9 : yield* nanosecondsOf(rt, timeoutArg);
  const isSet = timeout !== -1e9;
  if (!blocking && isSet) raise(rt, VALUE_ERROR, "can't specify a timeout for a non-blocking call");
  if (isSet && timeout < 0) raise(rt, VALUE_ERROR, modulesOf(rt.profile.version).negativeTimeout);
  if (isSet && timeout > TIMEOUT_MAX * 1e9) raise(rt, OVERFLOW_ERROR, 'timeout value is too large');
  if (!blocking) return 0;
  return isSet ? timeout : Infinity;
}
