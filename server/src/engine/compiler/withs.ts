import type { AsyncWith, Span, With } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { reraiseAfterCleanup } from './exceptions.ts';
import { expr } from './expressions.ts';
import { Resume, checkAsync, delegate } from './generators.ts';
import { Op } from './opcodes.ts';
import { body } from './statements.ts';
import { assign } from './targets.ts';

export function withStatement(c: Compiler, s: With | AsyncWith): void {
  if (s.kind === 'AsyncWith' && !checkAsync(c, "'async with' outside async function", s)) return;
  withItem(c, s, 0);
}

/** Mirrors compiler_with() and compiler_async_with(). */
function withItem(c: Compiler, s: With | AsyncWith, index: number): void {
  const { assembler, unit } = c;
  const isAsync = s.kind === 'AsyncWith';
  const item = s.items[index]!;
  const exit = assembler.label();
  expr(c, item.context_expr);
  const at: Span = c.dialect.headerPositions ? item.context_expr : s;
  if (isAsync) {
    c.emit(Op.BEFORE_ASYNC_WITH, 0, at);
    c.emit(Op.GET_AWAITABLE, 1, at);
    delegate(c, at, Resume.AWAIT);
  } else {
    c.emit(Op.BEFORE_WITH, 0, at);
  }
  // The result of __enter__ is not there any more when the handler runs.
  const final = assembler.protect(true, 1);
  unit.blocks.push({ kind: 'with', statement: s, at });
  if (item.optional_vars === null) c.emit(Op.POP_TOP, 0, at);
  else assign(c, item.optional_vars);
  if (index + 1 < s.items.length) withItem(c, s, index + 1);
  else body(c, s.body);
  unit.blocks.pop();
  assembler.unprotect();

  // The way out without an exception.
  callExitWithNones(c, at);
  awaitExit(c, isAsync, at);
  c.emit(Op.POP_TOP, 0, at);
  assembler.jump(Op.JUMP, exit, at);

  // The way out with one.
  assembler.bindHandler(final);
  const cleanup = assembler.protect(true);
  c.emit(Op.PUSH_EXC_INFO, 0, at);
  c.emit(Op.WITH_EXCEPT_START, 0, at);
  awaitExit(c, isAsync, at);
  exceptFinish(c, at, exit);
  assembler.bindHandler(cleanup);
  reraiseAfterCleanup(c);
  assembler.bind(exit);
}

/** Calls the exit method on the stack: None takes the place of self. */
export function callExitWithNones(c: Compiler, at: Span): void {
  c.none(at);
  c.none(at);
  c.none(at);
  c.emit(Op.CALL, 2, at);
}

function awaitExit(c: Compiler, isAsync: boolean, at: Span): void {
  if (!isAsync) return;
  c.emit(Op.GET_AWAITABLE, 2, at);
  delegate(c, at, Resume.AWAIT);
}

/** Mirrors compiler_with_except_finish(). Leaves the region that `cleanup` protects. */
function exceptFinish(c: Compiler, at: Span, exit: Label): void {
  const { assembler } = c;
  const suppress = assembler.label();
  assembler.jump(Op.POP_JUMP_IF_TRUE, suppress, at);
  c.emit(Op.RERAISE, 2, at);
  assembler.bind(suppress);
  c.emit(Op.POP_TOP, 0, at);
  assembler.unprotect();
  c.emit(Op.POP_EXCEPT, 0, at);
  c.emit(Op.POP_TOP, 0, at);
  c.emit(Op.POP_TOP, 0, at);
  assembler.jump(Op.JUMP, exit, at);
}
