import { findHandler } from '../compiler/exceptiontable.ts';
import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import { ATTRIBUTE_ERROR, STOP_ITERATION } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { caught, ExceptionField, exceptionOf, matches, setContext } from '../objects/core/errors.ts';
import { PythonError } from '../objects/core/suspend.ts';
import { type Frame, frameObject, Resume } from '../objects/frame.ts';
import { stopError } from '../objects/generator-types.ts';
import { newTraceback } from '../objects/traceback.ts';
import { FrameStack } from './frames.ts';
import type { After } from './interludes.ts';

/** How an exception moves along the activations. */
export abstract class Unwinder extends FrameStack {
  /** Result of the outermost activation, once it is over: a value, or NULL with `failure` set. */
  result: Ref = NULL;
  failure: Ref = NULL;
  finished = true;
  /** The built-in on top is resumed with `rt.exception`. */
  protected raising = false;

  /** Finalisers and callbacks wait: they run before anything else goes on. */
  abstract runDeaths(after?: After): void;

  /**
   * `rt.exception` flies: finds its handler in the activations, top first (exception_unwind).
   * `instruction` is the one whose handler is wanted where it is not the frame's current one.
   * 1 a built-in may catch it; 2 a Python frame gets a traceback entry; 3 its exception table is asked; 4 the frame ends.
   */
  propagate(addTraceback = true, instruction = -1): void {
    const { rt } = this;
    let traced = !addTraceback;
    let at = instruction;
    for (;;) {
      const top = rt.activation;
      if (top === null) {
        this.finished = true;
        this.failure = rt.exception;
        rt.exception = NULL;
        return;
      }
      if (!top.isPython) {
        this.raising = true;
        return;
      }
      if (top.resume >= Resume.METHOD_ANSWER && top.resume <= Resume.NEXT) {
        const endsLoop = top.resume === Resume.NEXT && matches(rt, rt.exception, STOP_ITERATION);
        this.dropMethod(top);
        if (endsLoop) {
          rt.heap.decref(caught(rt, PythonError.raised));
          this.endLoop(top);
          return;
        }
      }
      this.noteAttribute(top);
      if (top.resume === Resume.INIT) {
        // The instance that was being initialised goes before anything else sees the exception.
        top.resume = Resume.FINISH;
        rt.heap.decref(rt.stack[--top.sp]!);
        if (rt.heap.deaths.blocked !== NULL) {
          this.runDeaths({ then: 'raise', exception: caught(rt, PythonError.raised), unwinding: null });
          return;
        }
      }
      if (!traced) this.addTraceback(top);
      traced = false;
      const raising = at < 0 ? top.instruction : at;
      if (this.handle(top, raising)) return;
      at = -1;
      this.unwindStack(top, top.base + top.code.localsCount);
      if (rt.heap.deaths.blocked !== NULL) {
        // Finalisers of dropped temporaries run while the frame is still there.
        this.runDeaths({ then: 'raise', exception: caught(rt, PythonError.raised), unwinding: { instruction: raising } });
        return;
      }
      if (top.generator !== NULL) this.convertStopIteration(top);
      this.leaveFrame(top);
      if (rt.heap.deaths.blocked !== NULL) {
        this.runDeaths({ then: 'raise', exception: caught(rt, PythonError.raised), unwinding: null });
        return;
      }
    }
  }

  /** The operands of the instruction that failed are on the stack still. */
  noteOperands(frame: Frame): void {
    frame.popCount = operandsOf(frame.code.data.instructions[frame.instruction]!);
  }

  /** Raises an exception, whose reference it takes, in the running frame: cheaper than to throw through JavaScript. */
  raiseNow(exception: Ref): void {
    const { activation } = this.rt;
    if (activation !== null && activation.isPython) this.noteOperands(activation);
    setContext(this.rt, exception);
    this.rt.exception = exception;
    this.propagate();
  }

  /** An AttributeError of an attribute access knows the object and the name (_PyObject_SetAttributeErrorContext). */
  private noteAttribute(frame: Frame): void {
    const { rt } = this;
    const instruction = frame.code.data.instructions[frame.instruction]!;
    const op = opcodeOf(instruction);
    if ((op !== Op.LOAD_ATTR && op !== Op.LOAD_METHOD) || !matches(rt, rt.exception, ATTRIBUTE_ERROR)) return;
    const payload = exceptionOf(rt, rt.exception);
    if (payload.fields[ExceptionField.ATTRIBUTE_NAME] || payload.fields[ExceptionField.ATTRIBUTE_OBJECT]) return;
    payload.fields[ExceptionField.ATTRIBUTE_NAME] = rt.heap.incref(frame.code.names[argumentOf(instruction)]!);
    payload.fields[ExceptionField.ATTRIBUTE_OBJECT] = rt.heap.incref(rt.stack[frame.sp - 1]!);
  }

  private addTraceback(frame: Frame): void {
    const { rt } = this;
    const exception = exceptionOf(rt, rt.exception);
    const next = exception.traceback;
    exception.traceback = newTraceback(rt, next, rt.heap.incref(frameObject(rt, frame)), frame.instruction, frame.line);
  }

  /** The iterator on top of the stack is exhausted: FOR_ITER's jump. */
  protected endLoop(frame: Frame): void {
    const { rt } = this;
    const at = frame.instruction;
    rt.heap.decref(rt.stack[--frame.sp]!);
    if (rt.heap.deaths.blocked !== NULL) frame.executed = at;
    frame.pc = argumentOf(frame.code.instructions[at]!);
  }

  /** The special method above an instruction's operands is over. */
  protected dropMethod(frame: Frame): void {
    const { rt } = this;
    if (frame.resume === Resume.COMPARISON) rt.nesting--;
    frame.resume = Resume.FINISH;
    rt.heap.decref(rt.stack[--frame.sp]!);
  }

  /** Jumps to the handler of the instruction that raised, if there is one. */
  private handle(frame: Frame, instruction: number): boolean {
    const { rt } = this;
    const entry = findHandler(frame.code.data.exceptionTable, instruction);
    if (entry < 0) return false;
    const table = frame.code.data.exceptionTable;
    this.unwindStack(frame, frame.base + frame.code.localsCount + table[entry + 3]!);
    if (rt.heap.deaths.blocked !== NULL) {
      // Finalisers of dropped temporaries run before the handler, where the frame still is.
      this.runDeaths({ then: 'raise', exception: caught(rt, PythonError.raised), unwinding: { instruction } });
      return true;
    }
    if (table[entry + 4] === 1) rt.stack[frame.sp++] = rt.newInt(frame.instruction);
    rt.stack[frame.sp++] = rt.exception;
    rt.exception = NULL;
    frame.pc = table[entry + 2]!;
    frame.resume = Resume.FINISH;
    frame.popCount = 0;
    return true;
  }

  /**
   * Drops temporaries down to a height, the topmost first; but before them the operands of the instruction under way, in
   * the order in which it does so itself: up to 3.13 from the lowest up.
   */
  private unwindStack(frame: Frame, height: number): void {
    const { stack, heap } = this.rt;
    const operands = frame.sp - frame.popCount;
    frame.popCount = 0;
    if (operands >= height && (this.rt.profile.failedOperandsGoFromBelow || alwaysFromBelow(frame))) {
      for (let i = operands; i < frame.sp; i++) heap.xdecref(stack[i]!);
      frame.sp = operands;
    }
    while (frame.sp > height) {
      const value = stack[--frame.sp]!;
      if (value !== NULL) heap.decref(value);
    }
  }

  /** Up to 3.11 a StopIteration leaving a generator becomes RuntimeError here; later code does it (gen_send_ex2). */
  private convertStopIteration(frame: Frame): void {
    const { rt } = this;
    if (rt.profile.stopIterationHandledInCode) return;
    const error = stopError(rt, rt.exception, frame.code.data.flags);
    if (error === NULL) return;
    rt.heap.decref(rt.exception);
    rt.exception = error;
  }
}

function alwaysFromBelow({ code, instruction }: Frame): boolean {
  const op = opcodeOf(code.data.instructions[instruction]!);
  return op === Op.BUILD_SET || op === Op.RAISE_VARARGS;
}

/** How many operands the loop leaves in place until an instruction has succeeded; 0 for those that it does not do itself. */
function operandsOf(instruction: number): number {
  switch (opcodeOf(instruction)) {
    case Op.BINARY_OP:
    case Op.COMPARE_OP:
    case Op.CONTAINS_OP:
    case Op.BINARY_SUBSCR:
    case Op.STORE_ATTR:
    case Op.DELETE_SUBSCR:
      return 2;
    case Op.STORE_SUBSCR:
      return 3;
    case Op.CALL:
      return argumentOf(instruction) + 2;
    case Op.RAISE_VARARGS:
      return argumentOf(instruction);
    default:
      return 0;
  }
}
