import { TypeFlag, type Layout } from '../heap/heap.ts';
import {
  ATTRIBUTE_ERROR,
  BUILTIN,
  CLASSMETHOD_DESCRIPTOR,
  GETSET_DESCRIPTOR,
  MEMBER_DESCRIPTOR,
  METHOD_DESCRIPTOR,
  METHOD_WRAPPER,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  TYPE_ERROR,
  WRAPPER_DESCRIPTOR,
} from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { functionSignature, methodSignature, slotSignature } from '../versions/members.ts';
import { isInVersion } from '../versions/ranges.ts';
import { addressOf } from './core/addresses.ts';
import type { SelfCopying, Unchanging } from './core/copying.ts';
import { getNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise, raiseAttributeError } from './core/errors.ts';
import { isInstance, isSubtype, nameOfType, fullTypeName, typeName } from './core/lookup.ts';
import { itemsOf, newTuple } from './core/make.ts';
import { native, type NativeAttribute, type NativeFunction } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { bind, releaseBound, signatureOf } from './core/signature.ts';
import { copySlots, emptySlots } from './core/stackslots.ts';
import { callWrapper, type SlotWrapper } from './core/slotdefs.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { newPlaceholder } from './placeholder.ts';

/**
 * What a native function takes as it comes: from `least` to `most` positional arguments, the absent ones NULL.
 * `most` is −1 where arguments always have to be bound.
 */
class Arity {
  readonly least: number;
  readonly most: number;
  constructor(def: NativeFunction) {
    const { required, positional, count } = signatureOf(def.signature);
    this.least = required;
    this.most = def.raw === undefined && positional === count ? count : -1;
  }

  /** Makes `args` complete; false if there are too few, too many, or they have to be bound. */
  fits(args: Ref[]): boolean {
    if (args.length < this.least || args.length > this.most) return false;
    while (args.length < this.most) args.push(NULL);
    return true;
  }

  /** The same for arguments in the value stack, above which nothing lies: an array of them, or null. */
  complete({ stack }: Runtime, at: number, count: number): Ref[] | null {
    const { least, most } = this;
    if (count < least || count > most) return null;
    if (count < most) emptySlots(stack, at + count, at + most);
    return copySlots(stack, at, most);
  }
}

/** Payload of `builtin_function_or_method`: `self` is owned, NULL for a plain function. */
export class BuiltinFunction implements SelfCopying {
  readonly arity: Arity;
  constructor(
    readonly def: NativeFunction,
    public self: Ref,
    /** Qualified name for error messages (`list.append`). */
    readonly qualified: string,
    /** Name of the module, for `__module__`; '' for methods. */
    readonly module: string,
  ) {
    this.arity = new Arity(def);
  }

  copied(): BuiltinFunction {
    return new BuiltinFunction(this.def, this.self, this.qualified, this.module);
  }
}

/** Payload of a method of a built-in type, found in the type's dict. */
export class MethodDescriptor implements Unchanging {
  readonly qualified: string;
  readonly arity: Arity;
  constructor(
    readonly def: NativeFunction,
    readonly type: Ref,
    typeName: string,
  ) {
    this.arity = new Arity(def);
    this.qualified = `${typeName}.${def.name}`;
  }

  get unchanging(): true {
    return true;
  }
}

export class AttributeDescriptor implements Unchanging {
  constructor(
    readonly def: NativeAttribute,
    readonly type: Ref,
  ) {}

  get unchanging(): true {
    return true;
  }
}

/** `__dict__` or `__weakref__` that a class statement adds; it owns the class. */
export class ClassAttribute {
  constructor(
    readonly def: NativeAttribute,
    public type: Ref,
  ) {}
}

/** A name of `__slots__`; `index` is the position in `attributes`. */
export class SlotMember {
  constructor(
    readonly name: string,
    readonly index: number,
    public type: Ref,
  ) {}
}

export function newBuiltinFunction(rt: Runtime, def: NativeFunction, self: Ref, qualified: string, module = ''): Ref {
  return rt.heap.allocateTracked(BUILTIN, new BuiltinFunction(def, self === NULL ? NULL : rt.heap.incref(self), qualified, module));
}

const isVarargs = (rt: Runtime, { varargs }: NativeFunction): boolean => varargs !== undefined && isInVersion(varargs, rt.profile.version);

const refusesKeywords = (rt: Runtime, def: NativeFunction): boolean => def.positional === true || isVarargs(rt, def);

/** Arguments that are not given by keyword. */
export const positionalCount = (rt: Runtime, args: readonly Ref[], keywords: Ref): number => (keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length);

/** Calls a native function with raw call arguments. */
function callNative(rt: Runtime, def: NativeFunction, self: Ref, qualified: string, args: readonly Ref[], keywords: Ref): Eventual {
  if (keywords !== NULL && refusesKeywords(rt, def) && itemsOf(rt, keywords).length > 0) raise(rt, TYPE_ERROR, `${qualified}() takes no keyword arguments`);
  if (def.raw !== undefined) return def.raw(rt, self, args, keywords);
  const flat = bind(rt, qualified, def.signature, args, keywords);
  if (flat === args) return def.body(rt, self, flat);
  const { rest, keywords: extra } = signatureOf(def.signature);
  if (rest < 0 && extra < 0) return def.body(rt, self, flat);
  return begin(rt, callReleasing(rt, def, self, flat));
}

function* callReleasing(rt: Runtime, def: NativeFunction, self: Ref, flat: readonly Ref[]): Steps<Ref> {
  try {
    return yield* settle(rt, def.body(rt, self, flat));
  } finally {
    releaseBound(rt, def.signature, flat);
  }
}

/** The receiver of an unbound method call, checked (`list.append(3)` → TypeError). */
function checkReceiver(rt: Runtime, qualified: string, name: string, type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const [self] = args;
  if (self === undefined || positionalCount(rt, args, keywords) === 0) {
    raise(rt, TYPE_ERROR, `unbound method ${qualified}() needs an argument`);
  }
  if (!isInstance(rt, self, type)) {
    raise(rt, TYPE_ERROR, `descriptor '${name}' for '${nameOfType(rt, type)}' objects doesn't apply to a '${typeName(rt, self)}' object`);
  }
  return self;
}

export function callMethodDescriptor(rt: Runtime, descriptor: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const { def, type, qualified } = rt.heap.payload[descriptor] as MethodDescriptor;
  const self = checkReceiver(rt, qualified, def.name, type, args, keywords);
  return callNative(rt, def, self, qualified, args.slice(1), keywords);
}

/** Calls a method found in the receiver's type without binding it: the receiver is on the value stack at `at`, `count` arguments above it. */
export function callMethodAt(rt: Runtime, descriptor: Ref, at: number, count: number): Eventual {
  const { def, type, qualified, arity } = rt.heap.payload[descriptor] as MethodDescriptor;
  const self = rt.stack[at]!;
  if (rt.heap.type[self] !== type && !isInstance(rt, self, type)) checkReceiver(rt, qualified, def.name, type, [self], NULL);
  const args = arity.complete(rt, at + 1, count);
  return args !== null ? def.body(rt, self, args) : callNative(rt, def, self, qualified, copySlots(rt.stack, at + 1, count), NULL);
}

/** Calls a built-in function without keywords on `count` arguments from `at` to the top of the value stack. */
export function callBuiltinAt(rt: Runtime, callable: Ref, at: number, count: number): Eventual {
  const { def, self, qualified, arity } = builtin(rt, callable);
  const args = arity.complete(rt, at, count);
  return args !== null ? def.body(rt, self, args) : callNative(rt, def, self, qualified, copySlots(rt.stack, at, count), NULL);
}

const builtinLayout = {
  traverse: (payload: unknown, visit: (ref: Ref) => void): void => {
    const { self } = payload as BuiltinFunction;
    if (self !== NULL) visit(self);
  },
  clear: (payload: unknown, released: Ref[]): void => {
    const builtin = payload as BuiltinFunction;
    if (builtin.self !== NULL) released.push(builtin.self);
    builtin.self = NULL;
  },
};

const builtin = (rt: Runtime, self: Ref): BuiltinFunction => rt.heap.payload[self] as BuiltinFunction;

defineType({
  handle: BUILTIN,
  name: 'builtin_function_or_method',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS | TypeFlag.DISALLOW_INSTANTIATION,
  layout: builtinLayout,
  slots: {
    tp_call: (rt, self, args, keywords) => {
      const { def, self: receiver, qualified } = builtin(rt, self);
      return callNative(rt, def, receiver, isVarargs(rt, def) && receiver !== NULL ? def.name : qualified, args, keywords);
    },
    tp_repr: (rt, self) => {
      const { def, self: receiver } = builtin(rt, self);
      return rt.newStr(
        receiver === NULL || rt.typeOf(receiver).name === 'module'
          ? `<built-in function ${def.name}>`
          : `<built-in method ${def.name} of ${typeName(rt, receiver)} object at 0x${addressOf(rt, receiver).toString(16)}>`,
      );
    },
    tp_richcompare: (rt, left, right, op) => compareBound(rt, left, right, op, builtinKey),
    tp_hash: (rt, self) => hashBound(rt, self, builtinKey),
  },
  methods: [
    // A function is found again by its name, a method through its object (meth_reduce).
    native('__reduce__', '', (rt, self) => {
      const { def, self: receiver } = builtin(rt, self);
      if (receiver === NULL || rt.typeOf(receiver).name === 'module') return rt.newStr(def.name);
      return foundByName(rt, rt.heap.incref(receiver), def.name);
    }),
  ],
  attributes: [
    { name: '__name__', get: (rt, self) => rt.intern(builtin(rt, self).def.name) },
    { name: '__qualname__', get: (rt, self) => rt.newStr(builtin(rt, self).module === '' ? builtin(rt, self).qualified : builtin(rt, self).def.name) },
    { name: '__self__', get: (rt, self) => (builtin(rt, self).self === NULL ? NONE : rt.heap.incref(builtin(rt, self).self)) },
    { name: '__doc__', get: (rt, self) => newPlaceholder(rt, `the documentation of ${builtin(rt, self).qualified}`) },
    { name: '__module__', member: true, get: (rt, self) => (builtin(rt, self).module === '' ? NONE : rt.intern(builtin(rt, self).module)) },
    { name: '__text_signature__', get: (rt, self) => strOrNone(rt, signatureOfBuiltin(rt, builtin(rt, self))) },
  ],
});

const strOrNone = (rt: Runtime, text: string | null): Ref => (text === null ? NONE : rt.newStr(text));

/** A function's own signature, or that of the method of the first type that has it. */
function signatureOfBuiltin(rt: Runtime, { def, module, self }: BuiltinFunction): string | null {
  const { version } = rt.profile;
  if (module !== '') return functionSignature(module, def.name, version);
  if (self === NULL) return null;
  if (def.name === '__new__') return '($type, *args, **kwargs)';
  const isType = (rt.typeOf(self).flags & TypeFlag.TYPE_SUBCLASS) !== 0;
  for (const owner of [...(isType ? rt.typeObject(self).linearization : []), ...rt.typeOf(self).linearization]) {
    const type = rt.typeObject(owner);
    const signature = (type.flags & TypeFlag.HEAP) === 0 ? methodSignature(type, def.name, version) : undefined;
    if (signature !== undefined) return signature;
  }
  return null;
}

type BoundKey = (rt: Runtime, object: Ref) => readonly [self: Ref, what: unknown] | null;

const builtinKey: BoundKey = (rt, object) => {
  const payload = rt.heap.payload[object];
  return payload instanceof BuiltinFunction ? [payload.self, payload.def] : null;
};

/** Bound callables are equal when they bind the same object to the same function. */
export function compareBound(rt: Runtime, left: Ref, right: Ref, op: number, key: BoundKey): Ref {
  const a = key(rt, left);
  const b = key(rt, right);
  if (a === null || b === null || (op !== 2 && op !== 3)) return NOT_IMPLEMENTED;
  return rt.newBool((a[0] === b[0] && a[1] === b[1]) === (op === 2));
}

export function hashBound(rt: Runtime, self: Ref, key: BoundKey): Ref {
  const [receiver, what] = key(rt, self)!;
  rt.hashLow = receiver * 31 + (typeof what === 'number' ? what : 7);
  rt.hashHigh = 0;
  return NULL;
}

const method = (rt: Runtime, self: Ref): MethodDescriptor => rt.heap.payload[self] as MethodDescriptor;

/** Attributes that all descriptors of built-in types share. */
const descriptorAttributes = (kind: (rt: Runtime, self: Ref) => { readonly name: string; readonly type: Ref }): NativeAttribute[] => [
  { name: '__name__', member: true, get: (rt, self) => rt.intern(kind(rt, self).name) },
  { name: '__objclass__', member: true, get: (rt, self) => rt.heap.incref(kind(rt, self).type) },
  { name: '__qualname__', get: (rt, self) => rt.newStr(`${rt.typeObject(kind(rt, self).type).name}.${kind(rt, self).name}`) },
  { name: '__doc__', get: (rt, self) => newPlaceholder(rt, `the documentation of ${kind(rt, self).name}`) },
];

const textSignature = (kind: (rt: Runtime, self: Ref) => { readonly name: string; readonly type: Ref }): NativeAttribute => ({
  name: '__text_signature__',
  get: (rt, self) => {
    const { name, type } = kind(rt, self);
    return strOrNone(rt, methodSignature(rt.typeObject(type), name, rt.profile.version) ?? null);
  },
});

const ofMethod = (rt: Runtime, self: Ref): { name: string; type: Ref } => ({ name: method(rt, self).def.name, type: method(rt, self).type });

/** `(getattr, (owner, name))`, by which an object is found again (descr_reduce, wrapper_reduce); takes over the owner. */
export function foundByName(rt: Runtime, owner: Ref, name: string): Ref {
  const getter = rt.heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name('getattr')));
  return newTuple(rt, [getter, newTuple(rt, [owner, rt.newStr(name)])]);
}

const reduceDescriptor = (kind: (rt: Runtime, self: Ref) => { readonly name: string; readonly type: Ref }): NativeFunction =>
  native('__reduce__', '', (rt, self) => foundByName(rt, rt.heap.incref(kind(rt, self).type), kind(rt, self).name));

const describe = (rt: Runtime, kind: string, name: string, type: Ref): Ref =>
  rt.newStr(rt.profile.sharesDescriptors && type === OBJECT ? `<${kind} '${name}'>` : `<${kind} '${name}' of '${nameOfType(rt, type)}' objects>`);

defineType({
  handle: METHOD_DESCRIPTOR,
  name: 'method_descriptor',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_call: callMethodDescriptor,
    tp_repr: (rt, self) => describe(rt, 'method', method(rt, self).def.name, method(rt, self).type),
    tp_descr_get: (rt, self, instance) => {
      if (instance === NULL) return rt.heap.incref(self);
      const { def, type, qualified } = method(rt, self);
      checkReceiver(rt, qualified, def.name, type, [instance], NULL);
      return newBuiltinFunction(rt, def, instance, `${rt.typeOf(instance).name}.${def.name}`);
    },
  },
  methods: [reduceDescriptor(ofMethod)],
  attributes: [...descriptorAttributes(ofMethod), textSignature(ofMethod)],
});

defineType({
  handle: CLASSMETHOD_DESCRIPTOR,
  name: 'classmethod_descriptor',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_call: (rt, self, args, keywords) => {
      const { def, qualified } = method(rt, self);
      const [type] = args;
      if (type === undefined || positionalCount(rt, args, keywords) === 0) raise(rt, TYPE_ERROR, `descriptor '${def.name}' of '${nameOfType(rt, method(rt, self).type)}' object needs an argument`);
      return callNative(rt, def, type, qualified, args.slice(1), keywords);
    },
    tp_repr: (rt, self) => describe(rt, 'method', method(rt, self).def.name, method(rt, self).type),
    tp_descr_get: (rt, self, instance, owner) => {
      const { def, type: defining } = method(rt, self);
      const label = `descriptor '${def.name}' for type '${nameOfType(rt, defining)}'`;
      if (owner === NULL && instance === NULL) raise(rt, TYPE_ERROR, `${label} needs either an object or a type`);
      const type = owner === NULL ? rt.heap.type[instance]! : owner;
      if ((rt.typeOf(type).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `${label} needs a type, not a '${typeName(rt, type)}' as arg 2`);
      if (!isSubtype(rt, type, defining)) raise(rt, TYPE_ERROR, `descriptor '${def.name}' requires a subtype of '${nameOfType(rt, defining)}' but received '${nameOfType(rt, type)}'`);
      return newBuiltinFunction(rt, def, type, `${rt.typeObject(type).name}.${def.name}`);
    },
  },
  attributes: [...descriptorAttributes(ofMethod), textSignature(ofMethod)],
});

const wrapper = (rt: Runtime, self: Ref): SlotWrapper => rt.heap.payload[self] as SlotWrapper;

defineType({
  handle: WRAPPER_DESCRIPTOR,
  name: 'wrapper_descriptor',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_call: (rt, self, args, keywords) => {
      const payload = wrapper(rt, self);
      const [receiver] = args;
      if (receiver === undefined || positionalCount(rt, args, keywords) === 0) raise(rt, TYPE_ERROR, `descriptor '${payload.def.name}' of '${nameOfType(rt, payload.type)}' object needs an argument`);
      if (!isInstance(rt, receiver, payload.type)) {
        raise(rt, TYPE_ERROR, `descriptor '${payload.def.name}' requires a '${nameOfType(rt, payload.type)}' object but received a '${typeName(rt, receiver)}'`);
      }
      return callWrapper(rt, payload, receiver, args.slice(1), keywords);
    },
    tp_repr: (rt, self) => describe(rt, 'slot wrapper', wrapper(rt, self).def.name, wrapper(rt, self).type),
    tp_descr_get: (rt, self, instance) => {
      if (instance === NULL) return rt.heap.incref(self);
      const { def, type } = wrapper(rt, self);
      checkOwner(rt, def.name, type, instance);
      return rt.heap.allocateTracked(METHOD_WRAPPER, { descriptor: rt.heap.incref(self), self: rt.heap.incref(instance) } satisfies MethodWrapper);
    },
  },
  methods: [reduceDescriptor((rt, self) => ({ name: wrapper(rt, self).def.name, type: wrapper(rt, self).type }))],
  attributes: [
    ...descriptorAttributes((rt, self) => ({ name: wrapper(rt, self).def.name, type: wrapper(rt, self).type })),
    { name: '__text_signature__', get: (rt, self) => strOrNone(rt, slotSignature(wrapper(rt, self).def.name, rt.profile.version)) },
  ],
});

interface MethodWrapper {
  descriptor: Ref;
  self: Ref;
}

const methodWrapper = (rt: Runtime, self: Ref): MethodWrapper => rt.heap.payload[self] as MethodWrapper;

const methodWrapperKey: BoundKey = (rt, object) =>
  rt.heap.type[object] === METHOD_WRAPPER ? [methodWrapper(rt, object).self, methodWrapper(rt, object).descriptor] : null;

defineType({
  handle: METHOD_WRAPPER,
  name: 'method-wrapper',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { descriptor, self } = payload as MethodWrapper;
      if (descriptor !== NULL) visit(descriptor);
      if (self !== NULL) visit(self);
    },
    clear: (payload, released) => {
      const bound = payload as MethodWrapper;
      if (bound.descriptor !== NULL) released.push(bound.descriptor, bound.self);
      bound.descriptor = NULL;
      bound.self = NULL;
    },
  },
  slots: {
    tp_call: (rt, self, args, keywords) => {
      const { descriptor, self: receiver } = methodWrapper(rt, self);
      return callWrapper(rt, wrapper(rt, descriptor), receiver, args, keywords);
    },
    tp_repr: (rt, self) => {
      const { descriptor, self: receiver } = methodWrapper(rt, self);
      return rt.newStr(`<method-wrapper '${wrapper(rt, descriptor).def.name}' of ${typeName(rt, receiver)} object at 0x${addressOf(rt, receiver).toString(16)}>`);
    },
    tp_richcompare: (rt, left, right, op) => compareBound(rt, left, right, op, methodWrapperKey),
    tp_hash: (rt, self) => hashBound(rt, self, methodWrapperKey),
  },
  methods: [native('__reduce__', '', (rt, self) => foundByName(rt, rt.heap.incref(methodWrapper(rt, self).self), wrapper(rt, methodWrapper(rt, self).descriptor).def.name))],
  attributes: [
    { name: '__self__', member: true, get: (rt, self) => rt.heap.incref(methodWrapper(rt, self).self) },
    { name: '__name__', get: (rt, self) => rt.intern(wrapper(rt, methodWrapper(rt, self).descriptor).def.name) },
    {
      name: '__qualname__',
      get: (rt, self) => {
        const { def, type } = wrapper(rt, methodWrapper(rt, self).descriptor);
        return rt.newStr(`${rt.typeObject(type).name}.${def.name}`);
      },
    },
    { name: '__objclass__', get: (rt, self) => rt.heap.incref(wrapper(rt, methodWrapper(rt, self).descriptor).type) },
    { name: '__doc__', get: (rt, self) => newPlaceholder(rt, `the documentation of ${wrapper(rt, methodWrapper(rt, self).descriptor).def.name}`) },
    { name: '__text_signature__', get: (rt, self) => strOrNone(rt, slotSignature(wrapper(rt, methodWrapper(rt, self).descriptor).def.name, rt.profile.version)) },
  ],
});

const attribute = (rt: Runtime, self: Ref): AttributeDescriptor | ClassAttribute => rt.heap.payload[self] as AttributeDescriptor | ClassAttribute;

const checkOwner = (rt: Runtime, name: string, type: Ref, instance: Ref): void => {
  if (!isInstance(rt, instance, type)) {
    raise(rt, TYPE_ERROR, `descriptor '${name}' for '${nameOfType(rt, type)}' objects doesn't apply to a '${typeName(rt, instance)}' object`);
  }
};

const attributeSlots = {
  tp_descr_get: (rt: Runtime, self: Ref, instance: Ref): Eventual => {
    if (instance === NULL) return rt.heap.incref(self);
    const { def, type } = attribute(rt, self);
    checkOwner(rt, def.name, type, instance);
    return def.get(rt, instance);
  },
  tp_descr_set: (rt: Runtime, self: Ref, instance: Ref, value: Ref): Eventual => {
    const { def, type } = attribute(rt, self);
    checkOwner(rt, def.name, type, instance);
    if (def.set === undefined) {
      raise(
        rt,
        ATTRIBUTE_ERROR,
        def.member === true ? 'readonly attribute' : `attribute '${def.name}' of '${nameOfType(rt, type)}' objects is not writable`,
      );
    }
    return def.set(rt, instance, value);
  },
};

const ownsClass = (payload: unknown): payload is SlotMember | ClassAttribute => payload instanceof SlotMember || payload instanceof ClassAttribute;

/** Descriptors of static types own nothing: those types outlive them. */
const ownedClass: Layout = {
  traverse: (payload, visit) => {
    if (ownsClass(payload) && payload.type !== NULL) visit(payload.type);
  },
  clear: (payload, released) => {
    if (!ownsClass(payload) || payload.type === NULL) return;
    released.push(payload.type);
    payload.type = NULL;
  },
};

defineType({
  handle: GETSET_DESCRIPTOR,
  name: 'getset_descriptor',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: ownedClass,
  slots: { ...attributeSlots, tp_repr: (rt, self) => describe(rt, 'attribute', attribute(rt, self).def.name, attribute(rt, self).type) },
  attributes: descriptorAttributes((rt, self) => ({ name: attribute(rt, self).def.name, type: attribute(rt, self).type })),
});

const memberOf = (rt: Runtime, self: Ref): { name: string; type: Ref } => {
  const payload = rt.heap.payload[self];
  return payload instanceof SlotMember ? payload : { name: (payload as AttributeDescriptor).def.name, type: (payload as AttributeDescriptor).type };
};

defineType({
  handle: MEMBER_DESCRIPTOR,
  name: 'member_descriptor',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: ownedClass,
  slots: {
    tp_descr_get: (rt, self, instance) => {
      const payload = rt.heap.payload[self];
      if (!(payload instanceof SlotMember)) return attributeSlots.tp_descr_get(rt, self, instance);
      if (instance === NULL) return rt.heap.incref(self);
      checkOwner(rt, payload.name, payload.type, instance);
      const value = rt.heap.attributes[instance]?.[payload.index];
      if (value === undefined || value === NULL) {
        const name = rt.name(payload.name);
        const type = rt.profile.words.qualifiesTypes ? fullTypeName(rt, instance) : typeName(rt, instance);
        raiseAttributeError(rt, instance, name, `'${type}' object has no attribute '${payload.name}'`);
      }
      return rt.heap.incref(value);
    },
    tp_descr_set: (rt, self, instance, value) => {
      const payload = rt.heap.payload[self];
      if (!(payload instanceof SlotMember)) return attributeSlots.tp_descr_set(rt, self, instance, value);
      checkOwner(rt, payload.name, payload.type, instance);
      setSlot(rt, payload, instance, value);
      return NULL;
    },
    tp_repr: (rt, self) => describe(rt, 'member', memberOf(rt, self).name, memberOf(rt, self).type),
  },
  methods: [reduceDescriptor(memberOf)],
  attributes: descriptorAttributes(memberOf),
});

function setSlot(rt: Runtime, member: SlotMember, instance: Ref, value: Ref): void {
  const { heap } = rt;
  const attributes = (heap.attributes[instance] ??= [NULL]);
  while (attributes.length <= member.index) attributes.push(NULL);
  const old = attributes[member.index]!;
  if (value === NULL && old === NULL) raise(rt, ATTRIBUTE_ERROR, rt.profile.words.unsetSlotToDelete(member.name));
  attributes[member.index] = value === NULL ? NULL : heap.incref(value);
  heap.xdecref(old);
}

