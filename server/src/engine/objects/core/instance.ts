import { TypeFlag } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';

/** A new object of `type` with this payload (PyType_GenericAlloc): counts the reference to a heap type, and tracks. */
export function newInstance(rt: Runtime, type: Ref, payload: unknown): Ref {
  const { heap } = rt;
  const { flags, valuesStart } = rt.typeObject(type);
  const object = heap.allocate(type, payload);
  if ((flags & TypeFlag.HEAP) !== 0) {
    heap.refcount[type]!++;
    if ((flags & TypeFlag.MANAGED_DICT) !== 0) heap.attributes[object] = [NULL];
    else if (valuesStart > 1) heap.attributes[object] = [];
    rt.journal?.born(object);
  }
  if ((flags & TypeFlag.GC) !== 0) {
    heap.onGcAllocation(object);
    heap.track(object);
  }
  return object;
}
