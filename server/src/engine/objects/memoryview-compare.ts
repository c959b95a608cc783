import { Compare } from '../compiler/opcodes.ts';
import { FALSE, NOT_IMPLEMENTED, TRUE } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { equals } from '../text/bytes.ts';
import { allBytesNow } from './bytes-like.ts';
import type { Runtime } from './core/runtime.ts';
import { itemSizeOf, plainFormat, readItem, type Item } from './memoryview-format.ts';
import { structureOf } from './memoryview-items.ts';
import type { MemoryView, Shape } from './memoryview-object.ts';

const viewOf = (rt: Runtime, self: Ref): MemoryView => rt.heap.payload[self] as MemoryView;

type Structure = Pick<Shape, 'format' | 'itemSize' | 'shape'>;

/** Mirrors memory_richcompare(). */
export function compareViews(rt: Runtime, self: Ref, other: Ref, op: number): Ref {
  if (op !== Compare.EQ && op !== Compare.NE) return NOT_IMPLEMENTED;
  const isEqual = sameItems(rt, self, other);
  if (isEqual === null) return NOT_IMPLEMENTED;
  return isEqual === (op === Compare.EQ) ? TRUE : FALSE;
}

/** Null where the other has no bytes: items are compared as values where they are not the same bytes by their format. */
function sameItems(rt: Runtime, self: Ref, other: Ref): boolean | null {
  const view = viewOf(rt, self);
  if (view.released) return self === other;
  const isView = rt.heap.type[other] === rt.heap.type[self];
  if (isView && viewOf(rt, other).released) return false;
  const theirs = allBytesNow(rt, other);
  if (theirs === undefined) return null;
  const ours = allBytesNow(rt, self)!;
  const structure = structureOf(rt, other, theirs.length);
  if (structure.shape.length !== view.items.shape.length || structure.shape.some((count, i) => count !== view.items.shape[i])) return false;
  const format = plainFormat(view.items.format);
  if (itemSizeOf(rt, format) === undefined || itemSizeOf(rt, structure.format) === undefined) return false;
  if (format === plainFormat(structure.format) && !/[fde]/.test(format)) return equals(ours, theirs);
  rt.charge(ours.length >> 4);
  const items = itemValues(rt, view.items, ours);
  const others = itemValues(rt, structure, theirs);
  return items.every((item, i) => sameItem(item, others[i]!));
}

const itemValues = (rt: Runtime, { format, itemSize }: Structure, bytes: Uint8Array): Item[] =>
  Array.from({ length: bytes.length / itemSize }, (_, i) => readItem(rt, format, bytes, i * itemSize));

function sameItem(a: Item, b: Item): boolean {
  if (a instanceof Uint8Array || b instanceof Uint8Array) return a instanceof Uint8Array && b instanceof Uint8Array && equals(a, b);
  const [real, otherReal] = [a, b].map((item) => (typeof item === 'object' ? item.real : item)) as [RealItem, RealItem];
  const [imag, otherImag] = [a, b].map((item) => (typeof item === 'object' ? item.imag : 0)) as [number, number];
  return Number(real) === Number(otherReal) && exactly(real) === exactly(otherReal) && imag === otherImag;
}

type RealItem = number | bigint | boolean;

/** Ints beyond the exact floats are told apart by their digits. */
const exactly = (item: RealItem): bigint | number => (typeof item === 'bigint' || Number.isInteger(Number(item)) ? BigInt(item) : Number(item));
