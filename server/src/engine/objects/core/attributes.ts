import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, STR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { hashHigh, hashString } from '../../text/hash.ts';
import { caught, matches, raise, raiseAttributeError, raiseUnsettable, rethrow } from './errors.ts';
import { sharedKeysMax, type DictTable } from './dicttable.ts';
import { lookup, nameOfType, typeName } from './lookup.ts';
import { newDict, tableOf } from './make.ts';
import type { Runtime } from './runtime.ts';
import { settle, type Steps } from './suspend.ts';
import { mayBeTracked } from './tracking.ts';
import { freshVersion, type SharedKeys, type TypeObject } from './typeobject.ts';

/** `name` must be an interned str. */
export function getAttr(rt: Runtime, object: Ref, name: Ref): Eventual {
  const get = rt.typeOf(object).slots.tp_getattro;
  return get === undefined || get === genericGetAttr ? genericGetAttr(rt, object, name) : get(rt, object, name);
}

export const getAttrText = (rt: Runtime, object: Ref, name: string): Eventual => getAttr(rt, object, rt.name(name));

/** The attribute, or NULL where AttributeError was raised (PyObject_GetOptionalAttr). */
export function* getAttrOrNull(rt: Runtime, object: Ref, name: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, getAttr(rt, object, name));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, ATTRIBUTE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

/** `value` NULL deletes. Answers NULL. */
export function setAttr(rt: Runtime, object: Ref, name: Ref, value: Ref): Eventual {
  const set = rt.typeOf(object).slots.tp_setattro;
  return set === undefined ? genericSetAttr(rt, object, name, value) : set(rt, object, name, value);
}

/** Mirrors PyObject_GenericGetAttr(): 1 data descriptor; 2 instance dict; 3 other descriptor; 4 class attribute. */
export function genericGetAttr(rt: Runtime, object: Ref, name: Ref): Eventual {
  const { heap } = rt;
  const found = lookup(rt, heap.type[object]!, name);
  let get: TypeObject['slots']['tp_descr_get'];
  if (found !== NULL) {
    const { slots } = rt.typeOf(found);
    get = slots.tp_descr_get;
    if (get !== undefined && slots.tp_descr_set !== undefined) return get(rt, found, object, heap.type[object]!);
  }
  const own = instanceValue(rt, object, name);
  if (own !== NULL) return heap.incref(own);
  if (get !== undefined) return get(rt, found, object, heap.type[object]!);
  if (found !== NULL) return heap.incref(found);
  return missingAttribute(rt, object, name);
}

function missingAttribute(rt: Runtime, object: Ref, name: Ref): never {
  raiseAttributeError(rt, object, name, `'${typeName(rt, object)}' object has no attribute '${rt.text(name)}'`);
}

function missingToDelete(rt: Runtime, object: Ref, name: Ref, isInline: boolean): never {
  return raiseUnsettable(rt, object, name, `'${typeName(rt, object)}' object has no attribute '${rt.text(name)}'`, isInline);
}

/** Whether a dict was made of inline values and still shares them; where it is not known, whether it is small enough. */
const isOfInlineValues = (rt: Runtime, object: Ref, table: DictTable): boolean =>
  rt.profile.dictsShareInlineValues ? table.owner === object : table.keys.length < sharedKeysMax;

/** The instance's own attribute, borrowed, or NULL: from its dict if it has one, else from its inline values. */
export function instanceValue(rt: Runtime, object: Ref, name: Ref): Ref {
  const attributes = rt.heap.attributes[object];
  if (attributes === undefined) return NULL;
  const dict = attributes[0];
  if (dict !== undefined && dict !== NULL) {
    const table = tableOf(rt, dict);
    const at = table.findStr(rt, name);
    return at >= 0 ? table.values[at]! : NULL;
  }
  const type = rt.typeOf(object);
  const index = type.sharedKeys?.index.get(name);
  return index === undefined ? NULL : (attributes[type.valuesStart + index] ?? NULL);
}

/** Mirrors PyObject_GenericSetAttr(). */
export function genericSetAttr(rt: Runtime, object: Ref, name: Ref, value: Ref): Eventual {
  const { heap } = rt;
  const typeRef = heap.type[object]!;
  const found = lookup(rt, typeRef, name);
  if (found !== NULL) {
    const set = rt.typeOf(found).slots.tp_descr_set;
    if (set !== undefined) return set(rt, found, object, value);
  }
  const type = rt.typeObject(typeRef);
  if ((type.flags & TypeFlag.MANAGED_DICT) === 0) {
    if (found !== NULL) raise(rt, ATTRIBUTE_ERROR, `'${nameOfType(rt, typeRef)}' object attribute '${rt.text(name)}' is read-only`);
    raiseUnsettable(rt, object, name, rt.profile.words.noAttributeToSet(nameOfType(rt, typeRef), rt.text(name)));
  }
  if (value === NULL) deleteInstanceValue(rt, object, name, type);
  else setInstanceValue(rt, object, name, value, type);
  return NULL;
}

/** Stores an attribute in the instance itself; counts the reference. */
export function setInstanceValue(rt: Runtime, object: Ref, name: Ref, value: Ref, type: TypeObject): void {
  const { heap } = rt;
  const attributes = (heap.attributes[object] ??= [NULL]);
  heap.refcount[value]!++;
  const dict = attributes[0];
  if (dict === NULL && type.sharedKeys !== null) {
    const index = type.sharedKeys.index.get(name) ?? newSharedIndex(rt, heap.type[object]!, type, type.sharedKeys, name);
    if (index >= 0) {
      storeInline(rt, object, attributes, type, index, value);
      return;
    }
  }
  setNamespaceItem(rt, dict !== undefined && dict !== NULL ? dict : instanceDict(rt, object), name, value);
}

/** Adds a name to the shared keys, if there is room: its position, or −1. */
function newSharedIndex(rt: Runtime, typeRef: Ref, type: TypeObject, keys: SharedKeys, name: Ref): number {
  if (keys.names.length >= sharedKeysMax) return -1;
  keys.index.set(rt.heap.incref(name), keys.names.length);
  keys.names.push(name);
  // What was cached of the class's own attribute of this name does not hold for every instance any more.
  if (lookup(rt, typeRef, name) !== NULL) type.version = freshVersion();
  return keys.names.length - 1;
}

/** Stores an inline value, whose reference it takes, at its place among the shared keys. */
export function storeInline(rt: Runtime, object: Ref, attributes: Ref[], type: TypeObject, index: number, value: Ref): void {
  const at = type.valuesStart + index;
  const old = at < attributes.length ? attributes[at]! : NULL;
  if (old === NULL) {
    while (attributes.length < at) attributes.push(NULL);
    noteInsertion(rt, object, attributes, type, index);
  }
  attributes[at] = value;
  if (old !== NULL) rt.heap.decref(old);
}

/** Keeps the order of insertion where it is not the order of the shared keys. */
function noteInsertion(rt: Runtime, object: Ref, attributes: Ref[], type: TypeObject, index: number): void {
  const { valueOrder } = rt.heap;
  const order = valueOrder.size === 0 ? undefined : valueOrder.get(object);
  if (order !== undefined) {
    order.push(index);
    return;
  }
  const at = type.valuesStart + index;
  let last = attributes.length - 1;
  while (last > at && attributes[last] === NULL) last--;
  if (last <= at) return;
  const set: number[] = [];
  for (let i = type.valuesStart; i < attributes.length; i++) if (attributes[i] !== NULL) set.push(i - type.valuesStart);
  valueOrder.set(object, [...set, index]);
}

function deleteInstanceValue(rt: Runtime, object: Ref, name: Ref, type: TypeObject): void {
  const { heap } = rt;
  const attributes = heap.attributes[object];
  const dict = attributes?.[0] ?? NULL;
  if (dict !== NULL) {
    const table = tableOf(rt, dict);
    const at = table.findStr(rt, name);
    if (at < 0) missingToDelete(rt, object, name, type.sharedKeys !== null && isOfInlineValues(rt, object, table));
    const key = table.keys[at]!;
    const value = table.values[at]!;
    table.remove(rt, at);
    heap.decref(key);
    heap.decref(value);
    return;
  }
  const index = type.sharedKeys?.index.get(name);
  const value = index === undefined || attributes === undefined ? NULL : (attributes[type.valuesStart + index] ?? NULL);
  if (value === NULL || index === undefined) missingToDelete(rt, object, name, type.sharedKeys !== null);
  const order = inlineOrder(rt, object, type);
  heap.valueOrder.set(
    object,
    order.filter((i) => i !== index),
  );
  attributes![type.valuesStart + index] = NULL;
  heap.decref(value);
}

/** Indices of the inline values that are set, in order of insertion. */
function inlineOrder(rt: Runtime, object: Ref, type: TypeObject): number[] {
  const known = rt.heap.valueOrder.get(object);
  if (known !== undefined) return known;
  const attributes = rt.heap.attributes[object] ?? [];
  const order: number[] = [];
  for (let i = type.valuesStart; i < attributes.length; i++) if (attributes[i] !== NULL) order.push(i - type.valuesStart);
  return order;
}

/** Whether the instance's `__dict__` is there and not empty, or would be (_PyObject_IsInstanceDictEmpty). */
export function hasAttributes(rt: Runtime, object: Ref): boolean {
  const { heap } = rt;
  const attributes = heap.attributes[object];
  const type = rt.typeOf(object);
  if (attributes === undefined || (type.flags & TypeFlag.MANAGED_DICT) === 0) return false;
  const dict = attributes[0] ?? NULL;
  if (dict !== NULL) return tableOf(rt, dict).used !== 0;
  return type.sharedKeys !== null && inlineOrder(rt, object, type).length !== 0;
}

/** The instance's `__dict__`, made of its inline values if need be: borrowed (_PyObject_GetDictPtr, PyObject_GenericGetDict). */
export function instanceDict(rt: Runtime, object: Ref): Ref {
  const { heap } = rt;
  const attributes = (heap.attributes[object] ??= [NULL]);
  const known = attributes[0];
  if (known !== undefined && known !== NULL) return known;
  const type = rt.typeOf(object);
  const dict = newDict(rt);
  const table = tableOf(rt, dict);
  if (type.sharedKeys !== null) {
    for (const index of inlineOrder(rt, object, type)) {
      const value = attributes[type.valuesStart + index]!;
      table.append(rt, heap.incref(type.sharedKeys.names[index]!), value);
      trackForValue(rt, dict, value);
    }
    attributes.length = Math.min(attributes.length, type.valuesStart);
    if (heap.valueOrder.delete(object)) table.places = new Map(type.sharedKeys.index);
    if (rt.profile.dictsShareInlineValues) table.owner = object;
  }
  attributes[0] = dict;
  return dict;
}

/** A dict starts being tracked with its first value that may be part of a cycle (MAINTAIN_TRACKING, up to 3.13). */
export function trackForValue(rt: Runtime, dict: Ref, value: Ref): void {
  if (!rt.heap.isTracked(dict) && mayBeTracked(rt.heap, value)) rt.heap.track(dict);
}

/** Stores into a dict that is a namespace (str keys): takes over `value`, counts the key. */
export function setNamespaceItem(rt: Runtime, dict: Ref, name: Ref, value: Ref): void {
  const table = tableOf(rt, dict);
  const at = table.findStr(rt, name);
  if (at >= 0) {
    const old = table.values[at]!;
    table.values[at] = value;
    trackForValue(rt, dict, value);
    rt.heap.decref(old);
    return;
  }
  const low = table.chains === null ? 0 : hashString(rt.text(name));
  table.append(rt, rt.heap.incref(name), value, low, hashHigh());
  trackForValue(rt, dict, value);
}

/** A namespace's value, borrowed, or NULL. */
export function getNamespaceItem(rt: Runtime, dict: Ref, name: Ref): Ref {
  const table = tableOf(rt, dict);
  const at = table.findStr(rt, name);
  return at >= 0 ? table.values[at]! : NULL;
}

/** Takes a name out of a namespace, if it is there. */
export function removeNamespaceItem(rt: Runtime, dict: Ref, name: Ref): void {
  const table = tableOf(rt, dict);
  const at = table.findStr(rt, name);
  if (at < 0) return;
  const released = [table.keys[at]!, table.values[at]!];
  table.remove(rt, at);
  rt.heap.deaths.drop(released);
}

/** An attribute name given by the program: the interned str of its text (`getattr`, `setattr`). Borrowed. */
export function attributeName(rt: Runtime, name: Ref): Ref {
  const { heap } = rt;
  if (heap.type[name] !== STR && (rt.typeOf(name).flags & TypeFlag.STR_SUBCLASS) === 0) {
    raise(rt, TYPE_ERROR, rt.profile.words.attributeNameType(typeName(rt, name)));
  }
  return rt.name(rt.text(name));
}
