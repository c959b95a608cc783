import type { SyntaxNotice } from './problems.ts';
import type { TokenStream } from './scanner.ts';
import { T } from './tokens.ts';
import type { GrammarVersion, Missing } from './tree.ts';

/** How deep expressions may nest; brackets alone can reach 200. */
const MAX_DEPTH = 300;

/**
 * A place in the tokens. The first token that does not fit ends the statement:
 * from then on the current token is an ERRORTOKEN that fits nowhere, so every
 * function above returns soon, until `recover` sets the cursor on its way again.
 */
export abstract class Cursor {
  protected readonly stream: TokenStream;
  protected readonly source: string;
  protected readonly version: GrammarVersion;
  /** The version without its "3.". */
  protected readonly minor: number;
  protected readonly notices: SyntaxNotice[];
  /** The kind of the current token. */
  protected kind: T;
  protected pos = 0;
  /** The index of the token that did not fit, or -1. */
  protected failedAt = -1;
  /** Whether the failure was one of depth. */
  protected isTooDeep = false;
  readonly #kinds: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #sentinel: number;
  readonly #names = new Map<string, string>();
  #depth = 0;

  constructor(stream: TokenStream, notices: SyntaxNotice[]) {
    const { tokens } = stream;
    this.stream = stream;
    this.source = stream.source;
    this.version = stream.version;
    this.minor = Number(stream.version.slice(2));
    this.notices = notices;
    // Two tokens past the end: one to end the broken node, one to fit nowhere.
    this.#sentinel = tokens.count + 1;
    tokens.push(T.ERRORTOKEN, 0, 0);
    tokens.push(T.ERRORTOKEN, 0, 0);
    tokens.count -= 2;
    this.#kinds = tokens.kinds;
    this.#starts = tokens.starts;
    this.#ends = tokens.ends;
    this.kind = this.#kinds[0] as T;
  }

  protected advance(): void {
    if (this.failedAt < 0) this.kind = this.#kinds[++this.pos] as T;
  }

  /** The start of the current token. */
  protected start(): number {
    return this.#starts[this.pos]!;
  }

  /** The end of the token before the current one. */
  protected end(): number {
    return this.#ends[this.pos - 1]!;
  }

  /** The end of the last token that is not a line break or a change of indentation. */
  protected visibleEnd(): number {
    let i = this.pos - 1;
    while (i > 0 && isLayout(this.#kinds[i]!)) i--;
    return this.#ends[i]!;
  }

  protected peek(distance: number): T {
    return this.#kinds[this.pos + distance] as T;
  }

  protected endOf(index: number): number {
    return this.#ends[index]!;
  }

  protected accept(kind: T): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  protected expect(kind: T): void {
    if (this.kind === kind) this.advance();
    else this.fail();
  }

  /** The current token is a name with this text. */
  protected isWord(word: string): boolean {
    return this.kind === T.NAME && this.tokenEnd() - this.start() === word.length && this.source.startsWith(word, this.start());
  }

  /** Takes a name; the empty string when there is none. */
  protected name(): string {
    if (this.kind !== T.NAME) {
      this.fail();
      return '';
    }
    const text = this.source.slice(this.#starts[this.pos], this.#ends[this.pos]);
    this.advance();
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const normal = text.normalize('NFKC');
    this.#names.set(text, normal);
    return normal;
  }

  /** The end of the current token. */
  protected tokenEnd(): number {
    return this.#ends[this.pos]!;
  }

  /** The token at `at` does not fit. */
  protected fail(at = this.pos): void {
    if (this.failedAt >= 0) return;
    this.failedAt = at;
    const offset = this.#starts[at]!;
    this.#ends[this.#sentinel - 1] = offset;
    this.#starts[this.#sentinel] = offset;
    this.#ends[this.#sentinel] = offset;
    this.moveTo(this.#sentinel);
  }

  protected missing(): Missing {
    this.fail();
    return { kind: 'Missing', start: this.start(), end: this.start() };
  }

  protected moveTo(index: number): void {
    this.pos = index;
    this.kind = this.#kinds[index] as T;
  }

  /** Runs `read`; when it fails, goes back and answers null. */
  protected attempt<R>(read: () => R): R | null {
    const { pos } = this;
    if (this.failedAt >= 0) return null;
    const result = read();
    if (this.failedAt < 0) return result;
    this.failedAt = -1;
    this.moveTo(pos);
    return null;
  }

  /** Counts a level of nesting; false when there are too many. */
  protected descend(): boolean {
    if (++this.#depth <= MAX_DEPTH) return true;
    this.isTooDeep = true;
    this.fail();
    return false;
  }

  protected ascend(): void {
    this.#depth--;
  }

  /**
   * Goes on after a failure: with the line that holds the token that did not
   * fit if nothing before it on that line was read, else with the next line.
   */
  protected recover(statementStart: number): void {
    let index = this.failedAt;
    this.failedAt = -1;
    const isFresh = index > statementStart && isLayout(this.#kinds[index - 1]!);
    if (!isFresh) {
      while (this.#kinds[index] !== T.NEWLINE && this.#kinds[index] !== T.ENDMARKER) index++;
      if (this.#kinds[index] === T.NEWLINE) index++;
    }
    this.moveTo(index);
  }
}

function isLayout(kind: T): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT;
}
