import { INDEX_ERROR, NONE, REVERSED, STOP_ITERATION, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { refusesKeywords } from './arguments.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { callSpecial, lookupText, typeName } from './core/lookup.ts';
import { itemsOf, newTuple, tupleOf } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { length } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, type Steps } from './core/suspend.ts';
import { isDict } from './dictsearch.ts';
import { exhaust, SequenceIterator, sequenceIteratorLayout, stateIndex, untilRaised } from './iterators.ts';

const stateOf = (rt: Runtime, self: Ref): SequenceIterator => rt.heap.payload[self] as SequenceIterator;

/** Mirrors reversed_new_impl(): `__reversed__` if there is one, else a sequence by its length. */
function* reversedNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const named = keywords === NULL ? 0 : itemsOf(rt, keywords).length;
  if (named > 0 && refusesKeywords(rt, type, REVERSED)) raise(rt, TYPE_ERROR, 'reversed() takes no keyword arguments');
  if (args.length - named !== 1) raise(rt, TYPE_ERROR, `reversed expected 1 argument, got ${args.length - named}`);
  const sequence = args[0]!;
  const method = lookupText(rt, heap.type[sequence]!, '__reversed__');
  if (method !== NULL && method !== NONE) return yield* callSpecial(rt, sequence, method, []);
  if (method === NONE || rt.typeOf(sequence).slots.sq_item === undefined || isDict(rt, sequence)) {
    raise(rt, TYPE_ERROR, `'${typeName(rt, sequence)}' object is not reversible`);
  }
  const size = yield* length(rt, sequence);
  return newInstance(rt, type, new SequenceIterator(heap.incref(sequence), size - 1));
}

/** Mirrors reversed_next(). */
function* reversedNext(rt: Runtime, self: Ref): Steps<Ref> {
  const state = stateOf(rt, self);
  const { sequence, index } = state;
  if (sequence === NULL) return NULL;
  if (index >= 0) {
    const getItem = rt.typeOf(sequence).slots.sq_item!;
    const item = yield* untilRaised(rt, () => getItem(rt, sequence, index), [INDEX_ERROR, STOP_ITERATION]);
    if (item !== NULL) {
      state.index--;
      return item;
    }
  }
  return exhaust(rt, state);
}

defineType({
  handle: REVERSED,
  name: 'reversed',
  flags: CONTAINER,
  layout: sequenceIteratorLayout,
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, reversedNew(rt, type, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => begin(rt, reversedNext(rt, self)),
  },
  methods: [
    suspending('__length_hint__', '', function* (rt, self) {
      const { sequence, index } = stateOf(rt, self);
      if (sequence === NULL) return rt.newInt(0);
      return rt.newInt((yield* length(rt, sequence)) <= index ? 0 : index + 1);
    }),
    suspending('__setstate__', 'state, /', function* (rt, self, [given]) {
      const index = stateIndex(rt, given!);
      const state = stateOf(rt, self);
      if (state.sequence !== NULL) state.index = Math.min(Math.max(-1, index), (yield* length(rt, state.sequence)) - 1);
      return NONE;
    }),
    native('__reduce__', '', (rt, self) => {
      const { sequence, index } = stateOf(rt, self);
      const type = rt.heap.incref(rt.heap.type[self]!);
      if (sequence === NULL) return newTuple(rt, [type, newTuple(rt, [newTuple(rt, [])])]);
      return newTuple(rt, [type, tupleOf(rt, sequence), rt.newInt(index)]);
    }),
  ],
});
