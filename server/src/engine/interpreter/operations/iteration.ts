import { TypeFlag } from '../../heap/heap.ts';
import { GENERATOR, NONE } from '../../heap/known.ts';
import { NULL, SUSPENDED } from '../../heap/ref.ts';
import { lookup } from '../../objects/core/lookup.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { TypeObject } from '../../objects/core/typeobject.ts';
import { Resume } from '../../objects/frame.ts';
import { generatorOf, GeneratorState } from '../../objects/generator.ts';
import { callDirectly, isDirect } from './direct.ts';
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
  const type = heap.type[iterator]!;
  if (((heap.payload[type] as TypeObject).flags & TypeFlag.HEAP) !== 0) {
    const method = lookup(rt, type, rt.name('__next__'));
    if (isDirect(vm, method, 1)) {
      callDirectly(vm, frame, sp, Resume.NEXT, 0, method, iterator);
      return Otherwise.REENTER;
    }
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
