import { BYTES, DEPRECATION_WARNING, NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { type Codec, type CodecSteps, decodeSteps, encodeSteps } from '../../text/codec.ts';
import { escapeBytes, unescapeBytes } from '../../text/byte-escape.ts';
import { decodeRawUnicodeEscape, decodeUnicodeEscape, encodeRawUnicodeEscape, encodeUnicodeEscape, type Unescaped } from '../../text/unicode-escape.ts';
import { decodeUtf7, encodeUtf7 } from '../../text/utf7.ts';
import { characterNamed } from '../../syntax/names.ts';
import { cInt, textArgument } from '../../objects/arguments.ts';
import { callCodec } from '../../objects/codecs/call.ts';
import { buildMap, decodeCharmap, encodeCharmap } from '../../objects/codecs/charmap.ts';
import { convert } from '../../objects/codecs/convert.ts';
import { isBuiltInHandler, lengthOf, lookupHandler } from '../../objects/codecs/handlers.ts';
import { codecRegistry, lookupCodec, normalizeEncoding, unregisterSearch } from '../../objects/codecs/registry.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { warn } from '../../objects/core/warn.ts';
import { chargeText } from '../../objects/text-results.ts';
import { modulesOf } from '../../versions/modules.ts';
import { defineModule } from '../core/define.ts';
import { bytesOf, bytesOrText, errorsOf, textOf } from './arguments.ts';

const pair = (rt: Runtime, converted: Ref, length: number): Ref => newTuple(rt, [converted, rt.newInt(length)]);
const encoded = (rt: Runtime, bytes: Uint8Array, text: string): Ref => pair(rt, newBytes(rt, bytes), lengthOf(text));
const isCallable = (rt: Runtime, object: Ref): boolean => rt.typeOf(object).slots.tp_call !== undefined;

/** An encoder of text: `(str, errors=None)` to bytes and the number of characters. */
const encoder = (name: string, steps: (text: string) => CodecSteps<Uint8Array>): NativeFunction =>
  suspending(name, 'str, errors=None, /', function* (rt, _module, [object, errors]) {
    const text = textOf(rt, name, object!);
    chargeText(rt, text.length * 4);
    return encoded(rt, yield* convert(rt, steps(text), errorsOf(rt, name, errors!)), text);
  });

const encoderOf = (name: string, codec: Codec): NativeFunction => encoder(name, (text) => encodeSteps(text, codec));

/** An encoder that finds nothing it cannot encode. */
const plainEncoder = (name: string, convertText: (text: string) => Uint8Array): NativeFunction =>
  native(name, 'str, errors=None, /', (rt, _module, [object, errors]) => {
    const text = textOf(rt, name, object!);
    errorsOf(rt, name, errors!);
    chargeText(rt, text.length * 10);
    return encoded(rt, convertText(text), text);
  });

/** `utf_16_encode` and `utf_32_encode`: byte order 0 is the machine's with a mark. */
const orderedEncoder = (name: string, codec: 'utf-16' | 'utf-32'): NativeFunction =>
  suspending(name, 'str, errors=None, byteorder=0, /', function* (rt, _module, [object, errors, order]) {
    const text = textOf(rt, name, object!);
    const handler = errorsOf(rt, name, errors!);
    const byteOrder = order === NULL ? 0 : yield* cInt(rt, order!);
    chargeText(rt, text.length * 4);
    return encoded(rt, yield* convert(rt, encodeSteps(text, byteOrder === 0 ? codec : `${codec}-${byteOrder < 0 ? 'le' : 'be'}`), handler), text);
  });

interface Converted {
  readonly text: string;
  readonly consumed: number;
}

/** A decoder that can go on with more bytes later: `(data, errors=None, final=False)` to text and the number of bytes. */
const decoder = (
  name: string,
  steps: (bytes: Uint8Array, isLast: boolean) => CodecSteps<Converted>,
): NativeFunction =>
  suspending(name, 'data, errors=None, final=False, /', function* (rt, _module, [data, errors, final]) {
    const bytes = bytesOf(rt, data!);
    const handler = errorsOf(rt, name, errors!);
    const isLast = final !== NULL && (yield* truth(rt, final!));
    chargeText(rt, bytes.length * 2);
    const { text, consumed } = yield* convert(rt, steps(bytes, isLast), handler);
    return pair(rt, rt.newStr(text), consumed);
  });

const decoderOf = (name: string, codec: Codec): NativeFunction => decoder(name, (bytes, isLast) => decodeSteps(bytes, codec, isLast));

/** One that decodes every byte by itself. */
const wholeDecoder = (name: string, codec: Codec): NativeFunction =>
  suspending(name, 'data, errors=None, /', function* (rt, _module, [data, errors]) {
    const bytes = bytesOf(rt, data!);
    chargeText(rt, bytes.length);
    const { text } = yield* convert(rt, decodeSteps(bytes, codec), errorsOf(rt, name, errors!));
    return pair(rt, rt.newStr(text), bytes.length);
  });

/** `utf_16_ex_decode`, which tells the byte order too. */
const orderedDecoder = (name: string, codec: 'utf-16' | 'utf-32'): NativeFunction =>
  suspending(name, 'data, errors=None, byteorder=0, final=False, /', function* (rt, _module, [data, errors, order, final]) {
    const bytes = bytesOf(rt, data!);
    const handler = errorsOf(rt, name, errors!);
    const given = order === NULL ? 0 : yield* cInt(rt, order!);
    const isLast = final !== NULL && (yield* truth(rt, final!));
    const { text, consumed, byteOrder } = yield* convert(rt, decodeSteps(bytes, given === 0 ? codec : `${codec}-${given < 0 ? 'le' : 'be'}`, isLast), handler);
    return newTuple(rt, [rt.newStr(text), rt.newInt(consumed), rt.newInt(given === 0 ? byteOrder : given)]);
  });

/** A decoder of escapes: it takes text too, and warns of the first escape that means nothing. */
const unescaper = (name: string, steps: (bytes: Uint8Array, isLast: boolean) => CodecSteps<Unescaped>): NativeFunction =>
  suspending(name, 'data, errors=None, final=True, /', function* (rt, _module, [data, errors, final]) {
    const bytes = bytesOrText(rt, data!);
    const handler = errorsOf(rt, name, errors!);
    const isLast = final === NULL || (yield* truth(rt, final!));
    chargeText(rt, bytes.length * 2);
    const { text, consumed, invalid } = yield* convert(rt, steps(bytes, isLast), handler);
    yield* warnOfEscape(rt, invalid, '');
    return pair(rt, rt.newStr(text), consumed);
  });

/** Escapes are a digit or other character behind the backslash, or three octal digits of a number that is too large. */
function* warnOfEscape(rt: Runtime, escape: string | null, prefix: string): Steps<void> {
  if (escape !== null) yield* warn(rt, DEPRECATION_WARNING, modulesOf(rt.profile.version).invalidEscape(escape, escape.length > 1, prefix));
}

function* charmapEncode(rt: Runtime, object: Ref, errors: Ref, mapping: Ref): Steps<Ref> {
  const text = textOf(rt, 'charmap_encode', object);
  const handler = errorsOf(rt, 'charmap_encode', errors);
  chargeText(rt, text.length);
  const byMapping = mapping !== NULL && mapping !== NONE;
  return encoded(rt, byMapping ? yield* encodeCharmap(rt, text, mapping, handler) : yield* convert(rt, encodeSteps(text, 'latin-1'), handler), text);
}

function* charmapDecode(rt: Runtime, data: Ref, errors: Ref, mapping: Ref): Steps<Ref> {
  const bytes = bytesOf(rt, data);
  const handler = errorsOf(rt, 'charmap_decode', errors);
  chargeText(rt, bytes.length);
  const byMapping = mapping !== NULL && mapping !== NONE;
  const text = byMapping ? yield* decodeCharmap(rt, bytes, mapping, handler) : (yield* convert(rt, decodeSteps(bytes, 'latin-1'), handler)).text;
  return pair(rt, rt.newStr(text), bytes.length);
}

/** `encode` and `decode` of arbitrary objects. */
const converting = (direction: 'encode' | 'decode'): NativeFunction =>
  suspending(direction, "obj, encoding='utf-8', errors='strict'", (rt, _module, [object, encoding, errors]) => {
    const name = encoding === NULL ? 'utf-8' : textArgument(rt, direction, "argument 'encoding'", encoding!);
    return callCodec(rt, direction, object!, name, errors === NULL ? null : textArgument(rt, direction, "argument 'errors'", errors!), false);
  });

function register(rt: Runtime, search: Ref): Ref {
  if (!isCallable(rt, search)) raise(rt, TYPE_ERROR, 'argument must be callable');
  codecRegistry(rt).searchPath.push(rt.heap.incref(search));
  return NONE;
}

function registerError(rt: Runtime, name: string, handler: Ref): Ref {
  if (!isCallable(rt, handler)) raise(rt, TYPE_ERROR, 'handler must be callable');
  const { handlers } = codecRegistry(rt);
  const old = handlers.get(name) ?? NULL;
  handlers.set(name, rt.heap.incref(handler));
  rt.heap.xdecref(old);
  return NONE;
}

function unregisterError(rt: Runtime, name: string): Ref {
  if (isBuiltInHandler(name)) raise(rt, VALUE_ERROR, `cannot un-register built-in error handler '${name}'`);
  const { handlers } = codecRegistry(rt);
  const old = handlers.get(name) ?? NULL;
  handlers.delete(name);
  rt.heap.xdecref(old);
  return rt.newBool(old !== NULL);
}

function escapeEncode(rt: Runtime, data: Ref, errors: Ref): Ref {
  if (rt.heap.type[data] !== BYTES) raise(rt, TYPE_ERROR, `escape_encode() argument 1 must be bytes, not ${data === NONE ? 'None' : typeName(rt, data)}`);
  errorsOf(rt, 'escape_encode', errors);
  const bytes = bytesOf(rt, data);
  chargeText(rt, bytes.length * 4);
  return pair(rt, newBytes(rt, escapeBytes(bytes)), bytes.length);
}

function* escapeDecode(rt: Runtime, data: Ref, errors: Ref): Steps<Ref> {
  const bytes = bytesOrText(rt, data);
  const handler = errorsOf(rt, 'escape_decode', errors);
  chargeText(rt, bytes.length);
  const { bytes: decoded, invalid } = textErrors(rt, () => unescapeBytes(bytes, handler));
  yield* warnOfEscape(rt, invalid, 'b');
  return pair(rt, newBytes(rt, decoded), bytes.length);
}

const name = (rt: Runtime, method: string, object: Ref): string => textArgument(rt, method, 'argument', object);

defineModule({
  name: '_codecs',
  functions: [
    native('register', 'search_function, /', (rt, _module, [search]) => register(rt, search!)),
    native('unregister', 'search_function, /', (rt, _module, [search]) => {
      unregisterSearch(rt, search!);
      return NONE;
    }),
    suspending('lookup', 'encoding, /', (rt, _module, [encoding]) => lookupCodec(rt, name(rt, 'lookup', encoding!))),
    converting('encode'),
    converting('decode'),
    native('escape_encode', 'data, errors=None, /', (rt, _module, [data, errors]) => escapeEncode(rt, data!, errors!)),
    suspending('escape_decode', 'data, errors=None, /', (rt, _module, [data, errors]) => escapeDecode(rt, data!, errors!)),
    encoderOf('utf_8_encode', 'utf-8'),
    decoderOf('utf_8_decode', 'utf-8'),
    plainEncoder('utf_7_encode', encodeUtf7),
    decoder('utf_7_decode', decodeUtf7),
    orderedEncoder('utf_16_encode', 'utf-16'),
    encoderOf('utf_16_le_encode', 'utf-16-le'),
    encoderOf('utf_16_be_encode', 'utf-16-be'),
    decoderOf('utf_16_decode', 'utf-16'),
    decoderOf('utf_16_le_decode', 'utf-16-le'),
    decoderOf('utf_16_be_decode', 'utf-16-be'),
    orderedDecoder('utf_16_ex_decode', 'utf-16'),
    orderedEncoder('utf_32_encode', 'utf-32'),
    encoderOf('utf_32_le_encode', 'utf-32-le'),
    encoderOf('utf_32_be_encode', 'utf-32-be'),
    decoderOf('utf_32_decode', 'utf-32'),
    decoderOf('utf_32_le_decode', 'utf-32-le'),
    decoderOf('utf_32_be_decode', 'utf-32-be'),
    orderedDecoder('utf_32_ex_decode', 'utf-32'),
    plainEncoder('unicode_escape_encode', encodeUnicodeEscape),
    unescaper('unicode_escape_decode', (bytes, isLast) => decodeUnicodeEscape(bytes, isLast, characterNamed)),
    plainEncoder('raw_unicode_escape_encode', encodeRawUnicodeEscape),
    unescaper('raw_unicode_escape_decode', decodeRawUnicodeEscape),
    encoderOf('latin_1_encode', 'latin-1'),
    wholeDecoder('latin_1_decode', 'latin-1'),
    encoderOf('ascii_encode', 'ascii'),
    wholeDecoder('ascii_decode', 'ascii'),
    suspending('charmap_encode', 'str, errors=None, mapping=None, /', (rt, _module, [text, errors, mapping]) => charmapEncode(rt, text!, errors!, mapping!)),
    suspending('charmap_decode', 'data, errors=None, mapping=None, /', (rt, _module, [data, errors, mapping]) => charmapDecode(rt, data!, errors!, mapping!)),
    suspending('charmap_build', 'map, /', (rt, _module, [map]) => buildMap(rt, name(rt, 'charmap_build', map!))),
    native('readbuffer_encode', 'data, errors=None, /', (rt, _module, [data, errors]) => {
      const bytes = bytesOrText(rt, data!);
      errorsOf(rt, 'readbuffer_encode', errors!);
      return pair(rt, newBytes(rt, bytes), bytes.length);
    }),
    native('register_error', 'errors, handler, /', (rt, _module, [errors, handler]) =>
      registerError(rt, textArgument(rt, 'register_error', 'argument 1', errors!), handler!),
    ),
    native('_unregister_error', 'errors, /', (rt, _module, [errors]) => unregisterError(rt, name(rt, '_unregister_error', errors!))),
    native('lookup_error', 'name, /', (rt, _module, [handler]) => rt.heap.incref(lookupHandler(rt, name(rt, 'lookup_error', handler!)))),
    native('_normalize_encoding', 'encoding', (rt, _module, [encoding]) =>
      rt.newStr(normalizeEncoding(textArgument(rt, '_normalize_encoding', "argument 'encoding'", encoding!), false)),
    ),
  ],
});
