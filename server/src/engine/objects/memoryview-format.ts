import { TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { normalize } from '../text/integer.ts';
import { isBytes } from './bytes-like.ts';
import { raise } from './core/errors.ts';
import { newBytes } from './core/make.ts';
import { index, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { asDouble } from './float-new.ts';
import type { MemoryView } from './memoryview-object.ts';

/** Items of a memoryview by the native single character format of the view, as on a 64-bit little-endian machine. */

/** Bytes of an item, by format. */
const sizes: Readonly<Record<string, number>> = { c: 1, b: 1, B: 1, '?': 1, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, P: 8, f: 4, d: 8 };

const codeOf = (format: string): string => (format.startsWith('@') ? format.slice(1) : format);

/** Undefined for what is no such format (get_native_fmtchar). */
export const itemSizeOf = (format: string): number | undefined => sizes[codeOf(format)];

/** Formats of single bytes, which a view can be cast to and from. */
export const isByteFormat = (format: string): boolean => ['b', 'B', 'c'].includes(codeOf(format));

export type Item = number | bigint | boolean | Uint8Array;

/** The item at an offset (unpack_single). */
export function readItem(format: string, bytes: Uint8Array, at: number): Item {
  const code = codeOf(format);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, sizes[code]!);
  switch (code) {
    case 'c':
      return bytes.slice(at, at + 1);
    case '?':
      return view.getUint8(0) !== 0;
    case 'f':
      return view.getFloat32(0, true);
    case 'd':
      return view.getFloat64(0, true);
    default:
      return readInt(view, isSigned(code));
  }
}

/** Lower-case letters are signed, but `P` and its like are not. */
const isSigned = (code: string): boolean => code === code.toLowerCase();

function readInt(view: DataView, signed: boolean): number | bigint {
  switch (view.byteLength) {
    case 1:
      return signed ? view.getInt8(0) : view.getUint8(0);
    case 2:
      return signed ? view.getInt16(0, true) : view.getUint16(0, true);
    case 4:
      return signed ? view.getInt32(0, true) : view.getUint32(0, true);
    default:
      return normalize(signed ? view.getBigInt64(0, true) : view.getBigUint64(0, true));
  }
}

/** The object of an item. */
export function newItem(rt: Runtime, format: string, item: Item): Ref {
  if (typeof item === 'boolean') return rt.newBool(item);
  if (item instanceof Uint8Array) return newBytes(rt, item);
  return typeof item === 'number' && 'fd'.includes(codeOf(format)) ? rt.newFloat(item) : rt.newInt(item);
}

/** The bytes of a value that is assigned to an item (pack_single). */
export function* packItem(rt: Runtime, { format, itemSize }: MemoryView, value: Ref): Steps<Uint8Array> {
  const code = codeOf(format);
  const bytes = new Uint8Array(itemSize);
  const view = new DataView(bytes.buffer);
  switch (code) {
    case 'c': {
      if (!isBytes(rt, value)) invalidType(rt, format);
      const given = rt.heap.payload[value] as Uint8Array;
      if (given.length !== 1) invalidValue(rt, format);
      return given.slice();
    }
    case '?':
      bytes[0] = (yield* truth(rt, value)) ? 1 : 0;
      return bytes;
    case 'f':
    case 'd': {
      const { nb_float, nb_index } = rt.typeOf(value).slots;
      if (nb_float === undefined && nb_index === undefined) invalidType(rt, format);
      const number = yield* asDouble(rt, value);
      if (code === 'f') view.setFloat32(0, number, true);
      else view.setFloat64(0, number, true);
      return bytes;
    }
    default: {
      if (rt.typeOf(value).slots.nb_index === undefined) invalidType(rt, format);
      const given = BigInt(yield* index(rt, value));
      const bits = itemSize * 8;
      const fitted = isSigned(code) ? BigInt.asIntN(bits, given) : BigInt.asUintN(bits, given);
      if (fitted !== given) invalidValue(rt, format);
      for (let i = 0; i < itemSize; i++) bytes[i] = Number((given >> BigInt(8 * i)) & 0xffn);
      return bytes;
    }
  }
}

const invalidType = (rt: Runtime, format: string): never => raise(rt, TYPE_ERROR, `memoryview: invalid type for format '${format}'`);
const invalidValue = (rt: Runtime, format: string): never => raise(rt, VALUE_ERROR, `memoryview: invalid value for format '${format}'`);
