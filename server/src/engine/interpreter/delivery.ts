import { argumentOf } from '../compiler/opcodes.ts';
import { NONE, NOT_IMPLEMENTED, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { raise } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { Resume, type Frame } from '../objects/frame.ts';
import { releaseOperands } from './operands.ts';
import { Unwinder } from './unwinding.ts';

/** How a value comes back to the activation that waits for it. */
export abstract class Delivery extends Unwinder {
  /** What the built-in on top is resumed with, unless an exception is. */
  protected incoming: Ref = NULL;

  /** An operator whose left operand's method declined goes on with what follows it. */
  protected abstract askRightOperand(frame: Frame): void;

  /** Gives a value to the activation on top; `NULL` means "nothing" where the operation answers none. */
  deliver(value: Ref): void {
    const { rt } = this;
    const top = rt.activation;
    if (top === null) {
      this.finished = true;
      this.result = value;
    } else if (!top.isPython) {
      if (rt.heap.deaths.blocked !== NULL) this.runDeaths({ then: 'deliver', value });
      else this.incoming = value;
    } else this.finishInstruction(top, value);
  }

  /** The instruction of a Python frame that waited has its result. */
  finishInstruction(frame: Frame, value: Ref): void {
    const { rt } = this;
    const { stack, heap } = rt;
    switch (frame.resume) {
      case Resume.FINISH:
        if (rt.journal !== null && value !== NULL) rt.journal.answered(frame.code, frame.pc, value);
        this.dropOperands(frame);
        if (value !== NULL) stack[frame.sp++] = value;
        return;
      case Resume.METHOD:
        rt.journal?.answered(frame.code, frame.pc, value);
        frame.resume = Resume.FINISH;
        this.dropOperands(frame);
        stack[frame.sp++] = value;
        stack[frame.sp++] = NULL;
        return;
      case Resume.TRUTH:
        frame.resume = Resume.FINISH;
        this.dropOperands(frame);
        stack[frame.sp++] = value;
        frame.pc--;
        return;
      case Resume.ARGUMENTS: {
        frame.resume = Resume.FINISH;
        const at = frame.sp - 1 - (argumentOf(frame.code.instructions[frame.pc - 1]!) & 1);
        const iterable = stack[at]!;
        stack[at] = value;
        heap.decref(iterable);
        frame.pc--;
        return;
      }
      case Resume.INIT: {
        const object = stack[frame.sp - 1]!;
        if (value !== NONE) this.initReturned(value);
        frame.resume = Resume.FINISH;
        frame.sp--;
        frame.popCount = argumentOf(frame.code.instructions[frame.pc - 1]!) + 2;
        this.dropOperands(frame);
        stack[frame.sp++] = object;
        return;
      }
      case Resume.METHOD_ANSWER:
        this.dropMethod(frame);
        this.finishInstruction(frame, value);
        return;
      case Resume.OPERATOR:
      case Resume.COMPARISON:
        this.dropMethod(frame);
        if (value === NOT_IMPLEMENTED) this.askRightOperand(frame);
        else this.finishInstruction(frame, value);
        return;
      case Resume.NEXT:
        this.dropMethod(frame);
        stack[frame.sp++] = value;
        return;
      case Resume.UNPACK: {
        frame.resume = Resume.FINISH;
        this.dropOperands(frame);
        const items = heap.payload[value] as Ref[];
        for (let i = items.length - 1; i >= 0; i--) stack[frame.sp++] = heap.incref(items[i]!);
        heap.decref(value);
        return;
      }
      case Resume.FOR_ITER:
        frame.resume = Resume.FINISH;
        if (value !== NULL) stack[frame.sp++] = value;
        else this.endLoop(frame);
        return;
      case Resume.SEND:
        frame.resume = Resume.FINISH;
        stack[frame.sp++] = value;
        return;
      case Resume.SENT:
        frame.resume = Resume.FINISH;
        this.dropOperands(frame);
        if (value !== NULL) stack[frame.sp++] = value;
        else {
          stack[frame.sp++] = rt.generatorReturn;
          rt.generatorReturn = NULL;
          frame.pc = argumentOf(frame.code.instructions[frame.pc - 1]!);
        }
        return;
      case Resume.DISCARD:
        frame.resume = Resume.FINISH;
        heap.xdecref(value);
        return;
    }
  }

  private initReturned(value: Ref): never {
    const type = typeName(this.rt, value);
    this.rt.heap.decref(value);
    raise(this.rt, TYPE_ERROR, `__init__() should return None, not '${type}'`);
  }

  private dropOperands(frame: Frame): void {
    const top = frame.sp;
    frame.sp -= frame.popCount;
    frame.popCount = 0;
    if (frame.sp !== top) releaseOperands(this.rt, frame.code.data.instructions[frame.pc - 1]!, frame.sp, top);
  }

  /** A generator's frame returned: what its resumer makes of the value (owned). */
  deliverReturn(value: Ref): void {
    const { rt } = this;
    const top = rt.activation;
    if (top !== null && top.isPython && top.resume === Resume.FOR_ITER) {
      rt.heap.decref(value);
      top.resume = Resume.FINISH;
      this.endLoop(top);
    } else if (top !== null && top.isPython && top.resume === Resume.SEND) {
      top.resume = Resume.FINISH;
      rt.stack[top.sp++] = value;
      top.pc = argumentOf(top.code.instructions[top.pc - 1]!);
    } else {
      if (top !== null && !top.isPython && top.request?.resume?.dropsReturn === true) rt.heap.decref(value);
      else rt.generatorReturn = value;
      this.deliver(NULL);
    }
  }
}
