import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, FALSE, NONE, OBJECT, TRUE, TUPLE, TYPE, TYPE_ERROR, UNION_TYPE } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { hashToInt } from '../../text/hash.ts';
import { attributeName, genericGetAttr, getAttr, getAttrOrNull, setAttr } from '../../objects/core/attributes.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { callSpecial, isSubtype, lookup, lookupText } from '../../objects/core/lookup.ts';
import { itemsOf, newList } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { addressOf, collect, hash, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { TypeObject } from '../../objects/core/typeobject.ts';
import { sortList } from '../../objects/listsort.ts';
import { recursiveIsInstance } from '../../objects/object.ts';

function* getattrWithDefault(rt: Runtime, object: Ref, name: Ref, fallback: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, getAttr(rt, object, name));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, ATTRIBUTE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return rt.heap.incref(fallback);
  }
}

function* hasattr(rt: Runtime, object: Ref, name: Ref): Steps<Ref> {
  const value = yield* getAttrOrNull(rt, object, name);
  if (value === NULL) return FALSE;
  rt.heap.decref(value);
  return TRUE;
}

/** Whether `__class__` of instances of `type` is their type, with no code of the program's in the way. */
function showsRealClass(rt: Runtime, type: Ref): boolean {
  const name = rt.name('__class__');
  const get = rt.typeObject(type).slots.tp_getattro;
  return (get === undefined || get === genericGetAttr) && lookup(rt, type, name) === lookup(rt, OBJECT, name);
}

/** The answer of `isinstance` where it needs no Python code. */
function isInstanceNow(rt: Runtime, object: Ref, type: Ref): boolean | undefined {
  const own = rt.heap.type[object]!;
  if (own === type) return true;
  if (rt.heap.type[type] === TYPE) {
    if (isSubtype(rt, own, type)) return true;
    return showsRealClass(rt, own) ? false : undefined;
  }
  if (rt.heap.type[type] !== TUPLE) return undefined;
  for (const item of itemsOf(rt, type)) {
    const known = isInstanceNow(rt, object, item);
    if (known !== false) return known;
  }
  return false;
}

/** Mirrors object_isinstance() with PyObject_IsInstance(): 1 type(x) is cls; 2 tuples, unions; 3 `__instancecheck__`. */
export function* isinstance(rt: Runtime, object: Ref, type: Ref): Steps<boolean> {
  const { heap } = rt;
  const known = isInstanceNow(rt, object, type);
  if (known !== undefined) return known;
  if (heap.type[type] === TYPE) return yield* recursiveIsInstance(rt, object, type);
  const choices = yield* alternatives(rt, type);
  if (choices !== NULL) {
    try {
      for (const item of itemsOf(rt, choices)) if (yield* isinstance(rt, object, item)) return true;
      return false;
    } finally {
      heap.decref(choices);
    }
  }
  const check = lookupText(rt, heap.type[type]!, '__instancecheck__');
  if (check !== NULL) return yield* askedTruth(rt, type, check, object);
  yield* checkClass(rt, type, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  const claimed = yield* getAttrOrNull(rt, object, rt.name('__class__'));
  if (claimed === NULL) return false;
  try {
    return yield* isAbstractSubclass(rt, claimed, type);
  } finally {
    heap.decref(claimed);
  }
}

/** The members of a tuple or union of types, owned, or NULL. */
function* alternatives(rt: Runtime, type: Ref): Steps<Ref> {
  if (rt.heap.type[type] === UNION_TYPE) return yield* settle(rt, getAttr(rt, type, rt.name('__args__')));
  return (rt.typeOf(type).flags & TypeFlag.TUPLE_SUBCLASS) !== 0 ? rt.heap.incref(type) : NULL;
}

function* askedTruth(rt: Runtime, type: Ref, check: Ref, argument: Ref): Steps<boolean> {
  const answer = yield* callSpecial(rt, type, check, [argument]);
  try {
    return yield* truth(rt, answer);
  } finally {
    rt.heap.decref(answer);
  }
}

/** Mirrors check_class(): what is no type passes for one if it has a tuple of `__bases__`. */
function* checkClass(rt: Runtime, type: Ref, message: string): Steps<void> {
  if (rt.heap.payload[type] instanceof TypeObject) return;
  const bases = yield* abstractBases(rt, type);
  if (bases === NULL) raise(rt, TYPE_ERROR, message);
  rt.heap.decref(bases);
}

function* abstractBases(rt: Runtime, type: Ref): Steps<Ref> {
  const bases = yield* getAttrOrNull(rt, type, rt.name('__bases__'));
  if (bases === NULL || (rt.typeOf(bases).flags & TypeFlag.TUPLE_SUBCLASS) !== 0) return bases;
  rt.heap.decref(bases);
  return NULL;
}

/** Mirrors abstract_issubclass(): identity along `__bases__`. */
function* isAbstractSubclass(rt: Runtime, derived: Ref, type: Ref): Steps<boolean> {
  if (derived === type) return true;
  const bases = yield* abstractBases(rt, derived);
  if (bases === NULL) return false;
  try {
    for (const base of itemsOf(rt, bases)) if (yield* isAbstractSubclass(rt, base, type)) return true;
    return false;
  } finally {
    rt.heap.decref(bases);
  }
}

/** Mirrors object_issubclass(). */
export function* issubclass(rt: Runtime, derived: Ref, type: Ref): Steps<boolean> {
  const { heap } = rt;
  if (heap.type[type] === TYPE) {
    if (derived === type) return true;
    return yield* recursiveIsSubclass(rt, derived, type);
  }
  const choices = yield* alternatives(rt, type);
  if (choices !== NULL) {
    try {
      for (const item of itemsOf(rt, choices)) if (yield* issubclass(rt, derived, item)) return true;
      return false;
    } finally {
      heap.decref(choices);
    }
  }
  const check = lookupText(rt, heap.type[type]!, '__subclasscheck__');
  if (check !== NULL) return yield* askedTruth(rt, type, check, derived);
  return yield* recursiveIsSubclass(rt, derived, type);
}

function* recursiveIsSubclass(rt: Runtime, derived: Ref, type: Ref): Steps<boolean> {
  const { payload } = rt.heap;
  if (payload[derived] instanceof TypeObject && payload[type] instanceof TypeObject) return isSubtype(rt, derived, type);
  yield* checkClass(rt, derived, 'issubclass() arg 1 must be a class');
  yield* checkClass(rt, type, 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return yield* isAbstractSubclass(rt, derived, type);
}

/** Mirrors _dir_object(): the names that `__dir__` answers, as a sorted list. */
function* dir(rt: Runtime, object: Ref): Steps<Ref> {
  const method = lookupText(rt, rt.heap.type[object]!, '__dir__');
  if (method === NULL) raise(rt, TYPE_ERROR, 'object does not provide __dir__');
  return yield* sortedList(rt, yield* callSpecial(rt, object, method, []));
}

/** A sorted list of the items of `names`, whose reference it takes. */
function* sortedList(rt: Runtime, names: Ref): Steps<Ref> {
  let list: Ref;
  try {
    list = newList(rt, yield* collect(rt, names));
  } finally {
    rt.heap.decref(names);
  }
  try {
    yield* sortList(rt, list, NULL, NULL);
  } catch (error) {
    rt.heap.decref(list);
    throw error;
  }
  return list;
}

function* localNames(rt: Runtime): Steps<Ref> {
  const locals = rt.hooks.locals(rt);
  try {
    const keys = yield* settle(rt, getAttr(rt, locals, rt.name('keys')));
    let names: Ref;
    try {
      names = yield* call(rt, keys, []);
    } finally {
      rt.heap.decref(keys);
    }
    return yield* sortedList(rt, names);
  } finally {
    rt.heap.decref(locals);
  }
}

function hashOf(rt: Runtime, object: Ref): Eventual {
  const done = hash(rt, object);
  if (done === NULL) return rt.newInt(hashToInt(rt.hashHigh, rt.hashLow));
  return begin(rt, hashSteps(rt, done));
}

function* hashSteps(rt: Runtime, pending: Eventual): Steps<Ref> {
  yield* settle(rt, pending);
  return rt.newInt(hashToInt(rt.hashHigh, rt.hashLow));
}

export const attributeFunctions: readonly NativeFunction[] = [
  native('getattr', 'object, name, default=, /', (rt, _module, [object, nameArgument, fallback]) => {
    const name = attributeName(rt, nameArgument!);
    return fallback === NULL ? getAttr(rt, object!, name) : begin(rt, getattrWithDefault(rt, object!, name, fallback!));
  }),
  native('setattr', 'obj, name, value, /', (rt, _module, [object, name, value]) => begin(rt, store(rt, object!, attributeName(rt, name!), value!))),
  native('delattr', 'obj, name, /', (rt, _module, [object, name]) => begin(rt, store(rt, object!, attributeName(rt, name!), NULL))),
  native('hasattr', 'obj, name, /', (rt, _module, [object, name]) => begin(rt, hasattr(rt, object!, attributeName(rt, name!)))),
  native('callable', 'obj, /', (rt, _module, [object]) => rt.newBool(rt.typeOf(object!).slots.tp_call !== undefined)),
  native('id', 'obj, /', (rt, _module, [object]) => rt.newInt(addressOf(object!))),
  native('hash', 'obj, /', (rt, _module, [object]) => hashOf(rt, object!)),
  native('isinstance', 'obj, class_or_tuple, /', (rt, _module, [object, type]) => {
    const known = isInstanceNow(rt, object!, type!);
    return known === undefined ? begin(rt, asBool(rt, isinstance(rt, object!, type!))) : rt.newBool(known);
  }),
  native('issubclass', 'cls, class_or_tuple, /', (rt, _module, [derived, type]) => begin(rt, asBool(rt, issubclass(rt, derived!, type!)))),
  native('dir', 'object=, /', (rt, _module, [object]) => begin(rt, object === NULL ? localNames(rt) : dir(rt, object!))),
  suspending('vars', 'object=, /', function* (rt, _module, [object]) {
    if (object === NULL) return rt.hooks.locals(rt);
    const dict = yield* getAttrOrNull(rt, object!, rt.name('__dict__'));
    if (dict === NULL) raise(rt, TYPE_ERROR, 'vars() argument must have __dict__ attribute');
    return dict;
  }),
];

function* store(rt: Runtime, object: Ref, name: Ref, value: Ref): Steps<Ref> {
  yield* settle(rt, setAttr(rt, object, name, value));
  return NONE;
}

function* asBool(rt: Runtime, steps: Steps<boolean>): Steps<Ref> {
  return rt.newBool(yield* steps);
}
