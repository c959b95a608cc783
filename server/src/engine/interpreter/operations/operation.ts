import type { Ref } from '../../heap/ref.ts';
import type { Frame } from '../../objects/frame.ts';
import type { Interpreter } from '../interpreter.ts';

/**
 * A frequent instruction, or what is less frequent about one, that the loop leaves to a function so that it stays short:
 * V8 compiles the loop as a whole, which takes it more than a second of a long one, and again when a part of it meets
 * something new.
 *
 * `sp` is the stack pointer, the answer the one after it or an Otherwise. Operands stay on the stack until nothing can fail.
 */
export type Operation = (vm: Interpreter, frame: Frame, sp: number, instruction: number) => number;

export const enum Otherwise {
  /** Another activation may be on top; `frame.sp` has been written. */
  REENTER = -1,
  /** The instruction is for `execute`. */
  EXECUTE = -2,
  /** The iterator on top is exhausted. */
  END_LOOP = -3,
  /** The operands have changed: the instruction begins again. */
  AGAIN = -4,
}

/** The instruction waits for Python code, whose answer takes the place of `count` operands. */
export function suspendOn(vm: Interpreter, frame: Frame, sp: number, count: number): number {
  frame.sp = sp;
  frame.popCount = count;
  vm.suspend(frame);
  return Otherwise.REENTER;
}

/** The instruction raises an exception that has just been made; owned. */
export function raiseAt(vm: Interpreter, frame: Frame, sp: number, exception: Ref): number {
  frame.sp = sp;
  vm.raiseNow(exception);
  return Otherwise.REENTER;
}
