import { LineIndex } from './lines.ts';
import { problemAt } from './problems.ts';
import type { ProblemKind, SyntaxNotice, SyntaxProblem } from './problems.ts';
import { T, Tokens } from './tokens.ts';
import type { GrammarVersion } from './tree.ts';

/** What is wrong at an ERRORTOKEN. */
export interface TokenFault {
  readonly problem: SyntaxProblem;
  /**
   * Whether CPython's tokenizer raises it, rather than leave a code, outside any
   * f-string: then it is said even if the parser failed before.
   */
  readonly isSpoken: boolean;
  /** The bracket left open at a fault that is not spoken, or null. */
  readonly unclosed: SyntaxProblem | null;
}

/** What the tokenizer hands to the parser. */
export interface TokenStream {
  readonly source: string;
  readonly version: GrammarVersion;
  readonly tokens: Tokens;
  /** The fault of each ERRORTOKEN, by token index, in order. */
  readonly faults: ReadonlyMap<number, TokenFault>;
  readonly notices: readonly SyntaxNotice[];
  readonly lines: LineIndex;
}

/** The state of one f-string or t-string that is open; mirrors tokenizer_mode. */
export interface StringMode {
  readonly start: number;
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly raw: boolean;
  readonly letter: 'f' | 't';
  /** True between the braces of a replacement field. */
  inExpression: boolean;
  inFormatSpec: boolean;
  /** curly_bracket_depth: brackets open inside this string. */
  depth: number;
  /** curly_bracket_expr_start_depth: -1 outside any field. */
  fieldDepth: number;
}

interface Paren {
  readonly code: number;
  readonly at: number;
}

/** The state of the tokenizer, and how it tells what is wrong. */
export abstract class Scanner {
  protected readonly source: string;
  protected readonly version: GrammarVersion;
  /** The version without its "3.". */
  protected readonly minor: number;
  protected readonly limit: number;
  protected readonly tokens: Tokens;
  protected readonly faults = new Map<number, TokenFault>();
  protected readonly notices: SyntaxNotice[] = [];
  protected readonly parens: Paren[] = [];
  protected readonly modes: StringMode[] = [];
  protected pos: number;
  protected atLineStart = true;
  /** Where CPython's buffer starts: the first line of what spans several. */
  protected bufferStart = 0;
  /** Whether this is a replacement field of an f-string before 3.12. */
  protected readonly isField: boolean;
  #lines: LineIndex | null;

  constructor(source: string, version: GrammarVersion, start: number, end: number, lines: LineIndex | null, isField: boolean) {
    this.source = source;
    this.version = version;
    this.minor = Number(version.slice(2));
    this.limit = end;
    this.#lines = lines;
    this.isField = isField;
    this.pos = start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : start;
    this.tokens = new Tokens(Math.max(16, (end - start) >> 2));
  }

  /** An error whose caret stands on the character before `at`. */
  protected failAt(message: string, at: number, resume = at): boolean {
    const lines = this.index();
    // `at` may be past a line break that is wrong itself.
    const isPastBreak = this.source.charCodeAt(at - 1) === 10;
    const offset = isPastBreak ? lines.characters(at - 1) + 1 : lines.characters(at);
    return this.fail(message, lines.line(at - 1), offset, offset, resume, true);
  }

  /** Pushes an ERRORTOKEN and goes on with the line after `resume`. Always true. */
  protected fail(
    message: string, line: number, offset: number, endOffset: number, resume: number, isRaised: boolean,
  ): boolean {
    this.report('SyntaxError', message, line, offset, endOffset, isRaised);
    this.parens.length = 0;
    this.modes.length = 0;
    let pos = resume;
    while (pos < this.limit && this.source.charCodeAt(pos) !== 10 && this.source.charCodeAt(pos) !== 13) pos++;
    this.pos = pos;
    return true;
  }

  protected report(
    kind: ProblemKind, message: string, line: number, offset: number, endOffset: number, isRaised = false,
  ): boolean {
    const problem = problemAt(this.index(), kind, message, line, offset, line, endOffset);
    const isInString = this.modes.length !== 0;
    const unclosed = isRaised || isInString ? null : this.unclosed();
    this.faults.set(this.tokens.count, { problem, isSpoken: isRaised && !isInString, unclosed });
    this.tokens.push(T.ERRORTOKEN, problem.start, problem.end);
    return true;
  }

  /** Mirrors raise_unclosed_parentheses_error(). */
  protected unclosed(): SyntaxProblem | null {
    const paren = this.parens.at(-1);
    if (paren === undefined) return null;
    const lines = this.index();
    const line = lines.line(paren.at);
    const message = `'${String.fromCharCode(paren.code)}' was never closed`;
    return problemAt(lines, 'SyntaxError', message, line, lines.characters(paren.at) + 1, line, 0);
  }

  protected index(): LineIndex {
    return (this.#lines ??= new LineIndex(this.source));
  }
}

/** The line and the column where CPython's tokenizer stands at the end: past a last line break. */
export function lastPlace(lines: LineIndex): readonly [line: number, column: number] {
  const { count } = lines;
  const isEmpty = lines.start(count) === lines.end(count) && count > 1;
  const line = isEmpty ? count - 1 : count;
  return [line, lines.characters(lines.end(line)) + 1];
}
