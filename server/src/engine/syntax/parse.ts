import { diagnose } from './diagnosis/diagnose.ts';
import { problemAt } from './problems.ts';
import type { ProblemKind, SyntaxNotice, SyntaxProblem } from './problems.ts';
import { StatementParser } from './statements.ts';
import type { Failure } from './statements.ts';
import { tokenize } from './tokenizer.ts';
import type { TokenStream } from './scanner.ts';
import { T } from './tokens.ts';
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
  const body = parser.module();
  const errors = problems(stream, parser.failures);
  return { tree: { kind: mode === 'single' ? 'Interactive' : 'Module', body }, errors, notices, lines };
}

/** More wrong statements than these are left for later. */
const MAX_PROBLEMS = 20;

/** One problem for each broken statement. */
function problems(stream: TokenStream, failures: readonly Failure[]): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  for (const failure of failures.slice(0, MAX_PROBLEMS)) {
    const problem = failure.isTooDeep
      ? tooComplex(stream, failure.at)
      : diagnose(stream, failure.statement, 'file') ?? genericProblem(stream, failure.at);
    const isKnown = found.some(({ start, message }) => start === problem.start && message === problem.message);
    if (!isKnown) found.push(problem);
  }
  return found;
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
