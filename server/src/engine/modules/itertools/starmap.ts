import { STOP_ITERATION, TUPLE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { collect, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { untilRaised } from '../../objects/iterators.ts';
import { checkCount, positionalOnly } from '../core/arguments.ts';
import { defineIterator, fieldsLayout, reduced } from './iterator.ts';

export const STARMAP = moduleTypeHandle();

class Starmap {
  constructor(
    public callable: Ref,
    public iterator: Ref,
  ) {}
}

function* starmapNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = positionalOnly(rt, type, STARMAP, 'starmap', args, keywords);
  checkCount(rt, 'starmap', given.length, 2, 2);
  const iterator = yield* settle(rt, iter(rt, given[1]!));
  return newInstance(rt, type, new Starmap(rt.heap.incref(given[0]!), iterator));
}

/** Mirrors starmap_next(): what is no tuple is made one. */
function* starmapNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { callable, iterator } = heap.payload[self] as Starmap;
  let args = yield* settle(rt, next(rt, iterator));
  if (args === NULL) return NULL;
  try {
    if (heap.type[args] !== TUPLE) {
      const tuple = newTuple(rt, yield* collect(rt, args));
      heap.decref(args);
      args = tuple;
    }
    return yield* untilRaised(rt, () => begin(rt, call(callable, itemsOf(rt, args))), [STOP_ITERATION]);
  } finally {
    heap.decref(args);
  }
}

defineIterator({
  handle: STARMAP,
  name: 'starmap',
  layout: fieldsLayout(['iterator', 'callable'], ['callable', 'iterator']),
  tp_new: (rt, type, args, keywords) => begin(rt, starmapNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, starmapNext(rt, self)),
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { callable, iterator } = rt.heap.payload[self] as Starmap;
      return reduced(rt, self, [rt.heap.incref(callable), rt.heap.incref(iterator)]);
    }),
  ],
});
