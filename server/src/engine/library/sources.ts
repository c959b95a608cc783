/**
 * The sources of all versions in one file. Most lines of a module are the same in the next version, so each text is
 * written as what it takes over from the one before, line by line, and what is new.
 */
import { ByteReader, ByteWriter } from '../compiler/bytestream.ts';

/** Lines that follow each other are searched from at most so many places where the first of them is. */
const mostPlaces = 8;

/** Writes the texts of one module, oldest version first. */
export function packTexts(texts: readonly string[]): Uint8Array {
  const out = new ByteWriter();
  let before: readonly string[] = [];
  for (const text of texts) {
    const lines = text.split('\n');
    const places = new Map<string, number[]>();
    before.forEach((line, i) => {
      const known = places.get(line);
      if (known === undefined) places.set(line, [i]);
      else if (known.length < mostPlaces) known.push(i);
    });
    const steps: { readonly from: number; readonly count: number; readonly fresh: string[] }[] = [{ from: 0, count: 0, fresh: [] }];
    for (let i = 0; i < lines.length; ) {
      const { start, count } = longestRun(before, lines, i, places.get(lines[i]!) ?? []);
      if (count < 2) {
        steps.at(-1)!.fresh.push(lines[i]!);
        i++;
      } else {
        steps.push({ from: start, count, fresh: [] });
        i += count;
      }
    }
    out.unsigned(steps.length);
    let expected = 0;
    for (const { from, count, fresh } of steps) {
      out.signed(from - expected);
      out.unsigned(count);
      expected = from + count;
      const bytes = utf8(fresh.join('\n'));
      out.unsigned(fresh.length);
      out.block(bytes);
    }
    before = lines;
  }
  return out.finish();
}

function longestRun(before: readonly string[], lines: readonly string[], at: number, places: readonly number[]): { start: number; count: number } {
  let best = { start: 0, count: 0 };
  for (const start of places) {
    let count = 0;
    while (at + count < lines.length && before[start + count] === lines[at + count]) count++;
    if (count > best.count) best = { start, count };
  }
  return best;
}

/** The text of the version with the number `index` among those that have the module. */
export function unpackText(packed: Uint8Array, index: number): string {
  const input = new ByteReader(packed);
  let lines: string[] = [];
  for (let version = 0; version <= index; version++) {
    const before = lines;
    lines = [];
    let expected = 0;
    for (let steps = input.unsigned(); steps > 0; steps--) {
      const from = expected + input.signed();
      const count = input.unsigned();
      expected = from + count;
      for (let i = from; i < expected; i++) lines.push(before[i]!);
      const fresh = input.unsigned();
      const text = decodeUtf8(input.block());
      if (fresh > 0) lines.push(...text.split('\n'));
    }
  }
  return lines.join('\n');
}

export function utf8(text: string): Uint8Array {
  const out = new ByteWriter();
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) out.byte(point);
    else if (point < 0x800) for (const byte of [0xc0 | (point >> 6), 0x80 | (point & 0x3f)]) out.byte(byte);
    else if (point < 0x10000) for (const byte of [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]) out.byte(byte);
    else for (const byte of [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]) out.byte(byte);
  }
  return out.finish();
}

/** UTF-8 that is known to be sound. */
function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let units: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) point = (point << 6) | (bytes[i + k]! & 0x3f);
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff));
    else units.push(point);
    i += length;
    if (units.length > 4000) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}
