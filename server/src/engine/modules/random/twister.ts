const size = 624;
const period = 397;

/** The Mersenne Twister MT19937 of Matsumoto and Nishimura; payload of `_random.Random`. */
export class Twister {
  readonly state = new Uint32Array(size);
  index = size + 1;

  /** Seeds with one word (init_genrand). */
  private seedWord(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < size; i++) state[i] = Math.imul(1812433253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i;
    this.index = size;
  }

  /** Seeds with the words of a key (init_by_array). */
  seed(key: readonly number[]): void {
    const { state } = this;
    this.seedWord(19650218);
    let i = 1;
    let j = 0;
    const turn = (): void => {
      if (++i < size) return;
      state[0] = state[size - 1]!;
      i = 1;
    };
    for (let k = Math.max(size, key.length); k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      turn();
      if (++j >= key.length) j = 0;
    }
    for (let k = size - 1; k > 0; k--) {
      state[i] = (state[i]! ^ Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1566083941)) - i;
      turn();
    }
    state[0] = 0x80000000;
  }

  /** The next 32 bits (genrand_uint32). */
  next(): number {
    const { state } = this;
    if (this.index >= size) this.refill();
    let word = state[this.index++]!;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** A float from 0 to 1, of 53 bits. */
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  private refill(): void {
    const { state } = this;
    for (let i = 0; i < size; i++) {
      const bits = (state[i]! & 0x80000000) | (state[(i + 1) % size]! & 0x7fffffff);
      state[i] = state[(i + period) % size]! ^ (bits >>> 1) ^ ((bits & 1) === 0 ? 0 : 0x9908b0df);
    }
    this.index = 0;
  }
}

export const stateWords = size;
