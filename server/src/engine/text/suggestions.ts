/** The nearest of some names to a wrong one, by CPython's measure (Python/suggestions.c). */

const mostCandidates = 750;
const longestString = 40;
const moveCost = 2;
const caseCost = 1;

/** Mirrors calculate_suggestions(); names are compared by the bytes of their UTF-8. */
export function nearestName(possible: readonly string[], wrong: string): string | null {
  if (possible.length >= mostCandidates) return null;
  const wrongBytes = utf8(wrong);
  let best = Infinity;
  let nearest: string | null = null;
  for (const name of possible) {
    if (name === wrong) continue;
    const bytes = utf8(name);
    // No more than a third of the bytes involved may need a change, and the best so far has to be beaten.
    const most = Math.min(Math.floor(((bytes.length + wrongBytes.length + 3) * moveCost) / 6), best - 1);
    const distance = levenshteinDistance(wrongBytes, bytes, most);
    if (distance > most) continue;
    best = distance;
    nearest = name;
  }
  return nearest;
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

const lowered = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

const substitutionCost = (a: number, b: number): number => (a === b ? 0 : lowered(a) === lowered(b) ? caseCost : moveCost);

/** Mirrors levenshtein_distance(): one row of the matrix at a time; more than `most` means too far. */
function levenshteinDistance(first: readonly number[], second: readonly number[], most: number): number {
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) start++;
  let end = 0;
  while (end < first.length - start && end < second.length - start && first.at(-1 - end) === second.at(-1 - end)) end++;
  let a = first.slice(start, first.length - end);
  let b = second.slice(start, second.length - end);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * moveCost;
  if (a.length > longestString || b.length > longestString) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * moveCost > most) return most + 1;
  const row = a.map((_, i) => (i + 1) * moveCost);
  let result = 0;
  for (const [i, byte] of b.entries()) {
    let distance = (result = i * moveCost);
    let minimum = Infinity;
    for (let j = 0; j < a.length; j++) {
      const substitute = distance + substitutionCost(byte, a[j]!);
      distance = row[j]!;
      result = Math.min(Math.min(result, distance) + moveCost, substitute);
      row[j] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > most) return most + 1;
  }
  return result;
}
