import { TypeFlag, type Heap } from '../heap/heap.ts';
import { BUFFER_ERROR, BYTEARRAY, BYTES, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { builtinTypes } from '../versions/builtin-types.ts';
import { BufferExporter } from './buffer-exporter.ts';
import { raise } from './core/errors.ts';
import { isSubtype, typeName } from './core/lookup.ts';
import { isContiguous, itemBytes, MemoryView, type ManagedBuffer } from './memoryview-object.ts';
import type { Runtime } from './core/runtime.ts';
import { unsupported } from './core/unsupported.ts';

export const isBytes = (rt: Runtime, object: Ref): boolean =>
  rt.heap.type[object] === BYTES || (rt.typeOf(object).flags & TypeFlag.BYTES_SUBCLASS) !== 0;

export function isByteArray(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object]!;
  return type === BYTEARRAY || isSubtype(rt, type, BYTEARRAY);
}

/** The memory of an object with the buffer protocol where it lies in one piece (PyBUF_SIMPLE); undefined for others. It is the object's own: not to be kept. */
export function bytesLikeNow(rt: Runtime, object: Ref): Uint8Array | undefined {
  if (isBytes(rt, object)) return rt.heap.payload[object] as Uint8Array;
  const payload = rt.heap.payload[object];
  if (payload instanceof BufferExporter) return payload.exported(rt.heap);
  if (!(payload instanceof MemoryView)) return refusePythonBuffer(rt, object);
  checkOpen(rt, payload);
  return isContiguous(payload.items, 'C') ? viewedBytes(rt, payload) : undefined;
}

/** Undefined for what shows no memory; a class of a program that does by `__buffer__` is refused. */
function refusePythonBuffer(rt: Runtime, object: Ref): undefined {
  if (rt.typeOf(object).slots.bf_getbuffer !== undefined && builtinTypes(rt.profile.version).hasBufferMethods) unsupported('memory that a class written in Python shows');
  return undefined;
}

/** The bytes of an object with the buffer protocol, wherever they lie (PyBUF_FULL_RO). */
export function allBytesNow(rt: Runtime, object: Ref): Uint8Array | undefined {
  const payload = rt.heap.payload[object];
  if (!(payload instanceof MemoryView)) return bytesLikeNow(rt, object);
  checkOpen(rt, payload);
  return viewedBytes(rt, payload);
}

export function checkOpen(rt: Runtime, view: MemoryView): void {
  if (view.released) raise(rt, VALUE_ERROR, 'operation forbidden on released memoryview object');
}

/** The whole memory that a view is of. */
export const viewedMemory = (rt: Runtime, { buffer }: MemoryView): Uint8Array => bytesLikeNow(rt, (rt.heap.payload[buffer] as ManagedBuffer).exporter)!;

const viewedBytes = (rt: Runtime, view: MemoryView): Uint8Array => itemBytes(viewedMemory(rt, view), view.items);

/** The bytes of an argument (PyObject_GetBuffer). */
export function bytesLike(rt: Runtime, object: Ref): Uint8Array {
  const bytes = bytesLikeNow(rt, object);
  if (bytes !== undefined) return bytes;
  if (rt.heap.payload[object] instanceof MemoryView) raise(rt, BUFFER_ERROR, 'memoryview: underlying buffer is not C-contiguous');
  raise(rt, TYPE_ERROR, `a bytes-like object is required, not '${typeName(rt, object)}'`);
}

/** The bytes of an object whose memory can be written, in one piece; undefined for others. */
export function writableBytes(rt: Runtime, object: Ref): Uint8Array | undefined {
  const payload = rt.heap.payload[object];
  if (payload instanceof BufferExporter) return payload.exported(rt.heap);
  if (!(payload instanceof MemoryView) || payload.released || payload.items.readonly) return undefined;
  return bytesLikeNow(rt, object);
}

/** Somebody begins to look at the memory of an object, which keeps its size until `releaseBuffer`. */
export const acquireBuffer = (heap: Heap, object: Ref): void => countBuffer(heap, object, 1);

export const releaseBuffer = (heap: Heap, object: Ref): void => countBuffer(heap, object, -1);

function countBuffer(heap: Heap, object: Ref, change: 1 | -1): void {
  const payload = heap.payload[object];
  if (payload instanceof BufferExporter) payload.count(heap, change);
  else if (payload instanceof MemoryView) payload.exports += change;
}
