import type { Break, Continue, Return, Span } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { NONE } from './constants.ts';
import { finallyBody } from './exceptions.ts';
import { expr } from './expressions.ts';
import { constantOf } from './fold.ts';
import { Resume, delegate } from './generators.ts';
import { Op } from './opcodes.ts';
import type { Block } from './unit.ts';
import { callExitWithNones } from './withs.ts';

type Loop = Extract<Block, { kind: 'while' | 'for' }>;

/**
 * Undoes the blocks from the innermost outwards, to the loop if `toLoop`. `keepsTop` says that a value to be returned
 * is on top of the stack. Answers the loop, and where the jump or return itself stands. Mirrors compiler_unwind_fblock_stack().
 */
function unwind(c: Compiler, at: Span, keepsTop: boolean, toLoop: boolean): { at: Span; loop: Loop | null } {
  const { blocks } = c.unit;
  const block = blocks.at(-1);
  if (block === undefined) return { at, loop: null };
  if (block.kind === 'group handler') {
    c.error("'break', 'continue' and 'return' cannot appear in an except* block", at);
    return { at, loop: null };
  }
  if (toLoop && (block.kind === 'while' || block.kind === 'for')) return { at, loop: block };
  blocks.pop();
  const result = unwind(c, undo(c, block, at, keepsTop), keepsTop, toLoop);
  blocks.push(block);
  return result;
}

/** Mirrors compiler_unwind_fblock(). Answers the position of what follows. */
function undo(c: Compiler, block: Block, at: Span, keepsTop: boolean): Span {
  const { assembler } = c;
  const popBelow = (): void => {
    if (keepsTop) c.emit(Op.SWAP, 2, at);
    c.emit(Op.POP_TOP, 0, at);
  };
  switch (block.kind) {
    case 'while':
    case 'handler':
    case 'group handler':
      return at;
    case 'for':
    case 'value':
      popBelow();
      return at;
    case 'try':
      assembler.unprotect();
      return at;
    case 'finally':
      assembler.unprotect();
      if (keepsTop) c.unit.blocks.push({ kind: 'value' });
      finallyBody(c, block.body);
      if (keepsTop) c.unit.blocks.pop();
      // The finally block appears to run after the statement that leaves.
      return NOWHERE;
    case 'finally end':
      popBelow();
      if (keepsTop) c.emit(Op.SWAP, 2, at);
      assembler.unprotect();
      c.emit(Op.POP_EXCEPT, 0, at);
      return at;
    case 'with':
      assembler.unprotect();
      if (keepsTop) c.emit(Op.SWAP, 2, block.at);
      callExitWithNones(c, block.at);
      if (block.statement.kind === 'AsyncWith') {
        c.emit(Op.GET_AWAITABLE, 2, block.at);
        delegate(c, block.at, Resume.AWAIT);
      }
      c.emit(Op.POP_TOP, 0, block.at);
      return NOWHERE;
    case 'handler cleanup':
      if (block.name !== null) assembler.unprotect();
      if (!block.group) {
        if (keepsTop) c.emit(Op.SWAP, 2, at);
        assembler.unprotect();
        c.emit(Op.POP_EXCEPT, 0, at);
      }
      if (block.name !== null) {
        c.none(at);
        c.store(block.name, at);
        c.delete(block.name, at);
      }
      return at;
  }
}

export function returnStatement(c: Compiler, s: Return): void {
  const { scope } = c.unit;
  if (!scope.isFunctionLike) c.error("'return' outside function", s);
  checkFinally(c, 'return', c.unit.leaving.includes('finally'), s);
  if (s.value !== null && scope.isCoroutine && scope.isGenerator) c.error("'return' with value in async generator", s);
  const constant = s.value === null ? NONE : constantOf(s.value, c.dialect);
  let at: Span = s;
  if (s.value !== null && constant === null) {
    expr(c, s.value);
  } else if (s.value !== null) {
    at = s.value;
    c.emit(Op.NOP, 0, at);
  }
  if (s.value === null || c.lines.line(s.value.start) !== c.lines.line(s.start)) {
    at = s;
    c.emit(Op.NOP, 0, at);
  }
  const before = c.assembler.handler;
  at = unwind(c, at, constant === null, false).at;
  if (c.assembler.reachable) {
    if (constant === null) c.emit(Op.RETURN_VALUE, 0, at);
    else c.emit(Op.RETURN_CONST, c.unit.constantIndex(c.pool.canonical(constant)), at);
  }
  c.assembler.handler = before;
}

/** A jump out of a `finally` swallows the exception in flight. */
function checkFinally(c: Compiler, word: string, leaves: boolean, at: Span): void {
  if (leaves && c.dialect.mindsFinally) c.warn(`'${word}' in a 'finally' block`, at);
}

export function breakStatement(c: Compiler, s: Break): void {
  checkFinally(c, 'break', c.unit.leaving.at(-1) === 'finally', s);
  c.emit(Op.NOP, 0, s);
  const before = c.assembler.handler;
  const { at, loop } = unwind(c, s, false, true);
  if (loop === null) {
    if (!inGroupHandler(c)) c.error("'break' outside loop", s);
    c.assembler.handler = before;
    return;
  }
  undo(c, loop, at, false);
  c.assembler.jump(Op.JUMP, loop.exit, at);
  c.assembler.handler = before;
}

export function continueStatement(c: Compiler, s: Continue): void {
  checkFinally(c, 'continue', c.unit.leaving.at(-1) === 'finally', s);
  c.emit(Op.NOP, 0, s);
  const before = c.assembler.handler;
  const { at, loop } = unwind(c, s, false, true);
  if (loop === null) {
    if (!inGroupHandler(c)) c.error("'continue' not properly in loop", s);
    c.assembler.handler = before;
    return;
  }
  c.assembler.jumpBack(loop.start, at);
  c.assembler.handler = before;
}

const inGroupHandler = (c: Compiler): boolean => c.unit.blocks.some((block) => block.kind === 'group handler');
