import { TypeFlag } from '../../heap/heap.ts';
import { OBJECT, TYPE_ERROR, WEAKREF } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem, removeNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseAttributeError } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { lookup, typeName } from '../../objects/core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { newWeakReference } from '../../objects/weakref.ts';
import { MAIN_IDENT } from './state.ts';

/** Payload of a thread-local object: the arguments it was made with, for `__init__` in other threads, and a dict for each thread. */
class LocalObject {
  /** By `get_ident()` of the thread; owned. */
  readonly dicts = new Map<number, Ref>();
  constructor(
    /** A tuple and a dict, NULL where there are no keywords. */
    public args: Ref,
    public keywords: Ref,
    /** A weak reference to the object itself, by which its threads' dicts are dropped; owned. */
    public self: Ref,
  ) {}
}

export const LOCAL = moduleTypeHandle();

const localOf = (rt: Runtime, local: Ref): LocalObject => rt.heap.payload[local] as LocalObject;

/** Mirrors local_new(): the thread that makes the object has its dict at once. */
function newLocal(rt: Runtime, type: Ref, args: readonly Ref[], names: Ref): Ref {
  const { heap } = rt;
  if (args.length !== 0 && rt.typeObject(type).slots.tp_init === rt.typeObject(OBJECT).slots.tp_init) {
    raise(rt, TYPE_ERROR, 'Initialization arguments are not supported');
  }
  const given = names === NULL ? args.length : args.length - itemsOf(rt, names).length;
  let keywords = NULL;
  if (names !== NULL) {
    keywords = newDict(rt);
    for (const [i, name] of itemsOf(rt, names).entries()) setNamespaceItem(rt, keywords, name, heap.incref(args[given + i]!));
  }
  const payload = new LocalObject(newTuple(rt, copyRefs(rt, args.slice(0, given))), keywords, NULL);
  const local = newInstance(rt, type, payload);
  payload.self = newWeakReference(rt, WEAKREF, local, NULL);
  payload.dicts.set(MAIN_IDENT, newDict(rt));
  return local;
}

/** The running thread's dict, borrowed. */
const dictOf = (rt: Runtime, self: Ref): Ref => localOf(rt, self).dicts.get(MAIN_IDENT)!;

/** Mirrors local_getattro(): as for any object, with the thread's dict for the instance's. */
function getLocalAttr(rt: Runtime, self: Ref, name: Ref): Eventual {
  const { heap } = rt;
  const type = heap.type[self]!;
  const dict = dictOf(rt, self);
  if (rt.text(name) === '__dict__') return heap.incref(dict);
  const found = lookup(rt, type, name);
  const slots = found === NULL ? undefined : rt.typeOf(found).slots;
  if (slots?.tp_descr_get !== undefined && slots.tp_descr_set !== undefined) return slots.tp_descr_get(rt, found, self, type);
  const own = getNamespaceItem(rt, dict, name);
  if (own !== NULL) return heap.incref(own);
  if (slots?.tp_descr_get !== undefined) return slots.tp_descr_get(rt, found, self, type);
  if (found !== NULL) return heap.incref(found);
  return raiseAttributeError(rt, self, name, `'${typeName(rt, self)}' object has no attribute '${rt.text(name)}'`);
}

/** Mirrors local_setattro(). */
function setLocalAttr(rt: Runtime, self: Ref, name: Ref, value: Ref): Eventual {
  const dict = dictOf(rt, self);
  if (rt.text(name) === '__dict__') raiseAttributeError(rt, self, name, `'${typeName(rt, self)}' object attribute '__dict__' is read-only`);
  const found = lookup(rt, rt.heap.type[self]!, name);
  const set = found === NULL ? undefined : rt.typeOf(found).slots.tp_descr_set;
  if (set !== undefined) return set(rt, found, self, value);
  if (value !== NULL) setNamespaceItem(rt, dict, name, rt.heap.incref(value));
  else if (getNamespaceItem(rt, dict, name) !== NULL) removeNamespaceItem(rt, dict, name);
  else raiseAttributeError(rt, self, name, `'${typeName(rt, self)}' object has no attribute '${rt.text(name)}'`);
  return NULL;
}

const owned = ({ args, keywords, dicts, self }: LocalObject): Ref[] => [args, keywords, ...dicts.values(), self].filter((ref) => ref !== NULL);

defineType({
  handle: LOCAL,
  name: '_local',
  module: '_thread',
  flags: CONTAINER | TypeFlag.WEAKREFS,
  layout: {
    // 1 arguments; 2 keywords; 3 the dicts of the threads (local_traverse, local_clear)
    traverse: (payload, visit) => {
      for (const ref of owned(payload as LocalObject)) visit(ref);
    },
    clear: (payload, released) => {
      const local = payload as LocalObject;
      released.push(...owned(local));
      local.args = local.keywords = local.self = NULL;
      local.dicts.clear();
    },
  },
  slots: { tp_new: newLocal, tp_getattro: getLocalAttr, tp_setattro: setLocalAttr },
});
