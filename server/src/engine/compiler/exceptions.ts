import type { ExceptHandler, Stmt, Try, TryStar } from '../syntax/tree.ts';
import { NOWHERE, type Label } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { expr } from './expressions.ts';
import { Op } from './opcodes.ts';
import { body } from './statements.ts';

export function tryStatement(c: Compiler, s: Try | TryStar): void {
  if (s.finalbody.length > 0) tryFinally(c, s);
  else tryExcept(c, s);
}

/** Mirrors POP_EXCEPT_AND_RERAISE: puts the outer exception back and goes on raising the inner one. */
export function reraiseAfterCleanup(c: Compiler): void {
  c.emit(Op.COPY, 3, NOWHERE);
  c.emit(Op.POP_EXCEPT, 0, NOWHERE);
  c.emit(Op.RERAISE, 1, NOWHERE);
}

/** Mirrors compiler_try_finally(). */
function tryFinally(c: Compiler, s: Try | TryStar): void {
  const { assembler, unit } = c;
  const exit = assembler.label();
  c.emit(Op.NOP, 0, s);
  const end = assembler.protect(false);
  unit.blocks.push({ kind: 'finally', body: s.finalbody });
  if (s.handlers.length > 0) tryExcept(c, s);
  else body(c, s.body);
  assembler.unprotect();
  unit.blocks.pop();
  finallyBody(c, s.finalbody);
  assembler.jump(Op.JUMP, exit, NOWHERE);

  assembler.bindHandler(end);
  unit.blocks.push({ kind: 'finally end' });
  const cleanup = assembler.protect(true);
  c.emit(Op.PUSH_EXC_INFO, 0, NOWHERE);
  finallyBody(c, s.finalbody);
  unit.blocks.pop();
  c.emit(Op.RERAISE, 0, NOWHERE);
  assembler.unprotect();
  assembler.bindHandler(cleanup);
  reraiseAfterCleanup(c);
  assembler.bind(exit);
}

/** The body of a `finally`, once for each way to reach it. */
export function finallyBody(c: Compiler, statements: readonly Stmt[]): void {
  c.unit.leaving.push('finally');
  body(c, statements);
  c.unit.leaving.pop();
}

function tryExcept(c: Compiler, s: Try | TryStar): void {
  if (s.kind === 'TryStar') tryStar(c, s);
  else plainExcept(c, s);
}

/** Mirrors compiler_try_except(). */
function plainExcept(c: Compiler, s: Try): void {
  const { assembler, unit } = c;
  const end = assembler.label();
  c.emit(Op.NOP, 0, s);
  const except = assembler.protect(false);
  unit.blocks.push({ kind: 'try' });
  body(c, s.body);
  unit.blocks.pop();
  assembler.unprotect();
  body(c, s.orelse);
  assembler.jump(Op.JUMP, end, NOWHERE);

  assembler.bindHandler(except);
  const cleanup = assembler.protect(true);
  c.emit(Op.PUSH_EXC_INFO, 0, NOWHERE);
  unit.blocks.push({ kind: 'handler' });
  s.handlers.forEach((handler, i) => {
    const next = assembler.label();
    if (handler.type === null && i < s.handlers.length - 1) c.error("default 'except:' must be last", handler);
    if (handler.type !== null) {
      expr(c, handler.type);
      c.emit(Op.CHECK_EXC_MATCH, 0, handler);
      assembler.jump(Op.POP_JUMP_IF_FALSE, next, handler);
    }
    handlerBody(c, handler);
    assembler.jump(Op.JUMP, end, NOWHERE);
    assembler.bind(next);
  });
  unit.blocks.pop();
  c.emit(Op.RERAISE, 0, NOWHERE);
  assembler.handler = cleanup.parent;
  assembler.bindHandler(cleanup);
  reraiseAfterCleanup(c);
  assembler.bind(end);
}

/** The caught exception is on the stack; leaves both it and the handled exception behind. */
function handlerBody(c: Compiler, handler: ExceptHandler): void {
  const { assembler, unit } = c;
  const outer = assembler.handler!;
  if (handler.name === null) {
    c.emit(Op.POP_TOP, 0, handler);
    unit.blocks.push({ kind: 'handler cleanup', name: null, group: false });
    body(c, handler.body);
    unit.blocks.pop();
    assembler.unprotect();
    const done = assembler.label();
    cleanUp(c, () => c.emit(Op.POP_EXCEPT, 0, NOWHERE), done);
    assembler.handler = outer;
    assembler.bind(done);
    return;
  }
  c.store(handler.name, handler);
  const cleanup = assembler.protect(true);
  unit.blocks.push({ kind: 'handler cleanup', name: handler.name, group: false });
  body(c, handler.body);
  unit.blocks.pop();
  assembler.handler = outer.parent;
  const { name } = handler;
  const done = assembler.label();
  cleanUp(
    c,
    () => {
      c.emit(Op.POP_EXCEPT, 0, NOWHERE);
      c.forget(name);
    },
    done,
  );
  assembler.handler = outer;
  assembler.bindHandler(cleanup);
  c.forget(handler.name);
  c.emit(Op.RERAISE, 1, NOWHERE);
  assembler.bind(done);
}

/** What follows a handler's body and has no line of its own; then to `next`. */
function cleanUp(c: Compiler, write: () => void, next: Label): void {
  const { assembler } = c;
  const whole = (): void => {
    write();
    assembler.jump(Op.JUMP, next, NOWHERE);
  };
  if (c.dialect.copiesLinelessBlocks) assembler.eachWay(whole);
  else whole();
}

/** Mirrors compiler_try_star_except(). */
function tryStar(c: Compiler, s: TryStar): void {
  const { assembler, unit } = c;
  const end = assembler.label();
  const orelse = assembler.label();
  const reraiseStar = assembler.label();
  c.emit(Op.NOP, 0, s);
  const except = assembler.protect(false);
  unit.blocks.push({ kind: 'try' });
  body(c, s.body);
  unit.blocks.pop();
  assembler.unprotect();
  assembler.jump(Op.JUMP, orelse, NOWHERE);

  assembler.bindHandler(except);
  const cleanup = assembler.protect(true);
  c.emit(Op.PUSH_EXC_INFO, 0, NOWHERE);
  unit.blocks.push({ kind: 'group handler' });
  const last = s.handlers.length - 1;
  s.handlers.forEach((handler, i) => {
    const next = assembler.label();
    const withError = assembler.label();
    const noMatch = assembler.label();
    if (i === 0) {
      // A list for what the handlers raise, and the exceptions that are left.
      c.emit(Op.BUILD_LIST, 0, handler);
      c.emit(Op.COPY, 2, handler);
    }
    expr(c, handler.type!);
    c.emit(Op.CHECK_EG_MATCH, 0, handler);
    c.emit(Op.COPY, 1, handler);
    assembler.jump(Op.POP_JUMP_IF_NONE, noMatch, handler);
    if (handler.name === null) c.emit(Op.POP_TOP, 0, handler);
    else c.store(handler.name, handler);
    const raised = assembler.protect(true);
    unit.blocks.push({ kind: 'handler cleanup', name: handler.name, group: true });
    body(c, handler.body);
    unit.blocks.pop();
    assembler.handler = cleanup;
    const { name } = handler;
    cleanUp(c, () => name !== null && c.forget(name), next);

    assembler.bindHandler(raised);
    if (handler.name !== null) c.forget(handler.name);
    c.emit(Op.LIST_APPEND, 3, NOWHERE);
    c.emit(Op.POP_TOP, 0, NOWHERE);
    assembler.jump(Op.JUMP, withError, NOWHERE);

    assembler.bind(next);
    c.emit(Op.NOP, 0, NOWHERE);
    assembler.jump(Op.JUMP, withError, NOWHERE);
    assembler.bind(noMatch);
    c.emit(Op.POP_TOP, 0, handler);
    assembler.bind(withError);
    if (i === last) {
      c.emit(Op.LIST_APPEND, 1, NOWHERE);
      assembler.jump(Op.JUMP, reraiseStar, NOWHERE);
    }
  });
  unit.blocks.pop();

  const reraise = assembler.label();
  assembler.bind(reraiseStar);
  c.emit(Op.PREP_RERAISE_STAR, 0, NOWHERE);
  c.emit(Op.COPY, 1, NOWHERE);
  assembler.jump(Op.POP_JUMP_IF_NOT_NONE, reraise, NOWHERE);
  c.emit(Op.POP_TOP, 0, NOWHERE);
  assembler.handler = cleanup.parent;
  c.emit(Op.POP_EXCEPT, 0, NOWHERE);
  assembler.jump(Op.JUMP, end, NOWHERE);
  assembler.bind(reraise);
  c.emit(Op.SWAP, 2, NOWHERE);
  c.emit(Op.POP_EXCEPT, 0, NOWHERE);
  c.emit(Op.RERAISE, 0, NOWHERE);
  assembler.bindHandler(cleanup);
  reraiseAfterCleanup(c);
  assembler.bind(orelse);
  body(c, s.orelse);
  assembler.bind(end);
}
