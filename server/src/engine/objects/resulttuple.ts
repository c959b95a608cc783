import type { Ref } from '../heap/ref.ts';
import { newTuple } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';

/**
 * The tuple that `zip`, `enumerate` and `dict.items()` answer next; takes over the references in `items`. If nobody
 * else holds the last one, `result`, it is filled again, and only now its old items die: as long as the iterator
 * lives, it holds what it yielded last.
 */
export function nextTuple(rt: Runtime, result: Ref, items: Ref[]): Ref {
  const { heap } = rt;
  if (heap.refcount[result] !== 1) return newTuple(rt, items);
  const old = heap.payload[result] as Ref[];
  heap.payload[result] = items;
  heap.incref(result);
  heap.track(result);
  heap.deaths.drop(old);
  return result;
}
