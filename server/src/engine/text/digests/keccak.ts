const mask = (word: bigint): bigint => BigInt.asUintN(64, word);
const left = (word: bigint, by: number): bigint => (by === 0 ? word : mask(word << BigInt(by)) | (word >> BigInt(64 - by)));

/** The constants of the rounds, from the shift register that the standard defines them by. */
const roundConstants = (() => {
  let register = 1;
  const step = (): boolean => {
    const bit = (register & 1) !== 0;
    register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    return bit;
  };
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) if (step()) constant |= 1n << BigInt((1 << j) - 1);
    return constant;
  });
})();

function permute(lanes: bigint[]): void {
  for (const constant of roundConstants) {
    const columns = Array.from({ length: 5 }, (_, x) => lanes[x]! ^ lanes[x + 5]! ^ lanes[x + 10]! ^ lanes[x + 15]! ^ lanes[x + 20]!);
    for (let i = 0; i < 25; i++) lanes[i]! ^= columns[(i + 4) % 5]! ^ left(columns[(i + 1) % 5]!, 1);
    let [x, y, current] = [1, 0, lanes[1]!];
    for (let t = 0; t < 24; t++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const at = x + 5 * y;
      [current, lanes[at]] = [lanes[at]!, left(current, (((t + 1) * (t + 2)) / 2) % 64)];
    }
    for (let row = 0; row < 25; row += 5) {
      const old = lanes.slice(row, row + 5);
      for (let i = 0; i < 5; i++) lanes[row + i] = old[i]! ^ (mask(~old[(i + 1) % 5]!) & old[(i + 2) % 5]!);
    }
    lanes[0]! ^= constant;
  }
}

/** SHA-3 and SHAKE (FIPS 202): `rate` bytes a block, `suffix` is 6 or 0x1f. */
export function keccak(data: Uint8Array, rate: number, suffix: number, length: number): Uint8Array {
  const message = new Uint8Array(Math.floor(data.length / rate + 1) * rate);
  message.set(data);
  message[data.length] = suffix;
  message[message.length - 1]! |= 0x80;
  const view = new DataView(message.buffer);
  const lanes = new Array<bigint>(25).fill(0n);
  for (let at = 0; at < message.length; at += rate) {
    for (let i = 0; i < rate / 8; i++) lanes[i]! ^= view.getBigUint64(at + i * 8, true);
    permute(lanes);
  }
  const out = new Uint8Array(Math.ceil(length / rate) * rate);
  const result = new DataView(out.buffer);
  for (let at = 0; at < length; at += rate) {
    if (at > 0) permute(lanes);
    for (let i = 0; i < rate / 8; i++) result.setBigUint64(at + i * 8, lanes[i]!, true);
  }
  return out.slice(0, length);
}
