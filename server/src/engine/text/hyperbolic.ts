import { frexp, ldexp, copySign } from './double.ts';
import { exp, log } from './elementary.ts';

/** The functions that the C library computes by the algorithms of Sun's fdlibm, with its own exp and log. */

const LN2 = Math.LN2;

export const expm1 = (x: number): number => Math.expm1(x);
export const log1p = (x: number): number => Math.log1p(x);

export function sinh(x: number): number {
  const size = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (!Number.isFinite(x) || size < 2 ** -28) return x;
  if (size < 22) {
    const t = expm1(size);
    return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  if (size < 709.78) return half * exp(size);
  const root = exp(0.5 * size);
  return half * root * root;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return size;
  if (size < 0.5 * LN2) {
    const t = expm1(size);
    const w = 1 + t;
    return size < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (size < 22) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709.78) return 0.5 * exp(size);
  const root = exp(0.5 * size);
  return 0.5 * root * root;
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < 2 ** -55) return x;
  if (size >= 22) return copySign(1, x);
  if (size >= 1) return copySign(1 - 2 / (expm1(2 * size) + 2), x);
  const t = expm1(-2 * size);
  return copySign(-t / (t + 2), x);
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size < 2 ** -28) return x;
  if (size > 2 ** 28) return copySign(log(size) + LN2, x);
  if (size > 2) return copySign(log(2 * size + 1 / (Math.sqrt(x * x + 1) + size)), x);
  const t = x * x;
  return copySign(log1p(size + t / (1 + Math.sqrt(1 + t))), x);
}

/** For x ≥ 1. */
export function acosh(x: number): number {
  if (x === Infinity) return x;
  if (x > 2 ** 28) return log(x) + LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

/** For −1 < x < 1. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28) return x;
  const t = 2 * size;
  return copySign(0.5 * (size < 0.5 ? log1p(t + (t * size) / (1 - size)) : log1p(t / (1 - size))), x);
}

const CUBE_ROOT_2 = 1.2599210498948731648;
const CUBE_ROOT_4 = 1.5874010519681994748;
const factors = [1 / CUBE_ROOT_4, 1 / CUBE_ROOT_2, 1, CUBE_ROOT_2, CUBE_ROOT_4];

/** Mirrors the C library's cbrt(): a polynomial, and one step of Halley's. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const { mantissa: m, exponent } = frexp(Math.abs(x));
  const u =
    0.354895765043919860 +
    (1.50819193781584896 - (2.11499494167371287 - (2.44693122563534430 - (1.83469277483613086 - (0.784932344976639262 - 0.145263899385486377 * m) * m) * m) * m) * m) * m; // prettier-ignore
  const cube = u * u * u;
  const part = exponent % 3;
  const result = ((u * (cube + 2 * m)) / (2 * cube + m)) * factors[2 + part]!;
  return ldexp(x > 0 ? result : -result, (exponent - part) / 3);
}
