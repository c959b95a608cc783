import { checkPosition, type CodecSteps } from './codec.ts';
import { codePoints } from './str.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Characters below 128 that have to be shifted: the controls but for white space, and these. */
const special = '+\\~\x7f';
const whiteSpace = '\t\n\r';

const isDirect = (point: number): boolean => {
  if (point >= 128) return false;
  const character = String.fromCharCode(point);
  return point < 32 ? whiteSpace.includes(character) : !special.includes(character);
};

const isBase64 = (character: string): boolean => character !== '' && alphabet.includes(character);

/** Mirrors _PyUnicode_EncodeUTF7(), which finds everything encodable. */
export function encodeUtf7(text: string): Uint8Array {
  let out = '';
  let shifted = false;
  let bits = 0;
  let buffer = 0;
  const put = (unit: number): void => {
    bits += 16;
    buffer = buffer * 0x10000 + unit;
    while (bits >= 6) {
      const scale = 2 ** (bits - 6);
      out += alphabet[Math.floor(buffer / scale)]!;
      buffer %= scale;
      bits -= 6;
    }
  };
  const flush = (): void => {
    if (bits > 0) out += alphabet[buffer << (6 - bits)]!;
    bits = buffer = 0;
  };
  for (const point of codePoints(text)) {
    const character = String.fromCodePoint(point);
    if (isDirect(point)) {
      if (shifted) {
        flush();
        shifted = false;
        if (isBase64(character) || character === '-') out += '-';
      }
      out += character;
      continue;
    }
    if (!shifted && character === '+') {
      out += '+-';
      continue;
    }
    if (!shifted) out += '+';
    shifted = true;
    if (point > 0xffff) {
      put(0xd7c0 + (point >> 10));
      put(0xdc00 | (point & 0x3ff));
    } else put(point);
  }
  flush();
  if (shifted) out += '-';
  return Uint8Array.from(out, (character) => character.charCodeAt(0));
}

/** Mirrors PyUnicode_DecodeUTF7Stateful(): in a part that is not the last, an open shift sequence stays for later. */
export function* decodeUtf7(bytes: Uint8Array, isLast: boolean): CodecSteps<{ readonly text: string; readonly consumed: number }> {
  let text = '';
  let at = 0;
  let start = 0;
  let shifted = false;
  let shiftedFrom = 0;
  let bits = 0;
  let buffer = 0;
  let surrogate = 0;
  const characterAt = (i: number): string => (i < bytes.length ? String.fromCharCode(bytes[i]!) : '');
  for (;;) {
    let reason = '';
    if (at >= bytes.length) {
      if (!shifted || !isLast) break;
      shifted = false;
      if (surrogate === 0 && bits < 6 && (bits === 0 || buffer === 0)) break;
      reason = 'unterminated shift sequence';
    } else if (shifted) {
      const character = characterAt(at);
      if (isBase64(character)) {
        at++;
        buffer = buffer * 64 + alphabet.indexOf(character);
        bits += 6;
        if (bits < 16) continue;
        const scale = 2 ** (bits - 16);
        const unit = Math.floor(buffer / scale);
        buffer %= scale;
        bits -= 16;
        if (surrogate !== 0) {
          text += String.fromCharCode(surrogate);
          surrogate = 0;
          if ((unit & 0xfc00) === 0xdc00) {
            text += String.fromCharCode(unit);
            continue;
          }
        }
        if ((unit & 0xfc00) === 0xd800) surrogate = unit;
        else text += String.fromCharCode(unit);
        continue;
      }
      shifted = false;
      if (bits >= 6) reason = 'partial character in base64 sequence';
      else if (bits > 0 && buffer !== 0) reason = 'non-zero padding bits in shift sequence';
      if (reason !== '') at++;
      else {
        if (surrogate !== 0 && bytes[at]! < 128 && character !== '+') text += String.fromCharCode(surrogate);
        surrogate = 0;
        if (character === '-') at++;
      }
    } else {
      const character = characterAt(at);
      if (character === '+') {
        start = at++;
        const next = characterAt(at);
        if (next === '-') {
          at++;
          text += '+';
        } else if (next !== '' && !isBase64(next)) {
          at++;
          reason = 'ill-formed sequence';
        } else {
          shifted = true;
          shiftedFrom = text.length;
          surrogate = bits = buffer = 0;
        }
      } else if (bytes[at]! < 128) {
        at++;
        text += character;
      } else {
        start = at++;
        reason = 'unexpected special character';
      }
    }
    if (reason === '') continue;
    const { text: replacement, position } = yield { encoding: 'utf7', object: bytes, start, end: at, reason };
    text += String(replacement);
    at = checkPosition(position, bytes.length);
  }
  return shifted ? { text: text.slice(0, shiftedFrom), consumed: start } : { text, consumed: at };
}
