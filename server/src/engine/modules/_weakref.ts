import { DICT, KEY_ERROR, NONE, TYPE_ERROR, WEAKCALLABLEPROXY, WEAKPROXY, WEAKREF } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { caught, matches, raise, rethrow } from '../objects/core/errors.ts';
import { isInstance, typeName } from '../objects/core/lookup.ts';
import { newList } from '../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle } from '../objects/core/suspend.ts';
import { dictDelete, dictGet } from '../objects/dictsearch.ts';
import { newWeakProxy } from '../objects/weakproxy.ts';
import { referentOf, weakReferencesTo } from '../objects/weakref.ts';
import { defineModule } from './core/define.ts';

/** Mirrors _weakref__remove_dead_weakref(): deletes the entry if its value is still a dead weak reference. */
const removeDead = suspending('_remove_dead_weakref', 'dct, key, /', function* (rt, _module, [dict, key]) {
  const { heap } = rt;
  if (heap.type[dict!] !== DICT) raise(rt, TYPE_ERROR, `_remove_dead_weakref() argument 1 must be dict, not ${typeName(rt, dict!)}`);
  const value = yield* settle(rt, dictGet(rt, dict!, key!));
  if (value === NULL) return NONE;
  const isReference = [WEAKREF, WEAKPROXY, WEAKCALLABLEPROXY].some((type) => isInstance(rt, value, type));
  const dead = isReference && referentOf(rt, value) === NULL;
  heap.decref(value);
  if (!isReference) raise(rt, TYPE_ERROR, 'not a weakref');
  if (!dead) return NONE;
  try {
    yield* settle(rt, dictDelete(rt, dict!, key!));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, KEY_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
  }
  return NONE;
});

/** The functions that `weakref` shows too. */
const weakrefFunctions: readonly NativeFunction[] = [
  native('getweakrefcount', 'object, /', (rt, _module, [object]) => rt.newInt(liveReferences(rt, object!).length)),
  native('getweakrefs', 'object, /', (rt, _module, [object]) => {
    const references = liveReferences(rt, object!);
    for (const weakref of references) rt.heap.incref(weakref);
    return newList(rt, references);
  }),
  native('proxy', 'object, callback=None, /', (rt, _module, [object, callback]) => newWeakProxy(rt, object!, callback === NONE ? NULL : callback!)),
];

/** Those that are not themselves on their way out. */
const liveReferences = (rt: Runtime, object: Ref): Ref[] => weakReferencesTo(rt, object).filter((weakref) => rt.heap.refcount[weakref]! > 0);

const putWeakrefTypes = (rt: Runtime, put: (name: string, value: Ref) => void): void => {
  put('ref', rt.heap.incref(WEAKREF));
  put('ReferenceType', rt.heap.incref(WEAKREF));
  put('ProxyType', rt.heap.incref(WEAKPROXY));
  put('CallableProxyType', rt.heap.incref(WEAKCALLABLEPROXY));
};

defineModule({
  name: '_weakref',
  functions: [...weakrefFunctions, removeDead],
  init: putWeakrefTypes,
});
