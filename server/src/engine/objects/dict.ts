import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import {
  DICT,
  DICT_ITEMS,
  DICT_KEYS,
  DICT_REVERSE_KEY_ITERATOR,
  DICT_VALUES,
  KEY_ERROR,
  NONE,
  NOT_IMPLEMENTED,
  TYPE_ERROR,
} from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { DictTable, MISSING } from './core/dicttable.ts';
import { raise, raiseKeyError, raiseWith } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { callSpecial, lookupText } from './core/lookup.ts';
import { itemsOf, newDict, newTuple, tableOf } from './core/make.ts';
import { native, rawNative, suspending } from './core/native.ts';
import { enterRepr, equals, equalsNow, iter, leaveRepr, next, repr, setItem } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { instanceSize } from './core/sizes.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { dictDelete, dictFindHashed, dictGet, dictSet, hashOfEntry, isAnyDict, isDict, storeAt, withEntry } from './dictsearch.ts';
import { dictIter, newDictIterator } from './dictiterators.ts';
import { copyDict, dictUpdate } from './dictupdate.ts';
import { newDictView } from './dictviews.ts';
import { genericAlias } from './genericalias.ts';

/** What a dict owns; the types that build on it add their own to this. */
export const dictLayout: Layout = {
  traverse(payload, visit) {
    const { keys, values, owner } = payload as DictTable;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === NULL) continue;
      visit(keys[i]!);
      if (owner === NULL) visit(values[i]!);
    }
  },
  clear(payload, released) {
    const table = payload as DictTable;
    pushEntries(table, released);
    table.clear();
  },
};

/** What a table holds in the order in which it dies: first to last entry, or by the shared keys; the key before the value. */
function pushEntries({ keys, values, places }: DictTable, released: Ref[]): void {
  if (places === null) {
    for (let i = 0; i < keys.length; i++) if (keys[i] !== NULL) released.push(keys[i]!, values[i]!);
    return;
  }
  const placeOf = (at: number): number => places.get(keys[at]!) ?? places.size + at;
  const order = [...keys.keys()].filter((at) => keys[at] !== NULL).sort((a, b) => placeOf(a) - placeOf(b));
  for (const at of order) released.push(keys[at]!, values[at]!);
}

export function clearDict(rt: Runtime, dict: Ref): void {
  const table = tableOf(rt, dict);
  const released: Ref[] = [];
  pushEntries(table, released);
  table.clear();
  rt.heap.deaths.drop(released);
}

function dictNew(rt: Runtime, type: Ref): Ref {
  if (type !== DICT) return newInstance(rt, type, new DictTable());
  const dict = rt.heap.allocate(DICT, new DictTable());
  rt.heap.onPlainAllocation(dict);
  if (rt.profile.dictsTrackedAtBirth) rt.heap.track(dict);
  return dict;
}

/** `dict(…)` and `dict.update(…)`. Mirrors dict_update_common(). */
export function updateFromCall(rt: Runtime, self: Ref, name: string, args: readonly Ref[], keywords: Ref): Eventual {
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const given = args.length - names.length;
  if (given > 1) raise(rt, TYPE_ERROR, `${name} expected at most 1 argument, got ${given}`);
  if (names.length === 0) return given === 0 ? NULL : dictUpdate(rt, self, args[0]!);
  return begin(rt, updateWithKeywords(rt, self, args, given, names));
}

function* updateWithKeywords(rt: Runtime, self: Ref, args: readonly Ref[], given: number, names: readonly Ref[]): Steps<Ref> {
  if (given === 1) yield* settle(rt, dictUpdate(rt, self, args[0]!));
  for (let i = 0; i < names.length; i++) {
    if ((rt.typeOf(names[i]!).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'keywords must be strings');
    yield* settle(rt, dictSet(rt, self, names[i]!, args[given + i]!));
  }
  return NULL;
}

/** Mirrors dict_subscript(): a subclass is asked for `__missing__`. */
export function dictSubscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  const value = dictGet(rt, self, key);
  if (value > NULL) return value;
  if (value === NULL && rt.heap.type[self] === DICT) raiseKeyError(rt, key);
  return begin(rt, subscriptSteps(rt, self, key, value));
}

export function dictContains(rt: Runtime, self: Ref, key: Ref): Eventual {
  const at = tableOf(rt, self).findExact(rt, key);
  if (at >= MISSING) return rt.newBool(at >= 0);
  return withEntry(rt, self, key, (_table, found) => rt.newBool(found >= 0));
}

/** `dict.get()`. */
export function getOr(rt: Runtime, self: Ref, key: Ref, fallback: Ref): Eventual {
  const table = tableOf(rt, self);
  const at = table.findExact(rt, key);
  if (at >= MISSING) return rt.heap.incref(at >= 0 ? table.values[at]! : fallback === NULL ? NONE : fallback);
  return withEntry(rt, self, key, (_table, found) => rt.heap.incref(found >= 0 ? table.values[found]! : fallback === NULL ? NONE : fallback));
}

function* subscriptSteps(rt: Runtime, self: Ref, key: Ref, found: Eventual): Steps<Ref> {
  const value = yield* settle(rt, found);
  if (value !== NULL) return value;
  const missing = rt.heap.type[self] === DICT ? NULL : lookupText(rt, rt.heap.type[self]!, '__missing__');
  if (missing === NULL) raiseKeyError(rt, key);
  return yield* callSpecial(rt, self, missing, [key]);
}

/** The entries between braces, as text. */
export function* entriesText(rt: Runtime, self: Ref): Steps<string> {
  const { heap } = rt;
  if (!enterRepr(rt, self)) return '{...}';
  const table = tableOf(rt, self);
  let text = '{';
  try {
    for (let i = 0; i < table.keys.length; i++) {
      const key = table.keys[i]!;
      if (key === NULL) continue;
      const value = heap.incref(table.values[i]!);
      heap.incref(key);
      try {
        if (text.length > 1) text += ', ';
        text += `${yield* reprText(rt, key)}: `;
        text += yield* reprText(rt, value);
      } finally {
        heap.decref(key);
        heap.decref(value);
      }
      rt.charge(1, text.length);
    }
    return `${text}}`;
  } finally {
    leaveRepr(rt, self);
  }
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newStr(yield* entriesText(rt, self));
}

/** The repr of an object, as text. */
export function* reprText(rt: Runtime, object: Ref): Steps<string> {
  const shown = yield* settle(rt, repr(rt, object));
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return text;
}

export function dictCompare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if ((op !== Compare.EQ && op !== Compare.NE) || !isAnyDict(rt, left) || !isAnyDict(rt, right)) return NOT_IMPLEMENTED;
  return begin(rt, compareSteps(rt, left, right, op === Compare.EQ));
}

function* compareSteps(rt: Runtime, left: Ref, right: Ref, wanted: boolean): Steps<Ref> {
  return rt.newBool((yield* dictsEqual(rt, left, right)) === wanted);
}

/** Mirrors dict_equal(). */
function* dictsEqual(rt: Runtime, left: Ref, right: Ref): Steps<boolean> {
  const { heap } = rt;
  const a = tableOf(rt, left);
  const b = tableOf(rt, right);
  if (a.used !== b.used) return false;
  for (let i = 0; i < a.keys.length; i++) {
    const key = a.keys[i]!;
    if (key === NULL) continue;
    const value = heap.incref(a.values[i]!);
    heap.incref(key);
    let other = NULL;
    try {
      hashOfEntry(rt, a, i);
      const at = yield* dictFindHashed(rt, b, key, rt.hashLow, rt.hashHigh);
      if (at < 0) return false;
      other = heap.incref(b.values[at]!);
      if (!(equalsNow(rt, other, value) ?? (yield* equals(rt, other, value)))) return false;
    } finally {
      heap.decref(key);
      heap.decref(value);
      heap.xdecref(other);
    }
  }
  return true;
}

export function dictOr(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (!isDict(rt, left) || !isAnyDict(rt, right)) return NOT_IMPLEMENTED;
  return begin(rt, unionSteps(rt, left, right));
}

function* unionSteps(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const union = yield* copyDict(rt, left);
  try {
    yield* settle(rt, dictUpdate(rt, union, right));
  } catch (error) {
    rt.heap.decref(union);
    throw error;
  }
  return union;
}

function* inplaceOr(rt: Runtime, self: Ref, other: Ref): Steps<Ref> {
  yield* settle(rt, dictUpdate(rt, self, other));
  return rt.heap.incref(self);
}

function popEntry(rt: Runtime, table: DictTable, at: number): Ref {
  const key = table.keys[at]!;
  const value = table.values[at]!;
  table.remove(rt, at);
  rt.heap.decref(key);
  return value;
}

function dictPop(rt: Runtime, self: Ref, key: Ref, fallback: Ref): Eventual {
  const missing = (): Ref => (fallback === NULL ? raiseKeyError(rt, key) : rt.heap.incref(fallback));
  if (tableOf(rt, self).used === 0) return missing();
  return withEntry(rt, self, key, (table, at) => (at < 0 ? missing() : popEntry(rt, table, at)));
}

function popLast(rt: Runtime, self: Ref): Ref {
  const table = tableOf(rt, self);
  if (table.used === 0) raiseWith(rt, KEY_ERROR, rt.newStr('popitem(): dictionary is empty'));
  let at = table.keys.length - 1;
  while (table.keys[at] === NULL) at--;
  const item = newTuple(rt, [table.keys[at]!, table.values[at]!]);
  table.remove(rt, at);
  table.truncate(at);
  return item;
}

function setDefault(rt: Runtime, self: Ref, key: Ref, given: Ref): Eventual {
  const value = given === NULL ? NONE : given;
  return withEntry(rt, self, key, (table, at) => {
    if (at >= 0) return rt.heap.incref(table.values[at]!);
    storeAt(rt, self, table, at, key, value);
    return rt.heap.incref(value);
  });
}

/** Mirrors _PyDict_FromKeys(). */
export function* fromKeys(rt: Runtime, type: Ref, iterable: Ref, value: Ref): Steps<Ref> {
  const { heap } = rt;
  const dict = type === DICT ? newDict(rt) : yield { callable: type, args: [], keywords: NULL };
  let iterator = NULL;
  try {
    iterator = yield* settle(rt, iter(rt, iterable));
    const store = heap.type[dict] === DICT ? dictSet : setItem;
    for (;;) {
      const gotKey = next(rt, iterator);
      const key = gotKey === SUSPENDED ? yield* settle(rt, SUSPENDED) : gotKey;
      if (key === NULL) return dict;
      rt.charge(1);
      try {
        yield* settle(rt, store(rt, dict, key, value));
      } finally {
        heap.decref(key);
      }
    }
  } catch (error) {
    heap.decref(dict);
    throw error;
  } finally {
    heap.xdecref(iterator);
  }
}

/** Mirrors _PyDict_SizeOf(): str keys take smaller entries. */
export function sizeOf(rt: Runtime, dict: Ref): number {
  const { keys, log2Size, general } = tableOf(rt, dict);
  const { basic } = instanceSize(rt, rt.heap.type[dict]!);
  if (keys.length === 0 && log2Size === 3) return basic;
  const indexBytes = log2Size < 8 ? 1 : log2Size < 16 ? 2 : 4;
  const entryBytes = general ? 24 : 16;
  return basic + 32 + (indexBytes << log2Size) + Math.floor((2 << log2Size) / 3) * entryBytes;
}

defineType({
  handle: DICT,
  name: 'dict',
  flags: CONTAINER | TypeFlag.DICT_SUBCLASS | TypeFlag.MAPPING,
  layout: dictLayout,
  slots: {
    tp_new: dictNew,
    tp_init: (rt, self, args, keywords) => updateFromCall(rt, self, 'dict', args, keywords),
    tp_repr: (rt, self) => (tableOf(rt, self).used === 0 ? rt.newStr('{}') : begin(rt, reprSteps(rt, self))),
    tp_hash: null,
    tp_richcompare: dictCompare,
    tp_iter: dictIter,
    mp_length: (rt, self) => rt.newInt(tableOf(rt, self).used),
    mp_subscript: dictSubscript,
    mp_ass_subscript: (rt, self, key, value) => (value === NULL ? dictDelete(rt, self, key) : dictSet(rt, self, key, value)),
    sq_contains: dictContains,
    nb_or: dictOr,
    nb_inplace_or: (rt, self, other) => begin(rt, inplaceOr(rt, self, other)),
  },
  methods: [
    native('clear', '', (rt, self) => {
      clearDict(rt, self);
      return NONE;
    }),
    suspending('copy', '', copyDict),
    suspending('fromkeys', 'iterable, value=None, /', (rt, type, [iterable, value]) => fromKeys(rt, type, iterable!, value === NULL ? NONE : value!), 'class'),
    native('get', 'key, default=None, /', (rt, self, args) => getOr(rt, self, args[0]!, args[1]!)),
    native('items', '', (rt, self) => newDictView(rt, DICT_ITEMS, self)),
    native('keys', '', (rt, self) => newDictView(rt, DICT_KEYS, self)),
    native('pop', 'key, default=, /', (rt, self, [key, fallback]) => dictPop(rt, self, key!, fallback!)),
    native('popitem', '', popLast),
    native('setdefault', 'key, default=None, /', (rt, self, args) => setDefault(rt, self, args[0]!, args[1]!)),
    rawNative('update', (rt, self, args, keywords) => {
      const result = updateFromCall(rt, self, 'update', args, keywords);
      return result === SUSPENDED ? begin(rt, thenNone(rt)) : NONE;
    }),
    native('values', '', (rt, self) => newDictView(rt, DICT_VALUES, self)),
    native('__contains__', 'key, /', (rt, self, [key]) => dictContains(rt, self, key!)),
    native('__getitem__', 'key, /', (rt, self, [key]) => dictSubscript(rt, self, key!)),
    native('__reversed__', '', (rt, self) => newDictIterator(rt, self, DICT_REVERSE_KEY_ITERATOR)),
    native('__sizeof__', '', (rt, self) => rt.newInt(sizeOf(rt, self))),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});

/** None once what is suspended is done. */
function* thenNone(rt: Runtime): Steps<Ref> {
  yield* settle(rt, SUSPENDED);
  return NONE;
}
