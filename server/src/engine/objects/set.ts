import { TypeFlag } from '../heap/heap.ts';
import { INT, KEY_ERROR, NONE, SET, STR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raiseKeyError, raiseWith } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { native, suspending } from './core/native.ts';
import { hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { inplace, intersectionOf, setLayout, setMethods, setSlots, variadic } from './setmethods.ts';
import {
  clearSet,
  differenceUpdate,
  discardHashed,
  discardKey,
  fillingUnseen,
  hashItems,
  intersection,
  setAdd,
  setTableOf,
  standsForFrozenSet,
  symmetricUpdate,
  updateSet } from './setops.ts';
import { ABSENT, SetTable } from './settable.ts';

const setNew = (rt: Runtime, type: Ref): Ref => newInstance(rt, type, new SetTable());

function setInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const exact = rt.heap.type[self] === SET || rt.typeOf(self).slots.tp_new === setNew;
  const [iterable = NULL] = bind(rt, 'set', 'iterable=(), /', args, exact ? keywords : NULL);
  clearSet(rt, self);
  if (iterable === NULL) return NULL;
  // Nobody but the call of the type holds the set: it is one that set_vectorcall() makes.
  const isNew = rt.heap.type[self] === SET && rt.heap.refcount[self] === 1;
  return begin(rt, thenAnswer(isNew ? fillingUnseen(rt, self, updateSet(rt, self, iterable)) : updateSet(rt, self, iterable), NULL));
}

function* thenAnswer(steps: Steps<unknown>, answer: Ref): Steps<Ref> {
  yield* steps;
  return answer;
}

function* settledThen(rt: Runtime, answer: Ref): Steps<Ref> {
  yield* settle(rt, SUSPENDED);
  return answer;
}

/** Takes out a str or int that is compared with its like; undefined where Python code may have to run. */
function takeOutNow(rt: Runtime, self: Ref, key: Ref): boolean | undefined {
  const type = rt.heap.type[key];
  if (type !== STR && type !== INT) return undefined;
  hash(rt, key);
  const table = setTableOf(rt, self);
  const at = table.tryFind(rt, key, rt.hashLow, rt.hashHigh);
  if (at === undefined || at === ABSENT) return at === undefined ? undefined : false;
  rt.heap.decref(table.remove(at));
  return true;
}

function* removeSteps(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  if (!(yield* takeOut(rt, self, key))) raiseKeyError(rt, key);
  return NONE;
}

/** Takes out a key; a set given as key stands for the frozenset of its items (set_discard, set_remove). */
function* takeOut(rt: Runtime, self: Ref, key: Ref): Steps<boolean> {
  try {
    return yield* discardKey(rt, self, key);
  } catch (error) {
    standsForFrozenSet(rt, key, error);
  }
  hashItems(rt, key);
  return yield* discardHashed(rt, self, key, rt.hashLow, rt.hashHigh);
}

/** Exchanges contents with the result of an intersection (set_intersection_update). */
function* keepOnly(rt: Runtime, self: Ref, steps: Steps<Ref>): Steps<void> {
  const kept = yield* steps;
  setTableOf(rt, self).swap(setTableOf(rt, kept));
  rt.heap.decref(kept);
}

function* forOthers(others: readonly Ref[], visit: (other: Ref) => Steps<void>): Steps<Ref> {
  for (const other of others) yield* visit(other);
  return NONE;
}

defineType({
  handle: SET,
  name: 'set',
  flags: CONTAINER | TypeFlag.WEAKREFS,
  layout: setLayout,
  slots: {
    ...setSlots,
    tp_new: setNew,
    tp_init: setInit,
    tp_hash: null,
    nb_inplace_subtract: inplace(differenceUpdate),
    nb_inplace_and: inplace((rt, self, other) => keepOnly(rt, self, intersection(rt, self, other))),
    nb_inplace_xor: inplace(symmetricUpdate),
    nb_inplace_or: inplace(updateSet),
  },
  methods: [
    ...setMethods,
    native('add', 'object, /', (rt, self, args) => {
      const added = setAdd(rt, self, args[0]!);
      return added === SUSPENDED ? begin(rt, settledThen(rt, NONE)) : NONE;
    }),
    native('clear', '', (rt, self) => {
      clearSet(rt, self);
      return NONE;
    }),
    native('discard', 'object, /', (rt, self, args) => {
      const key = args[0]!;
      return takeOutNow(rt, self, key) === undefined ? begin(rt, thenAnswer(takeOut(rt, self, key), NONE)) : NONE;
    }),
    native('remove', 'object, /', (rt, self, args) => {
      const key = args[0]!;
      const removed = takeOutNow(rt, self, key);
      if (removed === undefined) return begin(rt, removeSteps(rt, self, key));
      return removed ? NONE : raiseKeyError(rt, key);
    }),
    native('pop', '', (rt, self) => {
      const table = setTableOf(rt, self);
      return table.used === 0 ? raiseWith(rt, KEY_ERROR, rt.newStr('pop from an empty set')) : table.pop();
    }),
    variadic('update', (rt, self, others) => forOthers(others, (other) => updateSet(rt, self, other))),
    variadic('difference_update', (rt, self, others) => forOthers(others, (other) => differenceUpdate(rt, self, other))),
    variadic('intersection_update', (rt, self, others) => thenAnswer(keepOnly(rt, self, intersectionOf(rt, self, others)), NONE)),
    suspending('symmetric_difference_update', 'other, /', (rt, self, [other]) => thenAnswer(symmetricUpdate(rt, self, other!), NONE)),
  ],
});
