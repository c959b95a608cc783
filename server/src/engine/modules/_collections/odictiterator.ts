import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, raise, raiseKeyError, rethrow } from '../../objects/core/errors.ts';
import { newList, newTuple, tupleOf } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import { collect } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { builtinIter } from '../../objects/iterator-state.ts';
import { nextTuple } from '../../objects/resulttuple.ts';
import { locate, orderedTable } from './orderedtable.ts';

const ODICT_ITERATOR = moduleTypeHandle();

export type Shown = 'keys' | 'values' | 'items';

/** Payload of an iterator over an `OrderedDict`. `current` is the next key; it and `dict` are NULL at the end. */
class OrderedIterator {
  constructor(
    public dict: Ref,
    public current: Ref,
    /** The tuple that is answered again and again; NULL but for items. */
    public result: Ref,
    readonly shown: Shown,
    readonly reversed: boolean,
    public size: number,
    readonly changes: number,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): OrderedIterator => rt.heap.payload[self] as OrderedIterator;

/** Mirrors odictiter_new(). */
export function newOrderedIterator(rt: Runtime, dict: Ref, shown: Shown, reversed: boolean): Ref {
  const { heap } = rt;
  const table = orderedTable(rt, dict);
  const result = shown === 'items' ? tupleOf(rt, NONE, NONE) : NULL;
  const current = reversed ? table.last : table.first;
  if (current !== NULL) heap.incref(current);
  const state = new OrderedIterator(heap.incref(dict), current, result, shown, reversed, table.used, table.changes);
  return heap.allocateTracked(ODICT_ITERATOR, state);
}

function letGo(rt: Runtime, state: OrderedIterator): void {
  const { current, dict } = state;
  state.current = NULL;
  state.dict = NULL;
  rt.heap.xdecref(current);
  rt.heap.xdecref(dict);
}

/** Mirrors odictiter_nextkey(): 1 the end; 2 changes; 3 the node, found by its key; 4 the next one. Owned, or NULL. */
function* nextKey(rt: Runtime, state: OrderedIterator): Steps<Ref> {
  const { heap } = rt;
  // 1
  if (state.dict === NULL) return NULL;
  const table = orderedTable(rt, state.dict);
  if (state.current === NULL) {
    letGo(rt, state);
    return NULL;
  }
  // 2
  if (table.changes !== state.changes) {
    letGo(rt, state);
    raise(rt, RUNTIME_ERROR, 'OrderedDict mutated during iteration');
  }
  if (table.used !== state.size) {
    state.size = -1;
    raise(rt, RUNTIME_ERROR, 'OrderedDict changed size during iteration');
  }
  // 3
  const key = state.current;
  let at: number;
  try {
    at = yield* locate(rt, table, key);
    if (at < 0) raiseKeyError(rt, key);
  } catch (error) {
    const exception = caught(rt, error);
    state.current = NULL;
    heap.decref(key);
    rethrow(rt, exception);
  }
  // 4
  const node = table.keys[at]!;
  const next = state.reversed ? table.previous(node) : table.next(node);
  state.current = next === NULL ? NULL : heap.incref(next);
  return key;
}

/** Mirrors odictiter_iternext(). */
function* nextSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = stateOf(rt, self);
  const key = yield* nextKey(rt, state);
  if (key === NULL || state.shown === 'keys') return key;
  const table = orderedTable(rt, state.dict);
  let value: Ref;
  try {
    const at = yield* locate(rt, table, key);
    if (at < 0) raiseKeyError(rt, key);
    value = heap.incref(table.values[at]!);
  } catch (error) {
    const exception = caught(rt, error);
    heap.decref(key);
    letGo(rt, state);
    rethrow(rt, exception);
  }
  if (state.shown === 'items') return nextTuple(rt, state.result, [key, value]);
  heap.decref(key);
  return value;
}

/** Mirrors odictiter_reduce(): what is left, as a list. */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { dict, current, shown, reversed, size, changes } = stateOf(rt, self);
  for (const part of [dict, current]) if (part !== NULL) heap.incref(part);
  const result = shown === 'items' ? tupleOf(rt, NONE, NONE) : NULL;
  const copy = heap.allocateTracked(ODICT_ITERATOR, new OrderedIterator(dict, current, result, shown, reversed, size, changes));
  try {
    const list = newList(rt, yield* collect(rt, copy));
    return newTuple(rt, [builtinIter(rt), newTuple(rt, [list])]);
  } finally {
    heap.decref(copy);
  }
}

defineType({
  handle: ODICT_ITERATOR,
  name: 'odict_iterator',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse(payload, visit) {
      const { dict, current, result } = payload as OrderedIterator;
      for (const part of [dict, current, result]) if (part !== NULL) visit(part);
    },
    clear(payload, released) {
      const state = payload as OrderedIterator;
      for (const part of [state.dict, state.current, state.result]) if (part !== NULL) released.push(part);
      state.dict = state.current = state.result = NULL;
    },
  },
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self): Eventual => begin(rt, nextSteps(rt, self)),
  },
  methods: [suspending('__reduce__', '', reduce)],
});
