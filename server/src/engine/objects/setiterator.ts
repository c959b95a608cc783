import { RUNTIME_ERROR, SET_ITERATOR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newList } from './core/make.ts';
import { native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { exhaust, iteratorFlags, reduced, sequenceIteratorLayout } from './iterators.ts';
import type { SetTable } from './settable.ts';

/** Payload of a set's iterator; the set is owned, NULL once exhausted. */
export class SetIterator {
  /** Index in the table. */
  index = 0;
  constructor(
    public sequence: Ref,
    /** Size at the start, −1 once the set was found changed; how many keys are still to come. */
    public used: number,
    public remaining: number = used,
  ) {}
}

const stateOf = (rt: Runtime, iterator: Ref): SetIterator => rt.heap.payload[iterator] as SetIterator;

/** Mirrors setiter_iternext(). */
function setNext(rt: Runtime, self: Ref): Ref {
  const state = stateOf(rt, self);
  if (state.sequence === NULL) return NULL;
  const table = rt.heap.payload[state.sequence] as SetTable;
  if (state.used !== table.used) {
    state.used = -1;
    raise(rt, RUNTIME_ERROR, 'Set changed size during iteration');
  }
  let at = state.index;
  while (at <= table.mask && table.keyAt(at) === NULL) at++;
  state.index = at + 1;
  if (at > table.mask) return exhaust(rt, state);
  state.remaining--;
  return rt.heap.incref(table.keyAt(at));
}

defineType({
  handle: SET_ITERATOR,
  name: 'set_iterator',
  flags: iteratorFlags,
  layout: sequenceIteratorLayout,
  slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: setNext },
  methods: [
    native('__length_hint__', '', (rt, self) => {
      const { sequence, used, remaining } = stateOf(rt, self);
      return rt.newInt(sequence !== NULL && used === (rt.heap.payload[sequence] as SetTable).used ? remaining : 0);
    }),
    native('__reduce__', '', (rt, self) => {
      const state = stateOf(rt, self);
      const { sequence, index, used, remaining } = state;
      if (sequence !== NULL) rt.heap.incref(sequence);
      const items: Ref[] = [];
      for (let item = setNext(rt, self); item !== NULL; item = setNext(rt, self)) items.push(item);
      Object.assign(state, { sequence, index, used, remaining });
      return reduced(rt, 'iter', newList(rt, items), -1);
    }),
  ],
});
