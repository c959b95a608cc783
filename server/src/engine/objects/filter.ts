import { BOOL, FALSE, FILTER, NONE, STOP_ITERATION, TRUE } from '../heap/known.ts';
import { NULL, SUSPENDED, type Ref } from '../heap/ref.ts';
import { refusesKeywords } from './arguments.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { newInstance } from './core/instance.ts';
import { newTuple, tupleOf } from './core/make.ts';
import { native } from './core/native.ts';
import { iter, next, truth, truthNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { positionalArguments } from './zip.ts';

/** Payload of `filter`. */
export class Filter {
  constructor(
    public callable: Ref,
    public iterator: Ref,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Filter => rt.heap.payload[self] as Filter;

function* filterNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const refuses = keywords === NULL || refusesKeywords(rt, type, FILTER);
  const [callable, iterable] = bind(rt, 'filter', 'function, iterable, /', refuses ? args : positionalArguments(rt, args, keywords), refuses ? keywords : NULL);
  const iterator = yield* settle(rt, iter(rt, iterable!));
  return newInstance(rt, type, new Filter(rt.heap.incref(callable!), iterator));
}

/** Mirrors filter_next(). A StopIteration of the function ends the iteration. */
function* filterNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { callable, iterator } = stateOf(rt, self);
  const testsItself = callable === NONE || callable === BOOL;
  for (;;) {
    const gotItem = next(rt, iterator);
    const item = gotItem === SUSPENDED ? yield* settle(rt, SUSPENDED) : gotItem;
    if (item === NULL) return NULL;
    let passes = false;
    try {
      const answer = testsItself ? heap.incref(item) : yield { callable, args: [item], keywords: NULL, end: STOP_ITERATION };
      if (answer === NULL) return NULL;
      if (answer === TRUE) passes = true;
      else if (answer !== FALSE) {
        try {
          passes = truthNow(rt, answer) ?? (yield* truth(rt, answer));
        } finally {
          heap.decref(answer);
        }
      }
    } finally {
      if (!passes) heap.decref(item);
    }
    if (passes) return item;
  }
}

defineType({
  handle: FILTER,
  name: 'filter',
  flags: CONTAINER,
  layout: {
    traverse(payload, visit) {
      const { callable, iterator } = payload as Filter;
      if (callable !== NULL) visit(callable);
      if (iterator !== NULL) visit(iterator);
    },
    clear(payload, released) {
      const state = payload as Filter;
      if (state.callable !== NULL) released.push(state.callable);
      if (state.iterator !== NULL) released.push(state.iterator);
      state.callable = NULL;
      state.iterator = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, filterNew(rt, type, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => begin(rt, filterNext(rt, self)),
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { callable, iterator } = stateOf(rt, self);
      return newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), tupleOf(rt, callable, iterator)]);
    }),
  ],
});
