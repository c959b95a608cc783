import { checkPosition, type CodecSteps } from './codec.ts';
import { codePoints } from './str.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const hex = (point: number, digits: number): string => point.toString(16).padStart(digits, '0');
const wide = (point: number): string => (point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`);

const short: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Mirrors PyUnicode_AsUnicodeEscapeString(). */
export const encodeUnicodeEscape = (text: string): Uint8Array =>
  latin1(
    codePoints(text)
      .map((point) => {
        if (point > 0xff) return wide(point);
        const character = String.fromCharCode(point);
        return short[character] ?? (point < 0x20 || point >= 0x7f ? `\\x${hex(point, 2)}` : character);
      })
      .join(''),
  );

/** Mirrors PyUnicode_AsRawUnicodeEscapeString(). */
export const encodeRawUnicodeEscape = (text: string): Uint8Array =>
  latin1(
    codePoints(text)
      .map((point) => (point > 0xff ? wide(point) : String.fromCharCode(point)))
      .join(''),
  );

export interface Unescaped {
  readonly text: string;
  readonly consumed: number;
  /** The first escape that means nothing, or is an octal number beyond 0o377; null if there is none. */
  readonly invalid: string | null;
}

const simple: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  a: '\x07',
};

const numbered: Readonly<Record<string, readonly [digits: number, reason: string]>> = {
  x: [2, 'truncated \\xXX escape'],
  u: [4, 'truncated \\uXXXX escape'],
  U: [8, 'truncated \\UXXXXXXXX escape'],
};

const hexDigit = /[0-9a-fA-F]/;
const octalDigit = /[0-7]/;

/** Mirrors _PyUnicode_DecodeUnicodeEscapeInternal(). `named` finds the character of a name, null if there is none. */
export function* decodeUnicodeEscape(bytes: Uint8Array, isLast: boolean, named: (name: string) => string | null): CodecSteps<Unescaped> {
  let text = '';
  let at = 0;
  let invalid: string | null = null;
  const characterAt = (i: number): string => (i < bytes.length ? String.fromCharCode(bytes[i]!) : '');
  while (at < bytes.length) {
    if (bytes[at] !== 0x5c) {
      text += String.fromCharCode(bytes[at++]!);
      continue;
    }
    const start = at++;
    let reason = '';
    let cutOff = false;
    if (at >= bytes.length) {
      cutOff = true;
      reason = '\\ at end of string';
    } else {
      const code = characterAt(at++);
      const plain = simple[code];
      const number = numbered[code];
      if (plain !== undefined) text += plain;
      else if (number !== undefined) {
        const [digits, message] = number;
        const from = at;
        while (at < bytes.length && at < from + digits && hexDigit.test(characterAt(at))) at++;
        const point = parseInt(`0${bytesText(bytes, from, at)}`, 16);
        if (at < from + digits) {
          cutOff = at >= bytes.length;
          reason = message;
        } else if (point > 0x10ffff) reason = 'illegal Unicode character';
        else text += String.fromCodePoint(point);
      } else if (octalDigit.test(code)) {
        let digits = code;
        while (digits.length < 3 && octalDigit.test(characterAt(at))) digits += characterAt(at++);
        const point = parseInt(digits, 8);
        if (point > 0o377) invalid ??= digits;
        text += String.fromCodePoint(point);
      } else if (code === 'N') {
        reason = 'malformed \\N character escape';
        if (at >= bytes.length) cutOff = true;
        else if (characterAt(at) === '{') {
          const from = ++at;
          while (at < bytes.length && characterAt(at) !== '}') at++;
          if (at >= bytes.length) cutOff = true;
          else if (at > from) {
            const found = named(bytesText(bytes, from, at++));
            reason = found === null ? 'unknown Unicode character name' : '';
            text += found ?? '';
          }
        }
      } else {
        invalid ??= code;
        text += `\\${code}`;
      }
    }
    if (reason === '') continue;
    if (cutOff && !isLast) {
      at = start;
      break;
    }
    const { text: replacement, position } = yield { encoding: 'unicodeescape', object: bytes, start, end: at, reason };
    text += String(replacement);
    at = checkPosition(position, bytes.length);
  }
  return { text, consumed: at, invalid };
}

const bytesText = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** Mirrors _PyUnicode_DecodeRawUnicodeEscapeStateful(). */
export function* decodeRawUnicodeEscape(bytes: Uint8Array, isLast: boolean): CodecSteps<Unescaped> {
  let text = '';
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const character = String.fromCharCode(bytes[at++]!);
    if (character !== '\\') {
      text += character;
      continue;
    }
    if (at >= bytes.length) {
      if (!isLast) {
        at = start;
        break;
      }
      text += character;
      continue;
    }
    const code = String.fromCharCode(bytes[at++]!);
    const digits = code === 'u' ? 4 : code === 'U' ? 8 : 0;
    if (digits === 0) {
      text += character + code;
      continue;
    }
    const from = at;
    while (at < bytes.length && at < from + digits && hexDigit.test(String.fromCharCode(bytes[at]!))) at++;
    const point = parseInt(`0${bytesText(bytes, from, at)}`, 16);
    let reason = '';
    if (at < from + digits) {
      if (at >= bytes.length && !isLast) {
        at = start;
        break;
      }
      reason = numbered[code]![1];
    } else if (point > 0x10ffff) reason = '\\Uxxxxxxxx out of range';
    if (reason === '') {
      text += String.fromCodePoint(point);
      continue;
    }
    const { text: replacement, position } = yield { encoding: 'rawunicodeescape', object: bytes, start, end: at, reason };
    text += String(replacement);
    at = checkPosition(position, bytes.length);
  }
  return { text, consumed: at, invalid: null };
}
