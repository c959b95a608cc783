import { TypeFlag } from '../heap/heap.ts';
import { DICT, INT, STR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { hashPointer } from '../text/hash.ts';
import type { Int } from '../text/integer.ts';
import { containersOf } from '../versions/containers.ts';
import { addressOf } from './core/addresses.ts';
import { MISSING, NEEDS_PROTOCOL, primitiveOf, DictTable } from './core/dicttable.ts';
import { caught, exceptionOf, matches, raise, raiseKeyError, rethrow } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf, tableOf } from './core/make.ts';
import { equals, equalsNow, hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { mayBeTracked } from './core/tracking.ts';
import { setHash } from './hashes.ts';

/** What `findNow` answers when the key's `__hash__` is Python code, now suspended. */
const HASH_SUSPENDED = -3;

/** The hash of a key, with the TypeError that names what an unhashable one was to be used for. */
export function hashFor(rt: Runtime, key: Ref, use: 'dict key' | 'frozendict key' | 'set element'): Eventual {
  const type = rt.heap.type[key];
  if (type === INT) {
    const value = rt.heap.payload[key] as Int;
    if (typeof value === 'number' && (value | 0) === value) {
      rt.hashLow = value === -1 ? -2 : value;
      rt.hashHigh = value < 0 ? -1 : 0;
      return NULL;
    }
  }
  if (type === STR || type === INT || !containersOf(rt.profile.version).namesUseOfUnhashable) return hash(rt, key);
  try {
    const result = hash(rt, key);
    return result === SUSPENDED ? begin(rt, hashSteps(rt, key, use)) : result;
  } catch (error) {
    return renamed(rt, key, use, error);
  }
}

function* hashSteps(rt: Runtime, key: Ref, use: string): Steps<Ref> {
  try {
    return yield* settle(rt, SUSPENDED);
  } catch (error) {
    return renamed(rt, key, use, error);
  }
}

function renamed(rt: Runtime, key: Ref, use: string, error: unknown): never {
  const exception = caught(rt, error);
  const [message] = itemsOf(rt, exceptionOf(rt, exception).args);
  if (!matches(rt, exception, TYPE_ERROR) || rt.heap.type[exception] !== TYPE_ERROR || message === undefined || rt.heap.type[message] !== STR) {
    rethrow(rt, exception);
  }
  const text = rt.text(message);
  rt.heap.decref(exception);
  raise(rt, TYPE_ERROR, `cannot use '${typeName(rt, key)}' as a ${use} (${text})`);
}

/** Turns a table to hash chains. Its keys so far are exact built-ins or compare by identity: no Python code runs. */
function useChains(rt: Runtime, table: DictTable): void {
  if (table.chains !== null) return;
  const low: number[] = [];
  const high: number[] = [];
  for (const key of table.keys) {
    if (key === NULL) rt.hashLow = 0;
    else if (primitiveOf(rt, key, rt.heap.type[key]!) !== undefined) hash(rt, key);
    else setHash(rt, hashPointer(addressOf(rt, key)));
    low.push(rt.hashLow);
    high.push(rt.hashHigh);
  }
  table.useChains(low, high);
}

/**
 * Searches without running Python code: an index, MISSING, NEEDS_PROTOCOL where `__eq__` must be called, or
 * HASH_SUSPENDED. If the table has chains, the key's hash is left in `rt.hashLow` and `rt.hashHigh`.
 */
function findNow(rt: Runtime, table: DictTable, key: Ref): number {
  if (table.chains === null) {
    const exact = table.findExact(rt, key);
    if (exact !== NEEDS_PROTOCOL) return exact;
  }
  if (hashFor(rt, key, table.frozen ? 'frozendict key' : 'dict key') === SUSPENDED) return HASH_SUSPENDED;
  return findHashedNow(rt, table, key, rt.hashLow, rt.hashHigh);
}

function findHashedNow(rt: Runtime, table: DictTable, key: Ref, low: number, high: number): number {
  useChains(rt, table);
  const chain = table.chains!.get(low);
  let found = MISSING;
  if (chain !== undefined) {
    for (const at of chain) {
      if (at === MISSING || table.highHashes![at] !== high) continue;
      const equal = equalsNow(rt, table.keys[at]!, key);
      if (equal === false) continue;
      found = equal === undefined ? NEEDS_PROTOCOL : at;
      break;
    }
  }
  rt.hashLow = low;
  rt.hashHigh = high;
  return found;
}

/** Goes on where `findNow` could not. Mirrors _Py_dict_lookup(): a comparison that changes the table starts it anew. */
function* findRest(rt: Runtime, table: DictTable, key: Ref, state: number): Steps<number> {
  if (state === HASH_SUSPENDED) yield* settle(rt, SUSPENDED);
  const low = rt.hashLow;
  const high = rt.hashHigh;
  let found: number;
  do found = yield* searchChain(rt, table, key, low, high);
  while (found === NEEDS_PROTOCOL);
  rt.hashLow = low;
  rt.hashHigh = high;
  return found;
}

/** An index, MISSING, or NEEDS_PROTOCOL if a comparison changed the table. */
function* searchChain(rt: Runtime, table: DictTable, key: Ref, low: number, high: number): Steps<number> {
  useChains(rt, table);
  const { keys, log2Size } = table;
  // Asked anew each time, as a comparison may change the chain.
  for (let step = 0; step < (table.chains?.get(low)?.length ?? 0); step++) {
    const at = table.chains!.get(low)![step]!;
    if (at === MISSING || table.highHashes![at] !== high) continue;
    const other = rt.heap.incref(keys[at]!);
    let equal: boolean;
    try {
      equal = yield* equals(rt, other, key);
    } finally {
      rt.heap.decref(other);
    }
    if (table.keys !== keys || table.log2Size !== log2Size || keys[at] !== other) return NEEDS_PROTOCOL;
    if (equal) return at;
  }
  return MISSING;
}

/**
 * Finds a key by Python's protocol: an index, or MISSING. If the table then has chains, the key's hash is in
 * `rt.hashLow` and `rt.hashHigh`, for `append`.
 */
export function* dictFind(rt: Runtime, table: DictTable, key: Ref): Steps<number> {
  const found = findNow(rt, table, key);
  return found >= MISSING ? found : yield* findRest(rt, table, key, found);
}

/** `dictFind` for a key whose hash is known: that of an entry of another dict is not asked for again. */
export function* dictFindHashed(rt: Runtime, table: DictTable, key: Ref, low: number, high: number): Steps<number> {
  let found = table.chains === null ? table.findExact(rt, key) : NEEDS_PROTOCOL;
  if (found === NEEDS_PROTOCOL) found = findHashedNow(rt, table, key, low, high);
  return found >= MISSING ? found : yield* findRest(rt, table, key, found);
}

/** Leaves the hash of an entry's key in `rt`: the stored one, or one that needs no Python code. */
export function hashOfEntry(rt: Runtime, table: DictTable, at: number): void {
  if (table.hashes === null) hash(rt, table.keys[at]!);
  else {
    rt.hashLow = table.hashes[at]!;
    rt.hashHigh = table.highHashes![at]!;
  }
}

/** Runs `body` with the index of a key, or MISSING, at once unless Python code decides. */
export function withEntry(rt: Runtime, dict: Ref, key: Ref, body: (table: DictTable, at: number) => Eventual): Eventual {
  const table = tableOf(rt, dict);
  const found = findNow(rt, table, key);
  return found >= MISSING ? body(table, found) : begin(rt, entryThen(rt, table, key, found, body));
}

function* entryThen(rt: Runtime, table: DictTable, key: Ref, state: number, body: (table: DictTable, at: number) => Eventual): Steps<Ref> {
  return yield* settle(rt, body(table, yield* findRest(rt, table, key, state)));
}

/** The value of a key, owned, or NULL. */
export function dictGet(rt: Runtime, dict: Ref, key: Ref): Eventual {
  const table = tableOf(rt, dict);
  const at = findNow(rt, table, key);
  if (at >= 0) return rt.heap.incref(table.values[at]!);
  return at === MISSING ? NULL : begin(rt, getRest(rt, table, key, at));
}

function* getRest(rt: Runtime, table: DictTable, key: Ref, state: number): Steps<Ref> {
  const at = yield* findRest(rt, table, key, state);
  return at >= 0 ? rt.heap.incref(table.values[at]!) : NULL;
}

/** Stores a value; counts key and value. Answers NULL. Mirrors insertdict(): a key that is there stays. */
export function dictSet(rt: Runtime, dict: Ref, key: Ref, value: Ref): Eventual {
  const table = tableOf(rt, dict);
  const at = findNow(rt, table, key);
  if (at < MISSING) return begin(rt, setRest(rt, dict, table, key, value, at));
  storeAt(rt, dict, table, at, key, value);
  return NULL;
}

function* setRest(rt: Runtime, dict: Ref, table: DictTable, key: Ref, value: Ref, state: number): Steps<Ref> {
  storeAt(rt, dict, table, yield* findRest(rt, table, key, state), key, value);
  return NULL;
}

/** Stores at the index just found, or with MISSING appends, under the hash in `rt`. Counts key and value. */
export function storeAt(rt: Runtime, dict: Ref, table: DictTable, at: number, key: Ref, value: Ref): void {
  const { heap } = rt;
  heap.refcount[value]!++;
  if (at >= 0) {
    const old = table.values[at]!;
    table.values[at] = value;
    maintainTracking(rt, dict, key, value);
    heap.decref(old);
    return;
  }
  heap.refcount[key]!++;
  table.append(rt, key, value, rt.hashLow, rt.hashHigh);
  maintainTracking(rt, dict, key, value);
}

/** MAINTAIN_TRACKING: a dict is tracked from the first key or value on that may be part of a cycle. */
export function maintainTracking(rt: Runtime, dict: Ref, key: Ref, value: Ref): void {
  const { heap } = rt;
  if (!heap.isTracked(dict) && (mayBeTracked(heap, key) || mayBeTracked(heap, value))) heap.track(dict);
}

/** Deletes a key or raises KeyError. Answers NULL. */
export function dictDelete(rt: Runtime, dict: Ref, key: Ref): Eventual {
  return withEntry(rt, dict, key, (table, at) => {
    if (at < 0) raiseKeyError(rt, key);
    dropEntry(rt, table, at);
    return NULL;
  });
}

/** Mirrors delitem_common(): the key dies before the value. */
export function dropEntry(rt: Runtime, table: DictTable, at: number): void {
  const key = table.keys[at]!;
  const value = table.values[at]!;
  table.remove(rt, at);
  rt.heap.deaths.drop([key, value]);
}

export const isDict = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === DICT || (rt.typeOf(object).flags & TypeFlag.DICT_SUBCLASS) !== 0;

/** A frozendict is no dict, though it has a table as one. */
export const isFrozenDict = (rt: Runtime, object: Ref): boolean => rt.heap.payload[object] instanceof DictTable && !isDict(rt, object);

/** Mirrors PyAnyDict_Check(). */
export const isAnyDict = (rt: Runtime, object: Ref): boolean => isDict(rt, object) || isFrozenDict(rt, object);
