import type { CmpOperator, Compare as CompareNode, Expr, Span } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Label } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import type { Constant } from './code.ts';
import { isTrue } from './constants.ts';
import { expr } from './expressions.ts';
import { constantOf, tupleOf } from './fold.ts';
import { Compare, Op } from './opcodes.ts';
import { checkComparison } from './suspicions.ts';

/** Jumps to `target` if the truth of `e` is `when`; falls through otherwise. Mirrors compiler_jump_if(). */
export function jumpIf(c: Compiler, e: Expr, target: Label, when: boolean): void {
  const { assembler } = c;
  const constant = constantOf(e, c.dialect);
  if (constant !== null) {
    if (isTrue(constant) === when) assembler.jump(Op.JUMP, target, e);
    else c.emit(Op.NOP, 0, e);
    return;
  }
  switch (e.kind) {
    case 'UnaryOp':
      if (e.op === 'Not' && !isMembership(e.operand)) {
        jumpIf(c, e.operand, target, !when);
        return;
      }
      break;
    case 'BoolOp': {
      const stops = e.op === 'Or';
      const early = stops === when ? target : assembler.label();
      const last = e.values.length - 1;
      for (let i = 0; i < last; i++) jumpIf(c, e.values[i]!, early, stops);
      jumpIf(c, e.values[last]!, target, when);
      if (early !== target) assembler.bind(early);
      return;
    }
    case 'IfExp': {
      const end = assembler.label();
      const orelse = assembler.label();
      jumpIf(c, e.test, orelse, false);
      jumpIf(c, e.body, target, when);
      assembler.jump(Op.JUMP, end, NOWHERE);
      assembler.bind(orelse);
      jumpIf(c, e.orelse, target, when);
      assembler.bind(end);
      return;
    }
    case 'Compare':
      c.place = e;
      if (e.ops.length > 1) {
        jumpIfChain(c, e, target, when);
        return;
      }
      if (jumpIfNone(c, e, target, when)) return;
      break;
    default:
      break;
  }
  expr(c, e);
  assembler.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target, c.dialect.conditionPositions ? e : c.place);
}

/** The operands whose `not` is an operator of its own: `not a in b`. */
function isMembership(e: Expr): boolean {
  return e.kind === 'Compare' && e.ops.length === 1 && ['Is', 'IsNot', 'In', 'NotIn'].includes(e.ops[0]!);
}

function jumpIfNone(c: Compiler, e: CompareNode, target: Label, when: boolean): boolean {
  const op = e.ops[0]!;
  const right = e.comparators[0]!;
  if ((op !== 'Is' && op !== 'IsNot') || right.kind !== 'Constant' || right.value.type !== 'None') return false;
  checkComparison(c, e);
  expr(c, e.left);
  const at = c.dialect.conditionPositions ? e : c.place;
  c.assembler.jump((op === 'Is') === when ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE, target, at);
  return true;
}

function jumpIfChain(c: Compiler, e: CompareNode, target: Label, when: boolean): void {
  const { assembler } = c;
  const cleanup = assembler.label();
  const end = assembler.label();
  checkComparison(c, e);
  const last = e.ops.length - 1;
  expr(c, e.left);
  for (let i = 0; i < last; i++) {
    expr(c, e.comparators[i]!);
    c.emit(Op.SWAP, 2, e);
    c.emit(Op.COPY, 2, e);
    compare(c, e.ops[i]!, e);
    assembler.jump(Op.POP_JUMP_IF_FALSE, cleanup, e);
  }
  rightOperand(c, e, last);
  compare(c, e.ops[last]!, e);
  assembler.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target, e);
  assembler.jump(Op.JUMP, end, NOWHERE);
  assembler.bind(cleanup);
  c.emit(Op.POP_TOP, 0, e);
  if (!when) assembler.jump(Op.JUMP, target, NOWHERE);
  assembler.bind(end);
}

/** A comparison for its value. Mirrors compiler_compare(). */
export function comparison(c: Compiler, e: CompareNode): void {
  const { assembler } = c;
  checkComparison(c, e);
  const last = e.ops.length - 1;
  expr(c, e.left);
  if (last === 0) {
    rightOperand(c, e, 0);
    compare(c, e.ops[0]!, e);
    return;
  }
  const cleanup = assembler.label();
  const end = assembler.label();
  for (let i = 0; i < last; i++) {
    expr(c, e.comparators[i]!);
    c.emit(Op.SWAP, 2, e);
    c.emit(Op.COPY, 2, e);
    compare(c, e.ops[i]!, e);
    c.emit(Op.COPY, 1, e);
    assembler.jump(Op.POP_JUMP_IF_FALSE, cleanup, e);
    c.emit(Op.POP_TOP, 0, e);
  }
  rightOperand(c, e, last);
  compare(c, e.ops[last]!, e);
  assembler.jump(Op.JUMP, end, NOWHERE);
  assembler.bind(cleanup);
  c.emit(Op.SWAP, 2, e);
  c.emit(Op.POP_TOP, 0, e);
  assembler.bind(end);
}

/** The last comparator: `x in [1, 2]` looks into a constant. */
function rightOperand(c: Compiler, e: CompareNode, index: number): void {
  const right = e.comparators[index]!;
  const op = e.ops[index]!;
  if (op === 'In' || op === 'NotIn') transient(c, right);
  else expr(c, right);
}

/**
 * A value that nobody can keep: a list becomes a tuple, and a set of constants a frozenset.
 * Mirrors fold_iter().
 */
export function transient(c: Compiler, e: Expr): void {
  const constant: Constant | null = e.kind === 'List' || e.kind === 'Set' ? tupleOf(e.elts, c.dialect) : null;
  if (constant !== null && constant.type === 'tuple') {
    c.constant(e.kind === 'List' ? constant : { type: 'frozenset', items: constant.items }, e);
  } else if (e.kind === 'List' && e.elts.every((element) => element.kind !== 'Starred')) {
    expr(c, { kind: 'Tuple', elts: e.elts, ctx: 'Load', start: e.start, end: e.end });
  } else {
    expr(c, e);
  }
}

function compare(c: Compiler, op: CmpOperator, at: Span): void {
  switch (op) {
    case 'Lt':
      return c.emit(Op.COMPARE_OP, Compare.LT, at);
    case 'LtE':
      return c.emit(Op.COMPARE_OP, Compare.LE, at);
    case 'Eq':
      return c.emit(Op.COMPARE_OP, Compare.EQ, at);
    case 'NotEq':
      return c.emit(Op.COMPARE_OP, Compare.NE, at);
    case 'Gt':
      return c.emit(Op.COMPARE_OP, Compare.GT, at);
    case 'GtE':
      return c.emit(Op.COMPARE_OP, Compare.GE, at);
    case 'Is':
      return c.emit(Op.IS_OP, 0, at);
    case 'IsNot':
      return c.emit(Op.IS_OP, 1, at);
    case 'In':
      return c.emit(Op.CONTAINS_OP, 0, at);
    case 'NotIn':
      return c.emit(Op.CONTAINS_OP, 1, at);
  }
}
