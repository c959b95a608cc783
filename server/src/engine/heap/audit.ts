import { Flag, type Heap } from './heap.ts';
import { NULL, type Ref } from './ref.ts';

/**
 * Recomputes every reference count from the edges: each live object's, and those of `roots`. Answers one line for each
 * object whose count is too small, or, unless built-ins under way may hold references of their own, too large.
 */
export function audit(heap: Heap, roots: (visit: (ref: Ref) => void) => void, exact: boolean): string[] {
  const expected = new Int32Array(heap.refcount.length);
  const count = (ref: Ref): void => {
    expected[ref]!++;
  };
  for (const object of heap.objects()) {
    // Between instructions an object can be half-way through its deallocation: what it held waits in the work list.
    if (!exact && heap.refcount[object] === 0) continue;
    heap.traverse(object, count);
    const dict = heap.showingDict(object);
    if (dict !== NULL) count(dict);
  }
  roots(count);
  const problems: string[] = [];
  for (const object of heap.objects()) {
    if ((heap.flags[object]! & Flag.IMMORTAL) !== 0) continue;
    const edges = expected[object]!;
    const held = heap.refcount[object]!;
    if (held < edges || (exact && held > edges)) problems.push(`${describe(heap, object)}: count ${held}, edges ${edges}`);
  }
  expected.forEach((edges, ref) => {
    if (edges !== 0 && heap.type[ref] === 0) problems.push(`freed object ${ref} is referenced ${edges} times`);
  });
  return problems;
}

function describe(heap: Heap, object: Ref): string {
  const type = heap.typeOf(object) as { readonly name?: string };
  const payload = heap.payload[object];
  const shown = typeof payload === 'string' || typeof payload === 'number' ? ` ${JSON.stringify(payload).slice(0, 40)}` : '';
  return `${type.name ?? 'object'} ${object}${shown}`;
}
