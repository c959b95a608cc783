import { TextError } from './error.ts';

const shown: Readonly<Record<number, string>> = { 0x5c: '\\\\', 0x27: "\\'", 9: '\\t', 10: '\\n', 13: '\\r' };

/** Bytes as they stand in a literal with single quotes (_codecs_escape_encode_impl). */
export function escapeBytes(bytes: Uint8Array): Uint8Array {
  const text = Array.from(bytes, (byte) => shown[byte] ?? (byte < 0x20 || byte >= 0x7f ? `\\x${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte))).join('');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const simple: Readonly<Record<string, string>> = { '\n': '', '\\': '\\', "'": "'", '"': '"', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', a: '\x07' };
const hexPair = /^[0-9a-fA-F]{2}/;

export interface UnescapedBytes {
  readonly bytes: Uint8Array;
  /** The first escape that means nothing, or is an octal number beyond 0o377; null if there is none. */
  readonly invalid: string | null;
}

/** Mirrors _PyBytes_DecodeEscape(). */
export function unescapeBytes(source: Uint8Array, errors: string): UnescapedBytes {
  const text = Array.from(source, (byte) => String.fromCharCode(byte)).join('');
  let out = '';
  let invalid: string | null = null;
  for (let at = 0; at < text.length; ) {
    const character = text[at++]!;
    if (character !== '\\') {
      out += character;
      continue;
    }
    if (at === text.length) throw new TextError('ValueError', 'Trailing \\ in string');
    const code = text[at++]!;
    const octal = /^[0-7]{1,3}/.exec(text.slice(at - 1, at + 2))?.[0];
    if (simple[code] !== undefined) out += simple[code];
    else if (octal !== undefined) {
      const value = parseInt(octal, 8);
      if (value > 0o377) invalid ??= octal;
      out += String.fromCharCode(value & 0xff);
      at += octal.length - 1;
    } else if (code === 'x') {
      if (hexPair.test(text.slice(at))) {
        out += String.fromCharCode(parseInt(text.slice(at, at + 2), 16));
        at += 2;
        continue;
      }
      if (errors === 'strict') throw new TextError('ValueError', `invalid \\x escape at position ${at - 2}`);
      if (errors === 'replace') out += '?';
      else if (errors !== 'ignore') throw new TextError('ValueError', `decoding error; unknown error handling code: ${errors}`);
      if (at < text.length && /[0-9a-fA-F]/.test(text[at]!)) at++;
    } else {
      invalid ??= code;
      out += `\\${code}`;
    }
  }
  return { bytes: Uint8Array.from(out, (character) => character.charCodeAt(0)), invalid };
}
