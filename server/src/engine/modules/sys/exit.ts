import { TypeFlag } from '../../heap/heap.ts';
import { NONE, SYSTEM_EXIT } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { throwException } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';

/** Raises `SystemExit(*args)`. */
function* raiseSystemExit(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  return throwException(rt, yield* call(SYSTEM_EXIT, args));
}

/** `sys.exit(status)`: a tuple gives all arguments, None gives none, an exception is raised itself (PyErr_SetObject). */
export function* exit(rt: Runtime, status: Ref): Steps<Ref> {
  if (isInstance(rt, status, SYSTEM_EXIT)) return throwException(rt, rt.heap.incref(status));
  if (status === NONE) return yield* raiseSystemExit(rt, []);
  return yield* raiseSystemExit(rt, (rt.typeOf(status).flags & TypeFlag.TUPLE_SUBCLASS) !== 0 ? itemsOf(rt, status) : [status]);
}
