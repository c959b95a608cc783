import { BUILTIN, METHOD, METHOD_DESCRIPTOR, TYPE } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { codeOf } from '../../objects/code.ts';
import { copySlots, releaseSlots, releaseSlotsBackwards } from '../../objects/core/stackslots.ts';
import type { TypeObject } from '../../objects/core/typeobject.ts';
import { callBuiltinAt, callMethodAt } from '../../objects/descriptors.ts';
import { functionOf, methodOf } from '../../objects/function.ts';
import { plainInit, specializesCall } from '../caches.ts';
import { Otherwise, suspendOn, type Operation } from './operation.ts';

/** In the cache of a call: it has called a native function before. */
const CALLED = -1;

/** Of anything but a Python function. */
export const call: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const { cacheKeys, cacheValues } = frame.code;
  const { pc } = frame;
  const count = instruction >>> 8;
  const at = sp - count - 2;
  const callable = stack[at]!;
  const first = stack[at + 1] === NULL ? at + 2 : at + 1;
  const type = heap.type[callable];
  if (type === TYPE) {
    const { version } = heap.payload[callable] as TypeObject;
    if (cacheKeys[pc] !== version) {
      cacheKeys[pc] = version;
      cacheValues[pc] = plainInit(rt, callable);
    }
    const init = cacheValues[pc] as Ref;
    if (init !== NULL && vm.depth < rt.recursionLimit) {
      const callee = codeOf(rt, functionOf(rt, init).code);
      if (callee.simple && callee.argumentCount === sp - first + 1) {
        frame.sp = sp;
        vm.instantiate(frame, callable, init, first);
        return Otherwise.REENTER;
      }
    }
  } else if (type === METHOD && stack[at + 1] === NULL) {
    const { func, self } = methodOf(rt, callable);
    stack[at] = heap.incref(func);
    stack[at + 1] = heap.incref(self);
    heap.decref(callable);
    return Otherwise.AGAIN;
  }
  frame.sp = sp;
  const isRepeated = cacheKeys[pc] === CALLED;
  cacheKeys[pc] = CALLED;
  let result: Eventual;
  if (type === METHOD_DESCRIPTOR && first < sp) result = callMethodAt(rt, callable, first, sp - first - 1);
  else if (type === BUILTIN) result = callBuiltinAt(rt, callable, first, sp - first);
  else result = vm.callObject(callable, copySlots(stack, first, sp - first), NULL);
  if (result === SUSPENDED) return suspendOn(vm, frame, sp, count + 2);
  if (first < sp) (rt.profile.operandsGoFromTop ? releaseSlotsBackwards : releaseSlots)(heap, stack, first, sp);
  heap.decref(callable);
  stack[at] = result;
  if (vm.needsCheck() && !(isRepeated && specializesCall(rt, callable))) {
    frame.sp = at + 1;
    vm.check();
    return Otherwise.REENTER;
  }
  return at + 1;
};
