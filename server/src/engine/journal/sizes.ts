import { SUSPENDED, type Ref } from '../heap/ref.ts';
import { TypeFlag } from '../heap/heap.ts';
import { lookupText } from '../objects/core/lookup.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { headerSize } from '../objects/core/sizes.ts';
import { MethodDescriptor } from '../objects/descriptors.ts';

/** What `sys.getsizeof` would answer, but for a `__sizeof__` of the program's own: no code of the program runs. */
export function sizeOf(rt: Runtime, object: Ref): number {
  const { heap } = rt;
  const builtin = rt.typeOf(object).linearization.find((type) => (rt.typeObject(type).flags & TypeFlag.HEAP) === 0);
  const method = builtin === undefined ? undefined : heap.payload[lookupText(rt, builtin, '__sizeof__')];
  if (!(method instanceof MethodDescriptor)) return 0;
  const size = method.def.body(rt, object, []);
  if (size === SUSPENDED) return 0;
  const bytes = Number(heap.payload[size]);
  heap.decref(size);
  return bytes + headerSize(rt, object);
}
