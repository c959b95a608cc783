import type { Attribute, BinOp, BoolOp, Dict, Expr, NamedExpr, Operator, Slice, Span, Subscript } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import { call } from './calls.ts';
import { comparison, jumpIf } from './conditions.ts';
import { comprehension } from './comprehensions.ts';
import type { Compiler } from './compiler.ts';
import { isTrue } from './constants.ts';
import { MAX_NESTING } from './symtable/visit.ts';
import { constantOf, foldSpine } from './fold.ts';
import { awaiting, yieldFrom, yieldValue } from './generators.ts';
import { lambda } from './functions.ts';
import { BinaryOp, Op } from './opcodes.ts';
import { formattedValue, interpolated, percentFormat, template } from './strings.ts';
import { checkIndex, checkSubscripted } from './suspicions.ts';
import { listDisplay, setDisplay, tupleDisplay } from './displays.ts';

/** More values than this are not gathered on the stack: CPython's STACK_USE_GUIDELINE. */
export const STACK_USE_GUIDELINE = 30;

export function operatorArgument(op: Operator): BinaryOp {
  switch (op) {
    case 'Add':
      return BinaryOp.ADD;
    case 'Sub':
      return BinaryOp.SUBTRACT;
    case 'Mult':
      return BinaryOp.MULTIPLY;
    case 'MatMult':
      return BinaryOp.MATRIX_MULTIPLY;
    case 'Div':
      return BinaryOp.TRUE_DIVIDE;
    case 'Mod':
      return BinaryOp.REMAINDER;
    case 'Pow':
      return BinaryOp.POWER;
    case 'LShift':
      return BinaryOp.LSHIFT;
    case 'RShift':
      return BinaryOp.RSHIFT;
    case 'BitOr':
      return BinaryOp.OR;
    case 'BitXor':
      return BinaryOp.XOR;
    case 'BitAnd':
      return BinaryOp.AND;
    case 'FloorDiv':
      return BinaryOp.FLOOR_DIVIDE;
  }
}

/** Code that leaves the value of `e` on the stack. */
export function expr(c: Compiler, e: Expr): void {
  const { place } = c;
  c.place = e;
  if (++c.nesting > MAX_NESTING) c.refuse('expressions nested this deeply', e);
  else dispatch(c, e);
  c.nesting--;
  c.place = place;
}

function dispatch(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'Constant':
      c.constant(e.value.type === 'complex' ? { type: 'complex', real: 0, imag: e.value.imag } : e.value, e);
      return;
    case 'Name':
      if (e.id === '__debug__') c.constant({ type: 'True' }, e);
      else c.load(e.id, e);
      return;
    case 'Attribute':
      expr(c, e.value);
      c.emitName(Op.LOAD_ATTR, e.attr, attributeSpan(c, e, e));
      return;
    case 'Call':
      call(c, e);
      return;
    case 'Subscript':
      subscript(c, e);
      return;
    case 'BinOp':
      binOp(c, e);
      return;
    case 'BoolOp':
      boolOp(c, e);
      return;
    case 'UnaryOp':
      unaryOp(c, e);
      return;
    case 'Compare':
      comparison(c, e);
      return;
    case 'IfExp': {
      const orelse = c.assembler.label();
      const end = c.assembler.label();
      jumpIf(c, e.test, orelse, false);
      expr(c, e.body);
      c.assembler.jump(Op.JUMP, end, NOWHERE);
      c.assembler.bind(orelse);
      expr(c, e.orelse);
      c.assembler.bind(end);
      return;
    }
    case 'Tuple': {
      const constant = constantOf(e, c.dialect);
      if (constant === null) tupleDisplay(c, e);
      else c.constant(constant, e);
      return;
    }
    case 'List':
      listDisplay(c, e);
      return;
    case 'Set':
      setDisplay(c, e);
      return;
    case 'Dict':
      dict(c, e);
      return;
    case 'Lambda':
      lambda(c, e);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      comprehension(c, e);
      return;
    case 'JoinedStr':
      interpolated(c, e);
      return;
    case 'FormattedValue':
      formattedValue(c, e);
      return;
    case 'NamedExpr':
      namedExpr(c, e);
      return;
    case 'Yield':
      yieldValue(c, e);
      return;
    case 'YieldFrom':
      yieldFrom(c, e);
      return;
    case 'Await':
      awaiting(c, e);
      return;
    case 'Slice':
      slice(c, e);
      return;
    case 'Starred':
      c.error("can't use starred expression here", e);
      return;
    case 'TemplateStr':
      template(c, e);
      return;
    case 'Interpolation':
      throw new Error('an interpolation outside a template');
    case 'Missing':
      c.refuse('programs with syntax errors', e);
      return;
  }
}

/**
 * The range of an instruction about an attribute: that of `at`, but starting at the attribute's name
 * when that stands on a later line. Mirrors update_start_location_to_match_attr().
 */
export function attributeSpan(c: Compiler, at: Span, attribute: Attribute): Span {
  if (c.lines.line(at.start) === c.lines.line(attribute.end)) return at;
  return { start: attribute.end - attribute.attr.length, end: at.end };
}

function subscript(c: Compiler, e: Subscript): void {
  const constant = constantOf(e, c.dialect);
  if (constant !== null) {
    c.constant(constant, e);
    return;
  }
  checkSubscripted(c, e);
  checkIndex(c, e);
  expr(c, e.value);
  expr(c, e.slice);
  c.emit(Op.BINARY_SUBSCR, slicesItself(c, e.slice), e);
}

/** The argument of an instruction that makes the slice it works on itself: without a step, since 3.12. */
export const slicesItself = (c: Compiler, key: Expr): 0 | 1 => (c.dialect.hasSliceInstructions && key.kind === 'Slice' && key.step === null ? 1 : 0);

function slice(c: Compiler, e: Slice): void {
  for (const bound of [e.lower, e.upper]) {
    if (bound === null) c.none(e);
    else expr(c, bound);
  }
  if (e.step !== null) expr(c, e.step);
  c.emit(Op.BUILD_SLICE, e.step === null ? 2 : 3, e);
}

function binOp(c: Compiler, e: BinOp): void {
  const { base, constant, rest } = foldSpine(e, c.dialect);
  const first = rest[0];
  let next = 0;
  if (first !== undefined && percentFormat(c, first)) next = 1;
  else if (constant !== null) c.constant(constant, base);
  else expr(c, base);
  for (; next < rest.length; next++) {
    const node = rest[next]!;
    expr(c, node.right);
    c.emit(Op.BINARY_OP, operatorArgument(node.op), node);
  }
}

function unaryOp(c: Compiler, e: Extract<Expr, { kind: 'UnaryOp' }>): void {
  const constant = constantOf(e, c.dialect);
  if (constant !== null) {
    c.constant(constant, e);
    return;
  }
  // `not a in b` is `a not in b`.
  if (e.op === 'Not' && e.operand.kind === 'Compare' && e.operand.ops.length === 1) {
    const op = e.operand.ops[0]!;
    const opposite = op === 'Is' ? 'IsNot' : op === 'IsNot' ? 'Is' : op === 'In' ? 'NotIn' : op === 'NotIn' ? 'In' : null;
    if (opposite !== null) {
      comparison(c, { ...e.operand, ops: [opposite] });
      return;
    }
  }
  expr(c, e.operand);
  switch (e.op) {
    case 'Not':
      c.emit(Op.UNARY_NOT, 0, e);
      return;
    case 'USub':
      c.emit(Op.UNARY_NEGATIVE, 0, e);
      return;
    case 'UAdd':
      c.emit(Op.UNARY_POSITIVE, 0, e);
      return;
    case 'Invert':
      c.emit(Op.UNARY_INVERT, 0, e);
      return;
  }
}

/** `a and b`, `a or b`: the value stays on the stack while it is tested. */
function boolOp(c: Compiler, e: BoolOp): void {
  const { assembler } = c;
  const op = e.op === 'And' ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
  const end = assembler.label();
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    const value = e.values[i]!;
    const constant = constantOf(value, c.dialect);
    if (constant !== null) {
      // The value decides at once, or not at all.
      if (isTrue(constant) !== (e.op === 'Or')) continue;
      c.constant(constant, value);
      assembler.jump(Op.JUMP, end, e);
      continue;
    }
    expr(c, value);
    const next = assembler.label();
    if (c.dialect.threadsShortCircuits) assembler.threadShortCircuits(op, end, next);
    c.emit(Op.COPY, 1, e);
    assembler.jump(op, end, e);
    assembler.bind(next);
    c.emit(Op.POP_TOP, 0, e);
  }
  expr(c, e.values[last]!);
  assembler.bind(end);
}

function dict(c: Compiler, e: Dict): void {
  let pending = 0;
  let begun = false;
  const flush = (end: number): void => {
    if (pending === 0) return;
    dictItems(c, e, end - pending, end);
    if (begun) c.emit(Op.DICT_UPDATE, 1, e);
    begun = true;
    pending = 0;
  };
  e.values.forEach((value, i) => {
    if (e.keys[i] === null) {
      flush(i);
      if (!begun) c.emit(Op.BUILD_MAP, 0, e);
      begun = true;
      expr(c, value);
      c.emit(Op.DICT_UPDATE, 1, e);
    } else if (pending * 2 > STACK_USE_GUIDELINE) {
      pending++;
      flush(i + 1);
    } else {
      pending++;
    }
  });
  flush(e.values.length);
  if (!begun) c.emit(Op.BUILD_MAP, 0, e);
}

/** Mirrors compiler_subdict(). */
function dictItems(c: Compiler, e: Dict, start: number, end: number): void {
  const count = end - start;
  const large = count * 2 > STACK_USE_GUIDELINE;
  if (count > 1 && !large) {
    const keys = e.keys.slice(start, end).map((key) => (key === null ? null : constantOf(key, c.dialect)));
    if (keys.every((key) => key !== null)) {
      for (let i = start; i < end; i++) expr(c, e.values[i]!);
      c.constant({ type: 'tuple', items: keys }, e);
      c.emit(Op.BUILD_CONST_KEY_MAP, count, e);
      return;
    }
  }
  if (large) c.emit(Op.BUILD_MAP, 0, e);
  for (let i = start; i < end; i++) {
    expr(c, e.keys[i]!);
    expr(c, e.values[i]!);
    if (large) c.emit(Op.MAP_ADD, 1, e);
  }
  if (!large) c.emit(Op.BUILD_MAP, count, e);
}

function namedExpr(c: Compiler, e: NamedExpr): void {
  expr(c, e.value);
  c.emit(Op.COPY, 1, e);
  if (e.target.kind === 'Name') c.store(e.target.id, e.target);
}
