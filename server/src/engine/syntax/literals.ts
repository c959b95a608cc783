import { Cursor } from './cursor.ts';
import { decodeText, withUnixLines } from './escapes.ts';
import type { Decoded } from './escapes.ts';
import type { LiteralText } from './literaltext.ts';

/** The parts of a string literal. */
export interface Literal {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  readonly isFormat: boolean;
  readonly isUnicode: boolean;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Takes a literal at [start, end) apart. */
export function splitLiteral(source: string, start: number, end: number): Literal {
  let isBytes = false;
  let isRaw = false;
  let isFormat = false;
  let i = start;
  for (; ; i++) {
    const c = source.charCodeAt(i) | 32;
    if (c === 98) isBytes = true;
    else if (c === 114) isRaw = true;
    else if (c === 102) isFormat = true;
    else if (c !== 117) break;
  }
  const quote = source.charCodeAt(i);
  const isTriple = end - i >= 6 && source.charCodeAt(i + 1) === quote && source.charCodeAt(i + 2) === quote;
  const size = isTriple ? 3 : 1;
  const isUnicode = source.charCodeAt(start) === 117;
  return { isBytes, isRaw, isFormat, isUnicode, bodyStart: i + size, bodyEnd: end - size };
}

/** Whether a text has a character beyond ASCII, which a bytes literal may not. */
export function hasNonAscii(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (source.charCodeAt(i) > 127) return true;
  return false;
}

/** Decodes the text of literals and collects the warnings it deserves. */
export abstract class LiteralParser extends Cursor {
  /** The text between two offsets of the token [start, end). */
  protected text(from: number, to: number, isRaw: boolean, start: number, end: number): LiteralText {
    const escape = isRaw ? -1 : this.source.indexOf('\\', from);
    if (escape < 0 || escape >= to) return { value: withUnixLines(this.source.slice(from, to)) };
    return this.decoded(decodeText(this.source, from, to, this.version), start, end);
  }

  protected decoded<V>(result: Decoded<V>, start: number, end: number): V {
    if (result.fault !== null) this.fail();
    if (result.doubtful !== null) {
      this.notices.push({
        category: this.minor < 12 ? 'DeprecationWarning' : 'SyntaxWarning',
        message: result.doubtful.message,
        lineno: this.stream.lines.line(start),
        start: result.doubtful.at,
        end: Math.min(result.doubtful.at + 2, end),
      });
    }
    return result.value;
  }
}
