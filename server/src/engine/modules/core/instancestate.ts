import type { Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';

/** What `__getstate__` answers (_PyObject_GetState). */
export function* instanceState(rt: Runtime, object: Ref): Steps<Ref> {
  const method = yield* settle(rt, getAttr(rt, object, rt.name('__getstate__')));
  try {
    return yield* call(method, []);
  } finally {
    rt.heap.decref(method);
  }
}
