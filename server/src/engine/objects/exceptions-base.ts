import { TypeFlag, type Heap, type Layout } from '../heap/heap.ts';
import { EMPTY_STR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { errorsOf, type ErrorsProfile } from '../versions/errors.ts';
import { CONTAINER, defineType, type TypeSpec } from './core/define.ts';
import { ExceptionObject, exceptionOf, orNone, raise, registerFields } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { copyRefs, itemsOf, newTuple } from './core/make.ts';
import type { NativeAttribute } from './core/native.ts';
import { repr, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { settle, type Steps } from './core/suspend.ts';

/** What all exception types are made of. */

export const errorsProfile = (rt: Runtime): ErrorsProfile => errorsOf(rt.profile.version);

/** The arguments that were given by position. */
export function positionals(rt: Runtime, args: readonly Ref[], keywords: Ref): readonly Ref[] {
  return keywords === NULL ? args : args.slice(0, args.length - itemsOf(rt, keywords).length);
}

export function refuseKeywords(rt: Runtime, name: string, keywords: Ref): void {
  if (keywords !== NULL && itemsOf(rt, keywords).length !== 0) raise(rt, TYPE_ERROR, `${name}() takes no keyword arguments`);
}

/** Mirrors BaseException_new(). */
export function exceptionNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  return newInstance(rt, type, new ExceptionObject(newTuple(rt, copyRefs(rt, positionals(rt, args, keywords)))));
}

/** Mirrors BaseException_init(). */
export function exceptionInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Ref {
  refuseKeywords(rt, typeName(rt, self), keywords);
  setArgs(rt, exceptionOf(rt, self), args);
  return NULL;
}

/** `__new__` and `__init__` get the same tuple in CPython, so one that holds these arguments already stays. */
export function setArgs(rt: Runtime, exception: ExceptionObject, args: readonly Ref[]): void {
  const old = exception.args;
  if (old !== NULL) {
    const items = itemsOf(rt, old);
    if (items.length === args.length && items.every((item, i) => item === args[i])) return;
  }
  exception.args = newTuple(rt, copyRefs(rt, args));
  rt.heap.xdecref(old);
}

/** The `__init__` of a type without keywords whose members follow from its arguments. */
export const initFrom =
  (set: (rt: Runtime, exception: ExceptionObject) => void): NonNullable<Slots['tp_init']> =>
  (rt, self, args, keywords) => {
    exceptionInit(rt, self, args, keywords);
    set(rt, exceptionOf(rt, self));
    return NULL;
  };

/** Mirrors BaseException_str(). */
export function exceptionStr(rt: Runtime, self: Ref): Eventual {
  const { args } = exceptionOf(rt, self);
  if (args === NULL) return EMPTY_STR;
  const items = itemsOf(rt, args);
  if (items.length === 0) return EMPTY_STR;
  return str(rt, items.length === 1 ? items[0]! : args);
}

/** Mirrors BaseException_repr(). */
export function* exceptionRepr(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  // A type written in C goes by the last part of its name (_PyType_Name).
  const { name } = rt.typeOf(self);
  const args = heap.incref(exceptionOf(rt, self).args);
  const items = itemsOf(rt, args);
  try {
    const shown = yield* settle(rt, repr(rt, items.length === 1 ? items[0]! : args));
    const text = rt.text(shown);
    heap.decref(shown);
    return rt.newStr(name + (items.length === 1 ? `(${text})` : text));
  } finally {
    heap.decref(args);
  }
}

export const fieldOf = (rt: Runtime, exception: Ref, index: number): Ref => exceptionOf(rt, exception).fields[index] ?? NULL;

/** Takes over `value`. */
export function setField(rt: Runtime, exception: ExceptionObject, index: number, value: Ref): void {
  const { fields } = exception;
  while (fields.length <= index) fields.push(NULL);
  const old = fields[index]!;
  fields[index] = value;
  rt.heap.xdecref(old);
}

/** A member that is any object, None when unset. */
export const memberField = (name: string, index: number, readonly = false): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => orNone(rt, fieldOf(rt, self, index)),
  ...(!readonly && {
    set: (rt: Runtime, self: Ref, value: Ref): Ref => {
      setField(rt, exceptionOf(rt, self), index, value === NULL ? NULL : rt.heap.incref(value));
      return NULL;
    },
  }),
});

function traverse(payload: unknown, visit: (ref: Ref) => void): void {
  const { fields, args, traceback, cause, context } = payload as ExceptionObject;
  for (const field of fields) if (field !== NULL) visit(field);
  if (args !== NULL) visit(args);
  if (traceback !== NULL) visit(traceback);
  if (cause !== NULL) visit(cause);
  if (context !== NULL) visit(context);
}

/** Mirrors BaseException_clear() behind the clear functions of the types with members: the dict goes after those. */
function clear(payload: unknown, released: Ref[], heap: Heap, object: Ref): void {
  const exception = payload as ExceptionObject;
  const { fields, args, traceback, cause, context } = exception;
  const attributes = heap.attributes[object];
  const dict = attributes?.[0] ?? NULL;
  if (dict !== NULL) attributes![0] = NULL;
  for (const owned of [...fields, dict, args, traceback, cause, context]) if (owned !== NULL) released.push(owned);
  exception.fields = [];
  exception.args = NULL;
  exception.traceback = NULL;
  exception.cause = NULL;
  exception.context = NULL;
}

export const exceptionLayout: Layout = { traverse, clear };

type ExceptionSpec = Omit<TypeSpec, 'flags' | 'slots'> & {
  readonly base: Ref;
  readonly slots?: Slots;
  readonly flags?: number;
  /** Its attributes can be set, as those of a class that C makes while the program runs. */
  readonly mutable?: boolean;
  /** See `registerFields`. */
  readonly fields?: (rt: Runtime, exception: ExceptionObject) => void;
};

/** Registers an exception type. */
export function defineException(spec: ExceptionSpec): void {
  const { slots = {}, fields, flags = 0, mutable = false, ...rest } = spec;
  if (fields !== undefined) registerFields(fields, spec.handle);
  defineType({ ...rest, flags: (mutable ? CONTAINER & ~TypeFlag.IMMUTABLE : CONTAINER) | flags, slots });
}

export const isException = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0;

/** Whether an object is a class of exceptions (PyExceptionClass_Check). */
export const isExceptionClass = (rt: Runtime, object: Ref): boolean =>
  (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && (rt.typeObject(object).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0;
