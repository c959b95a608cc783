import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, CLASSMETHOD, NONE, PROPERTY, STATICMETHOD, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { builtinTypes } from '../versions/builtin-types.ts';
import { abstractAttribute } from './abstract.ts';
import { getAttr, getAttrOrNull, getNamespaceItem, instanceDict, removeNamespaceItem, setAttr, setNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { native, type NativeAttribute, rawNative, suspending, varargs } from './core/native.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { reprText } from './dict.ts';
import { newMethod } from './function.ts';
import { genericAlias } from './genericalias.ts';
import { dictAttribute } from './object.ts';

/** Payload of a property; all owned, NULL where there is none. */
class PropertyObject {
  getter = NULL;
  setter = NULL;
  deleter = NULL;
  doc = NULL;
  name = NULL;
  /** The text is the getter's, so that a copy with another getter has another. */
  docIsGetters = false;
}

const property = (rt: Runtime, self: Ref): PropertyObject => rt.heap.payload[self] as PropertyObject;
const orNull = (ref: Ref | undefined): Ref => (ref === undefined || ref === NONE ? NULL : ref);
const fields = ['getter', 'setter', 'deleter', 'doc', 'name'] as const;

function* initialize(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [getter, setter, deleter, doc] = bind(rt, 'property', 'fget=None, fset=None, fdel=None, doc=None', args, keywords);
  const target = property(rt, self);
  const replace = (field: (typeof fields)[number], value: Ref): void => {
    const old = target[field];
    target[field] = value === NULL ? NULL : rt.heap.incref(value);
    rt.heap.xdecref(old);
  };
  replace('getter', orNull(getter));
  replace('setter', orNull(setter));
  replace('deleter', orNull(deleter));
  replace('doc', NULL);
  target.docIsGetters = false;
  let text = orNull(doc) === NULL ? NULL : rt.heap.incref(doc!);
  if (text === NULL && target.getter !== NULL) {
    text = yield* getAttrOrNull(rt, target.getter, rt.name('__doc__'));
    if (text === NONE) {
      rt.heap.decref(text);
      text = NULL;
    }
    target.docIsGetters = text !== NULL;
  }
  try {
    // A subclass keeps the text in its instances' dict or slot, else that of the class would hide it.
    if (rt.heap.type[self] !== PROPERTY && (target.docIsGetters || rt.profile.subclassedPropertySetsDoc)) {
      yield* settle(rt, setAttr(rt, self, rt.name('__doc__'), text === NULL ? NONE : text));
    } else replace('doc', text);
  } finally {
    rt.heap.xdecref(text);
  }
  return NULL;
}

/** Mirrors property_name(): the name in the class or, since 3.13, that of the function that reads it; owned, or NULL. */
function* nameOf(rt: Runtime, self: Ref): Steps<Ref> {
  const { name, getter } = property(rt, self);
  if (name !== NULL) return rt.heap.incref(name);
  return getter === NULL || !builtinTypes(rt.profile.version).propertyNamesGetter ? NULL : yield* getAttrOrNull(rt, getter, rt.name('__name__'));
}

function* shownName(rt: Runtime, self: Ref): Steps<Ref> {
  const name = yield* nameOf(rt, self);
  return name === NULL ? raise(rt, ATTRIBUTE_ERROR, "'property' object has no attribute '__name__'") : name;
}

/** How messages name a property: `property 'x' of 'C' object has no setter`. */
function* missing(rt: Runtime, self: Ref, object: Ref, what: string): Steps<Ref> {
  const name = yield* nameOf(rt, self);
  const qualname = yield* settle(rt, getAttr(rt, rt.heap.type[object]!, rt.name('__qualname__')));
  const owner = `'${rt.text(qualname)}' object`;
  rt.heap.decref(qualname);
  if (name === NULL) raise(rt, ATTRIBUTE_ERROR, `property of ${owner} has no ${what}`);
  const text = yield* reprText(rt, name);
  rt.heap.decref(name);
  raise(rt, ATTRIBUTE_ERROR, `property ${text} of ${owner} has no ${what}`);
}

function* callAccessor(rt: Runtime, accessor: Ref, args: readonly Ref[], keep: boolean): Steps<Ref> {
  rt.heap.incref(accessor);
  try {
    const result = yield { callable: accessor, args, keywords: NULL };
    if (keep) return result;
    rt.heap.decref(result);
    return NULL;
  } finally {
    rt.heap.decref(accessor);
  }
}

/** The function that reads a property, borrowed; NULL of anything else. */
export const getterOf = (rt: Runtime, attribute: Ref): Ref => (attribute !== NULL && rt.heap.type[attribute] === PROPERTY ? property(rt, attribute).getter : NULL);

function getProperty(rt: Runtime, self: Ref, instance: Ref): Eventual {
  if (instance === NULL || instance === NONE) return rt.heap.incref(self);
  const { getter } = property(rt, self);
  return begin(rt, getter === NULL ? missing(rt, self, instance, 'getter') : callAccessor(rt, getter, [instance], true));
}

function setProperty(rt: Runtime, self: Ref, instance: Ref, value: Ref): Eventual {
  const { setter, deleter } = property(rt, self);
  const accessor = value === NULL ? deleter : setter;
  if (accessor === NULL) return begin(rt, missing(rt, self, instance, value === NULL ? 'deleter' : 'setter'));
  return begin(rt, callAccessor(rt, accessor, value === NULL ? [instance] : [instance, value], false));
}

/** `property.setter` and its like: a copy with one accessor replaced. */
function* copyWith(rt: Runtime, self: Ref, field: 'getter' | 'setter' | 'deleter', accessor: Ref): Steps<Ref> {
  const old = property(rt, self);
  const shown = accessor === NONE ? old : { ...old, [field]: accessor };
  const doc = old.docIsGetters && shown.getter !== NULL ? NONE : old.doc;
  const args = [shown.getter, shown.setter, shown.deleter, doc].map((ref) => (ref === NULL ? NONE : ref));
  const copy = yield { callable: rt.heap.type[self]!, args, keywords: NULL };
  const target = rt.heap.payload[copy];
  if (target instanceof PropertyObject && old.name !== NULL) target.name = rt.heap.incref(old.name);
  return copy;
}

const read = (name: string, field: (typeof fields)[number]): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => (property(rt, self)[field] === NULL ? NONE : rt.heap.incref(property(rt, self)[field])),
});

defineType({
  handle: PROPERTY,
  name: 'property',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  layout: {
    traverse: (payload, visit) => {
      for (const field of fields) if ((payload as PropertyObject)[field] !== NULL) visit((payload as PropertyObject)[field]);
    },
    clear: (payload, released) => {
      const target = payload as PropertyObject;
      for (const field of fields) {
        if (target[field] !== NULL) released.push(target[field]);
        target[field] = NULL;
      }
    },
  },
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new PropertyObject()),
    tp_init: (rt, self, args, keywords) => begin(rt, initialize(rt, self, args, keywords)),
    tp_descr_get: getProperty,
    tp_descr_set: setProperty,
  },
  methods: [
    suspending('getter', 'fget, /', (rt, self, [accessor]) => copyWith(rt, self, 'getter', accessor!)),
    suspending('setter', 'fset, /', (rt, self, [accessor]) => copyWith(rt, self, 'setter', accessor!)),
    suspending('deleter', 'fdel, /', (rt, self, [accessor]) => copyWith(rt, self, 'deleter', accessor!)),
    varargs(rawNative('__set_name__', (rt, self, args) => {
      if (args.length !== 2) raise(rt, TYPE_ERROR, `__set_name__() takes 2 positional arguments but ${args.length} were given`);
      const [, name] = args;
      const target = property(rt, self);
      const old = target.name;
      target.name = rt.heap.incref(name!);
      rt.heap.xdecref(old);
      return NONE;
    })),
  ],
  attributes: [
    read('fget', 'getter'),
    read('fset', 'setter'),
    read('fdel', 'deleter'),
    {
      ...read('__doc__', 'doc'),
      set: (rt, self, value) => {
        const target = property(rt, self);
        const old = target.doc;
        target.doc = value === NULL ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
    {
      name: '__name__',
      get: (rt, self) => begin(rt, shownName(rt, self)),
    },
    abstractAttribute((rt, self) => [property(rt, self).getter, property(rt, self).setter, property(rt, self).deleter]),
  ],
});

/** Payload of classmethod and staticmethod; owned. */
interface Wrapped {
  callable: Ref;
}

const wrapped = (rt: Runtime, self: Ref): Ref => (rt.heap.payload[self] as Wrapped).callable;

const wrapperLayout = {
  traverse: (payload: unknown, visit: (ref: Ref) => void): void => {
    if ((payload as Wrapped).callable !== NULL) visit((payload as Wrapped).callable);
  },
  clear: (payload: unknown, released: Ref[]): void => {
    const holder = payload as Wrapped;
    if (holder.callable !== NULL) released.push(holder.callable);
    holder.callable = NULL;
  },
};

function* initializeWrapper(rt: Runtime, name: string, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  if (keywords !== NULL) raise(rt, TYPE_ERROR, `${name}() takes no keyword arguments`);
  if (args.length !== 1) raise(rt, TYPE_ERROR, `${name} expected 1 argument, got ${args.length}`);
  const [callable] = args;
  const holder = rt.heap.payload[self] as Wrapped;
  const old = holder.callable;
  holder.callable = rt.heap.incref(callable!);
  rt.heap.xdecref(old);
  yield* copyWrapped(rt, self, callable!);
  return NULL;
}

/** Mirrors functools_wraps(). */
export function* copyWrapped(rt: Runtime, self: Ref, callable: Ref): Steps<void> {
  for (const attribute of rt.profile.wrapperAttributes) yield* copyAttribute(rt, self, callable, attribute);
}

/** Mirrors functools_copy_attr(): what is missing is passed over. */
function* copyAttribute(rt: Runtime, self: Ref, from: Ref, attribute: string): Steps<void> {
  const name = rt.name(attribute);
  const value = yield* getAttrOrNull(rt, from, name);
  if (value === NULL) return;
  const dict = dictAttribute.get(rt, self) as Ref;
  setNamespaceItem(rt, dict, name, value);
  rt.heap.decref(dict);
}

function* wrapperRepr(rt: Runtime, name: string, self: Ref): Steps<Ref> {
  const shown = yield* settle(rt, repr(rt, wrapped(rt, self)));
  const result = rt.newStr(`<${name}(${rt.text(shown)})>`);
  rt.heap.decref(shown);
  return result;
}

/** An attribute of what is wrapped that is kept once somebody has asked for it (descriptor_get_wrapped_attribute). */
const ofWrapped = (name: string): NativeAttribute => ({
  name,
  get: (rt, self) => begin(rt, wrappedAttribute(rt, self, rt.name(name))),
  set: (rt, self, value) => {
    const dict = instanceDict(rt, self);
    if (value !== NULL) setNamespaceItem(rt, dict, rt.name(name), rt.heap.incref(value));
    else if (getNamespaceItem(rt, dict, rt.name(name)) === NULL) raise(rt, ATTRIBUTE_ERROR, name);
    else removeNamespaceItem(rt, dict, rt.name(name));
    return NULL;
  },
});

function* wrappedAttribute(rt: Runtime, self: Ref, name: Ref): Steps<Ref> {
  const kept = getNamespaceItem(rt, instanceDict(rt, self), name);
  if (kept !== NULL) return rt.heap.incref(kept);
  const value = yield* settle(rt, getAttr(rt, wrapped(rt, self), name));
  setNamespaceItem(rt, instanceDict(rt, self), name, rt.heap.incref(value));
  return value;
}

const wrapperAttributes: readonly NativeAttribute[] = [
  { name: '__func__', member: true, get: (rt, self) => rt.heap.incref(wrapped(rt, self)) },
  { name: '__wrapped__', member: true, get: (rt, self) => rt.heap.incref(wrapped(rt, self)) },
  abstractAttribute((rt, self) => [wrapped(rt, self)]),
  dictAttribute,
  ofWrapped('__annotations__'),
  ofWrapped('__annotate__'),
];

const wrapperFlags = TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT;

defineType({
  handle: CLASSMETHOD,
  name: 'classmethod',
  flags: wrapperFlags,
  layout: wrapperLayout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, { callable: NULL } satisfies Wrapped),
    tp_init: (rt, self, args, keywords) => begin(rt, initializeWrapper(rt, 'classmethod', self, args, keywords)),
    tp_descr_get: (rt, self, instance, owner) => {
      const type = owner === NULL ? rt.heap.type[instance]! : owner;
      const callable = wrapped(rt, self);
      const get = rt.profile.classmethodsChain ? rt.typeOf(callable).slots.tp_descr_get : undefined;
      return get === undefined ? newMethod(rt, callable, type) : get(rt, callable, type, rt.heap.type[type]!);
    },
    tp_repr: (rt, self) => begin(rt, wrapperRepr(rt, 'classmethod', self)),
  },
  methods: [native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class')],
  attributes: wrapperAttributes,
});

defineType({
  handle: STATICMETHOD,
  name: 'staticmethod',
  flags: wrapperFlags,
  layout: wrapperLayout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, { callable: NULL } satisfies Wrapped),
    tp_init: (rt, self, args, keywords) => begin(rt, initializeWrapper(rt, 'staticmethod', self, args, keywords)),
    tp_descr_get: (rt, self) => rt.heap.incref(wrapped(rt, self)),
    tp_call: (rt, self, args, keywords) => begin(rt, passOn(wrapped(rt, self), args, keywords)),
    tp_repr: (rt, self) => begin(rt, wrapperRepr(rt, 'staticmethod', self)),
  },
  methods: [native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class')],
  attributes: wrapperAttributes,
});

function* passOn(callable: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  return yield { callable, args, keywords };
}
