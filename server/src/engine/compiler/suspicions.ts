import type { Assert, Compare, Expr, Subscript } from '../syntax/tree.ts';
import type { Compiler } from './compiler.ts';
import type { Constant } from './code.ts';
import { constantOf } from './fold.ts';

// The SyntaxWarnings of code generation.

const constantType = (constant: Constant): string => {
  switch (constant.type) {
    case 'None':
      return 'NoneType';
    case 'True':
    case 'False':
      return 'bool';
    case 'Ellipsis':
      return 'ellipsis';
    default:
      return constant.type;
  }
};

/** What counts as a literal where warnings are given. */
function literalOf(c: Compiler, e: Expr): Constant | null {
  return c.dialect.foldsLate && e.kind !== 'Constant' && e.kind !== 'Tuple' ? null : constantOf(e, c.dialect);
}

/** The type of a literal or display, null for what only a run can tell. Mirrors infer_type(). */
function typeOf(c: Compiler, e: Expr): string | null {
  const constant = literalOf(c, e);
  if (constant !== null) return constantType(constant);
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    default:
      return null;
  }
}

/** `f() is 5`. */
export function checkComparison(c: Compiler, e: Compare): void {
  let left = literalType(c, e.left);
  e.ops.forEach((op, i) => {
    const right = literalType(c, e.comparators[i]!);
    if ((op === 'Is' || op === 'IsNot') && (left !== null || right !== null)) {
      const type = c.dialect.namesLiteralType ? `'${left ?? right!}'` : 'a';
      c.warn(op === 'Is' ? `"is" with ${type} literal. Did you mean "=="?` : `"is not" with ${type} literal. Did you mean "!="?`, e);
    }
    left = right;
  });
}

function literalType(c: Compiler, e: Expr): string | null {
  const constant = literalOf(c, e);
  if (constant === null || ['None', 'True', 'False', 'Ellipsis'].includes(constant.type)) return null;
  return constantType(constant);
}

/** `[(1, 2) (3, 4)]`. */
export function checkCalled(c: Compiler, e: Expr): void {
  const type = typeOf(c, e);
  if (type === null || e.kind === 'Lambda') return;
  c.warn(`'${type}' object is not callable; perhaps you missed a comma?`, e);
}

/** `[{1, 2} [3]]`. */
export function checkSubscripted(c: Compiler, e: Subscript): void {
  const type = typeOf(c, e.value);
  if (type === null || ['str', 'bytes', 'tuple', 'list', 'dict'].includes(type)) return;
  c.warn(`'${type}' object is not subscriptable; perhaps you missed a comma?`, e.value);
}

/** `[[1, 2] [3, 4]]`. */
export function checkIndex(c: Compiler, e: Subscript): void {
  const index = e.slice.kind === 'Slice' ? null : typeOf(c, e.slice);
  if (index === null || index === 'int' || index === 'bool') return;
  const type = typeOf(c, e.value);
  if (type === null || !['str', 'bytes', 'tuple', 'list'].includes(type)) return;
  c.warn(`${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`, e.value);
}

/** `assert (x, "message")`. */
export function checkAssertion(c: Compiler, s: Assert): void {
  const constant = s.test.kind === 'Tuple' ? null : literalOf(c, s.test);
  const isTuple = s.test.kind === 'Tuple' ? s.test.elts.length > 0 : constant?.type === 'tuple' && constant.items.length > 0;
  if (isTuple) {
    c.warn('assertion is always true, perhaps remove parentheses?', s);
  }
}
