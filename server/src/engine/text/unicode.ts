import { profile, textProfile, type TextVersion, type UnicodeVersion } from './profile.ts';
import { CHANGES, type Mapping, MAPPINGS, PROPERTIES, type Property } from './unicode-data.ts';

/** The properties of characters in one version of Unicode; tables are unpacked when first asked for. */
class Unicode {
  private readonly version: UnicodeVersion;
  private readonly toggles = new Map<Property, Uint32Array>();
  private readonly mappings = new Map<Mapping, ReadonlyMap<number, string>>();

  constructor(version: UnicodeVersion) {
    this.version = version;
  }

  has(property: Property, point: number): boolean {
    return (this.position(property, point) & 1) === 1;
  }

  /** The value of a decimal digit, or -1. The digits of a script are ten neighbours, and runs hold whole scripts. */
  decimal(point: number): number {
    const position = this.position('decimal', point);
    return (position & 1) === 0 ? -1 : (point - this.toggled('decimal')[position - 1]!) % 10;
  }

  map(mapping: Mapping, point: number): string {
    return this.mapping(mapping).get(point) ?? String.fromCodePoint(point);
  }

  /** How often the property has begun or ended up to this point. */
  private position(property: Property, point: number): number {
    const toggles = this.toggled(property);
    let low = 0;
    let high = toggles.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (toggles[middle]! <= point) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private toggled(property: Property): Uint32Array {
    let toggles = this.toggles.get(property);
    if (toggles === undefined) {
      const points = new Set(sums(PROPERTIES[property]));
      // What ends or begins in one version only is a difference; what does in both cancels out.
      for (const point of sums(CHANGES[this.version]?.properties[property] ?? '')) {
        if (!points.delete(point)) points.add(point);
      }
      toggles = Uint32Array.from(points).sort();
      this.toggles.set(property, toggles);
    }
    return toggles;
  }

  private mapping(name: Mapping): ReadonlyMap<number, string> {
    let mapping = this.mappings.get(name);
    if (mapping === undefined) {
      const inherited = name === 'title' ? MAPPINGS.upper : name === 'fold' ? MAPPINGS.lower : '';
      const entries = [inherited, MAPPINGS[name], CHANGES[this.version]?.mappings[name] ?? ''];
      mapping = new Map(entries.flatMap(mapped));
      this.mappings.set(name, mapping);
    }
    return mapping;
  }
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function sums(text: string): number[] {
  let point = 0;
  return words(text).map((gap) => (point += parseInt(gap, 36)));
}

/** The pairs that a packed mapping stands for; the notation is described in unicode-data.ts. */
function mapped(text: string): [number, string][] {
  const pairs: [number, string][] = [];
  let point = 0;
  for (const word of words(text)) {
    const [, gap, several, stride, count, delta] = /^(\w+)(?:=(.*)|(?:([*%])(\w+))?([+-]\w+))$/.exec(word)!;
    point += parseInt(gap!, 36);
    if (several !== undefined) {
      const targets = several.split(',').map((target) => parseInt(target, 36));
      pairs.push([point, String.fromCodePoint(...targets)]);
      continue;
    }
    const step = stride === '%' ? 2 : 1;
    const repeat = count === undefined ? 1 : parseInt(count, 36);
    for (let i = 0; i < repeat; i++) {
      const from = point + i * step;
      pairs.push([from, String.fromCodePoint(from + parseInt(delta!, 36))]);
    }
  }
  return pairs;
}

const databases = new Map<UnicodeVersion, Unicode>();

/** The database of the Python version in force. */
export const unicode = (): Unicode => databaseOf(profile.unicode);

/** The database of a Python version. */
export const unicodeOf = (version: TextVersion): Unicode => databaseOf(textProfile(version).unicode);

function databaseOf(version: UnicodeVersion): Unicode {
  let database = databases.get(version);
  if (database === undefined) {
    database = new Unicode(version);
    databases.set(version, database);
  }
  return database;
}

/** What str.isspace(), str.split() and str.strip() take for white space, as the inside of a regular expression's class. */
export const WHITE_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

export function isSpace(point: number): boolean {
  if (point < 0x80) return point === 0x20 || (point >= 9 && point <= 13) || (point >= 0x1c && point <= 0x1f);
  return (
    point === 0x85 ||
    point === 0xa0 ||
    point === 0x1680 ||
    (point >= 0x2000 && point <= 0x200a) ||
    point === 0x2028 ||
    point === 0x2029 ||
    point === 0x202f ||
    point === 0x205f ||
    point === 0x3000
  );
}
