import { type Int, normalize } from '../../text/integer.ts';

/** One run of equal items in a format: `size` bytes each, `count` of them, the first at `offset`. */
export interface FormatRun {
  readonly code: string;
  readonly size: number;
  readonly count: number;
  readonly offset: number;
}

/** A format that was read. */
export interface StructFormat {
  readonly runs: readonly FormatRun[];
  readonly size: number;
  /** The size as an int, which may be larger than any buffer. */
  readonly wholeSize: Int;
  /** Values that are packed. */
  readonly items: number;
  readonly littleEndian: boolean;
  readonly native: boolean;
}

const nativeSizes: Readonly<Record<string, number>> = {
  x: 1, b: 1, B: 1, c: 1, s: 1, p: 1, '?': 1, h: 2, H: 2, e: 2, i: 4, I: 4, f: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, d: 8, P: 8, F: 8, D: 16,
}; // prettier-ignore

const standardSizes: Readonly<Record<string, number>> = {
  x: 1, b: 1, B: 1, c: 1, s: 1, p: 1, '?': 1, h: 2, H: 2, e: 2, i: 4, I: 4, f: 4, l: 4, L: 4, q: 8, Q: 8, d: 8, F: 8, D: 16,
}; // prettier-ignore

/** Types whose items are aligned by another number than their size. */
const alignments: Readonly<Record<string, number>> = { s: 1, p: 1, F: 4, D: 8 };

const largest = 2n ** 63n - 1n;

/** Reads a format; a text is what is wrong with it. Mirrors prepare_s(). */
export function readFormat(format: string, hasComplex: boolean): StructFormat | string {
  const order = /^[@=<>!]/.exec(format)?.[0] ?? '@';
  const isNative = order === '@';
  const sizes = isNative ? nativeSizes : standardSizes;
  const runs: FormatRun[] = [];
  let size = 0n;
  let items = 0;
  let at = /^[@=<>!]/.test(format) ? 1 : 0;
  while (at < format.length) {
    if (/[\t-\r ]/.test(format[at]!)) {
      at++;
      continue;
    }
    const digits = /^[0-9]*/.exec(format.slice(at))![0];
    at += digits.length;
    const count = digits === '' ? 1n : BigInt(digits);
    if (count > largest) return 'total struct size too long';
    const code = format[at++];
    if (code === undefined) return 'repeat count given without format specifier';
    const itemSize = sizes[code];
    if (itemSize === undefined || ((code === 'F' || code === 'D') && !hasComplex)) return 'bad char in struct format';
    if (isNative) {
      const alignment = BigInt(alignments[code] ?? itemSize);
      size = ((size + alignment - 1n) / alignment) * alignment;
    }
    const isText = code === 's' || code === 'p';
    if (size + count * BigInt(itemSize) > largest) return 'total struct size too long';
    const offset = Number(size);
    if (isText) runs.push({ code, size: Number(count), count: 1, offset });
    else if (code !== 'x' && count > 0n) runs.push({ code, size: itemSize, count: Number(count), offset });
    if (isText) items++;
    else if (code !== 'x') items += Number(count);
    size += count * BigInt(itemSize);
  }
  return { runs, size: Number(size), wholeSize: normalize(size), items, littleEndian: order !== '>' && order !== '!', native: isNative };
}
