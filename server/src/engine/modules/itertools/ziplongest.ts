import { NONE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, raise, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf, newTuple, tupleOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { iteratorsOf } from '../../objects/parallel.ts';
import { defineIterator, fieldsLayout, setField } from './iterator.ts';

export const ZIP_LONGEST = moduleTypeHandle();

/** Payload of `zip_longest`: a tuple of iterators, NULL in it for those that are exhausted, and the tuple to fill. */
class ZipLongest {
  constructor(
    public iterators: Ref,
    public result: Ref,
    public fill: Ref,
    public active: number,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): ZipLongest => rt.heap.payload[self] as ZipLongest;

function* zipNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  if (names.length > 1 || names.some((name) => rt.text(name) !== 'fillvalue')) raise(rt, TYPE_ERROR, 'zip_longest() got an unexpected keyword argument');
  const iterables = args.slice(0, args.length - names.length);
  const iterators = yield* iteratorsOf(rt, iterables);
  const fill = names.length === 0 ? NONE : rt.heap.incref(args[args.length - 1]!);
  return newInstance(rt, type, new ZipLongest(iterators, tupleOf(rt, ...iterables.map(() => NONE)), fill, iterables.length));
}

/** The item for a position: of its iterator, or what fills the gap; NULL once all are exhausted. */
function* itemAt(rt: Runtime, state: ZipLongest, position: number): Steps<Ref> {
  const iterators = rt.heap.payload[state.iterators] as Ref[];
  const iterator = iterators[position]!;
  if (iterator === NULL) return rt.heap.incref(state.fill);
  try {
    const item = yield* settle(rt, next(rt, iterator));
    if (item !== NULL) return item;
  } catch (error) {
    const exception = caught(rt, error);
    state.active = 0;
    rethrow(rt, exception);
  }
  state.active--;
  if (state.active === 0) return NULL;
  iterators[position] = NULL;
  const fill = rt.heap.incref(state.fill);
  rt.heap.decref(iterator);
  return fill;
}

/** Mirrors zip_longest_next(). */
function* zipNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = stateOf(rt, self);
  const size = itemsOf(rt, state.iterators).length;
  if (size === 0 || state.active === 0) return NULL;
  const { result } = state;
  const target = heap.refcount[result] === 1 ? heap.incref(result) : heap.allocateTracked(TUPLE, new Array<Ref>(size).fill(NULL));
  let filled = false;
  try {
    for (let i = 0; i < size; i++) {
      const item = yield* itemAt(rt, state, i);
      if (item === NULL) return NULL;
      const items = heap.payload[target] as Ref[];
      const old = items[i]!;
      items[i] = item;
      heap.xdecref(old);
    }
    filled = true;
    heap.track(target);
    return target;
  } finally {
    if (!filled) heap.decref(target);
  }
}

defineIterator({
  handle: ZIP_LONGEST,
  name: 'zip_longest',
  layout: fieldsLayout(['iterators', 'result', 'fill']),
  tp_new: (rt, type, args, keywords) => begin(rt, zipNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, zipNext(rt, self)),
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { heap } = rt;
      const { iterators, fill } = stateOf(rt, self);
      const args = itemsOf(rt, iterators).map((iterator) => (iterator === NULL ? newTuple(rt, []) : heap.incref(iterator)));
      return newTuple(rt, [heap.incref(heap.type[self]!), newTuple(rt, args), heap.incref(fill)]);
    }),
    native('__setstate__', 'state, /', (rt, self, [fill]) => {
      setField(rt, stateOf(rt, self), 'fill', rt.heap.incref(fill!));
      return NONE;
    }),
  ],
});
