import { findHandler } from '../compiler/exceptiontable.ts';
import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, FUNCTION, METHOD, NONE, OBJECT, RECURSION_ERROR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, refColumn, SUSPENDED, type Ref } from '../heap/ref.ts';
import { codeOf } from '../objects/code.ts';
import { caught, ExceptionField, exceptionOf, matches, newException, raise, raiseNameError, setContext } from '../objects/core/errors.ts';
import { newInstance } from '../objects/core/instance.ts';
import { lookup, typeName } from '../objects/core/lookup.ts';
import { itemsOf, newDict, tableOf } from '../objects/core/make.ts';
import { BuiltinFunction, MethodDescriptor } from '../objects/descriptors.ts';
import { RunStopped, type Runtime } from '../objects/core/runtime.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import { truth } from '../objects/core/protocol.ts';
import { asking, begin, PythonError, type CallRequest, type Steps } from '../objects/core/suspend.ts';
import { endFrame, Frame, frameObject, giveAway, NativeFrame, Resume, sliceOfStack } from '../objects/frame.ts';
import { functionOf, methodOf } from '../objects/function.ts';
import { generatorOf, GeneratorState } from '../objects/generator.ts';
import { stopError } from '../objects/generator-types.ts';
import { newTraceback } from '../objects/traceback.ts';
import { bindArguments } from './calls.ts';
import { collectSteps } from './collect.ts';
import { deathSteps } from './deaths.ts';
import { evaluate } from './evaluate.ts';
import { importFunction } from './imports.ts';
import { raiseUnbound } from './instructions/names.ts';

/** What happens to the activation below when an interlude (finalisers, a collection) is over. */
type After =
  | { readonly then: 'resume' }
  | { readonly then: 'deliver'; readonly value: Ref }
  | { readonly then: 'raise'; readonly exception: Ref; readonly unwinding: Unwinding | null }
  | { readonly then: 'perform'; readonly request: CallRequest };

/** The search for a handler that was interrupted: the frame on top has its traceback entry already. */
interface Unwinding {
  readonly instruction: number;
}

/** A built-in activation that the loop put in between; its own result is dropped. */
class Interlude extends NativeFrame {
  constructor(
    steps: Steps<Ref>,
    previous: NativeFrame['previous'],
    sp: number,
    readonly after: After,
  ) {
    super(steps, previous, sp, null);
  }
}

/**
 * The machine: a chain of activations, Python frames and waiting built-ins, and the steps that move values and
 * exceptions between them. Nothing here recurses in JavaScript for a Python call.
 */
export class Interpreter {
  steps = 0;
  /** The loop gives up when `steps` reaches this. */
  until = 0;
  depth = 0;
  /** Result of the outermost activation, once it is over: a value, or NULL with `failure` set. */
  result: Ref = NULL;
  failure: Ref = NULL;
  finished = true;
  /** What the built-in on top is resumed with: a value, or `rt.exception`. */
  private incoming: Ref = NULL;
  private raising = false;

  constructor(readonly rt: Runtime) {
    rt.nestingLimit = () => rt.profile.nestingLimit ?? rt.recursionLimit - this.depth - 1;
  }

  /** Rethrows what is no Python exception on its way. Where JavaScript's own stack ended after all, a RecursionError is. */
  requireRaised(error: unknown): void {
    if (error === PythonError.raised) return;
    if (!(error instanceof RangeError) || error.message !== 'Maximum call stack size exceeded') throw error;
    const { rt } = this;
    rt.heap.xdecref(rt.exception);
    rt.exception = newException(rt, RECURSION_ERROR, [rt.newStr('maximum recursion depth exceeded')]);
  }

  /** Starts a root activation: the machine runs it until `finished`. */
  start(steps: Steps<Ref>): void {
    this.finished = false;
    this.result = NULL;
    this.failure = NULL;
    this.enter(steps, null, 0, undefined);
  }

  /** Executes up to about `budget` instructions. True when the root activation is over. */
  run(budget: number): boolean {
    this.until = this.steps + budget;
    while (!this.finished && this.steps < this.until) {
      if (this.rt.activation!.isPython) evaluate(this);
      else this.stepNative();
    }
    return this.finished;
  }

  /** One transition of the built-in on top: it takes the value or exception that has come, and runs to its next request. */
  stepNative(): void {
    const { rt } = this;
    this.steps++;
    const native = rt.activation as NativeFrame;
    let step: IteratorResult<CallRequest, Ref>;
    try {
      if (this.raising) {
        this.raising = false;
        step = native.steps.throw(PythonError.raised);
      } else step = native.steps.next(this.incoming);
    } catch (error) {
      this.requireRaised(error);
      rt.activation = native.previous;
      if (native instanceof Interlude && native.after.then === 'raise') rt.heap.decref(native.after.exception);
      this.propagate();
      return;
    }
    if (step.done !== true) {
      this.perform(native, step.value);
      return;
    }
    rt.activation = native.previous;
    if (native instanceof Interlude) this.afterInterlude(native.after);
    else this.deliver(step.value);
  }

  /** Puts a built-in on top and moves it on to its first request. */
  private enter(steps: Steps<Ref>, previous: NativeFrame['previous'], sp: number, request: CallRequest | undefined): void {
    const native = new NativeFrame(steps, previous, sp, null);
    this.rt.activation = native;
    if (request !== undefined) this.perform(native, request);
    else this.incoming = NULL;
  }

  /** The operation of the running Python frame suspended: its built-in becomes the top activation. */
  suspend(frame: Frame): void {
    const { steps, request } = this.rt.takeSuspension();
    if (steps !== null) {
      this.enter(steps, frame, frame.sp, request);
      return;
    }
    const passing = asking(request);
    passing.next();
    this.enter(passing, frame, frame.sp, request);
  }

  private push(native: NativeFrame): void {
    this.rt.activation = native;
    this.incoming = NULL;
  }

  /** Finalisers and callbacks wait: they run before anything else goes on. */
  runDeaths(after: After = { then: 'resume' }): void {
    const { activation } = this.rt;
    this.push(new Interlude(deathSteps(this.rt), activation, activation === null ? 0 : activation.sp, after));
  }

  /** Something does not wait for the next instruction: see `Heap.attention`. */
  attend(): void {
    if (this.rt.heap.deaths.blocked !== NULL) this.runDeaths();
    else this.check();
  }

  runCollection(generation: number, executed = -1): void {
    const { activation } = this.rt;
    if (executed >= 0 && activation?.isPython === true) activation.executed = executed;
    this.push(new Interlude(dropResult(collectSteps(this.rt, generation, 'automatic')), activation, activation!.sp, { then: 'resume' }));
  }

  private afterInterlude(after: After): void {
    const { rt } = this;
    switch (after.then) {
      case 'resume':
        if (rt.activation?.isPython === true) rt.activation.executed = -1;
        return;
      case 'deliver':
        this.deliver(after.value);
        return;
      case 'raise':
        rt.exception = after.exception;
        if (after.unwinding === null) this.propagate();
        else this.propagate(false, after.unwinding.instruction);
        return;
      case 'perform':
        this.perform(rt.activation as NativeFrame, after.request);
        return;
    }
  }

  /** Makes the call that a built-in asked for; the answer reaches it through `deliver`. */
  private perform(native: NativeFrame, request: CallRequest): void {
    const { rt } = this;
    for (let caller = native, wanted = request; ; ) {
      if (rt.heap.deaths.blocked !== NULL) {
        this.runDeaths({ then: 'perform', request: wanted });
        return;
      }
      caller.request = wanted;
      if (wanted.steps !== undefined) {
        this.push(new NativeFrame(wanted.steps, caller, caller.sp, null, caller.nesting));
        return;
      }
      if (wanted.resume !== undefined) {
        const { generator, value, raising } = wanted.resume;
        this.resumeGenerator(generator, value, raising, caller);
        return;
      }
      let answer: Ref | -1;
      try {
        if (wanted.operation === undefined && caller.nesting >= rt.nestingLimit()) raise(rt, RECURSION_ERROR, `${rt.profile.words.tooMuchNesting} while calling a Python object`);
        if (wanted.operation !== undefined) answer = wanted.operation();
        else if (this.performPython(caller, wanted)) return;
        else answer = this.callObject(wanted.callable, wanted.args, wanted.keywords);
      } catch (error) {
        this.requireRaised(error);
        this.raising = true;
        return;
      }
      if (answer !== SUSPENDED) {
        this.deliver(answer);
        return;
      }
      const inner = rt.takeSuspension();
      if (inner.steps !== null) rt.activation = caller = new NativeFrame(inner.steps, caller, caller.sp, null);
      wanted = inner.request;
    }
  }

  /** Pushes the frame of a Python function or method that a built-in calls; false where the callee is neither. */
  private performPython(native: NativeFrame, { callable, args, keywords, locals }: CallRequest): boolean {
    const { rt } = this;
    if (rt.heap.type[callable] === FUNCTION) {
      const frame = this.callFromNative(native, callable, args, keywords);
      if (locals !== undefined) frame.locals = rt.heap.incref(locals);
      return true;
    }
    if (rt.heap.type[callable] !== METHOD) return false;
    const { func, self } = methodOf(rt, callable);
    if (rt.heap.type[func] !== FUNCTION) return false;
    this.callFromNative(native, func, [self, ...args], keywords);
    return true;
  }

  /** Calls anything but a Python function. */
  callObject(callable: Ref, args: readonly Ref[], keywords: Ref): Ref | -1 {
    const { rt } = this;
    const call = rt.typeOf(callable).slots.tp_call;
    if (call === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, callable)}' object is not callable`);
    return call(rt, callable, args, keywords);
  }

  private callFromNative(native: NativeFrame, func: Ref, args: readonly Ref[], keywords: Ref): Frame {
    const { heap } = this.rt;
    for (const arg of args) heap.incref(arg);
    return this.pushFunction(heap.incref(func), args, keywords, native.sp);
  }

  /** Pushes a frame for a function; takes over `func` and the references in `args`. `at` is where its locals may begin. */
  pushFunction(func: Ref, args: readonly Ref[], keywords: Ref, at: number): Frame {
    const { rt } = this;
    const f = functionOf(rt, func);
    const code = codeOf(rt, f.code);
    let locals = args;
    try {
      if (this.depth >= rt.recursionLimit) this.tooDeep(args);
      if (!code.simple || keywords !== NULL || args.length !== code.argumentCount) locals = bindArguments(rt, func, code, args, keywords);
    } catch (error) {
      rt.heap.decref(func);
      throw error;
    }
    const frame = this.newFrame(func, at);
    for (let i = 0; i < locals.length; i++) rt.stack[at + i] = locals[i]!;
    for (let i = at + locals.length; i < frame.sp; i++) rt.stack[i] = NULL;
    return frame;
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

  /** Releases the operands of the instruction, the lowest first. */
  private dropOperands(frame: Frame): void {
    const { stack, heap } = this.rt;
    const bottom = frame.sp - frame.popCount;
    for (let i = bottom; i < frame.sp; i++) if (stack[i] !== NULL) heap.decref(stack[i]!);
    frame.sp = bottom;
    frame.popCount = 0;
  }

  /** The iterator on top of the stack is exhausted: FOR_ITER's jump. */
  private endLoop(frame: Frame): void {
    const { rt } = this;
    const at = frame.instruction;
    rt.heap.decref(rt.stack[--frame.sp]!);
    if (rt.heap.deaths.blocked !== NULL) frame.executed = at;
    frame.pc = argumentOf(frame.code.instructions[at]!);
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

  /** Continues a generator's frame above the activation `below` (gen_send_ex2). */
  resumeGenerator(self: Ref, value: Ref, raising: boolean, below: Frame | NativeFrame): void {
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
      this.propagate();
    }
    else if (this.depth > rt.recursionLimit) {
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
    frame.previous = previous;
    frame.generator = NULL;
    endFrame(rt, frame);
    frame.previous = null;
    rt.heap.decref(self);
  }

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

  /** Raises an exception, whose reference it takes, in the running frame: cheaper than to throw through JavaScript. */
  raiseNow(exception: Ref): void {
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

  /** Drops temporaries down to a height, the topmost first. */
  private unwindStack(frame: Frame, height: number): void {
    const { stack, heap } = this.rt;
    frame.popCount = 0;
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

  /** The `__init__` of a class that makes its instances as object does and initialises them in Python; else NULL. */
  plainInit(type: Ref): Ref {
    const { rt } = this;
    const { slots, flags } = rt.typeObject(type);
    const init = lookup(rt, type, rt.name('__init__'));
    const isPlain = slots.tp_new === rt.typeObject(OBJECT).slots.tp_new && (flags & (TypeFlag.ABSTRACT | TypeFlag.DISALLOW_INSTANTIATION)) === 0;
    return isPlain && init !== NULL && rt.heap.type[init] === FUNCTION ? init : NULL;
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

  /** Calls a function whose arguments lie on the stack from `first`; they and the callable move to the callee. */
  callFunction(func: Ref, first: number, given: number, keywords: Ref): void {
    const { rt } = this;
    const f = functionOf(rt, func);
    const code = codeOf(rt, f.code);
    const missing = code.argumentCount - given;
    const defaults = f.defaults === NULL ? [] : itemsOf(rt, f.defaults);
    if (keywords === NULL && code.simple && missing > 0 && missing <= defaults.length && this.depth < rt.recursionLimit) {
      const frame = this.newFrame(func, first);
      const { stack } = rt;
      let at = first + given;
      for (let i = defaults.length - missing; i < defaults.length; i++) stack[at++] = rt.heap.incref(defaults[i]!);
      while (at < frame.sp) stack[at++] = NULL;
      return;
    }
    this.pushFunction(func, sliceOfStack(rt, first, first + given), keywords, first);
  }

  /** Asks `__bool__` or `__len__`; the instruction then runs again on the answer. */
  testTruth(frame: Frame): void {
    const { rt } = this;
    frame.popCount = 1;
    frame.resume = Resume.TRUTH;
    const result = begin(rt, truthObject(rt, rt.stack[frame.sp - 1]!));
    if (result === SUSPENDED) this.suspend(frame);
    else this.finishInstruction(frame, result);
  }

  unsupported(feature: string): never {
    throw new RunStopped({ unsupported: feature });
  }

  newDict(): Ref {
    return newDict(this.rt);
  }

  /** Cells of the closure become the last locals. */
  copyFreeVars(frame: Frame, count: number): void {
    const { rt } = this;
    const cells = itemsOf(rt, functionOf(rt, frame.func).closure);
    const first = frame.base + frame.code.localsCount - count;
    for (let i = 0; i < count; i++) rt.stack[first + i] = rt.heap.incref(cells[i]!);
  }

  /** True for the `__import__` of `builtins` itself. */
  isOwnImport(callable: Ref): boolean {
    const payload = this.rt.heap.payload[callable];
    return payload instanceof BuiltinFunction && payload.def === importFunction;
  }

  unboundLocal(frame: Frame, index: number): never {
    return raiseUnbound(this.rt, frame, index);
  }

  /**
   * The value of LOAD_GLOBAL's name, borrowed, with the place where it was found left in the cache: under the globals'
   * version an index into them, or the complement of one into the builtins, good under `builtinsVersion`.
   */
  loadGlobal(frame: Frame, name: Ref, pc: number): Ref {
    const { rt } = this;
    const { code } = frame;
    const globals = tableOf(rt, frame.globals);
    const own = globals.findStr(rt, name);
    if (own >= 0) {
      code.cacheKeys[pc] = globals.version;
      code.cacheValues[pc] = own;
      return globals.values[own]!;
    }
    const builtins = tableOf(rt, frame.builtins);
    const at = builtins.findStr(rt, name);
    if (at < 0) return this.loadBuiltin(frame, name);
    if (code.builtinsVersion !== builtins.version) {
      code.cacheKeys.fill(0);
      code.builtinsVersion = builtins.version;
    }
    code.cacheKeys[pc] = globals.version;
    code.cacheValues[pc] = ~at;
    return builtins.values[at]!;
  }

  /** The value of a built-in name, borrowed. */
  loadBuiltin(frame: Frame, name: Ref): Ref {
    const value = getNamespaceItem(this.rt, frame.builtins, name);
    if (value === NULL) raiseNameError(this.rt, name, `name '${this.rt.text(name)}' is not defined`);
    return value;
  }

  /** `left + right` for exact str. */
  concatenate(left: Ref, right: Ref): Ref {
    const { rt } = this;
    const text = rt.text(left) + rt.text(right);
    if (text.length > 65536) rt.charge(0, text.length);
    return rt.newStr(text);
  }

  /** Something waits for a place where the loop may be interrupted (eval breaker). */
  needsCheck(): boolean {
    return this.rt.collector.requested || this.rt.chargedSteps !== 0;
  }

  /** Whether CPython's specialized instruction for this call does not look whether it is interrupted. */
  specializesCall(callable: Ref): boolean {
    const payload = this.rt.heap.payload[callable];
    if (payload instanceof MethodDescriptor) return payload.qualified === 'list.append';
    return payload instanceof BuiltinFunction && (payload.qualified === 'len' || payload.qualified === 'isinstance');
  }

  /** `executed` is the instruction that looks, where it is not the one before the next. */
  check(executed = -1): void {
    const { rt } = this;
    this.steps += rt.chargedSteps;
    rt.chargedSteps = 0;
    if (!rt.collector.requested) return;
    rt.collector.requested = false;
    rt.charge(0, 1);
    const generation = rt.collector.due();
    if (generation >= 0) this.runCollection(generation, executed);
  }
}

function* truthObject(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.newBool(yield* truth(rt, object));
}

function* dropResult(steps: Steps<number>): Steps<Ref> {
  yield* steps;
  return NONE;
}

