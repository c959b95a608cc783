import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, OBJECT, TYPE_ERROR, WEAKREF } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem, removeNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseAttributeError, raiseUnsettable } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { lookup, typeName } from '../../objects/core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple, tableOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Slots } from '../../objects/core/slots.ts';
import { newWeakReference } from '../../objects/weakref.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { ownState } from './state.ts';

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
  enterDict(rt, local);
  return local;
}

/** Gives the running thread its dict, borrowed (_local_create_dummy). */
function enterDict(rt: Runtime, self: Ref): Ref {
  const dict = newDict(rt);
  localOf(rt, self).dicts.set(rt.thread.ident, dict);
  ownState(rt).locals.push(self);
  return dict;
}

/** Drops the dict that a thread has in the object. */
export function forgetDict(rt: Runtime, self: Ref, ident: number): void {
  const local = rt.heap.payload[self];
  if (!(local instanceof LocalObject)) return;
  const dict = local.dicts.get(ident);
  if (dict === undefined) return;
  local.dicts.delete(ident);
  rt.heap.decref(dict);
}

/** Goes on with the running thread's dict; its first use there calls `__init__` as in the thread that made the object (_ldict). */
function withDict(rt: Runtime, self: Ref, use: (dict: Ref) => Eventual): Eventual {
  const { dicts } = localOf(rt, self);
  const known = dicts.get(rt.thread.ident);
  if (known !== undefined) return use(known);
  const dict = enterDict(rt, self);
  const { tp_init } = rt.typeOf(self).slots;
  if (tp_init === undefined || tp_init === rt.typeObject(OBJECT).slots.tp_init) return use(dict);
  return begin(rt, initialized(rt, self, tp_init, () => use(dict)));
}

function* initialized(rt: Runtime, self: Ref, init: NonNullable<Slots['tp_init']>, use: () => Eventual): Steps<Ref> {
  const [args, names] = initArguments(rt, self);
  try {
    rt.heap.xdecref(yield* settle(rt, init(rt, self, args, names)));
  } catch (error) {
    forgetDict(rt, self, rt.thread.ident);
    throw error;
  } finally {
    rt.heap.xdecref(names);
  }
  return yield* settle(rt, use());
}

/** The names are a new reference. */
function initArguments(rt: Runtime, self: Ref): [args: readonly Ref[], names: Ref] {
  const { args, keywords } = localOf(rt, self);
  if (keywords === NULL) return [itemsOf(rt, args), NULL];
  const { keys, values } = tableOf(rt, keywords);
  return [[...itemsOf(rt, args), ...values], newTuple(rt, copyRefs(rt, keys))];
}

const getLocalAttr = (rt: Runtime, self: Ref, name: Ref): Eventual => withDict(rt, self, (dict) => getIn(rt, self, name, dict));

/** Mirrors local_getattro(): as for any object, with the thread's dict for the instance's. */
function getIn(rt: Runtime, self: Ref, name: Ref, dict: Ref): Eventual {
  const { heap } = rt;
  const type = heap.type[self]!;
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

const setLocalAttr = (rt: Runtime, self: Ref, name: Ref, value: Ref): Eventual => withDict(rt, self, (dict) => setIn(rt, self, name, value, dict));

/** Mirrors local_setattro(). */
function setIn(rt: Runtime, self: Ref, name: Ref, value: Ref, dict: Ref): Eventual {
  if (rt.text(name) === '__dict__') raise(rt, ATTRIBUTE_ERROR, `'${typeName(rt, self)}' object attribute '__dict__' is read-only`);
  const found = lookup(rt, rt.heap.type[self]!, name);
  const set = found === NULL ? undefined : rt.typeOf(found).slots.tp_descr_set;
  if (set !== undefined) return set(rt, found, self, value);
  if (value !== NULL) setNamespaceItem(rt, dict, name, rt.heap.incref(value));
  else if (getNamespaceItem(rt, dict, name) !== NULL) removeNamespaceItem(rt, dict, name);
  else raiseUnsettable(rt, self, name, `'${typeName(rt, self)}' object has no attribute '${rt.text(name)}'`);
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
