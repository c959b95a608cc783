import { LOOKUP_ERROR, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { checkPosition, unicodeError, type UnicodeProblem } from '../../text/codec.ts';
import { concat } from '../../text/bytes.ts';
import { codePoints } from '../../text/str.ts';
import { isInt, isStr } from '../arguments.ts';
import { isBytes } from '../bytes-like.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { caught, matches, raise, rethrow, textErrors } from '../core/errors.ts';
import { newInstance } from '../core/instance.ts';
import { typeName } from '../core/lookup.ts';
import { newDict } from '../core/make.ts';
import { native } from '../core/native.ts';
import { getItem } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { settle, type Steps } from '../core/suspend.ts';
import { dictSet } from '../dictsearch.ts';
import { convert } from './convert.ts';
import { handleProblem, isBuiltInHandler } from './handlers.ts';
import type { Replacement } from '../../text/codec.ts';

/** Payload of `EncodingMap`: the byte of each code point. */
class EncodingMap {
  readonly bytes = new Map<number, number>();
  /** What the table in C takes beyond its header: second and third levels of the trie. */
  pages = 0;
  subpages = 0;
}

export const ENCODING_MAP = moduleTypeHandle();

defineType({
  handle: ENCODING_MAP,
  name: 'EncodingMap',
  flags: 0,
  slots: {},
  methods: [
    native('size', '', (rt, self) => {
      const { pages, subpages } = rt.heap.payload[self] as EncodingMap;
      return rt.newInt(63 + 16 * pages + 128 * subpages);
    }),
  ],
});

/** Mirrors PyUnicode_BuildEncodingMap(): a dict where the table's first character is not NUL, or a later one is or is beyond U+FFFF. */
export function* buildMap(rt: Runtime, table: string): Steps<Ref> {
  const points = codePoints(table).slice(0, 256);
  const pages = new Set<number>();
  const subpages = new Set<number>();
  let needsDict = points[0] !== 0;
  for (const point of points.slice(1)) {
    if (point === 0 || point > 0xffff) needsDict = true;
    if (point === 0xfffe) continue;
    pages.add(point >> 11);
    subpages.add(point >> 7);
  }
  if (needsDict || pages.size >= 0xff || subpages.size >= 0xff) {
    const dict = newDict(rt);
    for (const [byte, point] of points.entries()) yield* settle(rt, dictSet(rt, dict, rt.newInt(point), rt.newInt(byte)));
    return dict;
  }
  const map = new EncodingMap();
  map.pages = pages.size;
  map.subpages = subpages.size;
  for (const [byte, point] of points.entries()) if (point !== 0xfffe) map.bytes.set(point, byte);
  return newInstance(rt, ENCODING_MAP, map);
}

/** `mapping[key]`, owned; NULL for None and where there is none. */
function* mapped(rt: Runtime, mapping: Ref, code: number): Steps<Ref> {
  const key = rt.newInt(code);
  try {
    const found = yield* settle(rt, getItem(rt, mapping, key));
    return found === NONE ? NULL : found;
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, LOOKUP_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  } finally {
    rt.heap.decref(key);
  }
}

/** The bytes of a character; null where it has none (charmapencode_lookup). */
function* encodedCharacter(rt: Runtime, mapping: Ref, point: number): Steps<Uint8Array | null> {
  const table = rt.heap.payload[mapping];
  if (table instanceof EncodingMap) {
    const byte = table.bytes.get(point);
    return byte === undefined ? null : Uint8Array.of(byte);
  }
  const found = yield* mapped(rt, mapping, point);
  if (found === NULL) return null;
  try {
    if (isInt(rt, found)) {
      const value = rt.heap.payload[found] as number | bigint;
      if (value < 0 || value > 255) raise(rt, TYPE_ERROR, 'character mapping must be in range(256)');
      return Uint8Array.of(Number(value));
    }
    if (isBytes(rt, found)) return (rt.heap.payload[found] as Uint8Array).slice();
    return raise(rt, TYPE_ERROR, `character mapping must return integer, bytes or None, not ${typeName(rt, found)}`);
  } finally {
    rt.heap.decref(found);
  }
}

const undefinedCharacter = 'character maps to <undefined>';

/** Mirrors _PyUnicode_EncodeCharmap(); what a handler puts in is mapped too. */
export function* encodeCharmap(rt: Runtime, text: string, mapping: Ref, errors: string): Steps<Uint8Array> {
  const points = codePoints(text);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < points.length; ) {
    const bytes = yield* encodedCharacter(rt, mapping, points[at]!);
    if (bytes !== null) {
      parts.push(bytes);
      at++;
      continue;
    }
    let end = at + 1;
    while (end < points.length && (yield* encodedCharacter(rt, mapping, points[end]!)) === null) end++;
    const problem: UnicodeProblem = { encoding: 'charmap', object: text, start: at, end, reason: undefinedCharacter };
    const { text: replacement, position } = yield* replacementFor(rt, problem, errors);
    if (typeof replacement !== 'string') parts.push(replacement);
    else {
      for (const point of codePoints(replacement)) {
        const substitute = yield* encodedCharacter(rt, mapping, point);
        if (substitute === null) textErrors(rt, () => fail(problem));
        else parts.push(substitute);
      }
    }
    at = textErrors(rt, () => checkPosition(position, points.length));
  }
  return concat(...parts);
}

const fail = (problem: UnicodeProblem): never => {
  throw unicodeError(problem);
};

function* replacementFor(rt: Runtime, problem: UnicodeProblem, errors: string): Steps<Replacement> {
  if (isBuiltInHandler(errors)) return textErrors(rt, () => handleProblem(problem, errors));
  return yield* convert(rt, ask(problem), errors);
}

/** A conversion that consists of one problem. */
function* ask(problem: UnicodeProblem): Generator<UnicodeProblem, Replacement, Replacement> {
  return yield problem;
}

/** The text of a byte; null where it has none. */
function* decodedByte(rt: Runtime, mapping: Ref, points: readonly number[] | null, byte: number): Steps<string | null> {
  if (points !== null) {
    const point = points[byte];
    return point === undefined || point === 0xfffe ? null : String.fromCodePoint(point);
  }
  const found = yield* mapped(rt, mapping, byte);
  if (found === NULL) return null;
  try {
    if (isInt(rt, found)) {
      const value = rt.heap.payload[found] as number | bigint;
      if (value < 0 || value > 0x10ffff) raise(rt, TYPE_ERROR, 'character mapping must be in range(0x110000)');
      return value === 0xfffe ? null : String.fromCodePoint(Number(value));
    }
    if (!isStr(rt, found)) raise(rt, TYPE_ERROR, 'character mapping must return integer, None or str');
    return rt.text(found) === '\ufffe' ? null : rt.text(found);
  } finally {
    rt.heap.decref(found);
  }
}

/** Mirrors PyUnicode_DecodeCharmap(). */
export function* decodeCharmap(rt: Runtime, bytes: Uint8Array, mapping: Ref, errors: string): Steps<string> {
  const points = isStr(rt, mapping) ? codePoints(rt.text(mapping)) : null;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const character = yield* decodedByte(rt, mapping, points, bytes[at]!);
    if (character !== null) {
      text += character;
      at++;
      continue;
    }
    const problem: UnicodeProblem = { encoding: 'charmap', object: bytes, start: at, end: at + 1, reason: undefinedCharacter };
    const { text: replacement, position } = yield* replacementFor(rt, problem, errors);
    text += String(replacement);
    at = textErrors(rt, () => checkPosition(position, bytes.length));
  }
  return text;
}
