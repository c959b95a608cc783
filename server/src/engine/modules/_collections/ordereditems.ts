import { MISSING, NEEDS_PROTOCOL } from '../../objects/core/dicttable.ts';
import { KEY_ERROR, NONE } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { raiseKeyError, raiseWith } from '../../objects/core/errors.ts';
import { newTuple } from '../../objects/core/make.ts';
import { contains, getItem, hash, setItem } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictFindHashed, storeAt } from '../../objects/dictsearch.ts';
import { locate, orderedTable, takeEntry, type OrderedTable } from './orderedtable.ts';

/** What `OrderedDict` does with single entries. */

function store(rt: Runtime, self: Ref, table: OrderedTable, at: number, key: Ref, value: Ref): Ref {
  storeAt(rt, self, table, at, key, value);
  const stored = at >= 0 ? table.keys[at]! : key;
  if (!table.hasNode(stored)) table.addLast(rt.heap.incref(stored));
  return NULL;
}

/** Mirrors odict_mp_ass_sub() for a value: the table first, then the list. Answers NULL. */
export function setEntry(rt: Runtime, self: Ref, key: Ref, value: Ref): Eventual {
  const table = orderedTable(rt, self);
  const at = table.findExact(rt, key);
  return at === NEEDS_PROTOCOL ? begin(rt, setSteps(rt, self, key, value)) : store(rt, self, table, at, key, value);
}

function* setSteps(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const exact = orderedTable(rt, self).findExact(rt, key);
  if (exact === NEEDS_PROTOCOL) yield* settle(rt, hash(rt, key));
  return yield* setHashed(rt, self, key, value);
}

/** Stores under the hash in `rt`, where the key needs one. Answers NULL. */
export function* setHashed(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const table = orderedTable(rt, self);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  const exact = table.findExact(rt, key);
  const at = exact === NEEDS_PROTOCOL ? yield* dictFindHashed(rt, table, key, low, high) : exact;
  rt.hashLow = low;
  rt.hashHigh = high;
  store(rt, self, table, at, key, value);
  // The list is searched for the key too.
  if (exact === NEEDS_PROTOCOL) yield* dictFindHashed(rt, table, key, low, high);
  return NULL;
}

/** Mirrors PyODict_DelItem(). Answers NULL. */
export function* deleteEntry(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const table = orderedTable(rt, self);
  const at = yield* locate(rt, table, key, 2);
  if (at === MISSING) raiseKeyError(rt, key);
  rt.heap.deaths.drop(takeEntry(rt, table, at));
  return NULL;
}

/** Mirrors _odict_popkey_hash(): the value, owned; `fallback` NULL for none. */
export function* popEntry(rt: Runtime, self: Ref, key: Ref, fallback: Ref): Steps<Ref> {
  const table = orderedTable(rt, self);
  const at = yield* locate(rt, table, key, 3);
  if (at === MISSING) return fallback === NULL ? raiseKeyError(rt, key) : rt.heap.incref(fallback);
  const released = takeEntry(rt, table, at);
  const value = released.pop()!;
  rt.heap.deaths.drop(released);
  return value;
}

/** Mirrors OrderedDict_popitem_impl(). */
export function* popItem(rt: Runtime, self: Ref, last: boolean): Steps<Ref> {
  const table = orderedTable(rt, self);
  if (table.isListEmpty) raiseWith(rt, KEY_ERROR, rt.newStr('dictionary is empty'));
  const key = rt.heap.incref(last ? table.last : table.first);
  // The node is found at once: its key is the table's own.
  const at = table.keys.indexOf(key);
  try {
    if (at < 0) {
      table.unlink(key);
      rt.heap.decref(key);
      raiseKeyError(rt, key);
    }
  } catch (error) {
    rt.heap.decref(key);
    throw error;
  }
  const released = takeEntry(rt, table, at);
  const value = released.pop()!;
  rt.heap.deaths.drop(released);
  return newTuple(rt, [key, value]);
}

/** Mirrors OrderedDict_setdefault_impl(): a subclass is asked by its own methods. */
export function* setDefault(rt: Runtime, self: Ref, key: Ref, value: Ref, exact: boolean): Steps<Ref> {
  const table = orderedTable(rt, self);
  if (exact) {
    const at = yield* locate(rt, table, key);
    if (at >= 0) return rt.heap.incref(table.values[at]!);
    yield* settle(rt, setEntry(rt, self, key, value));
  } else if (yield* contains(rt, self, key)) return yield* settle(rt, getItem(rt, self, key));
  else yield* settle(rt, setItem(rt, self, key, value));
  return rt.heap.incref(value);
}

/** Mirrors OrderedDict_move_to_end_impl(). */
export function* moveToEnd(rt: Runtime, self: Ref, key: Ref, last: boolean): Steps<Ref> {
  const table = orderedTable(rt, self);
  if (table.isListEmpty) raiseKeyError(rt, key);
  if (key === (last ? table.last : table.first)) return NONE;
  const at = yield* locate(rt, table, key);
  const node = at < 0 ? NULL : table.keys[at]!;
  if (node === NULL || !table.hasNode(node)) raiseKeyError(rt, key);
  if (node === (last ? table.last : table.first)) return NONE;
  table.unlink(node);
  if (last) table.addLast(node);
  else table.addFirst(node);
  return NONE;
}
