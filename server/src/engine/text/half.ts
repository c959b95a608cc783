import { frexp, ldexp, isNegative } from './double.ts';

/** The 16 bits of a float of half precision; null where it is too large. Mirrors PyFloat_Pack2(). */
export function toHalf(x: number): number | null {
  const sign = isNegative(x) ? 0x8000 : 0;
  if (x === 0) return sign;
  if (Number.isNaN(x)) return sign | 0x7e00;
  if (!Number.isFinite(x)) return sign | 0x7c00;
  const parts = frexp(Math.abs(x));
  let fraction = parts.mantissa * 2;
  let exponent = parts.exponent - 1;
  if (exponent >= 16) return null;
  if (exponent < -25) return sign;
  if (exponent < -14) {
    fraction = ldexp(fraction, 14 + exponent);
    exponent = 0;
  } else {
    exponent += 15;
    fraction -= 1;
  }
  fraction *= 1024;
  let bits = Math.floor(fraction);
  const rest = fraction - bits;
  if (rest > 0.5 || (rest === 0.5 && bits % 2 === 1)) bits++;
  if (bits === 1024) {
    bits = 0;
    exponent++;
    if (exponent === 31) return null;
  }
  return sign | (exponent << 10) | bits;
}

export function fromHalf(half: number): number {
  const sign = (half & 0x8000) === 0 ? 1 : -1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}
