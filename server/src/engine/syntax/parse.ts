import { diagnose } from './diagnosis/diagnose.ts';
import { problemAt } from './problems.ts';
import type { ProblemKind, SyntaxNotice, SyntaxProblem } from './problems.ts';
import { StatementParser } from './statements.ts';
import type { Failure } from './statements.ts';
import { tokenize, tokenizeFrom } from './tokenizer.ts';
import type { TokenStream } from './scanner.ts';
import { T } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import type { Expr, Expression, GrammarVersion, Interactive, Module, Stmt } from './tree.ts';
import type { LineIndex } from './lines.ts';

export type ParseMode = 'exec' | 'eval' | 'single';

/** A tree, whatever the text, and what CPython would say of it. */
export interface Parsed<M> {
  readonly tree: M;
  /** Empty for a right text; the first is the one CPython gives. */
  readonly errors: readonly SyntaxProblem[];
  /** The warnings of the parser, in order. */
  readonly notices: readonly SyntaxNotice[];
  readonly lines: LineIndex;
}

class Parser extends StatementParser {
  module(): Stmt[] {
    return this.statements();
  }

  protected parseField(stream: TokenStream): Expr | null {
    const parser = new Parser(stream, this.notices);
    const value = parser.starExpressions();
    if (parser.kind !== T.NEWLINE) parser.fail();
    return parser.failedAt < 0 ? value : null;
  }

  hasFailed(): boolean {
    return this.failedAt >= 0;
  }

  evalInput(): Expr {
    const body = this.expressions();
    while (this.accept(T.NEWLINE));
    if (this.kind !== T.ENDMARKER) this.fail();
    return body;
  }
}

/** Parses a text as CPython of that version would. Never throws. */
export function parse(source: string, version: GrammarVersion): Parsed<Module>;
export function parse(source: string, version: GrammarVersion, mode: 'exec'): Parsed<Module>;
export function parse(source: string, version: GrammarVersion, mode: 'eval'): Parsed<Expression>;
export function parse(source: string, version: GrammarVersion, mode: 'single'): Parsed<Interactive>;
export function parse(
  source: string, version: GrammarVersion, mode: ParseMode = 'exec',
): Parsed<Module | Expression | Interactive> {
  const stream = tokenize(source, version);
  const notices: SyntaxNotice[] = [...stream.notices];
  const parser = new Parser(stream, notices);
  const { lines } = stream;
  if (mode === 'eval') {
    const body = parser.evalInput();
    const error = parser.hasFailed() ? diagnose(stream, 0, 'eval') ?? genericProblem(stream, 0) : null;
    return { tree: { kind: 'Expression', body }, errors: error === null ? [] : [error], notices, lines };
  }
  const { body, errors, read } = parseBody(stream, parser, notices);
  return { tree: { kind: mode === 'single' ? 'Interactive' : 'Module', body }, errors, notices: inOrder(notices, read), lines };
}

/** How often the parser begins anew behind what a broken statement has swallowed. */
const MAX_RESTARTS = 20;

interface Body {
  readonly body: Stmt[];
  readonly errors: SyntaxProblem[];
  /** Where the first pass of CPython's parser ends. */
  readonly read: number;
}

/** The statements of the text. A bracket or string that is never closed swallows what follows, up to the next definition. */
function parseBody(first: TokenStream, firstParser: Parser, notices: SyntaxNotice[]): Body {
  const body: Stmt[] = [];
  const errors: SyntaxProblem[] = [];
  let read = first.source.length;
  let stream = first;
  let parser = firstParser;
  for (let restarts = 0; ; restarts++) {
    const statements = parser.module();
    const [failure] = parser.failures;
    if (restarts === 0 && failure !== undefined) read = stream.tokens.ends[failure.at]!;
    addProblems(errors, stream, parser.failures);
    const cut = restarts < MAX_RESTARTS ? swallowed(stream, parser.failures) : -1;
    body.push(...(cut < 0 ? statements : statements.filter(({ start }) => start < cut)));
    if (cut < 0) return { body, errors, read };
    stream = tokenizeFrom(stream, cut);
    parser = new Parser(stream, notices);
  }
}

const DEFINITION = /(?:async[ \t]+def|def|class)[ \t]|@/y;

/** The first line within a broken statement that begins a definition at the left margin, or -1. */
function swallowed({ source, lines, tokens }: TokenStream, failures: readonly Failure[]): number {
  for (const { from, to } of failures) {
    for (let line = lines.line(from) + 1; line <= lines.count && lines.start(line) < to; line++) {
      DEFINITION.lastIndex = lines.start(line);
      if (DEFINITION.test(source) && !isInString(tokens, lines.start(line))) return lines.start(line);
    }
  }
  return -1;
}

/** Whether an offset is inside of a string that is closed. */
function isInString({ kinds, starts, ends, count }: Tokens, offset: number): boolean {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const isText = kinds[low] === T.STRING || kinds[low] === T.FSTRING_MIDDLE || kinds[low] === T.TSTRING_MIDDLE;
  return isText && starts[low]! < offset && offset < ends[low]!;
}

/** The warnings up to where the first pass over the text has read, in order of the text. */
function inOrder(notices: readonly SyntaxNotice[], read: number): SyntaxNotice[] {
  return notices.filter(({ start }) => start <= read).sort((a, b) => a.start - b.start);
}

/** More wrong statements than these are left for later. */
const MAX_PROBLEMS = 20;

/** One problem for each broken statement. */
function addProblems(found: SyntaxProblem[], stream: TokenStream, failures: readonly Failure[]): void {
  for (const failure of failures) {
    if (found.length >= MAX_PROBLEMS) return;
    const problem = failure.isTooDeep
      ? tooComplex(stream, failure.at)
      : diagnose(stream, failure.statement, 'file') ?? genericProblem(stream, failure.at);
    const isKnown = found.some(({ start, message }) => start === problem.start && message === problem.message);
    if (!isKnown) found.push(problem);
  }
}

function genericProblem(stream: TokenStream, at: number): SyntaxProblem {
  return stream.faults.get(at)?.problem ?? problemAtToken(stream, at, 'SyntaxError', 'invalid syntax');
}

function tooComplex(stream: TokenStream, at: number): SyntaxProblem {
  const message = 'Parser stack overflowed - Python source too complex to parse';
  return problemAtToken(stream, at, 'MemoryError', message);
}

function problemAtToken(stream: TokenStream, at: number, kind: ProblemKind, message: string): SyntaxProblem {
  const { lines, tokens } = stream;
  const start = tokens.starts[at]!;
  const end = tokens.ends[at]!;
  const offset = lines.characters(start) + 1;
  return problemAt(lines, kind, message, lines.line(start), offset, lines.line(end), lines.characters(end) + 1);
}
