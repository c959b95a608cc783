import { isHexDigit } from './characters.ts';
import { wouldPair, type LiteralText } from './literaltext.ts';
import { characterNamed } from './names.ts';
import type { GrammarVersion } from './tree.ts';

/** A decoded piece of text, or what is wrong with it. */
export interface Decoded<V> {
  readonly value: V;
  /** The words of CPython's decoder, or null. */
  readonly fault: string | null;
  /** The first escape CPython warns of, and its offset; or null. */
  readonly doubtful: { readonly at: number; readonly message: string } | null;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The lines of a literal end with \n, however the file ends its lines. */
export function withUnixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** Decodes the body of a string literal that is not raw. */
export function decodeText(source: string, start: number, end: number, version: GrammarVersion): Decoded<LiteralText> {
  let value = '';
  const splits: number[] = [];
  let doubtful: Decoded<LiteralText>['doubtful'] = null;
  let plain = start;
  let i = source.indexOf('\\', start);
  while (i >= 0 && i < end) {
    const at = i;
    value += withUnixLines(source.slice(plain, at));
    const fail = (reason: string, stop: number): Decoded<LiteralText> => {
      const from = escapedLength(source, start, at);
      return { value: { value }, fault: codecFault(from, from + stop - at, reason), doubtful };
    };
    const letter = source[at + 1] ?? '';
    i = at + 2;
    const simple = SIMPLE[letter];
    const digits = HEX_DIGITS[letter];
    if (at + 1 >= end) {
      // Only the text before a brace of an f-string can end so.
      value += '\\';
      i = end;
    } else if (simple !== undefined) {
      value += simple;
    } else if (letter === '\n') {
      // An escaped line break is nothing.
    } else if (letter === '\r') {
      if (source[i] === '\n') i++;
    } else if (letter >= '0' && letter <= '7') {
      let code = 0;
      i = at + 1;
      while (i < at + 4 && i < end && isOctal(source.charCodeAt(i))) code = code * 8 + source.charCodeAt(i++) - 48;
      value += String.fromCharCode(code);
      if (code > 0o377) doubtful ??= octalNotice(source.slice(at, i), at, version);
    } else if (digits !== undefined) {
      while (i < at + 2 + digits && i < end && isHexDigit(source.charCodeAt(i))) i++;
      if (i < at + 2 + digits) return fail(`truncated \\${letter}${'X'.repeat(digits)} escape`, i);
      const code = parseInt(source.slice(at + 2, i), 16);
      if (code > 0x10ffff) return fail('illegal Unicode character', i);
      const character = String.fromCodePoint(code);
      if (wouldPair(value, character)) splits.push(value.length);
      value += character;
    } else if (letter === 'N') {
      const close = source[i] === '{' ? source.indexOf('}', i) : -1;
      if (source[i] !== '{') return fail('malformed \\N character escape', i);
      if (close < 0 || close >= end) return fail('malformed \\N character escape', end);
      if (close === i + 1) return fail('malformed \\N character escape', i + 1);
      const text = characterNamed(source.slice(i + 1, close));
      i = close + 1;
      if (text === null) return fail('unknown Unicode character name', i);
      value += text;
    } else {
      value += '\\';
      i = at + 1;
      doubtful ??= escapeNotice(source, at, version);
    }
    plain = i;
    i = source.indexOf('\\', i);
  }
  value += withUnixLines(source.slice(plain, end));
  return { value: splits.length === 0 ? { value } : { value, splits }, fault: null, doubtful };
}

/** Decodes the body of a bytes literal; its characters are known to be ASCII. */
export function decodeBytes(
  source: string, start: number, end: number, raw: boolean, version: GrammarVersion,
): Decoded<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let count = 0;
  let doubtful: Decoded<Uint8Array>['doubtful'] = null;
  for (let i = start; i < end; ) {
    const c = source.charCodeAt(i);
    if (c === 13) {
      bytes[count++] = 10;
      i += source[i + 1] === '\n' ? 2 : 1;
      continue;
    }
    if (c !== 92 || raw) {
      bytes[count++] = c;
      i++;
      continue;
    }
    const at = i;
    const letter = source[at + 1] ?? '';
    const simple = SIMPLE[letter];
    i += 2;
    if (simple !== undefined) {
      bytes[count++] = simple.charCodeAt(0);
    } else if (letter === '\r' || letter === '\n') {
      if (letter === '\r' && source[i] === '\n') i++;
    } else if (letter >= '0' && letter <= '7') {
      let code = 0;
      i = at + 1;
      while (i < at + 4 && i < end && isOctal(source.charCodeAt(i))) code = code * 8 + source.charCodeAt(i++) - 48;
      bytes[count++] = code;
      if (code > 0o377) doubtful ??= octalNotice(source.slice(at, i), at, version);
    } else if (letter === 'x') {
      const isWhole = i + 1 < end && isHexDigit(source.charCodeAt(i)) && isHexDigit(source.charCodeAt(i + 1));
      if (!isWhole) {
        const fault = `(value error) invalid \\x escape at position ${at - start}`;
        return { value: bytes.subarray(0, count), fault, doubtful };
      }
      bytes[count++] = parseInt(source.slice(i, i + 2), 16);
      i += 2;
    } else {
      bytes[count++] = 92;
      i = at + 1;
      doubtful ??= escapeNotice(source, at, version);
    }
  }
  return { value: bytes.slice(0, count), fault: null, doubtful };
}

function isOctal(c: number): boolean {
  return c >= 48 && c <= 55;
}

function codecFault(from: number, to: number, reason: string): string {
  const where = to === from + 1 ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to - 1}`;
  return `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`;
}

/**
 * CPython's decoder counts in a copy in which each character beyond ASCII is
 * an escape of ten bytes, and a backslash before one is an escape of six.
 */
function escapedLength(source: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const c = source.charCodeAt(i);
    if (c < 128) length += 1;
    else if (c < 0xdc00 || c > 0xdfff) length += 10;
    if (c === 92 && i + 1 < end) {
      i++;
      length += source.charCodeAt(i) < 128 ? 1 : 15;
      if (source.codePointAt(i)! > 0xffff) i++;
    }
  }
  return length;
}

function escapeNotice(source: string, at: number, version: GrammarVersion): Decoded<never>['doubtful'] {
  const letter = String.fromCodePoint(source.codePointAt(at + 1)!);
  // The escape of a character beyond ASCII is one of the copy's own backslash.
  return letter < '\x80' ? { at, message: notice(letter, version) } : null;
}

function octalNotice(escape: string, at: number, version: GrammarVersion): Decoded<never>['doubtful'] {
  if (version === '3.11') return null;
  if (version === '3.12' || version === '3.13') return { at, message: `invalid octal escape sequence '${escape}'` };
  const message =
    `"${escape}" is an invalid octal escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\${escape}"? A raw string is also an option.`;
  return { at, message };
}

/** The warning for `\` before `letter`. */
export function notice(letter: string, version: GrammarVersion): string {
  if (version === '3.11' || version === '3.12' || version === '3.13') return `invalid escape sequence '\\${letter}'`;
  return (
    `"\\${letter}" is an invalid escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${letter}"? A raw string is also an option.`
  );
}
