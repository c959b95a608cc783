import type { Heap } from '../../heap/heap.ts';
import { NULL, type Ref, type RefColumn } from '../../heap/ref.ts';

/*
 * Runs of slots of the value stack, for the evaluation loop. The loops are here because V8 would otherwise enter optimised code at
 * one of them, and leave it again at its end, for as long as the instruction stays frequent.
 */

/** A copy of `count` slots from `from` on. Short ones are literals, which take no more room than they need. */
export function copySlots(stack: RefColumn, from: number, count: number): Ref[] {
  switch (count) {
    case 0:
      return [];
    case 1:
      return [stack[from]!];
    case 2:
      return [stack[from]!, stack[from + 1]!];
    case 3:
      return [stack[from]!, stack[from + 1]!, stack[from + 2]!];
    case 4:
      return [stack[from]!, stack[from + 1]!, stack[from + 2]!, stack[from + 3]!];
  }
  const items = [stack[from]!, stack[from + 1]!, stack[from + 2]!, stack[from + 3]!, stack[from + 4]!];
  for (let i = 5; i < count; i++) items.push(stack[from + i]!);
  return items;
}

export function emptySlots(stack: RefColumn, from: number, to: number): void {
  for (let i = from; i < to; i++) stack[i] = NULL;
}

/** Drops what the slots hold, the first first. */
export function releaseSlots(heap: Heap, stack: RefColumn, from: number, to: number): void {
  const { refcount, deaths } = heap;
  for (let i = from; i < to; i++) {
    const value = stack[i]!;
    if (value === NULL || --refcount[value]! !== 0) continue;
    deaths.begin(value);
    if (deaths.blocked === NULL) continue;
    // What comes behind is held until the finalisers and callbacks of this one have run.
    const rest: Ref[] = [];
    for (let k = i + 1; k < to; k++) if (stack[k] !== NULL) rest.push(stack[k]!);
    deaths.drop(rest);
    return;
  }
}

/** The same, the last first. */
export function releaseSlotsBackwards(heap: Heap, stack: RefColumn, from: number, to: number): void {
  const { refcount, deaths } = heap;
  for (let i = to - 1; i >= from; i--) {
    const value = stack[i]!;
    if (value === NULL || --refcount[value]! !== 0) continue;
    deaths.begin(value);
    if (deaths.blocked === NULL) continue;
    const rest: Ref[] = [];
    for (let k = i - 1; k >= from; k--) if (stack[k] !== NULL) rest.push(stack[k]!);
    deaths.drop(rest);
    return;
  }
}

/** Puts new references to the items into the slots from `at` on, the last item first (UNPACK_SEQUENCE). */
export function spreadReversed(heap: Heap, stack: RefColumn, at: number, items: readonly Ref[]): void {
  for (let i = items.length - 1, to = at; i >= 0; i--) stack[to++] = heap.incref(items[i]!);
}
