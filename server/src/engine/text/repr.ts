import { unicode } from './unicode.ts';

const PLAIN = /^[ -&(-[\]-~]*$/;

/** repr(s): quoted as Python quotes, with what is not printable escaped. */
export function repr(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return quoted(text, (point) => unicode().has('printable', point));
}

/** ascii(s): repr(s) with everything that is not ASCII escaped. */
export function ascii(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return quoted(text, () => false);
}

/** `printable` is asked of characters beyond ASCII only. */
function quoted(text: string, printable: (point: number) => boolean): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (character === quote || character === '\\') result += '\\' + character;
    else if (point >= 0x20 && point < 0x7f) result += character;
    else if (point === 9) result += '\\t';
    else if (point === 10) result += '\\n';
    else if (point === 13) result += '\\r';
    else if (point > 0x7f && printable(point)) result += character;
    else result += escape(point);
  }
  return result + quote;
}

/** A character as \xNN, \uNNNN or \UNNNNNNNN. */
export function escape(point: number): string {
  if (point < 0x100) return '\\x' + point.toString(16).padStart(2, '0');
  if (point < 0x10000) return '\\u' + point.toString(16).padStart(4, '0');
  return '\\U' + point.toString(16).padStart(8, '0');
}

/** repr(b) of bytes; of a bytearray it is what stands within the parentheses, where an apostrophe is always `escaped`. */
export function reprBytes(bytes: Uint8Array, escaped = ''): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let result = 'b' + quote;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote || character === '\\' || character === escaped) result += '\\' + character;
    else if (byte >= 0x20 && byte < 0x7f) result += character;
    else if (byte === 9) result += '\\t';
    else if (byte === 10) result += '\\n';
    else if (byte === 13) result += '\\r';
    else result += escape(byte);
  }
  return result + quote;
}
