import { SYSTEM_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { newComplex } from '../../objects/complex.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes, newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { normalize } from '../../text/integer.ts';
import { binaryOf } from '../../versions/binary.ts';
import type { FormatRun, StructFormat } from './format.ts';
import { fromHalf } from '../../text/half.ts';

/** The values at `from`, as a new tuple. Mirrors s_unpack_internal(). */
export function unpackValues(rt: Runtime, { runs, littleEndian }: StructFormat, bytes: Uint8Array, from: number): Ref {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: Ref[] = [];
  for (const run of runs) {
    rt.charge(run.count >> 4, run.count * 8);
    for (let i = 0; i < run.count; i++) values.push(unpackValue(rt, run, view, bytes, from + run.offset + i * run.size, littleEndian));
  }
  return newTuple(rt, values);
}

function unpackValue(rt: Runtime, { code, size }: FormatRun, view: DataView, bytes: Uint8Array, at: number, little: boolean): Ref {
  switch (code) {
    case 's':
      return newBytes(rt, bytes.slice(at, at + size));
    case 'c':
      return newBytes(rt, bytes.slice(at, at + 1));
    case 'p': {
      if (size === 0 && !binaryOf(rt.profile.version).struct.unpacksEmptyPascal) {
        raise(rt, SYSTEM_ERROR, 'Negative size passed to PyBytes_FromStringAndSize');
      }
      const length = size === 0 ? 0 : Math.min(view.getUint8(at), size - 1);
      return newBytes(rt, bytes.slice(at + 1, at + 1 + length));
    }
    case '?':
      return rt.newBool(view.getUint8(at) !== 0);
    case 'e':
      return rt.newFloat(fromHalf(view.getUint16(at, little)));
    case 'f':
      return rt.newFloat(view.getFloat32(at, little));
    case 'd':
      return rt.newFloat(view.getFloat64(at, little));
    case 'F':
      return newComplex(rt, { real: view.getFloat32(at, little), imag: view.getFloat32(at + 4, little) });
    case 'D':
      return newComplex(rt, { real: view.getFloat64(at, little), imag: view.getFloat64(at + 8, little) });
    default:
      return rt.newInt(unpackInt(view, at, size, code === code.toLowerCase(), little));
  }
}

function unpackInt(view: DataView, at: number, size: number, signed: boolean, little: boolean): number | bigint {
  switch (size) {
    case 1:
      return signed ? view.getInt8(at) : view.getUint8(at);
    case 2:
      return signed ? view.getInt16(at, little) : view.getUint16(at, little);
    case 4:
      return signed ? view.getInt32(at, little) : view.getUint32(at, little);
    default:
      return normalize(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
  }
}
