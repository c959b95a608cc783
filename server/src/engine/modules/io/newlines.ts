import { NONE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** Kinds of line ends that were seen. */
const CR = 1;
const LF = 2;
const CRLF = 4;

/** Turns `\r` and `\r\n` into `\n` as text comes in pieces, and remembers which it saw (nldecoder_object). */
export class NewlineTranslator {
  /** A `\r` at the end of a piece waits for what follows it. */
  pendingReturn = false;
  seen = 0;
  constructor(readonly translate: boolean) {}

  /** Mirrors _PyIncrementalNewlineDecoder_decode(). */
  decode(text: string, final: boolean): string {
    let output = text;
    if (this.pendingReturn && (final || output.length > 0)) {
      output = `\r${output}`;
      this.pendingReturn = false;
    }
    if (!final && output.endsWith('\r')) {
      output = output.slice(0, -1);
      this.pendingReturn = true;
    }
    if (output.includes('\r')) {
      if (output.includes('\r\n')) this.seen |= CRLF;
      if (/\r(?!\n)/.test(output)) this.seen |= CR;
      if (/(?<!\r)\n/.test(output)) this.seen |= LF;
      return this.translate ? output.replace(/\r\n?/g, '\n') : output;
    }
    if ((this.seen & LF) === 0 && output.includes('\n')) this.seen |= LF;
    return output;
  }

  reset(): void {
    this.seen = 0;
    this.pendingReturn = false;
  }

  /** The attribute `newlines`: None, a str or a tuple of them. */
  kinds(rt: Runtime): Ref {
    const kinds = [
      ...((this.seen & CR) !== 0 ? ['\r'] : []),
      ...((this.seen & LF) !== 0 ? ['\n'] : []),
      ...((this.seen & CRLF) !== 0 ? ['\r\n'] : []),
    ].map((text) => rt.newStr(text));
    return kinds.length === 0 ? NONE : kinds.length === 1 ? kinds[0]! : newTuple(rt, kinds);
  }
}

/** How a text stream finds the ends of its lines. */
export interface LineEnds {
  /** Line ends were translated already: only `\n` is left. */
  readonly translated: boolean;
  /** `\r`, `\n` and `\r\n` all end a line. */
  readonly universal: boolean;
  /** What alone ends a line otherwise; `\n` for the empty string. */
  readonly terminator: string;
}

/** Mirrors _PyIO_find_line_ending(): where the line that begins at `start` ends; −1 where its end is not in the text. */
export function lineEnd(text: string, start: number, { translated, universal, terminator }: LineEnds): number {
  if (translated) {
    const at = text.indexOf('\n', start);
    return at < 0 ? -1 : at + 1;
  }
  if (universal) {
    const newline = text.indexOf('\n', start);
    const carriage = text.indexOf('\r', start);
    if (carriage < 0 || (newline >= 0 && newline < carriage)) return newline < 0 ? -1 : newline + 1;
    return text[carriage + 1] === '\n' ? carriage + 2 : carriage + 1;
  }
  const wanted = terminator === '' ? '\n' : terminator;
  const at = text.indexOf(wanted, start);
  return at < 0 ? -1 : at + wanted.length;
}
