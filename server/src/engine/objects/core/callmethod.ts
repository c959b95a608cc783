import type { Ref } from '../../heap/ref.ts';
import { getAttr } from './attributes.ts';
import type { Runtime } from './runtime.ts';
import { call, settle, type Steps } from './suspend.ts';

/** `object.name(*args)` (PyObject_CallMethodObjArgs). The arguments stay the caller's. */
export function* callMethod(rt: Runtime, object: Ref, name: string, ...args: readonly Ref[]): Steps<Ref> {
  const method = yield* settle(rt, getAttr(rt, object, rt.name(name)));
  try {
    return yield* call(method, args);
  } finally {
    rt.heap.decref(method);
  }
}
