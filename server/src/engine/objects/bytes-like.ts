import { TypeFlag, type Heap } from '../heap/heap.ts';
import { BYTEARRAY, BYTES, MEMORYVIEW, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import type { ByteArrayObject } from './bytearray-object.ts';
import { raise } from './core/errors.ts';
import { isSubtype, typeName } from './core/lookup.ts';
import type { ManagedBuffer, MemoryView } from './memoryview-object.ts';
import type { Runtime } from './core/runtime.ts';

export const isBytes = (rt: Runtime, object: Ref): boolean =>
  rt.heap.type[object] === BYTES || (rt.typeOf(object).flags & TypeFlag.BYTES_SUBCLASS) !== 0;

export function isByteArray(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object]!;
  return type === BYTEARRAY || isSubtype(rt, type, BYTEARRAY);
}

/** Payload of an object that shows the bytes of another and lets them be written, such as `io.BytesIO.getbuffer()` makes. */
export abstract class BufferExporter {
  abstract exported(heap: Heap): Uint8Array;
}

/** The bytes of an object with the buffer protocol; undefined for others. They are the object's own: not to be kept. */
export function bytesLikeNow(rt: Runtime, object: Ref): Uint8Array | undefined {
  if (isBytes(rt, object)) return rt.heap.payload[object] as Uint8Array;
  if (isByteArray(rt, object)) return (rt.heap.payload[object] as ByteArrayObject).bytes;
  const payload = rt.heap.payload[object];
  if (payload instanceof BufferExporter) return payload.exported(rt.heap);
  return rt.heap.type[object] === MEMORYVIEW ? viewedBytes(rt, payload as MemoryView) : undefined;
}

/** The bytes that a memoryview shows: a part of the object's own where they lie next to each other. */
function viewedBytes(rt: Runtime, { buffer, released, start, step, count, itemSize }: MemoryView): Uint8Array {
  if (released) raise(rt, VALUE_ERROR, 'operation forbidden on released memoryview object');
  const bytes = bytesLikeNow(rt, (rt.heap.payload[buffer] as ManagedBuffer).exporter)!;
  if (step === itemSize) return bytes.subarray(start, start + count * itemSize);
  return Uint8Array.from({ length: count * itemSize }, (_, i) => bytes[start + Math.floor(i / itemSize) * step + (i % itemSize)]!);
}

/** The bytes of an argument (PyObject_GetBuffer). */
export function bytesLike(rt: Runtime, object: Ref): Uint8Array {
  const bytes = bytesLikeNow(rt, object);
  if (bytes === undefined) raise(rt, TYPE_ERROR, `a bytes-like object is required, not '${typeName(rt, object)}'`);
  return bytes;
}

/** The bytes of an object whose buffer can be written; undefined for others. */
export function writableBytes(rt: Runtime, object: Ref): Uint8Array | undefined {
  return isByteArray(rt, object) ? (rt.heap.payload[object] as ByteArrayObject).bytes : undefined;
}
