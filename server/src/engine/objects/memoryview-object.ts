import { NULL, type Ref } from '../heap/ref.ts';
import { moduleTypeHandle } from './core/define.ts';

export const MANAGED_BUFFER = moduleTypeHandle();

/** What the views on one object have in common; the exporter is owned until the last of them is released. */
export class ManagedBuffer {
  views = 0;
  constructor(
    public exporter: Ref,
    /** The views are of memory that belongs to nobody they could name (PyMemoryView_FromMemory). */
    readonly isRaw = false,
  ) {}
}

/** How the items of a view lie in the memory of the exporter. */
export interface Shape {
  readonly start: number;
  /** Items of each dimension. */
  readonly shape: readonly number[];
  /** Bytes from one item of a dimension to the next. */
  readonly strides: readonly number[];
  readonly readonly: boolean;
  /** A character of the module `struct`, perhaps behind an `@`, and the bytes of one item. */
  readonly format: string;
  readonly itemSize: number;
}

/** Payload of a memoryview; the managed buffer is owned. */
export class MemoryView {
  released = false;
  /** Who looks at the memory through this view. */
  exports = 0;
  constructor(
    public buffer: Ref,
    readonly items: Shape,
  ) {}

  /** Gives up the buffer; the reference becomes the caller's. */
  give(): Ref {
    const { buffer } = this;
    this.buffer = NULL;
    return buffer;
  }
}

export const itemCount = ({ shape }: Shape): number => shape.reduce((product, count) => product * count, 1);

/** Strides of items that lie next to each other, those of the last dimension first (init_strides_from_shape). */
export function contiguousStrides(shape: readonly number[], itemSize: number): number[] {
  const strides = new Array<number>(shape.length);
  let stride = itemSize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride;
    stride *= shape[i]!;
  }
  return strides;
}

/** Whether the items lie next to each other, those of the last dimension first (C) or of the first (Fortran). */
export function isContiguous(items: Shape, order: 'C' | 'F'): boolean {
  const { shape, strides, itemSize } = items;
  if (itemCount(items) === 0) return true;
  let stride = itemSize;
  for (let n = 0; n < shape.length; n++) {
    const i = order === 'C' ? shape.length - 1 - n : n;
    if (shape[i]! > 1 && strides[i] !== stride) return false;
    stride *= shape[i]!;
  }
  return true;
}

/** Where each item is, in the order of C or of Fortran. */
export function itemOffsets(items: Shape, order: 'C' | 'F' = 'C'): number[] {
  let offsets = [items.start];
  const { shape, strides } = items;
  for (let n = 0; n < shape.length; n++) {
    const i = order === 'C' ? n : shape.length - 1 - n;
    const longer: number[] = [];
    for (const offset of offsets) for (let k = 0; k < shape[i]!; k++) longer.push(offset + k * strides[i]!);
    offsets = longer;
  }
  return offsets;
}

/** The bytes of the items, in the memory itself where they lie next to each other. */
export function itemBytes(memory: Uint8Array, items: Shape, order: 'C' | 'F' = 'C'): Uint8Array {
  const { start, itemSize } = items;
  if (isContiguous(items, order)) return memory.subarray(start, start + itemCount(items) * itemSize);
  const bytes = new Uint8Array(itemCount(items) * itemSize);
  for (const [i, offset] of itemOffsets(items, order).entries()) bytes.set(memory.subarray(offset, offset + itemSize), i * itemSize);
  return bytes;
}
