import { FALSE, NONE, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { hashToInt } from '../../text/hash.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { attributeName, getAttr, getAttrOrNull, setAttr } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { callSpecial, lookupText } from '../../objects/core/lookup.ts';
import { newList } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { hash } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { isinstance, isInstanceNow, issubclass } from '../../objects/classcheck.ts';
import { currentFrame } from '../../objects/frame.ts';
import { currentLocals } from '../../objects/framelocals.ts';
import { extendList } from '../../objects/list.ts';
import { sortList } from '../../objects/listsort.ts';

function* getattrWithDefault(rt: Runtime, object: Ref, name: Ref, fallback: Ref): Steps<Ref> {
  const value = yield* getAttrOrNull(rt, object, name);
  return value === NULL ? rt.heap.incref(fallback) : value;
}

function* hasattr(rt: Runtime, object: Ref, name: Ref): Steps<Ref> {
  const value = yield* getAttrOrNull(rt, object, name);
  if (value === NULL) return FALSE;
  rt.heap.decref(value);
  return TRUE;
}

/** Mirrors _dir_object(): the names that `__dir__` answers, as a sorted list. */
function* dir(rt: Runtime, object: Ref): Steps<Ref> {
  const method = lookupText(rt, rt.heap.type[object]!, '__dir__');
  if (method === NULL) raise(rt, TYPE_ERROR, 'object does not provide __dir__');
  return yield* sortedList(rt, yield* callSpecial(rt, object, method, []));
}

/** A sorted list of the items of `names`, whose reference it takes. */
function* sortedList(rt: Runtime, names: Ref): Steps<Ref> {
  const list = newList(rt, []);
  try {
    try {
      yield* settle(rt, extendList(rt, list, names));
    } finally {
      rt.heap.decref(names);
    }
    yield* sortList(rt, list, NULL, NULL);
  } catch (error) {
    rt.heap.decref(list);
    throw error;
  }
  return list;
}

function* localNames(rt: Runtime): Steps<Ref> {
  const locals = currentLocals(rt, currentFrame(rt));
  try {
    const keys = yield* settle(rt, getAttr(rt, locals, rt.name('keys')));
    let names: Ref;
    try {
      names = yield* call(keys, []);
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
  native('id', 'obj, /', (rt, _module, [object]) => rt.newInt(addressOf(rt, object!))),
  native('hash', 'obj, /', (rt, _module, [object]) => hashOf(rt, object!)),
  native('isinstance', 'obj, class_or_tuple, /', (rt, _module, [object, type]) => {
    const known = isInstanceNow(rt, object!, type!);
    return known === undefined ? begin(rt, asBool(rt, isinstance(rt, object!, type!))) : rt.newBool(known);
  }),
  native('issubclass', 'cls, class_or_tuple, /', (rt, _module, [derived, type]) => begin(rt, asBool(rt, issubclass(rt, derived!, type!)))),
  native('dir', 'object=, /', (rt, _module, [object]) => begin(rt, object === NULL ? localNames(rt) : dir(rt, object!))),
  suspending('vars', 'object=, /', function* (rt, _module, [object]) {
    if (object === NULL) return currentLocals(rt, currentFrame(rt));
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
