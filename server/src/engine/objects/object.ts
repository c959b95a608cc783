import { Compare } from '../compiler/opcodes.ts';
import { Flag, TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, FALSE, LIST, MODULE, NONE, NOT_IMPLEMENTED, OBJECT, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { hashHigh, hashPointer } from '../text/hash.ts';
import { addressOf } from './core/addresses.ts';
import { genericGetAttr, genericSetAttr, getAttr, getAttrOrNull, getNamespaceItem, instanceDict } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { isSubtype, typeName } from './core/lookup.ts';
import { newDict, tableOf } from './core/make.ts';
import { native, suspending, type NativeAttribute } from './core/native.ts';
import { collect, str, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { hasVariableDict, objectSize } from './core/sizes.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { TypeObject } from './core/typeobject.ts';
import { SlotMember } from './descriptors.ts';
import { reduceMethods } from './reduce.ts';

/** `module.qualname` of a class, without the module for built-ins: as in `<__main__.N object at 0x…>`. */
export function displayName(rt: Runtime, type: Ref): string {
  const object = rt.typeObject(type);
  if ((object.flags & TypeFlag.HEAP) === 0) return object.module === 'builtins' ? object.name : `${object.module}.${object.name}`;
  const table = object.dict === NULL ? null : tableOf(rt, object.dict);
  const at = table?.findStr(rt, rt.name('__module__')) ?? -1;
  const module = at >= 0 && (rt.typeOf(table!.values[at]!).flags & TypeFlag.STR_SUBCLASS) !== 0 ? rt.text(table!.values[at]!) : null;
  const qualname = rt.text(object.qualname);
  return module === null || module === 'builtins' ? qualname : `${module}.${qualname}`;
}

const hasArguments = (args: readonly Ref[]): boolean => args.length !== 0;

/** Mirrors object_new(): excess arguments are an error unless `__init__` takes them. */
function objectNew(rt: Runtime, type: Ref, args: readonly Ref[]): Eventual {
  const object = rt.typeObject(type);
  if (hasArguments(args)) {
    const { slots } = rt.typeObject(OBJECT);
    if (object.slots.tp_new !== slots.tp_new) raise(rt, TYPE_ERROR, 'object.__new__() takes exactly one argument (the type to instantiate)');
    if (object.slots.tp_init === slots.tp_init) raise(rt, TYPE_ERROR, `${object.name}() takes no arguments`);
  }
  if ((object.flags & TypeFlag.ABSTRACT) !== 0) return begin(rt, raiseAbstract(rt, type));
  return newInstance(rt, type, undefined);
}

function* raiseAbstract(rt: Runtime, type: Ref): Steps<never> {
  const object = rt.typeObject(type);
  const methods = yield* settle(rt, getAttr(rt, type, rt.name('__abstractmethods__')));
  let names: Ref[];
  try {
    names = yield* collect(rt, methods);
  } finally {
    rt.heap.decref(methods);
  }
  const texts = names.map((name) => rt.text(name)).sort();
  for (const name of names) rt.heap.decref(name);
  raise(rt, TYPE_ERROR, rt.profile.words.abstractClass(object.name, texts));
}

/** Mirrors object_init(). */
function objectInit(rt: Runtime, self: Ref, args: readonly Ref[]): Ref {
  if (hasArguments(args)) {
    const { slots, name, flags } = rt.typeOf(self);
    const own = rt.typeObject(OBJECT).slots;
    if (slots.tp_init !== own.tp_init) raise(rt, TYPE_ERROR, 'object.__init__() takes exactly one argument (the instance to initialize)');
    if (slots.tp_new === own.tp_new && (flags & TypeFlag.DISALLOW_INSTANTIATION) === 0) raise(rt, TYPE_ERROR, `${name}.__init__() takes exactly one argument (the instance to initialize)`);
  }
  return NULL;
}

/** Mirrors object_richcompare(): `!=` is the inverse of `==`. */
function objectCompare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if (op === Compare.EQ) return left === right ? rt.newBool(true) : NOT_IMPLEMENTED;
  if (op !== Compare.NE) return NOT_IMPLEMENTED;
  const equal = rt.typeOf(left).slots.tp_richcompare;
  if (equal === undefined || equal === objectCompare) return left === right ? FALSE : NOT_IMPLEMENTED;
  return begin(rt, invertedEquality(rt, left, right));
}

function* invertedEquality(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const result = yield* settle(rt, rt.typeOf(left).slots.tp_richcompare!(rt, left, right, Compare.EQ));
  if (result === NOT_IMPLEMENTED) return result;
  const equal = yield* truth(rt, result);
  rt.heap.decref(result);
  return rt.newBool(!equal);
}

function objectHash(rt: Runtime, self: Ref): Ref {
  rt.hashLow = hashPointer(addressOf(rt, self));
  rt.hashHigh = hashHigh();
  return NULL;
}

function objectRepr(rt: Runtime, self: Ref): Ref {
  return rt.newStr(`<${displayName(rt, rt.heap.type[self]!)} object at 0x${addressOf(rt, self).toString(16)}>`);
}

/** The names that `dir()` shows of an object: own dict, class, bases. A new dict used as a set. */
function* objectDir(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const names = new Set<string>();
  const add = (dict: Ref): void => {
    for (const key of tableOf(rt, dict).keys) if (key !== NULL && (rt.typeOf(key).flags & TypeFlag.STR_SUBCLASS) !== 0) names.add(rt.text(key));
  };
  const dict = yield* getAttrOrNull(rt, self, rt.name('__dict__'));
  if (dict !== NULL) {
    if ((rt.typeOf(dict).flags & TypeFlag.DICT_SUBCLASS) !== 0) add(dict);
    heap.decref(dict);
  }
  const shown = yield* getAttrOrNull(rt, self, rt.name('__class__'));
  const type = shown === NULL ? undefined : heap.payload[shown];
  if (type instanceof TypeObject) for (const ancestor of type.linearization) add(rt.typeObject(ancestor).dict);
  heap.xdecref(shown);
  return heap.allocateTracked(LIST, [...names].map((name) => rt.intern(name)));
}

/** The slots that a class itself adds, as a text to compare. */
function ownSlots(rt: Runtime, type: Ref): string {
  const names = tableOf(rt, rt.typeObject(type).dict).values.flatMap((value) => {
    const payload = rt.heap.payload[value];
    return payload instanceof SlotMember && payload.type === type ? [payload.name] : [];
  });
  return names.sort().join(' ');
}

const shapeOf = ({ flags }: TypeObject): number => flags & (TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS);

/** The nearest class at or above one that adds to the layout of its base (compatible_with_tp_base). */
function layoutBase(rt: Runtime, type: Ref): Ref {
  for (let current = type; ; ) {
    const object = rt.typeObject(current);
    if (object.base === NULL || (object.flags & TypeFlag.HEAP) === 0) return current;
    const base = rt.typeObject(object.base);
    if (base.valuesStart !== object.valuesStart || (!rt.profile.layoutIgnoresDicts && shapeOf(base) !== shapeOf(object))) return current;
    current = object.base;
  }
}

/** Whether instances of two classes are laid out alike, what lies before their headers aside (compatible_for_assignment). */
export function haveSameLayout(rt: Runtime, left: Ref, right: Ref): boolean {
  const a = layoutBase(rt, left);
  const b = layoutBase(rt, right);
  if (a === b) return true;
  const [from, to] = [rt.typeObject(a), rt.typeObject(b)];
  const areHeap = (from.flags & to.flags & TypeFlag.HEAP) !== 0;
  if (!areHeap || from.base !== to.base || from.valuesStart !== to.valuesStart) return false;
  if (!rt.profile.layoutIgnoresDicts && shapeOf(from) !== shapeOf(to)) return false;
  return !hasVariableDict(rt, a) && ownSlots(rt, a) === ownSlots(rt, b);
}

/** Classes whose instances can change into each other (compatible_for_assignment). */
function setClass(rt: Runtime, self: Ref, value: Ref): Ref {
  const { heap } = rt;
  if (value === NULL) raise(rt, TYPE_ERROR, "can't delete __class__ attribute");
  if ((rt.typeOf(value).flags & TypeFlag.TYPE_SUBCLASS) === 0) {
    raise(rt, TYPE_ERROR, `__class__ must be set to a class, not '${typeName(rt, value)}' object`);
  }
  const old = heap.type[self]!;
  const from = rt.typeObject(old);
  const to = rt.typeObject(value);
  const areModules = isSubtype(rt, old, MODULE) && isSubtype(rt, value, MODULE);
  if (!areModules && ((from.flags & TypeFlag.HEAP) === 0 || (to.flags & TypeFlag.HEAP) === 0)) {
    raise(rt, TYPE_ERROR, '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  if (((from.flags ^ to.flags) & TypeFlag.GC) !== 0) raise(rt, TYPE_ERROR, `__class__ assignment: '${to.name}' deallocator differs from '${from.name}'`);
  if (old !== value && (!haveSameLayout(rt, old, value) || shapeOf(from) !== shapeOf(to))) raise(rt, TYPE_ERROR, `__class__ assignment: '${to.name}' object layout differs from '${from.name}'`);
  // Inline values are laid out by the class's shared keys, so they move to a dict first.
  if ((from.flags & TypeFlag.MANAGED_DICT) !== 0) instanceDict(rt, self);
  heap.incref(value);
  heap.type[self] = value;
  rt.journal?.retyped(self);
  if ((from.flags & TypeFlag.HEAP) !== 0) heap.decref(old);
  if ((to.flags & TypeFlag.HEAP) === 0) heap.decref(value);
  return NULL;
}

/** `__dict__` of instances of classes. */
export const dictAttribute: NativeAttribute = {
  name: '__dict__',
  get: (rt, self) => rt.heap.incref(instanceDict(rt, self)),
  set: (rt, self, value) => {
    const { heap } = rt;
    if ((rt.typeOf(self).flags & TypeFlag.TYPE_SUBCLASS) !== 0) raise(rt, ATTRIBUTE_ERROR, `attribute '__dict__' of 'type' objects is not writable`);
    if (value !== NULL && (rt.typeOf(value).flags & TypeFlag.DICT_SUBCLASS) === 0) {
      raise(rt, TYPE_ERROR, `__dict__ must be set to a dictionary, not a '${typeName(rt, value)}'`);
    }
    const dict = instanceDict(rt, self);
    tableOf(rt, dict).owner = NULL;
    heap.attributes[self]![0] = value === NULL ? newDict(rt) : heap.incref(value);
    heap.decref(dict);
    return NULL;
  },
};

/** The `__dict__` descriptor, borrowed, of a static type that the object's class derives from (get_builtin_base_with_dict). */
function staticDictDescriptor(rt: Runtime, self: Ref): Ref {
  for (let type = rt.heap.type[self]!; type !== NULL && type !== OBJECT; type = rt.typeObject(type).base) {
    const { flags, dict } = rt.typeObject(type);
    if ((flags & TypeFlag.HEAP) !== 0) continue;
    const descriptor = getNamespaceItem(rt, dict, rt.name('__dict__'));
    if (descriptor !== NULL) return descriptor;
  }
  return NULL;
}

/** `__dict__` that a class statement adds, which leaves it to a static base that has one (subtype_dict, subtype_setdict). */
export const subtypeDictAttribute: NativeAttribute = {
  name: '__dict__',
  get: (rt, self) => {
    const descriptor = staticDictDescriptor(rt, self);
    return descriptor === NULL ? dictAttribute.get(rt, self) : rt.typeOf(descriptor).slots.tp_descr_get!(rt, descriptor, self, rt.heap.type[self]!);
  },
  set: (rt, self, value) => {
    const descriptor = staticDictDescriptor(rt, self);
    return descriptor === NULL ? dictAttribute.set!(rt, self, value) : rt.typeOf(descriptor).slots.tp_descr_set!(rt, descriptor, self, value);
  },
};

/** `__dict__` of types whose C struct has a field for it (PyObject_GenericSetDict). */
export const fixedDictAttribute: NativeAttribute = {
  ...dictAttribute,
  set: (rt, self, value) => (value === NULL ? raise(rt, TYPE_ERROR, 'cannot delete __dict__') : dictAttribute.set!(rt, self, value)),
};

export const weakrefAttribute: NativeAttribute = {
  name: '__weakref__',
  get: (rt, self) => {
    const first = (rt.heap.flags[self]! & Flag.WEAKLY_REFERENCED) === 0 ? undefined : rt.heap.weakrefs.get(self)?.[0];
    return first === undefined ? NONE : rt.heap.incref(first);
  },
};

defineType({
  handle: OBJECT,
  name: 'object',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  slots: {
    tp_new: objectNew,
    tp_init: objectInit,
    tp_repr: objectRepr,
    tp_str: (rt, self) => rt.typeOf(self).slots.tp_repr!(rt, self),
    tp_hash: objectHash,
    tp_richcompare: objectCompare,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
  methods: [
    suspending('__format__', 'format_spec, /', function* (rt, self, [spec]) {
      if ((rt.typeOf(spec!).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `__format__() argument must be str, not ${spec === NONE ? 'None' : typeName(rt, spec!)}`);
      if (rt.text(spec!) !== '') raise(rt, TYPE_ERROR, `unsupported format string passed to ${typeName(rt, self)}.__format__`);
      return yield* settle(rt, str(rt, self));
    }),
    suspending('__dir__', '', (rt, self) => objectDir(rt, self)),
    native('__sizeof__', '', (rt, self) => rt.newInt(objectSize(rt, self))),
    native('__init_subclass__', '', () => NONE, 'class'),
    native('__subclasshook__', 'object, /', () => NOT_IMPLEMENTED, 'class'),
    ...reduceMethods,
  ],
  attributes: [{ name: '__class__', get: (rt, self) => rt.heap.incref(rt.heap.type[self]!), set: setClass }],
});

/** isinstance as the language sees it: `__class__` counts too (recursive_isinstance). */
export function* recursiveIsInstance(rt: Runtime, object: Ref, type: Ref): Steps<boolean> {
  if (isSubtype(rt, rt.heap.type[object]!, type)) return true;
  const claimed = yield* getAttrOrNull(rt, object, rt.name('__class__'));
  if (claimed === NULL) return false;
  const result = claimed !== rt.heap.type[object] && (rt.typeOf(claimed).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && isSubtype(rt, claimed, type);
  rt.heap.decref(claimed);
  return result;
}

