import { compileModule, type Compilation, type CompileProblem } from '../compiler/compile.ts';
import { INDENTATION_ERROR, MEMORY_ERROR, NONE, SYNTAX_ERROR, TAB_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { newCode } from '../objects/code.ts';
import { newException, throwException } from '../objects/core/errors.ts';
import { newTuple } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { encode } from '../text/codec.ts';
import { LineIndex } from '../syntax/lines.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import type { Mod } from '../syntax/tree.ts';
import type { PythonVersion } from '../journal/record.ts';
import type { SyntaxProblem } from '../syntax/problems.ts';
import { replayAllocations } from './allocations.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

function parseAs(source: string, version: PythonVersion, mode: CompileMode): Parsed<Mod> {
  switch (mode) {
    case 'exec':
      return parse(source, version);
    case 'eval':
      return parse(source, version, 'eval');
    case 'single':
      return parse(source, version, 'single');
  }
}

/** Compiles a text to a code object, which is owned. What CPython's compiler allocates meanwhile counts. */
export function* compileText(rt: Runtime, source: string, filename: string, mode: CompileMode): Steps<Ref> {
  const { code, allocations } = compileSource(rt, source, filename, mode);
  yield* replayAllocations(rt, allocations());
  return rt.collector.uncounted(() => newCode(rt, code));
}

/** Compiles a text, or raises SyntaxError as CPython would. */
function compileSource(rt: Runtime, source: string, filename: string, mode: CompileMode): Compilation {
  const { version } = rt.profile;
  const { tree, errors, notices, lines } = parseAs(source, version, mode);
  const [syntaxProblem] = errors;
  if (syntaxProblem !== undefined) {
    rt.journal?.read({ filename, tree, lines, problems: errors, code: null });
    raiseSyntax(rt, syntaxProblem, source, filename);
  }
  const compilation = compileModule(tree, source, filename, version);
  const problems = compilation.errors.map((problem) => withPosition(problem, lines));
  const [problem] = problems;
  rt.journal?.read({ filename, tree, lines, problems, code: problem === undefined ? compilation.code : null });
  if (problem !== undefined) raiseSyntax(rt, problem, source, filename);
  for (const notice of notices) if (notice.category === 'SyntaxWarning') showWarning(rt, lines, filename, notice.lineno, notice.message);
  for (const { message, start } of compilation.warnings) showWarning(rt, lines, filename, lines.line(start), message);
  return compilation;
}

/** A SyntaxWarning as `warnings.showwarning` prints it, with the line it is about. */
function showWarning(rt: Runtime, lines: LineIndex, filename: string, line: number, message: string): void {
  const shown = `${filename}:${line}: SyntaxWarning: ${message}\n  ${lines.text(line).trim()}\n`;
  rt.host.write('stderr', encode(shown, 'utf-8', 'backslashreplace'));
}

/** A compiler's problem with the numbers of its exception: characters count from 1. */
function withPosition({ message, start, end }: CompileProblem, lines: LineIndex): SyntaxProblem {
  const first = lines.position(start);
  const last = lines.position(end);
  return {
    kind: 'SyntaxError',
    message,
    start,
    end,
    lineno: first.line,
    offset: characters(lines.text(first.line), first.column) + 1,
    end_lineno: last.line,
    end_offset: characters(lines.text(last.line), last.column) + 1,
  };
}

const characters = (line: string, units: number): number => [...line.slice(0, units)].length;

const typeOf = (kind: SyntaxProblem['kind']): Ref => {
  switch (kind) {
    case 'SyntaxError':
      return SYNTAX_ERROR;
    case 'IndentationError':
      return INDENTATION_ERROR;
    case 'TabError':
      return TAB_ERROR;
    case 'MemoryError':
      return MEMORY_ERROR;
  }
};

/** SyntaxError with `(message, (filename, line, offset, text, end line, end offset))`. */
function raiseSyntax(rt: Runtime, problem: SyntaxProblem, source: string, filename: string): never {
  const lines = new LineIndex(source);
  const details = newTuple(rt, [
    rt.newStr(filename),
    rt.newInt(problem.lineno),
    rt.newInt(problem.offset),
    problem.lineno > lines.count ? NONE : rt.newStr(`${lines.text(problem.lineno)}\n`),
    rt.newInt(problem.end_lineno),
    rt.newInt(problem.end_offset),
  ]);
  const type = typeOf(problem.kind);
  const exception = newException(rt, type, type === MEMORY_ERROR ? [] : [rt.newStr(problem.message), details]);
  if (type === MEMORY_ERROR) rt.heap.decref(details);
  throwException(rt, exception);
}
