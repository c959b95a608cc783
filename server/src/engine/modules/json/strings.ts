import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { importName } from '../../interpreter/imports.ts';
import { isStr } from '../../objects/arguments.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { raise, throwException } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { chargeScan } from '../../objects/text-results.ts';
import { codePoints, length } from '../../text/str.ts';
import { jsonOf } from '../../versions/jsonwords.ts';

/** The text of a document by code points. */
export class Document {
  readonly length: number;
  private readonly points: readonly number[] | null;
  constructor(
    readonly ref: Ref,
    private readonly text: string,
  ) {
    this.length = length(text);
    this.points = this.length === text.length ? null : codePoints(text);
  }

  /** The character at an index; −1 beyond the end. */
  at(index: number): number {
    if (index >= this.length) return -1;
    return this.points === null ? this.text.charCodeAt(index) : this.points[index]!;
  }

  slice(start: number, end: number): string {
    return this.points === null ? this.text.slice(start, end) : this.points.slice(start, end).map((point) => String.fromCodePoint(point)).join('');
  }

  startsWith(word: string, at: number): boolean {
    return this.slice(at, at + word.length) === word;
  }
}

/** The text of an argument that has to be a str. */
export function strArgument(rt: Runtime, method: string, argument: string, object: Ref): string {
  if (!isStr(rt, object)) {
    const words = jsonOf(rt.profile.version).usesConverters
      ? `${method}() ${argument} must be str, not ${object === NONE ? 'None' : typeName(rt, object)}`
      : `first argument must be a string, not ${typeName(rt, object)}`;
    raise(rt, TYPE_ERROR, words);
  }
  const text = rt.text(object);
  chargeScan(rt, text.length * 8);
  return text;
}

/** Raises `json.decoder.JSONDecodeError` (raise_errmsg). */
export function* decodeError(rt: Runtime, message: string, document: Document, position: number): Steps<never> {
  const { heap } = rt;
  const module = yield* importName(rt, NULL, 'json.decoder', NONE, 0);
  let decoder = NULL;
  let type = NULL;
  try {
    // The import of a submodule answers the package.
    decoder = yield* settle(rt, getAttrText(rt, module, 'decoder'));
    type = yield* settle(rt, getAttrText(rt, decoder, 'JSONDecodeError'));
    const args = [rt.newStr(message), document.ref, rt.newInt(position)];
    const exception = yield* call(type, args);
    heap.decref(args[0]!);
    heap.decref(args[2]!);
    return throwException(rt, exception);
  } finally {
    heap.xdecref(type);
    heap.xdecref(decoder);
    heap.decref(module);
  }
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

const hexValue = (point: number): number => {
  if (point >= 48 && point <= 57) return point - 48;
  if (point >= 97 && point <= 102) return point - 87;
  return point >= 65 && point <= 70 ? point - 55 : -1;
};

/** Four hexadecimal digits at `at`; −1 if they are not such. */
function fourDigits(document: Document, at: number): number {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const digit = hexValue(document.at(at + i));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

export interface Scanned {
  readonly text: string;
  readonly end: number;
}

/** The string whose opening quote stands before `start`. Mirrors scanstring_unicode(). */
export function* scanString(rt: Runtime, document: Document, start: number, strict: boolean): Steps<Scanned> {
  if (start < 0 || start > document.length) raise(rt, VALUE_ERROR, 'end is out of bounds');
  const parts: string[] = [];
  let at = start;
  for (;;) {
    const from = at;
    let point = document.at(at);
    while (point !== 0x22 && point !== 0x5c) {
      if (point < 0) return yield* decodeError(rt, 'Unterminated string starting at', document, start - 1);
      if (point <= 0x1f && strict) return yield* decodeError(rt, 'Invalid control character at', document, at);
      point = document.at(++at);
    }
    if (at > from) parts.push(document.slice(from, at));
    at++;
    if (point === 0x22) return { text: parts.join(''), end: at };
    const escaped = document.at(at);
    if (escaped < 0) return yield* decodeError(rt, 'Unterminated string starting at', document, start - 1);
    if (escaped !== 0x75) {
      const character = escapes[String.fromCodePoint(escaped)];
      if (character === undefined) return yield* decodeError(rt, 'Invalid \\escape', document, at - 1);
      parts.push(character);
      at++;
      continue;
    }
    at++;
    if (at + 4 >= document.length) return yield* decodeError(rt, 'Invalid \\uXXXX escape', document, at - 1);
    let code = fourDigits(document, at);
    if (code < 0) return yield* decodeError(rt, 'Invalid \\uXXXX escape', document, at - 1);
    at += 4;
    if (code >= 0xd800 && code <= 0xdbff && at + 6 < document.length && document.at(at) === 0x5c && document.at(at + 1) === 0x75) {
      const second = fourDigits(document, at + 2);
      if (second < 0) return yield* decodeError(rt, 'Invalid \\uXXXX escape', document, at + 1);
      if (second >= 0xdc00 && second <= 0xdfff) {
        code = 0x10000 + ((code & 0x3ff) << 10) + (second & 0x3ff);
        at += 6;
      }
    }
    parts.push(String.fromCodePoint(code));
  }
}

const shortEscapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escapeUnit = (unit: string): string => shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A JSON string of ASCII. */
export const quoteAscii = (text: string): string => `"${text.replace(/["\\]|[^ -~]/g, escapeUnit)}"`;

/** A JSON string in which only what has to be is escaped. */
export const quote = (text: string): string => `"${text.replace(/["\\\0-\x1f]/g, escapeUnit)}"`;
