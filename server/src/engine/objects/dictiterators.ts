import type { Layout } from '../heap/heap.ts';
import {
  DICT_ITEM_ITERATOR,
  DICT_KEY_ITERATOR,
  DICT_REVERSE_ITEM_ITERATOR,
  DICT_REVERSE_KEY_ITERATOR,
  DICT_REVERSE_VALUE_ITERATOR,
  DICT_VALUE_ITERATOR,
  NONE,
  RUNTIME_ERROR,
} from '../heap/known.ts';
import { NULL, SUSPENDED, type Ref } from '../heap/ref.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newList, tableOf, tupleOf } from './core/make.ts';
import { native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { iteratorFlags, reduced } from './iterators.ts';
import { nextTuple } from './resulttuple.ts';

/** Payload of a dict's iterators. `dict` and `result` are owned; `dict` is NULL once exhausted. */
export class DictIterator {
  constructor(
    public dict: Ref,
    /** The next entry to look at. */
    public index: number,
    /** Size of the dict at the start; −1 once it was found changed. */
    public used: number,
    /** How many keys are still to come. */
    public remaining: number,
    /** The tuple that an iterator over items fills again and again where nobody else holds it; else NULL. */
    public result: Ref,
  ) {}
}

const layout: Layout = {
  traverse(payload, visit) {
    const { dict, result } = payload as DictIterator;
    if (dict !== NULL) visit(dict);
    if (result !== NULL) visit(result);
  },
  clear(payload, released) {
    const state = payload as DictIterator;
    if (state.dict !== NULL) released.push(state.dict);
    if (state.result !== NULL) released.push(state.result);
    state.dict = NULL;
    state.result = NULL;
  },
};

const stateOf = (rt: Runtime, iterator: Ref): DictIterator => rt.heap.payload[iterator] as DictIterator;
const yieldsItems = (type: Ref): boolean => type === DICT_ITEM_ITERATOR || type === DICT_REVERSE_ITEM_ITERATOR;
const isReverse = (type: Ref): boolean =>
  type === DICT_REVERSE_KEY_ITERATOR || type === DICT_REVERSE_VALUE_ITERATOR || type === DICT_REVERSE_ITEM_ITERATOR;

/** Mirrors dictiter_new(); `type` is one of the six iterator types. */
export function newDictIterator(rt: Runtime, dict: Ref, type: Ref): Ref {
  const { keys, used } = tableOf(rt, dict);
  const result = yieldsItems(type) ? tupleOf(rt, NONE, NONE) : NULL;
  const start = isReverse(type) ? keys.length - 1 : 0;
  return rt.heap.allocateTracked(type, new DictIterator(rt.heap.incref(dict), start, used, used, result));
}

/** The `tp_iter` of dict: by it a subclass is known to iterate as dict does. */
export const dictIter = (rt: Runtime, self: Ref): Ref => newDictIterator(rt, self, DICT_KEY_ITERATOR);

/** The index of the next entry, or −1 when exhausted: then the iterator has let go of the dict. */
function advance(rt: Runtime, state: DictIterator, step: 1 | -1): number {
  const { dict } = state;
  if (dict === NULL) return -1;
  const { keys, used } = tableOf(rt, dict);
  if (state.used !== used) {
    state.used = -1;
    raise(rt, RUNTIME_ERROR, 'dictionary changed size during iteration');
  }
  let at = state.index;
  while (at >= 0 && at < keys.length && keys[at] === NULL) at += step;
  if (at < 0 || at >= keys.length) {
    state.dict = NULL;
    rt.heap.decref(dict);
    return -1;
  }
  if (state.remaining === 0 && step > 0) {
    state.dict = NULL;
    rt.heap.decref(dict);
    raise(rt, RUNTIME_ERROR, 'dictionary keys changed during iteration');
  }
  state.index = at + step;
  state.remaining--;
  return at;
}

const nextKey =
  (step: 1 | -1) =>
  (rt: Runtime, self: Ref): Ref => {
    const state = stateOf(rt, self);
    const { dict } = state;
    const at = advance(rt, state, step);
    return at < 0 ? NULL : rt.heap.incref(tableOf(rt, dict).keys[at]!);
  };

const nextValue =
  (step: 1 | -1) =>
  (rt: Runtime, self: Ref): Ref => {
    const state = stateOf(rt, self);
    const { dict } = state;
    const at = advance(rt, state, step);
    return at < 0 ? NULL : rt.heap.incref(tableOf(rt, dict).values[at]!);
  };

const nextItem =
  (step: 1 | -1) =>
  (rt: Runtime, self: Ref): Ref => {
    const { heap } = rt;
    const state = stateOf(rt, self);
    const { dict } = state;
    const at = advance(rt, state, step);
    if (at < 0) return NULL;
    const table = tableOf(rt, dict);
    return nextTuple(rt, state.result, [heap.incref(table.keys[at]!), heap.incref(table.values[at]!)]);
  };

const hint = native('__length_hint__', '', (rt, self) => {
  const { dict, used, remaining } = stateOf(rt, self);
  return rt.newInt(dict !== NULL && used === tableOf(rt, dict).used ? remaining : 0);
});

/** An iterator is pickled as one over the list of what is left. */
const reduce = native('__reduce__', '', (rt, self) => {
  const state = stateOf(rt, self);
  const slot = rt.typeOf(self).slots.tp_iternext!;
  const { dict, index, used, remaining } = state;
  if (dict !== NULL) rt.heap.incref(dict);
  const items: Ref[] = [];
  for (let item = slot(rt, self); item !== NULL && item !== SUSPENDED; item = slot(rt, self)) items.push(item);
  state.dict = dict;
  state.index = index;
  state.used = used;
  state.remaining = remaining;
  return reduced(rt, 'iter', newList(rt, items), -1);
});

const itself = (rt: Runtime, self: Ref): Ref => rt.heap.incref(self);

for (const [handle, name, tp_iternext] of [
  [DICT_KEY_ITERATOR, 'dict_keyiterator', nextKey(1)],
  [DICT_VALUE_ITERATOR, 'dict_valueiterator', nextValue(1)],
  [DICT_ITEM_ITERATOR, 'dict_itemiterator', nextItem(1)],
  [DICT_REVERSE_KEY_ITERATOR, 'dict_reversekeyiterator', nextKey(-1)],
  [DICT_REVERSE_VALUE_ITERATOR, 'dict_reversevalueiterator', nextValue(-1)],
  [DICT_REVERSE_ITEM_ITERATOR, 'dict_reverseitemiterator', nextItem(-1)],
] as const) {
  defineType({ handle, name, flags: iteratorFlags, layout, slots: { tp_iter: itself, tp_iternext }, methods: [hint, reduce] });
}

