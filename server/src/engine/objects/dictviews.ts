import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import {
  DICT,
  DICT_ITEMS,
  DICT_ITEM_ITERATOR,
  DICT_KEYS,
  DICT_KEY_ITERATOR,
  DICT_REVERSE_ITEM_ITERATOR,
  DICT_REVERSE_KEY_ITERATOR,
  DICT_REVERSE_VALUE_ITERATOR,
  DICT_VALUES,
  DICT_VALUE_ITERATOR,
  MAPPING_PROXY,
  NOT_IMPLEMENTED,
  SET,
} from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { defineType } from './core/define.ts';
import { raiseKeyError } from './core/errors.ts';
import { isSubtype, typeName } from './core/lookup.ts';
import { itemsOf, newList, newTuple, tableOf } from './core/make.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from './core/native.ts';
import { collect, contains, enterRepr, equals, leaveRepr, length, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { dictFind, dictFindHashed, dropEntry, hashOfEntry, withEntry } from './dictsearch.ts';
import { newDictIterator } from './dictiterators.ts';
import { copyDict } from './dictupdate.ts';
import { MappingProxy } from './mappingproxy.ts';
import type { Slots } from './core/slots.ts';
import { addKey, building, differenceUpdate, forEach, intersection, isAnySet, newSet, setFrom, symmetricUpdate, updateSet } from './setops.ts';

/** Payload of `dict.keys()`, `values()`, `items()`; the dict is owned. */
export class DictView {
  constructor(public dict: Ref) {}
}

export const newDictView = (rt: Runtime, type: Ref, dict: Ref): Ref => rt.heap.allocateTracked(type, new DictView(rt.heap.incref(dict)));

const dictOf = (rt: Runtime, view: Ref): Ref => (rt.heap.payload[view] as DictView).dict;

const layout: Layout = {
  traverse(payload, visit) {
    const { dict } = payload as DictView;
    if (dict !== NULL) visit(dict);
  },
  clear(payload, released) {
    const view = payload as DictView;
    if (view.dict !== NULL) released.push(view.dict);
    view.dict = NULL;
  },
};

/** The set-like views: of keys and of items. */
const isSetLike = (rt: Runtime, object: Ref): boolean => {
  const type = rt.heap.type[object]!;
  return isSubtype(rt, type, DICT_KEYS) || isSubtype(rt, type, DICT_ITEMS);
};

/** Mirrors dictview_repr(): the repr of the list of what the view shows. */
function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  if (!enterRepr(rt, self)) return rt.newStr('...');
  const list = newList(rt, yield* collect(rt, self));
  try {
    const shown = yield* settle(rt, repr(rt, list));
    const text = `${typeName(rt, self)}(${rt.text(shown)})`;
    heap.decref(shown);
    return rt.newStr(text);
  } finally {
    heap.decref(list);
    leaveRepr(rt, self);
  }
}

/** Mirrors dictitems_contains(). */
function itemsContain(rt: Runtime, self: Ref, item: Ref): Eventual {
  if ((rt.typeOf(item).flags & TypeFlag.TUPLE_SUBCLASS) === 0 || itemsOf(rt, item).length !== 2) return rt.newBool(false);
  return begin(rt, itemsContainSteps(rt, self, itemsOf(rt, item)[0]!, itemsOf(rt, item)[1]!));
}

function* itemsContainSteps(rt: Runtime, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  const table = tableOf(rt, dictOf(rt, self));
  const at = yield* dictFind(rt, table, key);
  if (at < 0) return rt.newBool(false);
  const found = rt.heap.incref(table.values[at]!);
  try {
    return rt.newBool(yield* equals(rt, found, value));
  } finally {
    rt.heap.decref(found);
  }
}

/** Whether all that `view` shows is in `other` (all_contained_in). */
function* allContained(rt: Runtime, view: Ref, other: Ref): Steps<boolean> {
  let contained = true;
  yield* forEach(rt, view, function* (item) {
    contained = yield* contains(rt, other, item);
    return contained;
  });
  return contained;
}

/** Mirrors dictview_richcompare(): a comparison of sets. */
function compareViews(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if (!isAnySet(rt, right) && !isSetLike(rt, right)) return NOT_IMPLEMENTED;
  return begin(rt, compareSteps(rt, left, right, op));
}

function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const a = yield* length(rt, left);
  const b = yield* length(rt, right);
  switch (op) {
    case Compare.EQ:
      return rt.newBool(a === b && (yield* allContained(rt, left, right)));
    case Compare.NE:
      return rt.newBool(!(a === b && (yield* allContained(rt, left, right))));
    case Compare.LT:
      return rt.newBool(a < b && (yield* allContained(rt, left, right)));
    case Compare.LE:
      return rt.newBool(a <= b && (yield* allContained(rt, left, right)));
    case Compare.GT:
      return rt.newBool(a > b && (yield* allContained(rt, right, left)));
    default:
      return rt.newBool(a >= b && (yield* allContained(rt, right, left)));
  }
}

/** A set of what a set-like view shows; a dict's keys are taken from the dict (dictviews_to_set). */
const toSet = (rt: Runtime, object: Ref): Steps<Ref> =>
  setFrom(rt, rt.heap.type[object] === DICT_KEYS && rt.heap.type[dictOf(rt, object)] === DICT ? dictOf(rt, object) : object);

/** Mirrors dictviews_sub(). */
function* subtract(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  return yield* building(rt, yield* toSet(rt, left), (set) => differenceUpdate(rt, set, right));
}

/** Mirrors dictviews_or(). */
function* unite(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  return yield* building(rt, yield* toSet(rt, left), (set) => updateSet(rt, set, right));
}

/** Mirrors dictviews_xor(). */
function* symmetricDifference(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  if (rt.heap.type[left] === DICT_ITEMS && rt.heap.type[right] === DICT_ITEMS) return yield* itemsNotInBoth(rt, dictOf(rt, left), dictOf(rt, right));
  return yield* building(rt, yield* toSet(rt, left), (set) => symmetricUpdate(rt, set, right));
}

/** Mirrors dictitems_xor(): values under the same key are compared, so that equal ones need no hash. */
function* itemsNotInBoth(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const { heap } = rt;
  const swaps = tableOf(rt, left).used > tableOf(rt, right).used;
  const [smaller, larger] = swaps ? [right, left] : [left, right];
  const rest = yield* copyDict(rt, smaller);
  const [remaining, shown] = [tableOf(rt, rest), tableOf(rt, larger)];
  try {
    return yield* building(rt, newSet(rt), function* (set) {
      for (let i = 0; i < shown.keys.length; i++) {
        if (shown.keys[i] === NULL) continue;
        const pair = newTuple(rt, [heap.incref(shown.keys[i]!), heap.incref(shown.values[i]!)]);
        const [key, value] = itemsOf(rt, pair) as [Ref, Ref];
        try {
          hashOfEntry(rt, shown, i);
          const { hashLow, hashHigh } = rt;
          const at = yield* dictFindHashed(rt, remaining, key, hashLow, hashHigh);
          if (at < 0 || !(yield* equals(rt, remaining.values[at]!, value))) {
            yield* addKey(rt, set, pair);
            continue;
          }
          // To be taken out, the key is looked up again.
          const again = yield* dictFindHashed(rt, remaining, key, hashLow, hashHigh);
          if (again < 0) raiseKeyError(rt, key);
          dropEntry(rt, remaining, again);
        } finally {
          heap.decref(pair);
        }
      }
      const left = newDictView(rt, DICT_ITEMS, rest);
      try {
        yield* updateSet(rt, set, left);
      } finally {
        heap.decref(left);
      }
    });
  } finally {
    heap.decref(rest);
  }
}

/** Mirrors _PyDictView_Intersect(): what the smaller one shows is looked up in the larger one. */
function* intersect(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  if (!isSetLike(rt, left)) return yield* intersect(rt, right, left);
  const size = yield* length(rt, left);
  if (rt.heap.type[right] === SET && size <= (yield* length(rt, right))) return yield* intersection(rt, right, left);
  const swaps = isSetLike(rt, right) && (yield* length(rt, right)) > size;
  const [view, other] = swaps ? [right, left] : [left, right];
  return yield* building(rt, newSet(rt), (set) =>
    forEach(rt, other, function* (item) {
      if (yield* contains(rt, view, item)) yield* addKey(rt, set, item);
    }),
  );
}

/** Mirrors dictviews_isdisjoint(). */
function* isDisjoint(rt: Runtime, self: Ref, other: Ref): Steps<Ref> {
  if (self === other) return rt.newBool((yield* length(rt, self)) === 0);
  const swaps = (isAnySet(rt, other) || isSetLike(rt, other)) && (yield* length(rt, other)) > (yield* length(rt, self));
  const [searched, container] = swaps ? [self, other] : [other, self];
  let disjoint = true;
  yield* forEach(rt, searched, function* (item) {
    disjoint = !(yield* contains(rt, container, item));
    return disjoint;
  });
  return rt.newBool(disjoint);
}

const shared: Slots = {
  tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
  mp_length: (rt, self) => rt.newInt(dictOf(rt, self) === NULL ? 0 : tableOf(rt, dictOf(rt, self)).used),
};

const setLike: Slots = {
  tp_hash: null,
  tp_richcompare: compareViews,
  nb_subtract: (rt, left, right) => begin(rt, subtract(rt, left, right)),
  nb_and: (rt, left, right) => begin(rt, intersect(rt, left, right)),
  nb_xor: (rt, left, right) => begin(rt, symmetricDifference(rt, left, right)),
  nb_or: (rt, left, right) => begin(rt, unite(rt, left, right)),
};

const mapping: NativeAttribute = {
  name: 'mapping',
  get: (rt, self) => rt.heap.allocateTracked(MAPPING_PROXY, new MappingProxy(rt.heap.incref(dictOf(rt, self)))),
};

const isdisjoint = suspending('isdisjoint', 'other, /', (rt, self, [other]) => isDisjoint(rt, self, other!));
const reversed = (type: Ref): NativeFunction => native('__reversed__', '', (rt, self) => newDictIterator(rt, dictOf(rt, self), type));

const flags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION;

defineType({
  handle: DICT_KEYS,
  name: 'dict_keys',
  flags,
  layout,
  slots: {
    ...shared,
    ...setLike,
    tp_iter: (rt, self) => newDictIterator(rt, dictOf(rt, self), DICT_KEY_ITERATOR),
    sq_contains: (rt, self, key) => withEntry(rt, dictOf(rt, self), key, (_table, at) => rt.newBool(at >= 0)),
  },
  methods: [isdisjoint, reversed(DICT_REVERSE_KEY_ITERATOR)],
  attributes: [mapping],
});

defineType({
  handle: DICT_ITEMS,
  name: 'dict_items',
  flags,
  layout,
  slots: {
    ...shared,
    ...setLike,
    tp_iter: (rt, self) => newDictIterator(rt, dictOf(rt, self), DICT_ITEM_ITERATOR),
    sq_contains: itemsContain,
  },
  methods: [isdisjoint, reversed(DICT_REVERSE_ITEM_ITERATOR)],
  attributes: [mapping],
});

defineType({
  handle: DICT_VALUES,
  name: 'dict_values',
  flags,
  layout,
  slots: {
    ...shared,
    tp_iter: (rt, self) => newDictIterator(rt, dictOf(rt, self), DICT_VALUE_ITERATOR),
  },
  methods: [reversed(DICT_REVERSE_VALUE_ITERATOR)],
  attributes: [mapping],
});

