import type { Arguments, AsyncFunctionDef, Expr, FunctionDef, Lambda, Span } from '../syntax/tree.ts';
import { functionAnnotations } from './annotations.ts';
import type { CodeData } from './code.ts';
import type { Compiler, Header } from './compiler.ts';
import { NONE } from './constants.ts';
import { docstringOf } from './docstrings.ts';
import { expr } from './expressions.ts';
import { tupleOf } from './fold.ts';
import { beginGuard, endGuard } from './generators.ts';
import { mangle } from './mangle.ts';
import { Op } from './opcodes.ts';
import { body } from './statements.ts';
import { Place } from './symtable/scopes.ts';
import { withTypeParams } from './typeparams.ts';

/** Bits of MAKE_FUNCTION's argument. */
export const enum Make {
  DEFAULTS = 1,
  KEYWORD_DEFAULTS = 2,
  ANNOTATIONS = 4,
  CLOSURE = 8,
  /** The annotations are a function, `__annotate__`, instead of a tuple. */
  ANNOTATE = 16,
}

export function functionDef(c: Compiler, s: FunctionDef | AsyncFunctionDef): void {
  decorators(c, s.decorator_list);
  let flags = defaults(c, s.args, s);
  if (s.type_params.length > 0) {
    withTypeParams(c, s, flags, () => {
      flags |= functionAnnotations(c, s, s.args, s.returns);
      functionBody(c, s, flags);
    });
  } else {
    flags |= functionAnnotations(c, s, s.args, s.returns);
    functionBody(c, s, flags);
  }
  applyDecorators(c, s.decorator_list);
  c.store(s.name, s);
}

/** The first line of a decorated definition is that of its first decorator. */
export const definitionStart = (s: { readonly decorator_list: readonly Expr[] } & Span): Span => s.decorator_list[0] ?? s;

function functionBody(c: Compiler, s: FunctionDef | AsyncFunctionDef, flags: number): void {
  const { args } = s;
  const doc = docstringOf(c, s.body);
  c.enter(c.table.scopeOf(s), s.name, definitionStart(s), c.unit.className, headerOf(args));
  const guard = beginGuard(c);
  checkParameters(c, args, s);
  if (doc !== null) c.unit.constantIndex(doc);
  else if (!c.dialect.marksDocstrings) c.unit.constantIndex(NONE);
  body(c, doc === null ? s.body : s.body.slice(1));
  endGuard(c, guard);
  const code = c.leave();
  makeFunction(c, code, flags, s);
}

export function lambda(c: Compiler, e: Lambda): void {
  const flags = defaults(c, e.args, e);
  c.enter(c.table.scopeOf(e), '<lambda>', e, c.unit.className, headerOf(e.args));
  checkParameters(c, e.args, e);
  if (!c.dialect.marksDocstrings) c.unit.constantIndex(NONE);
  expr(c, e.body);
  c.emit(Op.RETURN_VALUE, 0, c.dialect.headerPositions ? e.body : c.startOfLine(c.lines.line(e.start)));
  makeFunction(c, c.leave(), flags, e);
}

/** Mirrors compiler_make_closure(): the cells, the code, the function. */
export function makeFunction(c: Compiler, code: CodeData, flags: number, at: Span): void {
  const free = freeNamesOf(code);
  if (free.length > 0) {
    for (const name of free) {
      // A method's `__class__` is the cell of the class body it stands in.
      const { unit } = c;
      const isCell = unit.scope.kind === 'class' && CLASS_CELLS.has(name) && unit.cells.has(name)
        ? true
        : unit.scope.placeOf(name) === Place.CELL || !unit.frees.has(name);
      c.emit(Op.LOAD_CLOSURE, unit.deref(name, isCell ? Place.CELL : Place.FREE), at);
    }
    flags |= Make.CLOSURE;
    c.emit(Op.BUILD_TUPLE, free.length, at);
  }
  c.constant({ type: 'code', code }, at);
  c.emit(Op.MAKE_FUNCTION, flags, at);
}

const CLASS_CELLS = new Set(['__class__', '__classdict__', '__conditional_annotations__']);

function freeNamesOf(code: CodeData): readonly string[] {
  const FREE = 0x80;
  const first = code.localspluskinds.findIndex((kind) => (kind & FREE) !== 0);
  return first < 0 ? [] : code.localsplusnames.slice(first);
}

function headerOf(args: Arguments): Header {
  return {
    signature: {
      positional: args.posonlyargs.length + args.args.length,
      positionalOnly: args.posonlyargs.length,
      keywordOnly: args.kwonlyargs.length,
    },
    varargs: args.vararg !== null,
    varkeywords: args.kwarg !== null,
  };
}

export function decorators(c: Compiler, list: readonly Expr[]): void {
  for (const decorator of list) expr(c, decorator);
}

/** The decorated object is in the place of self, as in CPython. */
export function applyDecorators(c: Compiler, list: readonly Expr[]): void {
  for (let i = list.length - 1; i >= 0; i--) c.emit(Op.CALL, 0, list[i]!);
}

/** Mirrors compiler_default_arguments(). */
function defaults(c: Compiler, args: Arguments, at: Span): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    flags |= Make.DEFAULTS;
    const constant = tupleOf(args.defaults, c.dialect);
    if (constant?.type === 'tuple') c.lateTuple(constant.items, at);
    else {
      for (const value of args.defaults) expr(c, value);
      c.emit(Op.BUILD_TUPLE, args.defaults.length, at);
    }
  }
  const names: string[] = [];
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i] ?? null;
    if (value === null) return;
    names.push(mangle(c.unit.className, arg.arg));
    expr(c, value);
  });
  if (names.length > 0) {
    flags |= Make.KEYWORD_DEFAULTS;
    c.constant(c.pool.strings(names), at);
    c.emit(Op.BUILD_CONST_KEY_MAP, names.length, at);
  }
  return flags;
}

function checkParameters(c: Compiler, args: Arguments, whole: Span): void {
  for (const arg of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg !== null && arg.arg === '__debug__') c.error('cannot assign to __debug__', c.dialect.conditionPositions ? arg : whole);
  }
}
