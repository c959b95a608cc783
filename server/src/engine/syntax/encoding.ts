import { codecNamed, decode, type Codec } from '../text/codec.ts';
import { TextError } from '../text/error.ts';

/** Decodes by one of the encodings that CPython writes in Python; null for a name it does not know, throws on bad bytes. */
export type ForeignDecoder = (encoding: string, bytes: Uint8Array) => string | null;

/** The text of a source file, or CPython's words for why it has none; `decoder` are those of the decoder, where it is to blame. */
export type DecodedSource = { readonly text: string } | { readonly fault: string; readonly line: number; readonly decoder?: string };

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const BLANK = /^[ \t\f]*(#.*)?$/;

/** Decodes a source file by its byte order mark or its coding cookie (PEP 263), which may stand in the first two lines. */
export function decodeSource(bytes: Uint8Array, foreign: ForeignDecoder): DecodedSource {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const cookie = cookieOf(body);
  const encoding = cookie === null ? 'utf-8' : normalName(cookie);
  if (encoding !== 'utf-8') {
    if (hasMark) return { fault: `encoding problem: ${encoding} with BOM`, line: 0 };
    return decodeAs(body, encoding, cookie!, foreign);
  }
  try {
    return { text: (hasMark ? '\ufeff' : '') + decode(body, 'utf-8') };
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return notUtf8(body);
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, cookie: string, foreign: ForeignDecoder): DecodedSource {
  const codec: Codec | null = codecNamed(encoding);
  try {
    const text = codec === null ? foreign(encoding, bytes) : decode(bytes, codec);
    return text === null ? { fault: `unknown encoding: ${cookie}`, line: 0 } : { text };
  } catch (error) {
    return { fault: error instanceof TextError ? error.message : `encoding problem: ${cookie}`, line: 0 };
  }
}

/** Mirrors check_coding_spec(): the second line counts if the first holds nothing but a comment. */
function cookieOf(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 1000)));
    const found = COOKIE.exec(text)?.[1];
    if (found !== undefined) return found;
    if (!BLANK.test(text)) return null;
    start = bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  }
  return null;
}

/** Mirrors get_normal_name(). */
function normalName(name: string): string {
  const normal = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (/^utf-8(-|$)/.test(normal)) return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(normal)) return 'iso-8859-1';
  return name;
}

function notUtf8(bytes: Uint8Array): DecodedSource {
  let start = 0;
  for (let line = 1; ; line++) {
    let end = bytes.indexOf(10, start);
    if (end < 0) end = bytes.length;
    const bad = invalidByte(bytes.subarray(start, end));
    if (bad !== null) {
      const shown = bad.byte.toString(16).padStart(2, '0');
      const fault =
        `Non-UTF-8 code starting with '\\x${shown}' on line ${line}, but no encoding declared; ` +
        'see https://peps.python.org/pep-0263/ for details';
      return { fault, line, decoder: `(unicode error) ${bad.message}` };
    }
    if (end === bytes.length) return { fault: 'encoding problem: utf-8', line: 0 };
    start = end + 1;
  }
}

function invalidByte(line: Uint8Array): { readonly byte: number; readonly message: string } | null {
  try {
    decode(line, 'utf-8');
    return null;
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    const at = error.args[2];
    return { byte: line[typeof at === 'number' ? at : 0] ?? 0, message: error.message };
  }
}
