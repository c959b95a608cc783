import { type LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Assembler } from './assembler.ts';
import type { CodeData, Constant, UnsupportedConstruct } from './code.ts';
import { ConstantPool, NONE } from './constants.ts';
import type { Dialect } from './dialect.ts';
import { mangle } from './mangle.ts';
import { Op } from './opcodes.ts';
import { Place } from './symtable/scopes.ts';
import type { Scope } from './symtable/scopes.ts';
import type { SymbolTable } from './symtable/build.ts';
import { NO_PARAMETERS, Unit, flagsOf } from './unit.ts';
import type { Signature } from './unit.ts';

/** A problem that CPython finds after parsing; `SyntaxError` unless it is a warning. */
export interface CompileProblem {
  readonly kind: 'SyntaxError' | 'SyntaxWarning';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Which of the three ways a name is used. */
export type Use = 'load' | 'store' | 'delete';

/** What is particular about a code object. */
export interface Header {
  readonly signature?: Signature;
  readonly varargs?: boolean;
  readonly varkeywords?: boolean;
  /** The last part of the qualified name, if it is not the name. */
  readonly shownName?: string;
}

/** The state that all code generation shares: one for a compilation. */
export class Compiler {
  readonly errors: CompileProblem[] = [];
  readonly warnings: CompileProblem[] = [];
  readonly unsupported: UnsupportedConstruct[] = [];
  readonly pool = new ConstantPool();
  readonly lines: LineIndex;
  readonly source: string;
  readonly filename: string;
  readonly dialect: Dialect;
  readonly table: SymbolTable;
  /** `from __future__ import annotations` is in force. */
  readonly stringAnnotations: boolean;
  /** What the `from __future__` imports leave in the flags of all code. */
  readonly futureFlags: number;
  /** How deep the expression at hand is nested. */
  nesting = 0;
  /** The statement or expression at hand, where versions take the position of a jump from it. */
  place: Span = NOWHERE;
  #unit: Unit | null = null;

  constructor(
    source: string, lines: LineIndex, filename: string, dialect: Dialect, table: SymbolTable, stringAnnotations: boolean,
    futureFlags = 0,
  ) {
    this.source = source;
    this.lines = lines;
    this.filename = filename;
    this.dialect = dialect;
    this.table = table;
    this.stringAnnotations = stringAnnotations;
    this.futureFlags = futureFlags;
  }

  get unit(): Unit {
    return this.#unit!;
  }

  get assembler(): Assembler {
    return this.unit.assembler;
  }

  // Code objects

  /** Starts a code object. `at` is what its first line is taken from. */
  enter(
    scope: Scope, name: string, at: Span, className: string | null,
    { signature = NO_PARAMETERS, varargs = false, varkeywords = false, shownName = name }: Header = {},
  ): void {
    const parent = this.#unit;
    const firstLine = scope.kind === 'module' ? 1 : this.lines.line(at.start);
    this.#unit = new Unit(
      this.lines, scope, name, this.#qualname(scope, shownName, parent), firstLine, className, parent, signature,
      flagsOf(scope, varargs, varkeywords) | this.futureFlags,
    );
    this.emit(Op.RESUME, 0, scope.kind === 'module' ? NOWHERE : this.startOfLine(firstLine));
  }

  leave(): CodeData {
    const code = this.unit.finish(this.filename);
    this.#unit = this.unit.parent;
    return code;
  }

  /** The empty range at the start of a line. */
  startOfLine(line: number): Span {
    const start = this.lines.start(line);
    return { start, end: start };
  }

  /** Mirrors compiler_set_qualname(). */
  #qualname(scope: Scope, name: string, parent: Unit | null): string {
    if (parent !== null && parent.scope.kind === 'type parameters') parent = parent.parent;
    if (parent === null || parent.parent === null) return name;
    const named = scope.kind === 'class' || (scope.kind === 'function' && scope.comprehension === null && name !== '<lambda>');
    if (named && parent.scope.placeOf(mangle(parent.className, name)) === Place.GLOBAL_EXPLICIT) return name;
    const isFunction = parent.scope.isFunctionLike && parent.scope.comprehension === null;
    return isFunction ? `${parent.qualname}.<locals>.${name}` : `${parent.qualname}.${name}`;
  }

  // Instructions

  emit(op: Op, argument: number, at: Span): void {
    this.unit.assembler.emit(op, argument, at);
  }

  /** LOAD_CONST. */
  constant(constant: Constant, at: Span): void {
    if (!this.assembler.reachable) return;
    this.emit(Op.LOAD_CONST, this.unit.constantIndex(this.pool.canonical(constant)), at);
  }

  /** A tuple that CPython folds when the code is written: its items are among the constants before it. */
  lateTuple(items: readonly Constant[], at: Span): void {
    if (!this.assembler.reachable) return;
    for (const item of items) this.unit.constantIndex(this.pool.canonical(item));
    this.constant({ type: 'tuple', items }, at);
  }

  none(at: Span): void {
    this.constant(NONE, at);
  }

  string(value: string, at: Span): void {
    this.constant(this.pool.string(value), at);
  }

  /** An instruction whose argument is a name. */
  emitName(op: Op, name: string, at: Span): void {
    this.emit(op, this.unit.nameIndex(mangle(this.unit.className, name)), at);
  }

  /** An instruction whose argument is a name that no class makes private: a module's. */
  emitPlainName(op: Op, name: string, at: Span): void {
    this.emit(op, this.unit.nameIndex(name), at);
  }

  // Problems

  error(message: string, at: Span): void {
    report(this.errors, { kind: 'SyntaxError', message, start: at.start, end: at.end });
  }

  /** After an error CPython writes no more code, so it has no more to warn of. */
  warn(message: string, at: Span): void {
    if (this.errors.length > 0) return;
    const warning = { kind: 'SyntaxWarning', message, start: at.start, end: at.end } as const;
    if (this.dialect.mindsFinally) report(this.warnings, warning);
    else this.warnings.push(warning);
  }

  /** Ends the program where it meets a construct that the engine does not cover. */
  refuse(feature: string, at: Span): void {
    const construct = { feature, start: at.start, end: at.end };
    this.unsupported.push(construct);
    this.emit(Op.UNSUPPORTED, this.unit.unsupported.push(construct) - 1, at);
  }

  // Names

  load(name: string, at: Span): void {
    this.#name(name, 'load', at);
  }

  store(name: string, at: Span): void {
    this.#name(name, 'store', at);
  }

  delete(name: string, at: Span): void {
    this.#name(name, 'delete', at);
  }

  /** `name = None; del name`, as at the end of an `except … as`. */
  forget(name: string): void {
    this.none(NOWHERE);
    this.store(name, NOWHERE);
    this.delete(name, NOWHERE);
  }

  /** Mirrors compiler_nameop(). */
  #name(name: string, use: Use, at: Span): void {
    const { unit } = this;
    const { scope } = unit;
    if (use !== 'load' && name === '__debug__') {
      this.error(use === 'store' ? 'cannot assign to __debug__' : 'cannot delete __debug__', at);
      return;
    }
    const mangled = mangle(unit.className, name);
    const place = scope.placeOf(mangled);
    switch (place) {
      case Place.CELL:
      case Place.FREE:
        this.#derefName(mangled, place, use, at);
        return;
      case Place.LOCAL:
        if (scope.isFunctionLike || unit.fastHidden.get(mangled) === true) {
          this.#fastName(mangled, use, at);
          return;
        }
        break;
      case Place.GLOBAL_IMPLICIT:
      case Place.GLOBAL_EXPLICIT:
        if (place === Place.GLOBAL_IMPLICIT && !scope.isFunctionLike) break;
        if (use === 'load' && place === Place.GLOBAL_IMPLICIT && scope.canSeeClassScope && scope.placeOf('__classdict__') === Place.FREE) {
          this.emit(Op.LOAD_DEREF, unit.deref('__classdict__', Place.FREE), at);
          this.emit(Op.LOAD_FROM_DICT_OR_GLOBALS, unit.nameIndex(mangled), at);
          return;
        }
        this.emit(pick(use, Op.LOAD_GLOBAL, Op.STORE_GLOBAL, Op.DELETE_GLOBAL), unit.nameIndex(mangled), at);
        return;
      case Place.UNKNOWN:
        break;
    }
    const load = scope.kind === 'class' && unit.inlinedComprehensions > 0 ? Op.LOAD_GLOBAL : Op.LOAD_NAME;
    this.emit(pick(use, load, Op.STORE_NAME, Op.DELETE_NAME), unit.nameIndex(mangled), at);
  }

  #derefName(name: string, place: Place.CELL | Place.FREE, use: Use, at: Span): void {
    const { unit } = this;
    const index = unit.deref(name, place);
    if (use === 'load') {
      if (unit.scope.kind === 'class' && unit.inlinedComprehensions === 0) {
        this.emit(Op.LOAD_LOCALS, 0, at);
        this.emit(Op.LOAD_FROM_DICT_OR_DEREF, index, at);
        return;
      }
      if (unit.scope.canSeeClassScope && unit.frees.has('__classdict__')) {
        this.emit(Op.LOAD_DEREF, unit.deref('__classdict__', Place.FREE), at);
        this.emit(Op.LOAD_FROM_DICT_OR_DEREF, index, at);
        return;
      }
    }
    this.emit(pick(use, Op.LOAD_DEREF, Op.STORE_DEREF, Op.DELETE_DEREF), index, at);
  }

  #fastName(name: string, use: Use, at: Span): void {
    const index = this.unit.local(name);
    const { assembler } = this;
    switch (use) {
      case 'load':
        if (assembler.isAssigned(index)) {
          assembler.emit(Op.LOAD_FAST, index, at);
          return;
        }
        assembler.emit(Op.LOAD_FAST_CHECK, index, at);
        break;
      case 'store':
        assembler.emit(Op.STORE_FAST, index, at);
        break;
      case 'delete':
        assembler.emit(Op.DELETE_FAST, index, at);
        return;
    }
    // A name that is deleted anywhere is never sure to have a value, which keeps the bookkeeping in one pass.
    if (!this.unit.isDeleted(name)) assembler.markAssigned(index, true);
  }
}

function pick(use: Use, load: Op, store: Op, remove: Op): Op {
  return use === 'load' ? load : use === 'store' ? store : remove;
}

/** The body of a `finally` is compiled twice, its problems count once. */
function report(problems: CompileProblem[], problem: CompileProblem): void {
  const known = problems.some((one) => one.start === problem.start && one.end === problem.end && one.message === problem.message);
  if (!known) problems.push(problem);
}
