import type { Heap } from '../heap/heap.ts';

/** Payload of an object that shows its memory to others: meanwhile its size stays. */
export abstract class BufferExporter {
  /** All its bytes, as they are now. */
  abstract exported(heap: Heap): Uint8Array;
  /** Somebody begins to look at the memory (1) or has ended it (−1). */
  abstract count(heap: Heap, change: 1 | -1): void;

  get format(): string {
    return 'B';
  }

  get itemSize(): number {
    return 1;
  }
}

/** An exporter that counts those who look by itself. */
export abstract class CountingExporter extends BufferExporter {
  exports = 0;

  count(_heap: Heap, change: 1 | -1): void {
    this.exports += change;
  }
}
