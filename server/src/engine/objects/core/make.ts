import { BYTES, DICT, EMPTY_BYTES, EMPTY_TUPLE, LIST, SINGLE_BYTE, TUPLE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { DictTable } from './dicttable.ts';
import type { Runtime } from './runtime.ts';

/** A tuple that takes over the references in `items`. */
export function newTuple(rt: Runtime, items: Ref[]): Ref {
  return items.length === 0 ? EMPTY_TUPLE : rt.heap.allocateTracked(TUPLE, items);
}

/** A tuple of new references to `items`. */
export function tupleOf(rt: Runtime, ...items: Ref[]): Ref {
  for (const item of items) rt.heap.incref(item);
  return newTuple(rt, items);
}

/** A list that takes over the references in `items`. */
export function newList(rt: Runtime, items: Ref[]): Ref {
  const list = rt.heap.allocateTracked(LIST, items);
  rt.heap.allocated[list] = items.length;
  return list;
}

export function newBytes(rt: Runtime, bytes: Uint8Array): Ref {
  if (bytes.length === 0) return EMPTY_BYTES;
  if (bytes.length === 1) return (SINGLE_BYTE + bytes[0]!) as Ref;
  return rt.heap.allocate(BYTES, bytes);
}

/** An empty dict; like CPython's up to 3.13 it is tracked with its first container (see `dict.ts`). */
export function newDict(rt: Runtime): Ref {
  const dict = rt.heap.allocateGc(DICT, new DictTable());
  if (rt.profile.dictsTrackedAtBirth) rt.heap.track(dict);
  return dict;
}

export const itemsOf = (rt: Runtime, sequence: Ref): readonly Ref[] => rt.heap.payload[sequence] as Ref[];
export const tableOf = (rt: Runtime, dict: Ref): DictTable => rt.heap.payload[dict] as DictTable;

/** New references to all of `items`, as an array of its own. */
export function copyRefs(rt: Runtime, items: readonly Ref[]): Ref[] {
  const { refcount } = rt.heap;
  const copy = items.slice();
  for (let i = 0; i < copy.length; i++) refcount[copy[i]!]!++;
  return copy;
}
