import { TypeFlag, type Heap } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { BufferExporter } from '../../objects/buffer-exporter.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { newMemoryView } from '../../objects/memoryview.ts';

const BYTES_IO_BUFFER = moduleTypeHandle();

/** What the payload of a BytesIO has for the views on it. */
export interface Exporting {
  readonly bytes: Uint8Array;
  /** Buffers that show it: meanwhile its size stays. */
  exports: number;
}

/** Payload of the object between a BytesIO and the views on it, which it keeps; the source is owned. */
class BytesIOBuffer extends BufferExporter {
  constructor(public source: Ref) {
    super();
  }

  exported(heap: Heap): Uint8Array {
    return (heap.payload[this.source] as Exporting).bytes;
  }

  count(heap: Heap, change: 1 | -1): void {
    (heap.payload[this.source] as Exporting).exports += change;
  }
}

/** Mirrors _io_BytesIO_getbuffer_impl(). */
export function viewOfBytesIO(rt: Runtime, self: Ref): Ref {
  const { heap } = rt;
  const buffer = heap.allocateTracked(BYTES_IO_BUFFER, new BytesIOBuffer(heap.incref(self)));
  const view = newMemoryView(rt, buffer);
  heap.decref(buffer);
  return view;
}

defineType({
  handle: BYTES_IO_BUFFER,
  name: '_BytesIOBuffer',
  module: '_io',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { source } = payload as BytesIOBuffer;
      if (source !== NULL) visit(source);
    },
    clear: (payload, released) => {
      const buffer = payload as BytesIOBuffer;
      if (buffer.source === NULL) return;
      released.push(buffer.source);
      buffer.source = NULL;
    },
  },
  slots: {},
});
