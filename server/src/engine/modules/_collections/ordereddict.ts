import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../../heap/heap.ts';
import { DICT, FALSE, NONE, NOT_IMPLEMENTED, RUNTIME_ERROR, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseKeyError } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf, newDict, newList, newTuple, tupleOf } from '../../objects/core/make.ts';
import { native, rawNative, suspending } from '../../objects/core/native.ts';
import { collect, enterRepr, equals, getItem, iter, leaveRepr, setItem, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictLayout, fromKeys, reprText, sizeOf } from '../../objects/dict.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { dictUpdate } from '../../objects/dictupdate.ts';
import { fixedDictAttribute } from '../../objects/object.ts';
import { libraryOf } from '../../versions/library.ts';
import { instanceState } from '../core/instancestate.ts';
import { takeDict } from '../core/owndict.ts';
import { newOrderedIterator } from './odictiterator.ts';
import { viewMethods } from './odictviews.ts';
import { deleteEntry, moveToEnd, popEntry, popItem, setDefault, setEntry, setHashed } from './ordereditems.ts';
import { locate, orderedTable, OrderedTable } from './orderedtable.ts';
import { updateFrom, updateFromCall } from './orderedupdate.ts';

export const ORDERED_DICT = moduleTypeHandle();

const layout: Layout = {
  traverse(payload, visit) {
    for (const key of (payload as OrderedTable).order()) visit(key);
    dictLayout.traverse(payload, visit);
  },
  clear(payload, released, heap, self) {
    const table = payload as OrderedTable;
    const dict = takeDict(heap, self);
    if (dict !== NULL) released.push(dict);
    // odict_dealloc() empties the list before the table, odict_tp_clear() after it.
    const isDying = heap.refcount[self] === 0;
    if (isDying) released.push(...table.takeOrder());
    dictLayout.clear(payload, released, heap, self);
    if (!isDying) released.push(...table.takeOrder());
  },
};

const isOrdered = (rt: Runtime, object: Ref): boolean => isInstance(rt, object, ORDERED_DICT);

function* initSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (given > 1) raise(rt, TYPE_ERROR, `expected at most 1 argument${libraryOf(rt.profile.version).orderedDictCountsOne ? '' : 's'}, got ${given}`);
  yield* updateFromCall(rt, self, args, keywords);
  return NULL;
}

/** Mirrors odict_clear(): the table, then the list. */
function clear(rt: Runtime, self: Ref): Ref {
  const table = orderedTable(rt, self);
  const released: Ref[] = [];
  dictLayout.clear(table, released, rt.heap, self);
  released.push(...table.takeOrder());
  if (libraryOf(rt.profile.version).orderedDictClearCounts) table.changes++;
  rt.heap.deaths.drop(released);
  return NONE;
}

/** The value of a key of the list, borrowed (_odictnode_VALUE). */
function* nodeValue(rt: Runtime, table: OrderedTable, key: Ref): Steps<Ref> {
  const at = yield* locate(rt, table, key);
  return at < 0 ? raiseKeyError(rt, key) : table.values[at]!;
}

/** Mirrors odict_copy(). */
function* copy(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const exact = heap.type[self] === ORDERED_DICT;
  const made = exact ? newInstance(rt, ORDERED_DICT, new OrderedTable()) : yield* call(heap.type[self]!, []);
  const table = orderedTable(rt, self);
  try {
    for (let key = table.first; key !== NULL; key = table.hasNode(key) ? table.next(key) : NULL) {
      rt.charge(1);
      const value = exact ? heap.incref(yield* nodeValue(rt, table, key)) : yield* settle(rt, getItem(rt, self, key));
      try {
        if (exact) yield* setHashed(rt, made, key, value);
        else yield* settle(rt, setItem(rt, made, key, value));
      } finally {
        heap.decref(value);
      }
    }
    return made;
  } catch (error) {
    heap.decref(made);
    throw error;
  }
}

/** What the repr shows: a dict, or up to 3.11 a list of pairs. */
function* shownContents(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  if (libraryOf(rt.profile.version).orderedDictShowsDict) {
    const dict = newDict(rt);
    yield* settle(rt, dictUpdate(rt, dict, self));
    return dict;
  }
  if (heap.type[self] !== ORDERED_DICT) {
    const method = yield* settle(rt, getAttr(rt, self, rt.name('items')));
    try {
      const items = yield* call(method, []);
      try {
        return newList(rt, yield* collect(rt, items));
      } finally {
        heap.decref(items);
      }
    } finally {
      heap.decref(method);
    }
  }
  const table = orderedTable(rt, self);
  const pairs: Ref[] = [];
  for (const key of table.order()) pairs.push(tupleOf(rt, key, yield* nodeValue(rt, table, key)));
  return newList(rt, pairs);
}

/** Mirrors odict_repr(). */
function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const { name } = rt.typeOf(self);
  if (orderedTable(rt, self).used === 0) return rt.newStr(`${name}()`);
  if (!enterRepr(rt, self)) return rt.newStr('...');
  try {
    const contents = yield* shownContents(rt, self);
    try {
      return rt.newStr(`${name}(${yield* reprText(rt, contents)})`);
    } finally {
      rt.heap.decref(contents);
    }
  } finally {
    leaveRepr(rt, self);
  }
}

/** Mirrors _odict_keys_equal(). */
function* sameOrder(rt: Runtime, left: Ref, right: Ref): Steps<boolean> {
  const a = orderedTable(rt, left);
  const b = orderedTable(rt, right);
  const { changes: changesA } = a;
  const { changes: changesB } = b;
  let x = a.first;
  let y = b.first;
  while (x !== NULL && y !== NULL) {
    rt.heap.incref(x);
    rt.heap.incref(y);
    const [keyA, keyB] = [x, y];
    try {
      if (!(yield* equals(rt, x, y))) return false;
      if (a.changes !== changesA || b.changes !== changesB) raise(rt, RUNTIME_ERROR, 'OrderedDict mutated during iteration');
      x = a.next(x);
      y = b.next(y);
    } finally {
      rt.heap.decref(keyA);
      rt.heap.decref(keyB);
    }
  }
  return x === y;
}

function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const result = yield* settle(rt, rt.typeObject(DICT).slots.tp_richcompare!(rt, left, right, op));
  if (!isOrdered(rt, right) || result === (op === Compare.EQ ? FALSE : TRUE)) return result;
  return rt.newBool((yield* sameOrder(rt, left, right)) === (op === Compare.EQ));
}

function compare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if ((op !== Compare.EQ && op !== Compare.NE) || !isOrdered(rt, left) || !isDict(rt, right)) return NOT_IMPLEMENTED;
  return begin(rt, compareSteps(rt, left, right, op));
}

/** Mirrors odict_or(). */
function* union(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const [self, other] = isOrdered(rt, left) ? [left, right] : [right, left];
  if (!isDict(rt, other)) return NOT_IMPLEMENTED;
  const made = yield* call(rt.heap.type[self]!, [left]);
  try {
    yield* updateFrom(rt, made, right);
    return made;
  } catch (error) {
    rt.heap.decref(made);
    throw error;
  }
}

function* inplaceUnion(rt: Runtime, self: Ref, other: Ref): Steps<Ref> {
  yield* updateFrom(rt, self, other);
  return rt.heap.incref(self);
}

/** Mirrors odict_reduce(). */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = yield* instanceState(rt, self);
  const method = yield* settle(rt, getAttr(rt, self, rt.name('items')));
  let items: Ref;
  try {
    items = yield* call(method, []);
  } finally {
    heap.decref(method);
  }
  try {
    const iterator = yield* settle(rt, iter(rt, items));
    return newTuple(rt, [heap.incref(heap.type[self]!), newTuple(rt, []), state, NONE, iterator]);
  } finally {
    heap.decref(items);
  }
}

/** Mirrors odict_sizeof(): a pointer for each slot of the table, and the nodes. */
function ownSize(rt: Runtime, self: Ref): number {
  const { used, log2Size } = orderedTable(rt, self);
  const extra = used === 0 ? 0 : (8 << log2Size) + 32 * used;
  return sizeOf(rt, self) + extra;
}

defineType({
  handle: ORDERED_DICT,
  name: 'OrderedDict',
  module: 'collections',
  base: DICT,
  addsLayout: true,
  flags: CONTAINER | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS,
  layout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new OrderedTable()),
    tp_init: (rt, self, args, keywords) => begin(rt, initSteps(rt, self, args, keywords)),
    tp_repr: (rt, self) => begin(rt, show(rt, self)),
    tp_hash: null,
    tp_richcompare: compare,
    tp_iter: (rt, self) => newOrderedIterator(rt, self, 'keys', false),
    mp_ass_subscript: (rt, self, key, value) => (value === NULL ? begin(rt, deleteEntry(rt, self, key)) : setEntry(rt, self, key, value)),
    nb_or: (rt, left, right) => begin(rt, union(rt, left, right)),
    nb_inplace_or: (rt, self, other) => begin(rt, inplaceUnion(rt, self, other)),
  },
  methods: [
    suspending('fromkeys', 'iterable, value=None', (rt, type, [keys, value]) => fromKeys(rt, type, keys!, value === NULL ? NONE : value!), 'class'),
    native('__sizeof__', '', (rt, self) => rt.newInt(ownSize(rt, self))),
    suspending('__reduce__', '', reduce),
    suspending('setdefault', 'key, default=None', (rt, self, [key, value]) =>
      setDefault(rt, self, key!, value === NULL ? NONE : value!, rt.heap.type[self] === ORDERED_DICT),
    ),
    suspending('pop', 'key, default=', (rt, self, [key, fallback]) => popEntry(rt, self, key!, fallback!)),
    suspending('popitem', 'last=True', function* (rt, self, [last]) {
      return yield* popItem(rt, self, last === NULL || (yield* truth(rt, last!)));
    }),
    ...viewMethods,
    rawNative('update', (rt, self, args, keywords) => begin(rt, updateThenNone(rt, self, args, keywords))),
    native('clear', '', clear),
    suspending('copy', '', copy),
    native('__reversed__', '', (rt, self) => newOrderedIterator(rt, self, 'keys', true)),
    suspending('move_to_end', 'key, last=True', function* (rt, self, [key, last]) {
      return yield* moveToEnd(rt, self, key!, last === NULL || (yield* truth(rt, last!)));
    }),
  ],
  attributes: [fixedDictAttribute],
});

function* updateThenNone(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  yield* updateFromCall(rt, self, args, keywords);
  return NONE;
}
