import { BinaryOp } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { FALSE, FLOAT, INT, STR, TRUE } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { binary, binaryFunction, unary } from '../../objects/core/arithmetic.ts';
import { comparisonFunction, richCompare, truthNow } from '../../objects/core/protocol.ts';
import type { Slots } from '../../objects/core/slots.ts';
import type { TypeObject } from '../../objects/core/typeobject.ts';
import { Resume } from '../../objects/frame.ts';
import { intArithmetic } from '../../objects/int-arithmetic.ts';
import { concat } from '../../objects/str.ts';
import { releaseOfOperator, releasePair } from '../operands.ts';
import { finishContains } from '../instructions/building.ts';
import { callDirectly, isDirect } from './direct.ts';
import { Otherwise, suspendOn, type Operation } from './operation.ts';

/** The slots of int by operator: they answer at once. */
const intSlots: Partial<Record<number, NonNullable<Slots['nb_add']>>> = {
  [BinaryOp.ADD]: intArithmetic.nb_add!,
  [BinaryOp.SUBTRACT]: intArithmetic.nb_subtract!,
  [BinaryOp.MULTIPLY]: intArithmetic.nb_multiply!,
  [BinaryOp.TRUE_DIVIDE]: intArithmetic.nb_true_divide!,
  [BinaryOp.FLOOR_DIVIDE]: intArithmetic.nb_floor_divide!,
  [BinaryOp.REMAINDER]: intArithmetic.nb_remainder!,
  [BinaryOp.LSHIFT]: intArithmetic.nb_lshift!,
  [BinaryOp.RSHIFT]: intArithmetic.nb_rshift!,
  [BinaryOp.AND]: intArithmetic.nb_and!,
  [BinaryOp.OR]: intArithmetic.nb_or!,
  [BinaryOp.XOR]: intArithmetic.nb_xor!,
};

/** On anything but two ints that are JavaScript's numbers. */
export const binaryOp: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const right = stack[sp - 1]!;
  const left = stack[sp - 2]!;
  const tl = heap.type[left];
  const op = instruction >>> 8;
  let result: Eventual = NULL;
  if (tl === heap.type[right]) {
    if (tl === FLOAT) {
      const a = heap.payload[left] as number;
      const b = heap.payload[right] as number;
      switch (op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op) {
        case BinaryOp.ADD:
          result = heap.allocate(FLOAT, a + b);
          break;
        case BinaryOp.SUBTRACT:
          result = heap.allocate(FLOAT, a - b);
          break;
        case BinaryOp.MULTIPLY:
          result = heap.allocate(FLOAT, a * b);
          break;
        case BinaryOp.TRUE_DIVIDE:
          if (b !== 0) result = heap.allocate(FLOAT, a / b);
          break;
      }
    } else if (tl === INT) {
      const slot = intSlots[op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op];
      if (slot !== undefined) result = slot(rt, left, right) as Ref;
    } else if (tl === STR && (op === BinaryOp.ADD || op === BinaryOp.ADD + BinaryOp.INPLACE)) {
      result = concat(rt, left, right);
    }
  }
  if (result === NULL) {
    const method = binaryFunction(rt, op, left, right);
    if (isDirect(vm, method, 2)) {
      callDirectly(vm, frame, sp, Resume.OPERATOR, 2, method, left, right);
      return Otherwise.REENTER;
    }
    result = binary(rt, op, left, right);
    if (result === SUSPENDED) return suspendOn(vm, frame, sp, 2);
  }
  stack[sp - 2] = result;
  releaseOfOperator(rt, left, right);
  return sp - 1;
};

/** Of anything but two numbers. */
export const compareOp: Operation = (vm, frame, sp, instruction) => {
  const { heap, stack } = vm.rt;
  const right = stack[sp - 1]!;
  const left = stack[sp - 2]!;
  if (((heap.payload[heap.type[left]!] as TypeObject).flags & (TypeFlag.GC | TypeFlag.HEAP)) === (TypeFlag.GC | TypeFlag.HEAP)) {
    const method = comparisonFunction(vm.rt, left, right, instruction >>> 8);
    if (isDirect(vm, method, 2)) {
      vm.rt.nesting++;
      callDirectly(vm, frame, sp, Resume.COMPARISON, 2, method, left, right);
      return Otherwise.REENTER;
    }
  }
  const result = richCompare(vm.rt, left, right, instruction >>> 8);
  if (result === SUSPENDED) return suspendOn(vm, frame, sp, 2);
  stack[sp - 2] = result;
  releasePair(vm.rt, left, right);
  return sp - 1;
};

export const containsOp: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const container = stack[sp - 1]!;
  const item = stack[sp - 2]!;
  const slot = (heap.payload[heap.type[container]!] as TypeObject).slots.sq_contains;
  const answer = slot === undefined ? SUSPENDED : slot(rt, container, item);
  if (answer === SUSPENDED) {
    frame.sp = sp;
    finishContains(vm, frame, container, item, slot !== undefined, instruction >>> 8 !== 0);
    return Otherwise.REENTER;
  }
  stack[sp - 2] = (answer === TRUE) === (instruction >>> 8 === 0) ? TRUE : FALSE;
  releasePair(rt, item, container);
  return sp - 1;
};

export const unaryNot: Operation = (vm, frame, sp) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const value = stack[sp - 1]!;
  const known = value === TRUE ? true : value === FALSE ? false : truthNow(rt, value);
  if (known === undefined) {
    frame.sp = sp;
    vm.testTruth(frame);
    return Otherwise.REENTER;
  }
  stack[sp - 1] = known ? FALSE : TRUE;
  heap.decref(value);
  return sp;
};

export const unaryNegative: Operation = (vm, frame, sp) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const value = stack[sp - 1]!;
  const result = unary(rt, 'nb_negative', value);
  if (result === SUSPENDED) return suspendOn(vm, frame, sp, 1);
  stack[sp - 1] = result;
  heap.decref(value);
  return sp;
};
