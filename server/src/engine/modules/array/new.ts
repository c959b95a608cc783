import { BYTEARRAY, BYTES, DEPRECATION_WARNING, LIST, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { codePoints, length as textLength } from '../../text/str.ts';
import { arrayOf } from '../../versions/arraywords.ts';
import { badArgument, isStr } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { warn } from '../../objects/core/warn.ts';
import { noKeywords } from '../core/arguments.ts';
import { isUnicode, itemSizes, packItem } from './items.ts';
import { ARRAY, arrayObject, isArray, newArray, type ArrayObject } from './object.ts';

/** The type code of an argument, which need not be one that is known. */
export function codeArgument(rt: Runtime, method: string, argument: number, code: Ref): string {
  const { codesAreTexts, countsCharacters } = arrayOf(rt.profile.version);
  if (!isStr(rt, code)) badArgument(rt, method, `argument ${argument}`, codesAreTexts ? 'str' : 'a unicode character', code);
  const text = rt.text(code);
  const size = textLength(text);
  if (!codesAreTexts && size !== 1) raise(rt, TYPE_ERROR, `${method}() argument ${argument} must be a unicode character, not ${countsCharacters ? `a string of length ${size}` : 'str'}`);
  return text;
}

/** Mirrors array_new(): 1 arguments; 2 what is no sequence of a known kind is iterated; 3 the items. */
export function* arrayNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const words = arrayOf(rt.profile.version);
  // 1
  if (type === ARRAY || rt.typeObject(type).slots.tp_init === rt.typeObject(ARRAY).slots.tp_init) noKeywords(rt, 'array.array', keywords);
  const given = keywords === NULL ? args : args.slice(0, args.length - itemsOf(rt, keywords).length);
  if (given.length < 1 || given.length > 2) raise(rt, TYPE_ERROR, `array() takes at ${given.length < 1 ? 'least 1 argument' : 'most 2 arguments'} (${given.length} given)`);
  const code = codeArgument(rt, 'array', 1, given[0]!);
  const initial = given[1] ?? NULL;
  if (code === 'u' && words.warnsOfU) yield* warn(rt, DEPRECATION_WARNING, "The 'u' type code is deprecated and will be removed in Python 3.16");
  if (initial !== NULL && !isUnicode(code)) refuseText(rt, code, initial);
  // 2
  const isCopied = initial === NULL || [LIST, TUPLE, BYTES, BYTEARRAY].some((kind) => isInstance(rt, initial, kind)) || (isUnicode(code) && (isStr(rt, initial) || isArray(rt, initial))) || (isArray(rt, initial) && arrayObject(rt, initial).code === code);
  const iterator = isCopied ? NULL : yield* settle(rt, iter(rt, initial));
  try {
    if (!words.codes.includes(code)) raise(rt, VALUE_ERROR, `bad typecode (must be ${words.codesShown})`);
    // 3
    const self = newArray(rt, code, isCopied && initial !== NULL ? yield* initialBytes(rt, code, initial) : new Uint8Array(0), type);
    if (iterator === NULL) return self;
    let isDone = false;
    try {
      yield* extendFrom(rt, self, iterator);
      isDone = true;
      return self;
    } finally {
      if (!isDone) heap.decref(self);
    }
  } finally {
    heap.xdecref(iterator);
  }
}

function refuseText(rt: Runtime, code: string, initial: Ref): void {
  if (isStr(rt, initial)) raise(rt, TYPE_ERROR, `cannot use a str to initialize an array with typecode '${code}'`);
  if (isArray(rt, initial) && isUnicode(arrayObject(rt, initial).code)) raise(rt, TYPE_ERROR, `cannot use a unicode array to initialize an array with typecode '${code}'`);
}

function* initialBytes(rt: Runtime, code: string, initial: Ref): Steps<Uint8Array> {
  if (isInstance(rt, initial, LIST) || isInstance(rt, initial, TUPLE)) {
    const { length } = itemsOf(rt, initial);
    rt.charge(length >> 2, length * itemSizes[code]!);
    const bytes = new Uint8Array(length * itemSizes[code]!);
    for (let i = 0; i < length; i++) {
      const item = itemsOf(rt, initial)[i];
      if (item === undefined) raise(rt, VALUE_ERROR, 'list changed size during iteration');
      bytes.set(yield* packItem(rt, code, item), i * itemSizes[code]!);
    }
    return bytes;
  }
  if (isStr(rt, initial)) return characterBytes(rt.text(initial));
  if (isArray(rt, initial)) return arrayObject(rt, initial).bytes.slice();
  return wholeItems(rt, code, bytesLike(rt, initial)).slice();
}

/** Characters as items. */
export const characterBytes = (text: string): Uint8Array => new Uint8Array(Uint32Array.from(codePoints(text)).buffer);

export function wholeItems(rt: Runtime, code: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length % itemSizes[code]! !== 0) raise(rt, VALUE_ERROR, 'bytes length not a multiple of item size');
  rt.charge(bytes.length >> 8, bytes.length);
  return bytes;
}

/** Mirrors array_iter_extend(). */
export function* extendFrom(rt: Runtime, self: Ref, iterator: Ref): Steps<void> {
  for (;;) {
    const item = yield* settle(rt, next(rt, iterator));
    if (item === NULL) return;
    rt.charge(1);
    try {
      yield* insertItem(rt, arrayObject(rt, self), Infinity, item);
    } finally {
      rt.heap.decref(item);
    }
  }
}

/** Mirrors ins1(), which converts the value twice: before anything moves, and into its place. */
export function* insertItem(rt: Runtime, object: ArrayObject, where: number, value: Ref): Steps<void> {
  yield* packItem(rt, object.code, value);
  const size = object.length;
  const from = where < 0 ? Math.max(0, where + size) : Math.min(where, size);
  object.splice(rt, from, from, new Uint8Array(object.itemSize));
  object.put(from, yield* packItem(rt, object.code, value));
}
