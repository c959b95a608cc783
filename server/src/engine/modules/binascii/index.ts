import { EXCEPTION, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, isStr } from '../../objects/arguments.ts';
import { bytesLike, bytesLikeNow, isBytes } from '../../objects/bytes-like.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, length, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { chargeText } from '../../objects/text-results.ts';
import { crc32, crcHqx, decodeBase64, encodeBase64 } from '../../text/base64.ts';
import { hex } from '../../text/bytes.ts';
import { binaryOf } from '../../versions/binary.ts';
import { defineModule } from '../core/define.ts';

const ERROR: Ref = moduleTypeHandle();
const INCOMPLETE: Ref = moduleTypeHandle();

defineType({ handle: ERROR, name: 'Error', module: 'binascii', base: VALUE_ERROR, flags: CONTAINER, slots: {}, addsLayout: false });
defineType({ handle: INCOMPLETE, name: 'Incomplete', module: 'binascii', base: EXCEPTION, flags: CONTAINER, slots: {}, addsLayout: false });

function bytesOf(rt: Runtime, object: Ref): Uint8Array {
  const bytes = bytesLike(rt, object);
  chargeText(rt, bytes.length * 4);
  return bytes;
}

/** The bytes of an argument that may be text of ASCII (ascii_buffer_converter). */
function asciiBytes(rt: Runtime, object: Ref): Uint8Array {
  if (isStr(rt, object)) {
    const text = rt.text(object);
    if (/[^\0-\x7f]/.test(text)) raise(rt, VALUE_ERROR, 'string argument should contain only ASCII characters');
    chargeText(rt, text.length * 4);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }
  const bytes = bytesLikeNow(rt, object);
  if (bytes === undefined) raise(rt, TYPE_ERROR, `argument should be bytes, buffer or ASCII string, not '${typeName(rt, object)}'`);
  chargeText(rt, bytes.length * 4);
  return bytes;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Mirrors _Py_strhex_bytes_with_sep(). */
function* hexlify(rt: Runtime, [data, separator, group]: readonly Ref[]): Steps<Ref> {
  const bytes = bytesOf(rt, data!);
  const size = group === NULL ? 1 : yield* cInt(rt, group!);
  if (separator === NULL) return newBytes(rt, ascii(hex(bytes)));
  if ((yield* length(rt, separator!)) !== 1) raise(rt, VALUE_ERROR, 'sep must be length 1.');
  const isText = isStr(rt, separator!);
  if (!isText && !isBytes(rt, separator!)) raise(rt, TYPE_ERROR, 'sep must be str or bytes.');
  const code = isText ? rt.text(separator!).charCodeAt(0) : (rt.heap.payload[separator!] as Uint8Array)[0]!;
  if (code > 0xff) raise(rt, VALUE_ERROR, 'sep must be ASCII.');
  const shown = hex(bytes, '-', size);
  return newBytes(rt, Uint8Array.from(shown, (character) => (character === '-' ? code : character.charCodeAt(0))));
}

function unhexlify(rt: Runtime, object: Ref): Ref {
  const digits = asciiBytes(rt, object);
  const { oddHexDigits, countsHexDigitsFirst } = binaryOf(rt.profile.version).binascii;
  const isOdd = digits.length % 2 !== 0;
  if (isOdd && countsHexDigitsFirst) raise(rt, ERROR, oddHexDigits);
  const text = Array.from(digits, (digit) => String.fromCharCode(digit)).join('');
  if (/[^0-9a-fA-F]/.test(text)) raise(rt, ERROR, 'Non-hexadecimal digit found');
  if (isOdd) raise(rt, ERROR, oddHexDigits);
  return newBytes(rt, Uint8Array.from({ length: digits.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16)));
}

function* fromBase64(rt: Runtime, data: Ref, strict: Ref): Steps<Ref> {
  const bytes = asciiBytes(rt, data);
  const isStrict = strict !== NULL && (yield* truth(rt, strict));
  const result = decodeBase64(bytes, { strict: isStrict, ...binaryOf(rt.profile.version).binascii.base64 });
  return typeof result === 'string' ? raise(rt, ERROR, result) : newBytes(rt, result);
}

function* checkSum(rt: Runtime, data: Ref, start: Ref, sum: (bytes: Uint8Array, start: number) => number): Steps<Ref> {
  const value = start === NULL ? 0 : Number(BigInt.asUintN(32, BigInt(yield* index(rt, start))));
  return rt.newInt(sum(bytesOf(rt, data), value));
}

const both = (names: readonly string[], make: (name: string) => NativeFunction): NativeFunction[] => names.map(make);

const functions: readonly NativeFunction[] = [
  ...both(['hexlify', 'b2a_hex'], (name) => suspending(name, 'data, sep=, bytes_per_sep=1', (rt, _module, args) => hexlify(rt, args))),
  ...both(['unhexlify', 'a2b_hex'], (name) => native(name, 'hexstr, /', (rt, _module, [digits]) => unhexlify(rt, digits!))),
  suspending('b2a_base64', 'data, /, *, newline=True', function* (rt, _module, [data, newline]) {
    const ends = newline === NULL || (yield* truth(rt, newline!));
    return newBytes(rt, textErrors(rt, () => encodeBase64(bytesOf(rt, data!), ends)));
  }),
  suspending('a2b_base64', 'data, /, *, strict_mode=False', (rt, _module, [data, strict]) => fromBase64(rt, data!, strict!)),
  suspending('crc32', 'data, crc=0, /', (rt, _module, [data, start]) => checkSum(rt, data!, start!, crc32)),
  suspending('crc_hqx', 'data, crc, /', (rt, _module, [data, start]) => checkSum(rt, data!, start!, crcHqx)),
];

defineModule({ name: 'binascii', functions, types: [ERROR, INCOMPLETE] });
