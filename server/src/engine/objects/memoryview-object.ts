import { NULL, type Ref } from '../heap/ref.ts';
import { moduleTypeHandle } from './core/define.ts';

export const MANAGED_BUFFER = moduleTypeHandle();

/** What the views on one object have in common; both handles are owned. */
export class ManagedBuffer {
  constructor(public exporter: Ref) {}
}

/** Payload of a memoryview: `count` items, one every `step` bytes from `start`. The managed buffer is owned. */
export class MemoryView {
  released = false;
  constructor(
    public buffer: Ref,
    readonly start: number,
    readonly step: number,
    readonly count: number,
    readonly readonly: boolean,
    /** A character of the module `struct`, perhaps behind an `@`, and the bytes of one item. */
    readonly format = 'B',
    readonly itemSize = 1,
  ) {}

  /** Gives up the buffer; the reference becomes the caller's. */
  give(): Ref {
    const { buffer } = this;
    this.buffer = NULL;
    return buffer;
  }
}
