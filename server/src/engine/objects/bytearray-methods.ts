import { INDEX_ERROR, NONE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { toLatin1 } from '../text/bytes.ts';
import { cInt, isStr, itemIndex, profileOf, toSize, withSize } from './arguments.ts';
import { newByteArray } from './bytearray-new.ts';
import type { ByteArrayObject } from './bytearray-object.ts';
import { bytesLikeNow } from './bytes-like.ts';
import { byteArrayWords, byteValue, iteratedBytes } from './bytes-new.ts';
import { caught, matches, raise, rethrow } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes, newTuple } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import { index, iter } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';
import { chargeText } from './text-results.ts';

const objectOf = (rt: Runtime, self: Ref): ByteArrayObject => rt.heap.payload[self] as ByteArrayObject;

function* append(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const byte = yield* byteValue(rt, args[0]!);
  insertByte(rt, objectOf(rt, self), objectOf(rt, self).length, byte);
  return NONE;
}

function insertByte(rt: Runtime, object: ByteArrayObject, at: number, byte: number): void {
  const { length } = object;
  object.resize(rt, length + 1);
  object.bytes.copyWithin(at + 1, at, length);
  object.bytes[at] = byte;
}

function* insert(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const where = toSize(rt, yield* index(rt, args[0]!));
  const byte = yield* byteValue(rt, args[1]!);
  const object = objectOf(rt, self);
  const at = where < 0 ? Math.max(0, where + object.length) : Math.min(where, object.length);
  rt.charge((object.length - at) >> 6);
  insertByte(rt, object, at, byte);
  return NONE;
}

/** Mirrors bytearray_extend(): 1 a buffer; 2 an iterable, read to its end before anything is added. */
function* extend(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const source = args[0]!;
  const object = objectOf(rt, self);
  const own = bytesLikeNow(rt, source);
  const added = own !== undefined ? own.slice() : yield* iterableBytes(rt, source);
  chargeText(rt, object.length + added.length);
  object.splice(rt, object.length, object.length, added);
  return NONE;
}

function* iterableBytes(rt: Runtime, source: Ref): Steps<Uint8Array> {
  const iterator = yield* extensionIterator(rt, source);
  try {
    return yield* iteratedBytes(rt, iterator, byteArrayWords);
  } catch (error) {
    const exception = caught(rt, error);
    if (!profileOf(rt).extendRefusesText || !isStr(rt, source) || !matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    raise(rt, TYPE_ERROR, `expected iterable of integers; got: '${typeName(rt, source)}'`);
  } finally {
    rt.heap.decref(iterator);
  }
}

function* extensionIterator(rt: Runtime, source: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, iter(rt, source));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    raise(rt, TYPE_ERROR, `can't extend bytearray with ${typeName(rt, source)}`);
  }
}

function pop(rt: Runtime, self: Ref, where: number): Ref {
  const object = objectOf(rt, self);
  if (object.length === 0) raise(rt, INDEX_ERROR, 'pop from empty bytearray');
  const at = where < 0 ? where + object.length : where;
  if (at < 0 || at >= object.length) raise(rt, INDEX_ERROR, 'pop index out of range');
  object.checkResizable(rt);
  const byte = object.bytes[at]!;
  const { length } = object;
  object.bytes.copyWithin(at, at + 1);
  object.resize(rt, length - 1);
  return rt.newInt(byte);
}

function* remove(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const byte = yield* byteValue(rt, args[0]!);
  const object = objectOf(rt, self);
  const at = object.bytes.indexOf(byte);
  if (at < 0) raise(rt, VALUE_ERROR, 'value not found in bytearray');
  object.splice(rt, at, at + 1, new Uint8Array(0));
  return NONE;
}

/** Mirrors _common_reduce(): before protocol 3 as Latin-1 text. */
function reduce(rt: Runtime, self: Ref, protocol: number): Ref {
  const { bytes } = objectOf(rt, self);
  const args = protocol < 3 ? [rt.newStr(toLatin1(bytes)), rt.newStr('latin-1')] : [newBytes(rt, bytes.slice())];
  return newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), newTuple(rt, bytes.length === 0 && protocol >= 3 ? [] : args), NONE]);
}

/** Bytes that CPython has allocated for the contents. */
function allocated(rt: Runtime, self: Ref): number {
  const object = objectOf(rt, self);
  return profileOf(rt).bytearrayHoldsBytes && object.allocated > 0 ? object.allocated + 33 : object.allocated;
}

function* resize(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const size = toSize(rt, yield* index(rt, args[0]!));
  if (size < 0) raise(rt, VALUE_ERROR, `Can only resize to positive sizes, got ${size}`);
  chargeText(rt, size);
  objectOf(rt, self).resize(rt, size);
  return NONE;
}

function* takeBytes(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const object = objectOf(rt, self);
  const wanted = args[0] === NULL || args[0] === NONE ? object.length : yield* takenCount(rt, args[0]!);
  const count = wanted < 0 ? wanted + object.length : wanted;
  if (count < 0 || count > object.length) raise(rt, INDEX_ERROR, `can't take ${wanted} bytes outside size ${object.length}`);
  object.checkResizable(rt);
  const taken = object.bytes.slice(0, count);
  object.splice(rt, 0, count, new Uint8Array(0));
  return newBytes(rt, taken);
}

function* takenCount(rt: Runtime, count: Ref): Steps<number> {
  if (rt.typeOf(count).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'n must be an integer or None');
  return itemIndex(rt, count, yield* index(rt, count), 0);
}

/** Methods of bytearray that bytes does not have. */
export const byteArrayMethods: readonly NativeFunction[] = [
  suspending('append', 'item, /', append),
  suspending('insert', 'index, item, /', insert),
  suspending('extend', 'iterable_of_ints, /', extend),
  suspending('remove', 'value, /', remove),
  native('pop', 'index=-1, /', (rt, self, args) => (args[0] === NULL ? pop(rt, self, -1) : withSize(rt, args[0]!, (at) => pop(rt, self, at)))),
  native('clear', '', (rt, self) => {
    objectOf(rt, self).clear(rt);
    return NONE;
  }),
  native('copy', '', (rt, self) => newByteArray(rt, objectOf(rt, self).bytes.slice())),
  native('reverse', '', (rt, self) => {
    objectOf(rt, self).bytes.reverse();
    return NONE;
  }),
  suspending('resize', 'size, /', resize),
  suspending('take_bytes', 'n=None, /', takeBytes),
  native('__alloc__', '', (rt, self) => rt.newInt(allocated(rt, self))),
  native('__sizeof__', '', (rt, self) => rt.newInt((profileOf(rt).bytearrayHoldsBytes ? 64 : 56) + allocated(rt, self))),
  native('__reduce__', '', (rt, self) => reduce(rt, self, 2)),
  suspending('__reduce_ex__', 'proto=0, /', function* (rt, self, args) {
    return reduce(rt, self, args[0] === NULL ? 0 : yield* cInt(rt, args[0]!));
  }),
];
