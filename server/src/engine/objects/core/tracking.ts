import { TypeFlag, type Heap } from '../../heap/heap.ts';
import { DICT, TUPLE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { DictTable } from './dicttable.ts';

/** Mirrors _PyObject_GC_MAY_BE_TRACKED(): static types are not the collector's, and a tuple may have been untracked. */
export function mayBeTracked(heap: Heap, object: Ref): boolean {
  const { flags } = heap.typeOf(object);
  if ((flags & TypeFlag.GC) === 0) return false;
  if ((flags & TypeFlag.TYPE_SUBCLASS) !== 0) return ((heap.payload[object] as { flags: number }).flags & TypeFlag.HEAP) !== 0;
  return heap.type[object] !== TUPLE || heap.isTracked(object);
}

/** Whether the collector can forget a tuple. Mirrors _PyTuple_MaybeUntrack(). */
export function isAtomicTuple(heap: Heap, tuple: Ref): boolean {
  if (heap.type[tuple] !== TUPLE) return false;
  for (const item of heap.payload[tuple] as Ref[]) if (item === NULL || mayBeTracked(heap, item)) return false;
  return true;
}

/** Whether the collector can forget a dict. Mirrors _PyDict_MaybeUntrack(). */
export function isAtomicDict(heap: Heap, dict: Ref): boolean {
  if (heap.type[dict] !== DICT) return false;
  const { keys, values } = heap.payload[dict] as DictTable;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== NULL && (mayBeTracked(heap, values[i]!) || mayBeTracked(heap, keys[i]!))) return false;
  }
  return true;
}
