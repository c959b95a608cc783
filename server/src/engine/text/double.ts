/** The bits of a double. */

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** The upper 32 bits: sign, exponent and the mantissa's first 20 bits. */
export function highWord(x: number): number {
  double[0] = x;
  return words[1]!;
}

/** The lower 32 bits of the mantissa. */
export function lowWord(x: number): number {
  double[0] = x;
  return words[0]!;
}

/** True for a negative number, -0.0 and a NaN whose sign bit is set. */
export function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0) || (x !== x && highWord(x) >>> 31 === 1);
}

export function copySign(magnitude: number, sign: number): number {
  return isNegative(magnitude) === isNegative(sign) ? magnitude : -magnitude;
}

/** 2**exponent, exactly, for an exponent from -1022 to 1023. */
export function powerOfTwo(exponent: number): number {
  words[0] = 0;
  words[1] = (exponent + 1023) << 20;
  return double[0]!;
}

/** x = mantissa * 2**exponent with 0.5 <= abs(mantissa) < 1, for a finite x other than zero. */
export function frexp(x: number): { readonly mantissa: number; readonly exponent: number } {
  const lift = Math.abs(x) < 2.2250738585072014e-308 ? 54 : 0;
  double[0] = x * 2 ** lift;
  const high = words[1]!;
  words[1] = (high & 0x800fffff) | (1022 << 20);
  return { mantissa: double[0]!, exponent: ((high >>> 20) & 0x7ff) - 1022 - lift };
}

/** x * 2**exponent, rounded once; an overflow gives an infinity. */
export function ldexp(x: number, exponent: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const parts = frexp(x);
  const target = parts.exponent + exponent;
  if (target > 1024) return x < 0 ? -Infinity : Infinity;
  if (target < -1075) return x < 0 ? -0 : 0;
  if (target > -1022) return parts.mantissa * 2 * powerOfTwo(target - 1);
  return parts.mantissa * powerOfTwo(target + 1022) * powerOfTwo(-1022);
}
