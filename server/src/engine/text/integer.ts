import { frexp, ldexp } from './double.ts';
import { TextError } from './error.ts';
import { profile, zeroDivision } from './profile.ts';

/** A Python int: a number whenever it is a safe integer (and never -0), else a bigint. */
export type Int = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;

/** A bigint as an Int. */
export function normalize(value: bigint): Int {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

export function add(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= MAX && sum >= -MAX) return sum;
  }
  return normalize(BigInt(a) + BigInt(b));
}

export function sub(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= MAX && difference >= -MAX) return difference;
  }
  return normalize(BigInt(a) - BigInt(b));
}

export function mul(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= MAX && product >= -MAX) return product + 0;
  }
  return normalize(BigInt(a) * BigInt(b));
}

export function neg(a: Int): Int {
  return typeof a === 'number' ? 0 - a : normalize(-a);
}

export function abs(a: Int): Int {
  return a < 0 ? neg(a) : a;
}

export function invert(a: Int): Int {
  return sub(-1, a);
}

/** a // b */
export function floordiv(a: Int, b: Int): Int {
  if (b === 0) throw zeroDivision('int //');
  return quotient(a, b);
}

/** a % b */
export function mod(a: Int, b: Int): Int {
  if (b === 0) throw zeroDivision('int %');
  return remainder(a, b);
}

export function divmod(a: Int, b: Int): [Int, Int] {
  if (b === 0) throw zeroDivision('int //');
  return [quotient(a, b), remainder(a, b)];
}

/** The quotient of two doubles below 2**53 rounds to a whole number only if it is one, so its floor is exact. */
function quotient(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return Math.floor(a / b) + 0;
  const x = BigInt(a);
  const y = BigInt(b);
  const truncated = x / y;
  return normalize(x < 0n !== y < 0n && truncated * y !== x ? truncated - 1n : truncated);
}

function remainder(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const y = BigInt(b);
  const rest = BigInt(a) % y;
  return normalize(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest);
}

/** a ** b for b >= 0. (A negative exponent is a matter of floats: `float.pow(toFloat(a), toFloat(b))`.) */
export function pow(a: Int, b: Int): Int {
  if (a === 0 || a === 1) return b === 0 ? 1 : a;
  if (a === -1) return BigInt(b) % 2n === 0n ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number' && b < 54) {
    let result = 1;
    let count = b;
    while (count > 0 && Math.abs(result) <= MAX) {
      result *= a;
      count--;
    }
    if (Math.abs(result) <= MAX) return result;
  }
  return normalize(BigInt(a) ** BigInt(b));
}

/** pow(a, b, modulus) */
export function powMod(a: Int, b: Int, modulus: Int): Int {
  if (modulus === 0) throw new TextError('ValueError', 'pow() 3rd argument cannot be 0');
  const m = BigInt(abs(modulus));
  let base = ((BigInt(a) % m) + m) % m;
  let exponent = BigInt(b);
  if (exponent < 0n) {
    base = inverse(base, m);
    exponent = -exponent;
  }
  let result = 1n % m;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % m;
    if (bit === '1') result = (result * base) % m;
  }
  return normalize(modulus < 0 && result !== 0n ? result - m : result);
}

function inverse(a: bigint, m: bigint): bigint {
  let [r, nextR] = [m, a];
  let [t, nextT] = [0n, 1n];
  while (nextR !== 0n) {
    const q = r / nextR;
    [r, nextR] = [nextR, r - q * nextR];
    [t, nextT] = [nextT, t - q * nextT];
  }
  if (r !== 1n) throw new TextError('ValueError', 'base is not invertible for the given modulus');
  return ((t % m) + m) % m;
}

/** a << b */
export function lshift(a: Int, b: Int): Int {
  if (b < 0) throw new TextError('ValueError', 'negative shift count');
  if (a === 0) return 0;
  if (typeof a === 'number' && b < 53) {
    const shifted = a * twoTo(Number(b));
    if (shifted <= MAX && shifted >= -MAX) return shifted;
  }
  if (bitLength(a) + Number(b) > MAX_BITS) throw new TextError('OverflowError', 'too many digits in integer');
  return normalize(BigInt(a) << BigInt(b));
}

function twoTo(bits: number): number {
  return bits < 31 ? 1 << bits : 2 ** bits;
}

/** V8 holds no larger bigint. A host's memory budget ends long before. */
const MAX_BITS = 2 ** 30 - 1;

/** a >> b */
export function rshift(a: Int, b: Int): Int {
  if (b < 0) throw new TextError('ValueError', 'negative shift count');
  if (typeof a === 'number') return b < 53 ? Math.floor(a / twoTo(Number(b))) + 0 : a < 0 ? -1 : 0;
  return normalize(a >> BigInt(b));
}

function isInt32(a: Int): a is number {
  return typeof a === 'number' && (a | 0) === a;
}

/** a & b */
export function and(a: Int, b: Int): Int {
  return isInt32(a) && isInt32(b) ? a & b : normalize(BigInt(a) & BigInt(b));
}

/** a | b */
export function or(a: Int, b: Int): Int {
  return isInt32(a) && isInt32(b) ? a | b : normalize(BigInt(a) | BigInt(b));
}

/** a ^ b */
export function xor(a: Int, b: Int): Int {
  return isInt32(a) && isInt32(b) ? a ^ b : normalize(BigInt(a) ^ BigInt(b));
}

/** -1, 0 or 1. Also exact where one side is a float that is not NaN. */
export function compare(a: Int, b: Int): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function bitLength(a: Int): number {
  if (typeof a === 'number') return a === 0 ? 0 : frexp(a).exponent;
  const hex = (a < 0n ? -a : a).toString(16);
  return hex.length * 4 + 28 - Math.clz32(parseInt(hex[0]!, 16));
}

export function bitCount(a: Int): number {
  let count = 0;
  for (const digit of abs(a).toString(2)) if (digit === '1') count++;
  return count;
}

/** How many 30-bit digits CPython stores: what the size of an int and the cost of its arithmetic depend on. */
export function digitCount(a: Int): number {
  return Math.ceil(bitLength(a) / 30);
}

/** An upper bound of the bits of a ** b; with `lshiftBits` and `mulBits`, what to charge before the work is done. */
export function powBits(a: Int, b: Int): number {
  return a === 0 || a === 1 || a === -1 ? 1 : bitLength(a) * Number(b) + 1;
}

export function lshiftBits(a: Int, b: Int): number {
  return a === 0 ? 0 : bitLength(a) + Math.max(0, Number(b));
}

export function mulBits(a: Int, b: Int): number {
  return bitLength(a) + bitLength(b);
}

/** a / b, correctly rounded. Mirrors long_true_divide(). */
export function trueDiv(a: Int, b: Int): number {
  if (b === 0) throw zeroDivision('int /');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const negative = a < 0 !== b < 0;
  const x = BigInt(abs(a));
  const y = BigInt(abs(b));
  if (x === 0n) return negative ? -0 : 0;
  const result = ratioToFloat(x, y, 0);
  if (result === Infinity) throw new TextError('OverflowError', 'integer division result too large for a float');
  return negative ? -result : result;
}

/** The double nearest to x / y * 2**exponent, for x, y > 0; Infinity where it overflows. */
export function ratioToFloat(x: bigint, y: bigint, exponent: number): number {
  // The quotient keeps at least 55 bits, or two below the least subnormal, and a last bit for what was cut off.
  const shift = Math.max(bitLength(x) - bitLength(y) - 55, -1076 - exponent);
  const divisor = shift > 0 ? y << BigInt(shift) : y;
  const dividend = shift < 0 ? x << BigInt(-shift) : x;
  let q = dividend / divisor;
  if (q * divisor !== dividend) q |= 1n;
  const drop = Math.max(bitLength(q) - 53, -1074 - exponent - shift);
  return ldexp(Number(roundHalfEven(q, 1n << BigInt(drop))), shift + drop + exponent);
}

/** The whole number nearest to a / b, for b > 0; of two, the even one. */
export function roundHalfEven(a: bigint, b: bigint): bigint {
  let q = a / b;
  let rest = a - q * b;
  if (rest < 0n) {
    q -= 1n;
    rest += b;
  }
  const twice = rest * 2n;
  return twice > b || (twice === b && (q & 1n) === 1n) ? q + 1n : q;
}

/** float(a), correctly rounded. */
export function toFloat(a: Int): number {
  const result = Number(a);
  if (!Number.isFinite(result)) throw new TextError('OverflowError', 'int too large to convert to float');
  return result;
}

/** int(x) of a float. */
export function fromFloat(x: number): Int {
  if (Number.isSafeInteger(x)) return x + 0;
  if (x !== x) throw new TextError('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(x)) throw new TextError('OverflowError', 'cannot convert float infinity to integer');
  const whole = Math.trunc(x);
  return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole);
}

/** round(a, digits) */
export function round(a: Int, digits: Int): Int {
  if (digits >= 0) return a;
  if (bitLength(a) < -Number(digits) * 3) return 0;
  const unit = 10n ** BigInt(-Number(digits));
  return normalize(roundHalfEven(BigInt(a), unit) * unit);
}

/** math.isqrt(a) */
export function isqrt(a: Int): Int {
  if (a < 0) throw new TextError('ValueError', 'isqrt() argument must be nonnegative');
  if (typeof a === 'number') {
    const root = Math.floor(Math.sqrt(a));
    return root * root > a ? root - 1 : root;
  }
  let root = 1n << BigInt((bitLength(a) + 1) >> 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return normalize(root);
    root = next;
  }
}

/** math.gcd(a, b) */
export function gcd(a: Int, b: Int): Int {
  let x = abs(a);
  let y = abs(b);
  while (y !== 0) [x, y] = [y, remainder(x, y)];
  return x;
}

export type ByteOrder = 'little' | 'big';

/** int.from_bytes() */
export function fromBytes(bytes: Uint8Array, order: ByteOrder, signed: boolean): Int {
  let hex = '';
  for (const byte of bytes) {
    const pair = byte.toString(16).padStart(2, '0');
    hex = order === 'big' ? hex + pair : pair + hex;
  }
  const value = BigInt('0x0' + hex);
  return normalize(signed ? BigInt.asIntN(bytes.length * 8, value) : value);
}

/** int.to_bytes() */
export function toBytes(a: Int, length: number, order: ByteOrder, signed: boolean): Uint8Array {
  if (!signed && a < 0) throw new TextError('OverflowError', "can't convert negative int to unsigned");
  if (length < 0) throw new TextError('ValueError', profile.negativeLength);
  const bits = length * 8;
  const needed = signed ? bitLength(a < 0 ? invert(a) : a) + 1 : bitLength(a);
  const vanishes = a === 0 || (a === -1 && length === 0 && profile.minusOneInNoBytes);
  if (needed > bits && !vanishes) throw new TextError('OverflowError', 'int too big to convert');
  const hex = BigInt.asUintN(bits, BigInt(a)).toString(16).padStart(length * 2, '0');
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    bytes[order === 'big' ? i : length - 1 - i] = parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  }
  return bytes;
}
