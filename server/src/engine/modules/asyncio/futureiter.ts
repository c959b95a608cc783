import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, rethrow } from '../../objects/core/errors.ts';
import { native, suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { normalized, stopWith, warnOfThrowArguments } from '../../objects/generator.ts';
import { resultOf } from './future.ts';
import { aliveFuture, futureOf, FutureState } from './object.ts';

/** Payload of what `await` iterates over; the future is owned, NULL once it was told. */
class FutureIter {
  constructor(public future: Ref) {}
}

const FUTURE_ITER = moduleTypeHandle();

const iterOf = (rt: Runtime, self: Ref): FutureIter => rt.heap.payload[self] as FutureIter;

/** Mirrors future_new_iter(). */
export function newFutureIter(rt: Runtime, self: Ref): Ref {
  aliveFuture(rt, self);
  return rt.heap.allocateTracked(FUTURE_ITER, new FutureIter(rt.heap.incref(self)));
}

/** Mirrors FutureIter_am_send(): first the future itself comes out, then its result. At the end answers NULL, the result in `generatorReturn`. */
function* send(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const iter = iterOf(rt, self);
  const { future } = iter;
  if (future === NULL) {
    rt.generatorReturn = NONE;
    return NULL;
  }
  const payload = futureOf(rt, future);
  if (payload.state === FutureState.PENDING) {
    if (payload.blocking) raise(rt, RUNTIME_ERROR, "await wasn't used with future");
    payload.blocking = true;
    return heap.incref(future);
  }
  iter.future = NULL;
  try {
    rt.generatorReturn = yield* resultOf(rt, future);
    return NULL;
  } finally {
    heap.decref(future);
  }
}

function* iternext(rt: Runtime, self: Ref): Steps<Ref> {
  const isOver = iterOf(rt, self).future === NULL;
  const item = yield* send(rt, self);
  if (item !== NULL) return item;
  const value = rt.generatorReturn;
  rt.generatorReturn = NULL;
  return isOver ? NULL : stopWith(rt, value);
}

function letGo(rt: Runtime, self: Ref): void {
  const iter = iterOf(rt, self);
  const { future } = iter;
  iter.future = NULL;
  rt.heap.xdecref(future);
}

/** Mirrors FutureIter_throw(). */
function* throwInto(rt: Runtime, self: Ref, [type, value, traceback]: readonly Ref[]): Steps<Ref> {
  if (value !== NULL) yield* warnOfThrowArguments(rt, 'throw');
  const exception = yield* normalized(rt, type!, value!, traceback!);
  letGo(rt, self);
  return rethrow(rt, exception);
}

defineType({
  handle: FUTURE_ITER,
  name: 'FutureIter',
  module: '_asyncio',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { future } = payload as FutureIter;
      if (future !== NULL) visit(future);
    },
    clear: (payload, released) => {
      const iter = payload as FutureIter;
      if (iter.future !== NULL) released.push(iter.future);
      iter.future = NULL;
    },
  },
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => begin(rt, iternext(rt, self)),
    am_send: (rt, self) => begin(rt, send(rt, self)),
  },
  methods: [
    suspending('send', 'arg, /', (rt, self) => iternextValue(rt, self)),
    suspending('throw', 'type, val=, tb=, /', throwInto),
    native('close', '', (rt, self) => {
      letGo(rt, self);
      return NONE;
    }),
  ],
});

/** As a method the end is always StopIteration. */
function* iternextValue(rt: Runtime, self: Ref): Steps<Ref> {
  const item = yield* iternext(rt, self);
  return item === NULL ? stopWith(rt, NONE) : item;
}
