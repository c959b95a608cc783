import { ATTRIBUTE_ERROR, KEY_ERROR, NAME_ERROR, NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { TextError } from '../../text/error.ts';
import { exceptionTypeNamed } from './exceptiontypes.ts';
import { newInstance } from './instance.ts';
import { newBytes, newTuple } from './make.ts';
import type { Runtime } from './runtime.ts';
import { PythonError } from './suspend.ts';

/** Payload of an exception. All handles are owned; NULL where Python shows None. `fields` are the type's own members. */
export class ExceptionObject {
  traceback: Ref = NULL;
  cause: Ref = NULL;
  context: Ref = NULL;
  suppressContext = false;
  fields: Ref[] = [];
  constructor(public args: Ref) {}
}

export const exceptionOf = (rt: Runtime, exception: Ref): ExceptionObject => rt.heap.payload[exception] as ExceptionObject;

type FieldSetter = (rt: Runtime, exception: ExceptionObject) => void;

const fieldSetters = new Map<Ref, FieldSetter>();

/** Registers what the `__init__` of a built-in type puts into `fields`, given the `args` set already. */
export function registerFields(set: FieldSetter, ...types: readonly Ref[]): void {
  for (const type of types) fieldSetters.set(type, set);
}

/** A new exception of a built-in type; takes over `args`. */
export function newException(rt: Runtime, type: Ref, args: Ref[]): Ref {
  const payload = new ExceptionObject(newTuple(rt, args));
  fieldSetters.get(type)?.(rt, payload);
  return newInstance(rt, type, payload);
}

/** Starts raising `exception`, whose reference it takes (_PyErr_SetObject: the handled exception becomes its context). */
export function throwException(rt: Runtime, exception: Ref): never {
  setContext(rt, exception);
  throw rethrowLater(rt, exception);
}

/** Links the exception being handled as `__context__`, cutting the chain where it would become a ring. */
export function setContext(rt: Runtime, exception: Ref): void {
  const handled = rt.handledException();
  if (handled === NULL || handled === exception) return;
  const payload = exceptionOf(rt, exception);
  // A program can make a ring that `exception` is not in: `slow` follows at half the pace, and meets `link` there.
  let slow = handled;
  let slowMoves = false;
  for (let link = handled; link !== NULL; ) {
    const inner = exceptionOf(rt, link);
    if (inner.context === exception) {
      inner.context = NULL;
      rt.heap.decref(exception);
      break;
    }
    link = inner.context;
    if (link === slow) break;
    if (slowMoves) slow = exceptionOf(rt, slow).context;
    slowMoves = !slowMoves;
  }
  const old = payload.context;
  payload.context = rt.heap.incref(handled);
  rt.heap.xdecref(old);
}

function rethrowLater(rt: Runtime, exception: Ref): PythonError {
  rt.exception = exception;
  return PythonError.raised;
}

/** Goes on raising an exception taken by `caught`. */
export function rethrow(rt: Runtime, exception: Ref): never {
  throw rethrowLater(rt, exception);
}

export function raise(rt: Runtime, type: Ref, message: string): never {
  throwException(rt, newException(rt, type, [rt.newStr(message)]));
}

/** Raises with these arguments, whose references it takes. */
export function raiseWith(rt: Runtime, type: Ref, ...args: Ref[]): never {
  throwException(rt, newException(rt, type, args));
}

export function raiseKeyError(rt: Runtime, key: Ref): never {
  raiseWith(rt, KEY_ERROR, rt.heap.incref(key));
}

/** Indices of `fields` for the exceptions that the engine itself fills in. */
export const enum ExceptionField {
  ATTRIBUTE_NAME = 0,
  ATTRIBUTE_OBJECT = 1,
  NAME_NAME = 0,
  STOP_VALUE = 0,
  EXIT_CODE = 0,
  IMPORT_MESSAGE = 0,
  IMPORT_NAME = 1,
  IMPORT_PATH = 2,
}

export function raiseAttributeError(rt: Runtime, object: Ref, name: Ref, message: string): never {
  const exception = newException(rt, ATTRIBUTE_ERROR, [rt.newStr(message)]);
  exceptionOf(rt, exception).fields = [rt.heap.incref(name), rt.heap.incref(object)];
  throwException(rt, exception);
}

/** Of an attribute that cannot be set or deleted, as it is not there. The error knows name and object in some versions only. */
export function raiseUnsettable(rt: Runtime, object: Ref, name: Ref, message: string, isInline = false): never {
  const { namesUnsettable } = rt.profile;
  if (namesUnsettable === 'always' || (namesUnsettable === 'of dicts' && !isInline)) raiseAttributeError(rt, object, name, message);
  return raise(rt, ATTRIBUTE_ERROR, message);
}

export function raiseNameError(rt: Runtime, name: Ref, message: string, type: Ref = NAME_ERROR): never {
  const exception = newException(rt, type, [rt.newStr(message)]);
  if (type === NAME_ERROR) exceptionOf(rt, exception).fields = [rt.heap.incref(name)];
  throwException(rt, exception);
}

/** In a catch clause: the Python exception, owned. Anything else that was thrown flies on. */
export function caught(rt: Runtime, error: unknown): Ref {
  if (error !== PythonError.raised) throw error;
  const exception = rt.exception;
  rt.exception = NULL;
  return exception;
}

export function matches(rt: Runtime, exception: Ref, type: Ref): boolean {
  return rt.typeOf(exception).linearization.includes(type);
}

/** Runs `f`, turning the errors of `engine/text` into Python exceptions. */
export function textErrors<T>(rt: Runtime, f: () => T): T {
  try {
    return f();
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    raiseTextError(rt, error);
  }
}

/** Raises the Python exception that an error of `engine/text` stands for. */
export function raiseTextError(rt: Runtime, error: TextError): never {
  const args = error.args.map((arg) => (typeof arg === 'string' ? rt.newStr(arg) : typeof arg === 'number' ? rt.newInt(arg) : newBytes(rt, arg)));
  throwException(rt, newException(rt, exceptionTypeNamed(error.type), args));
}

/** `__traceback__`, `__context__` … as Python shows them: a new reference, None for NULL. */
export const orNone = (rt: Runtime, object: Ref): Ref => (object === NULL ? NONE : rt.heap.incref(object));
