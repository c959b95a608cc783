import { problemAt } from '../problems.ts';
import type { ProblemKind, SyntaxProblem } from '../problems.ts';
import { lastPlace } from '../scanner.ts';
import type { TokenStream } from '../scanner.ts';
import { T } from '../tokens.ts';
import type { Expr } from '../tree.ts';

/** What a rule found: as little of a node as the error rules look at. */
export interface Found {
  readonly kind: Exclude<Expr['kind'], 'Missing'> | 'token' | 'arg' | 'arguments' | 'comprehension' | 'pattern';
  readonly start: number;
  readonly end: number;
  /** Elements of a sequence, the left side of a comparison, positional arguments … */
  readonly parts: readonly Found[];
  /** The id of a name, the operator of a comparison, the type of a constant … */
  readonly text: string;
}

export type Rule = () => Found | null;

/** Carries the diagnosis out of the rules. */
export class Raised extends Error {
  readonly problem: SyntaxProblem;
  /** Who said it: the parser, the tokenizer, a code it left, or the parser of a field before 3.12. */
  readonly origin: 'parser' | 'tokenizer' | 'code' | 'field';

  constructor(problem: SyntaxProblem, origin: Raised['origin'] = 'parser') {
    super(problem.message);
    this.problem = problem;
    this.origin = origin;
  }
}

/** Ends a diagnosis that would take too long or go too deep. */
export class GaveUp extends Error {}

const MAX_STEPS = 2_000_000;
const MAX_LEVEL = 1200;

const NO_PARTS: readonly Found[] = [];

/** Something was found that nobody looks at. */
export const DONE: Found = { kind: 'token', start: 0, end: 0, parts: NO_PARTS, text: '' };

/**
 * The machine CPython's parser is made of: ordered choice, lookahead and
 * memoised rules over tokens that are fetched one by one. `fill` counts the
 * tokens fetched, for many messages point at the last of them.
 */
export abstract class Peg {
  protected readonly stream: TokenStream;
  protected readonly source: string;
  protected readonly minor: number;
  /** Whether the rules for wrong texts are tried too: the second pass. */
  protected callsInvalidRules: boolean;
  mark: number;
  fill: number;
  readonly #kinds: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #memo = new Map<number, { readonly found: Found | null; readonly mark: number }>();
  #steps = 0;
  #level = 0;

  constructor(stream: TokenStream, start: number, callsInvalidRules: boolean) {
    this.stream = stream;
    this.source = stream.source;
    this.minor = Number(stream.version.slice(2));
    this.#kinds = stream.tokens.kinds;
    this.#starts = stream.tokens.starts;
    this.#ends = stream.tokens.ends;
    this.callsInvalidRules = callsInvalidRules;
    this.mark = start;
    this.fill = start;
  }

  // tokens

  /** The kind of the token at the mark; fetches it. */
  protected current(): T {
    const { mark } = this;
    const kind = this.#kinds[mark] as T;
    if (mark >= this.fill) {
      if (++this.#steps > MAX_STEPS) throw new GaveUp();
      this.fill = mark + 1;
      if (kind === T.ERRORTOKEN) {
        const { problem, isSpoken } = this.stream.faults.get(mark)!;
        throw new Raised(problem, isSpoken ? 'tokenizer' : 'code');
      }
    }
    return kind;
  }

  /** Takes a token of this kind. */
  protected token(kind: T): Found | null {
    if (this.current() !== kind) return null;
    const { mark } = this;
    this.mark++;
    return { kind: 'token', start: this.#starts[mark]!, end: this.#ends[mark]!, parts: NO_PARTS, text: '' };
  }

  /** Takes a token of one of these kinds. */
  protected oneOf(...kinds: readonly T[]): Found | null {
    return kinds.includes(this.current()) ? this.token(this.current()) : null;
  }

  /** Takes a token or raises "expected …": `&&` in the grammar. */
  protected forced(kind: T, text: string): Found | null {
    const token = this.token(kind);
    if (token !== null) return token;
    throw new Raised(this.problemAtToken(this.mark, `expected '${text}'`));
  }

  protected currentToken(): Found {
    this.current();
    const { mark } = this;
    return { kind: 'token', start: this.#starts[mark]!, end: this.#ends[mark]!, parts: NO_PARTS, text: '' };
  }

  protected sees(...kinds: readonly T[]): boolean {
    return kinds.includes(this.current());
  }

  /** NAME */
  protected name(): Found | null {
    const token = this.token(T.NAME);
    if (token === null) return null;
    const { start, end } = token;
    return { kind: 'Name', start, end, parts: NO_PARTS, text: this.source.slice(start, end).normalize('NFKC') };
  }

  /** A soft keyword. */
  protected word(text: string): Found | null {
    if (this.current() !== T.NAME) return null;
    const { mark } = this;
    const isWord = this.source.slice(this.#starts[mark], this.#ends[mark]) === text;
    return isWord ? this.name() : null;
  }

  protected startOf(mark: number): number {
    return this.#starts[mark]!;
  }

  /** The end of the last token taken that is no layout. */
  protected lastEnd(): number {
    let i = this.mark - 1;
    while (i > 0 && isLayout(this.#kinds[i] as T)) i--;
    return this.#ends[i]!;
  }

  protected node(kind: Found['kind'], mark: number, parts: readonly Found[] = NO_PARTS, text = ''): Found {
    return { kind, start: this.#starts[mark]!, end: this.lastEnd(), parts, text };
  }

  // combining rules

  /** An alternative: goes back when it fails. */
  protected alt(rule: () => Found | null | false | undefined): Found | null {
    const { mark } = this;
    const found = rule();
    if (found) return found;
    this.mark = mark;
    return null;
  }

  /** An alternative that only the second pass tries. */
  protected invalid(rule: () => Found | null | false | undefined): Found | null {
    return this.callsInvalidRules ? this.alt(rule) : null;
  }

  protected opt(rule: Rule): Found {
    return this.alt(rule) ?? DONE;
  }

  /** Lookahead: does the rule match here? */
  protected ahead(rule: Rule): boolean {
    const { mark } = this;
    const found = rule();
    this.mark = mark;
    return found !== null;
  }

  /** Zero or more. */
  protected many(rule: Rule): Found[] {
    const found: Found[] = [];
    for (let item = this.alt(rule); item !== null; item = this.alt(rule)) found.push(item);
    return found;
  }

  /** One or more. */
  protected some(rule: Rule): Found[] | null {
    const found = this.many(rule);
    return found.length === 0 ? null : found;
  }

  /** One or more with commas between them. */
  protected list(rule: Rule, separator: T = T.COMMA): Found[] | null {
    const first = this.alt(rule);
    if (first === null) return null;
    const rest = this.many(() => this.token(separator) && rule());
    return [first, ...rest];
  }

  /** Remembers what the rule found at each mark. */
  protected memo(rule: number, read: Rule): Found | null {
    const key = this.mark * 64 + rule;
    const known = this.#memo.get(key);
    if (known !== undefined) {
      this.mark = known.mark;
      return known.found;
    }
    if (++this.#steps > MAX_STEPS || ++this.#level > MAX_LEVEL) throw new GaveUp();
    const { mark } = this;
    const found = read();
    if (found === null) this.mark = mark;
    this.#level--;
    this.#memo.set(key, { found, mark: this.mark });
    return found;
  }

  // raising

  /** RAISE_SYNTAX_ERROR: over the last token fetched. */
  protected raise(message: string, kind: ProblemKind = 'SyntaxError'): never {
    throw new Raised(this.problemOverToken(this.fill - 1, kind, message));
  }

  /** RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN */
  protected raiseOnNext(message: string): never {
    throw new Raised(this.problemOverToken(this.mark, 'SyntaxError', message));
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_RANGE, and KNOWN_LOCATION when `to` is left out. */
  protected raiseOver(from: Found, message: string, to: Found = from): never {
    throw new Raised(this.problemOver(from.start, to.end, 'SyntaxError', message));
  }

  /** RAISE_SYNTAX_ERROR_STARTING_FROM: up to where the tokenizer is. */
  protected raiseFrom(from: Found, message: string): never {
    const { lines } = this.stream;
    const line = lines.line(from.start);
    const [endLine, endColumn] = this.tokenizerPlace(this.fill - 1);
    throw new Raised(
      this.problem('SyntaxError', message, line, lines.characters(from.start) + 1, endLine, endColumn),
    );
  }

  /** Over the last character of what was found, as the rule for dictionary keys does. */
  protected raiseAfter(found: Found, message: string): never {
    const { lines } = this.stream;
    const line = lines.line(found.start);
    const problem = this.problem('SyntaxError', message, line, lines.characters(found.end), lines.line(found.end), 0);
    throw new Raised(problem);
  }

  /** RAISE_INDENTATION_ERROR */
  protected raiseIndentation(message: string): never {
    this.raise(message, 'IndentationError');
  }

  protected lineOf(found: Found): number {
    return this.stream.lines.line(found.start);
  }

  protected problemOver(start: number, end: number, kind: ProblemKind, message: string): SyntaxProblem {
    const { lines } = this.stream;
    const line = lines.line(start);
    const endLine = lines.line(end);
    let endColumn = lines.characters(end) + 1;
    // CPython converts the end with the text of the first line.
    if (endLine !== line) endColumn = Math.min(endColumn, lines.characters(lines.end(line)) + 1);
    return this.problem(kind, message, line, lines.characters(start) + 1, endLine, endColumn);
  }

  /** Mirrors _PyPegen_raise_error(): a token without a place takes the tokenizer's. */
  problemOverToken(index: number, kind: ProblemKind, message: string): SyntaxProblem {
    const type = this.#kinds[index] as T;
    if (isPlaceless(type)) {
      const [line] = this.tokenizerPlace(index);
      const [, column] = this.tokenizerPlace(this.fill - 1);
      return this.problem(kind, message, line, column, line, -1);
    }
    if (type === T.NEWLINE && this.minor >= 12) {
      const { lines } = this.stream;
      const line = lines.line(this.#starts[index]!);
      const column = lines.characters(this.#starts[index]!) + 1;
      return this.problem(kind, message, line, column, line, lines.characters(this.#ends[index]!) + 2);
    }
    return this.problemOver(this.#starts[index]!, this.#ends[index]!, kind, message);
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_LOCATION of a token, which may have no place. */
  problemAtToken(index: number, message: string): SyntaxProblem {
    if (!isPlaceless(this.#kinds[index] as T)) return this.problemOverToken(index, 'SyntaxError', message);
    const [line] = this.tokenizerPlace(index);
    return this.problem('SyntaxError', message, line, 0, line, 0);
  }

  /** The line and the column, from 0, where the tokenizer stands after a token. */
  protected tokenizerPlace(index: number): readonly [number, number] {
    const { lines, source } = this.stream;
    const type = this.#kinds[index] as T;
    const end = this.#ends[index]!;
    if (type === T.NEWLINE) return [lines.line(end), lines.characters(end) + 1];
    if (end === source.length && isPlaceless(type)) return lastPlace(lines);
    return [lines.line(end), lines.characters(end)];
  }

  protected problem(
    kind: ProblemKind, message: string, line: number, column: number, endLine: number, endColumn: number,
  ): SyntaxProblem {
    return problemAt(this.stream.lines, kind, message, line, column, endLine, endColumn);
  }
}

/** CPython gives these tokens no column. */
function isPlaceless(kind: T): boolean {
  return kind === T.INDENT || kind === T.DEDENT || kind === T.ENDMARKER;
}

export function isLayout(kind: T): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT || kind === T.ENDMARKER;
}
