/** Base 64 and check sums, on plain bytes. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Int8Array(256).fill(-1);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

const PAD = 0x3d;

export function encodeBase64(bytes: Uint8Array, newline: boolean): Uint8Array {
  const groups = Math.ceil(bytes.length / 3);
  const result = new Uint8Array(groups * 4 + (newline ? 1 : 0));
  for (let group = 0; group < groups; group++) {
    const at = group * 3;
    const left = bytes.length - at;
    const word = (bytes[at]! << 16) | ((left > 1 ? bytes[at + 1]! : 0) << 8) | (left > 2 ? bytes[at + 2]! : 0);
    for (let i = 0; i < 4; i++) result[group * 4 + i] = i <= left ? alphabet.charCodeAt((word >> (18 - 6 * i)) & 63) : PAD;
  }
  if (newline) result[groups * 4] = 10;
  return result;
}

export interface Base64Rules {
  readonly strict: boolean;
  /** A complete padding ends the data; else it is passed over, and what follows is read too. */
  readonly padEnds: boolean;
  /** Padding where none is needed is an error in strict mode. */
  readonly refusesExcessPadding: boolean;
}

/** The bytes, or what is wrong with the data. Mirrors binascii_a2b_base64_impl(). */
export function decodeBase64(data: Uint8Array, { strict, padEnds, refusesExcessPadding }: Base64Rules): Uint8Array | string {
  if (strict && data[0] === PAD) return 'Leading padding not allowed';
  const result: number[] = [];
  let position = 0;
  let left = 0;
  let pads = 0;
  let padded = false;
  let complete = false;
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]!;
    if (byte === PAD) {
      padded = true;
      if (strict && refusesExcessPadding && (position === 0 || complete)) return 'Excess padding not allowed';
      if (position >= 2 && position + ++pads >= 4) {
        if (padEnds) return strict && i + 1 < data.length ? 'Excess data after padding' : Uint8Array.from(result);
        complete = true;
      }
      continue;
    }
    const value = values[byte]!;
    if (value < 0) {
      if (strict) return 'Only base64 data is allowed';
      continue;
    }
    if (strict && padded) return complete ? 'Excess data after padding' : 'Discontinuous padding not allowed';
    pads = 0;
    complete = false;
    switch (position) {
      case 0:
        position = 1;
        left = value;
        break;
      case 1:
        position = 2;
        result.push((left << 2) | (value >> 4));
        left = value & 0x0f;
        break;
      case 2:
        position = 3;
        result.push((left << 4) | (value >> 2));
        left = value & 0x03;
        break;
      default:
        position = 0;
        result.push((left << 6) | value);
        left = 0;
    }
  }
  if (position === 0 || complete) return Uint8Array.from(result);
  if (position !== 1) return 'Incorrect padding';
  return `Invalid base64-encoded string: number of data characters (${Math.floor(result.length / 3) * 4 + 1}) cannot be 1 more than a multiple of 4`;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let i = 0; i < 8; i++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes: Uint8Array, start: number): number {
  let crc = ~start;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The check sum of the binhex format. */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let crc = start & 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) & 0xffff) ^ 0x1021;
  }
  return crc;
}
