/** A place in a text: `line` counts from 1, columns from 0. */
export interface Position {
  readonly line: number;
  /** Column in UTF-16 code units. */
  readonly column: number;
  /** Column in bytes of UTF-8, which is CPython's `col_offset`. */
  readonly utf8: number;
}

const LF = 10;
const CR = 13;

/** Turns offsets of one text into lines and columns. */
export class LineIndex {
  readonly #source: string;
  /** Where each line starts; a line ends with \n, \r\n or \r. */
  readonly #starts: number[];
  /** The line of the last answer, since questions come in source order. */
  #recent = 0;

  constructor(source: string) {
    this.#source = source;
    this.#starts = [0];
    for (let i = 0; i < source.length; i++) {
      const c = source.charCodeAt(i);
      if (c > CR) continue;
      if (c === LF || (c === CR && source.charCodeAt(i + 1) !== LF)) this.#starts.push(i + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line, from 1, that holds `offset`. */
  line(offset: number): number {
    const starts = this.#starts;
    let low = this.#recent;
    if (starts[low]! <= offset) {
      const next = low + 1;
      if (next === starts.length || offset < starts[next]!) return low + 1;
    } else {
      low = 0;
    }
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    this.#recent = low;
    return low + 1;
  }

  /** Where `line` starts; the end of the text for a line past the last. */
  start(line: number): number {
    return this.#starts[line - 1] ?? this.#source.length;
  }

  /** Where `line` ends, without its line break. */
  end(line: number): number {
    let end = this.#starts[line] ?? this.#source.length;
    while (end > this.start(line) && this.#isBreak(end - 1)) end--;
    return end;
  }

  /** The text of `line` without its line break. */
  text(line: number): string {
    return this.#source.slice(this.start(line), this.end(line));
  }

  position(offset: number): Position {
    const line = this.line(offset);
    const start = this.#starts[line - 1]!;
    return { line, column: offset - start, utf8: utf8Length(this.#source, this.#first(start), offset) };
  }

  /** The number of code points between the start of the line and `offset`. */
  characters(offset: number): number {
    let count = 0;
    for (let i = this.#first(this.#starts[this.line(offset) - 1]!); i < offset; i++) {
      const c = this.#source.charCodeAt(i);
      if (c < 0xdc00 || c > 0xdfff) count++;
    }
    return count;
  }

  /** A byte order mark belongs to no column. */
  #first(start: number): number {
    return start === 0 && this.#source.charCodeAt(0) === 0xfeff ? 1 : start;
  }

  #isBreak(offset: number): boolean {
    const c = this.#source.charCodeAt(offset);
    return c === LF || c === CR;
  }
}

/** The number of UTF-8 bytes of `source` between two offsets. */
export function utf8Length(source: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const c = source.charCodeAt(i);
    // A surrogate is half of a character of four bytes.
    if (c < 0x80) bytes += 1;
    else if (c < 0x800 || (c >= 0xd800 && c <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
