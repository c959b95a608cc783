import { TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { rawNative } from '../../objects/core/native.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { libraryOf } from '../../versions/library.ts';

function* iterator(rt: Runtime, iterable: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, iter(rt, iterable));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return raise(rt, TYPE_ERROR, 'reduce() arg 2 must support iteration');
  }
}

/**
 * Mirrors functools_reduce(). The tuple of arguments is filled again for each call, so what a call was given lives
 * until the next one is made ready.
 */
function* reduceSteps(rt: Runtime, callable: Ref, iterable: Ref, initial: Ref): Steps<Ref> {
  const { heap } = rt;
  const source = yield* iterator(rt, iterable);
  let result = initial === NULL ? NULL : heap.incref(initial);
  let args = heap.allocateTracked(TUPLE, [NULL, NULL]);
  let finished = false;
  try {
    for (;;) {
      if (heap.refcount[args] !== 1) {
        heap.decref(args);
        args = heap.allocateTracked(TUPLE, [NULL, NULL]);
      }
      const item = yield* settle(rt, next(rt, source));
      if (item === NULL) break;
      rt.charge(1);
      if (result === NULL) {
        result = item;
        continue;
      }
      const pair = heap.payload[args] as Ref[];
      const old = pair.filter((part) => part !== NULL);
      pair[0] = result;
      pair[1] = item;
      result = NULL;
      heap.track(args);
      heap.deaths.drop(old);
      result = yield* call(callable, itemsOf(rt, args).slice());
    }
    finished = true;
  } finally {
    heap.decref(args);
    if (!finished) heap.xdecref(result);
    if (!finished) heap.decref(source);
  }
  heap.decref(source);
  if (result === NULL) raise(rt, TYPE_ERROR, 'reduce() of empty iterable with no initial value');
  return result;
}

export const reduce = rawNative('reduce', (rt, _module, args, keywords) => {
  const byKeyword = libraryOf(rt.profile.version).reduceTakesKeyword;
  const signature = byKeyword ? 'function, iterable, /, initial=' : 'function, iterable, initial=, /';
  const [callable, iterable, initial] = bind(rt, 'reduce', signature, args, keywords);
  return begin(rt, reduceSteps(rt, callable!, iterable!, initial!));
});
