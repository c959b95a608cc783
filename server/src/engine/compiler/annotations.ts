import type { AnnAssign, Arguments, AsyncFunctionDef, Expr, FunctionDef, Span, Stmt } from '../syntax/tree.ts';
import { branchesOf } from './branches.ts';
import type { Compiler } from './compiler.ts';
import { expr } from './expressions.ts';
import { tupleOf } from './fold.ts';
import { Make, makeFunction } from './functions.ts';
import { mangle } from './mangle.ts';
import { Compare, Op } from './opcodes.ts';
import { Place } from './symtable/scopes.ts';
import type { Scope } from './symtable/scopes.ts';
import { assign } from './targets.ts';
import type { DeferredAnnotation } from './unit.ts';
import { unparse } from './unparse.ts';

const CONDITIONAL = '__conditional_annotations__';

const isDeferred = (c: Compiler): boolean => c.dialect.defersAnnotations && !c.stringAnnotations;

/** Leaves the annotations of a signature on the stack. Answers the bit of MAKE_FUNCTION for them. */
export function functionAnnotations(
  c: Compiler, s: FunctionDef | AsyncFunctionDef, args: Arguments, returns: Expr | null,
): number {
  const named: [string, Expr][] = [];
  // This is CPython's order of evaluation.
  for (const arg of [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg !== null && arg.annotation !== null) named.push([mangle(c.unit.className, arg.arg), arg.annotation]);
  }
  if (returns !== null) named.push(['return', returns]);
  if (named.length === 0) return 0;
  if (c.dialect.defersAnnotations) {
    const shownName = c.dialect.annotateBelongsToFunction && s.type_params.length === 0 ? `${s.name}.__annotate__` : '__annotate__';
    annotateFunction(c, c.table.scopeOf(s).annotations!, shownName, s, s, () => {
      for (const [name, annotation] of named) {
        c.string(name, s);
        if (c.stringAnnotations) c.string(unparse(annotation), annotation);
        else annotationValue(c, annotation, s);
      }
      c.emit(Op.BUILD_MAP, named.length, s);
    });
    return Make.ANNOTATE;
  }
  if (c.stringAnnotations) {
    c.lateTuple(named.flatMap(([name, annotation]) => [c.pool.string(name), c.pool.string(unparse(annotation))]), s);
    return Make.ANNOTATIONS;
  }
  const values = tupleOf(named.map(([, annotation]) => annotation), c.dialect);
  if (values !== null && values.type === 'tuple') {
    c.lateTuple(named.flatMap(([name], i) => [c.pool.string(name), values.items[i]!]), s);
    return Make.ANNOTATIONS;
  }
  for (const [name, annotation] of named) {
    c.string(name, s);
    annotationValue(c, annotation, s);
  }
  c.emit(Op.BUILD_TUPLE, named.length * 2, s);
  return Make.ANNOTATIONS;
}

/** The annotation of `*args: *Ts` is the one item of `Ts`. */
function annotationValue(c: Compiler, annotation: Expr, at: Span): void {
  if (annotation.kind !== 'Starred') {
    expr(c, annotation);
    return;
  }
  expr(c, annotation.value);
  c.emit(Op.UNPACK_SEQUENCE, 1, at);
}

/** `target: annotation = value`. Mirrors compiler_annassign(). */
export function annAssign(c: Compiler, s: AnnAssign): void {
  const { target } = s;
  const remembers = !c.unit.scope.isFunctionLike;
  if (s.value !== null) {
    expr(c, s.value);
    assign(c, target);
  }
  switch (target.kind) {
    case 'Name':
      if (target.id === '__debug__') c.error('cannot assign to __debug__', target);
      if (s.simple && remembers) variable(c, s, mangle(c.unit.className, target.id));
      break;
    case 'Attribute':
      if (target.attr === '__debug__') c.error('cannot assign to __debug__', target);
      if (s.value === null) discard(c, target.value);
      break;
    case 'Subscript':
      if (s.value === null) {
        discard(c, target.value);
        discardIndex(c, target.slice);
      }
      break;
    default:
      c.refuse('this annotated target', target);
  }
  if (!s.simple && remembers && !c.stringAnnotations && !c.dialect.defersAnnotations) discard(c, s.annotation);
}

function variable(c: Compiler, s: AnnAssign, name: string): void {
  if (isDeferred(c)) {
    const index = c.unit.annotations.find((one) => one.statement === s)!.conditional;
    if (index === null) return;
    loadConditional(c, s);
    c.constant({ type: 'int', value: index }, s);
    c.emit(Op.SET_ADD, 1, s);
    c.emit(Op.POP_TOP, 0, s);
    return;
  }
  if (c.stringAnnotations) c.string(unparse(s.annotation), s.annotation);
  else annotationValue(c, s.annotation, s);
  c.emitName(Op.LOAD_NAME, '__annotations__', s);
  c.string(name, s);
  c.emit(Op.STORE_SUBSCR, 0, s);
}

/** Evaluates for the effects only. */
function discard(c: Compiler, e: Expr): void {
  expr(c, e);
  c.emit(Op.POP_TOP, 0, e);
}

function discardIndex(c: Compiler, e: Expr): void {
  if (e.kind === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) discard(c, part);
  } else if (e.kind === 'Tuple') {
    for (const element of e.elts) discardIndex(c, element);
  } else {
    discard(c, e);
  }
}

/** What the annotations of a module or class body need before its statements. */
export function beginAnnotations(c: Compiler, statements: readonly Stmt[], at: Span): void {
  const found: AnnAssign[] = [];
  const conditional = new Set<AnnAssign>();
  collect(statements, false, found, conditional);
  if (found.length === 0) return;
  const { unit } = c;
  const isModule = unit.scope.kind === 'module';
  if (isDeferred(c)) {
    let next = 0;
    for (const statement of found) {
      if (!statement.simple || statement.target.kind !== 'Name') continue;
      const name = mangle(unit.className, statement.target.id);
      unit.annotations.push({ name, statement, conditional: isModule || conditional.has(statement) ? next++ : null });
    }
    // A module can be asked for its annotations while it is still being executed.
    if (isModule) endAnnotations(c, '__annotate__', at);
  }
  if (unit.scope.hasConditionalAnnotations) {
    c.emit(Op.BUILD_SET, 0, at);
    if (isModule) c.store(CONDITIONAL, at);
    else c.emit(Op.STORE_DEREF, unit.deref(CONDITIONAL, Place.CELL), at);
  }
  if (!isDeferred(c)) c.emit(Op.SETUP_ANNOTATIONS, 0, at);
}

/** Stores the `__annotate__` of a module or class body. Mirrors codegen_process_deferred_annotations(). */
export function endAnnotations(c: Compiler, name: string, at: Span): void {
  const { unit } = c;
  const { annotations, scope } = unit;
  if (annotations.length === 0 || scope.annotations === null) return;
  annotateFunction(c, scope.annotations, '__annotate__', at, unit.scope.kind === 'module' ? at : c.startOfLine(unit.firstLine), () => {
    c.emit(Op.BUILD_MAP, 0, at);
    for (const annotation of annotations) deferredAnnotation(c, annotation, at);
  });
  c.store(name, at);
}

function deferredAnnotation(c: Compiler, { name, statement, conditional }: DeferredAnnotation, at: Span): void {
  const skip = c.assembler.label();
  if (conditional !== null) {
    c.constant({ type: 'int', value: conditional }, statement);
    loadConditional(c, statement);
    c.emit(Op.CONTAINS_OP, 0, statement);
    c.assembler.jump(Op.POP_JUMP_IF_FALSE, skip, statement);
  }
  annotationValue(c, statement.annotation, statement);
  c.emit(Op.COPY, 2, statement);
  c.string(name, statement);
  c.emit(Op.STORE_SUBSCR, 0, at);
  c.assembler.bind(skip);
}

/** The set of the annotations that the flow of control has passed. */
function loadConditional(c: Compiler, at: Span): void {
  const { unit } = c;
  const place = unit.scope.placeOf(CONDITIONAL);
  if (unit.cells.has(CONDITIONAL)) c.emit(Op.LOAD_DEREF, unit.deref(CONDITIONAL, Place.CELL), at);
  else if (place === Place.FREE) c.emit(Op.LOAD_DEREF, unit.deref(CONDITIONAL, Place.FREE), at);
  else c.load(CONDITIONAL, at);
}

/** Makes an `__annotate__` whose body leaves a dictionary on the stack. */
function annotateFunction(c: Compiler, scope: Scope, shownName: string, at: Span, start: Span, inside: () => void): void {
  const signature = { positional: 1, positionalOnly: 1, keywordOnly: 0 };
  c.enter(scope, '__annotate__', start, c.unit.className, { signature, shownName });
  checkFormat(c, at);
  inside();
  c.emit(Op.RETURN_VALUE, 0, at);
  makeFunction(c, c.leave(), 0, at);
}

/** Only `annotationlib.Format.VALUE` and what stands for it is understood by compiled annotations. */
export function checkFormat(c: Compiler, at: Span): void {
  const wanted = c.assembler.label();
  c.emit(Op.LOAD_FAST, c.unit.local('.format'), at);
  c.constant({ type: 'int', value: 2 }, at);
  c.emit(Op.COMPARE_OP, Compare.GT, at);
  c.assembler.jump(Op.POP_JUMP_IF_FALSE, wanted, at);
  c.emit(Op.LOAD_NOT_IMPLEMENTED_ERROR, 0, at);
  c.emit(Op.RAISE_VARARGS, 1, at);
  c.assembler.bind(wanted);
}

/** The annotated names of a body in the order of code generation. Mirrors find_ann(). */
function collect(statements: readonly Stmt[], inBranch: boolean, found: AnnAssign[], conditional: Set<AnnAssign>): void {
  const branch = (body: readonly Stmt[]): void => collect(body, true, found, conditional);
  for (const s of statements) {
    switch (s.kind) {
      case 'AnnAssign':
        found.push(s);
        if (inBranch) conditional.add(s);
        break;
      case 'For':
      case 'AsyncFor':
      case 'While':
        branch(s.body);
        branch(s.orelse);
        break;
      case 'If':
        for (const one of branchesOf(s)) branch(one.body);
        break;
      case 'With':
      case 'AsyncWith':
        branch(s.body);
        break;
      case 'Match':
        for (const one of s.cases) branch(one.body);
        break;
      case 'Try':
      case 'TryStar':
        branch(s.body);
        branch(s.orelse);
        for (const handler of s.handlers) branch(handler.body);
        branch(s.finalbody);
        break;
      default:
        break;
    }
  }
}
