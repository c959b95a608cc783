import { BinaryOp } from '../../compiler/opcodes.ts';
import { NONE, STOP_ITERATION } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { binary } from '../../objects/core/arithmetic.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { untilRaised } from '../../objects/iterators.ts';
import { newChain } from './chain.ts';
import { defineIterator, fieldsLayout, reduced, setField } from './iterator.ts';
import { ISLICE } from './islice.ts';

export const ACCUMULATE = moduleTypeHandle();

/** Payload of `accumulate`; `operation` is NULL for a sum, `total` until there is one, `initial` None for none. */
class Accumulate {
  total = NULL;
  constructor(
    public iterator: Ref,
    public operation: Ref,
    public initial: Ref,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Accumulate => rt.heap.payload[self] as Accumulate;

function* accumulateNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [iterable, operation, initial] = bind(rt, 'accumulate', 'iterable, func=None, *, initial=None', args, keywords);
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, iterable!));
  const held = operation === NULL || operation === NONE ? NULL : heap.incref(operation!);
  return newInstance(rt, type, new Accumulate(iterator, held, initial === NULL ? NONE : heap.incref(initial!)));
}

/** Mirrors accumulate_next(). */
function* accumulateNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = stateOf(rt, self);
  if (state.initial !== NONE) {
    const { initial } = state;
    state.initial = NONE;
    setField(rt, state, 'total', heap.incref(initial));
    return initial;
  }
  const item = yield* settle(rt, next(rt, state.iterator));
  if (item === NULL) return NULL;
  if (state.total === NULL) {
    state.total = heap.incref(item);
    return item;
  }
  let total: Ref;
  try {
    const { operation } = state;
    total =
      operation === NULL
        ? yield* settle(rt, binary(rt, BinaryOp.ADD, state.total, item))
        : yield* untilRaised(rt, () => begin(rt, call(operation, [state.total, item])), [STOP_ITERATION]);
  } finally {
    heap.decref(item);
  }
  if (total !== NULL) setField(rt, state, 'total', heap.incref(total));
  return total;
}

/** Mirrors accumulate_reduce(): a total that is None is put before what is left, and skipped in a slice of it all. */
function reduce(rt: Runtime, self: Ref): Ref {
  const { heap } = rt;
  const { total, iterator, operation, initial } = stateOf(rt, self);
  const function_ = operation === NULL ? NONE : heap.incref(operation);
  if (initial !== NONE) return reduced(rt, self, [newChain(rt, [initial], iterator), function_], NONE);
  if (total === NONE) {
    const again = newInstance(rt, ACCUMULATE, new Accumulate(newChain(rt, [NONE], iterator), operation === NULL ? NULL : function_, NONE));
    return newTuple(rt, [heap.incref(ISLICE), newTuple(rt, [again, rt.newInt(1), NONE])]);
  }
  return reduced(rt, self, [heap.incref(iterator), function_], total === NULL ? NONE : heap.incref(total));
}

defineIterator({
  handle: ACCUMULATE,
  name: 'accumulate',
  layout: fieldsLayout(['operation', 'iterator', 'total', 'initial'], ['operation', 'total', 'iterator', 'initial']),
  tp_new: (rt, type, args, keywords) => begin(rt, accumulateNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, accumulateNext(rt, self)),
  methods: [
    native('__reduce__', '', reduce),
    native('__setstate__', 'state, /', (rt, self, [total]) => {
      setField(rt, stateOf(rt, self), 'total', rt.heap.incref(total!));
      return NONE;
    }),
  ],
});
