import { NOT_IMPLEMENTED_ERROR, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import type { Complex } from '../text/complex.ts';
import { toHalf } from '../text/half.ts';
import { profileOf } from './arguments.ts';
import { isBytes } from './bytes-like.ts';
import { newComplex } from './complex.ts';
import { asComplex } from './complex-new.ts';
import { caught, matches, raise, rethrow } from './core/errors.ts';
import { newBytes } from './core/make.ts';
import { index, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { asDouble } from './float-new.ts';
import { readNumber, writeComplex } from './itemnumbers.ts';
import type { Shape } from './memoryview-object.ts';

/** Items of a memoryview by the native single character format of the view, as on a 64-bit little-endian machine. */

/** Bytes of an item, by format. */
const sizes: Readonly<Record<string, number>> = { c: 1, b: 1, B: 1, '?': 1, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, P: 8, e: 2, f: 4, d: 8, Zf: 8, Zd: 16 };

/** A format without the sign of native order. */
export const plainFormat = (format: string): string => (format.startsWith('@') ? format.slice(1) : format);

/** Undefined for what is no such format (get_native_fmtchar). */
export function itemSizeOf(rt: Runtime, format: string): number | undefined {
  const code = plainFormat(format);
  if (!profileOf(rt).viewFormats.has(code)) return undefined;
  return sizes[code];
}

/** Refuses to look at items of a format that is known to others alone (adjust_fmt). */
export function checkFormat(rt: Runtime, format: string): void {
  if (itemSizeOf(rt, format) === undefined) raise(rt, NOT_IMPLEMENTED_ERROR, `memoryview: ${plainFormat(format).length === 1 ? `format ${format} not supported` : `unsupported format ${format}`}`);
}

/** Formats of single bytes, which a view can be cast to and from. */
export const isByteFormat = (format: string): boolean => ['b', 'B', 'c'].includes(plainFormat(format));

export type Item = number | bigint | boolean | Uint8Array | Complex;

/** The item at an offset (unpack_single). */
export function readItem(rt: Runtime, format: string, bytes: Uint8Array, at: number): Item {
  checkFormat(rt, format);
  const code = plainFormat(format);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, sizes[code]!);
  switch (code) {
    case 'c':
      return bytes.slice(at, at + 1);
    case '?':
      return view.getUint8(0) !== 0;
    default:
      return readNumber(view, code, isSigned(code));
  }
}

/** Lower-case letters are signed, but `P` and its like are not. */
const isSigned = (code: string): boolean => code === code.toLowerCase();

/** The object of an item. */
export function newItem(rt: Runtime, format: string, item: Item): Ref {
  if (typeof item === 'boolean') return rt.newBool(item);
  if (item instanceof Uint8Array) return newBytes(rt, item);
  if (typeof item === 'object') return newComplex(rt, item);
  return typeof item === 'number' && 'efd'.includes(plainFormat(format)) ? rt.newFloat(item) : rt.newInt(item);
}

/** The bytes of a value that is assigned to an item (pack_single); its own errors become those of the format (fix_error_int). */
export function* packItem(rt: Runtime, items: Shape, value: Ref): Steps<Uint8Array> {
  try {
    return yield* packed(rt, items, value);
  } catch (error) {
    const exception = caught(rt, error);
    const isType = matches(rt, exception, TYPE_ERROR);
    if (!isType && !matches(rt, exception, OVERFLOW_ERROR) && !matches(rt, exception, VALUE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return isType ? invalidType(rt, items.format) : invalidValue(rt, items.format);
  }
}

function* packed(rt: Runtime, { format, itemSize }: Shape, value: Ref): Steps<Uint8Array> {
  const code = plainFormat(format);
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
    case 'e':
    case 'f':
    case 'd': {
      const { nb_float, nb_index } = rt.typeOf(value).slots;
      if (nb_float === undefined && nb_index === undefined) invalidType(rt, format);
      const number = yield* asDouble(rt, value);
      if (code === 'e') view.setUint16(0, toHalf(number) ?? invalidValue(rt, format), true);
      else if (code === 'f') view.setFloat32(0, number, true);
      else view.setFloat64(0, number, true);
      return bytes;
    }
    case 'Zf':
    case 'Zd':
      writeComplex(view, yield* asComplex(rt, value));
      return bytes;
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
