import { BinaryOp } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { FUNCTION, NONE, NOT_IMPLEMENTED, OVERFLOW_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { raise } from './errors.ts';
import { isSubtype, lookup, typeName } from './lookup.ts';
import { index } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import type { Slots } from './slots.ts';
import { begin, settle, type Steps } from './suspend.ts';

type BinarySlot = (rt: Runtime, left: Ref, right: Ref) => Eventual;
type PowerSlot = NonNullable<Slots['nb_power']>;
export type BinarySlotName = Extract<keyof Slots, `nb_${string}`>;

interface Operator {
  readonly slot: BinarySlotName;
  readonly inplace: BinarySlotName;
  readonly sign: string;
}

/** By BinaryOp. */
const operators: readonly Operator[] = [
  { slot: 'nb_add', inplace: 'nb_inplace_add', sign: '+' },
  { slot: 'nb_and', inplace: 'nb_inplace_and', sign: '&' },
  { slot: 'nb_floor_divide', inplace: 'nb_inplace_floor_divide', sign: '//' },
  { slot: 'nb_lshift', inplace: 'nb_inplace_lshift', sign: '<<' },
  { slot: 'nb_matrix_multiply', inplace: 'nb_inplace_matrix_multiply', sign: '@' },
  { slot: 'nb_multiply', inplace: 'nb_inplace_multiply', sign: '*' },
  { slot: 'nb_remainder', inplace: 'nb_inplace_remainder', sign: '%' },
  { slot: 'nb_or', inplace: 'nb_inplace_or', sign: '|' },
  { slot: 'nb_power', inplace: 'nb_inplace_power', sign: '** or pow()' },
  { slot: 'nb_rshift', inplace: 'nb_inplace_rshift', sign: '>>' },
  { slot: 'nb_subtract', inplace: 'nb_inplace_subtract', sign: '-' },
  { slot: 'nb_true_divide', inplace: 'nb_inplace_true_divide', sign: '/' },
  { slot: 'nb_xor', inplace: 'nb_inplace_xor', sign: '^' },
];

/** A binary operator by BinaryOp, in-place forms included (PyNumber_Add and the rest). */
export function binary(rt: Runtime, op: number, left: Ref, right: Ref): Eventual {
  const inplace = op >= BinaryOp.INPLACE;
  const { slot, inplace: inplaceSlot } = operators[inplace ? op - BinaryOp.INPLACE : op]!;
  const sl = rt.typeOf(left).slots;
  const sr = rt.typeOf(right).slots;
  // What the first slot decides needs no generator, unless it has to run Python code or declines.
  if (!inplace || sl[inplaceSlot] === undefined) {
    const own = sl[slot] as PowerSlot | undefined;
    const other = sr[slot] === own ? undefined : sr[slot];
    if (own !== undefined && (other === undefined || !isSubtype(rt, rt.heap.type[right]!, rt.heap.type[left]!))) {
      const result = own(rt, left, right, NONE);
      return result === SUSPENDED || result === NOT_IMPLEMENTED ? begin(rt, afterLeft(rt, op, left, right, result)) : result;
    }
    if (slot === 'nb_add' && sr.nb_add === undefined) {
      const concat = (inplace ? sl.sq_inplace_concat : undefined) ?? sl.sq_concat;
      if (concat !== undefined) return concat(rt, left, right);
    }
  }
  return begin(rt, binarySteps(rt, op, left, right));
}

/**
 * The Python function that a binary operator calls first, the left operand's method, borrowed; NULL where it is not as
 * simple. What follows if it declines is in `binaryDeclined`.
 */
export function binaryFunction(rt: Runtime, op: number, left: Ref, right: Ref): Ref {
  const { heap } = rt;
  const tl = heap.type[left]!;
  const tr = heap.type[right]!;
  const { flags, slots } = rt.typeObject(tl);
  if ((flags & TypeFlag.HEAP) === 0) return NULL;
  const { slot, inplace } = operators[op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op]!;
  const name = methodNames[slot];
  if (name === undefined || slots[slot] === undefined || (op >= BinaryOp.INPLACE && slots[inplace] !== undefined)) return NULL;
  if (tl !== tr && (rt.typeObject(tr).slots[slot] === slots[slot] || isSubtype(rt, tr, tl))) return NULL;
  const method = lookup(rt, tl, rt.name(name));
  return method !== NULL && heap.type[method] === FUNCTION ? method : NULL;
}

export const binaryDeclined = (rt: Runtime, op: number, left: Ref, right: Ref): Eventual => begin(rt, afterLeft(rt, op, left, right, NOT_IMPLEMENTED));

const methodNames: Readonly<Partial<Record<BinarySlotName, string>>> = {
  nb_add: '__add__',
  nb_and: '__and__',
  nb_floor_divide: '__floordiv__',
  nb_lshift: '__lshift__',
  nb_matrix_multiply: '__matmul__',
  nb_multiply: '__mul__',
  nb_remainder: '__mod__',
  nb_or: '__or__',
  nb_rshift: '__rshift__',
  nb_subtract: '__sub__',
  nb_true_divide: '__truediv__',
  nb_xor: '__xor__',
};

function* binarySteps(rt: Runtime, op: number, left: Ref, right: Ref): Steps<Ref> {
  const inplace = op >= BinaryOp.INPLACE;
  const operator = operators[inplace ? op - BinaryOp.INPLACE : op]!;
  if (inplace) {
    const slot = rt.typeOf(left).slots[operator.inplace] as BinarySlot | undefined;
    if (slot !== undefined) {
      const result = yield* settle(rt, slot(rt, left, right));
      if (result !== NOT_IMPLEMENTED) return result;
    }
  }
  return yield* afterNumbers(rt, op, left, right, begin(rt, binaryOp1(rt, left, right, operator.slot)));
}

/** What follows the answer of the left operand's slot: the right one's, then as in `afterNumbers`. */
function* afterLeft(rt: Runtime, op: number, left: Ref, right: Ref, answer: Eventual): Steps<Ref> {
  let result = yield* settle(rt, answer);
  if (result === NOT_IMPLEMENTED) {
    const { slot } = operators[op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op]!;
    const other = rt.typeOf(right).slots[slot] as PowerSlot | undefined;
    if (other !== undefined && other !== rt.typeOf(left).slots[slot]) result = yield* settle(rt, other(rt, left, right, NONE));
  }
  return yield* afterNumbers(rt, op, left, right, result);
}

/** What follows the number slots' answer: sequences, or the error. */
function* afterNumbers(rt: Runtime, op: number, left: Ref, right: Ref, answer: Eventual): Steps<Ref> {
  const inplace = op >= BinaryOp.INPLACE;
  const operator = operators[inplace ? op - BinaryOp.INPLACE : op]!;
  const result = yield* settle(rt, answer);
  if (result !== NOT_IMPLEMENTED) return result;
  const sequence = yield* sequenceOperator(rt, operator.slot, left, right, inplace);
  if (sequence !== NULL) return sequence;
  unsupportedOperands(rt, operator.sign === '** or pow()' && inplace ? '**=' : operator.sign + (inplace ? '=' : ''), left, right);
}

/** Mirrors binary_op1(): the right operand goes first if its type is a subclass with a slot of its own. */
export function* binaryOp1(rt: Runtime, left: Ref, right: Ref, name: BinarySlotName): Steps<Ref> {
  const tl = rt.heap.type[left]!;
  const tr = rt.heap.type[right]!;
  const slotLeft = rt.typeObject(tl).slots[name] as BinarySlot | undefined;
  let slotRight = tl === tr ? undefined : (rt.typeObject(tr).slots[name] as BinarySlot | undefined);
  if (slotRight === slotLeft) slotRight = undefined;
  const apply = (slot: BinarySlot): Eventual =>
    name === 'nb_power' ? (slot as PowerSlot)(rt, left, right, NONE) : slot(rt, left, right);
  if (slotLeft !== undefined) {
    if (slotRight !== undefined && isSubtype(rt, tr, tl)) {
      const result = yield* settle(rt, apply(slotRight));
      if (result !== NOT_IMPLEMENTED) return result;
      slotRight = undefined;
    }
    const result = yield* settle(rt, apply(slotLeft));
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (slotRight !== undefined) {
    const result = yield* settle(rt, apply(slotRight));
    if (result !== NOT_IMPLEMENTED) return result;
  }
  return NOT_IMPLEMENTED;
}

/** Concatenation and repetition, tried after the number slots; NULL if they do not apply. */
function* sequenceOperator(rt: Runtime, slot: BinarySlotName, left: Ref, right: Ref, inplace: boolean): Steps<Ref> {
  const sl = rt.typeOf(left).slots;
  const sr = rt.typeOf(right).slots;
  if (slot === 'nb_add') {
    const concat = (inplace ? sl.sq_inplace_concat : undefined) ?? sl.sq_concat;
    return concat === undefined ? NULL : yield* settle(rt, concat(rt, left, right));
  }
  if (slot !== 'nb_multiply') return NULL;
  const repeatLeft = (inplace ? sl.sq_inplace_repeat : undefined) ?? sl.sq_repeat;
  if (repeatLeft !== undefined) return yield* settle(rt, repeatLeft(rt, left, yield* repeatCount(rt, right)));
  if (sr.sq_repeat !== undefined) return yield* settle(rt, sr.sq_repeat(rt, right, yield* repeatCount(rt, left)));
  return NULL;
}

function* repeatCount(rt: Runtime, object: Ref): Steps<number> {
  if (rt.typeOf(object).slots.nb_index === undefined) {
    raise(rt, TYPE_ERROR, `can't multiply sequence by non-int of type '${typeName(rt, object)}'`);
  }
  const count = yield* index(rt, object);
  if (count >= 2 ** 63 || count < -(2 ** 63)) raise(rt, OVERFLOW_ERROR, `cannot fit '${typeName(rt, object)}' into an index-sized integer`);
  return Math.max(Number(count), 0);
}

export function unsupportedOperands(rt: Runtime, sign: string, left: Ref, right: Ref): never {
  raise(rt, TYPE_ERROR, `unsupported operand type(s) for ${sign}: '${typeName(rt, left)}' and '${typeName(rt, right)}'`);
}

type UnarySlotName = 'nb_negative' | 'nb_positive' | 'nb_invert' | 'nb_absolute';

const unarySigns: Readonly<Record<UnarySlotName, string>> = {
  nb_negative: 'unary -',
  nb_positive: 'unary +',
  nb_invert: 'unary ~',
  nb_absolute: 'abs()',
};

export function unary(rt: Runtime, name: UnarySlotName, object: Ref): Eventual {
  const slot = rt.typeOf(object).slots[name];
  if (slot === undefined) raise(rt, TYPE_ERROR, `bad operand type for ${unarySigns[name]}: '${typeName(rt, object)}'`);
  return slot(rt, object);
}
