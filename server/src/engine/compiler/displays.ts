import type { Expr, List, Set, Span, Tuple } from '../syntax/tree.ts';
import type { Compiler } from './compiler.ts';
import { STACK_USE_GUIDELINE, expr } from './expressions.ts';
import { tupleOf } from './fold.ts';
import { Op } from './opcodes.ts';

export function listDisplay(c: Compiler, e: List): void {
  gather(c, e.elts, e, 0, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, false);
}

export function setDisplay(c: Compiler, e: Set): void {
  gather(c, e.elts, e, 0, Op.BUILD_SET, Op.SET_ADD, Op.SET_UPDATE, false);
}

export function tupleDisplay(c: Compiler, e: Tuple): void {
  gather(c, e.elts, e, 0, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, true);
}

/** Collects values, starred ones among them. `pushed` are on the stack already. Mirrors starunpack_helper(). */
export function gather(
  c: Compiler, elements: readonly Expr[], at: Span, pushed: number, build: Op, add: Op, extend: Op, tuple: boolean,
): void {
  const count = elements.length;
  if (count > 2 || (tuple && pushed === 0)) {
    const constant = tupleOf(elements, c.dialect);
    if (constant !== null && constant.type === 'tuple') {
      if (tuple && pushed === 0) {
        c.constant(constant, at);
        return;
      }
      c.emit(build, pushed, at);
      c.constant(add === Op.SET_ADD ? { type: 'frozenset', items: constant.items } : constant, at);
      c.emit(extend, 1, at);
      if (tuple) c.emit(Op.LIST_TO_TUPLE, 0, at);
      return;
    }
  }
  const large = count + pushed > STACK_USE_GUIDELINE;
  const starred = elements.some((element) => element.kind === 'Starred');
  if (!starred && !large) {
    for (const element of elements) expr(c, element);
    c.emit(tuple ? Op.BUILD_TUPLE : build, count + pushed, at);
    return;
  }
  let built = false;
  if (large) {
    c.emit(build, pushed, at);
    built = true;
  }
  elements.forEach((element, i) => {
    if (element.kind === 'Starred') {
      if (!built) c.emit(build, i + pushed, at);
      built = true;
      expr(c, element.value);
      c.emit(extend, 1, at);
    } else {
      expr(c, element);
      if (built) c.emit(add, 1, at);
    }
  });
  if (tuple) c.emit(Op.LIST_TO_TUPLE, 0, at);
}
