import { TypeFlag } from '../heap/heap.ts';
import { FROZENSET } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { newInstance } from './core/instance.ts';
import { hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin } from './core/suspend.ts';
import { setLayout, setMethods, setSlots } from './setmethods.ts';
import { addNow, building, hashItems, setTableOf, updateSet } from './setops.ts';
import { SetTable } from './settable.ts';

function frozensetNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const exact = type === FROZENSET || rt.typeObject(type).slots.tp_init === rt.typeObject(FROZENSET).slots.tp_init;
  const [iterable = NULL] = bind(rt, 'frozenset', 'iterable=(), /', exact ? args : args.slice(0, 1), exact ? keywords : NULL);
  if (iterable === NULL) return newInstance(rt, type, new SetTable());
  if (type === FROZENSET && rt.heap.type[iterable] === FROZENSET) return rt.heap.incref(iterable);
  return begin(rt, building(rt, newInstance(rt, type, new SetTable()), (set) => updateSet(rt, set, iterable)));
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
  return made;
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
