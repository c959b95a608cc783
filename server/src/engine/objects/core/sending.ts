import { TypeFlag } from '../../heap/heap.ts';
import { NONE, STOP_ITERATION } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from './attributes.ts';
import { caught, exceptionOf, matches, rethrow } from './errors.ts';
import { callSpecial, lookupText } from './lookup.ts';
import { itemsOf } from './make.ts';
import { next } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { settle, type Steps } from './suspend.ts';

/** Sends a value to an iterator. At its end answers NULL, with what it returned in `generatorReturn` (PyIter_Send). */
export function* sendTo(rt: Runtime, receiver: Ref, value: Ref): Steps<Ref> {
  const { heap } = rt;
  try {
    const { flags, slots } = rt.typeOf(receiver);
    if (slots.am_send !== undefined) return yield* settle(rt, slots.am_send(rt, receiver, value));
    const ownNext = (flags & TypeFlag.HEAP) === 0 ? NULL : lookupText(rt, heap.type[receiver]!, '__next__');
    // A class's own `__next__` may return a value with its StopIteration.
    if (value === NONE && ownNext !== NULL) return yield* callSpecial(rt, receiver, ownNext, []);
    if (value === NONE && slots.tp_iternext !== undefined) {
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
export function stopValue(rt: Runtime, exception: Ref): Ref {
  const value = itemsOf(rt, exceptionOf(rt, exception).args)[0] ?? NONE;
  rt.heap.incref(value);
  rt.heap.decref(exception);
  return value;
}
