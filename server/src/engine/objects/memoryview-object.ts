import { NULL, type Ref } from '../heap/ref.ts';
import { moduleTypeHandle } from './core/define.ts';

export const MANAGED_BUFFER = moduleTypeHandle();

/** What the views on one object have in common; both handles are owned. */
export class ManagedBuffer {
  constructor(public exporter: Ref) {}
}

/** Payload of a memoryview of bytes: `count` of them, every `step`th from `start`. The managed buffer is owned. */
export class MemoryView {
  released = false;
  constructor(
    public buffer: Ref,
    readonly start: number,
    readonly step: number,
    readonly count: number,
    readonly readonly: boolean,
  ) {}

  /** Gives up the buffer; the reference becomes the caller's. */
  give(): Ref {
    const { buffer } = this;
    this.buffer = NULL;
    return buffer;
  }
}
