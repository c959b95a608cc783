import { TypeFlag } from '../../heap/heap.ts';
import type { Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';

/** An instance of a class whose finaliser is that of the built-in type below (a stream closes itself), and none of the program's. */
export function hasNativeFinalizer(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object]!;
  let base = type;
  while ((rt.typeObject(base).flags & TypeFlag.HEAP) !== 0) base = rt.typeObject(base).base;
  const { tp_finalize } = rt.typeObject(base).slots;
  return base !== type && tp_finalize !== undefined && rt.typeObject(type).slots.tp_finalize === tp_finalize;
}
