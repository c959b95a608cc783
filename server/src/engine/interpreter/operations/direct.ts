import { FUNCTION } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { codeOf } from '../../objects/code.ts';
import { emptySlots } from '../../objects/core/stackslots.ts';
import { Resume, type Frame } from '../../objects/frame.ts';
import { functionOf } from '../../objects/function.ts';
import type { Interpreter } from '../interpreter.ts';

/** Calls nearer to the limit go the long way, which counts the built-ins in between too. */
const margin = 2;

/**
 * Whether a special method can be called with `count` arguments by pushing its frame on the operands: a Python function
 * without stars, no finaliser before it, and the recursion limit far away.
 */
export function isDirect(vm: Interpreter, method: Ref, count: number): boolean {
  const { rt } = vm;
  const { heap } = rt;
  if (method === NULL || heap.type[method] !== FUNCTION || heap.deaths.blocked !== NULL || vm.depth >= rt.recursionLimit - margin) return false;
  const { simple, argumentCount } = codeOf(rt, functionOf(rt, method).code);
  return simple && argumentCount === count;
}

/**
 * Calls such a method on one or two operands, without a built-in in between. The operands stay on the stack, the method
 * above them, unless its frame alone holds it (FINISH); with its answer the instruction goes on as `resume` says.
 */
export function callDirectly(vm: Interpreter, frame: Frame, sp: number, resume: Resume, operands: number, method: Ref, first: Ref, second: Ref = NULL): void {
  const { rt } = vm;
  const { heap } = rt;
  let at = sp;
  if (resume !== Resume.FINISH) rt.stack[at++] = heap.incref(method);
  frame.sp = at;
  frame.popCount = operands;
  frame.resume = resume;
  const callee = vm.newFrame(heap.incref(method), at);
  // The stack may be another now.
  const { stack } = rt;
  stack[at++] = heap.incref(first);
  if (second !== NULL) stack[at++] = heap.incref(second);
  emptySlots(stack, at, callee.sp);
}
