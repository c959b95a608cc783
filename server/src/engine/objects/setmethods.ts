import { Compare } from '../compiler/opcodes.ts';
import type { Layout } from '../heap/heap.ts';
import { FROZENSET, NONE, NOT_IMPLEMENTED, SET_ITERATOR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newList, newTuple } from './core/make.ts';
import { type NativeFunction, native, suspending, varargs } from './core/native.ts';
import { enterRepr, leaveRepr, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { instanceSize } from './core/sizes.ts';
import type { Slots } from './core/slots.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { hashFor } from './dictsearch.ts';
import { genericAlias } from './genericalias.ts';
import { SetIterator } from './setiterator.ts';
import {
  buildingUnseen,
  copySet,
  difference,
  differenceUpdate,
  hashItems,
  hasHashed,
  intersection,
  isAnySet,
  isDisjoint,
  isSubset,
  isSuperset,
  setTableOf,
  standsForFrozenSet,
  symmetricDifference,
  updateSet,
} from './setops.ts';
import { ABSENT, type SetTable } from './settable.ts';

/** What set and frozenset have in common. */

export const setLayout: Layout = {
  traverse(payload, visit) {
    for (const key of (payload as SetTable).keys()) visit(key);
  },
  clear(payload, released) {
    const table = payload as SetTable;
    for (const key of table.keys()) released.push(key);
    table.clear();
  },
};

/** Mirrors set_repr(). */
function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const name = typeName(rt, self);
  if (!enterRepr(rt, self)) return rt.newStr(`${name}(...)`);
  const keys = newList(rt, copyRefs(rt, setTableOf(rt, self).keys()));
  try {
    const shown = yield* settle(rt, repr(rt, keys));
    const inner = rt.text(shown).slice(1, -1);
    heap.decref(shown);
    return rt.newStr(name === 'set' ? `{${inner}}` : `${name}({${inner}})`);
  } finally {
    heap.decref(keys);
    leaveRepr(rt, self);
  }
}

/** Mirrors set_richcompare(). */
function compareSets(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if (!isAnySet(rt, right) || !isAnySet(rt, left)) return NOT_IMPLEMENTED;
  return begin(rt, compareSteps(rt, left, right, op));
}

function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const a = setTableOf(rt, left);
  const b = setTableOf(rt, right);
  const hashesDiffer = a.hash !== null && b.hash !== null && (a.hash.low !== b.hash.low || a.hash.high !== b.hash.high);
  switch (op) {
    case Compare.EQ:
      return rt.newBool(a.used === b.used && !hashesDiffer && (yield* isSubset(rt, left, right)));
    case Compare.NE:
      return rt.newBool(!(a.used === b.used && !hashesDiffer && (yield* isSubset(rt, left, right))));
    case Compare.LE:
      return rt.newBool(yield* isSubset(rt, left, right));
    case Compare.GE:
      return rt.newBool(yield* isSubset(rt, right, left));
    case Compare.LT:
      return rt.newBool(a.used < b.used && (yield* isSubset(rt, left, right)));
    default:
      return rt.newBool(a.used > b.used && (yield* isSubset(rt, right, left)));
  }
}

/** Mirrors set_contains(). */
function containsKey(rt: Runtime, self: Ref, key: Ref): Eventual {
  let hashed: Eventual;
  try {
    hashed = hashFor(rt, key, 'set element');
  } catch (error) {
    return standsForFrozenSet(rt, key, error) ? begin(rt, containsSteps(rt, self, key, hashItems(rt, key))) : NULL;
  }
  if (hashed === SUSPENDED) return begin(rt, containsSteps(rt, self, key, hashed));
  const low = rt.hashLow;
  const high = rt.hashHigh;
  const at = setTableOf(rt, self).tryFind(rt, key, low, high);
  if (at !== undefined) return rt.newBool(at !== ABSENT);
  rt.hashLow = low;
  rt.hashHigh = high;
  return begin(rt, containsSteps(rt, self, key, NULL));
}

function* containsSteps(rt: Runtime, self: Ref, key: Ref, hashed: Eventual): Steps<Ref> {
  yield* settle(rt, hashed);
  return rt.newBool(yield* hasHashed(rt, self, key, rt.hashLow, rt.hashHigh));
}

type SetOperation = (rt: Runtime, left: Ref, right: Ref) => Steps<Ref>;

/** An operator on two sets of whichever kind. */
const operator =
  (operation: SetOperation) =>
  (rt: Runtime, left: Ref, right: Ref): Eventual =>
    isAnySet(rt, left) && isAnySet(rt, right) ? begin(rt, operation(rt, left, right)) : NOT_IMPLEMENTED;

export function* union(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  return yield* buildingUnseen(rt, yield* copySet(rt, left), (set) => (left === right ? nothing() : updateSet(rt, set, right)));
}

function* nothing(): Steps<void> {}

/** An in-place operator; answers the set. */
export const inplace =
  (operation: (rt: Runtime, set: Ref, other: Ref) => Steps<void>) =>
  (rt: Runtime, self: Ref, other: Ref): Eventual =>
    isAnySet(rt, other) ? begin(rt, thenSelf(rt, self, operation(rt, self, other))) : NOT_IMPLEMENTED;

function* thenSelf(rt: Runtime, self: Ref, steps: Steps<void>): Steps<Ref> {
  yield* steps;
  return rt.heap.incref(self);
}

export const setSlots: Slots = {
  tp_repr: (rt, self) => (setTableOf(rt, self).used === 0 ? rt.newStr(`${typeName(rt, self)}()`) : begin(rt, reprSteps(rt, self))),
  tp_richcompare: compareSets,
  tp_iter: (rt, self) => rt.heap.allocateTracked(SET_ITERATOR, new SetIterator(rt.heap.incref(self), setTableOf(rt, self).used)),
  sq_length: (rt, self) => rt.newInt(setTableOf(rt, self).used),
  sq_contains: containsKey,
  nb_subtract: operator(difference),
  nb_and: operator(intersection),
  nb_xor: operator(symmetricDifference),
  nb_or: operator(union),
};

/** `s.union(*others)` and the like: `first` makes the result, `more` changes it for each further argument. */
export const variadic = (name: string, steps: (rt: Runtime, self: Ref, others: readonly Ref[]) => Steps<Ref>): NativeFunction =>
  varargs(suspending(name, '*others', (rt, self, [others]) => steps(rt, self, itemsOf(rt, others!))), '-12');

function* unionOf(rt: Runtime, self: Ref, others: readonly Ref[]): Steps<Ref> {
  return yield* buildingUnseen(rt, yield* copySet(rt, self), function* (set) {
    for (const other of others) if (other !== self) yield* updateSet(rt, set, other);
  });
}

export function* intersectionOf(rt: Runtime, self: Ref, others: readonly Ref[]): Steps<Ref> {
  if (others.length === 0) return yield* copySet(rt, self);
  let result = rt.heap.incref(self);
  for (const other of others) {
    try {
      const common = yield* intersection(rt, result, other);
      rt.heap.decref(result);
      result = common;
    } catch (error) {
      rt.heap.decref(result);
      throw error;
    }
  }
  return result;
}

function* differenceOf(rt: Runtime, self: Ref, [first, ...others]: readonly Ref[]): Steps<Ref> {
  if (first === undefined) return yield* copySet(rt, self);
  return yield* buildingUnseen(rt, yield* difference(rt, self, first), function* (set) {
    for (const other of others) yield* differenceUpdate(rt, set, other);
  });
}

const predicate = (name: string, test: (rt: Runtime, self: Ref, other: Ref) => Steps<boolean>): NativeFunction =>
  suspending(name, 'other, /', function* (rt, self, [other]) {
    return rt.newBool(yield* test(rt, self, other!));
  });

export const setMethods: readonly NativeFunction[] = [
  suspending('copy', '', (rt, self) => copyMethod(rt, self)),
  variadic('union', unionOf),
  variadic('intersection', intersectionOf),
  variadic('difference', differenceOf),
  suspending('symmetric_difference', 'other, /', (rt, self, [other]) => symmetricDifference(rt, self, other!)),
  predicate('isdisjoint', isDisjoint),
  predicate('issubset', isSubset),
  predicate('issuperset', isSuperset),
  native('__contains__', 'object, /', (rt, self, [key]) => containsKey(rt, self, key!)),
  native('__reduce__', '', (rt, self) => {
    const keys = newList(rt, copyRefs(rt, setTableOf(rt, self).keys()));
    const type = rt.heap.incref(rt.heap.type[self]!);
    return newTuple(rt, [type, newTuple(rt, [keys]), NONE]);
  }),
  native('__sizeof__', '', (rt, self) => {
    const { mask } = setTableOf(rt, self);
    return rt.newInt(instanceSize(rt, rt.heap.type[self]!).basic + (mask === 7 ? 0 : (mask + 1) * 16));
  }),
  native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
];

function* copyMethod(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.heap.type[self] === FROZENSET ? rt.heap.incref(self) : yield* copySet(rt, self);
}

