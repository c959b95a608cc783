import { TypeFlag } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';

/** A new object of `type` with this payload (PyType_GenericAlloc): counts the reference to a heap type, and tracks. */
export function newInstance(rt: Runtime, type: Ref, payload: unknown): Ref {
  const { heap } = rt;
  const { flags, valuesStart, sharedKeys } = rt.typeObject(type);
  const object = heap.allocate(type, payload);
  if ((flags & TypeFlag.HEAP) !== 0) {
    heap.refcount[type]!++;
    // Room for the attributes that instances of the class are known to have, so that the array never grows by halves.
    if ((flags & TypeFlag.MANAGED_DICT) !== 0) heap.attributes[object] = unset(valuesStart + (sharedKeys?.names.length ?? 0));
    else if (valuesStart > 1) heap.attributes[object] = unset(valuesStart);
    rt.journal?.born(object);
  }
  if ((flags & TypeFlag.GC) !== 0) {
    heap.onPlainAllocation(object);
    heap.track(object);
  }
  return object;
}

function unset(length: number): Ref[] {
  const values = new Array<Ref>(length);
  for (let i = 0; i < length; i++) values[i] = NULL;
  return values;
}
