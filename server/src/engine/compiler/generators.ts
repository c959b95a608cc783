import type { Await, Span, Yield, YieldFrom } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Handler } from './assembler.ts';
import { NONE } from './constants.ts';
import type { Compiler } from './compiler.ts';
import { expr } from './expressions.ts';
import { Op } from './opcodes.ts';

/** Arguments of RESUME: after what the frame goes on. */
export const enum Resume {
  START,
  YIELD,
  YIELD_FROM,
  AWAIT,
}

export function yieldValue(c: Compiler, e: Yield): void {
  if (!c.unit.scope.isFunctionLike) {
    c.error("'yield' outside function", e);
    return;
  }
  if (e.value === null) c.none(e);
  else expr(c, e.value);
  emitYield(c, e);
}

/** Yields the top of the stack; the value sent takes its place. */
export function emitYield(c: Compiler, at: Span): void {
  const { scope } = c.unit;
  if (scope.isGenerator && scope.isCoroutine) c.emit(Op.ASYNC_GEN_WRAP, 0, at);
  c.emit(Op.YIELD_VALUE, 0, at);
  c.emit(Op.RESUME, Resume.YIELD, at);
}

export function yieldFrom(c: Compiler, e: YieldFrom): void {
  const { scope } = c.unit;
  if (!scope.isFunctionLike) {
    c.error(c.dialect.namesYieldFrom ? "'yield from' outside function" : "'yield' outside function", e);
    return;
  }
  if (scope.isCoroutine) {
    c.error("'yield from' inside async function", e);
    return;
  }
  expr(c, e.value);
  c.emit(Op.GET_YIELD_FROM_ITER, 0, e);
  delegate(c, e, Resume.YIELD_FROM);
}

export function awaiting(c: Compiler, e: Await): void {
  if (!checkAsync(c, "'await' outside async function", e)) return;
  expr(c, e.value);
  c.emit(Op.GET_AWAITABLE, 0, e);
  delegate(c, e, Resume.AWAIT);
}

/** Reports constructs that need a coroutine around them. */
export function checkAsync(c: Compiler, message: string, at: Span): boolean {
  const { scope } = c.unit;
  if (!scope.isFunctionLike) {
    c.error(message === "'await' outside async function" ? "'await' outside function" : message, at);
    return false;
  }
  if (scope.isCoroutine && (scope.node.kind === 'AsyncFunctionDef' || scope.comprehension !== null)) return true;
  c.error(message, at);
  return false;
}

/** Sends into the iterator below a first None until it is exhausted. Mirrors compiler_add_yield_from(). */
export function delegate(c: Compiler, at: Span, resume: Resume): void {
  const { assembler } = c;
  c.none(at);
  const exit = assembler.label();
  const send = assembler.loopHead();
  assembler.jump(Op.SEND, exit, at);
  const fail = assembler.protect(false);
  c.emit(Op.YIELD_VALUE, 1, at);
  assembler.unprotect();
  c.emit(Op.RESUME, resume, at);
  assembler.resend(send, at);
  assembler.bindHandler(fail);
  c.emit(Op.CLEANUP_THROW, 0, at);
  assembler.jump(Op.JUMP, exit, at);
  assembler.bind(exit);
  c.emit(Op.END_SEND, 0, at);
}

/** Where a version guards generators itself: everything from here to `endGuard` may not raise StopIteration. */
export function beginGuard(c: Compiler): Handler | null {
  const { scope } = c.unit;
  if (!c.dialect.guardsStopIteration || !(scope.isGenerator || scope.isCoroutine)) return null;
  return c.assembler.protect(true);
}

/** Mirrors wrap_in_stopiteration_handler(): returns None, and handles what escapes. */
export function endGuard(c: Compiler, guard: Handler | null): void {
  c.assembler.exit(c.unit.constantIndex(NONE));
  if (guard === null) return;
  c.assembler.unprotect();
  c.assembler.bindHandler(guard);
  c.emit(Op.STOPITERATION_ERROR, 0, NOWHERE);
  c.emit(Op.RERAISE, 1, NOWHERE);
}
