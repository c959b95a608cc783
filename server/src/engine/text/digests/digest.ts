import { keccak } from './keccak.ts';
import { md5 } from './md5.ts';
import { sha1 } from './sha1.ts';
import { sha224, sha256, sha384, sha512, sha512Truncated } from './sha2.ts';

/** A hash function. `size` is 0 where the caller says how long the digest is to be. */
export interface Digest {
  readonly name: string;
  readonly size: number;
  readonly block: number;
  readonly compute: (data: Uint8Array, length: number) => Uint8Array;
}

const sha3 = (bits: number): Digest => ({ name: `sha3_${bits}`, size: bits / 8, block: 200 - bits / 4, compute: (data) => keccak(data, 200 - bits / 4, 6, bits / 8) });
const shake = (bits: number): Digest => ({ name: `shake_${bits}`, size: 0, block: 200 - bits / 4, compute: (data, length) => keccak(data, 200 - bits / 4, 0x1f, length) });

export const digests: ReadonlyMap<string, Digest> = new Map(
  [
    { name: 'md5', size: 16, block: 64, compute: md5 },
    { name: 'sha1', size: 20, block: 64, compute: sha1 },
    { name: 'sha224', size: 28, block: 64, compute: sha224 },
    { name: 'sha256', size: 32, block: 64, compute: sha256 },
    { name: 'sha384', size: 48, block: 128, compute: sha384 },
    { name: 'sha512', size: 64, block: 128, compute: sha512 },
    { name: 'sha512_224', size: 28, block: 128, compute: (data: Uint8Array) => sha512Truncated(data, 224) },
    { name: 'sha512_256', size: 32, block: 128, compute: (data: Uint8Array) => sha512Truncated(data, 256) },
    sha3(224),
    sha3(256),
    sha3(384),
    sha3(512),
    shake(128),
    shake(256),
  ].map((digest) => [digest.name, digest]),
);

/** HMAC (RFC 2104). */
export function hmac({ block, compute, size }: Digest, key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > block ? compute(key, size) : key;
  const wrap = (pad: number, data: Uint8Array): Uint8Array => {
    const out = new Uint8Array(block + data.length).fill(pad, 0, block);
    for (const [i, byte] of short.entries()) out[i]! ^= byte;
    out.set(data, block);
    return compute(out, size);
  };
  return wrap(0x5c, wrap(0x36, message));
}

/** PBKDF2 (RFC 8018) with HMAC. */
export function pbkdf2(digest: Digest, password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Uint8Array {
  const out = new Uint8Array(Math.ceil(length / digest.size) * digest.size);
  for (let n = 0; n * digest.size < length; n++) {
    let last = new Uint8Array(salt.length + 4);
    last.set(salt);
    new DataView(last.buffer).setUint32(salt.length, n + 1);
    for (let i = 0; i < iterations; i++) {
      last = Uint8Array.from(hmac(digest, password, last));
      for (const [at, byte] of last.entries()) out[n * digest.size + at]! ^= byte;
    }
  }
  return out.slice(0, length);
}
