import { frexp } from './double.ts';
import { type Int, normalize } from './integer.ts';

/**
 * Python's hashes are 64-bit numbers. Every function here returns the lower half as an int32;
 * the upper half of the last hash computed is at `hashHigh()` until the next call.
 */
let high = 0;

export function hashHigh(): number {
  return high;
}

function make(hi: number, lo: number): number {
  high = hi | 0;
  return lo | 0;
}

/** A hash as the Python int that hash() returns. */
export function hashToInt(hi: number, lo: number): Int {
  const value = hi * 0x100000000 + (lo >>> 0);
  return Number.isSafeInteger(value) ? value : normalize((BigInt(hi) << 32n) | BigInt(lo >>> 0));
}

/** The hash that an int returned by a `__hash__` written in Python stands for. Mirrors slot_tp_hash(). */
export function hashFromInt(value: Int): number {
  if (typeof value === 'number') return hashInt(value);
  if (value < -0x8000000000000000n || value > 0x7fffffffffffffffn) return hashInt(value);
  return make(Number(BigInt.asIntN(32, value >> 32n)), Number(BigInt.asIntN(32, value)));
}

// Integers and floats are hashed modulo the prime 2**61 - 1, so that equal numbers have equal hashes.
const PRIME = (1n << 61n) - 1n;

export function hashInt(a: Int): number {
  if (typeof a === 'number') return a === -1 ? make(-1, -2) : make(Math.floor(a / 0x100000000), a);
  const reduced = a % PRIME;
  const value = reduced === -1n ? -2n : reduced;
  return make(Number(value >> 32n), Number(BigInt.asIntN(32, value)));
}

/** Mirrors _Py_HashDouble(), but for NaN: its hash is its object's, `hashPointer`. */
export function hashFloat(x: number): number {
  if (Number.isSafeInteger(x)) return hashInt(x);
  if (!Number.isFinite(x)) return hashInt(x > 0 ? 314159 : -314159);
  const { mantissa, exponent } = frexp(Math.abs(x));
  const digits = mantissa * 2 ** 53;
  let lo = digits >>> 0;
  let hi = Math.floor(digits / 0x100000000);
  // Multiplying by a power of two modulo 2**61 - 1 rotates the 61 bits.
  let turn = (((exponent - 53) % 61) + 61) % 61;
  if (turn >= 32) {
    const spilled = hi << 3;
    hi = lo & 0x1fffffff;
    lo = (spilled | (lo >>> 29)) >>> 0;
    turn -= 32;
  }
  if (turn > 0) {
    const top = turn <= 29 ? hi >>> (29 - turn) : (hi << (turn - 29)) | (lo >>> (61 - turn));
    hi = ((hi << turn) | (lo >>> (32 - turn))) & 0x1fffffff;
    lo = ((lo << turn) | top) >>> 0;
  }
  return x < 0 ? negate(hi, lo) : make(hi, lo);
}

/** The negative of a hash that is at least 2. */
function negate(hi: number, lo: number): number {
  return make(~hi + (lo === 0 ? 1 : 0), -lo);
}

/** Mirrors complex_hash(); a NaN part is hashed as 0, as CPython's own answer depends on an address. */
export function hashComplex(real: number, imag: number): number {
  const imagLow = hashFloat(imag);
  const imagHigh = high;
  const realLow = hashFloat(real);
  const realHigh = high;
  const lo = multiply(imagHigh, imagLow, 0, 1000003);
  const sum = (lo >>> 0) + (realLow >>> 0);
  return avoidMinusOne(high + realHigh + (sum > 0xffffffff ? 1 : 0), sum);
}

/** The default hash of an object at an address. Mirrors Py_HashPointer(). */
export function hashPointer(address: number): number {
  const lo = address >>> 0;
  const hi = Math.floor(address / 0x100000000);
  return avoidMinusOne((hi >>> 4) | (lo << 28), (lo >>> 4) | (hi << 28));
}

function avoidMinusOne(hi: number, lo: number): number {
  return make(hi, (hi & lo) === -1 ? -2 : lo);
}

/** The product of two 64-bit numbers modulo 2**64. */
function multiply(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  const a0 = aLow & 0xffff;
  const a1 = aLow >>> 16;
  const b0 = bLow & 0xffff;
  const b1 = bLow >>> 16;
  const low = a0 * b0;
  const middle1 = a1 * b0 + (low >>> 16);
  const middle2 = a0 * b1 + (middle1 & 0xffff);
  const carried = a1 * b1 + Math.floor(middle1 / 65536) + Math.floor(middle2 / 65536);
  high = (carried + Math.imul(aHigh, bLow) + Math.imul(aLow, bHigh)) | 0;
  return Math.imul(aLow, bLow);
}

// The message as bytes, as words, and as the units of the three widths in which CPython stores a str.
let bytes = new Uint8Array(4096);
let words = new Int32Array(bytes.buffer);
let units = new Uint16Array(bytes.buffer);

function reserve(size: number): void {
  if (size + 16 <= bytes.length) return;
  bytes = new Uint8Array(2 ** Math.ceil(Math.log2(size + 16)));
  words = new Int32Array(bytes.buffer);
  units = new Uint16Array(bytes.buffer);
}

/** The hash of a str under PYTHONHASHSEED=0: of its characters in the narrowest of 1, 2 or 4 bytes each. */
export function hashString(text: string): number {
  const length = text.length;
  if (length === 0) return make(0, 0);
  reserve(length * 4);
  let wide = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    wide |= unit;
    bytes[i] = unit;
  }
  if (wide < 0x100) return sipHash(length);
  let surrogates = false;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    surrogates ||= (unit & 0xf800) === 0xd800;
    units[i] = unit;
  }
  if (!surrogates) return sipHash(length * 2);
  let count = 0;
  let astral = false;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    astral ||= point > 0xffff;
    words[count++] = point;
  }
  if (astral) return sipHash(count * 4);
  for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
  return sipHash(length * 2);
}

/** The hash of bytes under PYTHONHASHSEED=0. */
export function hashBytes(data: Uint8Array): number {
  if (data.length === 0) return make(0, 0);
  reserve(data.length);
  bytes.set(data);
  return sipHash(data.length);
}

/** SipHash-1-3 with an all-zero key of the first `size` bytes of the message. */
function sipHash(size: number): number {
  const blocks = size >>> 3;
  const last = blocks * 2;
  // The last block holds the bytes left over and, at its end, the size.
  bytes.fill(0, size, last * 4 + 8);
  words[last + 1]! |= size << 24;
  let h0 = 0x736f6d65;
  let l0 = 0x70736575;
  let h1 = 0x646f7261;
  let l1 = 0x6e646f6d;
  let h2 = 0x6c796765;
  let l2 = 0x6e657261;
  let h3 = 0x74656462;
  let l3 = 0x79746573;
  let carry: number;
  for (let round = 0; round < blocks + 4; round++) {
    let low = 0;
    let up = 0;
    if (round <= blocks) {
      low = words[round * 2]!;
      up = words[round * 2 + 1]!;
      h3 ^= up;
      l3 ^= low;
    } else if (round === blocks + 1) {
      l2 ^= 0xff;
    }
    // v0 += v1; v1 = rotl(v1, 13) ^ v0; v0 = rotl(v0, 32)
    carry = l0;
    l0 = (l0 + l1) | 0;
    h0 = (h0 + h1 + (l0 >>> 0 < carry >>> 0 ? 1 : 0)) | 0;
    carry = h1;
    h1 = (h1 << 13) | (l1 >>> 19);
    l1 = (l1 << 13) | (carry >>> 19);
    h1 ^= h0;
    l1 ^= l0;
    carry = h0;
    h0 = l0;
    l0 = carry;
    // v2 += v3; v3 = rotl(v3, 16) ^ v2
    carry = l2;
    l2 = (l2 + l3) | 0;
    h2 = (h2 + h3 + (l2 >>> 0 < carry >>> 0 ? 1 : 0)) | 0;
    carry = h3;
    h3 = (h3 << 16) | (l3 >>> 16);
    l3 = (l3 << 16) | (carry >>> 16);
    h3 ^= h2;
    l3 ^= l2;
    // v0 += v3; v3 = rotl(v3, 21) ^ v0
    carry = l0;
    l0 = (l0 + l3) | 0;
    h0 = (h0 + h3 + (l0 >>> 0 < carry >>> 0 ? 1 : 0)) | 0;
    carry = h3;
    h3 = (h3 << 21) | (l3 >>> 11);
    l3 = (l3 << 21) | (carry >>> 11);
    h3 ^= h0;
    l3 ^= l0;
    // v2 += v1; v1 = rotl(v1, 17) ^ v2; v2 = rotl(v2, 32)
    carry = l2;
    l2 = (l2 + l1) | 0;
    h2 = (h2 + h1 + (l2 >>> 0 < carry >>> 0 ? 1 : 0)) | 0;
    carry = h1;
    h1 = (h1 << 17) | (l1 >>> 15);
    l1 = (l1 << 17) | (carry >>> 15);
    h1 ^= h2;
    l1 ^= l2;
    carry = h2;
    h2 = l2;
    l2 = carry;
    h0 ^= up;
    l0 ^= low;
  }
  return avoidMinusOne(h0 ^ h1 ^ h2 ^ h3, l0 ^ l1 ^ l2 ^ l3);
}

/** The hash of a tuple from the halves of its items' hashes. Mirrors tuplehash(): xxHash with one accumulator. */
export function hashTuple(lows: ArrayLike<number>, highs: ArrayLike<number>, length = lows.length): number {
  let lo = 0x165667c5;
  let hi = 0x27d4eb2f;
  for (let i = 0; i < length; i++) {
    const itemLow = multiply(highs[i]!, lows[i]!, 0xc2b2ae3d, 0x27d4eb4f);
    const sum = (lo >>> 0) + (itemLow >>> 0);
    hi = (hi + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    lo = sum | 0;
    const turned = (hi << 31) | (lo >>> 1);
    lo = multiply(turned, (lo << 31) | (hi >>> 1), 0x9e3779b1, 0x85ebca87);
    hi = high;
  }
  const sum = (lo >>> 0) + ((length ^ 0x165667c5 ^ 3527539) >>> 0);
  hi = (hi + 0x27d4eb2f + (sum > 0xffffffff ? 1 : 0)) | 0;
  lo = sum | 0;
  return hi === -1 && lo === -1 ? make(0, 1546275796) : make(hi, lo);
}

/** The hash of a frozenset from the halves of its items' hashes, in any order. Mirrors frozenset_hash(). */
export function hashFrozenSet(lows: ArrayLike<number>, highs: ArrayLike<number>, length = lows.length): number {
  let lo = 0;
  let hi = 0;
  for (let i = 0; i < length; i++) {
    const itemLow = lows[i]!;
    const itemHigh = highs[i]!;
    lo ^= multiply(itemHigh ^ ((itemHigh << 16) | (itemLow >>> 16)), itemLow ^ 89869747 ^ (itemLow << 16), 0, 3644798167);
    hi ^= high;
  }
  lo ^= multiply(0, length + 1, 0, 1927868237);
  hi ^= high;
  const low11 = (lo >>> 11) | (hi << 21);
  const low25 = (lo >>> 25) | (hi << 7);
  lo = multiply(hi ^ (hi >>> 11) ^ (hi >>> 25), lo ^ low11 ^ low25, 0, 69069);
  const sum = (lo >>> 0) + 907133923;
  hi = high + (sum > 0xffffffff ? 1 : 0);
  return (hi & sum) === -1 ? make(0, 590923713) : make(hi, sum);
}
