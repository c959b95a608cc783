import { BinaryOp, Compare } from '../compiler/opcodes.ts';
import { INT, SMALL_INT, SMALL_INT_MIN } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { Runtime } from '../objects/core/runtime.ts';

/**
 * What BINARY_OP makes of two ints that are JavaScript's numbers: a new reference, or NULL where `binary` is to tell.
 * `spare` is an int whose last reference the instruction drops, or NULL: it becomes the result where one has to be made.
 */
export function intOperation(rt: Runtime, operator: number, a: number, b: number, spare: Ref): Ref {
  let value: number;
  switch (operator >= BinaryOp.INPLACE ? operator - BinaryOp.INPLACE : operator) {
    case BinaryOp.ADD:
      value = a + b;
      break;
    case BinaryOp.SUBTRACT:
      value = a - b;
      break;
    case BinaryOp.MULTIPLY:
      value = a * b + 0;
      break;
    case BinaryOp.FLOOR_DIVIDE:
      if (b <= 0 || a < 0 || a > 0x7fffffff) return NULL;
      value = Math.floor(a / b);
      break;
    case BinaryOp.REMAINDER:
      if (b <= 0 || a < 0) return NULL;
      value = a % b;
      break;
    case BinaryOp.AND:
      if ((a | 0) !== a || (b | 0) !== b) return NULL;
      value = a & b;
      break;
    case BinaryOp.OR:
      if ((a | 0) !== a || (b | 0) !== b) return NULL;
      value = a | b;
      break;
    case BinaryOp.XOR:
      if ((a | 0) !== a || (b | 0) !== b) return NULL;
      value = a ^ b;
      break;
    case BinaryOp.LSHIFT:
      if ((a | 0) !== a || b < 0 || b > 20) return NULL;
      value = a * (1 << b);
      break;
    case BinaryOp.RSHIFT:
      if ((a | 0) !== a || b < 0 || b > 31) return NULL;
      value = a >> b;
      break;
    default:
      return NULL;
  }
  if (value >= SMALL_INT_MIN && value <= rt.profile.smallIntMax) return (SMALL_INT + value) as Ref;
  if (!Number.isSafeInteger(value)) return NULL;
  if (spare === NULL) return rt.heap.allocate(INT, value);
  rt.heap.payload[spare] = value;
  return spare;
}

/** Whether a comparison of two numbers holds. */
export function numbersCompare(operator: number, a: number, b: number): boolean {
  switch (operator) {
    case Compare.LT:
      return a < b;
    case Compare.LE:
      return a <= b;
    case Compare.EQ:
      return a === b;
    case Compare.NE:
      return a !== b;
    case Compare.GT:
      return a > b;
    default:
      return a >= b;
  }
}
