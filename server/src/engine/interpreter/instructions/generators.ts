import { CodeFlag } from '../../compiler/code.ts';
import { Op } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { COROUTINE, GENERATOR, NONE, STOP_ITERATION, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { caught, exceptionOf, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { callSpecial, lookupText, typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { Resume, sliceOfStack } from '../../objects/frame.ts';
import { functionOf } from '../../objects/function.ts';
import { GeneratorObject, generatorOf, GeneratorState, generatorType } from '../../objects/generator.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

/** The frame of a call becomes a generator's; the generator is what the call answers. */
const returnGenerator: Instruction = (vm, frame) => {
  const { rt } = vm;
  const { heap } = rt;
  if ((frame.code.data.flags & CodeFlag.ASYNC_GENERATOR) !== 0) vm.unsupported('asynchronous generators');
  const f = functionOf(rt, frame.func);
  frame.saved = sliceOfStack(rt, frame.base, frame.sp);
  const payload = new GeneratorObject(frame, heap.incref(f.name), heap.incref(f.qualname));
  const generator = heap.allocateTracked(generatorType(frame.code.data.flags), payload);
  rt.journal?.born(generator);
  frame.generator = generator;
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
  const result = begin(rt, sendSteps(rt, receiver, value));
  if (result === -1) vm.suspend(frame);
  else vm.finishInstruction(frame, result);
};

/** `send` to what is no generator. At its end answers NULL, with the value in `generatorReturn`. */
function* sendSteps(rt: Runtime, receiver: Ref, value: Ref): Steps<Ref> {
  const { heap } = rt;
  try {
    const ownNext = (rt.typeOf(receiver).flags & TypeFlag.HEAP) === 0 ? NULL : lookupText(rt, heap.type[receiver]!, '__next__');
    // A class's own `__next__` may return a value with its StopIteration.
    if (value === NONE && ownNext !== NULL) return yield* callSpecial(rt, receiver, ownNext, []);
    if (value === NONE && rt.typeOf(receiver).slots.tp_iternext !== undefined) {
      const item = yield* settle(rt, next(rt, receiver));
      if (item !== NULL) return item;
      rt.generatorReturn = NONE;
      return NULL;
    }
    const method = yield* settle(rt, getAttr(rt, receiver, rt.name('send')));
    try {
      return yield { callable: method, args: [value], keywords: NULL };
    } finally {
      heap.decref(method);
    }
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, STOP_ITERATION)) rethrow(rt, exception);
    rt.generatorReturn = stopValue(rt, exception);
    return NULL;
  }
}

/** The value of a StopIteration, owned; the exception is released. */
function stopValue(rt: Runtime, exception: Ref): Ref {
  const value = itemsOf(rt, exceptionOf(rt, exception).args)[0] ?? NONE;
  rt.heap.incref(value);
  rt.heap.decref(exception);
  return value;
}

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

function* awaitable(rt: Runtime, object: Ref): Steps<Ref> {
  const { heap } = rt;
  const type = heap.type[object]!;
  const isIterableCoroutine = type === GENERATOR && (generatorOf(rt, object).frame.code.data.flags & CodeFlag.ITERABLE_COROUTINE) !== 0;

  if (type === COROUTINE || isIterableCoroutine) return heap.incref(object);
  const method = lookupText(rt, type, '__await__');
  if (method === NULL) raise(rt, TYPE_ERROR, rt.profile.words.notAwaitable(typeName(rt, object)));
  const result = yield* callSpecial(rt, object, method, []);
  if (rt.typeOf(result).slots.tp_iternext === undefined) {
    const wrong = typeName(rt, result);
    heap.decref(result);
    raise(rt, TYPE_ERROR, `__await__() returned non-iterator of type '${wrong}'`);
  }
  return result;
}

const refuse =
  (feature: string): Instruction =>
  (vm) =>
    vm.unsupported(feature);

export const generatorInstructions: Partial<Record<Op, Instruction>> = {
  [Op.RETURN_GENERATOR]: returnGenerator,
  [Op.GET_YIELD_FROM_ITER]: getYieldFromIter,
  [Op.SEND]: send,
  [Op.END_SEND]: endSend,
  [Op.CLEANUP_THROW]: cleanupThrow,
  [Op.GET_AWAITABLE]: (vm, frame) => finish(vm, frame, 1, begin(vm.rt, awaitable(vm.rt, peek(vm, frame, 1)))),
  [Op.GET_AITER]: refuse('asynchronous iteration'),
  [Op.GET_ANEXT]: refuse('asynchronous iteration'),
  [Op.END_ASYNC_FOR]: refuse('asynchronous iteration'),
  [Op.BEFORE_ASYNC_WITH]: refuse('asynchronous context managers'),
  [Op.ASYNC_GEN_WRAP]: refuse('asynchronous generators'),
};
