import { TypeFlag } from '../../heap/heap.ts';
import { INT, NONE, OVERFLOW_ERROR, STR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple, tableOf } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { hash, index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictFindHashed, storeAt } from '../../objects/dictsearch.ts';
import { newMethod } from '../../objects/function.ts';
import { fixedDictAttribute } from '../../objects/object.ts';
import { takeDict } from '../core/owndict.ts';
import { keywordMark } from './state.ts';

export const LRU_CACHE = moduleTypeHandle();
const LRU_LINK = moduleTypeHandle();

/** What a link of the list knows; it owns key and result. */
interface Link {
  key: Ref;
  result: Ref;
  low: number;
  high: number;
}

/** Values of `LruCache.limit` besides a number of entries. */
const UNBOUNDED = -1;

/**
 * Payload of what `lru_cache` makes. The values of `cache` are results if there is no limit, else the links; `links`
 * has these in the order of their last use and owns a reference to each.
 */
class LruCache {
  links = new Map<Ref, Link>();
  hits = 0;
  misses = 0;
  constructor(
    public callable: Ref,
    readonly limit: number,
    readonly typed: boolean,
    public cache: Ref,
    public mark: Ref,
    public infoType: Ref,
  ) {}
}

const cacheOf = (rt: Runtime, self: Ref): LruCache => rt.heap.payload[self] as LruCache;

/** Mirrors lru_cache_new(). */
function* cacheNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [callable, maxsize, typed, infoType] = bind(rt, 'lru_cache', 'user_function, maxsize, typed, cache_info_type', args, keywords);
  const { heap } = rt;
  if (rt.typeOf(callable!).slots.tp_call === undefined) raise(rt, TYPE_ERROR, 'the first argument must be callable');
  const isTyped = yield* truth(rt, typed!);
  let limit = UNBOUNDED;
  if (maxsize !== NONE) {
    if (rt.typeOf(maxsize!).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'maxsize should be integer or None');
    const size = yield* index(rt, maxsize!);
    if (size >= 2 ** 63 || size < -(2 ** 63)) raise(rt, OVERFLOW_ERROR, `cannot fit '${typeName(rt, maxsize!)}' into an index-sized integer`);
    limit = Math.max(0, Number(size));
  }
  const cache = newDict(rt);
  const payload = new LruCache(heap.incref(callable!), limit, isTyped, cache, heap.incref(keywordMark(rt)), heap.incref(infoType!));
  return newInstance(rt, type, payload);
}

/**
 * The key of a call, owned. Mirrors lru_cache_make_key(): a lone str or int stands for itself, and positional
 * arguments alone are the key as they are, in the tuple `args`.
 */
function makeKey(rt: Runtime, { mark, typed }: LruCache, args: Ref, names: readonly Ref[], values: readonly Ref[]): Ref {
  const { heap } = rt;
  const given = itemsOf(rt, args);
  if (!typed && names.length === 0) {
    const only = given.length === 1 ? given[0]! : NULL;
    const type = heap.type[only];
    return heap.incref(type === STR || type === INT ? only : args);
  }
  const parts = [...given];
  if (names.length !== 0) parts.push(mark);
  for (const [i, name] of names.entries()) parts.push(name, values[i]!);
  if (typed) for (const value of [...given, ...values]) parts.push(heap.type[value]!);
  return newTuple(rt, copyRefs(rt, parts));
}

/** Runs `body` with the tuple of the positional arguments, as a call by `tp_call` has it. */
function* cacheCall(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = cacheOf(rt, self);
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const count = args.length - names.length;
  if (state.limit === 0) {
    state.misses++;
    return yield* call(state.callable, args, keywords);
  }
  const positional = newTuple(rt, copyRefs(rt, args.slice(0, count)));
  try {
    const key = makeKey(rt, state, positional, names, args.slice(count));
    let keyOwned = true;
    try {
      yield* settle(rt, hash(rt, key));
      const low = rt.hashLow;
      const high = rt.hashHigh;
      const found = yield* find(rt, state, key, low, high);
      if (found !== NULL) return hit(rt, state, found);
      state.misses++;
      const result = yield* call(state.callable, args, keywords);
      if (state.limit === UNBOUNDED) {
        yield* storing(rt, result, store(rt, state, key, result, low, high));
        return result;
      }
      keyOwned = !(yield* storing(rt, result, remember(rt, state, key, result, low, high)));
      return result;
    } finally {
      if (keyOwned) heap.decref(key);
    }
  } finally {
    heap.decref(positional);
  }
}

/** Drops `result` if it cannot be stored. */
function* storing<T>(rt: Runtime, result: Ref, steps: Steps<T>): Steps<T> {
  try {
    return yield* steps;
  } catch (error) {
    rt.heap.decref(result);
    throw error;
  }
}

/** The dict's value for a key, borrowed, or NULL. */
function* find(rt: Runtime, state: LruCache, key: Ref, low: number, high: number): Steps<Ref> {
  const table = tableOf(rt, state.cache);
  const at = yield* dictFindHashed(rt, table, key, low, high);
  return at < 0 ? NULL : table.values[at]!;
}

function* store(rt: Runtime, state: LruCache, key: Ref, value: Ref, low: number, high: number): Steps<void> {
  const table = tableOf(rt, state.cache);
  const at = yield* dictFindHashed(rt, table, key, low, high);
  rt.hashLow = low;
  rt.hashHigh = high;
  storeAt(rt, state.cache, table, at, key, value);
}

function hit(rt: Runtime, state: LruCache, found: Ref): Ref {
  state.hits++;
  if (state.limit === UNBOUNDED) return rt.heap.incref(found);
  const link = state.links.get(found)!;
  moveToEnd(state, found, link);
  return rt.heap.incref(link.result);
}

function moveToEnd({ links }: LruCache, handle: Ref, link: Link): void {
  links.delete(handle);
  links.set(handle, link);
}

/**
 * The end of bounded_lru_cache_wrapper(), after a miss: 1 the call itself may have stored the key; 2 there is room;
 * 3 the entry that was not used for longest makes room. Answers whether a link took over the reference to the key.
 */
function* remember(rt: Runtime, state: LruCache, key: Ref, result: Ref, low: number, high: number): Steps<boolean> {
  const { heap } = rt;
  // 1
  if ((yield* find(rt, state, key, low, high)) !== NULL) return false;
  // 2
  if (tableOf(rt, state.cache).used < state.limit || state.links.size === 0) {
    const handle = heap.allocate(LRU_LINK, undefined);
    try {
      yield* store(rt, state, key, handle, low, high);
    } catch (error) {
      heap.decref(handle);
      throw error;
    }
    state.links.set(handle, { key, result: heap.incref(result), low, high });
    return true;
  }
  // 3
  const [handle, link] = state.links.entries().next().value!;
  state.links.delete(handle);
  const table = tableOf(rt, state.cache);
  let at: number;
  try {
    at = yield* dictFindHashed(rt, table, link.key, link.low, link.high);
  } catch (error) {
    // What could not be taken out stays the oldest.
    state.links = new Map([[handle, link], ...state.links]);
    throw error;
  }
  if (at < 0) {
    heap.deaths.drop([handle, link.key, link.result]);
    return false;
  }
  const oldKey = table.keys[at]!;
  const popped = table.values[at]!;
  table.remove(rt, at);
  heap.decref(oldKey);
  const released = [popped, link.key, link.result];
  const renewed: Link = { key, result: heap.incref(result), low, high };
  try {
    yield* store(rt, state, key, handle, low, high);
  } catch (error) {
    heap.decref(result);
    heap.deaths.drop([...released, handle]);
    throw error;
  }
  state.links.set(handle, renewed);
  heap.deaths.drop(released);
  return true;
}

/** The links' references in the order in which they die: the one that was not used for longest first. */
function takeLinks(state: LruCache): Ref[] {
  const released: Ref[] = [];
  for (const [handle, { key, result }] of state.links) released.push(handle, key, result);
  state.links = new Map();
  return released;
}

function clearCache(rt: Runtime, self: Ref): Ref {
  const state = cacheOf(rt, self);
  const links = takeLinks(state);
  state.hits = 0;
  state.misses = 0;
  const table = tableOf(rt, state.cache);
  const entries: Ref[] = [];
  for (let i = 0; i < table.keys.length; i++) if (table.keys[i] !== NULL) entries.push(table.keys[i]!, table.values[i]!);
  table.clear();
  rt.heap.deaths.drop([...entries, ...links]);
  return NONE;
}

function* cacheInfo(rt: Runtime, self: Ref): Steps<Ref> {
  const { hits, misses, limit, cache, infoType } = cacheOf(rt, self);
  const size = limit === UNBOUNDED ? NONE : rt.newInt(limit);
  const args = [rt.newInt(hits), rt.newInt(misses), size, rt.newInt(tableOf(rt, cache).used)];
  try {
    return yield* call(infoType, args);
  } finally {
    rt.heap.deaths.drop(args);
  }
}

const itself = (rt: Runtime, self: Ref): Eventual => rt.heap.incref(self);

defineType({ handle: LRU_LINK, name: '_lru_list_elem', module: 'functools', flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION, slots: {} });

defineType({
  handle: LRU_CACHE,
  name: '_lru_cache_wrapper',
  module: 'functools',
  flags: CONTAINER | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS,
  layout: {
    traverse(payload, visit) {
      const { links, cache, callable, mark, infoType } = payload as LruCache;
      for (const [handle, { key, result }] of links) for (const part of [handle, key, result]) visit(part);
      for (const part of [cache, callable, mark, infoType]) if (part !== NULL) visit(part);
    },
    clear(payload, released, heap, self) {
      const state = payload as LruCache;
      const links = takeLinks(state);
      for (const part of [state.cache, state.callable, state.mark, state.infoType, takeDict(heap, self)]) if (part !== NULL) released.push(part);
      released.push(...links);
      state.cache = state.callable = state.mark = state.infoType = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, cacheNew(rt, type, args, keywords)),
    tp_call: (rt, self, args, keywords) => begin(rt, cacheCall(rt, self, args, keywords)),
    tp_descr_get: (rt, self, instance) => (instance === NULL || instance === NONE ? rt.heap.incref(self) : newMethod(rt, self, instance)),
  },
  methods: [
    suspending('cache_info', '', cacheInfo),
    native('cache_clear', '', clearCache),
    native('__reduce__', '', (rt, self) => getAttr(rt, self, rt.name('__qualname__'))),
    native('__copy__', '', itself),
    native('__deepcopy__', 'memo, /', itself),
  ],
  attributes: [fixedDictAttribute],
});
