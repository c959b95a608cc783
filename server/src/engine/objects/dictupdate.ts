import { DICT, LIST, RUNTIME_ERROR, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { answersOf } from '../versions/answers.ts';
import { containersOf } from '../versions/containers.ts';
import { getAttr, getAttrOrNull } from './core/attributes.ts';
import { MISSING, type DictTable } from './core/dicttable.ts';
import { caught, matches, raise, rethrow } from './core/errors.ts';
import { fullTypeName, typeName } from './core/lookup.ts';
import { itemsOf, newDict, newList, tableOf } from './core/make.ts';
import { collect, getItem, iter, next } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, call, settle, type Steps } from './core/suspend.ts';
import { dictFind, dictFindHashed, dictSet, hashOfEntry, isAnyDict, maintainTracking, storeAt } from './dictsearch.ts';
import { dictIter } from './dictiterators.ts';

/** What to do with a key that the target has already. */
export type Collision = 'replace' | 'report';

/** What `dict.update`, `dict()` and `|=` take: a dict, an object with `keys`, or pairs. Answers NULL. */
export function dictUpdate(rt: Runtime, dict: Ref, other: Ref): Eventual {
  return copiesPlainly(rt, dict, other) ? NULL : begin(rt, updateSteps(rt, dict, other));
}

/** Mirrors dict_update_arg(). */
function* updateSteps(rt: Runtime, dict: Ref, other: Ref): Steps<Ref> {
  if (rt.heap.type[other] === DICT) return yield* mergeSteps(rt, dict, other, 'replace');
  const keys = yield* getAttrOrNull(rt, other, rt.name('keys'));
  if (keys === NULL) return yield* updateFromPairs(rt, dict, other);
  rt.heap.decref(keys);
  return yield* mergeSteps(rt, dict, other, 'replace');
}

/** Merges a mapping. Mirrors dict_merge(); answers NULL, or a key that is to be reported, owned, at which it stopped. */
export function dictMerge(rt: Runtime, dict: Ref, mapping: Ref, collision: Collision): Eventual {
  return copiesPlainly(rt, dict, mapping) ? NULL : begin(rt, mergeSteps(rt, dict, mapping, collision));
}

const iteratesAsDict = (rt: Runtime, object: Ref): boolean => isAnyDict(rt, object) && rt.typeOf(object).slots.tp_iter === dictIter;

/** Fills an empty dict from another whose keys need no protocol, entry by entry without a search. */
export function copiesPlainly(rt: Runtime, dict: Ref, other: Ref): boolean {
  if (!iteratesAsDict(rt, other)) return false;
  const target = tableOf(rt, dict);
  const source = tableOf(rt, other);
  if (target === source || source.used === 0) return true;
  if (target.used !== 0 || target.chains !== null || source.chains !== null) return false;
  const { heap } = rt;
  rt.charge(source.used, source.used * 16);
  for (let i = 0; i < source.keys.length; i++) {
    const key = source.keys[i]!;
    if (key === NULL) continue;
    const value = source.values[i]!;
    target.append(rt, heap.incref(key), heap.incref(value));
    maintainTracking(rt, dict, key, value);
  }
  return true;
}

function* mergeSteps(rt: Runtime, dict: Ref, mapping: Ref, collision: Collision): Steps<Ref> {
  return iteratesAsDict(rt, mapping) ? yield* mergeDict(rt, dict, mapping, collision) : yield* mergeMapping(rt, dict, mapping, collision);
}

function* mergeDict(rt: Runtime, dict: Ref, other: Ref, collision: Collision): Steps<Ref> {
  const { heap } = rt;
  const source = tableOf(rt, other);
  if (source === tableOf(rt, dict)) return NULL;
  const size = source.used;
  rt.charge(size);
  for (let i = 0; i < source.keys.length; i++) {
    const key = source.keys[i]!;
    if (key === NULL) continue;
    const value = heap.incref(source.values[i]!);
    heap.incref(key);
    try {
      hashOfEntry(rt, source, i);
      if (!(yield* stored(rt, dict, key, value, collision, rt.hashLow, rt.hashHigh))) return heap.incref(key);
    } finally {
      heap.decref(key);
      heap.decref(value);
    }
    if (source.used !== size) raise(rt, RUNTIME_ERROR, 'dict mutated during update');
  }
  return NULL;
}

function* stored(rt: Runtime, dict: Ref, key: Ref, value: Ref, collision: Collision, low: number, high: number): Steps<boolean> {
  const table = tableOf(rt, dict);
  const at = yield* dictFindHashed(rt, table, key, low, high);
  if (at !== MISSING && collision === 'report') return false;
  storeAt(rt, dict, table, at, key, value);
  return true;
}

/** A mapping that is no plain dict: its `keys()`, then `mapping[key]` for each. */
function* mergeMapping(rt: Runtime, dict: Ref, mapping: Ref, collision: Collision): Steps<Ref> {
  const { heap } = rt;
  const keys = yield* keysOf(rt, mapping);
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, keys));
  } finally {
    heap.decref(keys);
  }
  try {
    for (;;) {
      const gotKey = next(rt, iterator);
      const key = gotKey === SUSPENDED ? yield* settle(rt, SUSPENDED) : gotKey;
      if (key === NULL) return NULL;
      try {
        if (collision === 'report' && (yield* dictFind(rt, tableOf(rt, dict), key)) !== MISSING) return heap.incref(key);
        const value = yield* settle(rt, getItem(rt, mapping, key));
        try {
          yield* settle(rt, dictSet(rt, dict, key, value));
        } finally {
          heap.decref(value);
        }
      } finally {
        heap.decref(key);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

/** Mirrors PyMapping_Keys(): what `keys()` answers, as a list. */
function* keysOf(rt: Runtime, mapping: Ref): Steps<Ref> {
  const { heap } = rt;
  const method = yield* settle(rt, getAttr(rt, mapping, rt.name('keys')));
  let keys = NULL;
  let iterator = NULL;
  try {
    keys = yield* call(method, []);
    iterator = yield* settle(rt, iter(rt, keys));
  } catch (error) {
    const exception = caught(rt, error);
    if (keys === NULL || !matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    const { qualifiesTypes, keysNotIterable } = answersOf(rt.profile.version);
    const name = qualifiesTypes ? fullTypeName : typeName;
    raise(rt, TYPE_ERROR, keysNotIterable(name(rt, mapping), name(rt, keys)));
  } finally {
    heap.xdecref(keys);
    heap.decref(method);
  }
  try {
    return newList(rt, yield* collect(rt, iterator));
  } finally {
    heap.decref(iterator);
  }
}

/** Mirrors PyDict_MergeFromSeq2(). */
function* updateFromPairs(rt: Runtime, dict: Ref, pairs: Ref): Steps<Ref> {
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, pairs));
  try {
    for (let position = 0; ; position++) {
      const gotPair = next(rt, iterator);
      const pair = gotPair === SUSPENDED ? yield* settle(rt, SUSPENDED) : gotPair;
      if (pair === NULL) return NULL;
      try {
        yield* storePair(rt, dict, pair, position);
      } finally {
        heap.decref(pair);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

function* storePair(rt: Runtime, dict: Ref, pair: Ref, position: number): Steps<void> {
  const { heap } = rt;
  const type = heap.type[pair];
  const parts = type === TUPLE || type === LIST ? itemsOf(rt, pair).slice() : yield* pairParts(rt, pair, position);
  const owned = type !== TUPLE && type !== LIST;
  const [key, value] = parts;
  try {
    if (parts.length !== 2) raise(rt, VALUE_ERROR, `dictionary update sequence element #${position} has length ${parts.length}; 2 is required`);
    if (!owned) for (const part of parts) heap.incref(part);
    try {
      yield* settle(rt, dictSet(rt, dict, key!, value!));
    } finally {
      if (!owned) for (const part of parts) heap.decref(part);
    }
  } finally {
    if (owned) heap.deaths.drop(parts.reverse());
  }
}

function* pairParts(rt: Runtime, pair: Ref, position: number): Steps<Ref[]> {
  try {
    return yield* collect(rt, pair);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    raise(rt, TYPE_ERROR, containersOf(rt.profile.version).notAPair(position));
  }
}

/** `dict.copy()`. Mirrors PyDict_Copy(): what iterates in a way of its own is asked for its keys. */
export function* copyDict(rt: Runtime, dict: Ref): Steps<Ref> {
  if (iteratesAsDict(rt, dict)) return dictCopy(rt, dict);
  const copy = newDict(rt);
  if (tableOf(rt, dict).used === 0) return copy;
  try {
    yield* mergeMapping(rt, copy, dict, 'replace');
    return copy;
  } catch (error) {
    rt.heap.decref(copy);
    throw error;
  }
}

/** A new dict with the same entries; a dense table is copied as it is. */
function dictCopy(rt: Runtime, dict: Ref): Ref {
  const { heap } = rt;
  const table = tableOf(rt, dict);
  const copy = newDict(rt);
  if (table.used === 0) return copy;
  rt.charge(table.used, table.used * 16);
  const copied = table.copy(rt);
  for (let i = 0; i < copied.keys.length; i++) {
    heap.refcount[copied.keys[i]!]!++;
    heap.refcount[copied.values[i]!]!++;
  }
  heap.payload[copy] = copied;
  if (table.used >= Math.floor((table.keys.length * 2) / 3)) {
    if (heap.isTracked(dict)) heap.track(copy);
  } else trackForEntries(rt, copy, copied);
  return copy;
}

function trackForEntries(rt: Runtime, dict: Ref, table: DictTable): void {
  for (let i = 0; i < table.keys.length; i++) if (table.keys[i] !== NULL) maintainTracking(rt, dict, table.keys[i]!, table.values[i]!);
}

