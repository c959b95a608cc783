import { padded, wordBytes } from './padding.ts';

const primes: number[] = [];
for (let n = 2; primes.length < 80; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);

/** The first 64 bits behind the point of the `degree`th root of a number. */
function rootBits(n: number, degree: 2 | 3): bigint {
  const scaled = BigInt(n) << BigInt(64 * degree);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= scaled) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(64, low);
}

const constants64 = primes.map((prime) => rootBits(prime, 3));
const constants32 = constants64.slice(0, 64).map((word) => Number(word >> 32n) | 0);
export const initial512 = primes.slice(0, 8).map((prime) => rootBits(prime, 2));
const initial384 = primes.slice(8, 16).map((prime) => rootBits(prime, 2));
const initial256 = initial512.map((word) => Number(word >> 32n) | 0);
const initial224 = initial384.map((word) => Number(word & 0xffffffffn) | 0);

const right = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function compress32(data: Uint8Array, initial: readonly number[]): Uint8Array {
  const message = padded(data, 64, 8, false);
  const view = new DataView(message.buffer);
  const state = [...initial];
  const w = new Int32Array(64);
  for (let at = 0; at < message.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15]!, w[i - 2]!];
      w[i] = w[i - 16]! + (right(x, 7) ^ right(x, 18) ^ (x >>> 3)) + w[i - 7]! + (right(y, 17) ^ right(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const first = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + constants32[i]! + w[i]!) | 0;
      const second = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + word) | 0;
  }
  return wordBytes(state, false);
}

const mask = (word: bigint): bigint => BigInt.asUintN(64, word);
const right64 = (word: bigint, by: bigint): bigint => (word >> by) | mask(word << (64n - by));

function compress64(data: Uint8Array, initial: readonly bigint[]): Uint8Array {
  const message = padded(data, 128, 16, false);
  const view = new DataView(message.buffer);
  const state = [...initial];
  const w = new Array<bigint>(80);
  for (let at = 0; at < message.length; at += 128) {
    for (let i = 0; i < 16; i++) w[i] = view.getBigUint64(at + i * 8);
    for (let i = 16; i < 80; i++) {
      const [x, y] = [w[i - 15]!, w[i - 2]!];
      w[i] = mask(w[i - 16]! + (right64(x, 1n) ^ right64(x, 8n) ^ (x >> 7n)) + w[i - 7]! + (right64(y, 19n) ^ right64(y, 61n) ^ (y >> 6n)));
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const first = h + (right64(e, 14n) ^ right64(e, 18n) ^ right64(e, 41n)) + ((e & f) ^ (~e & g)) + constants64[i]! + w[i]!;
      const second = (right64(a, 28n) ^ right64(a, 34n) ^ right64(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, mask(d + first), c, b, a, mask(first + second)];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = mask(state[i]! + word);
  }
  const out = new DataView(new ArrayBuffer(64));
  for (const [i, word] of state.entries()) out.setBigUint64(i * 8, word);
  return new Uint8Array(out.buffer);
}

/** The start of SHA-512/t (FIPS 180-4, 5.3.6). */
function truncatedStart(size: number): bigint[] {
  const name = Uint8Array.from(`SHA-512/${size}`, (character) => character.charCodeAt(0));
  const view = new DataView(compress64(name, initial512.map((word) => word ^ 0xa5a5a5a5a5a5a5a5n)).buffer);
  return Array.from({ length: 8 }, (_, i) => view.getBigUint64(i * 8));
}

/** SHA-2 (FIPS 180-4). */
export const sha224 = (data: Uint8Array): Uint8Array => compress32(data, initial224).slice(0, 28);
export const sha256 = (data: Uint8Array): Uint8Array => compress32(data, initial256);
export const sha384 = (data: Uint8Array): Uint8Array => compress64(data, initial384).slice(0, 48);
export const sha512 = (data: Uint8Array): Uint8Array => compress64(data, initial512);
export const sha512Truncated = (data: Uint8Array, size: 224 | 256): Uint8Array => compress64(data, truncatedStart(size)).slice(0, size / 8);
