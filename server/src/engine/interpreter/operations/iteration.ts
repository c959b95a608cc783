import { GENERATOR, NONE } from '../../heap/known.ts';
import { NULL, SUSPENDED } from '../../heap/ref.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import { Resume } from '../../objects/frame.ts';
import { generatorOf, GeneratorState } from '../../objects/generator.ts';
import { Otherwise, suspendOn, type Operation } from './operation.ts';

export const getIter: Operation = (vm, frame, sp) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const iterable = stack[sp - 1]!;
  if (heap.type[iterable] === GENERATOR) return sp;
  const result = iter(rt, iterable);
  if (result === SUSPENDED) return suspendOn(vm, frame, sp, 1);
  stack[sp - 1] = result;
  heap.decref(iterable);
  return sp;
};

/** Over anything, where the loop does not know the next item itself. */
export const forIter: Operation = (vm, frame, sp) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const iterator = stack[sp - 1]!;
  if (heap.type[iterator] === GENERATOR && generatorOf(rt, iterator).state <= GeneratorState.SUSPENDED) {
    frame.sp = sp;
    frame.resume = Resume.FOR_ITER;
    vm.resumeGenerator(iterator, NONE, false, frame);
    return Otherwise.REENTER;
  }
  const result = next(rt, iterator);
  if (result === SUSPENDED) {
    frame.sp = sp;
    frame.resume = Resume.FOR_ITER;
    vm.suspend(frame);
    return Otherwise.REENTER;
  }
  if (result !== NULL) {
    stack[sp] = result;
    return sp + 1;
  }
  return Otherwise.END_LOOP;
};

export const send: Operation = (vm, frame, sp) => {
  const { rt } = vm;
  const receiver = rt.stack[sp - 2]!;
  if (rt.heap.type[receiver] === GENERATOR && generatorOf(rt, receiver).state === GeneratorState.SUSPENDED) {
    frame.sp = sp - 1;
    frame.resume = Resume.SEND;
    vm.resumeGenerator(receiver, rt.stack[sp - 1]!, false, frame);
    return Otherwise.REENTER;
  }
  return Otherwise.EXECUTE;
};
