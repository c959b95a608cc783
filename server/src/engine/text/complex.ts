import { copySign, isNegative } from './double.ts';
import { TextError } from './error.ts';
import { formatDouble } from './float.ts';
import { hypot, power } from './power.ts';
import { profile, zeroDivision } from './profile.ts';

export interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** One side of an operation may be real; from 3.14 on that is not the same as an imaginary part of zero. */
export type Operand = Complex | number;

function widen(a: Operand): Complex {
  return typeof a === 'number' ? { real: a, imag: 0 } : a;
}

function isReal(a: Operand): a is number {
  return typeof a === 'number' && profile.complexAnnexG;
}

export function add(a: Operand, b: Operand): Complex {
  const x = widen(a);
  const y = widen(b);
  return { real: x.real + y.real, imag: isReal(a) ? y.imag : isReal(b) ? x.imag : x.imag + y.imag };
}

export function sub(a: Operand, b: Operand): Complex {
  const x = widen(a);
  const y = widen(b);
  return { real: x.real - y.real, imag: isReal(a) ? -y.imag : isReal(b) ? x.imag : x.imag - y.imag };
}

export function neg(a: Complex): Complex {
  return { real: -a.real, imag: -a.imag };
}

export function mul(a: Operand, b: Operand): Complex {
  if (isReal(a)) return scale(widen(b), a);
  if (isReal(b)) return scale(widen(a), b);
  const x = widen(a);
  const y = widen(b);
  const result = { real: x.real * y.real - x.imag * y.imag, imag: x.real * y.imag + x.imag * y.real };
  if (!isLost(result) || !profile.complexAnnexG) return result;
  return infiniteProduct(x, y) ?? result;
}

function scale(a: Complex, factor: number): Complex {
  return { real: a.real * factor, imag: a.imag * factor };
}

function isLost(a: Complex): boolean {
  return a.real !== a.real && a.imag !== a.imag;
}

function isInfinite(a: Complex): boolean {
  return Math.abs(a.real) === Infinity || Math.abs(a.imag) === Infinity;
}

function isFinite(a: Complex): boolean {
  return Number.isFinite(a.real) && Number.isFinite(a.imag);
}

/** The direction of an infinite number: 1 for an infinite part, 0 for any other, with their signs. */
function direction(a: Complex): Complex {
  const box = (part: number): number => copySign(Math.abs(part) === Infinity ? 1 : 0, part);
  return { real: box(a.real), imag: box(a.imag) };
}

function withoutNaN(a: Complex): Complex {
  const known = (part: number): number => (part !== part ? copySign(0, part) : part);
  return { real: known(a.real), imag: known(a.imag) };
}

/** What a product that came out as NaN is by the C standard's Annex G, if it is infinite. */
function infiniteProduct(a: Complex, b: Complex): Complex | null {
  const partial = [a.real * b.real, a.imag * b.imag, a.real * b.imag, a.imag * b.real];
  let x = a;
  let y = b;
  if (isInfinite(a)) {
    x = direction(a);
    y = withoutNaN(b);
  }
  if (isInfinite(b)) {
    x = withoutNaN(x);
    y = direction(b);
  }
  if (!isInfinite(a) && !isInfinite(b)) {
    if (!partial.some((part) => Math.abs(part) === Infinity)) return null;
    x = withoutNaN(a);
    y = withoutNaN(b);
  }
  return { real: Infinity * (x.real * y.real - x.imag * y.imag), imag: Infinity * (x.real * y.imag + x.imag * y.real) };
}

/** a / b: the greater part of the divisor divides first, so that nothing overflows on the way. Mirrors _Py_c_quot(). */
export function div(a: Operand, b: Operand): Complex {
  const x = widen(a);
  const y = widen(b);
  if (isReal(b)) {
    if (b === 0) throw zeroDivision('complex /');
    return { real: x.real / b, imag: x.imag / b };
  }
  const result = quotient(x, y, isReal(a));
  if (!isLost(result) || !profile.complexAnnexG) return result;
  if (isInfinite(x) && isFinite(y)) {
    const d = direction(x);
    return { real: Infinity * (d.real * y.real + d.imag * y.imag), imag: Infinity * (d.imag * y.real - d.real * y.imag) };
  }
  if (isInfinite(y) && isFinite(x)) {
    const d = direction(y);
    const imag = isReal(a) ? -x.real * d.imag : x.imag * d.real - x.real * d.imag;
    return { real: 0 * (isReal(a) ? x.real * d.real : x.real * d.real + x.imag * d.imag), imag: 0 * imag };
  }
  return result;
}

function quotient(a: Complex, b: Complex, dividendIsReal: boolean): Complex {
  const real = Math.abs(b.real);
  const imag = Math.abs(b.imag);
  if (real >= imag) {
    if (real === 0) throw zeroDivision('complex /');
    const ratio = b.imag / b.real;
    const divisor = b.real + b.imag * ratio;
    if (dividendIsReal) return { real: a.real / divisor, imag: (-a.real * ratio) / divisor };
    return { real: (a.real + a.imag * ratio) / divisor, imag: (a.imag - a.real * ratio) / divisor };
  }
  if (imag >= real) {
    const ratio = b.real / b.imag;
    const divisor = b.real * ratio + b.imag;
    if (dividendIsReal) return { real: (a.real * ratio) / divisor, imag: -a.real / divisor };
    return { real: (a.real * ratio + a.imag) / divisor, imag: (a.imag * ratio - a.real) / divisor };
  }
  return { real: NaN, imag: NaN };
}

/** a ** b: whole exponents up to 100 multiply. Mirrors complex_pow(). */
export function pow(a: Complex, b: Complex): Complex {
  const whole = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100;
  const result = whole ? wholePower(a, b.real) : polarPower(a, b);
  if (isInfinite(result)) throw new TextError('OverflowError', 'complex exponentiation');
  return result;
}

function wholePower(a: Complex, exponent: number): Complex {
  let result: Complex = { real: 1, imag: 0 };
  let square = a;
  const count = Math.abs(exponent);
  for (let bit = 1; bit <= count; bit *= 2) {
    if ((count & bit) !== 0) result = mul(result, square);
    square = mul(square, square);
  }
  if (exponent >= 0) return result;
  if (result.real === 0 && result.imag === 0) throw zeroDivision('complex **');
  return div({ real: 1, imag: 0 }, result);
}

function polarPower(a: Complex, b: Complex): Complex {
  if (a.real === 0 && a.imag === 0) {
    if (b.imag !== 0 || b.real < 0) throw zeroDivision('complex **');
    return { real: 0, imag: 0 };
  }
  const size = hypot(a.real, a.imag);
  const angle = Math.atan2(a.imag, a.real);
  let length = power(size, b.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length *= Math.exp(-angle * b.imag);
    phase += b.imag * Math.log(size);
  }
  return { real: length * Math.cos(phase), imag: length * Math.sin(phase) };
}

/** abs(a) */
export function abs(a: Complex): number {
  const size = hypot(a.real, a.imag);
  if (size === Infinity && isFinite(a)) throw new TextError('OverflowError', 'absolute value too large');
  return size;
}

export function equals(a: Complex, b: Complex): boolean {
  return a.real === b.real && a.imag === b.imag;
}

/** repr(a) */
export function repr(a: Complex): string {
  const flags = { alternate: false, dotZero: false };
  const imag = `${formatDouble(a.imag, 'r', 0, flags)}j`;
  if (Object.is(a.real, 0)) return imag;
  const sign = isNegative(a.imag) && a.imag === a.imag ? '' : '+';
  return `(${formatDouble(a.real, 'r', 0, flags)}${sign}${imag})`;
}
