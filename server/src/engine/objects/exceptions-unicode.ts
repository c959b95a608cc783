import {
  BYTES,
  EMPTY_STR,
  NONE,
  TYPE_ERROR,
  UNICODE_DECODE_ERROR,
  UNICODE_ENCODE_ERROR,
  UNICODE_ERROR,
  UNICODE_TRANSLATE_ERROR,
  VALUE_ERROR,
} from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { UnicodeProblem } from '../text/codec.ts';
import { isStr } from './arguments.ts';
import { bytesLike } from './bytes-like.ts';
import { exceptionOf, newException, orNone, raise, type ExceptionObject } from './core/errors.ts';
import { isInstance, typeName } from './core/lookup.ts';
import { itemsOf, newBytes } from './core/make.ts';
import type { NativeAttribute } from './core/native.ts';
import { index, indexNow, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { defineException, errorsProfile, exceptionInit, fieldOf, memberField, setField } from './exceptions-base.ts';

const enum Field {
  ENCODING,
  OBJECT,
  REASON,
  START,
  END,
}

type Kind = 'encode' | 'decode' | 'translate';

/** The fields in order of the arguments. */
const withEncoding = [Field.ENCODING, Field.OBJECT, Field.START, Field.END, Field.REASON];
const parameters: Readonly<Record<Kind, readonly Field[]>> = {
  encode: withEncoding,
  decode: withEncoding,
  translate: withEncoding.slice(1),
};

function setFields(rt: Runtime, exception: ExceptionObject, kind: Kind): void {
  itemsOf(rt, exception.args).forEach((value, i) => setField(rt, exception, parameters[kind][i]!, rt.heap.incref(value)));
}

/** Mirrors UnicodeEncodeError_init() and its two relatives. */
function* init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref, kind: Kind): Steps<Ref> {
  exceptionInit(rt, self, args, keywords);
  const fields = parameters[kind];
  if (args.length !== fields.length) raise(rt, TYPE_ERROR, `function takes exactly ${fields.length} arguments (${args.length} given)`);
  const exception = exceptionOf(rt, self);
  for (const [i, field] of fields.entries()) {
    const value = args[i]!;
    if (field === Field.START || field === Field.END) {
      const position = yield* index(rt, value);
      setField(rt, exception, field, rt.newInt(position));
      continue;
    }
    const isBytes = field === Field.OBJECT && kind === 'decode';
    if (!isBytes && !isStr(rt, value)) raise(rt, TYPE_ERROR, `argument ${i + 1} must be str, not ${value === NONE ? 'None' : typeName(rt, value)}`);
    setField(rt, exception, field, isBytes && rt.heap.type[value] !== BYTES ? newBytes(rt, bytesLike(rt, value).slice()) : rt.heap.incref(value));
  }
  return NULL;
}

function* text(rt: Runtime, value: Ref): Steps<string> {
  if (value === NULL) return '<NULL>';
  const result = yield* settle(rt, str(rt, value));
  const shown = rt.text(result);
  rt.heap.decref(result);
  return shown;
}

const position = (rt: Runtime, self: Ref, field: Field): number => {
  const value = fieldOf(rt, self, field);
  return value === NULL ? 0 : Number(rt.heap.payload[value]);
};

function escaped(code: number): string {
  const hex = code.toString(16);
  return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** What is at the start, if the error is about that one place: a character shown escaped, or a byte. */
function single(rt: Runtime, self: Ref, kind: Kind, object: Ref): string | null {
  const start = position(rt, self, Field.START);
  if (position(rt, self, Field.END) !== start + 1) return null;
  const { unicodeErrorChecksObject } = errorsProfile(rt);
  if (kind === 'decode') {
    const bytes = rt.heap.payload[object];
    if (!(bytes instanceof Uint8Array)) {
      if (unicodeErrorChecksObject) raise(rt, TYPE_ERROR, `UnicodeError 'object' attribute must be a bytes`);
      return null;
    }
    return bytes[start] === undefined ? null : `0x${bytes[start].toString(16).padStart(2, '0')}`;
  }
  if (!isStr(rt, object)) {
    if (unicodeErrorChecksObject) raise(rt, TYPE_ERROR, `UnicodeError 'object' attribute must be a string`);
    return null;
  }
  const character = [...rt.text(object)][start];
  return character === undefined ? null : `'${escaped(character.codePointAt(0)!)}'`;
}

/** Mirrors UnicodeEncodeError_str() and its two relatives. */
function* unicodeErrorStr(rt: Runtime, self: Ref, kind: Kind): Steps<Ref> {
  const object = fieldOf(rt, self, Field.OBJECT);
  if (object === NULL) return EMPTY_STR;
  const reason = yield* text(rt, fieldOf(rt, self, Field.REASON));
  const subject = kind === 'translate' ? "can't translate" : `'${yield* text(rt, fieldOf(rt, self, Field.ENCODING))}' codec can't ${kind}`;
  const what = kind === 'decode' ? 'byte' : 'character';
  const one = single(rt, self, kind, object);
  const start = position(rt, self, Field.START);
  const where = one === null ? `${what}s in position ${start}-${position(rt, self, Field.END) - 1}` : `${what} ${one} in position ${start}`;
  return rt.newStr(`${subject} ${where}: ${reason}`);
}

const sizeField = (name: string, field: Field): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => (fieldOf(rt, self, field) === NULL ? rt.newInt(0) : orNone(rt, fieldOf(rt, self, field))),
  set: (rt, self, value) => {
    if (value === NULL) raise(rt, TYPE_ERROR, "can't delete numeric/char attribute");
    const number = indexNow(rt, value);
    const stored = number ?? (errorsProfile(rt).failedPositionIsStored ? -1 : null);
    if (stored !== null) setField(rt, exceptionOf(rt, self), field, rt.newInt(stored));
    return number === undefined ? raise(rt, TYPE_ERROR, 'an integer is required') : NULL;
  },
});

defineException({ handle: UNICODE_ERROR, name: 'UnicodeError', base: VALUE_ERROR });

const define = (handle: Ref, name: string, kind: Kind): void =>
  defineException({
    handle,
    name,
    base: UNICODE_ERROR,
    addsLayout: true,
    fields: (rt, exception) => setFields(rt, exception, kind),
    slots: {
      tp_init: (rt, self, args, keywords): Eventual => begin(rt, init(rt, self, args, keywords, kind)),
      tp_str: (rt, self) => begin(rt, unicodeErrorStr(rt, self, kind)),
    },
    attributes: [
      memberField('encoding', Field.ENCODING),
      memberField('object', Field.OBJECT),
      sizeField('start', Field.START),
      sizeField('end', Field.END),
      memberField('reason', Field.REASON),
    ],
  });

define(UNICODE_ENCODE_ERROR, 'UnicodeEncodeError', 'encode');
define(UNICODE_DECODE_ERROR, 'UnicodeDecodeError', 'decode');
define(UNICODE_TRANSLATE_ERROR, 'UnicodeTranslateError', 'translate');

/** What a UnicodeError tells, its positions within its object (PyUnicodeEncodeError_GetStart and its relatives). */
export interface UnicodeFailure {
  readonly kind: Kind;
  readonly encoding: string;
  readonly object: string | Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** null where the exception is none of the three kinds. */
export function unicodeFailure(rt: Runtime, exception: Ref): UnicodeFailure | null {
  const kinds: readonly (readonly [Ref, Kind])[] = [
    [UNICODE_ENCODE_ERROR, 'encode'],
    [UNICODE_DECODE_ERROR, 'decode'],
    [UNICODE_TRANSLATE_ERROR, 'translate'],
  ];
  const kind = kinds.find(([type]) => isInstance(rt, exception, type))?.[1];
  if (kind === undefined) return null;
  const encoding = fieldOf(rt, exception, Field.ENCODING);
  const object = rt.heap.payload[fieldOf(rt, exception, Field.OBJECT)] as string | Uint8Array;
  const size = typeof object === 'string' ? [...object].length : object.length;
  const start = Math.max(0, Math.min(position(rt, exception, Field.START), size - 1));
  const end = Math.min(Math.max(position(rt, exception, Field.END), 1), size);
  return { kind, encoding: encoding === NULL ? '' : rt.text(encoding), object, start, end };
}

/** The exception of a problem, new, or `reused` with other positions (make_encode_exception, make_decode_exception). */
export function unicodeException(rt: Runtime, { encoding, object, start, end, reason }: UnicodeProblem, reused: Ref): Ref {
  if (reused === NULL) {
    const isText = typeof object === 'string';
    const args = [rt.newStr(encoding), isText ? rt.newStr(object) : newBytes(rt, object.slice()), rt.newInt(start), rt.newInt(end), rt.newStr(reason)];
    return newException(rt, isText ? UNICODE_ENCODE_ERROR : UNICODE_DECODE_ERROR, args);
  }
  const exception = exceptionOf(rt, reused);
  setField(rt, exception, Field.START, rt.newInt(start));
  setField(rt, exception, Field.END, rt.newInt(end));
  setField(rt, exception, Field.REASON, rt.newStr(reason));
  return reused;
}
