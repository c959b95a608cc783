declare const refBrand: unique symbol;

/** A handle of an object: an index into the heap's columns. 0 is NULL. */
export type Ref = number & { readonly [refBrand]: true };

export const NULL = 0 as Ref;

/** What an operation answers that must run Python code first: the runtime then holds the suspension to drive. */
export const SUSPENDED = -1;

/** An owned reference, or SUSPENDED. Whoever receives it must look. */
export type Eventual = Ref | -1;

/** An Int32Array whose elements are handles. */
export interface RefColumn {
  [index: number]: Ref;
  readonly length: number;
  readonly buffer: ArrayBufferLike;
  fill(value: Ref, start?: number, end?: number): unknown;
  copyWithin(target: number, start: number, end?: number): unknown;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): RefColumn;
  subarray(start?: number, end?: number): RefColumn;
}

export const refColumn = (length: number): RefColumn => new Int32Array(length) as unknown as RefColumn;
