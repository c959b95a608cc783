import { OVERFLOW_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { isByteArray, isBytes, bytesLikeNow } from '../../objects/bytes-like.ts';
import { isInt } from '../../objects/arguments.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { index, indexNow, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { asComplex } from '../../objects/complex-new.ts';
import { asDouble } from '../../objects/float-new.ts';
import { compare, type Int } from '../../text/integer.ts';
import { binaryOf } from '../../versions/binary.ts';
import { structError } from './error.ts';
import type { FormatRun, StructFormat } from './format.ts';
import { toHalf } from '../../text/half.ts';

const classicNames: Readonly<Record<string, string>> = { b: 'byte', B: 'ubyte', h: 'short', H: 'ushort' };

/** Packs values, one for each item of the format, to `target`, which is all zero. */
export function* packValues(rt: Runtime, format: StructFormat, values: readonly Ref[], target: DataView): Steps<void> {
  let next = 0;
  for (const run of format.runs) {
    for (let i = 0; i < run.count; i++) {
      yield* packValue(rt, format, run, values[next++]!, target, run.offset + i * run.size);
    }
  }
}

function* packValue(rt: Runtime, format: StructFormat, run: FormatRun, value: Ref, target: DataView, at: number): Steps<void> {
  const { littleEndian, native } = format;
  switch (run.code) {
    case 's':
    case 'p':
      packText(rt, run, value, target, at);
      return;
    case 'c': {
      const bytes = isBytes(rt, value) ? (rt.heap.payload[value] as Uint8Array) : undefined;
      if (bytes?.length !== 1) structError(rt, 'char format requires a bytes object of length 1');
      target.setUint8(at, bytes![0]!);
      return;
    }
    case '?':
      target.setUint8(at, (yield* truth(rt, value)) ? 1 : 0);
      return;
    case 'e':
    case 'f':
    case 'd':
      packFloat(rt, run.code, native, value, yield* floatOf(rt, value), target, at, littleEndian);
      return;
    case 'F':
    case 'D': {
      const { real, imag } = yield* complexOf(rt, value);
      const half = run.size / 2;
      const code = run.code === 'F' ? 'f' : 'd';
      packFloat(rt, code, native, value, real, target, at, littleEndian);
      packFloat(rt, code, native, value, imag, target, at + half, littleEndian);
      return;
    }
    default:
      packInt(rt, format, run, yield* intOf(rt, value), target, at);
  }
}

/** A text fills its place, and what is too much of it is cut off; before a Pascal string its length. */
function packText(rt: Runtime, { code, size }: FormatRun, value: Ref, target: DataView, at: number): void {
  if (!isBytes(rt, value) && !isByteArray(rt, value)) structError(rt, `argument for '${code}' must be a bytes object`);
  const bytes = bytesLikeNow(rt, value)!;
  const start = code === 'p' ? 1 : 0;
  const length = Math.min(bytes.length, Math.max(size - start, 0));
  for (let i = 0; i < length; i++) target.setUint8(at + start + i, bytes[i]!);
  if (code === 'p' && size > 0) target.setUint8(at, Math.min(length, 255));
}

function* intOf(rt: Runtime, value: Ref): Steps<Int> {
  const known = indexNow(rt, value);
  if (known !== undefined) return known;
  if (rt.typeOf(value).slots.nb_index === undefined) structError(rt, 'required argument is not an integer');
  return yield* index(rt, value);
}

/** Any failure to make a float of the value is one of the format. */
function* floatOf(rt: Runtime, value: Ref): Steps<number> {
  try {
    return yield* asDouble(rt, value);
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return structError(rt, 'required argument is not a float');
  }
}

function* complexOf(rt: Runtime, value: Ref): Steps<{ readonly real: number; readonly imag: number }> {
  try {
    return yield* asComplex(rt, value);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return structError(rt, 'required argument is not a complex');
  }
}

function packFloat(rt: Runtime, code: string, native: boolean, object: Ref, value: number, target: DataView, at: number, little: boolean): void {
  if (code === 'd') {
    target.setFloat64(at, value, little);
    return;
  }
  if (code === 'f') {
    const overflows = Number.isFinite(value) && !Number.isFinite(Math.fround(value));
    if (overflows && (!native || binaryOf(rt.profile.version).struct.nativeFloatOverflows)) tooLarge(rt, code, object);
    target.setFloat32(at, value, little);
    return;
  }
  const half = toHalf(value);
  if (half === null) tooLarge(rt, code, object);
  target.setUint16(at, half, little);
}

/** An overflow of an int is the format's error. */
function tooLarge(rt: Runtime, code: string, object: Ref): never {
  if (isInt(rt, object)) structError(rt, 'int too large to convert');
  raise(rt, OVERFLOW_ERROR, `float too large to pack with ${code} format`);
}

function packInt(rt: Runtime, format: StructFormat, run: FormatRun, value: Int, target: DataView, at: number): void {
  const { code, size } = run;
  const bits = BigInt(size * 8);
  const signed = code === code.toLowerCase();
  const isPointer = code === 'P';
  const low = signed ? -(1n << (bits - 1n)) : isPointer ? -(1n << 63n) : 0n;
  const high = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (compare(value, low) < 0 || compare(value, high) > 0) outOfRange(rt, format, run, value, low, high);
  const wide = BigInt.asUintN(64, BigInt(value));
  const bytes = size === 8 ? wide : wide & (high * (signed ? 2n : 1n) + (signed ? 1n : 0n));
  for (let i = 0; i < size; i++) target.setUint8(at + (format.littleEndian ? i : size - 1 - i), Number((bytes >> BigInt(8 * i)) & 0xffn));
}

function outOfRange(rt: Runtime, format: StructFormat, { code, size }: FormatRun, value: Int, low: bigint, high: bigint): never {
  if (code === 'P') structError(rt, 'int too large to convert');
  const message = `'${code}' format requires ${low} <= number <= ${high}`;
  if (!binaryOf(rt.profile.version).struct.classicRanges) structError(rt, message);
  return structError(rt, classicRange(format, code, size, value, low, high, message));
}

/** What 3.11 says: first the value has to fit in a C long, signed or not; big-endian formats are all alike. */
function classicRange(format: StructFormat, code: string, size: number, value: Int, low: bigint, high: bigint, message: string): string {
  const isBig = !format.littleEndian;
  if (size === 8) return isBig ? 'int too large to convert' : 'argument out of range';
  const unsignedLong = code === 'I' || code === 'L' || (code === 'H' && isBig);
  const fits = unsignedLong ? value >= 0 && compare(value, 2n ** 64n) < 0 : compare(value, 2n ** 63n) < 0 && compare(value, -(2n ** 63n)) >= 0;
  if (!fits) return 'argument out of range';
  const name = isBig && size > 1 ? undefined : classicNames[code];
  return name === undefined ? message : `${name} format requires ${low} <= number <= ${high}`;
}
