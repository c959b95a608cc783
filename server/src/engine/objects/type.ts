import { Flag, TypeFlag } from '../heap/heap.ts';
import { EMPTY_TUPLE, MAPPING_PROXY, NONE, TYPE, TYPE_ERROR, ATTRIBUTE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { typeSignature } from '../versions/members.ts';
import { getNamespaceItem, setNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { orNone, raise, raiseAttributeError, raiseUnsettable } from './core/errors.ts';
import { isInstance, isOnBaseChain, isSubtype, lookup, typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newDict, newList, tableOf } from './core/make.ts';
import { native, suspending, type NativeAttribute } from './core/native.ts';
import { truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { offsetOf } from './core/offsets.ts';
import { builtinBase, instanceSize, typeSize } from './core/sizes.ts';
import { updateSlots } from './core/slotdefs.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { TypeObject } from './core/typeobject.ts';
import { linearize } from './mro.ts';
import { typeAnnotationAttributes } from './annotations.ts';
import { reprText } from './dict.ts';
import { displayName, recursiveIsInstance } from './object.ts';
import { bestBase, setMro, typeNew, updateNew } from './typenew.ts';
import { unionOr } from './union.ts';

const typeObject = (rt: Runtime, self: Ref): TypeObject => rt.heap.payload[self] as TypeObject;
const isHeapType = (rt: Runtime, type: Ref): boolean => (typeObject(rt, type).flags & TypeFlag.HEAP) !== 0;

/** Mirrors type_getattro(): 1 data descriptor of the metatype; 2 the type's MRO; 3 other attribute of the metatype. */
function typeGetAttr(rt: Runtime, self: Ref, name: Ref): Eventual {
  const { heap } = rt;
  const meta = lookup(rt, heap.type[self]!, name);
  const metaSlots = meta === NULL ? undefined : rt.typeOf(meta).slots;
  if (metaSlots?.tp_descr_get !== undefined && metaSlots.tp_descr_set !== undefined) return metaSlots.tp_descr_get(rt, meta, self, heap.type[self]!);
  const found = lookup(rt, self, name);
  if (found !== NULL) {
    const get = rt.typeOf(found).slots.tp_descr_get;
    return get === undefined ? heap.incref(found) : get(rt, found, NULL, self);
  }
  if (metaSlots?.tp_descr_get !== undefined) return metaSlots.tp_descr_get(rt, meta, self, heap.type[self]!);
  if (meta !== NULL) return heap.incref(meta);
  raiseAttributeError(rt, self, name, `type object '${typeObject(rt, self).name}' has no attribute '${rt.text(name)}'`);
}

function* refuseChange(rt: Runtime, self: Ref, name: Ref): Steps<Ref> {
  raise(rt, TYPE_ERROR, `cannot set ${yield* reprText(rt, name)} attribute of immutable type '${displayName(rt, self)}'`);
}

/** Mirrors type_setattro(): the slots that the name stands for are set anew in the class and its subclasses. */
function typeSetAttr(rt: Runtime, self: Ref, name: Ref, value: Ref): Eventual {
  const { heap } = rt;
  const object = typeObject(rt, self);
  if (!isChangeable(rt, self)) {
    return begin(rt, refuseChange(rt, self, name));
  }
  const meta = lookup(rt, heap.type[self]!, name);
  const set = meta === NULL ? undefined : rt.typeOf(meta).slots.tp_descr_set;
  if (set !== undefined) return set(rt, meta, self, value);
  const text = rt.text(name);
  const isSpecial = text.startsWith('__') && text.endsWith('__');
  if (value !== NULL && !isSpecial && isPlainReplacement(rt, object, name, value)) {
    setNamespaceItem(rt, object.dict, name, heap.incref(value));
    rt.attributeReplaced(self, name);
    return NULL;
  }
  if (value !== NULL) setNamespaceItem(rt, object.dict, name, heap.incref(value));
  else removeAttribute(rt, self, name);
  rt.typeModified(self);
  if (isSpecial) updateSubclasses(rt, self, text);
  return NULL;
}

/** Whether a value that is no descriptor takes the place of another, so that nothing is found in another way than before. */
function isPlainReplacement(rt: Runtime, { dict }: TypeObject, name: Ref, value: Ref): boolean {
  const table = tableOf(rt, dict);
  const at = table.findStr(rt, name);
  return at >= 0 && isPlain(rt, table.values[at]!) && isPlain(rt, value);
}

function isPlain(rt: Runtime, value: Ref): boolean {
  const { tp_descr_get, tp_descr_set } = rt.typeOf(value).slots;
  return tp_descr_get === undefined && tp_descr_set === undefined;
}

function removeAttribute(rt: Runtime, self: Ref, name: Ref): void {
  const object = typeObject(rt, self);
  const table = tableOf(rt, object.dict);
  const at = table.findStr(rt, name);
  if (at < 0) raiseUnsettable(rt, self, name, `type object '${object.name}' has no attribute '${rt.text(name)}'`);
  const key = table.keys[at]!;
  const old = table.values[at]!;
  table.remove(rt, at);
  rt.typeModified(self);
  rt.heap.decref(key);
  rt.heap.decref(old);
}

function updateSubclasses(rt: Runtime, type: Ref, name: string): void {
  if (name === '__new__') updateNew(rt, type);
  updateSlots(rt, type, new Set([name]));
  for (const subclass of typeObject(rt, type).subclasses) updateSubclasses(rt, subclass, name);
}

/** Mirrors type_call(): `type(x)`, else `__new__`, then `__init__` where the result is an instance. */
function typeCall(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (self === TYPE) {
    if (args.length === 1 && keywords === NULL) return rt.heap.incref(rt.heap.type[args[0]!]!);
    const positional = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
    // Of one argument it is asked for the type (type_vectorcall).
    if (positional === 1) raise(rt, TYPE_ERROR, 'type() takes no keyword arguments');
    if (positional !== 3) raise(rt, TYPE_ERROR, 'type() takes 1 or 3 arguments');
  }
  const { slots, flags } = typeObject(rt, self);
  if (slots.tp_new === undefined || (flags & TypeFlag.DISALLOW_INSTANTIATION) !== 0) {
    raise(rt, TYPE_ERROR, `cannot create '${displayName(rt, self)}' instances`);
  }
  const object = slots.tp_new(rt, self, args, keywords);
  if (object === SUSPENDED) return begin(rt, initSteps(rt, self, args, keywords));
  const initialised = initialise(rt, self, object, args, keywords);
  return initialised === SUSPENDED ? begin(rt, initialisedSteps(rt, object)) : object;
}

/** Calls `__init__` where `object` is an instance of the class that was called; drops it on an error. */
function initialise(rt: Runtime, self: Ref, object: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const init = isInstance(rt, object, self) ? rt.typeOf(object).slots.tp_init : undefined;
  if (init === undefined) return NULL;
  try {
    return init(rt, object, args, keywords);
  } catch (error) {
    rt.heap.decref(object);
    throw error;
  }
}

function* initSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const object = yield* settle(rt, SUSPENDED);
  return initialise(rt, self, object, args, keywords) === SUSPENDED ? yield* initialisedSteps(rt, object) : object;
}

function* initialisedSteps(rt: Runtime, object: Ref): Steps<Ref> {
  try {
    yield* settle(rt, SUSPENDED);
  } catch (error) {
    rt.heap.decref(object);
    throw error;
  }
  return object;
}

const qualname = (rt: Runtime, self: Ref): Ref => {
  const object = typeObject(rt, self);
  return object.qualname === NULL ? rt.newStr(object.name) : rt.heap.incref(object.qualname);
};

const ownItem = (rt: Runtime, self: Ref, name: string): Ref => {
  const { dict } = typeObject(rt, self);
  return dict === NULL ? NULL : getNamespaceItem(rt, dict, rt.name(name));
};

/** Some types of modules are no classes here and can be changed all the same. */
const isChangeable = (rt: Runtime, self: Ref): boolean => isHeapType(rt, self) || (typeObject(rt, self).flags & TypeFlag.IMMUTABLE) === 0;

/** Mirrors check_set_special_type_attr(); `name` is an attribute that a class cannot be without. */
function checkSpecial(rt: Runtime, self: Ref, name: string, value: Ref): void {
  if (!isChangeable(rt, self)) raise(rt, TYPE_ERROR, `cannot set '${name}' attribute of immutable type '${displayName(rt, self)}'`);
  if (value === NULL) raise(rt, TYPE_ERROR, rt.profile.words.undeletableOfType(name, typeObject(rt, self).name));
}

/** The docstring in the dict of a class may be a descriptor (type_get_doc). */
function boundDoc(rt: Runtime, self: Ref): Eventual {
  const doc = ownItem(rt, self, '__doc__');
  if (doc === NULL) return NONE;
  const get = isHeapType(rt, self) ? rt.typeOf(doc).slots.tp_descr_get : undefined;
  return get === undefined ? rt.heap.incref(doc) : get(rt, doc, NULL, self);
}

/** An attribute that lives in the dict of classes, under its own name. */
const stored = (name: string, builtin: (rt: Runtime, self: Ref) => Ref): NativeAttribute => ({
  name,
  get: (rt, self) => {
    const item = ownItem(rt, self, name);
    return item !== NULL && isChangeable(rt, self) ? rt.heap.incref(item) : builtin(rt, self);
  },
  set: (rt, self, value) => {
    checkSpecial(rt, self, name, value);
    setNamespaceItem(rt, typeObject(rt, self).dict, rt.name(name), rt.heap.incref(value));
    rt.typeModified(self);
    return NULL;
  },
});

/** Mirrors type_set_bases(): 1 the bases checked; 2 set; 3 new orders, all of them or none; 4 subclass lists and slots. */
function* setBases(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const { heap } = rt;
  const object = typeObject(rt, self);
  checkSpecial(rt, self, '__bases__', value);
  if ((rt.typeOf(value).flags & TypeFlag.TUPLE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `can only assign tuple to ${object.name}.__bases__, not ${typeName(rt, value)}`);
  const bases = itemsOf(rt, value);
  if (bases.length === 0) raise(rt, TYPE_ERROR, `can only assign non-empty tuple to ${object.name}.__bases__, not ()`);
  for (const base of bases) {
    if (!(heap.payload[base] instanceof TypeObject)) raise(rt, TYPE_ERROR, `${object.name}.__bases__ must be tuple of classes, not '${typeName(rt, base)}'`);
    if (isSubtype(rt, base, self) || isOnBaseChain(rt, base, self)) raise(rt, TYPE_ERROR, 'a __bases__ item causes an inheritance cycle');
  }
  const base = bestBase(rt, bases);
  checkNewBase(rt, object.base, base, object);
  const oldBases = object.bases;
  const oldBase = object.base;
  object.bases = heap.incref(value);
  object.base = heap.incref(base);
  let isUndone = false;
  const changed: OrderChange[] = [];
  try {
    yield* refreshOrder(rt, self, changed);
    if (object.bases === value) {
      for (const former of itemsOf(rt, oldBases)) typeObject(rt, former).subclasses.delete(self);
      for (const added of bases) typeObject(rt, added).subclasses.add(self);
      refreshSlots(rt, self);
    }
  } catch (error) {
    for (const change of changed) undoOrder(rt, change);
    // A `mro()` may have set the bases again; then those stay.
    isUndone = object.bases === value && object.base === base;
    if (isUndone) [object.bases, object.base] = [oldBases, oldBase];
    throw error;
  } finally {
    for (const { oldMro } of changed) heap.xdecref(oldMro);
    for (const ref of isUndone ? [value, base] : [oldBases, oldBase]) heap.decref(ref);
  }
  return NULL;
}

/** Mirrors compatible_for_assignment() as it applies to bases. */
function checkNewBase(rt: Runtime, oldBase: Ref, newBase: Ref, self: TypeObject): void {
  const [from, to] = [typeObject(rt, oldBase), typeObject(rt, newBase)];
  const differs = (what: string): never => raise(rt, TYPE_ERROR, `__bases__ assignment: '${to.name}' ${what} differs from '${from.name}'`);
  const deallocatorOf = (type: TypeObject): TypeObject | null => ((type.flags & TypeFlag.HEAP) === 0 ? type : null);
  if (rt.profile.layoutIgnoresDicts) {
    if (builtinBase(rt, oldBase) !== builtinBase(rt, newBase)) differs('object layout');
  } else if (deallocatorOf(from) !== deallocatorOf(to)) differs('deallocator');
  if (to.layout !== self.layout || to.valuesStart > self.valuesStart) differs('object layout');
}

/** A class that has a new order, with the old one (owned). */
interface OrderChange {
  readonly type: Ref;
  readonly oldMro: Ref;
  readonly newMro: Ref;
}

/** Gives a class and all below it their new orders (mro_hierarchy). */
function* refreshOrder(rt: Runtime, type: Ref, changed: OrderChange[]): Steps<void> {
  const object = typeObject(rt, type);
  const oldMro = object.mro;
  if (oldMro !== NULL) rt.heap.incref(oldMro);
  let isNew = false;
  try {
    isNew = yield* setMro(rt, type, itemsOf(rt, object.bases));
  } finally {
    if (!isNew) rt.heap.xdecref(oldMro);
  }
  if (!isNew) return;
  changed.push({ type, oldMro, newMro: object.mro });
  for (const subclass of [...object.subclasses]) yield* refreshOrder(rt, subclass, changed);
}

function undoOrder(rt: Runtime, { type, oldMro, newMro }: OrderChange): void {
  const object = typeObject(rt, type);
  if (object.mro !== newMro) return;
  object.mro = oldMro === NULL ? NULL : rt.heap.incref(oldMro);
  object.linearization = oldMro === NULL ? [] : [...itemsOf(rt, oldMro)];
  rt.typeModified(type);
  rt.heap.decref(newMro);
}

function refreshSlots(rt: Runtime, type: Ref): void {
  rt.typeModified(type);
  updateNew(rt, type);
  updateSlots(rt, type);
  for (const subclass of typeObject(rt, type).subclasses) refreshSlots(rt, subclass);
}

/** The bits of `tp_flags` that the engine has too, where CPython has them. */
const flagBits: readonly (readonly [flag: TypeFlag, bit: number])[] = [
  [TypeFlag.MANAGED_DICT, 4],
  [TypeFlag.SEQUENCE, 5],
  [TypeFlag.MAPPING, 6],
  [TypeFlag.DISALLOW_INSTANTIATION, 7],
  [TypeFlag.IMMUTABLE, 8],
  [TypeFlag.HEAP, 9],
  [TypeFlag.BASETYPE, 10],
  [TypeFlag.GC, 14],
  [TypeFlag.ABSTRACT, 20],
  [TypeFlag.INT_SUBCLASS, 24],
  [TypeFlag.LIST_SUBCLASS, 25],
  [TypeFlag.TUPLE_SUBCLASS, 26],
  [TypeFlag.BYTES_SUBCLASS, 27],
  [TypeFlag.STR_SUBCLASS, 28],
  [TypeFlag.DICT_SUBCLASS, 29],
  [TypeFlag.EXCEPTION_SUBCLASS, 30],
  [TypeFlag.TYPE_SUBCLASS, 31],
];

/** Py_TPFLAGS_READY. */
const ready = 2 ** 12;

const shownFlags = (flags: number): number => flagBits.reduce((shown, [flag, bit]) => ((flags & flag) === 0 ? shown : shown + 2 ** bit), ready);

/** Mirrors type_set_abstractmethods(). */
function* setAbstractMethods(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const object = typeObject(rt, self);
  const name = rt.name('__abstractmethods__');
  const isAbstract = value !== NULL && (yield* truth(rt, value));
  if (value !== NULL) setNamespaceItem(rt, object.dict, name, rt.heap.incref(value));
  else if (getNamespaceItem(rt, object.dict, name) === NULL) raise(rt, ATTRIBUTE_ERROR, '__abstractmethods__');
  else removeAttribute(rt, self, name);
  object.flags = isAbstract ? object.flags | TypeFlag.ABSTRACT : object.flags & ~TypeFlag.ABSTRACT;
  rt.typeModified(self);
  return NULL;
}

const attributes: readonly NativeAttribute[] = [
  {
    name: '__name__',
    get: (rt, self) => rt.newStr(typeObject(rt, self).name),
    set: (rt, self, value) => {
      checkSpecial(rt, self, '__name__', value);
      if ((rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `can only assign string to ${typeObject(rt, self).name}.__name__, not '${typeName(rt, value)}'`);
      typeObject(rt, self).name = rt.text(value);
      return NULL;
    },
  },
  {
    name: '__qualname__',
    get: qualname,
    set: (rt, self, value) => {
      const object = typeObject(rt, self);
      checkSpecial(rt, self, '__qualname__', value);
      if ((rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `can only assign string to ${object.name}.__qualname__, not '${typeName(rt, value)}'`);
      const old = object.qualname;
      object.qualname = rt.heap.incref(value);
      rt.heap.xdecref(old);
      return NULL;
    },
  },
  {
    name: '__bases__',
    get: (rt, self) => rt.heap.incref(typeObject(rt, self).bases),
    set: (rt, self, value) => begin(rt, setBases(rt, self, value)),
  },
  { name: '__base__', member: true, get: (rt, self) => orNone(rt, typeObject(rt, self).base) },
  { name: '__mro__', member: true, get: (rt, self) => orNone(rt, typeObject(rt, self).mro) },
  stored('__module__', (rt, self) => rt.intern(typeObject(rt, self).module)),
  { ...stored('__doc__', () => NONE), get: boundDoc },
  {
    name: '__dict__',
    get: (rt, self) => rt.heap.allocateTracked(MAPPING_PROXY, { mapping: rt.heap.incref(typeObject(rt, self).dict) }),
  },
  {
    name: '__abstractmethods__',
    get: (rt, self) => {
      const item = self === TYPE ? NULL : ownItem(rt, self, '__abstractmethods__');
      if (item === NULL) raise(rt, ATTRIBUTE_ERROR, '__abstractmethods__');
      return rt.heap.incref(item);
    },
    set: (rt, self, value) => begin(rt, setAbstractMethods(rt, self, value)),
  },
  { name: '__basicsize__', member: true, get: (rt, self) => rt.newInt(instanceSize(rt, self).basic) },
  { name: '__itemsize__', member: true, get: (rt, self) => rt.newInt(instanceSize(rt, self).item) },
  { name: '__weakrefoffset__', member: true, get: (rt, self) => rt.newInt(offsetOf(rt, self, 'weakrefs')) },
  { name: '__dictoffset__', member: true, get: (rt, self) => rt.newInt(offsetOf(rt, self, 'dict')) },
  { name: '__flags__', member: true, get: (rt, self) => rt.newInt(shownFlags(typeObject(rt, self).flags)) },
  {
    name: '__text_signature__',
    get: (rt, self) => {
      const type = typeObject(rt, self);
      const signature = (type.flags & TypeFlag.HEAP) === 0 ? typeSignature(type, rt.profile.version) : null;
      return signature === null ? NONE : rt.newStr(signature);
    },
  },
  ...typeAnnotationAttributes,
  {
    name: '__type_params__',
    get: (rt, self) => {
      const item = self === TYPE ? NULL : ownItem(rt, self, '__type_params__');
      return item === NULL ? EMPTY_TUPLE : rt.heap.incref(item);
    },
    set: (rt, self, value) => {
      if (value === NULL) raise(rt, TYPE_ERROR, rt.profile.words.undeletableOfType('__type_params__', typeObject(rt, self).name));
      setNamespaceItem(rt, typeObject(rt, self).dict, rt.name('__type_params__'), rt.heap.incref(value));
      rt.typeModified(self);
      return NULL;
    },
  },
];

defineType({
  handle: TYPE,
  name: 'type',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.TYPE_SUBCLASS | TypeFlag.WEAKREFS,
  layout: {
    // 1 dict; 2 bases, mro, base; 3 names (type_traverse)
    traverse: (payload, visit) => {
      const object = payload as TypeObject;
      if ((object.flags & TypeFlag.HEAP) === 0) return;
      for (const ref of [object.dict, object.mro, object.bases, object.base, object.qualname]) if (ref !== NULL) visit(ref);
      for (const name of object.sharedKeys?.names ?? []) visit(name);
    },
    clear: (payload, released, heap, self) => {
      const object = payload as TypeObject;
      for (const base of object.bases === NULL ? [] : (heap.payload[object.bases] as Ref[])) {
        // With the class goes the base's weak reference to it.
        if ((heap.payload[base] as TypeObject | undefined)?.subclasses.delete(self) === true) heap.onGcFree(self);
      }
      for (const ref of [object.dict, object.mro, object.bases, object.base, object.qualname]) if (ref !== NULL) released.push(ref);
      for (const name of object.sharedKeys?.names ?? []) released.push(name);
      object.dict = object.mro = object.bases = object.base = object.qualname = NULL;
      object.sharedKeys = object.sharedKeys === null ? null : { names: [], index: new Map() };
      object.linearization = [];
      object.lookups.clear();
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, typeNew(rt, type, args, keywords)),
    nb_or: unionOr,
    tp_init: (rt, _self, args, keywords) => {
      const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
      if (given !== 1 && given !== 3) raise(rt, TYPE_ERROR, 'type.__init__() takes 1 or 3 arguments');
      if (given === 1 && keywords !== NULL) raise(rt, TYPE_ERROR, 'type.__init__() takes no keyword arguments');
      return NULL;
    },
    tp_call: typeCall,
    tp_getattro: typeGetAttr,
    tp_setattro: typeSetAttr,
    tp_repr: (rt, self) => rt.newStr(`<class '${displayName(rt, self)}'>`),
  },
  methods: [
    native('mro', '', (rt, self) => newList(rt, copyRefs(rt, linearize(rt, self, itemsOf(rt, typeObject(rt, self).bases))))),
    native('__subclasses__', '', (rt, self) => newList(rt, copyRefs(rt, [...typeObject(rt, self).subclasses].filter((subclass) => (rt.heap.flags[subclass]! & Flag.FORGOTTEN) === 0)))),
    native('__prepare__', '*args, **kwargs', (rt) => newDict(rt), 'class'),
    suspending('__instancecheck__', 'instance, /', function* (rt, self, [instance]) {
      return rt.newBool(yield* recursiveIsInstance(rt, instance!, self));
    }),
    native('__subclasscheck__', 'subclass, /', (rt, self, [subclass]) => {
      if (!(rt.heap.payload[subclass!] instanceof TypeObject)) raise(rt, TYPE_ERROR, 'issubclass() arg 1 must be a class');
      return rt.newBool(isSubtype(rt, subclass!, self));
    }),
    native('__dir__', '', (rt, self) => {
      const names = new Set<string>();
      for (const type of typeObject(rt, self).linearization) for (const key of tableOf(rt, typeObject(rt, type).dict).keys) if (key !== NULL) names.add(rt.text(key));
      return newList(rt, [...names].map((name) => rt.intern(name)));
    }),
    native('__sizeof__', '', (rt, self) => rt.newInt(typeSize(rt, self))),
  ],
  attributes,
});
