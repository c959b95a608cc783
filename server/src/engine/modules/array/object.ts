import { BUFFER_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { CountingExporter } from '../../objects/buffer-exporter.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { itemSizes, isUnicode, newItem, readItem, type Item } from './items.ts';

export const ARRAY = moduleTypeHandle();

/** Payload of an array. */
export class ArrayObject extends CountingExporter {
  private storage: Uint8Array;
  private size: number;
  /** Items that CPython has room for. */
  allocated: number;

  /** Takes over `bytes`. */
  constructor(
    readonly code: string,
    bytes: Uint8Array,
  ) {
    super();
    this.storage = bytes;
    this.size = bytes.length / itemSizes[code]!;
    this.allocated = this.size;
  }

  get length(): number {
    return this.size;
  }

  get bytes(): Uint8Array {
    return this.storage.subarray(0, this.size * this.itemSize);
  }

  exported(): Uint8Array {
    return this.bytes;
  }

  override get format(): string {
    return isUnicode(this.code) ? 'w' : this.code;
  }

  override get itemSize(): number {
    return itemSizes[this.code]!;
  }

  checkResizable(rt: Runtime): void {
    if (this.exports > 0) raise(rt, BUFFER_ERROR, 'cannot resize an array that is exporting buffers');
  }

  /** Mirrors array_resize(); new items are zero. */
  resize(rt: Runtime, size: number): void {
    if (size !== this.size) this.checkResizable(rt);
    if (this.allocated < size || this.size >= size + 16) this.allocated = size === 0 ? 0 : (size >> 4) + (this.size < 8 ? 3 : 7) + size;
    const bytes = size * this.itemSize;
    if (bytes > this.storage.length) {
      rt.charge(bytes >> 8, bytes - this.storage.length);
      const wide = new Uint8Array(Math.max(bytes, Math.min(this.storage.length * 2, this.storage.length + (1 << 20))));
      wide.set(this.bytes);
      this.storage = wide;
    } else if (size < this.size) this.storage.fill(0, bytes);
    this.size = size;
  }

  /** Replaces the items from `start` to `stop`. */
  splice(rt: Runtime, start: number, stop: number, bytes: Uint8Array): void {
    const { itemSize } = this;
    const tail = this.bytes.slice(stop * itemSize);
    this.resize(rt, this.size + bytes.length / itemSize - (stop - start));
    this.storage.set(bytes, start * itemSize);
    this.storage.set(tail, start * itemSize + bytes.length);
  }

  itemAt(rt: Runtime, at: number): Item {
    return readItem(rt, this.code, this.storage, at * this.itemSize);
  }

  put(at: number, bytes: Uint8Array): void {
    this.storage.set(bytes, at * this.itemSize);
  }
}

export const arrayObject = (rt: Runtime, self: Ref): ArrayObject => rt.heap.payload[self] as ArrayObject;

export const isArray = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === ARRAY || isInstance(rt, object, ARRAY);

/** An array that takes over `bytes`. */
export const newArray = (rt: Runtime, code: string, bytes: Uint8Array, type: Ref = ARRAY): Ref => newInstance(rt, type, new ArrayObject(code, bytes));

export const itemObject = (rt: Runtime, self: Ref, at: number): Ref => newItem(rt, arrayObject(rt, self).code, arrayObject(rt, self).itemAt(rt, at));

export const itemObjects = (rt: Runtime, self: Ref): Ref[] => Array.from({ length: arrayObject(rt, self).length }, (_, i) => itemObject(rt, self, i));

/** The text of an array of characters. */
export const textOf = (rt: Runtime, object: ArrayObject): string => Array.from({ length: object.length }, (_, i) => object.itemAt(rt, i) as string).join('');
