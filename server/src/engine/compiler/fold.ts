import type { BinOp, Expr, Operator } from '../syntax/tree.ts';
import { TextError } from '../text/error.ts';
import * as floating from '../text/float.ts';
import * as integer from '../text/integer.ts';
import type { Constant } from './code.ts';
import { FALSE, TRUE, fromLiteral, isTrue } from './constants.ts';

// CPython's limits: what a folded constant may grow to.
const MAX_BITS = 128;
const MAX_ITEMS = 256;
const MAX_TEXT = 4096;
const MAX_TOTAL_ITEMS = 1024;

export interface FoldRules {
  readonly mixedComplex: boolean;
  /** `~True` is a constant; from 3.14 on it stays, as it warns at run time. */
  readonly foldsInvertedBools: boolean;
}

/** The constant an expression comes to, as CPython's optimiser finds it; null for the rest. */
export function constantOf(e: Expr, rules: FoldRules): Constant | null {
  switch (e.kind) {
    case 'Constant':
      return fromLiteral(e.value);
    case 'Name':
      return e.id === '__debug__' && e.ctx === 'Load' ? TRUE : null;
    case 'Tuple':
      return e.ctx === 'Load' ? tupleOf(e.elts, rules) : null;
    case 'UnaryOp': {
      const operand = constantOf(e.operand, rules);
      if (operand === null) return null;
      switch (e.op) {
        case 'Not':
          return isTrue(operand) ? FALSE : TRUE;
        case 'USub':
          return negative(operand);
        case 'UAdd':
          return positive(operand);
        case 'Invert':
          return invert(operand, rules);
      }
      return null;
    }
    case 'BinOp': {
      const folded = foldSpine(e, rules);
      return folded.rest.length === 0 ? folded.constant : null;
    }
    case 'Subscript': {
      if (e.ctx !== 'Load' || (e.value.kind !== 'Constant' && e.value.kind !== 'Tuple')) return null;
      const index = constantOf(e.slice, rules);
      if (index === null) return null;
      const value = constantOf(e.value, rules);
      return value === null ? null : item(value, index);
    }
    default:
      return null;
  }
}

/** A sum or the like, taken apart without recursion because it may be thousands of terms long. */
export interface Spine {
  /** The innermost left operand, unless a constant stands for it and some of what follows. */
  readonly base: Expr;
  readonly constant: Constant | null;
  /** What the constant or the base is an operand of, innermost first. */
  readonly rest: readonly BinOp[];
}

export function foldSpine(e: BinOp, rules: FoldRules): Spine {
  const rest: BinOp[] = [];
  let base: Expr = e;
  while (base.kind === 'BinOp') {
    rest.push(base);
    base = base.left;
  }
  rest.reverse();
  let constant = constantOf(base, rules);
  let folded = 0;
  while (constant !== null && folded < rest.length) {
    const node = rest[folded]!;
    const right = constantOf(node.right, rules);
    const value: Constant | null = right === null ? null : binary(constant, node.op, right, rules);
    if (value === null) break;
    constant = value;
    base = node;
    folded++;
  }
  return { base, constant, rest: rest.slice(folded) };
}

/** A tuple of constants, null when one of the elements is none. */
export function tupleOf(elements: readonly Expr[], rules: FoldRules): Constant | null {
  const items: Constant[] = [];
  for (const element of elements) {
    const item = constantOf(element, rules);
    if (item === null) return null;
    items.push(item);
  }
  return { type: 'tuple', items };
}

type Whole = number | bigint;

function whole(constant: Constant): Whole | null {
  if (constant.type === 'int') return constant.value;
  if (constant.type === 'True') return 1;
  if (constant.type === 'False') return 0;
  return null;
}

/** The number that float arithmetic takes. */
function real(constant: Constant): number | null {
  if (constant.type === 'float') return constant.value;
  const value = whole(constant);
  return value === null ? null : integer.toFloat(value);
}

const int = (value: Whole): Constant => ({ type: 'int', value });
const float = (value: number): Constant => ({ type: 'float', value });

function negative(operand: Constant): Constant | null {
  const value = whole(operand);
  if (value !== null) return int(integer.neg(value));
  if (operand.type === 'float') return float(-operand.value);
  if (operand.type === 'complex') return { type: 'complex', real: -operand.real, imag: -operand.imag };
  return null;
}

function positive(operand: Constant): Constant | null {
  const value = whole(operand);
  if (value !== null) return int(value);
  return operand.type === 'float' || operand.type === 'complex' ? operand : null;
}

function invert(operand: Constant, rules: FoldRules): Constant | null {
  if (rules.foldsInvertedBools && (operand.type === 'True' || operand.type === 'False')) return int(operand.type === 'True' ? -2 : -1);
  return operand.type === 'int' ? int(integer.invert(operand.value)) : null;
}

function binary(left: Constant, op: Operator, right: Constant, rules: FoldRules): Constant | null {
  const a = whole(left);
  const b = whole(right);
  if (op === 'Mult' && !(a !== null && b !== null)) {
    if (a !== null && isSequence(right)) return repeat(right, a);
    if (b !== null && isSequence(left)) return repeat(left, b);
  }
  if (op === 'Add') {
    if (left.type === 'str' && right.type === 'str') return { type: 'str', value: left.value + right.value };
    if (left.type === 'bytes' && right.type === 'bytes') {
      return { type: 'bytes', value: Uint8Array.of(...left.value, ...right.value) };
    }
    if (left.type === 'tuple' && right.type === 'tuple') return { type: 'tuple', items: [...left.items, ...right.items] };
  }
  try {
    if (a !== null && b !== null) return integers(left, a, op, right, b);
    if (left.type === 'complex' || right.type === 'complex') return complexes(left, op, right, rules);
    const x = real(left);
    const y = real(right);
    return x === null || y === null ? null : floats(x, op, y);
  } catch (error) {
    // What fails is left for the program to find out.
    if (error instanceof TextError) return null;
    throw error;
  }
}

function floats(x: number, op: Operator, y: number): Constant | null {
  switch (op) {
    case 'Add':
      return float(x + y);
    case 'Sub':
      return float(x - y);
    case 'Mult':
      return float(x * y);
    case 'Div':
      return float(floating.div(x, y));
    case 'FloorDiv':
      return float(floating.floordiv(x, y));
    case 'Mod':
      return float(floating.mod(x, y));
    case 'Pow': {
      const power = floating.pow(x, y);
      return power === null ? null : float(power);
    }
    default:
      return null;
  }
}

function integers(left: Constant, a: Whole, op: Operator, right: Constant, b: Whole): Constant | null {
  switch (op) {
    case 'Add':
      return int(integer.add(a, b));
    case 'Sub':
      return int(integer.sub(a, b));
    case 'Mult':
      return a !== 0 && b !== 0 && integer.mulBits(a, b) > MAX_BITS ? null : int(integer.mul(a, b));
    case 'Div':
      return float(integer.trueDiv(a, b));
    case 'FloorDiv':
      return int(integer.floordiv(a, b));
    case 'Mod':
      return int(integer.mod(a, b));
    case 'Pow':
      if (b < 0) return floats(integer.toFloat(a), op, integer.toFloat(b));
      if (typeof b === 'bigint' || (b > 0 && integer.bitLength(a) > Math.floor(MAX_BITS / b))) return null;
      return int(integer.pow(a, b));
    case 'LShift':
      if (a !== 0 && b !== 0 && (b > MAX_BITS || integer.bitLength(a) > MAX_BITS - Number(b))) return null;
      return int(integer.lshift(a, b));
    case 'RShift':
      return int(integer.rshift(a, b));
    case 'BitOr':
      return bitwise(left, right, integer.or(a, b));
    case 'BitXor':
      return bitwise(left, right, integer.xor(a, b));
    case 'BitAnd':
      return bitwise(left, right, integer.and(a, b));
    case 'MatMult':
      return null;
  }
}

/** Of two booleans comes a boolean. */
function bitwise(left: Constant, right: Constant, value: Whole): Constant {
  if (left.type === 'int' || right.type === 'int') return int(value);
  return value === 0 ? FALSE : TRUE;
}

const isSequence = (constant: Constant): boolean => constant.type === 'tuple' || constant.type === 'str' || constant.type === 'bytes';

function repeat(sequence: Constant, times: Whole): Constant | null {
  if (typeof times !== 'number') return null;
  const count = Math.max(times, 0);
  switch (sequence.type) {
    case 'tuple': {
      const size = sequence.items.length;
      if (size > 0 && (times < 0 || times > Math.floor(MAX_ITEMS / size))) return null;
      if (size > 0 && times > 0 && totalItems(sequence) > Math.floor(MAX_TOTAL_ITEMS / times)) return null;
      const items: Constant[] = [];
      for (let i = 0; i < count && size > 0; i++) items.push(...sequence.items);
      return { type: 'tuple', items };
    }
    case 'str': {
      const size = [...sequence.value].length;
      if (size > 0 && (times < 0 || times > Math.floor(MAX_TEXT / size))) return null;
      return { type: 'str', value: size === 0 ? '' : sequence.value.repeat(count) };
    }
    case 'bytes': {
      const size = sequence.value.length;
      if (size > 0 && (times < 0 || times > Math.floor(MAX_TEXT / size))) return null;
      const value = new Uint8Array(size === 0 ? 0 : size * count);
      for (let i = 0; i < value.length; i += size) value.set(sequence.value, i);
      return { type: 'bytes', value };
    }
    default:
      return null;
  }
}

function totalItems(constant: Constant): number {
  if (constant.type !== 'tuple') return 0;
  return constant.items.reduce((total, item) => total + totalItems(item), constant.items.length);
}

/** Sums and differences, which is how complex literals are written. */
function complexes(left: Constant, op: Operator, right: Constant, rules: FoldRules): Constant | null {
  if (op !== 'Add' && op !== 'Sub') return null;
  const sign = op === 'Add' ? 1 : -1;
  if (left.type === 'complex' && right.type === 'complex') {
    return { type: 'complex', real: left.real + sign * right.real, imag: left.imag + sign * right.imag };
  }
  if (left.type === 'complex') {
    const y = real(right);
    return y === null ? null
      : { type: 'complex', real: left.real + sign * y, imag: rules.mixedComplex ? left.imag : left.imag + sign * 0 };
  }
  const x = real(left);
  if (x === null || right.type !== 'complex') return null;
  const imag = rules.mixedComplex ? sign * right.imag : 0 + sign * right.imag;
  return { type: 'complex', real: x + sign * right.real, imag };
}

/** `constant[index]` for a whole index in range. */
function item(value: Constant, index: Constant): Constant | null {
  const at = whole(index);
  if (typeof at !== 'number') return null;
  switch (value.type) {
    case 'tuple':
      return value.items.at(at) ?? null;
    case 'bytes': {
      const byte = value.value.at(at);
      return byte === undefined ? null : { type: 'int', value: byte };
    }
    case 'str': {
      const character = Array.from(value.value).at(at);
      return character === undefined ? null : { type: 'str', value: character };
    }
    default:
      return null;
  }
}
