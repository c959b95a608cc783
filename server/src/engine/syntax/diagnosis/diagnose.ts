import type { SyntaxProblem } from '../problems.ts';
import type { TokenStream } from '../scanner.ts';
import { T } from '../tokens.ts';
import { CompoundRules } from './compound.ts';
import { GaveUp, Raised } from './peg.ts';
import type { Found } from './peg.ts';

type Input = 'file' | 'eval' | 'field';

/** All the rules together. */
class Grammar extends CompoundRules {
  readonly #input: Input;

  constructor(stream: TokenStream, start: number, callsInvalidRules: boolean, input: Input) {
    super(stream, start, callsInvalidRules);
    this.#input = input;
  }

  run(): Found | null {
    switch (this.#input) {
      case 'file': return this.file();
      case 'eval': return this.eval();
      case 'field': return this.starExpressions();
    }
  }

  protected diagnoseField(stream: TokenStream): void {
    const problem = diagnose(stream, 0, 'field');
    if (problem !== null) throw new Raised(problem, 'field');
  }
}

/**
 * What CPython says of a wrong text, from the statement that starts at the
 * token `start`; null when it finds nothing wrong. Mirrors _PyPegen_run_parser():
 * 1. a first pass finds the furthest token,
 * 2. a second pass also tries the rules for wrong texts,
 * 3. failing those it is "invalid syntax" at the token of 1.
 */
export function diagnose(stream: TokenStream, start: number, input: Input): SyntaxProblem | null {
  try {
    const first = new Grammar(stream, start, false, input);
    const raised = attempt(first);
    if (raised === 'found') return null;
    if (raised !== null) return settle(stream, raised, first.fill, input);
    const second = new Grammar(stream, start, true, input);
    // The tokens stay fetched, and the last of them is where many messages point.
    second.fill = first.fill;
    const specific = attempt(second);
    if (specific instanceof Raised) return settle(stream, specific, second.fill, input);
    return settle(stream, new Raised(generic(stream, second, first.fill - 1)), second.fill, input);
  } catch (error) {
    if (error instanceof GaveUp) return null;
    throw error;
  }
}

/** What is left to say at the furthest token of the first pass. */
function generic(stream: TokenStream, grammar: Grammar, last: number): SyntaxProblem {
  switch (stream.tokens.kinds[last] as T) {
    case T.INDENT: return grammar.problemOverToken(last, 'IndentationError', 'unexpected indent');
    case T.DEDENT: return grammar.problemOverToken(last, 'IndentationError', 'unexpected unindent');
    default: return grammar.problemAtToken(last, 'invalid syntax');
  }
}

function attempt(grammar: Grammar): Raised | 'found' | null {
  try {
    return grammar.run() === null ? null : 'found';
  } catch (error) {
    if (error instanceof Raised) return error;
    throw error;
  }
}

/**
 * Mirrors _PyPegen_tokenize_full_source_to_check_for_errors(): what the
 * tokenizer says of the rest of the text goes before what the parser said.
 */
function settle(stream: TokenStream, raised: Raised, fill: number, input: Input): SyntaxProblem {
  const { problem, origin } = raised;
  if (origin === 'tokenizer' || origin === 'code') return input === 'field' ? inField(stream, problem, true) : problem;
  for (const [index, fault] of stream.faults) {
    if (index < fill || problem.kind === 'IndentationError' && problem.message.startsWith('unexpected ')) continue;
    const { unclosed } = fault;
    if (fault.isSpoken) return fault.problem;
    const isLater = unclosed !== null && stream.lines.line(stream.tokens.starts[fill - 1]!) > unclosed.lineno;
    if (isLater) return unclosed;
    break;
  }
  return input === 'field' && origin === 'parser' ? inField(stream, problem, false) : problem;
}

/** CPython counts the columns of a field in a copy of its text between parentheses. */
function inField(stream: TokenStream, problem: SyntaxProblem, isFromTokenizer: boolean): SyntaxProblem {
  const { lines, source, tokens } = stream;
  const brace = tokens.starts[0]!;
  const isOnFirstLine = problem.lineno === lines.line(brace);
  const isBroken = /^[ \t\f]*[\r\n]/.test(source.slice(brace + 1));
  const shift = isOnFirstLine || !(isFromTokenizer || isBroken) ? lines.characters(brace) : 0;
  const message = isFromTokenizer ? problem.message : `f-string: ${problem.message}`;
  return { ...problem, message, offset: problem.offset - shift, end_offset: problem.end_offset - shift };
}
