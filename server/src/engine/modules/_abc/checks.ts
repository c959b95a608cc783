import { TypeFlag } from '../../heap/heap.ts';
import { ASSERTION_ERROR, FALSE, NOT_IMPLEMENTED, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { copyRefs, itemsOf } from '../../objects/core/make.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { TypeObject } from '../../objects/core/typeobject.ts';
import { issubclass } from '../../objects/classcheck.ts';
import { isList } from '../../objects/sequence.ts';
import { clearSet, setTableOf } from '../../objects/setops.ts';
import { referentOf } from '../../objects/weakref.ts';
import { abcDataOf, abcState, payloadOf, setOf, type AbcSet } from './data.ts';
import { addToWeakSet, inWeakSet } from './weaksets.ts';

const remember = (rt: Runtime, data: Ref, which: AbcSet, subclass: Ref): Steps<void> => addToWeakSet(rt, setOf(rt, data, which), subclass);

/** Mirrors _abc__abc_instancecheck_impl(): 1 the caches; 2 `__subclasscheck__` of what the instance says is its class; 3 of its type. */
export function* instanceCheck(rt: Runtime, self: Ref, instance: Ref): Steps<Ref> {
  const { heap } = rt;
  const data = yield* abcDataOf(rt, self);
  let subclass = NULL;
  try {
    subclass = yield* settle(rt, getAttr(rt, instance, rt.name('__class__')));
    // 1
    if (yield* inWeakSet(rt, payloadOf(rt, data).cache, subclass)) return TRUE;
    const type = heap.type[instance]!;
    const isCurrent = payloadOf(rt, data).negativeCacheVersion === abcState(rt).invalidationCounter;
    if (type === subclass && isCurrent && (yield* inWeakSet(rt, payloadOf(rt, data).negativeCache, subclass))) return FALSE;
    // 2
    const result = yield* callMethod(rt, self, '__subclasscheck__', subclass);
    if (type === subclass) return result;
    let holds = false;
    try {
      holds = yield* truth(rt, result);
    } catch (error) {
      heap.decref(result);
      throw error;
    }
    if (holds) return result;
    // 3
    heap.decref(result);
    return yield* callMethod(rt, self, '__subclasscheck__', type);
  } finally {
    heap.xdecref(subclass);
    heap.decref(data);
  }
}

/**
 * Mirrors _abc__abc_subclasscheck_impl(): 1 the cache; 2 the negative cache, emptied if it is older than the last
 * registration; 3 `__subclasshook__`; 4 a subclass by inheritance; 5 of a registered class; 6 of a subclass.
 */
export function* subclassCheck(rt: Runtime, self: Ref, subclass: Ref): Steps<Ref> {
  const { heap } = rt;
  if ((rt.typeOf(subclass).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'issubclass() arg 1 must be a class');
  const data = yield* abcDataOf(rt, self);
  try {
    const payload = payloadOf(rt, data);
    const { invalidationCounter } = abcState(rt);
    // 1
    if (yield* inWeakSet(rt, payload.cache, subclass)) return TRUE;
    // 2
    if (payload.negativeCacheVersion < invalidationCounter) {
      if (payload.negativeCache !== NULL) clearSet(rt, payload.negativeCache);
      payload.negativeCacheVersion = invalidationCounter;
    } else if (yield* inWeakSet(rt, payload.negativeCache, subclass)) return FALSE;
    // 3
    const hooked = yield* callMethod(rt, self, '__subclasshook__', subclass);
    heap.decref(hooked);
    if (hooked === TRUE || hooked === FALSE) {
      yield* remember(rt, data, hooked === TRUE ? 'cache' : 'negativeCache', subclass);
      return hooked;
    }
    if (hooked !== NOT_IMPLEMENTED) raise(rt, ASSERTION_ERROR, '__subclasshook__ must return either False, True, or NotImplemented');
    // 4
    if (rt.heap.payload[subclass] instanceof TypeObject && rt.typeObject(subclass).linearization.includes(self)) {
      yield* remember(rt, data, 'cache', subclass);
      return TRUE;
    }
    // 5
    if (yield* inWeakSet(rt, payload.registry, subclass)) return TRUE;
    // 6
    if ((yield* belowRegistered(rt, payload.registry, subclass)) || (yield* belowSubclass(rt, self, subclass))) {
      yield* remember(rt, data, 'cache', subclass);
      return TRUE;
    }
    yield* remember(rt, data, 'negativeCache', subclass);
    return FALSE;
  } finally {
    heap.decref(data);
  }
}

/** Mirrors subclasscheck_check_registry(), over a copy, because a callback may take out an entry meanwhile. */
function* belowRegistered(rt: Runtime, registry: Ref, subclass: Ref): Steps<boolean> {
  const { heap } = rt;
  if (registry === NULL) return false;
  const entries = copyRefs(rt, setTableOf(rt, registry).keys());
  try {
    for (const entry of entries) {
      const registered = referentOf(rt, entry);
      if (registered === NULL) continue;
      heap.incref(registered);
      try {
        if (yield* issubclass(rt, subclass, registered)) return true;
      } finally {
        heap.decref(registered);
      }
    }
    return false;
  } finally {
    for (const entry of entries) heap.decref(entry);
  }
}

function* belowSubclass(rt: Runtime, self: Ref, subclass: Ref): Steps<boolean> {
  const { heap } = rt;
  const subclasses = yield* callMethod(rt, self, '__subclasses__');
  try {
    if (!isList(rt, subclasses)) raise(rt, TYPE_ERROR, '__subclasses__() must return a list');
    for (let i = 0; i < itemsOf(rt, subclasses).length; i++) {
      const below = heap.incref(itemsOf(rt, subclasses)[i]!);
      try {
        if (yield* issubclass(rt, subclass, below)) return true;
      } finally {
        heap.decref(below);
      }
    }
    return false;
  } finally {
    heap.decref(subclasses);
  }
}
