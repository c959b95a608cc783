import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { type Codec, codecNamed, decodeSteps, encode, encodeSteps } from '../text/codec.ts';
import { LOOKUP_ERROR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { badArgument, isStr } from './arguments.ts';
import { isByteArray, isBytes } from './bytes-like.ts';
import { convert, convertNow } from './codecs/convert.ts';
import { callCodec } from './codecs/call.ts';
import { codecRegistry, normalizeEncoding } from './codecs/registry.ts';
import { raise, textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newBytes } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, type Steps } from './core/suspend.ts';
import { chargeText } from './text-results.ts';

/** An encoding and the name of an error handler, as `str.encode`, `bytes.decode` and the constructors take them. */
export interface Encoding {
  readonly name: string;
  readonly errors: string;
}

/** Reads the arguments `encoding` and `errors` of `method`; either may be NULL. */
export function encodingArguments(rt: Runtime, method: string, encoding: Ref, errors: Ref): Encoding {
  return { name: argument(rt, method, 'encoding', encoding) ?? 'utf-8', errors: argument(rt, method, 'errors', errors) ?? 'strict' };
}

function argument(rt: Runtime, method: string, name: string, value: Ref): string | null {
  if (value === NULL) return null;
  if (!isStr(rt, value)) badArgument(rt, method, `argument '${name}'`, 'str', value);
  const text = rt.text(value);
  if (/[\ud800-\udfff]/.test(text)) textErrors(rt, () => encode(text, 'utf-8'));
  if (text.includes('\0')) raise(rt, VALUE_ERROR, 'embedded null character');
  return text;
}

/** The spellings that `str.encode` and `bytes.decode` recognize without asking the registry, normalized. */
const shortcuts = new Set(['utf_8', 'utf8', 'utf_16', 'utf16', 'utf_32', 'utf32', 'ascii', 'us_ascii', 'latin1', 'latin_1', 'iso_8859_1', 'iso8859_1']);

/** The codec of a name where no search function has to be asked; null where one has. */
function ownCodec(rt: Runtime, name: string): Codec | null {
  const codec = codecNamed(name);
  const isRegistryEmpty = codecRegistry(rt).searchPath.length === 0;
  if (codec === null && isRegistryEmpty) raise(rt, LOOKUP_ERROR, `unknown encoding: ${name}`);
  return isRegistryEmpty || shortcuts.has(normalizeEncoding(name)) ? codec : null;
}

/** Mirrors PyUnicode_AsEncodedString(): a bytes object. */
export function encodeObject(rt: Runtime, text: Ref, encoding: Encoding): Eventual {
  const codec = ownCodec(rt, encoding.name);
  chargeText(rt, rt.text(text).length);
  const now = codec === null ? undefined : convertNow(rt, encodeSteps(rt.text(text), codec), encoding.errors);
  return now === undefined ? begin(rt, encodeSlowly(rt, text, codec, encoding)) : newBytes(rt, now);
}

function* encodeSlowly(rt: Runtime, text: Ref, codec: Codec | null, { name, errors }: Encoding): Steps<Ref> {
  if (codec !== null) return newBytes(rt, yield* convert(rt, encodeSteps(rt.text(text), codec), errors));
  const result = yield* callCodec(rt, 'encode', text, name, errors, true);
  if (isBytes(rt, result)) return result;
  if (isByteArray(rt, result)) {
    const bytes = newBytes(rt, (rt.heap.payload[result] as { bytes: Uint8Array }).bytes.slice());
    rt.heap.decref(result);
    return bytes;
  }
  const type = typeName(rt, result);
  rt.heap.decref(result);
  return raise(rt, TYPE_ERROR, `'${name}' encoder returned '${type}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`);
}

/** Mirrors PyUnicode_FromEncodedObject(): a str. No codec is asked where there are no bytes. */
export function decodeBytes(rt: Runtime, bytes: Uint8Array, encoding: Encoding): Eventual {
  if (bytes.length === 0) return rt.newStr('');
  const codec = ownCodec(rt, encoding.name);
  chargeText(rt, bytes.length);
  const now = codec === null ? undefined : convertNow(rt, decodeSteps(bytes, codec), encoding.errors);
  return now === undefined ? begin(rt, decodeSlowly(rt, bytes.slice(), codec, encoding)) : rt.newStr(now.text);
}

function* decodeSlowly(rt: Runtime, bytes: Uint8Array, codec: Codec | null, { name, errors }: Encoding): Steps<Ref> {
  if (codec !== null) return rt.newStr((yield* convert(rt, decodeSteps(bytes, codec), errors)).text);
  const buffer = newBytes(rt, bytes);
  let result: Ref;
  try {
    result = yield* callCodec(rt, 'decode', buffer, name, errors, true);
  } finally {
    rt.heap.decref(buffer);
  }
  if (isStr(rt, result)) return result;
  const type = typeName(rt, result);
  rt.heap.decref(result);
  return raise(rt, TYPE_ERROR, `'${name}' decoder returned '${type}' instead of 'str'; use codecs.decode() to decode to arbitrary types`);
}
