import { findHandler } from '../compiler/exceptiontable.ts';
import { Op, opcodeOf } from '../compiler/opcodes.ts';
import { NONE, RECURSION_ERROR } from '../heap/known.ts';
import { NULL, refColumn, type Ref } from '../heap/ref.ts';
import { codeOf } from '../objects/code.ts';
import { newException, raise, setContext } from '../objects/core/errors.ts';
import { newInstance } from '../objects/core/instance.ts';
import { itemsOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { copySlots, emptySlots } from '../objects/core/stackslots.ts';
import { endFrame, Frame, giveAway, Resume, sliceOfStack, type NativeFrame } from '../objects/frame.ts';
import { functionOf } from '../objects/function.ts';
import { generatorOf, GeneratorState } from '../objects/generator.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { bindArguments } from './calls.ts';

/** The Python frames of the machine: how they are pushed for a call or a generator, and how they end. */
export abstract class FrameStack {
  depth = 0;

  constructor(readonly rt: Runtime) {
    rt.nestingLimit = () => rt.profile.nestingLimit ?? rt.recursionLimit - this.depth - 1;
  }

  /** Finds the handler of `rt.exception`. */
  abstract propagate(addTraceback?: boolean, instruction?: number): void;

  /** Pushes a frame for a function; takes over `func` and the references in `args`, the last named by `names`. `at` is where its locals may begin. */
  pushFunction(func: Ref, args: readonly Ref[], names: readonly Ref[], at: number): Frame {
    const { rt } = this;
    const f = functionOf(rt, func);
    const code = codeOf(rt, f.code);
    const end = at + code.localsCount;
    if (end > rt.stack.length) this.growStack(end);
    try {
      if (this.depth >= rt.recursionLimit) this.tooDeep(args);
      if (!code.simple || names.length !== 0 || args.length !== code.argumentCount) bindArguments(rt, func, code, args, names, at);
      else {
        for (let i = 0; i < args.length; i++) rt.stack[at + i] = args[i]!;
        emptySlots(rt.stack, at + args.length, end);
      }
    } catch (error) {
      rt.heap.decref(func);
      throw error;
    }
    return this.newFrame(func, at);
  }

  private tooDeep(args: readonly Ref[]): never {
    for (const arg of args) this.rt.heap.decref(arg);
    raise(this.rt, RECURSION_ERROR, 'maximum recursion depth exceeded');
  }

  /** Makes the frame of a call current. The locals at `base` are the caller's to fill. */
  newFrame(func: Ref, base: number): Frame {
    const { rt } = this;
    const f = functionOf(rt, func);
    const code = codeOf(rt, f.code);
    rt.heap.incref(f.code);
    if (code.cacheKeys.length === 0) code.prepare();
    const caller = rt.activation!;
    const spare = caller.callee;
    let frame: Frame;
    if (spare === null) {
      frame = new Frame(func, f.code, code, f.globals, f.builtins, rt.profile.framesClearBackwards);
      frame.previous = caller;
      caller.callee = frame;
    } else {
      frame = spare;
      frame.func = func;
      frame.codeRef = f.code;
      if (frame.code !== code) frame.code = code;
      frame.globals = f.globals;
      frame.builtins = f.builtins;
      frame.pc = 0;
    }
    frame.base = base;
    frame.sp = base + code.localsCount;
    rt.activation = frame;
    this.depth++;
    const needed = frame.sp + code.data.stacksize + 8;
    if (needed > rt.stack.length) this.growStack(needed);
    return frame;
  }

  private growStack(needed: number): void {
    const { rt } = this;
    const wide = refColumn(Math.max(rt.stack.length * 2, needed));
    wide.set(rt.stack as unknown as Int32Array);
    rt.stack = wide;
  }

  /** Calls a function whose arguments lie on the stack from `first`, the last named by `names`; they and the callable move to the callee. */
  callFunction(func: Ref, first: number, given: number, names: readonly Ref[]): void {
    const { rt } = this;
    const f = functionOf(rt, func);
    const code = codeOf(rt, f.code);
    const missing = code.argumentCount - given;
    const defaults = f.defaults === NULL ? [] : itemsOf(rt, f.defaults);
    if (names.length === 0 && code.simple && missing > 0 && missing <= defaults.length && this.depth < rt.recursionLimit) {
      const frame = this.newFrame(func, first);
      const { stack } = rt;
      let at = first + given;
      for (let i = defaults.length - missing; i < defaults.length; i++) stack[at++] = rt.heap.incref(defaults[i]!);
      while (at < frame.sp) stack[at++] = NULL;
      return;
    }
    this.pushFunction(func, copySlots(rt.stack, first, given), names, first);
  }

  /**
   * Calls a plain class whose arguments lie on the stack from `first`: the instance goes on top of them and is the
   * callee's first argument (type_call). The arguments stay the caller's until the call is over.
   */
  instantiate(frame: Frame, type: Ref, init: Ref, first: number): void {
    const { rt } = this;
    const { heap } = rt;
    const end = frame.sp;
    const object = newInstance(rt, type, undefined);
    const callee = this.newFrame(heap.incref(init), end + 1);
    const { stack } = rt;
    stack[end] = object;
    stack[end + 1] = heap.incref(object);
    let to = end + 2;
    for (let i = first; i < end; i++) stack[to++] = heap.incref(stack[i]!);
    while (to < callee.sp) stack[to++] = NULL;
    frame.sp = end + 1;
    frame.resume = Resume.INIT;
  }

  /** Cells of the closure become the last locals. */
  copyFreeVars(frame: Frame, count: number): void {
    const { rt } = this;
    const cells = itemsOf(rt, functionOf(rt, frame.func).closure);
    const first = frame.base + frame.code.localsCount - count;
    for (let i = 0; i < count; i++) rt.stack[first + i] = rt.heap.incref(cells[i]!);
  }

  /** Continues a generator's frame above the activation `below` (gen_send_ex2). */
  resumeGenerator(self: Ref, value: Ref, raising: boolean, below: Frame | NativeFrame, pastDelegation = false): void {
    const { rt } = this;
    const generator = generatorOf(rt, self);
    const { frame } = generator;
    const base = below.sp;
    const needed = base + frame.code.localsCount + frame.code.data.stacksize + 8;
    if (needed > rt.stack.length) this.growStack(needed);
    const saved = frame.saved!;
    const { stack } = rt;
    const { length } = saved;
    for (let i = 0; i < length; i++) stack[base + i] = saved[i]!;
    frame.saved = null;
    if (frame.spare !== saved) frame.spare = saved;
    frame.base = base;
    frame.sp = base + length;
    // Whatever is thrown in meets the stack as if None had been sent.
    stack[frame.sp++] = value === NULL ? NONE : value;
    frame.previous = below;
    const excInfo = (frame.excInfo ??= { exception: NULL, previous: null });
    excInfo.previous = rt.excInfo;
    rt.excInfo = excInfo;
    generator.state = GeneratorState.RUNNING;
    rt.heap.incref(self);
    rt.activation = frame;
    this.depth++;
    if (raising) {
      // What the generator is handling becomes the context (_PyErr_ChainStackItem).
      if (frame.excInfo.exception !== NULL) setContext(rt, rt.exception);
      // The handler that CLEANUP_THROW has is the one around the delegation.
      this.propagate(true, pastDelegation ? cleanupOf(frame) : -1);
    } else if (this.depth > rt.recursionLimit) {
      rt.exception = newException(rt, RECURSION_ERROR, [rt.newStr('maximum recursion depth exceeded')]);
      this.propagate();
    }
  }

  /** Takes a generator's frame off the chain, its values saved (YIELD_VALUE). */
  parkGenerator(frame: Frame): void {
    const { rt } = this;
    const generator = generatorOf(rt, frame.generator);
    frame.saved = sliceOfStack(rt, frame.base, frame.sp, frame.spare);
    generator.state = GeneratorState.SUSPENDED;
    this.leaveGenerator(frame);
    rt.heap.decref(frame.generator);
  }

  private leaveGenerator(frame: Frame): void {
    const { rt } = this;
    rt.excInfo = frame.excInfo!.previous!;
    frame.excInfo!.previous = null;
    rt.activation = frame.previous;
    frame.previous = null;
    this.depth--;
  }

  /** A frame is over. Its temporaries are gone already; the activation below becomes current. */
  leaveFrame(frame: Frame): void {
    const { rt } = this;
    if (frame.generator === NULL) {
      rt.activation = frame.previous;
      this.depth--;
      giveAway(frame);
      endFrame(rt, frame);
      return;
    }
    const self = frame.generator;
    const { previous } = frame;
    generatorOf(rt, self).state = GeneratorState.COMPLETED;
    this.leaveGenerator(frame);
    // A frame object that outlives the frame finds out from this who ran it last.
    if (coroutinesOf(rt.profile.version).finishedFramesLinkBack) frame.previous = previous;
    frame.generator = NULL;
    endFrame(rt, frame);
    frame.previous = null;
    rt.heap.decref(self);
  }
}

/** The CLEANUP_THROW of the delegation at which a frame waits, −1 if it waits at none. */
function cleanupOf({ code, instruction }: Frame): number {
  const { exceptionTable, instructions } = code.data;
  const entry = findHandler(exceptionTable, instruction);
  const target = entry < 0 ? -1 : exceptionTable[entry + 2]!;
  return target >= 0 && opcodeOf(instructions[target]!) === Op.CLEANUP_THROW ? target : -1;
}
