import { TypeFlag } from '../heap/heap.ts';
import {
  INDEX_ERROR,
  INT,
  LIST,
  LIST_ITERATOR,
  LIST_REVERSE_ITERATOR,
  NONE,
  NOT_IMPLEMENTED,
  SLICE,
  TUPLE,
  TYPE_ERROR,
  VALUE_ERROR,
} from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { containersOf } from '../versions/containers.ts';
import { withSize } from './arguments.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newList } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { collect, iter, lengthHint, next, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { instanceSize } from './core/sizes.ts';
import { bind } from './core/signature.ts';
import { begin, pulling, settle, type Steps } from './core/suspend.ts';
import { genericAlias } from './genericalias.ts';
import { SequenceIterator } from './iterators.ts';
import { keepSlots, listSlots, releaseSlots, reserveSlots, resizeList } from './listsize.ts';
import { sortList } from './listsort.ts';
import {
  compareSequences,
  containsItem,
  countItems,
  findItem,
  indexOfItem,
  isList,
  joinReprs,
  position,
  repeatItems,
  sliceItems,
} from './sequence.ts';
import { resolveSlice, withSlice } from './slice.ts';
import type { SliceIndices } from '../text/slice.ts';

const mutable = (rt: Runtime, list: Ref): Ref[] => rt.heap.payload[list] as Ref[];

/** Mirrors list___init___impl(): the list is emptied first. */
function listInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const exact = rt.heap.type[self] === LIST || rt.typeOf(self).slots.tp_new === listNew;
  const [iterable = NULL] = bind(rt, 'list', 'iterable=(), /', args, exact ? keywords : NULL);
  clearList(rt, self);
  if (iterable === NULL) return NULL;
  if (takesOver(rt, iterable)) return appendAll(rt, self, iterable);
  return begin(rt, extendSteps(rt, self, iterable));
}

const listNew = (rt: Runtime, type: Ref): Eventual => newInstance(rt, type, []);

/** Drops all items, the last first. */
function clearList(rt: Runtime, list: Ref): void {
  const items = mutable(rt, list);
  releaseSlots(rt, list);
  if (items.length === 0) return;
  rt.heap.payload[list] = [];
  rt.heap.deaths.drop(items.reverse());
}

const takesOver = (rt: Runtime, iterable: Ref): boolean => rt.heap.type[iterable] === LIST || rt.heap.type[iterable] === TUPLE;

function appendAll(rt: Runtime, list: Ref, sequence: Ref): Ref {
  const added = itemsOf(rt, sequence);
  const items = mutable(rt, list);
  const { refcount } = rt.heap;
  rt.charge(added.length, added.length * 8);
  const count = added.length;
  reserveSlots(rt, list, items.length, sequence, count);
  for (let i = 0; i < count; i++) {
    const item = added[i]!;
    refcount[item]!++;
    items.push(item);
  }
  return NULL;
}

/** Appends every item of an iterable; answers NULL. Mirrors list_extend(). */
export function extendList(rt: Runtime, list: Ref, iterable: Ref): Eventual {
  return takesOver(rt, iterable) ? appendAll(rt, list, iterable) : begin(rt, extendSteps(rt, list, iterable));
}

/** What an iterable that does not tell its length is taken to have. */
const unknownLength = 8;

function* extendSteps(rt: Runtime, list: Ref, iterable: Ref, asksLength = true): Steps<Ref> {
  const iterator = yield* settle(rt, iter(rt, iterable));
  const append = (item: Ref): true => {
    rt.charge(0, 8);
    mutable(rt, list).push(item);
    return true;
  };
  try {
    if (asksLength) {
      const expected = yield* lengthHint(rt, iterable, unknownLength);
      reserveSlots(rt, list, itemsOf(rt, list).length, iterable, expected);
    }
    for (;;) {
      const gotItem = next(rt, iterator);
      const asked = gotItem === SUSPENDED ? pulling(rt, append) : null;
      const item = asked !== null ? yield asked : gotItem === SUSPENDED ? yield* settle(rt, gotItem) : gotItem;
      if (item === NULL) break;
      rt.charge(1);
      append(item);
    }
    const { length } = itemsOf(rt, list);
    if (length < listSlots(rt, list)) resizeList(rt, list, length, length);
    return NULL;
  } finally {
    rt.heap.decref(iterator);
  }
}

/** New references to all items, gathered in a list of the heap's, so that a collection meanwhile sees them. */
export function* gather(rt: Runtime, iterable: Ref, asksLength: boolean): Steps<Ref[]> {
  if (takesOver(rt, iterable)) return copyRefs(rt, itemsOf(rt, iterable));
  const list = newList(rt, []);
  try {
    yield* extendSteps(rt, list, iterable, asksLength);
    const items = mutable(rt, list);
    rt.heap.payload[list] = [];
    return items;
  } finally {
    rt.heap.decref(list);
  }
}

function listConcat(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (!isList(rt, right)) raise(rt, TYPE_ERROR, `can only concatenate list (not "${typeName(rt, right)}") to list`);
  const size = itemsOf(rt, left).length + itemsOf(rt, right).length;
  rt.charge(size, size * 8);
  return newList(rt, copyRefs(rt, itemsOf(rt, left).concat(itemsOf(rt, right))));
}

function listItem(rt: Runtime, self: Ref, index: number): Eventual {
  const item = itemsOf(rt, self)[index];
  return item === undefined ? raise(rt, INDEX_ERROR, 'list index out of range') : rt.heap.incref(item);
}

function listSubscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  const { heap } = rt;
  if (heap.type[key] === INT) {
    const index = heap.payload[key] as number | bigint;
    if (typeof index === 'number') return listItem(rt, self, index < 0 ? index + itemsOf(rt, self).length : index);
  }
  if (heap.type[key] !== SLICE) return begin(rt, indexedSteps(rt, self, key));
  return withSlice(rt, key, () => itemsOf(rt, self).length, (slice) => newList(rt, sliceItems(rt, itemsOf(rt, self), slice)));
}

function* indexedSteps(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  return yield* settle(rt, listItem(rt, self, yield* position(rt, self, key, 'list')));
}

/** Part of a list that had `before` items was replaced: an empty list gives everything back (list_ass_slice). */
function settleSlots(rt: Runtime, list: Ref, before: number): void {
  const { length } = itemsOf(rt, list);
  if (length === 0) releaseSlots(rt, list);
  else if (length !== before) resizeList(rt, list, before, length);
}

/** Stores or, with `value` NULL, deletes the item at `index`. */
function assignItem(rt: Runtime, self: Ref, index: number, value: Ref): Ref {
  const { heap } = rt;
  const items = mutable(rt, self);
  const old = items[index];
  if (old === undefined) raise(rt, INDEX_ERROR, 'list assignment index out of range');
  if (value === NULL) {
    const keeps = containersOf(rt.profile.version).deletionKeepsSlots;
    if (keeps) keepSlots(rt, self);
    items.splice(index, 1);
    if (!keeps) settleSlots(rt, self, items.length + 1);
  } else items[index] = heap.incref(value);
  heap.decref(old);
  return NULL;
}

function listAssign(rt: Runtime, self: Ref, key: Ref, value: Ref): Eventual {
  const { heap } = rt;
  if (heap.type[key] === INT) {
    const index = heap.payload[key] as number | bigint;
    if (typeof index === 'number') return assignItem(rt, self, index < 0 ? index + itemsOf(rt, self).length : index, value);
  }
  return begin(rt, assignSteps(rt, self, key, value));
}

function* assignSteps(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  if (rt.heap.type[key] !== SLICE) return assignItem(rt, self, yield* position(rt, self, key, 'list'), value);
  let slice = yield* resolveSlice(rt, key, () => itemsOf(rt, self).length);
  if (slice.step === 1) {
    const added = value === NULL ? [] : yield* assigned(rt, value, containersOf(rt.profile.version).sliceValueWanted);
    // Collecting the items may have changed the list.
    const { length } = itemsOf(rt, self);
    const start = Math.min(slice.start, length);
    replaceSlice(rt, self, start, Math.min(Math.max(slice.stop, start), length), added);
    return NULL;
  }
  if (value === NULL) {
    deleteStepped(rt, self, slice);
    return NULL;
  }
  const added = yield* assigned(rt, value, 'must assign iterable to extended slice');
  slice = adjusted(slice, itemsOf(rt, self).length);
  if (added.length !== slice.count) {
    rt.heap.deaths.drop(added.reverse());
    raise(rt, VALUE_ERROR, `attempt to assign sequence of size ${added.length} to extended slice of size ${slice.count}`);
  }
  const items = mutable(rt, self);
  const old: Ref[] = [];
  for (let i = 0, at = slice.start; i < slice.count; i++, at += slice.step) {
    old.push(items[at]!);
    items[at] = added[i]!;
  }
  rt.heap.deaths.drop(old);
  return NULL;
}

/** A slice computed before the list may have become shorter. */
function adjusted(slice: SliceIndices, length: number): SliceIndices {
  const { start, step } = slice;
  let { count } = slice;
  while (count > 0 && (start + (count - 1) * step >= length || start >= length)) count--;
  return { ...slice, count };
}

function* assigned(rt: Runtime, value: Ref, message: string): Steps<Ref[]> {
  const { slots } = rt.typeOf(value);
  if (slots.tp_iter === undefined && slots.sq_item === undefined) raise(rt, TYPE_ERROR, message);
  return yield* collect(rt, value);
}

/** Puts `added`, whose references it takes, in place of a range; what was there dies from the last to the first. */
function replaceSlice(rt: Runtime, self: Ref, start: number, stop: number, added: readonly Ref[]): void {
  const items = mutable(rt, self);
  const before = items.length;
  let old: Ref[];
  if (added.length <= 1000) old = items.splice(start, stop - start, ...added);
  else {
    old = items.slice(start, stop);
    rt.heap.payload[self] = [...items.slice(0, start), ...added, ...items.slice(stop)];
  }
  settleSlots(rt, self, before);
  rt.charge(old.length + added.length);
  rt.heap.deaths.drop(old.reverse());
}

/** `del list[a:b:c]`: what is deleted dies in the order of the list, whatever the sign of the step. */
function deleteStepped(rt: Runtime, self: Ref, { start, step, count }: SliceIndices): void {
  if (count === 0) return;
  const items = mutable(rt, self);
  const first = step < 0 ? start + step * (count - 1) : start;
  const stride = Math.abs(step);
  const dropped: Ref[] = [];
  const kept: Ref[] = [];
  for (let i = 0; i < items.length; i++) {
    const deleted = i >= first && (i - first) % stride === 0 && dropped.length < count;
    (deleted ? dropped : kept).push(items[i]!);
  }
  rt.heap.payload[self] = kept;
  resizeList(rt, self, items.length, kept.length);
  rt.heap.deaths.drop(dropped);
}

function listPop(rt: Runtime, self: Ref, index: number): Eventual {
  const items = mutable(rt, self);
  if (items.length === 0) raise(rt, INDEX_ERROR, 'pop from empty list');
  const at = index < 0 ? index + items.length : index;
  if (at < 0 || at >= items.length) raise(rt, INDEX_ERROR, 'pop index out of range');
  const { length } = items;
  if (length === 1 && containersOf(rt.profile.version).lastPopClears) releaseSlots(rt, self);
  else resizeList(rt, self, length, length - 1);
  if (at === length - 1) return items.pop()!;
  rt.charge((length - at) >> 4);
  return items.splice(at, 1)[0]!;
}

function listInsert(rt: Runtime, self: Ref, index: number, item: Ref): Eventual {
  const items = mutable(rt, self);
  const at = Math.min(Math.max(index < 0 ? index + items.length : index, 0), items.length);
  rt.charge((items.length - at) >> 4);
  items.splice(at, 0, rt.heap.incref(item));
  return NONE;
}

function listRemove(rt: Runtime, self: Ref, value: Ref): Eventual {
  return findItem(rt, self, value, 0, Infinity, (at) => {
    if (at < 0) raise(rt, VALUE_ERROR, 'list.remove(x): x not in list');
    const [old] = mutable(rt, self).splice(at, 1);
    if (old === undefined) return NONE;
    settleSlots(rt, self, itemsOf(rt, self).length + 1);
    rt.heap.decref(old);
    return NONE;
  });
}

function* raiseNotInList(rt: Runtime, value: Ref): Steps<Ref> {
  const shown = yield* settle(rt, repr(rt, value));
  const message = containersOf(rt.profile.version).notInList(rt.text(shown));
  rt.heap.decref(shown);
  raise(rt, VALUE_ERROR, message);
}

function listInplaceRepeat(rt: Runtime, self: Ref, count: number): Eventual {
  if (count <= 0) clearList(rt, self);
  else if (count > 1) {
    const more = repeatItems(rt, itemsOf(rt, self), count - 1);
    const items = mutable(rt, self);
    resizeList(rt, self, items.length, items.length + more.length);
    for (const item of more) items.push(item);
  }
  return rt.heap.incref(self);
}

function* inplaceConcat(rt: Runtime, self: Ref, other: Ref): Steps<Ref> {
  yield* settle(rt, extendList(rt, self, other));
  return rt.heap.incref(self);
}

function* extendMethod(rt: Runtime, self: Ref, iterable: Ref): Steps<Ref> {
  yield* settle(rt, extendList(rt, self, iterable));
  return NONE;
}

defineType({
  handle: LIST,
  name: 'list',
  flags: CONTAINER | TypeFlag.REFS | TypeFlag.LIST_SUBCLASS | TypeFlag.SEQUENCE,
  slots: {
    tp_new: listNew,
    tp_init: listInit,
    tp_repr: (rt, self) => (itemsOf(rt, self).length === 0 ? rt.newStr('[]') : begin(rt, joinReprs(rt, self, '[', ']', false))),
    tp_hash: null,
    tp_richcompare: (rt, left, right, op) => (isList(rt, left) && isList(rt, right) ? compareSequences(rt, left, right, op) : NOT_IMPLEMENTED),
    tp_iter: (rt, self) => rt.heap.allocateTracked(LIST_ITERATOR, new SequenceIterator(rt.heap.incref(self), 0)),
    sq_length: (rt, self) => rt.newInt(itemsOf(rt, self).length),
    sq_concat: listConcat,
    sq_repeat: (rt, self, count) => newList(rt, repeatItems(rt, itemsOf(rt, self), Math.max(count, 0))),
    sq_item: listItem,
    sq_contains: containsItem,
    sq_inplace_concat: (rt, self, other) => {
      if (!takesOver(rt, other)) return begin(rt, inplaceConcat(rt, self, other));
      appendAll(rt, self, other);
      return rt.heap.incref(self);
    },
    sq_inplace_repeat: listInplaceRepeat,
    mp_subscript: listSubscript,
    mp_ass_subscript: listAssign,
  },
  methods: [
    native('append', 'object, /', (rt, self, args) => {
      mutable(rt, self).push(rt.heap.incref(args[0]!));
      return NONE;
    }),
    native('clear', '', (rt, self) => {
      clearList(rt, self);
      return NONE;
    }),
    native('copy', '', (rt, self) => newList(rt, copyRefs(rt, itemsOf(rt, self)))),
    suspending('count', 'value, /', (rt, self, [value]) => countItems(rt, self, value!)),
    suspending('extend', 'iterable, /', (rt, self, [iterable]) => extendMethod(rt, self, iterable!)),
    native('index', 'value, start=, stop=, /', (rt, self, [value, start, stop]) =>
      indexOfItem(rt, self, value!, start!, stop!, () => begin(rt, raiseNotInList(rt, value!))),
    ),
    native('insert', 'index, object, /', (rt, self, [index, item]) => withSize(rt, index!, (at) => listInsert(rt, self, at, item!))),
    native('pop', 'index=, /', (rt, self, args) => (args[0] === NULL ? listPop(rt, self, -1) : withSize(rt, args[0]!, (at) => listPop(rt, self, at)))),
    native('remove', 'value, /', (rt, self, [value]) => listRemove(rt, self, value!)),
    native('reverse', '', (rt, self) => {
      mutable(rt, self).reverse();
      return NONE;
    }),
    suspending('sort', '*, key=, reverse=', (rt, self, [key, reverse]) => sortList(rt, self, key!, reverse!)),
    native('__getitem__', 'index, /', (rt, self, [key]) => listSubscript(rt, self, key!)),
    native('__reversed__', '', (rt, self) =>
      rt.heap.allocateTracked(LIST_REVERSE_ITERATOR, new SequenceIterator(rt.heap.incref(self), itemsOf(rt, self).length - 1)),
    ),
    native('__sizeof__', '', (rt, self) => rt.newInt(instanceSize(rt, rt.heap.type[self]!).basic + 8 * listSlots(rt, self))),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});
