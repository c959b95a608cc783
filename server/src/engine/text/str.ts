import { TextError } from './error.ts';
import type { Int } from './integer.ts';
import { profile } from './profile.ts';
import { isSpace, WHITE_SPACE } from './unicode.ts';

export * from './casing.ts';
export { ascii, repr } from './repr.ts';

/**
 * A str is a JavaScript string. Indices count code points, as in Python: they equal JavaScript's
 * as long as `hasAstral` is false. (Two neighbouring lone surrogates that form a pair count as one.)
 */
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

// A loop over a long string asks this of it again and again.
let examined = '';
let examinedAstral = false;

function hasAstral(text: string): boolean {
  if (text.length < 2) return false;
  if (text.length < 32) return ASTRAL.test(text);
  if (text !== examined) {
    examined = text;
    examinedAstral = ASTRAL.test(text);
  }
  return examinedAstral;
}

// Where the characters of the astral string last asked about begin, so that a loop over its indices is linear.
let offsetsText = '';
let offsets = new Uint32Array(1);

/** The position of each character of an astral string in units, and that of its end. */
function offsetsOf(text: string): Uint32Array {
  if (offsetsText !== text) {
    const found = new Uint32Array(text.length + 1);
    let count = 0;
    let unit = 0;
    for (const character of text) {
      found[count++] = unit;
      unit += character.length;
    }
    found[count] = unit;
    offsets = found.subarray(0, count + 1);
    offsetsText = text;
  }
  return offsets;
}

/** The unit at which a character begins. */
function toUnit(text: string, index: number): number {
  return hasAstral(text) ? offsetsOf(text)[index]! : index;
}

/** The index of the character that begins at a unit; -1 if none does. */
function toIndex(text: string, unit: number): number {
  if (!hasAstral(text)) return unit;
  const starts = offsetsOf(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < unit) low = middle + 1;
    else high = middle;
  }
  return starts[low] === unit ? low : -1;
}

/** len(s) */
export function length(text: string): number {
  return hasAstral(text) ? offsetsOf(text).length - 1 : text.length;
}

export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

/** chr(point) */
export function chr(point: Int): string {
  if (point < 0 || point > 0x10ffff) throw new TextError('ValueError', 'chr() arg not in range(0x110000)');
  return String.fromCodePoint(Number(point));
}

/** ord(s) */
export function ord(text: string): number {
  const count = length(text);
  if (count !== 1) throw new TextError('TypeError', `ord() expected a character, but string of length ${count} found`);
  return text.codePointAt(0)!;
}

/** The greatest code point of the class PEP 393 stores the string in: its width, and with it its size. */
export function maxChar(text: string): 0x7f | 0xff | 0xffff | 0x10ffff {
  if (!/[^\0-\x7f]/.test(text)) return 0x7f;
  if (!/[^\0-\xff]/.test(text)) return 0xff;
  return hasAstral(text) ? 0x10ffff : 0xffff;
}

/** s[index] for an index within the string. */
export function at(text: string, index: number): string {
  if (!hasAstral(text)) return text[index]!;
  return String.fromCodePoint(text.codePointAt(offsetsOf(text)[index]!)!);
}

/** s[start:stop:step], as `sliceIndices` resolved it. */
export function slice(text: string, start: number, stop: number, step: number, count: number): string {
  if (count <= 0) return '';
  if (step === 1) return text.slice(toUnit(text, start), toUnit(text, stop));
  const astral = hasAstral(text);
  let result = '';
  for (let i = 0, index = start; i < count; i++, index += step) result += astral ? at(text, index) : text[index]!;
  return result;
}

/** -1, 0 or 1, by code points. JavaScript compares units, which puts U+E000 to U+FFFF above astral characters. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (hasAstral(a) || hasAstral(b)) {
    let i = 0;
    while (a.charCodeAt(i) === b.charCodeAt(i)) i++;
    // Both differ in the second half of a pair only if both are within an astral character.
    const start = i > 0 && isHighSurrogate(a, i - 1) && isLowSurrogate(a, i) && isLowSurrogate(b, i) ? i - 1 : i;
    return (a.codePointAt(start) ?? -1) < (b.codePointAt(start) ?? -1) ? -1 : 1;
  }
  return a < b ? -1 : 1;
}

function isHighSurrogate(text: string, unit: number): boolean {
  return (text.charCodeAt(unit) & 0xfc00) === 0xd800;
}

function isLowSurrogate(text: string, unit: number): boolean {
  return (text.charCodeAt(unit) & 0xfc00) === 0xdc00;
}

/** Whether a unit lies within an astral character, where no match may begin or end. */
function splitsPair(text: string, unit: number): boolean {
  return unit > 0 && unit < text.length && isLowSurrogate(text, unit) && isHighSurrogate(text, unit - 1);
}

/** Whether a match of it may begin or end within an astral character. */
function hasLooseEnds(sub: string): boolean {
  return sub === '' || isLowSurrogate(sub, 0) || isHighSurrogate(sub, sub.length - 1);
}

/** The first match that begins and ends between characters, in units. */
function unitFind(text: string, sub: string, from: number): number {
  let unit = text.indexOf(sub, from);
  if (!hasLooseEnds(sub)) return unit;
  while (unit >= 0 && (splitsPair(text, unit) || splitsPair(text, unit + sub.length))) unit = text.indexOf(sub, unit + 1);
  return unit;
}

function unitRfind(text: string, sub: string, from: number): number {
  let unit = text.lastIndexOf(sub, from);
  if (!hasLooseEnds(sub)) return unit;
  while (unit >= 0 && (splitsPair(text, unit) || splitsPair(text, unit + sub.length))) {
    unit = unit === 0 ? -1 : text.lastIndexOf(sub, unit - 1);
  }
  return unit;
}

/** The part of the string that a search with bounds looks at; null if its start is beyond the end. */
function range(text: string, start: number, end: number): { readonly part: string; readonly from: number } | null {
  if (start === 0 && end >= text.length) return { part: text, from: 0 };
  const count = length(text);
  const last = Math.min(end, count);
  if (start > last) return null;
  return { part: text.slice(toUnit(text, start), toUnit(text, last)), from: start };
}

export function contains(text: string, sub: string): boolean {
  return unitFind(text, sub, 0) >= 0;
}

export function find(text: string, sub: string, start = 0, end = Infinity): number {
  const searched = range(text, start, end);
  if (searched === null) return -1;
  const unit = unitFind(searched.part, sub, 0);
  return unit < 0 ? -1 : searched.from + toIndex(searched.part, unit);
}

export function rfind(text: string, sub: string, start = 0, end = Infinity): number {
  const searched = range(text, start, end);
  if (searched === null) return -1;
  const unit = unitRfind(searched.part, sub, Infinity);
  return unit < 0 ? -1 : searched.from + toIndex(searched.part, unit);
}

export function index(text: string, sub: string, start = 0, end = Infinity): number {
  return found(find(text, sub, start, end));
}

export function rindex(text: string, sub: string, start = 0, end = Infinity): number {
  return found(rfind(text, sub, start, end));
}

function found(position: number): number {
  if (position < 0) throw new TextError('ValueError', 'substring not found');
  return position;
}

export function count(text: string, sub: string, start = 0, end = Infinity): number {
  const searched = range(text, start, end);
  if (searched === null) return 0;
  if (sub === '') return length(searched.part) + 1;
  let matches = 0;
  for (let unit = unitFind(searched.part, sub, 0); unit >= 0; unit = unitFind(searched.part, sub, unit + sub.length)) {
    matches++;
  }
  return matches;
}

export function startswith(text: string, prefix: string, start = 0, end = Infinity): boolean {
  const searched = range(text, start, end);
  return searched !== null && searched.part.startsWith(prefix) && !splitsPair(searched.part, prefix.length);
}

export function endswith(text: string, suffix: string, start = 0, end = Infinity): boolean {
  const searched = range(text, start, end);
  return (
    searched !== null &&
    searched.part.endsWith(suffix) &&
    !splitsPair(searched.part, searched.part.length - suffix.length)
  );
}

/** s.replace(old, new, count); a negative count means all. */
export function replace(text: string, old: string, replacement: string, limit = -1): string {
  if (limit === 0) return text;
  const most = limit < 0 ? Infinity : limit;
  if (old === '') {
    let result = '';
    let done = 0;
    for (const character of text) result += (done++ < most ? replacement : '') + character;
    return done < most ? result + replacement : result;
  }
  let result = '';
  let from = 0;
  let unit = unitFind(text, old, 0);
  for (let done = 0; unit >= 0 && done < most; done++) {
    result += text.slice(from, unit) + replacement;
    from = unit + old.length;
    unit = unitFind(text, old, from);
  }
  return from === 0 ? text : result + text.slice(from);
}

/** The length in units of what `replace` would return: what to charge before the work is done. */
export function replaceSize(text: string, old: string, replacement: string, limit = -1): number {
  if (replacement.length <= old.length) return text.length;
  const matches = count(text, old);
  return text.length + (limit < 0 ? matches : Math.min(limit, matches)) * (replacement.length - old.length);
}

const WORD = new RegExp(`[^${WHITE_SPACE}]+`, 'g');

/** s.split(sep, maxsplit); a null separator is any white space. */
export function split(text: string, separator: string | null, maxsplit = -1): string[] {
  const most = maxsplit < 0 ? Infinity : maxsplit;
  if (separator === null) {
    if (most === Infinity) return text.match(WORD) ?? [];
    const parts: string[] = [];
    let rest = lstrip(text, null);
    while (rest !== '' && parts.length < most) {
      const end = wordEnd(rest);
      parts.push(rest.slice(0, end));
      rest = lstrip(rest.slice(end), null);
    }
    return rest === '' ? parts : [...parts, rest];
  }
  if (separator === '') throw new TextError('ValueError', 'empty separator');
  const parts: string[] = [];
  let from = 0;
  for (let unit = unitFind(text, separator, 0); unit >= 0 && parts.length < most; ) {
    parts.push(text.slice(from, unit));
    from = unit + separator.length;
    unit = unitFind(text, separator, from);
  }
  parts.push(text.slice(from));
  return parts;
}

function wordEnd(text: string): number {
  let end = 0;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

/** s.rsplit(sep, maxsplit) */
export function rsplit(text: string, separator: string | null, maxsplit = -1): string[] {
  if (maxsplit < 0 && separator === null) return split(text, null);
  const most = maxsplit < 0 ? Infinity : maxsplit;
  const parts: string[] = [];
  if (separator === null) {
    let rest = rstrip(text, null);
    while (rest !== '' && parts.length < most) {
      let start = rest.length;
      while (start > 0 && !isSpace(rest.charCodeAt(start - 1))) start--;
      parts.push(rest.slice(start));
      rest = rstrip(rest.slice(0, start), null);
    }
    return (rest === '' ? parts : [...parts, rest]).reverse();
  }
  if (separator === '') throw new TextError('ValueError', 'empty separator');
  let rest = text;
  for (let unit = unitRfind(rest, separator, Infinity); unit >= 0 && parts.length < most; ) {
    parts.push(rest.slice(unit + separator.length));
    rest = rest.slice(0, unit);
    unit = unitRfind(rest, separator, Infinity);
  }
  parts.push(rest);
  return parts.reverse();
}

const LINE_END = /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/g;

export function splitlines(text: string, keepends: boolean): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(from, keepends ? end : match.index));
    from = end;
  }
  if (from < text.length) lines.push(text.slice(from));
  return lines;
}

export function partition(text: string, separator: string): [string, string, string] {
  if (separator === '') throw new TextError('ValueError', 'empty separator');
  const unit = unitFind(text, separator, 0);
  return unit < 0 ? [text, '', ''] : [text.slice(0, unit), separator, text.slice(unit + separator.length)];
}

export function rpartition(text: string, separator: string): [string, string, string] {
  if (separator === '') throw new TextError('ValueError', 'empty separator');
  const unit = unitRfind(text, separator, Infinity);
  return unit < 0 ? ['', '', text] : [text.slice(0, unit), separator, text.slice(unit + separator.length)];
}

/** s.strip(chars); null chars are white space. */
export function strip(text: string, chars: string | null): string {
  return lstrip(rstrip(text, chars), chars);
}

export function lstrip(text: string, chars: string | null): string {
  let start = 0;
  if (chars === null) {
    while (start < text.length && isSpace(text.charCodeAt(start))) start++;
    return text.slice(start);
  }
  const stripped = new Set(chars);
  while (start < text.length) {
    const character = String.fromCodePoint(text.codePointAt(start)!);
    if (!stripped.has(character)) break;
    start += character.length;
  }
  return text.slice(start);
}

export function rstrip(text: string, chars: string | null): string {
  let end = text.length;
  if (chars === null) {
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    return text.slice(0, end);
  }
  const stripped = new Set(chars);
  while (end > 0) {
    const start = splitsPair(text, end - 1) ? end - 2 : end - 1;
    if (!stripped.has(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

export function removeprefix(text: string, prefix: string): string {
  return startswith(text, prefix) ? text.slice(prefix.length) : text;
}

export function removesuffix(text: string, suffix: string): string {
  return endswith(text, suffix) ? text.slice(0, text.length - suffix.length) : text;
}

export function center(text: string, width: number, fill = ' '): string {
  checkFill(fill);
  const missing = width - length(text);
  if (missing <= 0) return text;
  // With an odd number of fillers, the left side has one more only if the width is odd.
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

export function ljust(text: string, width: number, fill = ' '): string {
  checkFill(fill);
  return text + fill.repeat(Math.max(0, width - length(text)));
}

export function rjust(text: string, width: number, fill = ' '): string {
  checkFill(fill);
  return fill.repeat(Math.max(0, width - length(text))) + text;
}

function checkFill(fill: string): void {
  if (length(fill) !== 1) throw new TextError('TypeError', 'The fill character must be exactly one character long');
}

export function zfill(text: string, width: number): string {
  const zeros = '0'.repeat(Math.max(0, width - length(text)));
  return text[0] === '+' || text[0] === '-' ? text[0] + zeros + text.slice(1) : zeros + text;
}

export function expandtabs(text: string, tabsize = 8): string {
  let result = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const spaces = tabsize > 0 ? tabsize - (column % tabsize) : 0;
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}

/** str.maketrans(x, y, z): the items of the dict it returns. */
export function maketrans(x: string, y: string, z = ''): [number, number | null][] {
  if (length(x) !== length(y)) {
    throw new TextError('ValueError', 'the first two maketrans arguments must have equal length');
  }
  const to = codePoints(y);
  const table = new Map<number, number | null>(codePoints(x).map((point, i) => [point, to[i]!]));
  for (const point of codePoints(z)) table.set(point, null);
  return [...table];
}

/** The key that str.maketrans(dict) makes of a str. */
export function translateKey(key: string): number {
  if (length(key) !== 1) throw new TextError('ValueError', profile.translateKeyLength);
  return key.codePointAt(0)!;
}
