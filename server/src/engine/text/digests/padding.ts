/** A message with the end that MD5 and the SHA family give it: one bit, zeros, and its length in bits in the last `lengthBytes` of a block. */
export function padded(data: Uint8Array, block: number, lengthBytes: number, littleEndian: boolean): Uint8Array {
  const size = Math.ceil((data.length + 1 + lengthBytes) / block) * block;
  const out = new Uint8Array(size);
  out.set(data);
  out[data.length] = 0x80;
  let bits = BigInt(data.length) * 8n;
  for (let i = 0; bits > 0n; i++, bits >>= 8n) out[littleEndian ? size - lengthBytes + i : size - 1 - i] = Number(bits & 0xffn);
  return out;
}

export const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Words of 32 bits as bytes. */
export function wordBytes(words: readonly number[], littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [i, word] of words.entries()) view.setUint32(i * 4, word >>> 0, littleEndian);
  return new Uint8Array(view.buffer);
}
