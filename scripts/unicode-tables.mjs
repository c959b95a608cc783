// Writes server/src/engine/text/unicode-data.ts: the character properties of the Unicode versions that the
// supported interpreters carry, asked of the interpreters themselves.
//
//   node scripts/unicode-tables.mjs python3.11 python3.12 ...
//
// The version given with --base (15.1 unless told) is stored whole, every other as what differs from it.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const TARGET = new URL('../server/src/engine/text/unicode-data.ts', import.meta.url);

const ASK = `
import json, sys, unicodedata
points = range(sys.maxunicode + 1)
chars = [chr(point) for point in points]
tests = {
    'alpha': str.isalpha,
    'decimal': str.isdecimal,
    'digit': str.isdigit,
    'numeric': str.isnumeric,
    'lower': str.islower,
    'upper': lambda c: c.isupper() and unicodedata.category(c) != 'Lt',
    'title': lambda c: unicodedata.category(c) == 'Lt',
    'printable': str.isprintable,
    'identifierStart': lambda c: c != '_' and c.isidentifier(),
    'identifierContinue': lambda c: ('a' + c).isidentifier(),
}
def toggles(test):
    found, before = [], False
    for point in points:
        if test(chars[point]) != before:
            before = not before
            found.append(point)
    return found
properties = {name: toggles(test) for name, test in tests.items()}
def cased(c):
    return c.islower() or c.isupper() or unicodedata.category(c) == 'Lt'
# A capital sigma is final if a cased character precedes it, case-ignorable characters aside.
def ignorable(c):
    return ('1' + c + '\\u03a3').lower()[-1] != '\\u03c2' if cased(c) else ('A' + c + '\\u03a3').lower()[-1] == '\\u03c2'
properties['caseIgnorable'] = toggles(ignorable)
for c in chars:
    if c.isdecimal():
        start = ord(c)
        while start > 0 and chars[start - 1].isdecimal():
            start -= 1
        assert unicodedata.decimal(c) == (ord(c) - start) % 10, c
spaces = [point for point in points if chars[point].isspace()]
def mapping(change):
    return [[point, [ord(x) for x in change(chars[point])]] for point in points if change(chars[point]) != chars[point]]
print(json.dumps({
    'version': '.'.join(unicodedata.unidata_version.split('.')[:2]),
    'properties': properties,
    'spaces': spaces,
    'mappings': {'lower': mapping(str.lower), 'upper': mapping(str.upper), 'title': mapping(str.title), 'fold': mapping(str.casefold)},
}))
`;

const args = process.argv.slice(2);
const baseAt = args.indexOf('--base');
const baseVersion = baseAt < 0 ? '15.1' : args.splice(baseAt, 2)[1];
const databases = args.map((python) => JSON.parse(execFileSync(python, ['-c', ASK], { maxBuffer: 2 ** 28 })));
const base = databases.find((database) => database.version === baseVersion);
if (!base) throw new Error(`no interpreter carries Unicode ${baseVersion}`);

for (const database of databases) {
  if (String(database.spaces) !== String(base.spaces)) throw new Error('the white space differs between versions');
}

/** Ascending numbers as base-36 gaps. */
function gaps(numbers) {
  let before = 0;
  return numbers.map((number) => {
    const gap = number - before;
    before = number;
    return gap.toString(36);
  });
}

function difference(a, b) {
  const inB = new Set(b);
  const inA = new Set(a);
  return [...a.filter((x) => !inB.has(x)), ...b.filter((x) => !inA.has(x))].sort((x, y) => x - y);
}

/**
 * A mapping as words: `gap+delta` for one character, `gap*count+delta` for a run of neighbours and
 * `gap%count+delta` for a run of every second character; `gap=a,b` for one that becomes several.
 */
function runs(entries) {
  const words = [];
  let before = 0;
  for (let i = 0; i < entries.length; ) {
    const [point, to] = entries[i];
    const gap = (point - before).toString(36);
    before = point;
    if (to.length !== 1) {
      words.push(`${gap}=${to.map((x) => x.toString(36)).join(',')}`);
      i++;
      continue;
    }
    const delta = to[0] - point;
    const extent = (stride) => {
      let count = 1;
      for (; i + count < entries.length; count++) {
        const [next, target] = entries[i + count];
        if (next !== point + count * stride || target.length !== 1 || target[0] - next !== delta) break;
      }
      return count;
    };
    const [near, every] = [extent(1), extent(2)];
    const count = Math.max(near, every);
    const sign = delta < 0 ? '-' : '+';
    const repeat = count === 1 ? '' : (near >= every ? '*' : '%') + count.toString(36);
    words.push(`${gap}${repeat}${sign}${Math.abs(delta).toString(36)}`);
    i += count;
  }
  return words;
}

/** What has to be said of `mapping` to somebody who knows `known`. */
function changed(mapping, known) {
  const old = new Map(known.map(([point, to]) => [point, String(to)]));
  const all = new Map(mapping);
  const different = mapping.filter(([point, to]) => old.get(point) !== String(to));
  const gone = known.filter(([point]) => !all.has(point)).map(([point]) => [point, [point]]);
  return [...different, ...gone].sort(([a], [b]) => a - b);
}

function text(words) {
  const lines = [];
  let line = '';
  for (const word of words) {
    if (line.length + word.length > 110) {
      lines.push(line);
      line = '';
    }
    line += (line ? ' ' : '') + word;
  }
  lines.push(line);
  return lines.length === 1 ? `'${lines[0]}'` : `\`\n${lines.join('\n')}\``;
}

function object(entries, indent) {
  return `{\n${entries.map(([name, value]) => `${indent}  ${name}: ${value},\n`).join('')}${indent}}`;
}

const { properties, mappings } = base;
// Titles are mostly capitals and folds mostly small letters, so only what differs is said.
const whole = {
  lower: runs(mappings.lower),
  upper: runs(mappings.upper),
  title: runs(changed(mappings.title, mappings.upper)),
  fold: runs(changed(mappings.fold, mappings.lower)),
};

function changes(database) {
  const flags = Object.keys(properties)
    .map((name) => [name, difference(database.properties[name], properties[name])])
    .filter(([, toggles]) => toggles.length > 0)
    .map(([name, toggles]) => [name, text(gaps(toggles))]);
  const cases = Object.keys(mappings)
    .map((name) => [name, changed(database.mappings[name], mappings[name])])
    .filter(([, entries]) => entries.length > 0)
    .map(([name, entries]) => [name, text(runs(entries))]);
  return object(
    [
      ['properties', object(flags, '    ')],
      ['mappings', object(cases, '    ')],
    ],
    '  ',
  );
}

const others = databases.filter((database) => database !== base);
writeFileSync(
  TARGET,
  `// Generated by scripts/unicode-tables.mjs; do not edit.
//
// A property is the code points where it begins or ends to hold, as base-36 gaps. A mapping is words of the form
// gap, then how many neighbours (*) or every second character (%), then the distance to the target; or gap=targets.
// Of other versions than ${baseVersion}, the points where they differ from it, and the mappings that do.

import type { UnicodeVersion } from './profile.ts';

export type Property =
${Object.keys(properties)
  .map((name) => `  | '${name}'`)
  .join('\n')};
export type Mapping = 'lower' | 'upper' | 'title' | 'fold';

export const PROPERTIES: Readonly<Record<Property, string>> = ${object(
    Object.entries(properties).map(([name, toggles]) => [name, text(gaps(toggles))]),
    '',
  )};

/** \`title\` says only what differs from \`upper\`, and \`fold\` what differs from \`lower\`. */
export const MAPPINGS: Readonly<Record<Mapping, string>> = ${object(
    Object.entries(whole).map(([name, words]) => [name, text(words)]),
    '',
  )};

export interface UnicodeChanges {
  readonly properties: Readonly<Partial<Record<Property, string>>>;
  readonly mappings: Readonly<Partial<Record<Mapping, string>>>;
}

export const CHANGES: Readonly<Partial<Record<UnicodeVersion, UnicodeChanges>>> = ${object(
    others.map((database) => [`'${database.version}'`, changes(database)]),
    '',
  )};
`,
);
