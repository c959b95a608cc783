import { TextError } from './error.ts';
import { profile } from './profile.ts';

export { reprBytes as repr } from './repr.ts';

/** Methods of bytes and bytearray; nothing here changes its arguments. */

export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  // The pieces are small enough to be passed as arguments.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

export function repeat(bytes: Uint8Array, count: number): Uint8Array {
  const result = new Uint8Array(bytes.length * Math.max(0, count));
  if (bytes.length === 1) return result.fill(bytes[0]!);
  for (let at = 0; at < result.length; at += bytes.length) result.set(bytes, at);
  return result;
}

export function equals(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** -1, 0 or 1 */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return Math.sign(a.length - b.length);
}

/** bytes[start:stop:step], as `sliceIndices` resolved it. */
export function slice(bytes: Uint8Array, start: number, stop: number, step: number, count: number): Uint8Array {
  if (count <= 0) return new Uint8Array(0);
  if (step === 1) return bytes.slice(start, stop);
  const result = new Uint8Array(count);
  for (let i = 0; i < count; i++) result[i] = bytes[start + i * step]!;
  return result;
}

function matches(bytes: Uint8Array, sub: Uint8Array, at: number): boolean {
  for (let i = 0; i < sub.length; i++) if (bytes[at + i] !== sub[i]) return false;
  return true;
}

/** The first position of `sub` from `start` on, wholly before `end`; -1 if there is none. */
export function find(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  const last = Math.min(end, bytes.length) - sub.length;
  if (sub.length === 0) return start <= last ? start : -1;
  for (let at = bytes.indexOf(sub[0]!, start); at >= 0 && at <= last; at = bytes.indexOf(sub[0]!, at + 1)) {
    if (matches(bytes, sub, at)) return at;
  }
  return -1;
}

export function rfind(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  for (let at = Math.min(end, bytes.length) - sub.length; at >= start; at--) if (matches(bytes, sub, at)) return at;
  return -1;
}

export function index(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  return found(find(bytes, sub, start, end));
}

export function rindex(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  return found(rfind(bytes, sub, start, end));
}

function found(position: number): number {
  if (position < 0) throw new TextError('ValueError', 'subsection not found');
  return position;
}

export function contains(bytes: Uint8Array, sub: Uint8Array): boolean {
  return find(bytes, sub) >= 0;
}

export function count(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  if (sub.length === 0) return Math.max(0, Math.min(end, bytes.length) - start + 1);
  let result = 0;
  for (let at = find(bytes, sub, start, end); at >= 0; at = find(bytes, sub, at + sub.length, end)) result++;
  return result;
}

export function startswith(bytes: Uint8Array, prefix: Uint8Array, start = 0, end = Infinity): boolean {
  return start + prefix.length <= Math.min(end, bytes.length) && matches(bytes, prefix, start);
}

export function endswith(bytes: Uint8Array, suffix: Uint8Array, start = 0, end = Infinity): boolean {
  const at = Math.min(end, bytes.length) - suffix.length;
  return at >= start && matches(bytes, suffix, at);
}

/** b.replace(old, new, count); a negative count means all. */
export function replace(bytes: Uint8Array, old: Uint8Array, replacement: Uint8Array, limit = -1): Uint8Array {
  const most = limit < 0 ? Infinity : limit;
  const parts: Uint8Array[] = [];
  let from = 0;
  let done = 0;
  if (old.length === 0) {
    for (; done < most && done <= bytes.length; done++) parts.push(replacement, bytes.subarray(done, done + 1));
    return concat(...parts, bytes.subarray(done));
  }
  for (let at = find(bytes, old); at >= 0 && done < most; at = find(bytes, old, from)) {
    parts.push(bytes.subarray(from, at), replacement);
    from = at + old.length;
    done++;
  }
  return concat(...parts, bytes.subarray(from));
}

/** The length of what `replace` would return: what to charge before the work is done. */
export function replaceSize(bytes: Uint8Array, old: Uint8Array, replacement: Uint8Array, limit = -1): number {
  const places = count(bytes, old);
  return bytes.length + (limit < 0 ? places : Math.min(limit, places)) * (replacement.length - old.length);
}

function isSpaceByte(byte: number): boolean {
  return byte === 0x20 || (byte >= 9 && byte <= 13);
}

/** b.split(sep, maxsplit); a null separator is any white space. */
export function split(bytes: Uint8Array, separator: Uint8Array | null, maxsplit = -1): Uint8Array[] {
  const most = maxsplit < 0 ? Infinity : maxsplit;
  const parts: Uint8Array[] = [];
  if (separator === null) {
    let rest = lstrip(bytes, null);
    while (rest.length > 0 && parts.length < most) {
      let end = 0;
      while (end < rest.length && !isSpaceByte(rest[end]!)) end++;
      parts.push(rest.slice(0, end));
      rest = lstrip(rest.subarray(end), null);
    }
    return rest.length === 0 ? parts : [...parts, rest.slice()];
  }
  checkSeparator(separator);
  let from = 0;
  for (let at = find(bytes, separator); at >= 0 && parts.length < most; at = find(bytes, separator, from)) {
    parts.push(bytes.slice(from, at));
    from = at + separator.length;
  }
  parts.push(bytes.slice(from));
  return parts;
}

/** b.rsplit(sep, maxsplit) */
export function rsplit(bytes: Uint8Array, separator: Uint8Array | null, maxsplit = -1): Uint8Array[] {
  const most = maxsplit < 0 ? Infinity : maxsplit;
  const parts: Uint8Array[] = [];
  if (separator === null) {
    let rest = rstrip(bytes, null);
    while (rest.length > 0 && parts.length < most) {
      let start = rest.length;
      while (start > 0 && !isSpaceByte(rest[start - 1]!)) start--;
      parts.push(rest.slice(start));
      rest = rstrip(rest.subarray(0, start), null);
    }
    return (rest.length === 0 ? parts : [...parts, rest.slice()]).reverse();
  }
  checkSeparator(separator);
  let end = bytes.length;
  for (let at = rfind(bytes, separator); at >= 0 && parts.length < most; at = rfind(bytes, separator, 0, end)) {
    parts.push(bytes.slice(at + separator.length, end));
    end = at;
  }
  parts.push(bytes.slice(0, end));
  return parts.reverse();
}

function checkSeparator(separator: Uint8Array): void {
  if (separator.length === 0) throw new TextError('ValueError', 'empty separator');
}

/** Lines end with \n, \r or both. */
export function splitlines(bytes: Uint8Array, keepends: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10 && bytes[at] !== 13) continue;
    const end = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
    lines.push(bytes.slice(from, keepends ? end : at));
    from = end;
    at = end - 1;
  }
  if (from < bytes.length) lines.push(bytes.slice(from));
  return lines;
}

export function partition(bytes: Uint8Array, separator: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  checkSeparator(separator);
  const at = find(bytes, separator);
  if (at < 0) return [bytes, new Uint8Array(0), new Uint8Array(0)];
  return [bytes.slice(0, at), separator, bytes.slice(at + separator.length)];
}

export function rpartition(bytes: Uint8Array, separator: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  checkSeparator(separator);
  const at = rfind(bytes, separator);
  if (at < 0) return [new Uint8Array(0), new Uint8Array(0), bytes];
  return [bytes.slice(0, at), separator, bytes.slice(at + separator.length)];
}

/** b.strip(chars); null chars are white space. */
export function strip(bytes: Uint8Array, chars: Uint8Array | null): Uint8Array {
  return lstrip(rstrip(bytes, chars), chars);
}

export function lstrip(bytes: Uint8Array, chars: Uint8Array | null): Uint8Array {
  let start = 0;
  while (start < bytes.length && (chars === null ? isSpaceByte(bytes[start]!) : chars.includes(bytes[start]!))) start++;
  return bytes.slice(start);
}

export function rstrip(bytes: Uint8Array, chars: Uint8Array | null): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (chars === null ? isSpaceByte(bytes[end - 1]!) : chars.includes(bytes[end - 1]!))) end--;
  return bytes.slice(0, end);
}

export function removeprefix(bytes: Uint8Array, prefix: Uint8Array): Uint8Array {
  return bytes.slice(startswith(bytes, prefix) ? prefix.length : 0);
}

export function removesuffix(bytes: Uint8Array, suffix: Uint8Array): Uint8Array {
  return bytes.slice(0, bytes.length - (endswith(bytes, suffix) ? suffix.length : 0));
}

/** b.center(width, fill); the fill is one byte. */
export function center(bytes: Uint8Array, width: number, fill = 0x20): Uint8Array {
  const missing = Math.max(0, width - bytes.length);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return padded(bytes, left, missing - left, fill);
}

export function ljust(bytes: Uint8Array, width: number, fill = 0x20): Uint8Array {
  return padded(bytes, 0, Math.max(0, width - bytes.length), fill);
}

export function rjust(bytes: Uint8Array, width: number, fill = 0x20): Uint8Array {
  return padded(bytes, Math.max(0, width - bytes.length), 0, fill);
}

function padded(bytes: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  const result = new Uint8Array(left + bytes.length + right).fill(fill);
  result.set(bytes, left);
  return result;
}

export function zfill(bytes: Uint8Array, width: number): Uint8Array {
  const signed = bytes[0] === 0x2b || bytes[0] === 0x2d;
  const result = rjust(signed ? bytes.subarray(1) : bytes, signed ? width - 1 : width, 0x30);
  return signed ? concat(bytes.subarray(0, 1), result) : result;
}

export function expandtabs(bytes: Uint8Array, tabsize = 8): Uint8Array {
  const result: number[] = [];
  let column = 0;
  for (const byte of bytes) {
    if (byte !== 9) {
      result.push(byte);
      column = byte === 10 || byte === 13 ? 0 : column + 1;
      continue;
    }
    const spaces = tabsize > 0 ? tabsize - (column % tabsize) : 0;
    for (let i = 0; i < spaces; i++) result.push(0x20);
    column += spaces;
  }
  return Uint8Array.from(result);
}

/** b.translate(table, delete); a null table changes nothing. */
export function translate(bytes: Uint8Array, table: Uint8Array | null, deleted: Uint8Array): Uint8Array {
  if (table !== null && table.length !== 256) {
    throw new TextError('ValueError', 'translation table must be 256 characters long');
  }
  const kept = bytes.filter((byte) => !deleted.includes(byte));
  return table === null ? kept : kept.map((byte) => table[byte]!);
}

/** bytes.maketrans(from, to) */
export function maketrans(from: Uint8Array, to: Uint8Array): Uint8Array {
  if (from.length !== to.length) throw new TextError('ValueError', 'maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  from.forEach((byte, i) => (table[byte] = to[i]!));
  return table;
}

/** b.hex(sep, bytes_per_sep): groups count from the right, of a negative size from the left. */
export function hex(bytes: Uint8Array, separator: string | null = null, groupSize = 1): string {
  if (separator !== null) {
    if (Array.from(separator).length !== 1) throw new TextError('ValueError', 'sep must be length 1.');
    if (separator > '\x7f') throw new TextError('ValueError', 'sep must be ASCII.');
  }
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === null || groupSize === 0) return pairs.join('');
  const size = Math.abs(groupSize);
  const offset = groupSize > 0 ? pairs.length % size : 0;
  return pairs.map((pair, i) => (i > 0 && (i - offset) % size === 0 ? separator : '') + pair).join('');
}

/** bytes.fromhex(text): pairs of digits, with white space between pairs. */
export function fromHex(text: string): Uint8Array {
  const foreign = text.search(/[^\0-\x7f]/);
  if (foreign >= 0) throw notHexadecimal(foreign);
  const bytes: number[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpaceByte(text.charCodeAt(at))) {
      at++;
      continue;
    }
    for (const position of [at, at + 1]) {
      if (/^[0-9a-fA-F]$/.test(text[position] ?? '')) continue;
      if (position === text.length && profile.oddHexDigits !== null) {
        throw new TextError('ValueError', profile.oddHexDigits);
      }
      throw notHexadecimal(position);
    }
    bytes.push(parseInt(text.slice(at, at + 2), 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}

function notHexadecimal(position: number): TextError {
  return new TextError('ValueError', `non-hexadecimal number found in fromhex() arg at position ${position}`);
}

function isLowerByte(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

function isUpperByte(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isAlphaByte(byte: number): boolean {
  return isLowerByte(byte | 0x20);
}

function isDigitByte(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function lowerByte(byte: number): number {
  return isUpperByte(byte) ? byte + 0x20 : byte;
}

function upperByte(byte: number): number {
  return isLowerByte(byte) ? byte - 0x20 : byte;
}

export function lower(bytes: Uint8Array): Uint8Array {
  return bytes.map(lowerByte);
}

export function upper(bytes: Uint8Array): Uint8Array {
  return bytes.map(upperByte);
}

export function swapcase(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (isAlphaByte(byte) ? byte ^ 0x20 : byte));
}

export function capitalize(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => (i === 0 ? upperByte(byte) : lowerByte(byte)));
}

export function title(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => (i > 0 && isAlphaByte(bytes[i - 1]!) ? lowerByte(byte) : upperByte(byte)));
}

function every(bytes: Uint8Array, test: (byte: number) => boolean): boolean {
  return bytes.length > 0 && bytes.every(test);
}

export function isalpha(bytes: Uint8Array): boolean {
  return every(bytes, isAlphaByte);
}

export function isdigit(bytes: Uint8Array): boolean {
  return every(bytes, isDigitByte);
}

export function isalnum(bytes: Uint8Array): boolean {
  return every(bytes, (byte) => isAlphaByte(byte) || isDigitByte(byte));
}

export function isspace(bytes: Uint8Array): boolean {
  return every(bytes, isSpaceByte);
}

export function isascii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

export function islower(bytes: Uint8Array): boolean {
  return bytes.some(isLowerByte) && !bytes.some(isUpperByte);
}

export function isupper(bytes: Uint8Array): boolean {
  return bytes.some(isUpperByte) && !bytes.some(isLowerByte);
}

export function istitle(bytes: Uint8Array): boolean {
  return bytes.some(isAlphaByte) && equals(bytes, title(bytes));
}
