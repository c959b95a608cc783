import type { Assert, AsyncFor, AugAssign, ExprStmt, For, If, Raise, Span, Stmt, While } from '../syntax/tree.ts';
import { annAssign } from './annotations.ts';
import { NOWHERE } from './assembler.ts';
import { branchesOf } from './branches.ts';
import { classDef } from './classes.ts';
import type { Compiler } from './compiler.ts';
import { jumpIf, transient } from './conditions.ts';
import { tryStatement } from './exceptions.ts';
import { attributeSpan, expr, operatorArgument } from './expressions.ts';
import { functionDef } from './functions.ts';
import { Resume, checkAsync, delegate } from './generators.ts';
import { importFrom, importStatement } from './imports.ts';
import { BinaryOp, Op } from './opcodes.ts';
import { matchStatement } from './patterns.ts';
import { checkAssertion } from './suspicions.ts';
import { assign, remove, storeAttribute } from './targets.ts';
import { typeAlias } from './typeparams.ts';
import { breakStatement, continueStatement, returnStatement } from './unwinding.ts';
import { withStatement } from './withs.ts';

export function body(c: Compiler, statements: readonly Stmt[]): void {
  for (const s of statements) statement(c, s);
}

function statement(c: Compiler, s: Stmt): void {
  c.place = s;
  switch (s.kind) {
    case 'Expr':
      return expressionStatement(c, s);
    case 'Assign': {
      expr(c, s.value);
      const last = s.targets.length - 1;
      s.targets.forEach((target, i) => {
        if (i < last) c.emit(Op.COPY, 1, s);
        assign(c, target);
      });
      return;
    }
    case 'AugAssign':
      return augAssign(c, s);
    case 'AnnAssign':
      return annAssign(c, s);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return functionDef(c, s);
    case 'ClassDef':
      return classDef(c, s);
    case 'Return':
      return returnStatement(c, s);
    case 'Delete':
      for (const target of s.targets) remove(c, target);
      return;
    case 'If':
      return ifStatement(c, s);
    case 'For':
      return forLoop(c, s);
    case 'AsyncFor':
      return asyncFor(c, s);
    case 'While':
      return whileLoop(c, s);
    case 'With':
    case 'AsyncWith':
      return withStatement(c, s);
    case 'Try':
    case 'TryStar':
      return tryStatement(c, s);
    case 'Raise':
      return raise(c, s);
    case 'Assert':
      return assertion(c, s);
    case 'Import':
      return importStatement(c, s);
    case 'ImportFrom':
      return importFrom(c, s);
    case 'Match':
      return matchStatement(c, s);
    case 'TypeAlias':
      return typeAlias(c, s);
    case 'Break':
      return breakStatement(c, s);
    case 'Continue':
      return continueStatement(c, s);
    case 'Pass':
      return c.emit(Op.NOP, 0, s);
    case 'Global':
    case 'Nonlocal':
      return;
  }
}

function expressionStatement(c: Compiler, s: ExprStmt): void {
  if (s.value.kind === 'Constant') {
    c.emit(Op.NOP, 0, s);
    return;
  }
  expr(c, s.value);
  c.emit(Op.POP_TOP, 0, NOWHERE);
}

/** Mirrors compiler_augassign(). */
function augAssign(c: Compiler, s: AugAssign): void {
  const { target } = s;
  let at: Span = target;
  switch (target.kind) {
    case 'Attribute':
      expr(c, target.value);
      c.emit(Op.COPY, 1, target);
      at = attributeSpan(c, target, target);
      c.emitName(Op.LOAD_ATTR, target.attr, at);
      break;
    case 'Subscript':
      expr(c, target.value);
      expr(c, target.slice);
      c.emit(Op.COPY, 2, target);
      c.emit(Op.COPY, 2, target);
      c.emit(Op.BINARY_SUBSCR, 0, target);
      break;
    case 'Name':
      c.load(target.id, target);
      break;
    default:
      c.refuse('this target of an augmented assignment', target);
      return;
  }
  expr(c, s.value);
  c.emit(Op.BINARY_OP, operatorArgument(s.op) + BinaryOp.INPLACE, s);
  switch (target.kind) {
    case 'Attribute':
      c.emit(Op.SWAP, 2, at);
      storeAttribute(c, target.attr, at);
      return;
    case 'Subscript':
      c.emit(Op.SWAP, 3, target);
      c.emit(Op.SWAP, 2, target);
      c.emit(Op.STORE_SUBSCR, 0, target);
      return;
    case 'Name':
      c.store(target.id, target);
      return;
  }
}

function ifStatement(c: Compiler, s: If): void {
  const { assembler } = c;
  const end = assembler.label();
  const branches = branchesOf(s);
  branches.forEach((branch, i) => {
    const isLast = i === branches.length - 1;
    const next = isLast ? end : assembler.label();
    c.place = branch.at;
    if (branch.test !== null) jumpIf(c, branch.test, next, false);
    body(c, branch.body);
    if (isLast) return;
    assembler.jump(Op.JUMP, end, NOWHERE);
    assembler.bind(next);
  });
  assembler.bind(end);
}

function whileLoop(c: Compiler, s: While): void {
  const { assembler, unit } = c;
  const exit = assembler.label();
  const done = assembler.label();
  const start = assembler.loopHead();
  unit.blocks.push({ kind: 'while', start, exit });
  unit.leaving.push('loop');
  const before = c.warnings.length;
  jumpIf(c, s.test, done, false);
  const ofTest = c.warnings.slice(before);
  body(c, s.body);
  // The test is compiled once more behind the body, which draws its warnings again (up to 3.13).
  if (c.dialect.compilesTestsTwice) c.warnings.push(...ofTest);
  assembler.jumpBack(start, NOWHERE);
  unit.blocks.pop();
  unit.leaving.pop();
  assembler.bind(done);
  body(c, s.orelse);
  assembler.bind(exit);
}

function forLoop(c: Compiler, s: For): void {
  const { assembler, unit } = c;
  const exit = assembler.label();
  const done = assembler.label();
  const at: Span = c.dialect.headerPositions ? s.iter : s;
  transient(c, s.iter);
  c.emit(Op.GET_ITER, 0, at);
  const start = assembler.loopHead();
  unit.blocks.push({ kind: 'for', start, exit });
  unit.leaving.push('loop');
  assembler.jump(Op.FOR_ITER, done, at);
  assign(c, s.target);
  body(c, s.body);
  assembler.jumpBack(start, NOWHERE);
  unit.blocks.pop();
  unit.leaving.pop();
  assembler.bind(done);
  body(c, s.orelse);
  assembler.bind(exit);
}

function asyncFor(c: Compiler, s: AsyncFor): void {
  if (!checkAsync(c, "'async for' outside async function", s)) return;
  const { assembler, unit } = c;
  const exit = assembler.label();
  expr(c, s.iter);
  c.emit(Op.GET_AITER, 0, c.dialect.headerPositions ? s.iter : s);
  const start = assembler.loopHead();
  unit.blocks.push({ kind: 'for', start, exit });
  unit.leaving.push('loop');
  const except = assembler.protect(false);
  c.emit(Op.GET_ANEXT, 0, s);
  delegate(c, s, Resume.AWAIT);
  assembler.unprotect();
  assign(c, s.target);
  body(c, s.body);
  assembler.jumpBack(start, NOWHERE);
  unit.blocks.pop();
  unit.leaving.pop();
  assembler.bindHandler(except);
  c.emit(Op.END_ASYNC_FOR, 0, s.iter);
  body(c, s.orelse);
  assembler.bind(exit);
}

function raise(c: Compiler, s: Raise): void {
  let count = 0;
  for (const value of [s.exc, s.cause]) {
    if (value === null) break;
    expr(c, value);
    count++;
  }
  c.emit(Op.RAISE_VARARGS, count, s);
}

function assertion(c: Compiler, s: Assert): void {
  checkAssertion(c, s);
  const end = c.assembler.label();
  jumpIf(c, s.test, end, true);
  const at = c.dialect.conditionPositions ? s : c.place;
  c.emit(Op.LOAD_ASSERTION_ERROR, 0, at);
  if (s.msg !== null) {
    expr(c, s.msg);
    c.emit(Op.CALL, 0, at);
  }
  c.emit(Op.RAISE_VARARGS, 1, c.dialect.headerPositions ? s.test : at);
  c.assembler.bind(end);
}
