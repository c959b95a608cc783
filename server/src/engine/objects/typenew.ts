import { TypeFlag } from '../heap/heap.ts';
import { CELL, CLASSMETHOD, DICT, FUNCTION, GETSET_DESCRIPTOR, MEMBER_DESCRIPTOR, NONE, OBJECT, RUNTIME_ERROR, RUNTIME_WARNING, STATICMETHOD, STR, TUPLE, TYPE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { isidentifier } from '../text/casing.ts';
import { badArgument } from './arguments.ts';
import { getAttrOrNull, getNamespaceItem, instanceDict, setNamespaceItem } from './core/attributes.ts';
import { caught, exceptionOf, newException, raise, rethrow } from './core/errors.ts';
import { fullNameOfType, isSubtype, lookupText, nameOfType, typeName, bindAttribute } from './core/lookup.ts';
import { copyRefs, itemsOf, newList, newTuple, tableOf } from './core/make.ts';
import { collect, repr } from './core/protocol.ts';
import type { NativeAttribute } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { hasInlineValues } from './core/sizes.ts';
import { updateSlots } from './core/slotdefs.ts';
import type { Slots } from './core/slots.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { unsupported } from './core/unsupported.ts';
import { TypeObject, type SharedKeys } from './core/typeobject.ts';
import { sharedKeysMax } from './core/dicttable.ts';
import { cellOf } from './cell.ts';
import { BuiltinFunction, ClassAttribute, SlotMember } from './descriptors.ts';
import { pythonFrame } from './frame.ts';
import { isAnyDict } from './dictsearch.ts';
import { linearize } from './mro.ts';
import { copyWrapped } from './property.ts';
import { subtypeDictAttribute, weakrefAttribute } from './object.ts';
import { sharedDescriptor } from './shareddescriptors.ts';
import { answersOf } from '../versions/answers.ts';
import { Kind } from '../versions/freelists.ts';

/** The most derived metaclass among `metatype` and those of the bases (_PyType_CalculateMetaclass). */
export function calculateMetaclass(rt: Runtime, metatype: Ref, bases: readonly Ref[]): Ref {
  let winner = metatype;
  for (const base of bases) {
    const type = rt.heap.type[base]!;
    if (isSubtype(rt, winner, type)) continue;
    if (isSubtype(rt, type, winner)) winner = type;
    else {
      raise(
        rt,
        TYPE_ERROR,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
  }
  return winner;
}

/** The type up the base chain that decides the memory layout (solid_base). */
function solidBase(rt: Runtime, type: Ref): Ref {
  let current = type;
  for (;;) {
    const object = rt.typeObject(current);
    if ((object.flags & TypeFlag.HEAP) === 0) {
      // A static type adds to its base when its payload differs: all do, but for object and bool-like plain subtypes.
      return object.addsLayout ? current : object.base === NULL ? current : solidBase(rt, object.base);
    }
    if (object.slotRuns.length !== 0 && object.slotRuns[0]![1] !== 0 && object.ownsSlots) return current;
    current = object.base;
  }
}

/** The base that decides what instances look like (best_base). */
export function bestBase(rt: Runtime, bases: readonly Ref[]): Ref {
  let winner = NULL;
  let best = NULL;
  for (const base of bases) {
    const type = rt.heap.payload[base];
    if (!(type instanceof TypeObject)) raise(rt, TYPE_ERROR, 'bases must be types');
    if ((type.flags & TypeFlag.BASETYPE) === 0) raise(rt, TYPE_ERROR, `type '${nameOfType(rt, base)}' is not an acceptable base type`);
    if (type.linearization.length === 0) raise(rt, TYPE_ERROR, `Cannot extend an incomplete type '${type.name}'`);
    const candidate = solidBase(rt, base);
    if (winner === NULL || (candidate !== winner && isSubtype(rt, candidate, winner))) {
      winner = candidate;
      best = base;
    } else if (!isSubtype(rt, winner, candidate)) raise(rt, TYPE_ERROR, 'multiple bases have instance lay-out conflict');
  }
  return best;
}

interface SlotNames {
  /** Mangled, sorted; `__dict__` and `__weakref__` taken out. */
  readonly names: readonly string[];
  readonly dict: boolean;
  readonly weakref: boolean;
}

function* readSlots(rt: Runtime, className: string, slots: Ref, base: TypeObject): Steps<SlotNames> {
  const { heap } = rt;
  const items = heap.type[slots] === STR ? [heap.incref(slots)] : yield* collect(rt, slots);
  try {
    if (items.length !== 0 && base.addsItems) {
      if (!rt.profile.layoutIgnoresDicts) raise(rt, TYPE_ERROR, `nonempty __slots__ not supported for subtype of '${base.name}'`);
      const isArbitrary = items.some((item) => !['__dict__', '__weakref__'].includes(rt.text(item)));
      if (!isArbitrary || (base.flags & TypeFlag.TUPLE_SUBCLASS) !== 0) unsupported(`__slots__ of subclasses of ${base.name}`);
      raise(rt, TYPE_ERROR, `arbitrary __slots__ not supported for subtype of '${base.name}'`);
    }
    const names: string[] = [];
    let dict = false;
    let weakref = false;
    for (const item of items) {
      if ((rt.typeOf(item).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `__slots__ items must be strings, not '${typeName(rt, item)}'`);
      const name = rt.text(item);
      if (!isidentifier(name)) raise(rt, TYPE_ERROR, '__slots__ must be identifiers');
      if (name === '__dict__') {
        if (dict || (base.flags & TypeFlag.MANAGED_DICT) !== 0) raise(rt, TYPE_ERROR, '__dict__ slot disallowed: we already got one');
        dict = true;
      } else if (name === '__weakref__') {
        if (weakref || (base.flags & TypeFlag.WEAKREFS) !== 0) raise(rt, TYPE_ERROR, rt.profile.words.weakrefSlotTaken);
        weakref = true;
      } else names.push(mangle(className, name));
    }
    names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return { names, dict, weakref };
  } finally {
    for (const item of items) heap.decref(item);
  }
}

export function mangle(className: string, name: string): string {
  const stripped = className.replace(/^_+/, '');
  return name.startsWith('__') && !name.endsWith('__') && !name.includes('.') && stripped !== '' ? `_${stripped}${name}` : name;
}

/**
 * Mirrors type_new(): 1 metaclass and best base; 2 the namespace copied; 3 `__slots__`; 4 the type object and its
 * descriptors; 5 `__classcell__`; 6 method resolution order and slots; 7 `__set_name__`; 8 `__init_subclass__`.
 */
export function* typeNew(rt: Runtime, metatype: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (given !== 3) raise(rt, TYPE_ERROR, `type.__new__() takes exactly 3 arguments (${given} given)`);
  const [name, basesArg, namespace] = args as [Ref, Ref, Ref];
  if ((rt.typeOf(name).flags & TypeFlag.STR_SUBCLASS) === 0) badArgument(rt, 'type.__new__', 'argument 1', 'str', name);
  if ((rt.typeOf(basesArg).flags & TypeFlag.TUPLE_SUBCLASS) === 0) badArgument(rt, 'type.__new__', 'argument 2', 'tuple', basesArg);
  if (!isAnyDict(rt, namespace)) raise(rt, TYPE_ERROR, `type.__new__() argument 3 must be ${rt.profile.words.namespaceWanted(typeName(rt, namespace))}`);
  const bases = itemsOf(rt, basesArg);
  for (const base of bases) {
    if ((rt.typeOf(base).flags & TypeFlag.TYPE_SUBCLASS) === 0) {
      const entries = yield* getAttrOrNull(rt, base, rt.name('__mro_entries__'));
      if (entries !== NULL) {
        heap.decref(entries);
        raise(rt, TYPE_ERROR, 'type() doesn\'t support MRO entry resolution; use types.new_class()');
      }
    }
  }
  const winner = calculateMetaclass(rt, metatype, bases);
  if (winner !== metatype) {
    const tpNew = rt.typeObject(winner).slots.tp_new!;
    if (tpNew !== rt.typeObject(TYPE).slots.tp_new) return yield* settle(rt, tpNew(rt, winner, args, keywords));
  }
  const text = rt.text(name);
  if (text.includes('\0')) raise(rt, VALUE_ERROR, 'type name must not contain null characters');
  const baseList = bases.length === 0 ? [OBJECT] : [...bases];
  const base = bestBase(rt, baseList);

  const dictTable = tableOf(rt, namespace).copy(rt);
  for (const key of dictTable.keys) heap.incref(key);
  for (const value of dictTable.values) heap.incref(value);
  const dict = heap.allocateTracked(DICT, dictTable);

  let type: Ref;
  try {
    type = yield* makeType(rt, winner, text, dict, base, baseList);
  } catch (error) {
    heap.decref(dict);
    throw error;
  }
  try {
    yield* finishClass(rt, type, dict, args, given, keywords);
  } catch (error) {
    heap.decref(type);
    throw error;
  }
  return type;
}

function* makeType(rt: Runtime, metatype: Ref, name: string, dict: Ref, base: Ref, bases: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const baseObject = rt.typeObject(base);
  const slotsRef = getNamespaceItem(rt, dict, rt.name('__slots__'));
  // A metaclass adds no dict: its instances are classes, whose `__dict__` is their namespace.
  const mayHaveDict = (baseObject.flags & (TypeFlag.MANAGED_DICT | TypeFlag.TYPE_SUBCLASS)) === 0;
  const mayHaveWeakrefs = (baseObject.flags & TypeFlag.WEAKREFS) === 0 && !baseObject.addsItems;
  let slots: SlotNames = { names: [], dict: mayHaveDict, weakref: mayHaveWeakrefs };
  if (slotsRef !== NULL) {
    heap.incref(slotsRef);
    try {
      slots = yield* readSlots(rt, name, slotsRef, baseObject);
    } finally {
      heap.decref(slotsRef);
    }
    for (const slot of slots.names) {
      // The compiler puts these two there, and they will be taken out.
      if (slot === '__qualname__' || slot === '__classcell__') continue;
      if (getNamespaceItem(rt, dict, rt.name(slot)) !== NULL) raise(rt, VALUE_ERROR, `'${slot}' in __slots__ conflicts with class variable`);
    }
    // A dict or weak references of a further base are inherited with its instances' layout.
    for (const other of bases) {
      const { flags } = rt.typeObject(other);
      if (other === base) continue;
      if ((flags & TypeFlag.MANAGED_DICT) !== 0 && mayHaveDict) slots = { ...slots, dict: true };
      if ((flags & TypeFlag.WEAKREFS) !== 0 && mayHaveWeakrefs) slots = { ...slots, weakref: true };
    }
  }

  const object = new TypeObject(name, 0, '');
  let flags = (baseObject.flags & inherited) | TypeFlag.HEAP | TypeFlag.BASETYPE;
  for (const other of bases) flags |= rt.typeObject(other).flags & (TypeFlag.SEQUENCE | TypeFlag.MAPPING);
  if (slots.dict && mayHaveDict) flags |= TypeFlag.MANAGED_DICT;
  if (slots.weakref && mayHaveWeakrefs) flags |= TypeFlag.WEAKREFS;
  // An instance holds its class, so the collector knows even those without a field of their own.
  flags |= TypeFlag.GC;
  object.flags = flags;
  object.layout = baseObject.layout;
  object.base = heap.incref(base);
  object.bases = newTuple(rt, copyRefs(rt, bases));
  object.dict = dict;
  object.valuesStart = baseObject.valuesStart + slots.names.length;
  object.ownsSlots = slots.names.length !== 0;
  object.addsItems = baseObject.addsItems;
  object.slotRuns = slots.names.length === 0 ? baseObject.slotRuns : [[baseObject.valuesStart, slots.names.length], ...baseObject.slotRuns];
  // Instances of exceptions keep a dict of their own, where BaseException has it.
  if ((flags & TypeFlag.MANAGED_DICT) !== 0 && hasInlineValues(rt, base, object.valuesStart > 1)) object.sharedKeys = newSharedKeys(rt, dict);

  const type = heap.allocate(metatype, object);
  if ((rt.typeObject(metatype).flags & TypeFlag.HEAP) !== 0) heap.incref(metatype);
  heap.onPlainAllocation(type);
  heap.track(type);
  object.qualname = takeQualname(rt, dict, name);
  rt.journal?.born(type);
  yield* setClassDefaults(rt, dict);
  try {
    // What `__class__` and `super()` in the methods read, and through what annotation scopes see the class's names.
    fillCell(rt, dict, '__classcell__', type);
    fillCell(rt, dict, '__classdictcell__', dict);
    yield* setMro(rt, type, bases);
  } catch (error) {
    // The caller releases the dict of a class that it does not get.
    heap.incref(dict);
    heap.decref(type);
    throw error;
  }
  // As type_ready(): the descriptors come once the cells are gone and the order is known.
  for (const [i, slot] of slots.names.entries()) {
    const member = heap.allocateTracked(MEMBER_DESCRIPTOR, new SlotMember(slot, baseObject.valuesStart + i, heap.incref(type)));
    setNamespaceItem(rt, dict, rt.name(slot), member);
  }
  if (slots.dict && mayHaveDict) addAttribute(rt, type, dict, subtypeDictAttribute);
  if (slots.weakref && mayHaveWeakrefs) addAttribute(rt, type, dict, weakrefAttribute);
  for (const other of bases) addSubclass(rt, other, type);
  if (getNamespaceItem(rt, dict, rt.name('__doc__')) === NULL) setNamespaceItem(rt, dict, rt.name('__doc__'), NONE);
  setHash(rt, dict);
  object.slots = {};
  updateNew(rt, type);
  updateSlots(rt, type);
  return type;
}

/** Mirrors add_subclass(): a weak reference in a dict of the base, neither of which exists as an object here. */
function addSubclass(rt: Runtime, base: Ref, type: Ref): void {
  const { subclasses } = rt.typeObject(base);
  if (subclasses.size === 0) rt.collector.allocated(Kind.DICT);
  subclasses.add(type);
  rt.collector.allocated(Kind.OTHER);
}

const inherited =
  TypeFlag.GC | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS | TypeFlag.REFS | TypeFlag.ANY_SUBCLASS | TypeFlag.NO_CLEAR | TypeFlag.SEQUENCE | TypeFlag.MAPPING;

/** `tp_new` is the slot that `__new__` along the MRO stands for. */
export function updateNew(rt: Runtime, type: Ref): void {
  const method = rt.heap.payload[lookupText(rt, type, '__new__')];
  const native = method instanceof BuiltinFunction && method.def.name === '__new__' ? rt.typeObject(method.self).slots.tp_new : undefined;
  rt.typeObject(type).slots.tp_new = native ?? slotNew;
}

/** Mirrors slot_tp_new(): `__new__` is called with the class and the arguments. */
const slotNew: NonNullable<Slots['tp_new']> = (rt, type, args, keywords) => begin(rt, callNew(rt, type, args, keywords));

function* callNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const found = lookupText(rt, type, '__new__');
  const get = rt.typeOf(found).slots.tp_descr_get;
  const method = get === undefined ? rt.heap.incref(found) : yield* settle(rt, get(rt, found, NULL, type));
  try {
    return yield { callable: method, args: [type, ...args], keywords };
  } finally {
    rt.heap.decref(method);
  }
}

function takeQualname(rt: Runtime, dict: Ref, name: string): Ref {
  const table = tableOf(rt, dict);
  const at = table.findStr(rt, rt.name('__qualname__'));
  if (at < 0) return rt.newStr(name);
  const qualname = table.values[at]!;
  if ((rt.typeOf(qualname).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `type __qualname__ must be a str, not ${typeName(rt, qualname)}`);
  rt.heap.decref(table.keys[at]!);
  table.remove(rt, at);
  return qualname;
}

/** `__module__`, and the methods that are static or class methods without saying so. */
function* setClassDefaults(rt: Runtime, dict: Ref): Steps<void> {
  const { heap } = rt;
  if (getNamespaceItem(rt, dict, rt.name('__module__')) === NULL) {
    const globals = pythonFrame(rt.activation)?.globals ?? NULL;
    const module = globals === NULL ? NULL : getNamespaceItem(rt, globals, rt.name('__name__'));
    if (module !== NULL) setNamespaceItem(rt, dict, rt.name('__module__'), heap.incref(module));
  }
  for (const [name, kind] of [['__new__', STATICMETHOD], ['__init_subclass__', CLASSMETHOD], ['__class_getitem__', CLASSMETHOD]] as const) {
    const method = getNamespaceItem(rt, dict, rt.name(name));
    if (method === NULL || heap.type[method] !== FUNCTION) continue;
    const wrapper = heap.allocateTracked(kind, { callable: heap.incref(method) });
    if (rt.profile.wrapsSpecialMethods) yield* copyWrapped(rt, wrapper, method);
    setNamespaceItem(rt, dict, rt.name(name), wrapper);
  }
}

function addAttribute(rt: Runtime, type: Ref, dict: Ref, attribute: NativeAttribute): void {
  const name = rt.name(attribute.name);
  if (getNamespaceItem(rt, dict, name) !== NULL) return;
  const { heap, profile } = rt;
  const descriptor = profile.sharesDescriptors
    ? heap.incref(sharedDescriptor(rt, attribute))
    : heap.allocateTracked(GETSET_DESCRIPTOR, new ClassAttribute(attribute, heap.incref(type)));
  setNamespaceItem(rt, dict, name, descriptor);
}

/** The keys that instances will have in common: none yet, or since 3.14 those that the class's methods set (_PyDict_NewKeysForClass). */
function newSharedKeys(rt: Runtime, dict: Ref): SharedKeys {
  const keys: SharedKeys = { names: [], index: new Map() };
  const known = rt.profile.sharesStaticAttributes ? getNamespaceItem(rt, dict, rt.name('__static_attributes__')) : NULL;
  if (known === NULL || rt.heap.type[known] !== TUPLE) return keys;
  for (const name of itemsOf(rt, known)) {
    if (rt.heap.type[name] !== STR || keys.names.length >= sharedKeysMax) continue;
    const interned = rt.intern(rt.text(name));
    if (keys.index.has(interned)) rt.heap.decref(interned);
    else keys.names.push(interned);
    keys.index.set(interned, keys.index.get(interned) ?? keys.names.length - 1);
  }
  return keys;
}

/** A class with `__eq__` and no `__hash__` is unhashable. */
function setHash(rt: Runtime, dict: Ref): void {
  const eq = getNamespaceItem(rt, dict, rt.name('__eq__'));
  if (eq !== NULL && getNamespaceItem(rt, dict, rt.name('__hash__')) === NULL) setNamespaceItem(rt, dict, rt.name('__hash__'), NONE);
}

/**
 * Sets `mro` and `linearization`, calling a metaclass's own `mro()` (mro_internal). That method sees the class without
 * an order, or with the old one, and may itself set another: then its own answer is dropped, and this answers false.
 */
export function* setMro(rt: Runtime, type: Ref, bases: readonly Ref[]): Steps<boolean> {
  const { heap } = rt;
  const object = rt.typeObject(type);
  const old = object.mro;
  const custom = lookupText(rt, heap.type[type]!, 'mro');
  const order = custom === lookupText(rt, TYPE, 'mro') ? copyRefs(rt, linearize(rt, type, bases)) : yield* customOrder(rt, type, custom);
  if (object.mro !== old) {
    for (const item of order) heap.decref(item);
    return false;
  }
  object.linearization = [...order];
  object.mro = newTuple(rt, order);
  rt.typeModified(type);
  heap.xdecref(old);
  return true;
}

/** What a metaclass's own `mro()` answers, owned and checked (mro_invoke, mro_check). */
function* customOrder(rt: Runtime, type: Ref, method: Ref): Steps<Ref[]> {
  const { heap } = rt;
  const bound = yield* bindAttribute(rt, method, type);
  let result: Ref;
  try {
    result = yield { callable: bound, args: [], keywords: NULL };
  } finally {
    heap.decref(bound);
  }
  let items: Ref[];
  try {
    items = yield* collect(rt, result);
  } finally {
    heap.decref(result);
  }
  try {
    checkOrder(rt, type, items);
  } catch (error) {
    for (const item of items) heap.decref(item);
    throw error;
  }
  return items;
}

function checkOrder(rt: Runtime, type: Ref, order: readonly Ref[]): void {
  if (order.length === 0) raise(rt, TYPE_ERROR, 'type MRO must not be empty');
  const solid = solidBase(rt, type);
  for (const item of order) {
    if ((rt.typeOf(item).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, answersOf(rt.profile.version).notAClass(fullNameOfType(rt, type), typeName(rt, item)));
    if (!isSubtype(rt, solid, solidBase(rt, item))) raise(rt, TYPE_ERROR, answersOf(rt.profile.version).unsuitableBase(fullNameOfType(rt, type), rt.typeObject(item).name));
  }
}

/** Puts `value` into the cell that the class body left under `name`, and removes the name (type_new_set_classcell). */
function fillCell(rt: Runtime, dict: Ref, name: string, value: Ref): void {
  const { heap } = rt;
  const key = rt.name(name);
  const cell = getNamespaceItem(rt, dict, key);
  if (cell === NULL) return;
  if (heap.type[cell] !== CELL) raise(rt, TYPE_ERROR, `type.__new__() argument ${name} must be a nonlocal cell, not ${typeName(rt, cell)}`);
  const { contents } = cellOf(rt, cell);
  cellOf(rt, cell).contents = heap.incref(value);
  if (contents !== NULL) heap.decref(contents);
  const table = tableOf(rt, dict);
  const at = table.findStr(rt, key);
  const stored = table.keys[at]!;
  table.remove(rt, at);
  heap.decref(stored);
  heap.decref(cell);
}

function* finishClass(rt: Runtime, type: Ref, dict: Ref, args: readonly Ref[], given: number, keywords: Ref): Steps<void> {
  const { heap } = rt;
  const table = tableOf(rt, dict);
  if (rt.profile.warnsOfOddNamespaces && table.keys.some((key) => key !== NULL && (rt.typeOf(key).flags & TypeFlag.STR_SUBCLASS) === 0)) {
    yield* rt.hooks.warn(rt, RUNTIME_WARNING, `non-string key in the __dict__ of class ${rt.typeObject(type).name}`, 1, NULL);
  }
  // 7 `__set_name__`, over a copy because the hooks may change the class
  const entries: [Ref, Ref][] = [];
  for (let i = 0; i < table.keys.length; i++) if (table.keys[i] !== NULL) entries.push([heap.incref(table.keys[i]!), heap.incref(table.values[i]!)]);
  try {
    for (const [key, value] of entries) yield* callSetName(rt, type, key, value);
  } finally {
    for (const [key, value] of entries) {
      heap.decref(key);
      heap.decref(value);
    }
  }
  // 8 `__init_subclass__` of the parents
  yield* callInitSubclass(rt, type, args.slice(given), keywords);
}

function* callSetName(rt: Runtime, type: Ref, key: Ref, value: Ref): Steps<void> {
  const { heap } = rt;
  const method = lookupText(rt, heap.type[value]!, '__set_name__');
  if (method === NULL) return;
  const bound = yield* bindAttribute(rt, method, value);
  try {
    heap.decref(yield { callable: bound, args: [type, key], keywords: NULL });
  } catch (error) {
    const exception = caught(rt, error);
    const keyRepr = yield* settle(rt, repr(rt, key));
    const message = `Error calling __set_name__ on '${typeName(rt, value)}' instance ${rt.text(keyRepr)} in '${rt.typeObject(type).name}'`;
    heap.decref(keyRepr);
    if (rt.profile.setNameErrorsGetNote) addNote(rt, exception, message);
    wrapError(rt, exception, message);
  } finally {
    heap.decref(bound);
  }
}

/** 3.12 and later: the error flies on with a note. */
function addNote(rt: Runtime, exception: Ref, message: string): never {
  const { heap } = rt;
  const dict = instanceDict(rt, exception);
  const name = rt.name('__notes__');
  let notes = getNamespaceItem(rt, dict, name);
  if (notes === NULL) setNamespaceItem(rt, dict, name, (notes = newList(rt, [])));
  (heap.payload[notes] as Ref[]).push(rt.newStr(message));
  rethrow(rt, exception);
}

/** Up to 3.11: a RuntimeError caused by it (_PyErr_FormatFromCause). */
function wrapError(rt: Runtime, exception: Ref, message: string): never {
  const { heap } = rt;
  const wrapper = newException(rt, RUNTIME_ERROR, [rt.newStr(message)]);
  const payload = exceptionOf(rt, wrapper);
  payload.cause = exception;
  payload.context = heap.incref(exception);
  payload.suppressContext = true;
  rethrow(rt, wrapper);
}

function* callInitSubclass(rt: Runtime, type: Ref, values: readonly Ref[], keywords: Ref): Steps<void> {
  const { heap } = rt;
  const name = rt.name('__init_subclass__');
  const { linearization, name: typeName } = rt.typeObject(type);
  // CPython asks `super(type, type)`, which needs the class in its own order: a `mro()` may have left it out.
  if (!linearization.includes(type)) raise(rt, TYPE_ERROR, rt.profile.words.superMismatch(typeName, `type ${typeName}`));
  for (const ancestor of linearization.slice(linearization.indexOf(type) + 1)) {
    const { dict } = rt.typeObject(ancestor);
    const method = dict === NULL ? NULL : getNamespaceItem(rt, dict, name);
    if (method === NULL) continue;
    const get = rt.typeOf(method).slots.tp_descr_get!;
    const bound = yield* settle(rt, get(rt, method, type, type));
    try {
      heap.decref(yield { callable: bound, args: values, keywords });
    } finally {
      heap.decref(bound);
    }
    return;
  }
}
