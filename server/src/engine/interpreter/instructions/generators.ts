import { CodeFlag } from '../../compiler/code.ts';
import { Op } from '../../compiler/opcodes.ts';
import { ASYNC_GENERATOR, COROUTINE, GENERATOR, NONE, STOP_ITERATION, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { AsyncGeneratorObject } from '../../objects/asyncgen-state.ts';
import { matches, raise } from '../../objects/core/errors.ts';
import { iter } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { sendTo, stopValue } from '../../objects/core/sending.ts';
import { begin } from '../../objects/core/suspend.ts';
import { coroutineOrigin } from '../../objects/coroutine.ts';
import { giveAway, pythonFrame, Resume, sliceOfStack } from '../../objects/frame.ts';
import { functionOf } from '../../objects/function.ts';
import { GeneratorObject, generatorOf, GeneratorState } from '../../objects/generator.ts';
import { generatorType } from '../../objects/generator-types.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

/** The frame of a call becomes a generator's; the generator is what the call answers. */
const returnGenerator: Instruction = (vm, frame) => {
  const { rt } = vm;
  const { heap } = rt;
  const f = functionOf(rt, frame.func);
  frame.saved = sliceOfStack(rt, frame.base, frame.sp);
  const type = generatorType(frame.code.data.flags);
  const Payload = type === ASYNC_GENERATOR ? AsyncGeneratorObject : GeneratorObject;
  const payload = new Payload(frame, heap.incref(frame.codeRef), heap.incref(f.name), heap.incref(f.qualname));
  const generator = heap.allocateTracked(type, payload);
  if (type === COROUTINE) payload.originOrFinalizer = coroutineOrigin(rt, pythonFrame(frame.previous));
  rt.journal?.born(generator);
  frame.generator = generator;
  giveAway(frame);
  rt.activation = frame.previous;
  frame.previous = null;
  vm.depth--;
  vm.deliver(generator);
};

const getYieldFromIter: Instruction = (vm, frame) => {
  const { rt } = vm;
  const iterable = peek(vm, frame, 1);
  const type = rt.heap.type[iterable];
  if (type === GENERATOR) return;
  if (type === COROUTINE) {
    if ((frame.code.data.flags & (CodeFlag.COROUTINE | CodeFlag.ITERABLE_COROUTINE)) !== 0) return;
    raise(rt, TYPE_ERROR, "cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  finish(vm, frame, 1, iter(rt, iterable));
};

const isResumable = (rt: Runtime, receiver: Ref): boolean =>
  (rt.heap.type[receiver] === GENERATOR || rt.heap.type[receiver] === COROUTINE) && generatorOf(rt, receiver).state <= GeneratorState.SUSPENDED;

/** Sends the top to the receiver below it: what it yields takes its place, or at its end the jump's target gets its value. */
const send: Instruction = (vm, frame) => {
  const { rt } = vm;
  const value = peek(vm, frame, 1);
  const receiver = peek(vm, frame, 2);
  if (isResumable(rt, receiver) && (generatorOf(rt, receiver).state === GeneratorState.SUSPENDED || value === NONE)) {
    frame.sp--;
    frame.resume = Resume.SEND;
    vm.resumeGenerator(receiver, value, false, frame);
    return;
  }
  frame.popCount = 1;
  frame.resume = Resume.SENT;
  const result = begin(rt, sendTo(rt, receiver, value));
  if (result === -1) vm.suspend(frame);
  else vm.finishInstruction(frame, result);
};

/** An exception came back while delegating: StopIteration is the delegate's value, anything else flies on. */
const cleanupThrow: Instruction = (vm, frame) => {
  const { rt } = vm;
  const exception = pop(vm, frame);
  if (!matches(rt, exception, STOP_ITERATION)) {
    rt.exception = exception;
    vm.propagate(false, frame.instruction);
    return;
  }
  const value = stopValue(rt, exception);
  rt.heap.decref(pop(vm, frame));
  rt.heap.decref(pop(vm, frame));
  push(vm, frame, NONE);
  push(vm, frame, value);
};

const endSend: Instruction = (vm, frame) => {
  const value = pop(vm, frame);
  const receiver = pop(vm, frame);
  push(vm, frame, value);
  vm.rt.heap.decref(receiver);
};

export const generatorInstructions: Partial<Record<Op, Instruction>> = {
  [Op.RETURN_GENERATOR]: returnGenerator,
  [Op.GET_YIELD_FROM_ITER]: getYieldFromIter,
  [Op.SEND]: send,
  [Op.END_SEND]: endSend,
  [Op.CLEANUP_THROW]: cleanupThrow,
};
