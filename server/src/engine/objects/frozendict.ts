import { TypeFlag } from '../heap/heap.ts';
import { DICT_ITEMS, DICT_KEYS, DICT_REVERSE_KEY_ITERATOR, DICT_VALUES, FROZENDICT, NONE, NOT_IMPLEMENTED } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { hashFrozenSet, hashHigh, hashTuple } from '../text/hash.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { DictTable } from './core/dicttable.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { newDict, newTuple, tableOf } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { hash, iter, next, setItem } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, call, settle, type Steps } from './core/suspend.ts';
import { dictCompare, dictContains, dictLayout, dictOr, dictSubscript, entriesText, getOr, sizeOf, updateFromCall } from './dict.ts';
import { dictIter, newDictIterator } from './dictiterators.ts';
import { dictSet, hashOfEntry, isAnyDict, isDict, isFrozenDict } from './dictsearch.ts';
import { dictUpdate } from './dictupdate.ts';
import { newDictView } from './dictviews.ts';
import { genericAlias } from './genericalias.ts';

function emptyFrozenDict(rt: Runtime, type: Ref): Ref {
  const table = new DictTable();
  table.frozen = true;
  return newInstance(rt, type, table);
}

/** Mirrors frozendict_new(): an exact one stands for itself. */
function frozenDictNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (type === FROZENDICT && keywords === NULL && args.length === 1 && rt.heap.type[args[0]!] === FROZENDICT) return rt.heap.incref(args[0]!);
  return begin(rt, filled(rt, emptyFrozenDict(rt, type), (made) => updateFromCall(rt, made, 'frozendict', args, keywords)));
}

/** Answers what was just made once it is filled; where that fails it dies. */
function* filled(rt: Runtime, made: Ref, ...fills: readonly ((made: Ref) => Eventual)[]): Steps<Ref> {
  try {
    for (const fill of fills) yield* settle(rt, fill(made));
  } catch (error) {
    rt.heap.decref(made);
    throw error;
  }
  return made;
}

/** Mirrors frozendict_copy(). */
const copyFrozen = (rt: Runtime, self: Ref): Steps<Ref> => filled(rt, emptyFrozenDict(rt, FROZENDICT), (made) => dictUpdate(rt, made, self));

/** Mirrors frozendict_repr(). */
function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newStr(`${typeName(rt, self)}(${yield* entriesText(rt, self)})`);
}

/** The hash of the frozenset of the items. Mirrors frozendict_hash(). */
function frozenDictHash(rt: Runtime, self: Ref): Eventual {
  const kept = tableOf(rt, self).hash;
  if (kept === null) return begin(rt, hashSteps(rt, self));
  [rt.hashLow, rt.hashHigh] = kept;
  return NULL;
}

function* hashSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const table = tableOf(rt, self);
  const lows: number[] = [];
  const highs: number[] = [];
  for (let i = 0; i < table.keys.length; i++) {
    hashOfEntry(rt, table, i);
    const { hashLow, hashHigh: high } = rt;
    yield* settle(rt, hash(rt, table.values[i]!));
    lows.push(hashTuple([hashLow, rt.hashLow], [high, rt.hashHigh]));
    highs.push(hashHigh());
    rt.charge(1);
  }
  const low = hashFrozenSet(lows, highs);
  table.hash = [low, hashHigh()];
  [rt.hashLow, rt.hashHigh] = table.hash;
  return NULL;
}

/** Mirrors frozendict_or(): an exact one that gains nothing stands for itself. */
function frozenDictOr(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (isDict(rt, left)) return dictOr(rt, left, right);
  if (!isFrozenDict(rt, left) || !isAnyDict(rt, right)) return NOT_IMPLEMENTED;
  const { type } = rt.heap;
  if (type[left] === FROZENDICT && tableOf(rt, right).used === 0) return rt.heap.incref(left);
  if (type[right] === FROZENDICT && tableOf(rt, left).used === 0) return rt.heap.incref(right);
  return begin(
    rt,
    filled(
      rt,
      emptyFrozenDict(rt, FROZENDICT),
      (made) => dictUpdate(rt, made, left),
      (made) => dictUpdate(rt, made, right),
    ),
  );
}

/** `frozendict.fromkeys()`: a subclass is called for what it starts with, and again with the result. */
function* fromKeys(rt: Runtime, type: Ref, iterable: Ref, value: Ref): Steps<Ref> {
  const { heap } = rt;
  const start = type === FROZENDICT ? emptyFrozenDict(rt, FROZENDICT) : yield* call(type, []);
  if (!isFrozenDict(rt, start)) return yield* withKeys(rt, start, iterable, value, setItem);
  let entries = start;
  if (type !== FROZENDICT) {
    try {
      entries = yield* copyFrozen(rt, start);
    } finally {
      heap.decref(start);
    }
  }
  yield* withKeys(rt, entries, iterable, value, dictSet);
  if (type === FROZENDICT) return entries;
  try {
    return yield* call(type, [entries]);
  } finally {
    heap.decref(entries);
  }
}

/** Stores the value under each key; the target dies where that fails. */
function* withKeys(rt: Runtime, target: Ref, iterable: Ref, value: Ref, store: typeof setItem): Steps<Ref> {
  const { heap } = rt;
  let iterator = NULL;
  try {
    iterator = yield* settle(rt, iter(rt, iterable));
    for (;;) {
      const key = yield* settle(rt, next(rt, iterator));
      if (key === NULL) return target;
      rt.charge(1);
      try {
        yield* settle(rt, store(rt, target, key, value));
      } finally {
        heap.decref(key);
      }
    }
  } catch (error) {
    heap.decref(target);
    throw error;
  } finally {
    heap.xdecref(iterator);
  }
}

/** `__getnewargs__`: the entries as a dict. */
function* newArguments(rt: Runtime, self: Ref): Steps<Ref> {
  return newTuple(rt, [yield* filled(rt, newDict(rt), (made) => dictUpdate(rt, made, self))]);
}

defineType({
  handle: FROZENDICT,
  name: 'frozendict',
  flags: CONTAINER | TypeFlag.MAPPING,
  layout: dictLayout,
  slots: {
    tp_new: frozenDictNew,
    tp_repr: (rt, self) => (tableOf(rt, self).used === 0 ? rt.newStr(`${typeName(rt, self)}()`) : begin(rt, reprSteps(rt, self))),
    tp_hash: frozenDictHash,
    tp_richcompare: dictCompare,
    tp_iter: dictIter,
    mp_length: (rt, self) => rt.newInt(tableOf(rt, self).used),
    mp_subscript: dictSubscript,
    sq_contains: dictContains,
    nb_or: frozenDictOr,
  },
  methods: [
    suspending('fromkeys', 'iterable, value=None, /', (rt, type, [iterable, value]) => fromKeys(rt, type, iterable!, value === NULL ? NONE : value!), 'class'),
    native('copy', '', (rt, self) => (rt.heap.type[self] === FROZENDICT ? rt.heap.incref(self) : begin(rt, copyFrozen(rt, self)))),
    native('get', 'key, default=None, /', (rt, self, args) => getOr(rt, self, args[0]!, args[1]!)),
    native('items', '', (rt, self) => newDictView(rt, DICT_ITEMS, self)),
    native('keys', '', (rt, self) => newDictView(rt, DICT_KEYS, self)),
    native('values', '', (rt, self) => newDictView(rt, DICT_VALUES, self)),
    native('__contains__', 'key, /', (rt, self, [key]) => dictContains(rt, self, key!)),
    native('__getitem__', 'key, /', (rt, self, [key]) => dictSubscript(rt, self, key!)),
    native('__reversed__', '', (rt, self) => newDictIterator(rt, self, DICT_REVERSE_KEY_ITERATOR)),
    native('__sizeof__', '', (rt, self) => rt.newInt(sizeOf(rt, self))),
    native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
    suspending('__getnewargs__', '', newArguments),
  ],
});
