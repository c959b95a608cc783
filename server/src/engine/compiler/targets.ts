import type { Expr, List, Span, Starred, Tuple } from '../syntax/tree.ts';
import type { Compiler } from './compiler.ts';
import { attributeSpan, expr, slicesItself } from './expressions.ts';
import { Op } from './opcodes.ts';

/** Stores the value on top of the stack into a target. */
export function assign(c: Compiler, target: Expr): void {
  switch (target.kind) {
    case 'Name':
      c.store(target.id, target);
      return;
    case 'Attribute':
      expr(c, target.value);
      storeAttribute(c, target.attr, attributeSpan(c, target, target));
      noteStaticAttribute(c, target.value, target.attr);
      return;
    case 'Subscript':
      expr(c, target.value);
      expr(c, target.slice);
      c.emit(Op.STORE_SUBSCR, slicesItself(c, target.slice), target);
      return;
    case 'Tuple':
    case 'List':
      unpack(c, target);
      return;
    case 'Starred':
      c.error('starred assignment target must be in a list or tuple', target);
      return;
    default:
      c.refuse('this assignment target', target);
  }
}

export function storeAttribute(c: Compiler, attr: string, at: Span): void {
  if (attr === '__debug__') c.error('cannot assign to __debug__', at);
  c.emitName(Op.STORE_ATTR, attr, at);
}

/** What methods set on `self` is remembered for `__static_attributes__`. */
function noteStaticAttribute(c: Compiler, value: Expr, attr: string): void {
  if (!c.dialect.recordsClassFacts || value.kind !== 'Name' || value.id !== 'self') return;
  for (let unit = c.unit.parent; unit !== null; unit = unit.parent) {
    if (unit.scope.kind === 'class') {
      unit.staticAttributes.add(attr);
      return;
    }
  }
}

/** Mirrors assignment_helper(): takes a sequence apart. */
function unpack(c: Compiler, target: List | Tuple): void {
  const { elts } = target;
  const star = elts.findIndex((element) => element.kind === 'Starred');
  if (star >= 0) {
    const after = elts.length - star - 1;
    if (star >= 256 || after >= 1 << 16) c.error('too many expressions in star-unpacking assignment', target);
    if (elts.some((element, i) => i > star && element.kind === 'Starred')) {
      c.error('multiple starred expressions in assignment', target);
    }
    c.emit(Op.UNPACK_EX, star | (after << 8), target);
  } else if (!c.assembler.unpackBuilt(elts.length, target)) {
    c.emit(Op.UNPACK_SEQUENCE, elts.length, target);
  }
  for (const element of elts) assign(c, element.kind === 'Starred' ? (element as Starred).value : element);
}

/** `del target`. */
export function remove(c: Compiler, target: Expr): void {
  switch (target.kind) {
    case 'Name':
      c.delete(target.id, target);
      return;
    case 'Attribute':
      expr(c, target.value);
      if (target.attr === '__debug__') c.error('cannot delete __debug__', target);
      c.emitName(Op.DELETE_ATTR, target.attr, attributeSpan(c, target, target));
      return;
    case 'Subscript':
      expr(c, target.value);
      expr(c, target.slice);
      c.emit(Op.DELETE_SUBSCR, 0, target);
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elts) remove(c, element);
      return;
    default:
      c.refuse('this target of `del`', target);
  }
}
