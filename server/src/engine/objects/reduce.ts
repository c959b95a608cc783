import { TypeFlag } from '../heap/heap.ts';
import { NONE, OBJECT, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { layoutOf } from '../versions/sizes.ts';
import { isTuple, toCInt } from './arguments.ts';
import { getAttr, getAttrOrNull, getNamespaceItem, hasAttributes, instanceDict } from './core/attributes.ts';
import { raise } from './core/errors.ts';
import { lookupSpecial, lookupText, typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple, tableOf } from './core/make.ts';
import { suspending, type NativeFunction } from './core/native.ts';
import { index, iter } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { instanceSize } from './core/sizes.ts';
import { call, settle, type Steps } from './core/suspend.ts';
import { dictSet, isDict } from './dictsearch.ts';
import { isList } from './sequence.ts';

/** What pickling and copying ask of every object: `__reduce_ex__`, `__reduce__` and `__getstate__`. */

/** A function of `copyreg`, imported if need be (import_copyreg). */
function* fromCopyreg(rt: Runtime, name: string): Steps<Ref> {
  const { heap } = rt;
  const loaded = getNamespaceItem(rt, rt.modules, rt.name('copyreg'));
  const module = loaded !== NULL ? heap.incref(loaded) : yield* call(getNamespaceItem(rt, rt.builtinsDict, rt.name('__import__')), [rt.name('copyreg')]);
  try {
    return yield* settle(rt, getAttr(rt, module, rt.name(name)));
  } finally {
    heap.decref(module);
  }
}

/** Calls a function, whose reference it takes. */
function* calling(rt: Runtime, callable: Ref, args: readonly Ref[]): Steps<Ref> {
  try {
    return yield* call(callable, args);
  } finally {
    rt.heap.decref(callable);
  }
}

const cannotPickle = (rt: Runtime, object: Ref): never => raise(rt, TYPE_ERROR, `cannot pickle '${typeName(rt, object)}' object`);

/** Names of the `__slots__` of a class and its bases: a list, or None. Mirrors _PyType_GetSlotNames(). */
function* slotNames(rt: Runtime, type: Ref): Steps<Ref> {
  const known = getNamespaceItem(rt, rt.typeObject(type).dict, rt.name('__slotnames__'));
  if (known !== NULL) {
    if (known !== NONE && !isList(rt, known)) {
      raise(rt, TYPE_ERROR, `${rt.typeObject(type).name}.__slotnames__ should be a list or None, not ${typeName(rt, known)}`);
    }
    return rt.heap.incref(known);
  }
  return yield* calling(rt, yield* fromCopyreg(rt, '_slotnames'), [type]);
}

/** Whether an object holds more than its attributes and slots tell. */
function hasHiddenState(rt: Runtime, object: Ref, names: Ref): boolean {
  const { linearization, flags } = rt.typeOf(object);
  const builtin = linearization.find((type) => (rt.typeObject(type).flags & TypeFlag.HEAP) === 0)!;
  const base = rt.typeObject(builtin);
  if (base.layout !== null && !layoutOf(rt.profile.version).types.has(base.name)) return true;
  let visible = instanceSize(rt, OBJECT).basic + (names === NONE ? 0 : 8 * itemsOf(rt, names).length);
  if ((base.flags & TypeFlag.MANAGED_DICT) !== 0) visible += 8;
  const weakrefsInside = layoutOf(rt.profile.version).weakrefsInside ? flags : base.flags;
  if ((weakrefsInside & TypeFlag.WEAKREFS) !== 0) visible += 8;
  return instanceSize(rt, rt.heap.type[object]!).basic > visible;
}

/** A dict of the slots that are set; NULL if none is. */
function* slotValues(rt: Runtime, object: Ref, names: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const slots = newDict(rt);
  try {
    for (const name of names) {
      const value = yield* getAttrOrNull(rt, object, name);
      if (value === NULL) continue;
      try {
        yield* settle(rt, dictSet(rt, slots, name, value));
      } finally {
        heap.decref(value);
      }
    }
  } catch (error) {
    heap.decref(slots);
    throw error;
  }
  if (tableOf(rt, slots).used !== 0) return slots;
  heap.decref(slots);
  return NULL;
}

/** Mirrors object_getstate_default(); `required` where the state has to tell all that the object holds. */
function* defaultState(rt: Runtime, object: Ref, required: boolean): Steps<Ref> {
  const { heap } = rt;
  const type = heap.type[object]!;
  if (required && instanceSize(rt, type).item !== 0) raise(rt, TYPE_ERROR, `cannot pickle ${typeName(rt, object)} objects`);
  const state = !hasAttributes(rt, object) ? NONE : heap.incref(instanceDict(rt, object));
  try {
    const names = yield* slotNames(rt, type);
    try {
      if (required && hasHiddenState(rt, object, names)) cannotPickle(rt, object);
      // An attribute's getter can change the list.
      const held = names === NONE ? [] : itemsOf(rt, names).map((name) => heap.incref(name));
      try {
        const slots = yield* slotValues(rt, object, held);
        return slots === NULL ? heap.incref(state) : newTuple(rt, [heap.incref(state), slots]);
      } finally {
        for (const name of held) heap.decref(name);
      }
    } finally {
      heap.decref(names);
    }
  } finally {
    heap.decref(state);
  }
}

/** Mirrors object_getstate(): a `__getstate__` that is not object's own decides. */
function* stateOf(rt: Runtime, object: Ref, required: boolean): Steps<Ref> {
  const method = yield* settle(rt, getAttr(rt, object, rt.name('__getstate__')));
  const isOwn = (rt.heap.payload[method] as { def?: NativeFunction } | undefined)?.def === getState;
  if (!isOwn) return yield* calling(rt, method, []);
  rt.heap.decref(method);
  return yield* defaultState(rt, object, required);
}

interface NewArguments {
  /** Owned; `args` NULL if the class has no say, `keywords` NULL if there are none. */
  readonly args: Ref;
  readonly keywords: Ref;
}

/** Mirrors _PyObject_GetNewArguments(). */
function* newArguments(rt: Runtime, object: Ref): Steps<NewArguments> {
  const { heap } = rt;
  const extended = yield* lookupSpecial(rt, object, '__getnewargs_ex__');
  if (extended !== NULL) {
    const given = yield* calling(rt, extended, []);
    try {
      if (!isTuple(rt, given)) raise(rt, TYPE_ERROR, `__getnewargs_ex__ should return a tuple, not '${typeName(rt, given)}'`);
      const parts = itemsOf(rt, given);
      if (parts.length !== 2) raise(rt, VALUE_ERROR, `__getnewargs_ex__ should return a tuple of length 2, not ${parts.length}`);
      const wrong = (which: string, wanted: string, part: Ref): never =>
        raise(rt, TYPE_ERROR, `${which} item of the tuple returned by __getnewargs_ex__ must be a ${wanted}, not '${typeName(rt, part)}'`);
      if (!isTuple(rt, parts[0]!)) wrong('first', 'tuple', parts[0]!);
      if (!isDict(rt, parts[1]!)) wrong('second', 'dict', parts[1]!);
      return { args: heap.incref(parts[0]!), keywords: heap.incref(parts[1]!) };
    } finally {
      heap.decref(given);
    }
  }
  const plain = yield* lookupSpecial(rt, object, '__getnewargs__');
  if (plain === NULL) return { args: NULL, keywords: NULL };
  const args = yield* calling(rt, plain, []);
  if (!isTuple(rt, args)) {
    const name = typeName(rt, args);
    heap.decref(args);
    raise(rt, TYPE_ERROR, `__getnewargs__ should return a tuple, not '${name}'`);
  }
  return { args, keywords: NULL };
}

/** Iterators over the items of a list and of a dict, None for others (_PyObject_GetItemsIter). */
function* itemIterators(rt: Runtime, object: Ref): Steps<[Ref, Ref]> {
  if (isList(rt, object)) return [yield* settle(rt, iter(rt, object)), NONE];
  if (!isDict(rt, object)) return [NONE, NONE];
  const items = yield* calling(rt, yield* settle(rt, getAttr(rt, object, rt.name('items'))), []);
  try {
    return [NONE, yield* settle(rt, iter(rt, items))];
  } finally {
    rt.heap.decref(items);
  }
}

/** Mirrors reduce_newobj(). */
function* reduceNew(rt: Runtime, object: Ref): Steps<Ref> {
  const { heap } = rt;
  const type = heap.type[object]!;
  if (rt.typeObject(type).slots.tp_new === undefined || (rt.typeObject(type).flags & TypeFlag.DISALLOW_INSTANTIATION) !== 0) cannotPickle(rt, object);
  const { args, keywords } = yield* newArguments(rt, object);
  try {
    const hasKeywords = keywords !== NULL && tableOf(rt, keywords).used !== 0;
    const maker = yield* fromCopyreg(rt, hasKeywords ? '__newobj_ex__' : '__newobj__');
    const parts = hasKeywords ? [type, args, keywords] : [type, ...(args === NULL ? [] : itemsOf(rt, args))];
    const given = newTuple(rt, copyRefs(rt, parts));
    try {
      const state = yield* stateOf(rt, object, args === NULL && !isList(rt, object) && !isDict(rt, object));
      const iterators = yield* itemIterators(rt, object);
      return newTuple(rt, [heap.incref(maker), heap.incref(given), state, ...iterators]);
    } finally {
      heap.decref(given);
      heap.decref(maker);
    }
  } finally {
    heap.xdecref(args);
    heap.xdecref(keywords);
  }
}

/** Mirrors _common_reduce(). */
function* commonReduce(rt: Runtime, object: Ref, protocol: number): Steps<Ref> {
  if (protocol >= 2) return yield* reduceNew(rt, object);
  return yield* calling(rt, yield* fromCopyreg(rt, '_reduce_ex'), [object, rt.newInt(protocol)]);
}

const getState: NativeFunction = suspending('__getstate__', '', (rt, self) => defaultState(rt, self, false));

export const reduceMethods: readonly NativeFunction[] = [
  suspending('__reduce_ex__', 'protocol, /', function* (rt, self, [protocol]) {
    const { heap } = rt;
    const given = toCInt(rt, yield* index(rt, protocol!));
    const reduce = yield* getAttrOrNull(rt, self, rt.name('__reduce__'));
    if (reduce !== NULL) {
      try {
        const ofClass = yield* settle(rt, getAttr(rt, heap.type[self]!, rt.name('__reduce__')));
        heap.decref(ofClass);
        if (ofClass !== lookupText(rt, OBJECT, '__reduce__')) return yield* call(reduce, []);
      } finally {
        heap.decref(reduce);
      }
    }
    return yield* commonReduce(rt, self, given);
  }),
  suspending('__reduce__', '', (rt, self) => commonReduce(rt, self, 0)),
  getState,
];
