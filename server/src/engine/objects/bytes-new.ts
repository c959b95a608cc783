import { BYTES, LIST, OVERFLOW_ERROR, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { Int } from '../text/integer.ts';
import { isStr } from './arguments.ts';
import { allBytesNow, isBytes } from './bytes-like.ts';
import { refuseAnswer } from './core/answers.ts';
import { caught, matches, raise, rethrow } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { callSpecial, lookupText, typeName } from './core/lookup.ts';
import { itemsOf, newBytes } from './core/make.ts';
import { index, indexNow, iter, next } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { encodeObject, encodingArguments } from './encoding.ts';
import { chargeText } from './text-results.ts';

/** What the constructors of bytes and bytearray say differently. */
export interface ByteWords {
  readonly name: 'bytes' | 'bytearray';
  readonly range: string;
}

const bytesWords: ByteWords = { name: 'bytes', range: 'bytes must be in range(0, 256)' };
export const byteArrayWords: ByteWords = { name: 'bytearray', range: 'byte must be in range(0, 256)' };

/** Mirrors bytes_new_impl(). */
export function bytesNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [source, encoding, errors] = bind(rt, 'bytes', 'source=, encoding=, errors=', args, keywords);
  if (source === NULL || encoding !== NULL || errors !== NULL) return begin(rt, bytesOfText(rt, type, source!, encoding!, errors!));
  if (type === BYTES && rt.heap.type[source!] === BYTES) return rt.heap.incref(source!);
  return begin(rt, bytesFrom(rt, type, source!));
}

const made = (rt: Runtime, type: Ref, bytes: Uint8Array): Ref => (type === BYTES ? newBytes(rt, bytes) : newInstance(rt, type, bytes));

function* bytesOfText(rt: Runtime, type: Ref, source: Ref, encoding: Ref, errors: Ref): Steps<Ref> {
  return made(rt, type, (yield* encodedSource(rt, bytesWords, source, encoding, errors))!);
}

/** The bytes of no argument or of encoded text; null where the source is to be converted. */
export function* encodedSource(rt: Runtime, { name }: ByteWords, source: Ref, encoding: Ref, errors: Ref): Steps<Uint8Array | null> {
  const given = encodingArguments(rt, name, encoding, errors);
  const isText = source !== NULL && isStr(rt, source);
  if (encoding !== NULL && !isText) raise(rt, TYPE_ERROR, 'encoding without a string argument');
  if (encoding === NULL && errors !== NULL) raise(rt, TYPE_ERROR, isText ? 'string argument without an encoding' : 'errors without a string argument');
  if (source === NULL) return new Uint8Array(0);
  if (encoding === NULL) return null;
  const bytes = yield* settle(rt, encodeObject(rt, source, given));
  const value = rt.heap.payload[bytes] as Uint8Array;
  rt.heap.decref(bytes);
  return value;
}

function* bytesFrom(rt: Runtime, type: Ref, source: Ref): Steps<Ref> {
  const { heap } = rt;
  const method = lookupText(rt, heap.type[source]!, '__bytes__');
  if (method !== NULL) {
    const result = yield* callSpecial(rt, source, method, []);
    if (type === BYTES && isBytes(rt, result)) return result;
    return newInstance(rt, type, takeBytes(rt, source, result));
  }
  if (isStr(rt, source)) raise(rt, TYPE_ERROR, 'string argument without an encoding');
  const count = yield* zeroCount(rt, source);
  return made(rt, type, count !== null ? new Uint8Array(count) : yield* convertedBytes(rt, source, bytesWords));
}

/** What `__bytes__` answered, whose reference it takes. */
function takeBytes(rt: Runtime, object: Ref, result: Ref): Uint8Array {
  const bytes = isBytes(rt, result) ? (rt.heap.payload[result] as Uint8Array) : refuseAnswer(rt, object, '__bytes__', result);
  rt.heap.decref(result);
  return bytes;
}

/** A source that is a number asks for so many zeros; null if it is none. */
export function* zeroCount(rt: Runtime, source: Ref): Steps<number | null> {
  if (rt.typeOf(source).slots.nb_index === undefined) return null;
  let count: Int;
  try {
    count = yield* index(rt, source);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return null;
  }
  if (count >= 2 ** 63 || count < -(2 ** 63)) raise(rt, OVERFLOW_ERROR, `cannot fit '${typeName(rt, source)}' into an index-sized integer`);
  if (count < 0) raise(rt, VALUE_ERROR, 'negative count');
  chargeText(rt, Number(count));
  return Number(count);
}

/** The bytes of any object, a copy (PyObject_Bytes). */
export function* bytesOf(rt: Runtime, source: Ref): Steps<Uint8Array> {
  const method = lookupText(rt, rt.heap.type[source]!, '__bytes__');
  if (method !== NULL && rt.heap.type[source] !== BYTES) return takeBytes(rt, source, yield* callSpecial(rt, source, method, []));
  return yield* convertedBytes(rt, source, bytesWords);
}

/** Mirrors PyBytes_FromObject(): 1 a buffer; 2 an iterable of ints. */
export function* convertedBytes(rt: Runtime, source: Ref, words: ByteWords): Steps<Uint8Array> {
  const { heap } = rt;
  const own = allBytesNow(rt, source);
  if (own !== undefined) {
    chargeText(rt, own.length);
    return own.slice();
  }
  const refusal = `cannot convert '${typeName(rt, source)}' object to ${words.name}`;
  if (isStr(rt, source)) raise(rt, TYPE_ERROR, refusal);
  const type = heap.type[source];
  if (type === LIST || type === TUPLE) return yield* listedBytes(rt, source, words);
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, source));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    raise(rt, TYPE_ERROR, refusal);
  }
  try {
    return yield* iteratedBytes(rt, iterator, words);
  } finally {
    heap.decref(iterator);
  }
}

/** An `__index__` can change the list, so its length is asked again and again. */
function* listedBytes(rt: Runtime, sequence: Ref, words: ByteWords): Steps<Uint8Array> {
  const values: number[] = [];
  rt.charge(itemsOf(rt, sequence).length);
  for (let i = 0; i < itemsOf(rt, sequence).length; i++) values.push(yield* heldByte(rt, rt.heap.incref(itemsOf(rt, sequence)[i]!), words));
  return Uint8Array.from(values);
}

/** The bytes that an iterator gives. */
export function* iteratedBytes(rt: Runtime, iterator: Ref, words: ByteWords): Steps<Uint8Array> {
  const values: number[] = [];
  for (;;) {
    const item = yield* settle(rt, next(rt, iterator));
    if (item === NULL) return Uint8Array.from(values);
    rt.charge(1);
    values.push(yield* heldByte(rt, item, words));
  }
}

function* heldByte(rt: Runtime, item: Ref, words: ByteWords): Steps<number> {
  try {
    return yield* byteValue(rt, item, words.range);
  } finally {
    rt.heap.decref(item);
  }
}

/** An int from 0 to 255 (_getbytevalue). */
export function* byteValue(rt: Runtime, object: Ref, refusal = byteArrayWords.range): Steps<number> {
  const value = indexNow(rt, object) ?? (yield* index(rt, object));
  if (value < 0 || value > 255) raise(rt, VALUE_ERROR, refusal);
  return Number(value);
}
