import { TypeFlag } from '../heap/heap.ts';
import { INDEX_ERROR, INT, NONE, OVERFLOW_ERROR, STR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { Int } from '../text/integer.ts';
import { type BuiltinTypesProfile, builtinTypes } from '../versions/builtin-types.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { index, indexNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';

/** Arguments of functions written in C: what their converters accept, and the words of their complaints. */

export const profileOf = (rt: Runtime): BuiltinTypesProfile => builtinTypes(rt.profile.version);

const SSIZE_MAX = 0x7fffffffffffffffn;

/** Runs `body` with an int argument's value, at once unless `__index__` is Python code. */
export function withIndex(rt: Runtime, object: Ref, body: (value: Int) => Eventual): Eventual {
  const value = indexNow(rt, object);
  return value !== undefined ? body(value) : begin(rt, indexThen(rt, object, body));
}

function* indexThen(rt: Runtime, object: Ref, body: (value: Int) => Eventual): Steps<Ref> {
  return yield* settle(rt, body(yield* index(rt, object)));
}

/** `withIndex` for an argument that is a Py_ssize_t in C. */
export function withSize(rt: Runtime, object: Ref, body: (value: number) => Eventual): Eventual {
  return withIndex(rt, object, (value) => body(toSize(rt, value)));
}

/** `withIndex` for an argument that is an int in C. */
export function withCInt(rt: Runtime, object: Ref, body: (value: number) => Eventual): Eventual {
  return withIndex(rt, object, (value) => body(toCInt(rt, value)));
}

export function* cInt(rt: Runtime, object: Ref): Steps<number> {
  return toCInt(rt, yield* index(rt, object));
}

export function toCInt(rt: Runtime, value: Int): number {
  if (value < -0x80000000 || value > 0x7fffffff) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C int');
  return Number(value);
}

export function toSize(rt: Runtime, value: Int): number {
  return Number(toExactSize(rt, value));
}

/** A Py_ssize_t that may be greater than a double tells apart. */
export function toExactSize(rt: Runtime, value: Int): Int {
  if (typeof value === 'bigint' && (value > SSIZE_MAX || value < -SSIZE_MAX - 1n)) {
    raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C ssize_t');
  }
  return value;
}

/** The index of an item, `length` added to a negative one; `object` is what the error names. */
export function itemIndex(rt: Runtime, object: Ref, value: Int, length: number): number {
  if (typeof value === 'bigint' && (value > SSIZE_MAX || value < -SSIZE_MAX - 1n)) {
    raise(rt, INDEX_ERROR, `cannot fit '${typeName(rt, object)}' into an index-sized integer`);
  }
  return Number(value < 0 ? Number(value) + length : value);
}

/** Runs `body` with the optional bounds of a search; absent and None are null (_PyEval_SliceIndex). */
export function withBounds(rt: Runtime, start: Ref, end: Ref, body: (start: Int | null, end: Int | null) => Eventual): Eventual {
  const first = boundNow(rt, start);
  const last = boundNow(rt, end);
  return first !== undefined && last !== undefined ? body(first, last) : begin(rt, boundsThen(rt, start, end, body));
}

function* boundsThen(rt: Runtime, start: Ref, end: Ref, body: (start: Int | null, end: Int | null) => Eventual): Steps<Ref> {
  const first = yield* bound(rt, start);
  const last = yield* bound(rt, end);
  return yield* settle(rt, body(first, last));
}

export function boundNow(rt: Runtime, object: Ref): Int | null | undefined {
  return object === NULL || object === NONE ? null : indexNow(rt, object);
}

export function* bound(rt: Runtime, object: Ref): Steps<Int | null> {
  const known = boundNow(rt, object);
  if (known !== undefined) return known;
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, profileOf(rt).sliceIndicesWanted);
  return yield* index(rt, object);
}

/** Whether a static type's constructor refuses keywords: not for subclasses with an `__init__` of their own, which may take some. */
export const refusesKeywords = (rt: Runtime, type: Ref, own: Ref): boolean => type === own || rt.typeObject(type).slots.tp_init === rt.typeObject(own).slots.tp_init;

export const isStr = (rt: Runtime, object: Ref): boolean =>
  rt.heap.type[object] === STR || (rt.typeOf(object).flags & TypeFlag.STR_SUBCLASS) !== 0;

export const isInt = (rt: Runtime, object: Ref): boolean =>
  rt.heap.type[object] === INT || (rt.typeOf(object).flags & TypeFlag.INT_SUBCLASS) !== 0;

export const isTuple = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.TUPLE_SUBCLASS) !== 0;

/** Mirrors _PyArg_BadArgument(); `argument` is as the message shows it. */
export function badArgument(rt: Runtime, method: string, argument: string, expected: string, object: Ref): never {
  raise(rt, TYPE_ERROR, `${method}() ${argument} must be ${expected}, not ${object === NONE ? 'None' : typeName(rt, object)}`);
}

/** The text of a str argument. */
export function textArgument(rt: Runtime, method: string, argument: string, object: Ref): string {
  if (!isStr(rt, object)) badArgument(rt, method, argument, 'str', object);
  return rt.text(object);
}

/** The text of a str argument of a function that names neither itself nor the argument. */
export function plainText(rt: Runtime, object: Ref): string {
  if (!isStr(rt, object)) raise(rt, TYPE_ERROR, `must be str, not ${typeName(rt, object)}`);
  return rt.text(object);
}
