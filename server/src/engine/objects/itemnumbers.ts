import type { Complex } from '../text/complex.ts';
import { fromHalf } from '../text/half.ts';
import { normalize } from '../text/integer.ts';

/*
 * Numbers as the items of arrays and memoryviews hold them, in the bytes of one item, as on a 64-bit little-endian machine.
 */

/** The number by the code of its type, which for ints says nothing but the size of the item. */
export function readNumber(view: DataView, code: string, signed: boolean): number | bigint | Complex {
  switch (code) {
    case 'e':
      return fromHalf(view.getUint16(0, true));
    case 'f':
      return view.getFloat32(0, true);
    case 'd':
      return view.getFloat64(0, true);
    case 'Zf':
      return { real: view.getFloat32(0, true), imag: view.getFloat32(4, true) };
    case 'Zd':
      return { real: view.getFloat64(0, true), imag: view.getFloat64(8, true) };
    default:
      return readInt(view, signed);
  }
}

export function readInt(view: DataView, signed: boolean, little = true): number | bigint {
  switch (view.byteLength) {
    case 1:
      return signed ? view.getInt8(0) : view.getUint8(0);
    case 2:
      return signed ? view.getInt16(0, little) : view.getUint16(0, little);
    case 4:
      return signed ? view.getInt32(0, little) : view.getUint32(0, little);
    default:
      return normalize(signed ? view.getBigInt64(0, little) : view.getBigUint64(0, little));
  }
}

/** Both halves of the item, real part first. */
export function writeComplex(view: DataView, { real, imag }: Complex): void {
  if (view.byteLength === 8) {
    view.setFloat32(0, real, true);
    view.setFloat32(4, imag, true);
  } else {
    view.setFloat64(0, real, true);
    view.setFloat64(8, imag, true);
  }
}
