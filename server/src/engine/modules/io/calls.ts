import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TRUE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttrText, getAttrOrNull, getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { toSize } from '../../objects/arguments.ts';
import { UNSUPPORTED_OPERATION } from './types.ts';

/** Calls a method by name; the arguments stay the caller's. */
export function* callMethod(rt: Runtime, object: Ref, name: string, ...args: readonly Ref[]): Steps<Ref> {
  const method = yield* settle(rt, getAttrText(rt, object, name));
  try {
    return yield { callable: method, args, keywords: NULL };
  } finally {
    rt.heap.decref(method);
  }
}

/** Calls a method for what it does. */
export function* doMethod(rt: Runtime, object: Ref, name: string, ...args: readonly Ref[]): Steps<void> {
  rt.heap.decref(yield* callMethod(rt, object, name, ...args));
}

/** Calls a method that answers a truth value. */
export function* askMethod(rt: Runtime, object: Ref, name: string): Steps<boolean> {
  const answer = yield* callMethod(rt, object, name);
  try {
    return answer === TRUE || (yield* truth(rt, answer));
  } finally {
    rt.heap.decref(answer);
  }
}

/** The truth of an attribute. */
export function* askAttribute(rt: Runtime, object: Ref, name: string): Steps<boolean> {
  const value = yield* settle(rt, getAttrText(rt, object, name));
  try {
    return value === TRUE || (yield* truth(rt, value));
  } finally {
    rt.heap.decref(value);
  }
}

/** An object of exactly this type of which nobody has replaced the method: what the type does is what happens. */
export function isPlain(rt: Runtime, object: Ref, type: Ref, method: string): boolean {
  if (rt.heap.type[object] !== type) return false;
  const dict = rt.heap.attributes[object]?.[0] ?? NULL;
  return dict === NULL || getNamespaceItem(rt, dict, rt.name(method)) === NULL;
}

export function unsupportedOperation(rt: Runtime, message: string): never {
  raise(rt, UNSUPPORTED_OPERATION, message);
}

/** A size argument: absent and None are −1 (_Py_convert_optional_to_ssize_t). */
export function* sizeArgument(rt: Runtime, object: Ref): Steps<number> {
  if (object === NULL || object === NONE) return -1;
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `argument should be integer or None, not '${typeName(rt, object)}'`);
  return toSize(rt, yield* index(rt, object));
}

export const closedError = (rt: Runtime): never => raise(rt, VALUE_ERROR, 'I/O operation on closed file.');

/** The attribute `name` of an object; null where there is none. */
export function* nameOf(rt: Runtime, object: Ref): Steps<Ref> {
  return yield* getAttrOrNull(rt, object, rt.name('name'));
}

/** The flags of a type of `_io` that a program can derive from. */
export const ioFlags = TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS;
