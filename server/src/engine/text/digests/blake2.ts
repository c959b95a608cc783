import { initial512 } from './sha2.ts';

const orders = '0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d 2c6a0b834d75fe19 c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0'
  .split(' ')
  .map((word) => Array.from(word, (digit) => Number.parseInt(digit, 16)));

/** Which words each of the eight mixings of a round takes. */
const mixings = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]] as const;

/** What sets BLAKE2b and BLAKE2s apart. */
export interface Blake2Kind {
  readonly bits: number;
  readonly rounds: number;
  readonly rotations: readonly [bigint, bigint, bigint, bigint];
}

export const blake2b: Blake2Kind = { bits: 64, rounds: 12, rotations: [32n, 24n, 16n, 63n] };
export const blake2s: Blake2Kind = { bits: 32, rounds: 10, rotations: [16n, 12n, 8n, 7n] };

/** BLAKE2 (RFC 7693) of `data`, which starts with the padded key if there is one; `parameters` is the block of the parameters. */
export function blake2({ bits, rounds, rotations }: Blake2Kind, data: Uint8Array, parameters: Uint8Array, length: number): Uint8Array {
  const bytes = bits / 8;
  const word = (source: Uint8Array, at: number): bigint => {
    let value = 0n;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(source[at + i]!);
    return value;
  };
  const right = (value: bigint, by: bigint): bigint => (value >> by) | BigInt.asUintN(bits, value << (BigInt(bits) - by));
  const initial = initial512.map((value) => value >> BigInt(64 - bits));
  const state = initial.map((value, i) => value ^ word(parameters, i * bytes));
  const block = bytes * 16;
  const blocks = Math.max(1, Math.ceil(data.length / block));
  const message = new Uint8Array(blocks * block);
  message.set(data);
  for (let n = 0; n < blocks; n++) {
    const words = Array.from({ length: 16 }, (_, i) => word(message, n * block + i * bytes));
    const v = [...state, ...initial];
    v[12]! ^= BigInt(Math.min(data.length, (n + 1) * block));
    if (n === blocks - 1) v[14] = BigInt.asUintN(bits, ~v[14]!);
    for (let round = 0; round < rounds; round++) {
      const order = orders[round % 10]!;
      for (const [i, [a, b, c, d]] of mixings.entries()) {
        for (const half of [0, 1] as const) {
          v[a] = BigInt.asUintN(bits, v[a]! + v[b]! + words[order[i * 2 + half]!]!);
          v[d] = right(v[d]! ^ v[a]!, rotations[half * 2]!);
          v[c] = BigInt.asUintN(bits, v[c]! + v[d]!);
          v[b] = right(v[b]! ^ v[c]!, rotations[half * 2 + 1]!);
        }
      }
    }
    for (let i = 0; i < 8; i++) state[i]! ^= v[i]! ^ v[i + 8]!;
  }
  return Uint8Array.from({ length }, (_, i) => Number((state[Math.floor(i / bytes)]! >> BigInt((i % bytes) * 8)) & 0xffn));
}
