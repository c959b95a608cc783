import type { Heap, Layout } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';

/** Releases the attributes of a stream, whose dict goes behind what the stream itself holds (Py_CLEAR of its `dict`). */
export function releaseAttributes(released: Ref[], heap: Heap, object: Ref): void {
  const attributes = heap.attributes[object];
  if (attributes === undefined) return;
  let first = 1;
  for (const [start, count] of heap.typeOf(object).slotRuns) first = Math.max(first, start + count);
  for (const at of [0, ...attributes.keys()].filter((at, i) => i === 0 || at >= first)) {
    if (attributes[at]! !== NULL) released.push(attributes[at]!);
    attributes[at] = NULL;
  }
}

/** Of a stream that holds nothing but its attributes. */
export const attributesLayout: Layout = {
  traverse: () => {},
  clear: (_payload, released, heap, object) => releaseAttributes(released, heap, object),
};
