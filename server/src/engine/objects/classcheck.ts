import { TypeFlag } from '../heap/heap.ts';
import { OBJECT, TUPLE, TYPE, TYPE_ERROR, TYPING_UNION, UNION_TYPE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { genericGetAttr, getAttr, getAttrOrNull } from './core/attributes.ts';
import { raise } from './core/errors.ts';
import { callSpecial, isSubtype, lookup, lookupText } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import { truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';
import { TypeObject } from './core/typeobject.ts';
import { recursiveIsInstance } from './object.ts';

/** Whether `__class__` of instances of `type` is their type, with no code of the program's in the way. */
function showsRealClass(rt: Runtime, type: Ref): boolean {
  const name = rt.name('__class__');
  const get = rt.typeObject(type).slots.tp_getattro;
  return (get === undefined || get === genericGetAttr) && lookup(rt, type, name) === lookup(rt, OBJECT, name);
}

/** The answer of `isinstance` where it needs no Python code. */
export function isInstanceNow(rt: Runtime, object: Ref, type: Ref): boolean | undefined {
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
  if (rt.heap.type[type] === UNION_TYPE || rt.heap.type[type] === TYPING_UNION) return yield* settle(rt, getAttr(rt, type, rt.name('__args__')));
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
