import { concat, toLatin1 } from './bytes.ts';
import { TextError } from './error.ts';
import { escape } from './repr.ts';
import { codePoints } from './str.ts';

/** The encodings CPython has in C and a program meets without asking; others are written in Python. */
export type Codec = 'utf-8' | 'ascii' | 'latin-1' | 'utf-16' | 'utf-16-le' | 'utf-16-be' | 'utf-32' | 'utf-32-le' | 'utf-32-be';

const ALIASES: Readonly<Record<string, Codec>> = {
  utf_8: 'utf-8',
  utf8: 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  utf8_ucs2: 'utf-8',
  utf8_ucs4: 'utf-8',
  cp65001: 'utf-8',
  ascii: 'ascii',
  us_ascii: 'ascii',
  '646': 'ascii',
  ansi_x3_4_1968: 'ascii',
  latin_1: 'latin-1',
  latin1: 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  iso8859_1: 'latin-1',
  iso_8859_1: 'latin-1',
  iso8859: 'latin-1',
  '8859': 'latin-1',
  cp819: 'latin-1',
  utf_16: 'utf-16',
  utf16: 'utf-16',
  u16: 'utf-16',
  utf_16_le: 'utf-16-le',
  utf_16le: 'utf-16-le',
  utf_16_be: 'utf-16-be',
  utf_16be: 'utf-16-be',
  utf_32: 'utf-32',
  utf32: 'utf-32',
  u32: 'utf-32',
  utf_32_le: 'utf-32-le',
  utf_32le: 'utf-32-le',
  utf_32_be: 'utf-32-be',
  utf_32be: 'utf-32-be',
};

/** The encoding of a name, in any of its spellings; null if it is none of these. */
export function codecNamed(name: string): Codec | null {
  return ALIASES[name.toLowerCase().replace(/[^a-z0-9.]+/g, '_')] ?? null;
}

/** A stretch of the input that cannot be encoded or decoded, in characters or bytes: what a UnicodeError tells. */
export interface UnicodeProblem {
  readonly encoding: string;
  readonly object: string | Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** What an error handler answers: what stands for the stretch, and where to go on. */
export interface Replacement {
  readonly text: string | Uint8Array;
  readonly position: number;
}

export function unicodeError(problem: UnicodeProblem): TextError {
  const { encoding, object, start, end, reason } = problem;
  const type = typeof object === 'string' ? 'UnicodeEncodeError' : 'UnicodeDecodeError';
  return new TextError(type, unicodeErrorText(problem), [encoding, object, start, end, reason]);
}

/** str() of a UnicodeEncodeError or UnicodeDecodeError. */
function unicodeErrorText({ encoding, object, start, end, reason }: UnicodeProblem): string {
  const encoding_ = typeof object === 'string';
  const codec = `'${encoding}' codec can't ${encoding_ ? 'encode' : 'decode'}`;
  if (end !== start + 1) return `${codec} ${encoding_ ? 'characters' : 'bytes'} in position ${start}-${end - 1}: ${reason}`;
  const what = encoding_
    ? `character '${escape(codePoints(object)[start] ?? 0)}'`
    : `byte 0x${(object[start] ?? 0).toString(16).padStart(2, '0')}`;
  return `${codec} ${what} in position ${start}: ${reason}`;
}

/** text.encode(codec, errors) with the error handlers that need no Python code. */
export function encode(text: string, codec: Codec, errors = 'strict'): Uint8Array {
  return run(encodeSteps(text, codec), (problem) => handleEncoding(problem, errors));
}

/** bytes.decode(codec, errors) with the error handlers that need no Python code. */
export function decode(bytes: Uint8Array, codec: Codec, errors = 'strict'): string {
  return run(decodeSteps(bytes, codec), (problem) => handleDecoding(problem, errors)).text;
}

/** Work of a codec: it asks what to do with each stretch that cannot be converted. */
export type CodecSteps<T> = Generator<UnicodeProblem, T, Replacement>;

export interface DecodedText {
  readonly text: string;
  /** Bytes that are dealt with; the rest is the beginning of a character. */
  readonly consumed: number;
  /** What a byte order mark told. */
  readonly byteOrder: -1 | 0 | 1;
}


function run<T>(steps: Generator<UnicodeProblem, T, Replacement>, handle: (problem: UnicodeProblem) => Replacement): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next(handle(step.value));
  return step.value;
}

/** Encodes, and asks what to do with each stretch that cannot be. A handler of Python's may answer. */
export function* encodeSteps(text: string, codec: Codec): CodecSteps<Uint8Array> {
  const whole = encodeWhole(text, codec);
  if (whole !== null) return whole;
  const points = codePoints(text);
  const parts: Uint8Array[] = codec === 'utf-16' || codec === 'utf-32' ? [encodePoints([0xfeff], codec)] : [];
  let at = 0;
  while (at < points.length) {
    const start = at;
    while (at < points.length && encodable(points[at]!, codec)) at++;
    if (at > start) parts.push(encodePoints(points.slice(start, at), codec));
    if (at === points.length) break;
    // The byte-oriented codecs report neighbours at once.
    let end = at + 1;
    if (!/^utf-(16|32)/.test(codec)) while (end < points.length && !encodable(points[end]!, codec)) end++;
    const problem = { encoding: codec, object: text, start: at, end, reason: REASONS[codec] ?? 'surrogates not allowed' };
    const { text: replacement, position } = yield problem;
    if (typeof replacement !== 'string') {
      if (replacement.length % unitSize(codec) !== 0) throw unicodeError(problem);
      parts.push(replacement);
    } else {
      const limit = codec === 'latin-1' ? 0x100 : 0x80;
      const substitute = codePoints(replacement);
      if (substitute.some((point) => point >= limit)) throw unicodeError(problem);
      parts.push(encodePoints(substitute, codec));
    }
    at = checkPosition(position, points.length);
  }
  return concat(...parts);
}

const REASONS: Readonly<Partial<Record<Codec, string>>> = {
  ascii: 'ordinal not in range(128)',
  'latin-1': 'ordinal not in range(256)',
};

/** The bytes of a text in which nothing is to be reported; else null. */
function encodeWhole(text: string, codec: Codec): Uint8Array | null {
  const plain = !(codec === 'latin-1' ? /[^\0-\xff]/ : /[^\0-\x7f]/).test(text);
  if (plain && unitSize(codec) === 1) {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  if (unitSize(codec) === 1 && codec !== 'utf-8') return null;
  if (/\p{Surrogate}/u.test(text)) return null;
  const mark = codec === 'utf-16' || codec === 'utf-32' ? '\ufeff' : '';
  return encodePoints(codePoints(mark + text), codec);
}

function encodable(point: number, codec: Codec): boolean {
  if (codec === 'ascii') return point < 0x80;
  if (codec === 'latin-1') return point < 0x100;
  return (point & ~0x7ff) !== 0xd800;
}

function unitSize(codec: Codec): 1 | 2 | 4 {
  return codec.startsWith('utf-16') ? 2 : codec.startsWith('utf-32') ? 4 : 1;
}

/** Also encodes surrogates, as 'surrogatepass' wants. */
function encodePoints(points: readonly number[], codec: Codec): Uint8Array {
  const bytes = new Uint8Array(points.length * 4);
  const view = new DataView(bytes.buffer);
  const little = !codec.endsWith('-be');
  let at = 0;
  for (const point of points) {
    switch (codec) {
      case 'ascii':
      case 'latin-1':
        bytes[at++] = point;
        break;
      case 'utf-8':
        if (point < 0x80) {
          bytes[at++] = point;
        } else if (point < 0x800) {
          bytes[at++] = 0xc0 | (point >> 6);
          bytes[at++] = 0x80 | (point & 0x3f);
        } else {
          if (point < 0x10000) {
            bytes[at++] = 0xe0 | (point >> 12);
          } else {
            bytes[at++] = 0xf0 | (point >> 18);
            bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
          }
          bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
          bytes[at++] = 0x80 | (point & 0x3f);
        }
        break;
      case 'utf-16':
      case 'utf-16-le':
      case 'utf-16-be':
        if (point > 0xffff) {
          view.setUint16(at, 0xd7c0 + (point >> 10), little);
          view.setUint16(at + 2, 0xdc00 | (point & 0x3ff), little);
          at += 4;
        } else {
          view.setUint16(at, point, little);
          at += 2;
        }
        break;
      case 'utf-32':
      case 'utf-32-le':
      case 'utf-32-be':
        view.setUint32(at, point, little);
        at += 4;
        break;
    }
  }
  return bytes.slice(0, at);
}

/** A handler's position may count from the end. */
export function checkPosition(position: number, size: number): number {
  const resolved = position < 0 ? position + size : position;
  if (resolved >= 0 && resolved <= size) return resolved;
  throw new TextError('IndexError', `position ${position} from error handler out of bounds`);
}

/** The error handlers of encoding that CPython has in C. */
export function handleEncoding(problem: UnicodeProblem, errors: string): Replacement {
  const { encoding, object, start, end } = problem;
  const points = codePoints(String(object)).slice(start, end);
  switch (errors) {
    case 'strict':
      throw unicodeError(problem);
    case 'ignore':
      return { text: '', position: end };
    case 'replace':
      return { text: '?'.repeat(points.length), position: end };
    case 'backslashreplace':
      return { text: points.map(escape).join(''), position: end };
    case 'xmlcharrefreplace':
      return { text: points.map((point) => `&#${point};`).join(''), position: end };
    case 'surrogateescape': {
      const foreign = points.findIndex((point) => point < 0xdc80 || point > 0xdcff);
      const byteWise = unitSize(encoding as Codec) === 1;
      if (foreign >= 0 || !byteWise) throw unicodeError({ ...problem, start: byteWise ? start + foreign : start });
      return { text: Uint8Array.from(points, (point) => point - 0xdc00), position: end };
    }
    case 'surrogatepass':
      if (!encoding.startsWith('utf') || points.some((point) => encodable(point, 'utf-8'))) throw unicodeError(problem);
      return { text: encodePoints(points, encoding as Codec), position: end };
    default:
      throw unknownHandler(errors);
  }
}

function unknownHandler(errors: string): TextError {
  return new TextError('LookupError', `unknown error handler name '${errors}'`);
}

/** The error handlers of decoding that CPython has in C. */
export function handleDecoding(problem: UnicodeProblem, errors: string): Replacement {
  const { encoding, object, start, end } = problem;
  const bytes = typeof object === 'string' ? new Uint8Array(0) : object;
  const bad = bytes.subarray(start, end);
  switch (errors) {
    case 'strict':
      throw unicodeError(problem);
    case 'ignore':
      return { text: '', position: end };
    case 'replace':
      return { text: '\ufffd', position: end };
    case 'backslashreplace':
      return { text: Array.from(bad, escape).join(''), position: end };
    case 'surrogateescape': {
      const ascii = bad.subarray(0, 4).findIndex((byte) => byte < 0x80);
      const count = ascii < 0 ? Math.min(4, bad.length) : ascii;
      if (count === 0) throw unicodeError(problem);
      const text = Array.from(bad.subarray(0, count), (byte) => String.fromCharCode(0xdc00 + byte)).join('');
      return { text, position: start + count };
    }
    case 'surrogatepass': {
      const surrogate = encoding.startsWith('utf') ? surrogateAt(bytes, start, encoding) : null;
      if (surrogate === null) throw unicodeError(problem);
      return { text: String.fromCharCode(surrogate.point), position: start + surrogate.size };
    }
    default:
      throw unknownHandler(errors);
  }
}

function surrogateAt(bytes: Uint8Array, at: number, encoding: string): { readonly point: number; readonly size: number } | null {
  const size = encoding === 'utf-8' ? 3 : unitSize(encoding as Codec);
  if (at + size > bytes.length) return null;
  const little = !encoding.endsWith('-be');
  let point = 0;
  if (size === 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!];
    if (a >> 4 !== 0xe || b >> 6 !== 2 || c >> 6 !== 2) return null;
    point = ((a & 0xf) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, size);
    point = size === 2 ? view.getUint16(0, little) : view.getUint32(0, little);
  }
  return (point & ~0x7ff) === 0xd800 ? { point, size } : null;
}

/** Decodes, and asks what to do with each stretch that cannot be. What is cut off at the end is an error only in the last part. */
export function* decodeSteps(bytes: Uint8Array, codec: Codec, isLast = true): CodecSteps<DecodedText> {
  if (codec === 'latin-1' || (unitSize(codec) === 1 && bytes.every((byte) => byte < 0x80))) {
    return { text: toLatin1(bytes), consumed: bytes.length, byteOrder: 0 };
  }
  let at = 0;
  let byteOrder: DecodedText['byteOrder'] = 0;
  let order: Codec = codec;
  if (codec === 'utf-16' || codec === 'utf-32') {
    const mark = encodePoints([0xfeff], codec);
    const swapped = mark.slice().reverse();
    const starts = (prefix: Uint8Array): boolean => prefix.every((byte, i) => bytes[i] === byte);
    order = `${codec}-${starts(swapped) ? 'be' : 'le'}`;
    if (starts(mark) || starts(swapped)) {
      at = mark.length;
      byteOrder = starts(mark) ? -1 : 1;
    }
  }
  let text = '';
  while (at < bytes.length) {
    const next = decodeOne(bytes, at, order);
    if (next.reason === null) {
      text += String.fromCodePoint(next.point);
      at += next.size;
      continue;
    }
    if (!isLast && isCutOff(next)) break;
    const problem = { encoding: order, object: bytes, start: at, end: at + next.size, reason: next.reason };
    const { text: replacement, position } = yield problem;
    text += String(replacement);
    at = checkPosition(position, bytes.length);
  }
  return { text, consumed: at, byteOrder };
}

const isCutOff = ({ reason }: Decoded): boolean => reason === 'unexpected end of data' || reason === 'truncated data';

/** A character and how many bytes it takes; or how many bytes are wrong, and why. */
interface Decoded {
  readonly point: number;
  readonly size: number;
  readonly reason: string | null;
}

function wrong(size: number, reason: string): Decoded {
  return { point: 0, size, reason };
}

function decodeOne(bytes: Uint8Array, at: number, codec: Codec): Decoded {
  const left = bytes.length - at;
  const little = !codec.endsWith('-be');
  switch (unitSize(codec)) {
    case 1:
      if (bytes[at]! < 0x80) return { point: bytes[at]!, size: 1, reason: null };
      return codec === 'ascii' ? wrong(1, 'ordinal not in range(128)') : decodeUtf8(bytes, at);
    case 2: {
      if (left < 2) return wrong(left, 'truncated data');
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, left);
      const unit = view.getUint16(0, little);
      if ((unit & ~0x7ff) !== 0xd800) return { point: unit, size: 2, reason: null };
      if (unit >= 0xdc00) return wrong(2, 'illegal encoding');
      if (left < 4) return wrong(left, 'unexpected end of data');
      const second = view.getUint16(2, little);
      if ((second & ~0x3ff) !== 0xdc00) return wrong(2, 'illegal UTF-16 surrogate');
      return { point: ((unit & 0x3ff) << 10) + (second & 0x3ff) + 0x10000, size: 4, reason: null };
    }
    case 4: {
      if (left < 4) return wrong(left, 'truncated data');
      const point = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, little);
      if (point > 0x10ffff) return wrong(4, 'code point not in range(0x110000)');
      if ((point & ~0x7ff) === 0xd800) return wrong(4, 'code point in surrogate code point range(0xd800, 0xe000)');
      return { point, size: 4, reason: null };
    }
  }
}

/** How many bytes at the end begin a character that more bytes could complete. */
export function incompleteTail(bytes: Uint8Array, codec: Codec): number {
  const { length } = bytes;
  switch (unitSize(codec)) {
    case 1:
      if (codec !== 'utf-8') return 0;
      for (let size = 1; size <= 3 && size <= length; size++) {
        const byte = bytes[length - size]!;
        if (byte < 0x80) return 0;
        if (byte >= 0xc0) return decodeUtf8(bytes, length - size).reason === 'unexpected end of data' ? size : 0;
      }
      return 0;
    case 2: {
      const odd = length % 2;
      const last = length - odd - 2;
      if (last < 0) return odd;
      const high = bytes[codec.endsWith('-be') ? last : last + 1]!;
      return high >= 0xd8 && high < 0xdc ? odd + 2 : odd;
    }
    case 4:
      return length % 4;
  }
}

/** A character of two to four bytes. The first of the bytes after the lead narrows what is not shortest or a surrogate. */
function decodeUtf8(bytes: Uint8Array, at: number): Decoded {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return wrong(1, 'invalid start byte');
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let point = lead & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return wrong(i, 'unexpected end of data');
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return wrong(i, 'invalid continuation byte');
    point = (point << 6) | (byte & 0x3f);
  }
  return { point, size, reason: null };
}
