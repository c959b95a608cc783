import { DICT, FROZENSET, INT, SET, STR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { hashFrozenSet } from '../text/hash.ts';
import { containersOf } from '../versions/containers.ts';
import { caught, matches, rethrow } from './core/errors.ts';
import { isSubtype } from './core/lookup.ts';
import { tableOf } from './core/make.ts';
import { hash, iter, next } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, pulling, settle, type Steps } from './core/suspend.ts';
import { dictFindHashed, hashFor, hashOfEntry } from './dictsearch.ts';
import { setHash } from './hashes.ts';
import { ABSENT, SetTable } from './settable.ts';

/** Operations on set and frozenset objects; other iterables are named where they are taken. */

export const setTableOf = (rt: Runtime, set: Ref): SetTable => rt.heap.payload[set] as SetTable;
export const newSet = (rt: Runtime): Ref => rt.heap.allocateTracked(SET, new SetTable());

/** An empty set of the built-in type that `set`'s type is or derives from (make_new_set_basetype). */
function newLike(rt: Runtime, set: Ref): Ref {
  return rt.heap.allocateTracked(isSubtype(rt, rt.heap.type[set]!, SET) ? SET : FROZENSET, new SetTable());
}

export function isAnySet(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object]!;
  return type === SET || type === FROZENSET || isSubtype(rt, type, SET) || isSubtype(rt, type, FROZENSET);
}

/** Adds a key, counting it; answers NULL. */
export function setAdd(rt: Runtime, set: Ref, key: Ref): Eventual {
  const hashed = hashFor(rt, key, 'set element');
  if (hashed !== SUSPENDED && addNow(rt, set, key, rt.hashLow, rt.hashHigh)) return NULL;
  return begin(rt, addRest(rt, set, key, hashed));
}

/** Adds a key with this hash where that needs no Python code; answers whether it did. */
export function addNow(rt: Runtime, set: Ref, key: Ref, low: number, high: number): boolean {
  const table = setTableOf(rt, set);
  const at = table.tryFind(rt, key, low, high);
  if (at === undefined) {
    rt.hashLow = low;
    rt.hashHigh = high;
    return false;
  }
  if (at === ABSENT) table.insert(rt.heap.incref(key), low, high);
  return true;
}

/** Adds an int or a str where that needs no Python code; answers whether it did. */
function addPlainly(rt: Runtime, set: Ref, key: Ref): boolean {
  const type = rt.heap.type[key];
  return (type === INT || type === STR) && hashFor(rt, key, 'set element') !== SUSPENDED && addNow(rt, set, key, rt.hashLow, rt.hashHigh);
}

function* addRest(rt: Runtime, set: Ref, key: Ref, hashed: Eventual): Steps<Ref> {
  yield* settle(rt, hashed);
  yield* addHashed(rt, set, key, rt.hashLow, rt.hashHigh);
  return NULL;
}

export function* addKey(rt: Runtime, set: Ref, key: Ref): Steps<void> {
  yield* settle(rt, setAdd(rt, set, key));
}

function* addHashed(rt: Runtime, set: Ref, key: Ref, low: number, high: number): Steps<void> {
  const table = setTableOf(rt, set);
  const at = table.tryFind(rt, key, low, high) ?? (yield* table.find(rt, key, low, high));
  if (at === ABSENT) table.insert(rt.heap.incref(key), low, high);
}

export function* hasHashed(rt: Runtime, set: Ref, key: Ref, low: number, high: number): Steps<boolean> {
  const table = setTableOf(rt, set);
  return (table.tryFind(rt, key, low, high) ?? (yield* table.find(rt, key, low, high))) !== ABSENT;
}

/** Whether a key is in the set; its hash is left in `rt`. */
function* hasKey(rt: Runtime, set: Ref, key: Ref): Steps<boolean> {
  yield* settle(rt, hashFor(rt, key, 'set element'));
  const low = rt.hashLow;
  const high = rt.hashHigh;
  const found = yield* hasHashed(rt, set, key, low, high);
  rt.hashLow = low;
  rt.hashHigh = high;
  return found;
}

export function* discardHashed(rt: Runtime, set: Ref, key: Ref, low: number, high: number): Steps<boolean> {
  const table = setTableOf(rt, set);
  const at = table.tryFind(rt, key, low, high) ?? (yield* table.find(rt, key, low, high));
  if (at === ABSENT) return false;
  rt.heap.decref(table.remove(at));
  return true;
}

export function* discardKey(rt: Runtime, set: Ref, key: Ref): Steps<boolean> {
  yield* settle(rt, hashFor(rt, key, 'set element'));
  return yield* discardHashed(rt, set, key, rt.hashLow, rt.hashHigh);
}

/** Whether a key's hash cannot be had because it is a set, which then stands for the frozenset of its items (set_contains). */
export function standsForFrozenSet(rt: Runtime, key: Ref, error: unknown): boolean {
  const exception = caught(rt, error);
  if (!matches(rt, exception, TYPE_ERROR) || !isSubtype(rt, rt.heap.type[key]!, SET)) rethrow(rt, exception);
  rt.heap.decref(exception);
  return true;
}

/** Leaves the hash that a frozenset with the items of `set` has in `rt`. */
export function hashItems(rt: Runtime, set: Ref): Ref {
  const table = setTableOf(rt, set);
  const lows: number[] = [];
  const highs: number[] = [];
  for (let at = 0; at <= table.mask; at++) {
    if (table.keyAt(at) === NULL) continue;
    lows.push(table.lowAt(at));
    highs.push(table.highAt(at));
  }
  return setHash(rt, hashFrozenSet(lows, highs));
}

/** Visits the items of a set with their hashes, in the order of its table as it then is; stops where `visit` answers false. */
function* forEachHashed(rt: Runtime, set: Ref, visit: (key: Ref, low: number, high: number) => Steps<boolean | void>): Steps<void> {
  const { heap } = rt;
  const table = setTableOf(rt, set);
  rt.charge(table.used);
  for (let at = 0; at <= table.mask; at++) {
    const key = table.keyAt(at);
    if (key === NULL) continue;
    heap.incref(key);
    try {
      if ((yield* visit(key, table.lowAt(at), table.highAt(at))) === false) return;
    } finally {
      heap.decref(key);
    }
  }
}

/** Visits the items of any iterable; stops where `visit` answers false. What `visitNow` answers true to is dealt with already. */
export function* forEach(rt: Runtime, iterable: Ref, visit: (item: Ref) => Steps<boolean | void>, visitNow: (item: Ref) => boolean = () => false): Steps<void> {
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, iterable));
  const take = (item: Ref): boolean => {
    if (!visitNow(item)) return false;
    heap.decref(item);
    return true;
  };
  try {
    for (;;) {
      const gotItem = next(rt, iterator);
      const asked = gotItem === SUSPENDED ? pulling(rt, take) : null;
      const item = asked !== null ? yield asked : gotItem === SUSPENDED ? yield* settle(rt, gotItem) : gotItem;
      if (item === NULL) return;
      rt.charge(1);
      if (take(item)) continue;
      try {
        if ((yield* visit(item)) === false) return;
      } finally {
        heap.decref(item);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

/** Visits the keys of an exact dict with their hashes. */
function* forEachDictKey(rt: Runtime, dict: Ref, visit: (key: Ref, low: number, high: number) => Steps<boolean | void>): Steps<void> {
  const { heap } = rt;
  const table = tableOf(rt, dict);
  rt.charge(table.used);
  for (let at = 0; at < table.keys.length; at++) {
    const key = table.keys[at]!;
    if (key === NULL) continue;
    heap.incref(key);
    try {
      hashOfEntry(rt, table, at);
      yield* visit(key, rt.hashLow, rt.hashHigh);
    } finally {
      heap.decref(key);
    }
  }
}

/** Mirrors set_update_internal(). */
export function* updateSet(rt: Runtime, set: Ref, other: Ref): Steps<void> {
  if (isAnySet(rt, other)) return yield* mergeSet(rt, set, other);
  if (rt.heap.type[other] !== DICT) return yield* forEach(rt, other, (item) => addKey(rt, set, item), (item) => addPlainly(rt, set, item));
  setTableOf(rt, set).reserve(tableOf(rt, other).used);
  yield* forEachDictKey(rt, other, (key, low, high) => addHashed(rt, set, key, low, high));
}

/** Mirrors set_merge(). */
function* mergeSet(rt: Runtime, set: Ref, other: Ref): Steps<void> {
  const target = setTableOf(rt, set);
  const source = setTableOf(rt, other);
  if (target === source || source.used === 0) return;
  target.reserve(source.used);
  if (target.fill !== 0) return yield* forEachHashed(rt, other, (key, low, high) => addHashed(rt, set, key, low, high));
  rt.charge(source.used);
  target.fillFrom(source);
  for (const key of target.keys()) rt.heap.incref(key);
}

/** Fills a new set before the collector gets to see it, from 3.14 on (make_new_set). */
export function* fillingUnseen(rt: Runtime, set: Ref, steps: Steps<void>): Steps<void> {
  if (!containersOf(rt.profile.version).tracksFilledSets) return yield* steps;
  rt.heap.untrack(set);
  yield* steps;
  rt.heap.track(set);
}

export const buildingUnseen = (rt: Runtime, set: Ref, fill: (set: Ref) => Steps<void>): Steps<Ref> =>
  building(rt, set, () => fillingUnseen(rt, set, fill(set)));

/** Runs `fill` with a new set and answers it; the set dies if that fails. */
export function* building(rt: Runtime, set: Ref, fill: (set: Ref) => Steps<void>): Steps<Ref> {
  try {
    yield* fill(set);
    return set;
  } catch (error) {
    rt.heap.decref(set);
    throw error;
  }
}

/** A new set of the items of an iterable. */
export const setFrom = (rt: Runtime, iterable: Ref): Steps<Ref> => buildingUnseen(rt, newSet(rt), (set) => updateSet(rt, set, iterable));

/** Mirrors set_copy(). */
export const copySet = (rt: Runtime, set: Ref): Steps<Ref> => buildingUnseen(rt, newLike(rt, set), (copy) => mergeSet(rt, copy, set));

/** Mirrors set_intersection(). */
export function* intersection(rt: Runtime, set: Ref, other: Ref): Steps<Ref> {
  if (set === other) return yield* copySet(rt, set);
  return yield* buildingUnseen(rt, newLike(rt, set), function* (result) {
    if (!isAnySet(rt, other)) {
      yield* forEach(rt, other, function* (item) {
        yield* settle(rt, hash(rt, item));
        const low = rt.hashLow;
        const high = rt.hashHigh;
        if (!(yield* hasHashed(rt, set, item, low, high))) return true;
        yield* addHashed(rt, result, item, low, high);
        return setTableOf(rt, result).used < setTableOf(rt, set).used;
      });
      return;
    }
    const [smaller, larger] = setTableOf(rt, other).used > setTableOf(rt, set).used ? [set, other] : [other, set];
    yield* forEachHashed(rt, smaller, function* (key, low, high) {
      if (yield* hasHashed(rt, larger, key, low, high)) yield* addHashed(rt, result, key, low, high);
    });
  });
}

export function clearSet(rt: Runtime, set: Ref): void {
  const table = setTableOf(rt, set);
  const keys = table.keys();
  table.clear();
  rt.heap.deaths.drop(keys);
}

/** Mirrors set_difference_update_internal(). */
export function* differenceUpdate(rt: Runtime, set: Ref, other: Ref): Steps<void> {
  const table = setTableOf(rt, set);
  if (set === other) {
    clearSet(rt, set);
    return;
  }
  const discard = (key: Ref, low: number, high: number): Steps<void> => ignored(discardHashed(rt, set, key, low, high));
  if (!isAnySet(rt, other)) yield* forEach(rt, other, (item) => ignored(discardKey(rt, set, item)));
  else if (setTableOf(rt, other).used >> 3 > table.used) {
    const common = yield* intersection(rt, set, other);
    try {
      yield* forEachHashed(rt, common, discard);
    } finally {
      rt.heap.decref(common);
    }
  } else yield* forEachHashed(rt, other, discard);
  if (table.fill - table.used > table.mask >> 2) table.resize(table.used > 50000 ? table.used * 2 : table.used * 4);
}

function* ignored(steps: Steps<boolean>): Steps<void> {
  yield* steps;
}

/** Mirrors set_difference(). */
export function* difference(rt: Runtime, set: Ref, other: Ref): Steps<Ref> {
  const isDict = rt.heap.type[other] === DICT;
  const size = isDict ? tableOf(rt, other).used : isAnySet(rt, other) ? setTableOf(rt, other).used : -1;
  if (size < 0 || setTableOf(rt, set).used >> 2 > size) {
    return yield* buildingUnseen(rt, yield* copySet(rt, set), (copy) => differenceUpdate(rt, copy, other));
  }
  return yield* buildingUnseen(rt, newLike(rt, set), (result) =>
    forEachHashed(rt, set, function* (key, low, high) {
      const found = isDict ? (yield* dictFindHashed(rt, tableOf(rt, other), key, low, high)) >= 0 : yield* hasHashed(rt, other, key, low, high);
      if (!found) yield* addHashed(rt, result, key, low, high);
    }),
  );
}

/** Mirrors set_symmetric_difference_update(). */
export function* symmetricUpdate(rt: Runtime, set: Ref, other: Ref): Steps<void> {
  if (set === other) {
    clearSet(rt, set);
    return;
  }
  const toggle = function* (key: Ref, low: number, high: number): Steps<void> {
    if (!(yield* discardHashed(rt, set, key, low, high))) yield* addHashed(rt, set, key, low, high);
  };
  if (rt.heap.type[other] === DICT) return yield* forEachDictKey(rt, other, toggle);
  if (isAnySet(rt, other)) return yield* forEachHashed(rt, other, toggle);
  const items = yield* buildingUnseen(rt, newLike(rt, set), (copy) => updateSet(rt, copy, other));
  try {
    yield* forEachHashed(rt, items, toggle);
  } finally {
    rt.heap.decref(items);
  }
}

/** Mirrors set_symmetric_difference(). */
export const symmetricDifference = (rt: Runtime, set: Ref, other: Ref): Steps<Ref> =>
  buildingUnseen(rt, newLike(rt, set), function* (result) {
    yield* updateSet(rt, result, other);
    yield* symmetricUpdate(rt, result, set);
  });

/** Mirrors set_issubset(). */
export function* isSubset(rt: Runtime, set: Ref, other: Ref): Steps<boolean> {
  if (!isAnySet(rt, other)) {
    const common = yield* intersection(rt, set, other);
    const contained = setTableOf(rt, common).used === setTableOf(rt, set).used;
    rt.heap.decref(common);
    return contained;
  }
  if (setTableOf(rt, set).used > setTableOf(rt, other).used) return false;
  let contained = true;
  yield* forEachHashed(rt, set, function* (key, low, high) {
    contained = yield* hasHashed(rt, other, key, low, high);
    return contained;
  });
  return contained;
}

/** Mirrors set_issuperset(). */
export function* isSuperset(rt: Runtime, set: Ref, other: Ref): Steps<boolean> {
  if (isAnySet(rt, other)) return yield* isSubset(rt, other, set);
  let contained = true;
  yield* forEach(rt, other, function* (item) {
    contained = yield* hasKey(rt, set, item);
    return contained;
  });
  return contained;
}

/** Mirrors set_isdisjoint(). */
export function* isDisjoint(rt: Runtime, set: Ref, other: Ref): Steps<boolean> {
  if (set === other) return setTableOf(rt, set).used === 0;
  let disjoint = true;
  if (isAnySet(rt, other)) {
    const [smaller, larger] = setTableOf(rt, other).used > setTableOf(rt, set).used ? [set, other] : [other, set];
    yield* forEachHashed(rt, smaller, function* (key, low, high) {
      disjoint = !(yield* hasHashed(rt, larger, key, low, high));
      return disjoint;
    });
    return disjoint;
  }
  yield* forEach(rt, other, function* (item) {
    disjoint = !(yield* hasKey(rt, set, item));
    return disjoint;
  });
  return disjoint;
}
