import type { Heap } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';

/**
 * Takes the `__dict__` out of an object whose C struct has a field for it: it dies among the other fields, not before
 * them as that of an instance does. Owned, NULL if there is none.
 */
export function takeDict(heap: Heap, object: Ref): Ref {
  const attributes = heap.attributes[object];
  const dict = attributes?.[0] ?? NULL;
  if (dict !== NULL) attributes![0] = NULL;
  return dict;
}
