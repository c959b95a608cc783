import { unicodeOf } from '../text/unicode.ts';
import type { GrammarVersion } from './tree.ts';

/** The character classes of CPython's tokenizer. */
const PART = 1;
const DIGIT = 2;
const HEX = 4;
const START = 8;

const ASCII = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const text = String.fromCharCode(c);
  if (/[A-Za-z_]/.test(text)) ASCII[c]! |= PART | START;
  if (/[0-9]/.test(text)) ASCII[c]! |= PART | DIGIT;
  if (/[0-9A-Fa-f]/.test(text)) ASCII[c]! |= HEX;
}

/** Letters, `_`, and everything beyond ASCII, to be verified later. */
export function startsName(c: number): boolean {
  return c < 128 ? (ASCII[c]! & START) !== 0 : c >= 128;
}

export function continuesName(c: number): boolean {
  return c < 128 ? (ASCII[c]! & PART) !== 0 : c >= 128;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

export function isHexDigit(c: number): boolean {
  return c < 128 && (ASCII[c]! & HEX) !== 0;
}

/** Py_UNICODE_ISPRINTABLE() of a code point. */
export function isPrintable(c: number, version: GrammarVersion): boolean {
  return unicodeOf(version).has('printable', c);
}

/**
 * Mirrors verify_identifier(): where the first character that cannot stand in
 * an identifier is, or -1.
 */
export function invalidCharacter(source: string, start: number, end: number, version: GrammarVersion): number {
  const unicode = unicodeOf(version);
  for (let i = start; i < end; ) {
    const c = source.codePointAt(i)!;
    if (c >= 128) {
      if (!unicode.has(i === start ? 'identifierStart' : 'identifierContinue', c)) return i;
    }
    i += c > 0xffff ? 2 : 1;
  }
  return -1;
}
