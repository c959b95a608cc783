import { compileModule, type Compilation } from '../compiler/compile.ts';
import { DEPRECATION_WARNING, INDENTATION_ERROR, MEMORY_ERROR, NONE, SYNTAX_ERROR, SYNTAX_WARNING, TAB_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { newCode } from '../objects/code.ts';
import { caught, matches, newException, rethrow, throwException } from '../objects/core/errors.ts';
import { newTuple } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { LineIndex } from '../syntax/lines.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import type { Mod } from '../syntax/tree.ts';
import type { PythonVersion } from '../journal/record.ts';
import type { SyntaxProblem } from '../syntax/problems.ts';
import { replayAllocations } from './allocations.ts';

export type TextMode = 'exec' | 'eval' | 'single';
/** `file` is the program's own file, which is read line by line; all others are texts. */
type CompileMode = 'file' | TextMode;

function parseAs(source: string, version: PythonVersion, mode: CompileMode): Parsed<Mod> {
  switch (mode) {
    case 'file':
    case 'exec':
      return parse(source, version);
    case 'eval':
      return parse(source, version, 'eval');
    case 'single':
      return parse(source, version, 'single');
  }
}

/** Where a text is said to come from. */
export interface TextOrigin {
  readonly filename: string;
  /** The name, borrowed, by which its warnings are filtered; NULL for the one that the file name gives. */
  readonly module: Ref;
}

/**
 * Compiles a text to a code object, which is owned. What CPython's compiler allocates meanwhile counts. `futures` are
 * the bits of the `from __future__` imports of the code that wants it.
 */
export function* compileText(rt: Runtime, source: string, origin: TextOrigin, mode: CompileMode, futures = 0): Steps<Ref> {
  const { code, allocations } = yield* compileSource(rt, source, shown(rt, origin), mode, futures);
  yield* replayAllocations(rt, allocations());
  return rt.collector.uncounted(() => newCode(rt, code));
}

/** Files beside a program are named as the program is: without their folder where its path has none. */
function shown({ hiddenFolder }: Runtime, { filename, module }: TextOrigin): TextOrigin {
  return { filename: hiddenFolder !== '' && filename.startsWith(hiddenFolder) ? filename.slice(hiddenFolder.length) : filename, module };
}

/**
 * Compiles a tree that stands in a text of blanks, as objects of `ast` do, to a code object, which is owned. What CPython
 * says of the tree, it says of the file's own text, if there is such a file.
 */
export function* compileTree(rt: Runtime, tree: Mod, blanks: string, origin: TextOrigin, futures: number): Steps<Ref> {
  const from = shown(rt, origin);
  const { code, allocations } = yield* compileParsed(rt, tree, new LineIndex(blanks), blanks, rt.host.sourceOf(from.filename) ?? '', from, futures);
  yield* replayAllocations(rt, allocations());
  return rt.collector.uncounted(() => newCode(rt, code));
}

/** Compiles a text, or raises SyntaxError as CPython would. Warnings come before the error that ends it. */
function* compileSource(rt: Runtime, source: string, origin: TextOrigin, mode: CompileMode, futures: number): Steps<Compilation> {
  const { tree, lines } = yield* parseText(rt, source, origin, mode);
  return yield* compileParsed(rt, tree, lines, source, source, origin, futures);
}

/** Parses a text, or raises SyntaxError as CPython would. */
export function* parseText(rt: Runtime, source: string, origin: TextOrigin, mode: CompileMode): Steps<Parsed<Mod>> {
  const { filename } = origin;
  const parsed = parseAs(source, rt.profile.version, mode);
  const { tree, errors, notices, lines } = parsed;
  for (const { category, message, lineno, start } of notices) {
    yield* warnOf(rt, category === 'SyntaxWarning' ? SYNTAX_WARNING : DEPRECATION_WARNING, problemOf(message, start, start, lines), lineno, source, origin);
  }
  const [syntaxProblem] = mode === 'file' ? errors.map(foundInFile) : errors;
  if (syntaxProblem !== undefined) {
    rt.journal?.read({ filename, tree, lines, problems: errors, code: null });
    raiseSyntax(rt, syntaxProblem, source, filename);
  }
  return parsed;
}

function* compileParsed(rt: Runtime, tree: Mod, lines: LineIndex, text: string, source: string, origin: TextOrigin, futures: number): Steps<Compilation> {
  const { filename } = origin;
  const compilation = compileModule(tree, text, filename, rt.profile.version, futures);
  const problems = compilation.errors.map(({ message, start, end }) => problemOf(message, start, end, lines));
  const [problem] = problems;
  if (text === source) rt.journal?.read({ filename, tree, lines, problems, code: problem === undefined ? compilation.code : null });
  for (const { message, start, end } of compilation.warnings) {
    // The compiler has no text at hand: its error shows the line as the file has it, if there is such a file.
    yield* warnOf(rt, SYNTAX_WARNING, problemOf(message, start, end, lines), lines.line(start), rt.host.sourceOf(filename) ?? '', origin);
  }
  if (problem !== undefined) raiseSyntax(rt, problem, source, filename);
  return compilation;
}

/** At the end of a file its last line is no longer in the tokenizer's buffer, so an error there has no column. */
const foundInFile = (problem: SyntaxProblem): SyntaxProblem => (problem.end_offset === -1 ? { ...problem, offset: 0 } : problem);

/** Issues a warning about the text; where a filter makes an error of it, it is a SyntaxError at that place. */
function* warnOf(rt: Runtime, category: Ref, problem: SyntaxProblem, line: number, source: string, { filename, module }: TextOrigin): Steps<void> {
  try {
    yield* rt.hooks.warnAt(rt, category, problem.message, filename, line, module);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, category)) rethrow(rt, exception);
    rt.heap.decref(exception);
    raiseSyntax(rt, problem, source, filename);
  }
}

/** A compiler's problem with the numbers of its exception, which count bytes of UTF-8 from 1 where the parser's count characters. */
function problemOf(message: string, start: number, end: number, lines: LineIndex): SyntaxProblem {
  const first = lines.position(start);
  const last = lines.position(end);
  return {
    kind: 'SyntaxError',
    message,
    start,
    end,
    lineno: first.line,
    offset: first.utf8 + 1,
    end_lineno: last.line,
    end_offset: last.utf8 + 1,
  };
}

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
export function raiseSyntax(rt: Runtime, problem: SyntaxProblem, source: string, filename: string): never {
  const lines = new LineIndex(source);
  const details = newTuple(rt, [
    rt.newStr(filename),
    rt.newInt(problem.lineno),
    rt.newInt(problem.offset),
    problem.lineno > lines.count || source === '' ? NONE : rt.newStr(`${lines.text(problem.lineno)}\n`),
    rt.newInt(problem.end_lineno),
    rt.newInt(problem.end_offset),
  ]);
  const type = typeOf(problem.kind);
  const exception = newException(rt, type, type === MEMORY_ERROR ? [] : [rt.newStr(problem.message), details]);
  if (type === MEMORY_ERROR) rt.heap.decref(details);
  throwException(rt, exception);
}
