import { codePoints } from './str.ts';
import { HANGUL_BASE, HANGUL_COUNT, isExcluded, unicodeDatabase } from './unicode-database.ts';
import { profile, type UnicodeVersion } from './profile.ts';

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

const L_BASE = 0x1100;
const V_BASE = 0x1161;
const T_BASE = 0x11a7;

/** The points that a decomposition stands for, without its tag; null if there is none of this kind. */
function mapping(point: number, compatible: boolean): number[] | null {
  const text = unicodeDatabase().value('decomposition', point);
  if (text === '' || (text.startsWith('<') && !compatible)) return null;
  return text
    .split(' ')
    .filter((word) => !word.startsWith('<'))
    .map((word) => parseInt(word, 16));
}

function decomposeInto(found: number[], point: number, compatible: boolean): void {
  if (point >= HANGUL_BASE && point < HANGUL_BASE + HANGUL_COUNT) {
    const index = point - HANGUL_BASE;
    found.push(L_BASE + Math.floor(index / 588), V_BASE + Math.floor((index % 588) / 28));
    if (index % 28 !== 0) found.push(T_BASE + (index % 28));
    return;
  }
  const parts = point < 0xa0 ? null : mapping(point, compatible);
  if (parts === null) found.push(point);
  else for (const part of parts) decomposeInto(found, part, compatible);
}

const combining = (point: number): number => (point < 0x300 ? 0 : Number(unicodeDatabase().value('combining', point)));

/** Decomposed, and the marks of each letter in their order. */
function decompose(text: string, compatible: boolean): number[] {
  const found: number[] = [];
  for (const point of codePoints(text)) decomposeInto(found, point, compatible);
  const classes = found.map(combining);
  for (let i = 1; i < found.length; i++) {
    const kind = classes[i]!;
    const point = found[i]!;
    let at = i;
    while (kind !== 0 && at > 0 && classes[at - 1]! > kind) {
      found[at] = found[at - 1]!;
      classes[at] = classes[at - 1]!;
      at--;
    }
    found[at] = point;
    classes[at] = kind;
  }
  return found;
}

const composites = new Map<UnicodeVersion, ReadonlyMap<number, ReadonlyMap<number, number>>>();

/** By first and second point, what they compose to. */
function compositions(): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const known = composites.get(profile.unicode);
  if (known !== undefined) return known;
  const made = new Map<number, Map<number, number>>();
  for (let point = 0xa0; point <= 0x2ffff; point++) {
    if (point === 0x3400) point = 0xf900;
    const parts = mapping(point, false);
    if (parts?.length !== 2 || isExcluded(point)) continue;
    const [first, second] = parts as [number, number];
    let seconds = made.get(first);
    if (seconds === undefined) made.set(first, (seconds = new Map()));
    seconds.set(second, point);
  }
  composites.set(profile.unicode, made);
  return made;
}

function composed(first: number, second: number): number | undefined {
  if (first >= L_BASE && first < L_BASE + 19 && second >= V_BASE && second < V_BASE + 21) {
    return HANGUL_BASE + ((first - L_BASE) * 21 + second - V_BASE) * 28;
  }
  const syllable = first - HANGUL_BASE;
  if (syllable >= 0 && syllable < HANGUL_COUNT && syllable % 28 === 0 && second > T_BASE && second < T_BASE + 28) return first + second - T_BASE;
  return compositions().get(first)?.get(second);
}

function compose(points: readonly number[]): number[] {
  const result: number[] = [];
  let starter = -1;
  let lastClass = 0;
  for (const point of points) {
    const kind = combining(point);
    const blocked = starter >= 0 && result.length - 1 > starter && (lastClass === 0 || lastClass >= kind);
    const whole = starter >= 0 && !blocked ? composed(result[starter]!, point) : undefined;
    if (whole !== undefined) {
      result[starter] = whole;
      continue;
    }
    if (kind === 0) starter = result.length;
    lastClass = kind;
    result.push(point);
  }
  return result;
}

/** `unicodedata.normalize` */
export function normalize(form: NormalForm, text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const points = decompose(text, form === 'NFKC' || form === 'NFKD');
  const result = form === 'NFC' || form === 'NFKC' ? compose(points) : points;
  let normal = '';
  for (const point of result) normal += String.fromCodePoint(point);
  return normal;
}
