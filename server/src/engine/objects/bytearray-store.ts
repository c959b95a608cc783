import { INDEX_ERROR, SLICE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { SliceIndices } from '../text/slice.ts';
import { isStr, itemIndex } from './arguments.ts';
import type { ByteArrayObject } from './bytearray-object.ts';
import { byteArrayWords, byteValue, convertedBytes } from './bytes-new.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, type Steps } from './core/suspend.ts';
import { isComplex } from './numbers.ts';
import { resolveSlice } from './slice.ts';
import { chargeText } from './text-results.ts';

/** Mirrors bytearray_ass_subscript(); `value` NULL deletes. */
export function assignSubscript(rt: Runtime, self: Ref, key: Ref, value: Ref): Eventual {
  return begin(rt, rt.heap.type[key] === SLICE ? assignSlice(rt, self, key, value) : assignItem(rt, self, key, value));
}

const objectOf = (rt: Runtime, self: Ref): ByteArrayObject => rt.heap.payload[self] as ByteArrayObject;

function* assignItem(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const object = objectOf(rt, self);
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `bytearray indices must be integers or slices, not ${typeName(rt, key)}`);
  const at = itemIndex(rt, key, yield* index(rt, key), object.length);
  if (at < 0 || at >= object.length) raise(rt, INDEX_ERROR, 'bytearray index out of range');
  if (value === NULL) {
    object.splice(rt, at, at + 1, new Uint8Array(0));
    return NULL;
  }
  const byte = yield* byteValue(rt, value);
  // The value's `__index__` may have made the bytearray shorter.
  if (at >= object.length) raise(rt, INDEX_ERROR, 'bytearray index out of range');
  object.bytes[at] = byte;
  return NULL;
}

function* assignSlice(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const object = objectOf(rt, self);
  const bytes = value === NULL ? new Uint8Array(0) : yield* assignable(rt, value);
  const indices = yield* resolveSlice(rt, key, () => object.length);
  chargeText(rt, object.length + bytes.length);
  if (indices.step === 1) object.splice(rt, indices.start, Math.max(indices.start, indices.stop), bytes);
  else if (bytes.length === 0) deleteExtended(rt, object, indices);
  else storeExtended(rt, object, indices, bytes);
  return NULL;
}

function* assignable(rt: Runtime, value: Ref): Steps<Uint8Array> {
  const { slots } = rt.typeOf(value);
  const isNumber = slots.nb_index !== undefined || slots.nb_int !== undefined || slots.nb_float !== undefined || isComplex(rt, value);
  if (isNumber || isStr(rt, value)) raise(rt, TYPE_ERROR, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  return yield* convertedBytes(rt, value, byteArrayWords);
}

function deleteExtended(rt: Runtime, object: ByteArrayObject, { start, step, count }: SliceIndices): void {
  if (count === 0) return;
  const [first, stride] = step > 0 ? [start, step] : [start + (count - 1) * step, -step];
  const rest = object.bytes.filter((_, i) => i < first || (i - first) % stride !== 0 || (i - first) / stride >= count);
  object.splice(rt, 0, object.length, rest);
}

function storeExtended(rt: Runtime, object: ByteArrayObject, { start, step, count }: SliceIndices, bytes: Uint8Array): void {
  if (bytes.length !== count) raise(rt, VALUE_ERROR, `attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
  const target = object.bytes;
  for (let i = 0; i < count; i++) target[start + i * step] = bytes[i]!;
}
