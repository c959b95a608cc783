import { Flag, TypeFlag } from '../../heap/heap.ts';
import { FALSE, NONE, RUNTIME_ERROR, STR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { badArgument, isStr, withCInt } from '../../objects/arguments.ts';
import { getAttr, getNamespaceItem, removeNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { caught, exceptionOf, matches, orNone, raise, rethrow } from '../../objects/core/errors.ts';
import { callSpecial, lookupText, typeName } from '../../objects/core/lookup.ts';
import { tupleOf } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, indexNow, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { headerSize } from '../../objects/core/sizes.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { TypeObject } from '../../objects/core/typeobject.ts';
import { refusing, unsupported } from '../../objects/core/unsupported.ts';
import { asDouble } from '../../objects/float-new.ts';
import { currentFrame, frameObject, pythonFrame, type Frame } from '../../objects/frame.ts';
import { asyncFunctions } from './async.ts';
import { functionOf } from '../../objects/function.ts';
import { exit } from './exit.ts';

/** About what the objects that the interpreter shares show before they became immortal. */
const staticCount = 1_000_000_000;

/** The count that CPython would show; the call's own reference to the argument is part of it. */
function refcount(rt: Runtime, object: Ref): Ref {
  const { flags, refcount: counts } = rt.heap;
  if ((flags[object]! & Flag.IMMORTAL) === 0) return rt.newInt(counts[object]!);
  return rt.newInt(rt.profile.immortalCount ?? staticCount);
}

/** Mirrors _PySys_GetSizeOf(). */
function* sizeOf(rt: Runtime, object: Ref): Steps<Ref> {
  const method = lookupText(rt, rt.heap.type[object]!, '__sizeof__');
  if (method === NULL) raise(rt, TYPE_ERROR, `Type ${typeName(rt, object)} doesn't define __sizeof__`);
  const result = yield* callSpecial(rt, object, method, []);
  try {
    const size = indexNow(rt, result);
    if (size === undefined) raise(rt, TYPE_ERROR, `an integer is required`);
    if (size < 0) raise(rt, VALUE_ERROR, '__sizeof__() should return >= 0');
    return rt.newInt(Number(size) + headerSize(rt, object));
  } finally {
    rt.heap.decref(result);
  }
}

function* sizeOrDefault(rt: Runtime, object: Ref, fallback: Ref): Steps<Ref> {
  try {
    return yield* sizeOf(rt, object);
  } catch (error) {
    const exception = caught(rt, error);
    if (fallback === NULL || !matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return rt.heap.incref(fallback);
  }
}

/** Takes the descriptors out of a class that a dataclass with slots has made another one of. */
function clearTypeDescriptors(rt: Runtime, type: Ref): Ref {
  if (!(rt.heap.payload[type] instanceof TypeObject)) badArgument(rt, '_clear_type_descriptors', 'argument', 'type', type);
  if ((rt.typeObject(type).flags & TypeFlag.IMMUTABLE) !== 0) raise(rt, TYPE_ERROR, 'argument is immutable');
  const { dict } = rt.typeObject(type);
  for (const name of ['__dict__', '__weakref__']) if (getNamespaceItem(rt, dict, rt.name(name)) !== NULL) removeNamespaceItem(rt, dict, rt.name(name));
  rt.typeModified(type);
  return NONE;
}

function excInfo(rt: Runtime): Ref {
  const exception = rt.handledException();
  if (exception === NULL) return tupleOf(rt, NONE, NONE, NONE);
  const { traceback } = exceptionOf(rt, exception);
  return tupleOf(rt, rt.heap.type[exception]!, exception, traceback === NULL ? NONE : traceback);
}

/** Mirrors sys_displayhook(): prints the repr of what is not None, and keeps it as `builtins._`. */
function* displayhook(rt: Runtime, object: Ref): Steps<Ref> {
  if (object === NONE) return NONE;
  const { heap } = rt;
  setNamespaceItem(rt, rt.builtinsDict, rt.name('_'), NONE);
  const stdout = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stdout'));
  if (stdout === NULL) raise(rt, RUNTIME_ERROR, 'lost sys.stdout');
  heap.incref(stdout);
  try {
    const write = yield* settle(rt, getAttr(rt, stdout, rt.name('write')));
    try {
      const text = yield* settle(rt, repr(rt, object));
      try {
        heap.decref(yield* call(write, [text]));
      } finally {
        heap.decref(text);
      }
      heap.decref(yield* call(write, [rt.name('\n')]));
    } finally {
      heap.decref(write);
    }
  } finally {
    heap.decref(stdout);
  }
  setNamespaceItem(rt, rt.builtinsDict, rt.name('_'), heap.incref(object));
  return NONE;
}

function* setRecursionLimit(rt: Runtime, argument: Ref): Steps<Ref> {
  const limit = Number(yield* index(rt, argument));
  if (limit < 1) raise(rt, VALUE_ERROR, 'recursion limit must be greater or equal than 1');
  rt.recursionLimit = limit;
  return NONE;
}

function intern(rt: Runtime, text: Ref): Ref {
  if (rt.heap.type[text] !== STR) {
    if (isStr(rt, text)) raise(rt, TYPE_ERROR, `can't intern ${typeName(rt, text)}`);
    badArgument(rt, 'intern', 'argument', 'str', text);
  }
  const { heap, interned } = rt;
  const known = interned.get(rt.text(text));
  if (known !== undefined) return heap.incref(known);
  heap.flags[text]! |= Flag.INTERNED;
  interned.set(rt.text(text), text);
  // One reference is the table's, one the caller's.
  return heap.incref(heap.incref(text));
}

/** The Python frame this many calls below the running one; null if the stack ends before. */
function frameAt(rt: Runtime, depth: number): Frame | null {
  let frame: Frame | null = currentFrame(rt);
  for (let i = depth; i > 0 && frame !== null; i--) frame = pythonFrame(frame.previous);
  return frame;
}

/** Turns off what is off anyway; anything else is not modelled. */
const onlyNone = (name: string, signature: string): NativeFunction =>
  native(name, signature, (_rt, _module, [argument]) => (argument === NONE ? NONE : unsupported(`sys.${name}`)));

/** Seconds as an unsigned long of microseconds: what is none of those becomes what the processor makes of it. */
function microseconds(seconds: number): number {
  const value = 1e6 * seconds;
  if (Number.isNaN(value)) return 2 ** 63;
  return value >= 2 ** 64 ? 0 : Math.trunc(value);
}

export const sysFunctions: readonly NativeFunction[] = [
  suspending('exit', 'status=None, /', (rt, _module, [status]) => exit(rt, status === NULL ? NONE : status!)),
  native('exc_info', '', excInfo),
  native('exception', '', (rt) => orNone(rt, rt.handledException())),
  native('_getframe', 'depth=0, /', (rt, _module, [depth]) =>
    withCInt(rt, depth === NULL ? rt.newInt(0) : depth!, (count) => {
      const frame = frameAt(rt, count);
      if (frame === null) raise(rt, VALUE_ERROR, 'call stack is not deep enough');
      return rt.heap.incref(frameObject(rt, frame));
    }),
  ),
  native('_getframemodulename', 'depth=0', (rt, _module, [depth]) =>
    withCInt(rt, depth === NULL ? rt.newInt(0) : depth!, (count) => {
      const frame = frameAt(rt, count);
      return frame === null ? NONE : orNone(rt, functionOf(rt, frame.func).module);
    }),
  ),
  native('getrefcount', 'object, /', (rt, _module, [object]) => refcount(rt, object!)),
  suspending('getsizeof', 'object, default=', (rt, _module, [object, fallback]) => sizeOrDefault(rt, object!, fallback!)),
  native('intern', 'string, /', (rt, _module, [text]) => intern(rt, text!)),
  native('_is_interned', 'string, /', (rt, _module, [text]) => rt.newBool((rt.heap.flags[text!]! & Flag.INTERNED) !== 0)),
  native('_is_immortal', 'op, /', (rt, _module, [object]) => rt.newBool((rt.heap.flags[object!]! & Flag.IMMORTAL) !== 0)),
  native('getrecursionlimit', '', (rt) => rt.newInt(rt.recursionLimit)),
  suspending('setrecursionlimit', 'limit, /', (rt, _module, [limit]) => setRecursionLimit(rt, limit!)),
  native('get_int_max_str_digits', '', (rt) => rt.newInt(rt.intMaxStrDigits)),
  native('set_int_max_str_digits', 'maxdigits', (rt, _module, [digits]) =>
    withCInt(rt, digits!, (value) => {
      if (value !== 0 && value < 640) raise(rt, VALUE_ERROR, modulesOf(rt.profile.version).digitLimitTooSmall);
      rt.intMaxStrDigits = value;
      return NONE;
    }),
  ),
  native('getdefaultencoding', '', (rt) => rt.newStr('utf-8')),
  native('getfilesystemencoding', '', (rt) => rt.newStr('utf-8')),
  native('getfilesystemencodeerrors', '', (rt) => rt.newStr('surrogateescape')),
  native('getswitchinterval', '', (rt) => rt.newFloat(rt.switchInterval)),
  suspending('setswitchinterval', 'interval, /', function* (rt, _module, [interval]) {
    const seconds = yield* asDouble(rt, interval!);
    if (seconds <= 0) raise(rt, VALUE_ERROR, 'switch interval must be strictly positive');
    rt.switchInterval = 1e-6 * microseconds(seconds);
    return NONE;
  }),
  native('is_finalizing', '', (rt) => rt.newBool(rt.finalizing)),
  native('audit', 'event, /, *args', () => NONE),
  native('gettrace', '', () => NONE),
  native('getprofile', '', () => NONE),
  onlyNone('settrace', 'function, /'),
  onlyNone('setprofile', 'function, /'),
  ...asyncFunctions,
  native('is_stack_trampoline_active', '', () => FALSE),
  native('_get_cpu_count_config', '', (rt) => rt.newInt(-1)),
  native('_clear_type_cache', '', () => NONE),
  native('_clear_type_descriptors', 'type, /', (rt, _module, [type]) => clearTypeDescriptors(rt, type!)),
  suspending('displayhook', 'object, /', (rt, _module, [object]) => displayhook(rt, object!)),
  refusing('sys', 'unraisablehook'),
  suspending('excepthook', 'exctype, value, traceback, /', function* (rt, _module, [, value]) {
    yield* rt.hooks.printException(rt, value!);
    return NONE;
  }),
];
