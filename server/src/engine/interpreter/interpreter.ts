import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import { FUNCTION, METHOD, NONE, RECURSION_ERROR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { binaryDeclined } from '../objects/core/arithmetic.ts';
import { caught, matches, newException, raise } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { comparisonDeclined, truth } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { itemsOf } from '../objects/core/make.ts';
import { ask, asking, begin, noArguments, PythonError, type CallRequest, type Steps } from '../objects/core/suspend.ts';
import { NativeFrame, Resume, type Frame } from '../objects/frame.ts';
import { methodOf } from '../objects/function.ts';
import { collectSteps } from './collect.ts';
import { deathSteps } from './deaths.ts';
import { Delivery } from './delivery.ts';
import { evaluate } from './evaluate.ts';
import { Interlude, type After } from './interludes.ts';
import { Threads } from './threads.ts';
import type { Registers } from '../objects/core/threadstate.ts';

/**
 * The machine: a chain of activations, Python frames and waiting built-ins, and the steps that move values and
 * exceptions between them. Nothing here recurses in JavaScript for a Python call.
 */
export class Interpreter extends Delivery {
  steps = 0;
  /** The loop gives up when `steps` reaches this. */
  until = 0;
  readonly threads = new Threads(this);

  /** What belongs to the running thread; see threads.ts. */
  get registers(): Registers {
    const { rt, depth, incoming, raising } = this;
    const { activation, stack, excInfo, exception, generatorReturn } = rt;
    return { activation, stack, excInfo, exception, generatorReturn, depth, incoming, raising };
  }

  set registers(registers: Registers) {
    const { depth, incoming, raising, ...machine } = registers;
    Object.assign(this.rt, machine);
    this.depth = depth;
    this.incoming = incoming;
    this.raising = raising;
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
    const end = this.steps + budget;
    for (;;) {
      this.until = Math.min(end, this.threads.nextLook());
      while (!this.finished && this.steps < this.until) {
        if (this.rt.activation!.isPython) evaluate(this);
        else this.stepNative();
      }
      if (this.finished) {
        if (this.rt.inMainThread) return true;
        this.threadEnded();
      } else if (this.steps >= end) return false;
      else this.threads.look();
    }
  }

  /** The root activation of a thread other than the main one is over. */
  private threadEnded(): void {
    this.finished = false;
    this.rt.heap.xdecref(this.result);
    this.result = NULL;
    this.threads.ended();
  }

  /** One transition of the built-in on top: it takes the value or exception that has come, and runs to its next request. */
  stepNative(): void {
    const { rt } = this;
    this.steps++;
    const native = rt.activation as NativeFrame;
    const { request } = native;
    if (request !== null && (request.ownsArgs === true || (this.raising && request.end !== undefined)) && this.endCall(native, request)) return;
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

  /** A call that wants something done at its end is over; true where finalisers run before the built-in goes on. */
  private endCall(native: NativeFrame, { args, ownsArgs, end }: CallRequest): boolean {
    const { rt } = this;
    native.request = null;
    if (this.raising && end !== undefined && matches(rt, rt.exception, end)) {
      rt.heap.decref(caught(rt, PythonError.raised));
      this.raising = false;
      this.incoming = NULL;
    }
    if (ownsArgs === true) rt.heap.deaths.drop(args);
    if (rt.heap.deaths.blocked === NULL) return false;
    if (this.raising) {
      this.raising = false;
      this.runDeaths({ then: 'raise', exception: caught(rt, PythonError.raised), unwinding: null });
    } else this.runDeaths({ then: 'deliver', value: this.incoming });
    return true;
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
    this.enter(asking(request), frame, frame.sp, request);
  }

  protected askRightOperand(frame: Frame): void {
    const { rt } = this;
    const left = rt.stack[frame.sp - 2]!;
    const right = rt.stack[frame.sp - 1]!;
    const instruction = frame.code.instructions[frame.pc - 1]!;
    const operation = (): Eventual => (opcodeOf(instruction) === Op.COMPARE_OP ? comparisonDeclined : binaryDeclined)(rt, argumentOf(instruction), left, right);
    ask(rt, { callable: NULL, args: noArguments, keywords: NULL, operation });
    this.suspend(frame);
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
      if (wanted.wait !== undefined) {
        this.threads.wait(wanted.wait);
        return;
      }
      if (wanted.steps !== undefined) {
        this.push(new NativeFrame(wanted.steps, caller, caller.sp, null, caller.nesting));
        return;
      }
      if (wanted.resume !== undefined) {
        const { generator, value, raising, pastDelegation } = wanted.resume;
        this.resumeGenerator(generator, value, raising, caller, pastDelegation);
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
      const steps = inner.steps ?? (wanted.ownsArgs === true || wanted.end !== undefined ? asking(inner.request) : null);
      if (steps !== null) rt.activation = caller = new NativeFrame(steps, caller, caller.sp, null);
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

  private callFromNative(native: NativeFrame, func: Ref, args: readonly Ref[], keywords: Ref): Frame {
    const { heap } = this.rt;
    for (const arg of args) heap.incref(arg);
    return this.pushFunction(heap.incref(func), args, keywords === NULL ? noArguments : itemsOf(this.rt, keywords), native.sp);
  }

  /** Calls anything but a Python function. */
  callObject(callable: Ref, args: readonly Ref[], keywords: Ref): Ref | -1 {
    const { rt } = this;
    const call = rt.typeOf(callable).slots.tp_call;
    if (call === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, callable)}' object is not callable`);
    return call(rt, callable, args, keywords);
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

  /** Something waits for a place where the loop may be interrupted (eval breaker). */
  needsCheck(): boolean {
    return this.rt.collector.requested || this.rt.chargedSteps !== 0 || this.threads.givesWay;
  }

  /** `executed` is the instruction that looks, where it is not the one before the next. */
  check(executed = -1): void {
    const { rt } = this;
    this.steps += rt.chargedSteps;
    rt.chargedSteps = 0;
    if (!rt.collector.requested) {
      if (this.threads.givesWay) this.threads.giveWay();
      return;
    }
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

