import type { Heap } from './heap.ts';

/** Modelled bytes of all payloads that grow with what they hold: texts, integers, arrays and tables. */
export function payloadBytes(heap: Heap): number {
  let bytes = 0;
  for (const payload of heap.payload) bytes += bytesOf(payload);
  return bytes;
}

function bytesOf(payload: unknown): number {
  switch (typeof payload) {
    case 'string':
      return payload.length;
    case 'bigint':
      return payload.toString(16).length / 2;
    case 'object': {
      if (payload === null) return 0;
      if (Array.isArray(payload)) return payload.length * 8;
      if (ArrayBuffer.isView(payload)) return payload.byteLength;
      // Tables of dicts and sets.
      const { keys } = payload as { readonly keys?: unknown };
      return Array.isArray(keys) ? keys.length * 16 : 0;
    }
    default:
      return 0;
  }
}
