import { OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import type { Complex } from '../../text/complex.ts';
import { toHalf } from '../../text/half.ts';
import { codePoints, length as textLength } from '../../text/str.ts';
import { arrayOf } from '../../versions/arraywords.ts';
import { isStr } from '../../objects/arguments.ts';
import { newComplex } from '../../objects/complex.ts';
import { asComplex } from '../../objects/complex-new.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { asDouble } from '../../objects/float-new.ts';
import { readNumber, writeComplex } from '../../objects/itemnumbers.ts';

/** Items of an array by its type code, as on a 64-bit little-endian machine. */

export const itemSizes: Readonly<Record<string, number>> = { b: 1, B: 1, u: 4, w: 4, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8, e: 2, f: 4, d: 8, Zf: 8, Zd: 16 };

export const isUnicode = (code: string): boolean => code === 'u' || code === 'w';
export const isInteger = (code: string): boolean => 'bBhHiIlLqQ'.includes(code);
export const isSigned = (code: string): boolean => 'bhilq'.includes(code);

export type Item = number | bigint | string | Complex;

/** The item at an offset. */
export function readItem(rt: Runtime, code: string, bytes: Uint8Array, at: number): Item {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, itemSizes[code]!);
  switch (code) {
    case 'u':
    case 'w': {
      const point = view.getUint32(0, true);
      if (point > 0x10ffff) raise(rt, VALUE_ERROR, `character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
      return String.fromCodePoint(point);
    }
    default:
      return readNumber(view, code, isSigned(code));
  }
}

/** The object of an item. */
export function newItem(rt: Runtime, code: string, item: Item): Ref {
  if (typeof item === 'string') return rt.newStr(item);
  if (typeof item === 'object') return newComplex(rt, item);
  return typeof item === 'number' && !isInteger(code) ? rt.newFloat(item) : rt.newInt(item);
}

/** The bytes of a value for an item: the setitem function of its descriptor. */
export function* packItem(rt: Runtime, code: string, value: Ref): Steps<Uint8Array> {
  const bytes = new Uint8Array(itemSizes[code]!);
  const view = new DataView(bytes.buffer);
  switch (code) {
    case 'u':
    case 'w':
      view.setUint32(0, character(rt, value), true);
      return bytes;
    case 'e':
    case 'f':
    case 'd': {
      const number = yield* asDouble(rt, value);
      if (code === 'd') view.setFloat64(0, number, true);
      else if (code === 'f') view.setFloat32(0, number, true);
      else view.setUint16(0, toHalf(Math.fround(number)) ?? raise(rt, OVERFLOW_ERROR, 'float too large to pack with e format'), true);
      return bytes;
    }
    case 'Zf':
    case 'Zd':
      writeComplex(view, yield* asComplex(rt, value));
      return bytes;
    default: {
      const number = BigInt(yield* index(rt, value));
      checkRange(rt, code, number);
      if (view.byteLength === 8) view.setBigUint64(0, BigInt.asUintN(64, number), true);
      else writeInt(view, Number(number));
      return bytes;
    }
  }
}

function writeInt(view: DataView, value: number): void {
  if (view.byteLength === 1) view.setUint8(0, value);
  else if (view.byteLength === 2) view.setUint16(0, value, true);
  else view.setUint32(0, value, true);
}

function character(rt: Runtime, value: Ref): number {
  const words = arrayOf(rt.profile.version);
  if (!isStr(rt, value)) raise(rt, TYPE_ERROR, words.characterWanted(typeName(rt, value), null));
  const text = rt.text(value);
  const size = textLength(text);
  if (size !== 1) raise(rt, TYPE_ERROR, words.characterWanted('str', size));
  return codePoints(text)[0]!;
}

const word = 2n ** 63n;

/** What the formats of PyArg_Parse() say of an int that does not fit, and then the item. */
function checkRange(rt: Runtime, code: string, value: bigint): void {
  const tooLarge = (name: string, isTooLarge: boolean): never => raise(rt, OVERFLOW_ERROR, `${name} is ${isTooLarge ? 'greater than maximum' : 'less than minimum'}`);
  const within = (name: string, least: bigint, most: bigint): void => {
    if (value < least || value > most) tooLarge(name, value > most);
  };
  const asLong = (): void => {
    if (value >= word || value < -word) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C long');
  };
  switch (code) {
    case 'b':
      asLong();
      within('signed short integer', -32768n, 32767n);
      within('signed char', -128n, 127n);
      return;
    case 'B':
      asLong();
      within('unsigned byte integer', 0n, 255n);
      return;
    case 'h':
      asLong();
      within('signed short integer', -32768n, 32767n);
      return;
    case 'H':
      asLong();
      within('signed integer', -(2n ** 31n), 2n ** 31n - 1n);
      within('unsigned short', 0n, 65535n);
      return;
    case 'i':
      asLong();
      within('signed integer', -(2n ** 31n), 2n ** 31n - 1n);
      return;
    case 'l':
      asLong();
      return;
    case 'I':
    case 'L':
      if (value < 0n) raise(rt, OVERFLOW_ERROR, "can't convert negative value to unsigned int");
      if (value >= 2n ** 64n) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C unsigned long');
      if (code === 'I') within('unsigned int', 0n, 2n ** 32n - 1n);
      return;
    case 'q':
      if (value >= word || value < -word) raise(rt, OVERFLOW_ERROR, 'int too big to convert');
      return;
    default:
      if (value < 0n) raise(rt, OVERFLOW_ERROR, "can't convert negative int to unsigned");
      if (value >= 2n ** 64n) raise(rt, OVERFLOW_ERROR, 'int too big to convert');
  }
}
