import { DICT, DICT_ITEMS, DICT_KEYS, DICT_VALUES, FROZENSET, SET } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { containersOf } from '../versions/containers.ts';
import { itemsOf } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';

/**
 * How many slots CPython has allocated for a list: what `sys.getsizeof` shows. `Heap.allocated` holds the number as it
 * was after the last operation that asked for a size; appending only pushes, and is caught up with here.
 */

/** Slots after a list has grown from `slots` to `length` items one by one. */
function appendedSlots(slots: number, length: number): number {
  let now = slots;
  while (now < length) now = overallocated(now + 1, now);
  return now;
}

/** The size that list_resize() picks for `size` items where there were `before`. */
function overallocated(size: number, before: number): number {
  if (size === 0) return 0;
  const generous = (size + (size >> 3) + 6) & ~3;
  return size - before > generous - size ? (size + 3) & ~3 : generous;
}

export const listSlots = (rt: Runtime, list: Ref): number => appendedSlots(rt.heap.allocated[list]!, itemsOf(rt, list).length);

/** Mirrors list_resize(), for a list of `before` items that is to have `size`. */
export function resizeList(rt: Runtime, list: Ref, before: number, size: number): void {
  const { allocated } = rt.heap;
  const slots = appendedSlots(allocated[list]!, before);
  const fits = size <= slots && (size >= slots >> 1 || slots <= containersOf(rt.profile.version).slotsAlwaysKept);
  allocated[list] = fits ? slots : overallocated(size, before);
}

/** Items are about to be taken out of the list, which keeps its room. */
export function keepSlots(rt: Runtime, list: Ref): void {
  rt.heap.allocated[list] = listSlots(rt, list);
}

/** The list has given its memory back (list_clear). */
export function releaseSlots(rt: Runtime, list: Ref): void {
  rt.heap.allocated[list] = 0;
}

/**
 * What a list of `before` items asks for before `count` more come: as many as these, if it has nothing yet
 * (list_preallocate_exact). Newer versions grow as for appending where a set or a dict comes.
 */
export function reserveSlots(rt: Runtime, list: Ref, before: number, iterable: Ref, count: number): void {
  if (count === 0) return;
  if (listSlots(rt, list) !== 0 || isGrownFor(rt, iterable)) resizeList(rt, list, before, before + count);
  else rt.heap.allocated[list] = (count + 1) & ~1;
}

const isGrownFor = (rt: Runtime, iterable: Ref): boolean =>
  containersOf(rt.profile.version).growsListsForTables && tables.includes(rt.heap.type[iterable]!);

const tables: readonly Ref[] = [SET, FROZENSET, DICT, DICT_KEYS, DICT_VALUES, DICT_ITEMS];
