import { TypeFlag } from '../heap/heap.ts';
import {
  CLASSMETHOD_DESCRIPTOR,
  ELLIPSIS,
  ELLIPSIS_TYPE,
  EMPTY_BYTES,
  EMPTY_STR,
  EMPTY_TUPLE,
  BOOL,
  BYTES,
  FALSE,
  GETSET_DESCRIPTOR,
  INT,
  LATIN1_STR,
  MEMBER_DESCRIPTOR,
  METHOD_DESCRIPTOR,
  NONE,
  NONE_TYPE,
  NOT_IMPLEMENTED,
  NOT_IMPLEMENTED_TYPE,
  NO_DEFAULT,
  OBJECT,
  SINGLE_BYTE,
  SMALL_INT,
  SMALL_INT_MAX,
  SMALL_INT_MIN,
  STATICMETHOD,
  STR,
  TRUE,
  TUPLE,
  TYPE,
  TYPE_ERROR,
  WRAPPER_DESCRIPTOR,
} from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { builtinTypes } from '../versions/builtin-types.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { errorsOf } from '../versions/errors.ts';
import { libraryOf } from '../versions/library.ts';
import { dictOrder } from '../versions/members.ts';
import { isInVersion } from '../versions/ranges.ts';
import { isFromSpec, repeatedSlots } from '../versions/repeated-slots.ts';
import { typingOf } from '../versions/typing.ts';
import { staticAddresses, staticPlacesOf } from './core/addresses.ts';
import { typeSpecs, type TypeSpec } from './core/define.ts';
import { raise } from './core/errors.ts';
import { isSubtype, nameOfType, typeName } from './core/lookup.ts';
import { itemsOf, newDict, newTuple, tableOf } from './core/make.ts';
import { rawNative, type NativeFunction } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { namedSlots, SlotWrapper, wrapperSlots, type AnySlot } from './core/slotdefs.ts';
import type { Slots } from './core/slots.ts';
import { TypeObject } from './core/typeobject.ts';
import { AttributeDescriptor, MethodDescriptor, newBuiltinFunction, positionalCount } from './descriptors.ts';
import { newPlaceholder } from './placeholder.ts';
import { linearize } from './mro.ts';
import { NO_DEFAULT_TYPE } from './typing/nodefault.ts';

/** Types with tp_itemsize. */
const variableSized: readonly Ref[] = [INT, TUPLE, BYTES, TYPE];

/** Puts the singletons and all static types into a fresh heap. */
export function bootstrap(rt: Runtime): void {
  placeSingletons(rt);
  const specs = typeSpecs();
  const { typeModules } = libraryOf(rt.profile.version);
  for (const { handle, name, flags, module = 'builtins' } of specs) rt.heap.place(handle, TYPE, new TypeObject(name, flags, typeModules.get(name) ?? module));
  for (const spec of specs) readyType(rt, spec);
  const handles = handlesByName(specs);
  rt.staticAddresses = staticAddresses(rt.profile.version, handles);
  for (const { name } of staticPlacesOf(rt.profile.version)) addToBases(rt, handles.get(name) ?? NULL);
  const object = rt.typeObject(OBJECT).slots;
  rt.identityHash = object.tp_hash ?? undefined;
  rt.identityCompare = object.tp_richcompare;
  for (const spec of specs) fillDict(rt, spec);
}

/** By plain name too: the first of a name is the one that is not a module's own. */
function handlesByName(specs: readonly TypeSpec[]): ReadonlyMap<string, Ref> {
  const handles = new Map<string, Ref>();
  for (const { name, module, handle } of [...specs].reverse()) handles.set(name, handle).set(`${module}.${name}`, handle);
  return handles;
}

/** Makes a static type known to its bases, which is done when the type is ready. */
export function addToBases(rt: Runtime, type: Ref): void {
  if (type === NULL) return;
  for (const base of itemsOf(rt, rt.typeObject(type).bases)) rt.typeObject(base).subclasses.add(type);
}

function placeSingletons(rt: Runtime): void {
  const { heap } = rt;
  heap.place(NONE, NONE_TYPE, null);
  heap.place(TRUE, BOOL, 1);
  heap.place(FALSE, BOOL, 0);
  heap.place(ELLIPSIS, ELLIPSIS_TYPE, null);
  heap.place(NOT_IMPLEMENTED, NOT_IMPLEMENTED_TYPE, null);
  heap.place(NO_DEFAULT, NO_DEFAULT_TYPE, null);
  heap.place(EMPTY_TUPLE, TUPLE, []);
  heap.place(EMPTY_STR, STR, '');
  heap.place(EMPTY_BYTES, BYTES, new Uint8Array(0));
  for (let i = SMALL_INT_MIN; i <= SMALL_INT_MAX; i++) heap.place((SMALL_INT + i) as Ref, INT, i);
  for (let i = 0; i < 256; i++) {
    heap.place((LATIN1_STR + i) as Ref, STR, String.fromCharCode(i));
    heap.place((SINGLE_BYTE + i) as Ref, BYTES, Uint8Array.of(i));
  }
}

function readyType(rt: Runtime, spec: TypeSpec): void {
  const type = rt.typeObject(spec.handle);
  const isRoot = spec.handle === OBJECT;
  const base = isRoot ? null : rt.typeObject(spec.base ?? OBJECT);
  type.base = isRoot ? NULL : (spec.base ?? OBJECT);
  const bases = isRoot ? [] : [type.base, ...(spec.furtherBases ?? [])];
  type.bases = newTuple(rt, bases);
  type.linearization = isRoot ? [spec.handle] : linearize(rt, spec.handle, bases);
  type.mro = newTuple(rt, [...type.linearization]);
  type.addsLayout = spec.addsLayout ?? (!isRoot && type.base === OBJECT);
  type.addsItems = variableSized.includes(spec.handle) || (base?.addsItems ?? false);
  if (base !== null) {
    type.flags |= base.flags & TypeFlag.ANY_SUBCLASS;
    type.layout = spec.layout === undefined ? base.layout : spec.layout;
    if ((type.flags & TypeFlag.REFS) === 0 && spec.layout === undefined) type.flags |= base.flags & TypeFlag.REFS;
    type.flags |= base.flags & (TypeFlag.MANAGED_DICT | TypeFlag.GC | TypeFlag.NO_CLEAR | TypeFlag.WEAKREFS);
  }
  // A static type does not inherit `object.__new__` (type_ready_set_new).
  if (!isRoot && type.base === OBJECT && spec.slots.tp_new === undefined && isStatic(spec, rt)) type.flags |= TypeFlag.DISALLOW_INSTANTIATION;
  type.slots = inheritSlots(base?.slots, spec.slots);
  if (type.slots.tp_finalize !== undefined) type.flags |= TypeFlag.FINALIZER;
}

const isStatic = (spec: TypeSpec, rt: Runtime): boolean => {
  const module = spec.module ?? 'builtins';
  return (module === 'builtins' || module === 'types') && spec.fromSpec !== true && !isFromSpec(module, spec.name, rt.profile.version);
};

/** `T.__new__` as Python sees it (tp_new_wrapper). */
function newMethod(owner: Ref, tpNew: NonNullable<Slots['tp_new']>): NativeFunction {
  return rawNative('__new__', (rt, _self, args, keywords) => {
    const name = rt.typeObject(owner).name;
    const [type] = args;
    if (type === undefined || positionalCount(rt, args, keywords) === 0) raise(rt, TYPE_ERROR, `${name}.__new__(): not enough arguments`);
    if ((rt.typeOf(type).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `${name}.__new__(X): X is not a type object (${typeName(rt, type)})`);
    const given = nameOfType(rt, type);
    if (!isSubtype(rt, type, owner)) raise(rt, TYPE_ERROR, `${name}.__new__(${given}): ${given} is not a subtype of ${name}`);
    let base = type;
    while ((rt.typeObject(base).flags & TypeFlag.HEAP) !== 0) base = rt.typeObject(base).base;
    const { slots, flags } = rt.typeObject(base);
    if ((flags & TypeFlag.DISALLOW_INSTANTIATION) !== 0) raise(rt, TYPE_ERROR, builtinTypes(rt.profile.version).newOfUninstantiable(name, given));
    if (slots.tp_new !== tpNew) raise(rt, TYPE_ERROR, `${name}.__new__(${given}) is not safe, use ${nameOfType(rt, base)}.__new__()`);
    return tpNew(rt, type, args.slice(1), keywords);
  });
}

/** Own slots over the base's; hash and comparison are inherited together only (inherit_slots). */
function inheritSlots(base: Slots | undefined, own: Slots): Slots {
  const slots: Slots = { ...base, ...own };
  if (own.tp_richcompare !== undefined && own.tp_hash === undefined) slots.tp_hash = null;
  return slots;
}

/** A type that has a slot in other versions only has that of its base. */
function restoreSlot<S extends keyof Slots>(rt: Runtime, type: TypeObject, slot: S): void {
  delete type.slots[slot];
  const base = type.base === NULL ? undefined : rt.typeObject(type.base).slots[slot];
  if (base !== undefined) type.slots[slot] = base;
}

function fillDict(rt: Runtime, spec: TypeSpec): void {
  const { heap } = rt;
  const type = rt.typeObject(spec.handle);
  type.dict = newDict(rt);
  const table = tableOf(rt, type.dict);
  const entries = new Map<string, Ref>();
  const put = (name: string, value: Ref): void => {
    if (entries.has(name)) heap.deaths.drop([value]);
    else entries.set(name, value);
  };
  const { version } = rt.profile;
  const absent = [
    builtinTypes(version).absentMethods,
    errorsOf(version).absentMembers,
    libraryOf(version).absentMembers,
    coroutinesOf(version).absentMembers,
    typingOf(version).absentMembers,
  ];
  const isAbsent = (name: string): boolean => absent.some((names) => names.has(`${spec.name}.${name}`));
  const repeated = repeatedSlots(spec.name, version);
  for (const def of wrapperSlots({ ...spec.slots, ...namedSlots(type.slots, repeated) })) {
    if (isAbsent(def.name)) {
      restoreSlot(rt, type, def.slot);
      if (def.slot === 'tp_finalize') type.flags &= ~TypeFlag.FINALIZER;
      continue;
    }
    // A method of the same name takes the wrapper's place (METH_COEXIST).
    if (spec.methods?.some((method) => method.name === def.name) === true) continue;
    const slotFunction = type.slots[def.slot] as AnySlot | null;
    if (slotFunction === null) put('__hash__', NONE);
    else put(def.name, heap.allocateTracked(WRAPPER_DESCRIPTOR, new SlotWrapper(def, slotFunction, spec.handle)));
  }
  if (type.slots.tp_hash === null) put('__hash__', NONE);
  for (const def of spec.methods ?? []) {
    if (isAbsent(def.name) || !isInVersion(def.versions, version)) continue;
    switch (def.kind) {
      case 'method':
        put(def.name, heap.allocateTracked(METHOD_DESCRIPTOR, new MethodDescriptor(def, spec.handle, spec.name)));
        break;
      case 'class':
        put(def.name, heap.allocateTracked(CLASSMETHOD_DESCRIPTOR, new MethodDescriptor(def, spec.handle, spec.name)));
        break;
      case 'static':
        put(def.name, heap.allocateTracked(STATICMETHOD, { callable: newBuiltinFunction(rt, def, NULL, `${spec.name}.${def.name}`) }));
        break;
    }
  }
  const tpNew = repeated.includes('__new__') ? type.slots.tp_new : spec.slots.tp_new;
  if (tpNew !== undefined) put('__new__', newBuiltinFunction(rt, newMethod(spec.handle, tpNew), spec.handle, `${spec.name}.__new__`));
  for (const def of spec.attributes ?? []) {
    if (isAbsent(def.name) || !isInVersion(def.versions, version)) continue;
    const handle = def.member === true ? MEMBER_DESCRIPTOR : GETSET_DESCRIPTOR;
    put(def.name, heap.allocateTracked(handle, new AttributeDescriptor(def, spec.handle)));
  }
  put('__doc__', spec.doc === undefined ? newPlaceholder(rt, `the documentation of ${spec.name}`) : spec.doc === null ? NONE : rt.newStr(spec.doc));
  for (const [name, make] of Object.entries(spec.constants ?? {})) put(name, make(rt));
  if (spec.fromSpec === true || isFromSpec(spec.module ?? 'builtins', spec.name, version)) put('__module__', rt.newStr(spec.module ?? 'builtins'));
  const inherited = (name: string): boolean => type.linearization.some((other) => other !== spec.handle && findOwn(rt, other, name));
  const order = dictOrder(type, version);
  for (const name of order) if (!entries.has(name) && !inherited(name)) put(name, newPlaceholder(rt, `${spec.name}.${name}`));
  const places = new Map(order.map((name, place) => [name, place]));
  for (const [name, value] of [...entries].sort(([a], [b]) => (places.get(a) ?? places.size) - (places.get(b) ?? places.size))) {
    if (order.length > 0 && !places.has(name) && name.startsWith('_') && !isMade.has(name)) heap.deaths.drop([value]);
    else table.append(rt, rt.intern(name), value);
  }
}

/** What makes an instance is a type's own here, also where CPython inherits it. */
const isMade: ReadonlySet<string> = new Set(['__new__', '__init__', '__module__']);

function findOwn(rt: Runtime, type: Ref, name: string): boolean {
  const key = rt.intern(name);
  const found = tableOf(rt, rt.typeObject(type).dict).findStr(rt, key) >= 0;
  rt.heap.decref(key);
  return found;
}
