import { TypeFlag } from '../heap/heap.ts';
import { FROZENSET } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { containersOf } from '../versions/containers.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { newInstance } from './core/instance.ts';
import { hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { mayBeTracked } from './core/tracking.ts';
import { setLayout, setMethods, setSlots } from './setmethods.ts';
import { addNow, buildingUnseen, hashItems, setTableOf, updateSet } from './setops.ts';
import { SetTable } from './settable.ts';

function frozensetNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const exact = type === FROZENSET || rt.typeObject(type).slots.tp_init === rt.typeObject(FROZENSET).slots.tp_init;
  const [iterable = NULL] = bind(rt, 'frozenset', 'iterable=(), /', exact ? args : args.slice(0, 1), exact ? keywords : NULL);
  if (iterable === NULL) return untrackedIfAtomic(rt, newInstance(rt, type, new SetTable()));
  if (type === FROZENSET && rt.heap.type[iterable] === FROZENSET) return rt.heap.incref(iterable);
  return begin(rt, frozenFrom(rt, newInstance(rt, type, new SetTable()), iterable));
}

function* frozenFrom(rt: Runtime, set: Ref, iterable: Ref): Steps<Ref> {
  return untrackedIfAtomic(rt, yield* buildingUnseen(rt, set, () => updateSet(rt, set, iterable)));
}

/** From 3.15 on the collector forgets a frozenset made by its type, or by the compiler, if no item can be part of a cycle. */
function untrackedIfAtomic(rt: Runtime, set: Ref): Ref {
  const { heap } = rt;
  if (heap.type[set] !== FROZENSET || !containersOf(rt.profile.version).untracksNewFrozenSets) return set;
  if (!setTableOf(rt, set).keys().some((key) => mayBeTracked(heap, key))) heap.untrack(set);
  return set;
}

/**
 * A frozenset constant of compiled code; takes over the references. It is made anew `copies` times, each from the one before,
 * of which the order of the table tells.
 */
export function constantFrozenSet(rt: Runtime, items: readonly Ref[], copies: number): Ref {
  const { heap } = rt;
  const fill = (keys: readonly Ref[]): Ref => {
    const set = newInstance(rt, FROZENSET, new SetTable());
    for (const key of keys) {
      hash(rt, key);
      addNow(rt, set, key, rt.hashLow, rt.hashHigh);
    }
    return set;
  };
  let made = fill(items);
  for (let i = 0; i < copies; i++) {
    const again = fill(setTableOf(rt, made).keys());
    heap.decref(made);
    made = again;
  }
  for (const item of items) heap.decref(item);
  return untrackedIfAtomic(rt, made);
}

/** The hash is kept, as it cannot change. */
function frozensetHash(rt: Runtime, self: Ref): Ref {
  const table = setTableOf(rt, self);
  if (table.hash === null) {
    hashItems(rt, self);
    table.hash = { low: rt.hashLow, high: rt.hashHigh };
  }
  rt.hashLow = table.hash.low;
  rt.hashHigh = table.hash.high;
  return NULL;
}

defineType({
  handle: FROZENSET,
  name: 'frozenset',
  flags: CONTAINER | TypeFlag.WEAKREFS,
  layout: setLayout,
  slots: { ...setSlots, tp_new: frozensetNew, tp_hash: frozensetHash },
  methods: setMethods,
});
