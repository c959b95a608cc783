import { SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Frame } from '../../objects/frame.ts';
import type { Interpreter } from '../interpreter.ts';

/** An instruction outside the loop's own: works on the frame's stack through `frame.sp`. */
export type Instruction = (vm: Interpreter, frame: Frame, argument: number) => void;

/** The value `depth` below the top (1 = the top). */
export const peek = (vm: Interpreter, frame: Frame, depth: number): Ref => vm.rt.stack[frame.sp - depth]!;

export function push(vm: Interpreter, frame: Frame, value: Ref): void {
  vm.rt.stack[frame.sp++] = value;
}

/** The top of the stack, whose reference becomes the caller's. */
export const pop = (vm: Interpreter, frame: Frame): Ref => vm.rt.stack[--frame.sp]!;

/** Drops `count` operands, from the lowest up, and pushes the result unless it is NULL; at once or when it has come. */
export function finish(vm: Interpreter, frame: Frame, count: number, result: Eventual): void {
  frame.popCount = count;
  if (result === SUSPENDED) vm.suspend(frame);
  else vm.finishInstruction(frame, result);
}
