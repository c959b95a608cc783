import { ELLIPSIS, INDEX_ERROR, NOT_IMPLEMENTED_ERROR, SLICE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { isTuple, itemIndex } from './arguments.ts';
import { BufferExporter } from './buffer-exporter.ts';
import { acquireBuffer, allBytesNow, checkOpen, releaseBuffer, viewedMemory } from './bytes-like.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import { index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { checkFormat, newItem, packItem, plainFormat, readItem } from './memoryview-format.ts';
import { MemoryView, type Shape } from './memoryview-object.ts';
import { resolveSlice } from './slice.ts';

const isIndex = (rt: Runtime, key: Ref): boolean => rt.typeOf(key).slots.nb_index !== undefined;
const isMultiIndex = (rt: Runtime, key: Ref): boolean => isTuple(rt, key) && itemsOf(rt, key).every((part) => isIndex(rt, part));
const isMultiSlice = (rt: Runtime, key: Ref): boolean => isTuple(rt, key) && itemsOf(rt, key).length > 0 && itemsOf(rt, key).every((part) => rt.heap.type[part] === SLICE);
const isEmptyTuple = (rt: Runtime, key: Ref): boolean => isTuple(rt, key) && itemsOf(rt, key).length === 0;
const isSlice = (rt: Runtime, key: Ref): boolean => rt.heap.type[key] === SLICE;

function itemOf(rt: Runtime, view: MemoryView, at: number): Ref {
  const { format } = view.items;
  return newItem(rt, format, readItem(rt, format, viewedMemory(rt, view), at));
}

/** The item at an index of the one dimension. Mirrors memory_item(). */
export function itemAt(rt: Runtime, view: MemoryView, at: number): Ref {
  checkSingleDimension(rt, view.items);
  return itemOf(rt, view, offsetIn(rt, view.items, 0, at));
}

export function checkSingleDimension(rt: Runtime, { shape, format }: Shape): void {
  checkFormat(rt, format);
  if (shape.length === 0) raise(rt, TYPE_ERROR, 'invalid indexing of 0-dim memory');
  if (shape.length > 1) raise(rt, NOT_IMPLEMENTED_ERROR, 'multi-dimensional sub-views are not implemented');
}

/** Mirrors lookup_dimension(). */
function offsetIn(rt: Runtime, { start, shape, strides }: Shape, dimension: number, at: number, from = start): number {
  if (at < 0 || at >= shape[dimension]!) raise(rt, INDEX_ERROR, `index out of bounds on dimension ${dimension + 1}`);
  return from + at * strides[dimension]!;
}

/** Mirrors ptr_from_tuple(). */
function* offsetOfIndices(rt: Runtime, items: Shape, key: Ref): Steps<number> {
  const indices = itemsOf(rt, key);
  const { shape } = items;
  if (indices.length < shape.length) raise(rt, NOT_IMPLEMENTED_ERROR, 'sub-views are not implemented');
  if (indices.length > shape.length) raise(rt, TYPE_ERROR, `cannot index ${shape.length}-dimension view with ${indices.length}-element tuple`);
  let offset = items.start;
  for (const [dimension, part] of indices.entries()) {
    offset = offsetIn(rt, items, dimension, itemIndex(rt, part, yield* index(rt, part), shape[dimension]!), offset);
  }
  return offset;
}

/** The items that a slice of the first dimension has (init_slice). */
function* sliced(rt: Runtime, items: Shape, key: Ref): Steps<Shape> {
  const [first, ...rest] = items.strides as readonly [number, ...number[]];
  const { start, step, count } = yield* resolveSlice(rt, key, () => items.shape[0]!);
  return { ...items, start: items.start + first * start, shape: [count, ...items.shape.slice(1)], strides: [first * step, ...rest] };
}

/** Mirrors memory_subscript(); `make` answers a view of these items. */
export function* subscript(rt: Runtime, view: MemoryView, key: Ref, make: (items: Shape) => Ref): Steps<Ref> {
  const { items } = view;
  if (items.shape.length === 0) {
    if (isEmptyTuple(rt, key)) return itemOf(rt, view, items.start);
    if (key === ELLIPSIS) return make(items);
    raise(rt, TYPE_ERROR, 'invalid indexing of 0-dim memory');
  }
  if (isIndex(rt, key)) {
    const at = itemIndex(rt, key, yield* index(rt, key), items.shape[0]!);
    checkOpen(rt, view);
    return itemAt(rt, view, at);
  }
  if (isSlice(rt, key)) {
    const part = yield* sliced(rt, items, key);
    checkOpen(rt, view);
    return make(part);
  }
  if (isMultiIndex(rt, key)) {
    const at = yield* offsetOfIndices(rt, items, key);
    checkOpen(rt, view);
    return itemOf(rt, view, at);
  }
  if (isMultiSlice(rt, key)) raise(rt, NOT_IMPLEMENTED_ERROR, 'multi-dimensional slicing is not implemented');
  raise(rt, TYPE_ERROR, 'memoryview: invalid slice key');
}

function* store(rt: Runtime, view: MemoryView, at: number, value: Ref): Steps<Ref> {
  const packed = yield* packItem(rt, view.items, value);
  checkOpen(rt, view);
  viewedMemory(rt, view).set(packed, at);
  return NULL;
}

/** Mirrors memory_ass_sub(); `value` NULL deletes. */
export function* assignSubscript(rt: Runtime, view: MemoryView, key: Ref, value: Ref): Steps<Ref> {
  const { items } = view;
  const dimensions = items.shape.length;
  checkFormat(rt, items.format);
  if (items.readonly) raise(rt, TYPE_ERROR, 'cannot modify read-only memory');
  if (value === NULL) raise(rt, TYPE_ERROR, 'cannot delete memory');
  if (dimensions === 0) {
    if (key !== ELLIPSIS && !isEmptyTuple(rt, key)) raise(rt, TYPE_ERROR, 'invalid indexing of 0-dim memory');
    return yield* store(rt, view, items.start, value);
  }
  if (isIndex(rt, key)) {
    if (dimensions > 1) raise(rt, NOT_IMPLEMENTED_ERROR, 'sub-views are not implemented');
    const at = itemIndex(rt, key, yield* index(rt, key), items.shape[0]!);
    checkOpen(rt, view);
    return yield* store(rt, view, offsetIn(rt, items, 0, at), value);
  }
  if (isSlice(rt, key) && dimensions === 1) return yield* assignSlice(rt, view, key, value);
  if (isMultiIndex(rt, key)) return yield* store(rt, view, yield* offsetOfIndices(rt, items, key), value);
  if (isSlice(rt, key) || isMultiSlice(rt, key)) raise(rt, NOT_IMPLEMENTED_ERROR, 'memoryview slice assignments are currently restricted to ndim = 1');
  raise(rt, TYPE_ERROR, 'memoryview: invalid slice key');
}

/** Mirrors copy_single(): both sides have the same structure. */
function* assignSlice(rt: Runtime, view: MemoryView, key: Ref, value: Ref): Steps<Ref> {
  if (allBytesNow(rt, value) === undefined) raise(rt, TYPE_ERROR, `a bytes-like object is required, not '${typeName(rt, value)}'`);
  const { heap } = rt;
  acquireBuffer(heap, value);
  try {
    const part = yield* sliced(rt, view.items, key);
    checkOpen(rt, view);
    const source = allBytesNow(rt, value)!.slice();
    const { format, itemSize, shape } = structureOf(rt, value, source.length);
    const [count] = part.shape as [number];
    if (plainFormat(format) !== plainFormat(part.format) || itemSize !== part.itemSize || shape.length !== 1 || shape[0] !== count) {
      raise(rt, VALUE_ERROR, 'memoryview assignment: lvalue and rvalue have different structures');
    }
    const memory = viewedMemory(rt, view);
    const [stride] = part.strides as [number];
    for (let i = 0; i < count; i++) memory.set(source.subarray(i * itemSize, (i + 1) * itemSize), part.start + i * stride);
    return NULL;
  } finally {
    releaseBuffer(heap, value);
  }
}

/** How the items of an object with the buffer protocol lie. */
export function structureOf(rt: Runtime, object: Ref, size: number): Pick<Shape, 'format' | 'itemSize' | 'shape'> {
  const payload = rt.heap.payload[object];
  if (payload instanceof MemoryView) return payload.items;
  const { format, itemSize } = exportedFormat(payload);
  return { format, itemSize, shape: [size / itemSize] };
}

const exportedFormat = (payload: unknown): { format: string; itemSize: number } => (payload instanceof BufferExporter ? payload : { format: 'B', itemSize: 1 });
