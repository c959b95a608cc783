import { profile, type UnicodeVersion } from './profile.ts';
import {
  CHANGED_RUNS,
  EXCLUDED,
  NAME_ALIASES,
  NAME_PREFIXES,
  NAME_WORDS,
  NAMELESS,
  NAMES,
  RUNS,
  type DatabaseProperty,
} from './unicode-database-data.ts';

const defaults: Readonly<Record<DatabaseProperty, string>> = {
  category: 'Cn',
  bidirectional: '-',
  combining: '0',
  eastAsianWidth: 'N',
  mirrored: '0',
  numeric: '',
  decomposition: '',
};

/** Values by code point, as runs: a run begins at `starts[i]` and ends before `ends[i]`. */
interface Runs {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly string[];
}

function readRuns(packed: string): Runs {
  const starts: number[] = [];
  const ends: number[] = [];
  const values: string[] = [];
  let point = 0;
  for (const run of packed === '' ? [] : packed.split('|')) {
    const [value = '', gap = '', length = '1'] = run.split(';');
    point += parseInt(gap, 36);
    starts.push(point);
    ends.push(point + parseInt(length, 36));
    values.push(value);
  }
  return { starts, ends, values };
}

/** The value of the run that holds a point; undefined if none does. */
function find({ starts, ends, values }: Runs, point: number): string | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= point) low = middle + 1;
    else high = middle;
  }
  return low > 0 && point < ends[low - 1]! ? values[low - 1] : undefined;
}

const nothing: Runs = { starts: [], ends: [], values: [] };

/** What `unicodedata` knows of characters in one version of Unicode; each table is unpacked when it is first asked for. */
class UnicodeDatabase {
  private readonly known = new Map<DatabaseProperty, readonly [changed: Runs, base: Runs]>();
  private nameless: Runs | null = null;

  constructor(private readonly version: UnicodeVersion) {}

  value(property: DatabaseProperty, point: number): string {
    let tables = this.known.get(property);
    if (tables === undefined) {
      const changed = CHANGED_RUNS[this.version]?.[property];
      tables = [changed === undefined ? nothing : readRuns(changed), readRuns(RUNS[property])];
      this.known.set(property, tables);
    }
    return find(tables[0], point) ?? find(tables[1], point) ?? defaults[property];
  }

  /** The name of a character; null if it has none. */
  name(point: number): string | null {
    if (this.value('category', point) === 'Cn') return null;
    if (point >= HANGUL_BASE && point < HANGUL_BASE + HANGUL_COUNT) return `HANGUL SYLLABLE ${hangulName(point)}`;
    this.nameless ??= readRuns(NAMELESS[this.version] ?? '');
    if (find(this.nameless, point) !== undefined) return null;
    const { prefixes, byPoint } = names();
    const prefix = find(prefixes, point);
    return prefix === undefined ? (byPoint.get(point) ?? null) : prefix + point.toString(16).toUpperCase().padStart(4, '0');
  }

  /**
   * The character of a name or second name; −1 if there is none. With `exact`, the names that are computed have to be given
   * in capitals (up to 3.13).
   */
  lookup(name: string, exact: boolean): number {
    const upper = name.toUpperCase();
    const variation = /^VS([1-9]\d{0,2})$/.exec(upper);
    if (variation !== null && Number(variation[1]) <= 256) return (Number(variation[1]) <= 16 ? 0xfe00 - 1 : 0xe0100 - 17) + Number(variation[1]);
    if (exact && isComputed(upper)) return this.lookupComputed(name);
    const point = pointOf(upper);
    if (point < 0) return -1;
    if (this.name(point) === upper) return point;
    return aliases().get(upper) === point && this.value('category', point) !== 'Cn' ? point : -1;
  }

  private lookupComputed(name: string): number {
    const digits = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(name);
    const point = digits === null ? pointOf(name) : parseInt(digits[1]!, 16);
    if (point < 0) return -1;
    const own = this.name(point);
    return own === name || (digits !== null && own?.startsWith('CJK UNIFIED') === true) ? point : -1;
  }
}

const isComputed = (name: string): boolean => name.startsWith('CJK UNIFIED IDEOGRAPH-') || name.startsWith('HANGUL SYLLABLE ');

/** A point that may have this name in some version. */
function pointOf(name: string): number {
  if (name.startsWith('HANGUL SYLLABLE ')) {
    for (let point = HANGUL_BASE; point < HANGUL_BASE + HANGUL_COUNT; point++) if (hangulName(point) === name.slice(16)) return point;
    return -1;
  }
  const known = names().byName.get(name) ?? aliases().get(name);
  if (known !== undefined) return known;
  const digits = /-([0-9A-F]{4,6})$/.exec(name);
  return digits === null ? -1 : parseInt(digits[1]!, 16);
}

export const HANGUL_BASE = 0xac00;
export const HANGUL_COUNT = 11172;
const leading = 'G,GG,N,D,DD,R,M,B,BB,S,SS,,J,JJ,C,K,T,P,H'.split(',');
const vowels = 'A,AE,YA,YAE,EO,E,YEO,YE,O,WA,WAE,OE,YO,U,WEO,WE,WI,YU,EU,YI,I'.split(',');
const trailing = ',G,GG,GS,N,NJ,NH,D,L,LG,LM,LB,LS,LT,LP,LH,M,B,BS,S,SS,NG,J,C,K,T,P,H'.split(',');

function hangulName(point: number): string {
  const index = point - HANGUL_BASE;
  return leading[Math.floor(index / 588)]! + vowels[Math.floor((index % 588) / 28)]! + trailing[index % 28]!;
}

/** The code points of a syllable's parts, as the database writes them. */
export function hangulDecomposition(point: number): string {
  const index = point - HANGUL_BASE;
  const parts = [0x1100 + Math.floor(index / 588), 0x1161 + Math.floor((index % 588) / 28), 0x11a7 + (index % 28)];
  return parts.slice(0, index % 28 === 0 ? 2 : 3).map((part) => part.toString(16).toUpperCase()).join(' ');
}

interface Names {
  readonly byPoint: ReadonlyMap<number, string>;
  readonly byName: ReadonlyMap<string, number>;
  readonly prefixes: Runs;
}

let allNames: Names | null = null;
let allAliases: ReadonlyMap<string, number> | null = null;

function aliases(): ReadonlyMap<string, number> {
  return (allAliases ??= new Map(
    NAME_ALIASES.split('|').map((alias) => {
      const [name = '', point = ''] = alias.split(';');
      return [name, parseInt(point, 36)];
    }),
  ));
}

/** Characters of the codes; how many of them are a word by themselves, and begin one of two. */
const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !'`\\$~'.includes(c));
const digitOf = new Map(alphabet.map((c, i) => [c, i]));
const ONE = 40;
const TWO = 44;

/** The words of the codes in `text` from `at` on. */
function* wordsAt(text: string, words: readonly string[]): Generator<string, void> {
  for (let at = 1; at < text.length; ) {
    const first = digitOf.get(text[at]!)!;
    if (first < ONE) {
      yield words[first]!;
      at += 1;
    } else if (first < ONE + TWO) {
      yield words[ONE + (first - ONE) * alphabet.length + digitOf.get(text[at + 1]!)!]!;
      at += 2;
    } else {
      const rest = digitOf.get(text[at + 1]!)! * alphabet.length + digitOf.get(text[at + 2]!)!;
      yield words[ONE + TWO * alphabet.length + (first - ONE - TWO) * alphabet.length ** 2 + rest]!;
      at += 3;
    }
  }
}

function names(): Names {
  if (allNames !== null) return allNames;
  const words = NAME_WORDS.split(' ');
  const byPoint = new Map<number, string>();
  const byName = new Map<string, number>();
  let point = -1;
  let before: string[] = [];
  for (const entry of NAMES.split(' ')) {
    if (entry.startsWith('~')) {
      point += parseInt(entry.slice(1), 36);
      continue;
    }
    point++;
    before = [...before.slice(0, digitOf.get(entry[0]!)!), ...wordsAt(entry, words)];
    const name = before.join(' ');
    byPoint.set(point, name);
    byName.set(name, point);
  }
  return (allNames = { byPoint, byName, prefixes: readRuns(NAME_PREFIXES) });
}

let excludedPoints: ReadonlySet<number> | null = null;

/** Whether a canonical decomposition is never composed again. */
export const isExcluded = (point: number): boolean => (excludedPoints ??= new Set(EXCLUDED.split(' ').map((digits) => parseInt(digits, 36)))).has(point);

const databases = new Map<UnicodeVersion, UnicodeDatabase>();

/** The database of the Python version in force. */
export function unicodeDatabase(): UnicodeDatabase {
  let database = databases.get(profile.unicode);
  if (database === undefined) databases.set(profile.unicode, (database = new UnicodeDatabase(profile.unicode)));
  return database;
}
