import { Compare } from '../compiler/opcodes.ts';
import { LIST, TYPE_ERROR } from '../heap/known.ts';
import { TypeFlag } from '../heap/heap.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { Int } from '../text/integer.ts';
import type { SliceIndices } from '../text/slice.ts';
import { itemIndex, withIndex } from './arguments.ts';
import { raise } from './core/errors.ts';
import { holding } from './core/holding.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import { enterRepr, equals, equalsNow, holds, index, leaveRepr, repr, richCompare } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';

/**
 * What list and tuple have in common. Their payload is looked up anew after each step that may run Python code,
 * because that code can change a list.
 */

export const isList = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === LIST || (rt.typeOf(object).flags & TypeFlag.LIST_SUBCLASS) !== 0;

/** The reprs of the items between brackets; the caller has dealt with the empty sequence. */
export function* joinReprs(rt: Runtime, sequence: Ref, open: string, close: string, loneComma: boolean): Steps<Ref> {
  const { heap } = rt;
  if (!enterRepr(rt, sequence)) return rt.newStr(`${open}...${close}`);
  try {
    let text = open;
    for (let i = 0; i < itemsOf(rt, sequence).length; i++) {
      if (i > 0) text += ', ';
      const item = heap.incref(itemsOf(rt, sequence)[i]!);
      try {
        const shown = yield* settle(rt, repr(rt, item));
        text += rt.text(shown);
        heap.decref(shown);
      } finally {
        heap.decref(item);
      }
      rt.charge(1, text.length);
    }
    if (loneComma && itemsOf(rt, sequence).length === 1) text += ',';
    return rt.newStr(text + close);
  } finally {
    leaveRepr(rt, sequence);
  }
}

/** Mirrors list_richcompare() and tuplerichcompare(): 1 the first items that differ; 2 the lengths, or those items. */
export function compareSequences(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  const a = itemsOf(rt, left);
  const b = itemsOf(rt, right);
  if (a.length !== b.length && (op === Compare.EQ || op === Compare.NE) && isList(rt, left)) return rt.newBool(op === Compare.NE);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const equal = equalsNow(rt, a[i]!, b[i]!);
    if (equal === undefined) return begin(rt, compareFrom(rt, left, right, op, i));
    if (!equal) return compareAt(rt, left, right, op, i);
  }
  return rt.newBool(holds(op, a.length - b.length));
}

function* compareFrom(rt: Runtime, left: Ref, right: Ref, op: number, start: number): Steps<Ref> {
  const { heap } = rt;
  let i = start;
  for (; i < itemsOf(rt, left).length && i < itemsOf(rt, right).length; i++) {
    const a = heap.incref(itemsOf(rt, left)[i]!);
    const b = heap.incref(itemsOf(rt, right)[i]!);
    try {
      if (!(yield* equals(rt, a, b))) break;
    } finally {
      heap.decref(a);
      heap.decref(b);
    }
  }
  if (i < itemsOf(rt, left).length && i < itemsOf(rt, right).length) return yield* settle(rt, compareAt(rt, left, right, op, i));
  return rt.newBool(holds(op, itemsOf(rt, left).length - itemsOf(rt, right).length));
}

function compareAt(rt: Runtime, left: Ref, right: Ref, op: number, i: number): Eventual {
  if (op === Compare.EQ || op === Compare.NE) return rt.newBool(op === Compare.NE);
  const a = itemsOf(rt, left)[i]!;
  const b = itemsOf(rt, right)[i]!;
  return holding(rt, richCompare(rt, a, b, op), a, b);
}

/** The index of the first item in the range that equals `value`, or −1 (each item compared as `item == value`). */
export function findItem(rt: Runtime, sequence: Ref, value: Ref, start: number, stop: number, found: (index: number) => Eventual): Eventual {
  const items = itemsOf(rt, sequence);
  for (let i = start; i < stop && i < items.length; i++) {
    const equal = equalsNow(rt, items[i]!, value);
    if (equal === undefined) return begin(rt, findFrom(rt, sequence, value, i, stop, found));
    if (equal) return found(i);
  }
  return found(-1);
}

function* findFrom(rt: Runtime, sequence: Ref, value: Ref, start: number, stop: number, found: (index: number) => Eventual): Steps<Ref> {
  for (let i = start; i < stop && i < itemsOf(rt, sequence).length; i++) {
    if (yield* itemEquals(rt, sequence, i, value)) return yield* settle(rt, found(i));
  }
  return yield* settle(rt, found(-1));
}

function* itemEquals(rt: Runtime, sequence: Ref, i: number, value: Ref): Steps<boolean> {
  const item = rt.heap.incref(itemsOf(rt, sequence)[i]!);
  try {
    return yield* equals(rt, item, value);
  } finally {
    rt.heap.decref(item);
  }
}

export const containsItem = (rt: Runtime, sequence: Ref, value: Ref): Eventual =>
  findItem(rt, sequence, value, 0, Infinity, (at) => rt.newBool(at >= 0));

export function* countItems(rt: Runtime, sequence: Ref, value: Ref): Steps<Ref> {
  let count = 0;
  for (let i = 0; i < itemsOf(rt, sequence).length; i++) {
    const now = equalsNow(rt, itemsOf(rt, sequence)[i]!, value);
    if (now ?? (yield* itemEquals(rt, sequence, i, value))) count++;
  }
  return rt.newInt(count);
}

/** `sequence.index(value, start, stop)`; the bounds cannot be None, but may be absent. */
export function indexOfItem(rt: Runtime, sequence: Ref, value: Ref, start: Ref, stop: Ref, missing: () => Eventual): Eventual {
  const search = (first: Int, last: Int): Eventual => {
    const { length } = itemsOf(rt, sequence);
    return findItem(rt, sequence, value, clampBound(first, length), clampBound(last, length), (at) => (at < 0 ? missing() : rt.newInt(at)));
  };
  return withLimit(rt, start, 0, (first) => withLimit(rt, stop, Number.MAX_SAFE_INTEGER, (last) => search(first, last)));
}

function withLimit(rt: Runtime, object: Ref, absent: number, body: (value: Int) => Eventual): Eventual {
  if (object === NULL) return body(absent);
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'slice indices must be integers or have an __index__ method');
  return withIndex(rt, object, body);
}

const clampBound = (bound: Int, length: number): number => (bound < 0 ? Math.max(0, Number(bound) + length) : Number(bound));

/** The position that an index (no slice) names, negative if before the start; `what` is "list" or "tuple". */
export function* position(rt: Runtime, sequence: Ref, key: Ref, what: string): Steps<number> {
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `${what} indices must be integers or slices, not ${typeName(rt, key)}`);
  const value = yield* index(rt, key);
  return itemIndex(rt, key, value, itemsOf(rt, sequence).length);
}

/** New references to the items at these indices. */
export function sliceItems(rt: Runtime, items: readonly Ref[], { start, step, count }: SliceIndices): Ref[] {
  rt.charge(count, count * 8);
  const picked = step === 1 ? items.slice(start, start + count) : Array.from({ length: count }, (_, i) => items[start + i * step]!);
  for (const item of picked) rt.heap.refcount[item]!++;
  return picked;
}

/** `items` repeated, as new references. */
export function repeatItems(rt: Runtime, items: readonly Ref[], count: number): Ref[] {
  if (items.length === 0) return [];
  const total = items.length * count;
  rt.charge(total, total * 8);
  const { refcount } = rt.heap;
  const repeated = new Array<Ref>(total);
  for (let i = 0, at = 0; i < count; i++) for (let j = 0; j < items.length; j++) repeated[at++] = items[j]!;
  for (const item of items) refcount[item]! += count;
  return repeated;
}

