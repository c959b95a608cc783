import { Compare } from '../../compiler/opcodes.ts';
import { FALSE, INDEX_ERROR, NOT_IMPLEMENTED, SLICE, TRUE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { repeat } from '../../text/bytes.ts';
import { repr as textRepr } from '../../text/str.ts';
import type { SliceIndices } from '../../text/slice.ts';
import { itemIndex, withIndex } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newList } from '../../objects/core/make.ts';
import { equals, holds, index, repr, richCompare } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { resolveSlice, withSlice } from '../../objects/slice.ts';
import { chargeText } from '../../objects/text-results.ts';
import { isUnicode, packItem } from './items.ts';
import { arrayObject, isArray, itemObject, itemObjects, newArray, textOf, type ArrayObject } from './object.ts';

/** Items at the places of a slice. */
function taken(object: ArrayObject, { start, step, count }: SliceIndices): Uint8Array {
  const { itemSize, bytes } = object;
  if (step === 1) return bytes.slice(start * itemSize, (start + count) * itemSize);
  const result = new Uint8Array(count * itemSize);
  for (let i = 0; i < count; i++) result.set(bytes.subarray((start + i * step) * itemSize, (start + i * step + 1) * itemSize), i * itemSize);
  return result;
}

export function item(rt: Runtime, self: Ref, at: number): Ref {
  if (at < 0 || at >= arrayObject(rt, self).length) raise(rt, INDEX_ERROR, 'array index out of range');
  return itemObject(rt, self, at);
}

/** Mirrors array_subscr(). */
export function subscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  const object = arrayObject(rt, self);
  if (rt.heap.type[key] === SLICE) {
    return withSlice(rt, key, () => object.length, (indices) => {
      chargeText(rt, indices.count * object.itemSize);
      return newArray(rt, object.code, taken(object, indices));
    });
  }
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'array indices must be integers');
  return withIndex(rt, key, (value) => item(rt, self, itemIndex(rt, key, value, object.length)));
}

/** Mirrors array_ass_subscr(); `value` NULL deletes. */
export function* assignSubscript(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const object = arrayObject(rt, self);
  if (rt.heap.type[key] === SLICE) {
    yield* assignSlice(rt, self, key, value);
    return NULL;
  }
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'array indices must be integers');
  const at = itemIndex(rt, key, yield* index(rt, key), object.length);
  if (at < 0 || at >= object.length) raise(rt, INDEX_ERROR, 'array assignment index out of range');
  if (value === NULL) {
    object.splice(rt, at, at + 1, new Uint8Array(0));
    return NULL;
  }
  const bytes = yield* packItem(rt, object.code, value);
  // The value's conversion may have made the array shorter.
  if (at < object.length) object.put(at, bytes);
  return NULL;
}

function* assignSlice(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<void> {
  const object = arrayObject(rt, self);
  const indices = yield* resolveSlice(rt, key, () => object.length);
  const { start, stop, step, count } = indices;
  let bytes = new Uint8Array(0);
  if (value !== NULL) {
    if (!isArray(rt, value)) raise(rt, TYPE_ERROR, `can only assign array (not "${typeName(rt, value)}") to array slice`);
    if (arrayObject(rt, value).code !== object.code) raise(rt, TYPE_ERROR, 'bad argument type for built-in operation');
    bytes = arrayObject(rt, value).bytes.slice();
  }
  const needed = bytes.length / object.itemSize;
  if (needed === 0 || needed !== count) object.checkResizable(rt);
  if (step === 1) object.splice(rt, start, Math.max(start, stop), bytes);
  else if (needed === 0) deleteExtended(rt, object, indices);
  else {
    if (needed !== count) raise(rt, VALUE_ERROR, `attempt to assign array of size ${needed} to extended slice of size ${count}`);
    for (let i = 0; i < count; i++) object.put(start + i * step, bytes.subarray(i * object.itemSize, (i + 1) * object.itemSize));
  }
}

function deleteExtended(rt: Runtime, object: ArrayObject, { start, step, count }: SliceIndices): void {
  if (count === 0) return;
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  const { itemSize } = object;
  const rest = object.bytes.filter((_, i) => !gone.has(Math.floor(i / itemSize)));
  object.splice(rt, 0, object.length, rest);
}

/** Mirrors array_concat(). */
export function concat(rt: Runtime, left: Ref, right: Ref): Ref {
  if (!isArray(rt, right)) raise(rt, TYPE_ERROR, `can only append array (not "${typeName(rt, right)}") to array`);
  const a = arrayObject(rt, left);
  const b = arrayObject(rt, right);
  if (a.code !== b.code) raise(rt, TYPE_ERROR, 'bad argument type for built-in operation');
  chargeText(rt, a.bytes.length + b.bytes.length);
  const bytes = new Uint8Array(a.bytes.length + b.bytes.length);
  bytes.set(a.bytes);
  bytes.set(b.bytes, a.bytes.length);
  return newArray(rt, a.code, bytes);
}

/** The part of array_do_extend() for arrays. */
export function extendByArray(rt: Runtime, self: Ref, other: Ref): void {
  const object = arrayObject(rt, self);
  if (arrayObject(rt, other).code !== object.code) raise(rt, TYPE_ERROR, 'can only extend with array of same kind');
  const added = arrayObject(rt, other).bytes.slice();
  object.splice(rt, object.length, object.length, added);
}

export function inplaceConcat(rt: Runtime, self: Ref, other: Ref): Ref {
  if (!isArray(rt, other)) raise(rt, TYPE_ERROR, `can only extend array with array (not "${typeName(rt, other)}")`);
  extendByArray(rt, self, other);
  return rt.heap.incref(self);
}

function repeated(rt: Runtime, object: ArrayObject, count: number): Uint8Array {
  const times = object.length === 0 ? 0 : Math.max(0, count);
  chargeText(rt, object.bytes.length * times);
  return repeat(object.bytes, times);
}

export const repeatArray = (rt: Runtime, self: Ref, count: number): Ref => newArray(rt, arrayObject(rt, self).code, repeated(rt, arrayObject(rt, self), count));

export function inplaceRepeat(rt: Runtime, self: Ref, count: number): Ref {
  const object = arrayObject(rt, self);
  object.splice(rt, 0, object.length, repeated(rt, object, count));
  return rt.heap.incref(self);
}

/** The first place from `start` to `stop` whose item equals a value; −1 if there is none. */
export function* find(rt: Runtime, self: Ref, value: Ref, start = 0, stop = Infinity): Steps<number> {
  for (let i = start; i < Math.min(stop, arrayObject(rt, self).length); i++) {
    rt.charge(1);
    const own = itemObject(rt, self, i);
    try {
      if (yield* equals(rt, own, value)) return i;
    } finally {
      rt.heap.decref(own);
    }
  }
  return -1;
}

/** Mirrors array_richcompare(): the first items that differ decide, then the lengths. */
export function* compare(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  if (!isArray(rt, left) || !isArray(rt, right)) return NOT_IMPLEMENTED;
  const a = arrayObject(rt, left);
  const b = arrayObject(rt, right);
  if (a.length !== b.length && (op === Compare.EQ || op === Compare.NE)) return op === Compare.NE ? TRUE : FALSE;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    rt.charge(1);
    const [x, y] = [itemObject(rt, left, i), itemObject(rt, right, i)];
    try {
      if (yield* equals(rt, x, y)) continue;
      if (op === Compare.EQ || op === Compare.NE) return op === Compare.NE ? TRUE : FALSE;
      return yield* settle(rt, richCompare(rt, x, y, op));
    } finally {
      rt.heap.decref(x);
      rt.heap.decref(y);
    }
  }
  return rt.newBool(holds(op, a.length - b.length));
}

/** Mirrors array_repr(). */
export function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const object = arrayObject(rt, self);
  const { name } = rt.typeOf(self);
  if (object.length === 0) return rt.newStr(`${name}('${object.code}')`);
  chargeText(rt, object.length * 4);
  if (isUnicode(object.code)) return rt.newStr(`${name}('${object.code}', ${textRepr(textOf(rt, object))})`);
  const list = newList(rt, itemObjects(rt, self));
  try {
    const shown = yield* settle(rt, repr(rt, list));
    const text = rt.text(shown);
    rt.heap.decref(shown);
    return rt.newStr(`${name}('${object.code}', ${text})`);
  } finally {
    rt.heap.decref(list);
  }
}

export const contains = (rt: Runtime, self: Ref, value: Ref): Eventual => begin(rt, containsSteps(rt, self, value));

function* containsSteps(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  return (yield* find(rt, self, value)) >= 0 ? TRUE : FALSE;
}
