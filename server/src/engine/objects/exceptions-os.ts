import { strerror } from '../files/messages.ts';
import * as known from '../heap/known.ts';
import { ATTRIBUTE_ERROR, BLOCKING_IO_ERROR, CONNECTION_ERROR, EXCEPTION, NONE, OS_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { withSize } from './arguments.ts';
import { ExceptionObject, exceptionOf, newException, raise, throwException } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { copyRefs, itemsOf, newTuple, tupleOf } from './core/make.ts';
import { native } from './core/native.ts';
import { indexNow, repr, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { instanceDict } from './core/attributes.ts';
import { defineException, exceptionStr, fieldOf, memberField, positionals, refuseKeywords, setArgs, setField } from './exceptions-base.ts';

const enum Field {
  ERRNO,
  STRERROR,
  FILENAME,
  FILENAME2,
  WRITTEN,
}

/** The subclass that stands for an error number (errnomap); Linux's numbers. */
const byErrno: ReadonlyMap<number | bigint, Ref> = new Map([
  [11, BLOCKING_IO_ERROR],
  [114, BLOCKING_IO_ERROR],
  [115, BLOCKING_IO_ERROR],
  [32, known.BROKEN_PIPE_ERROR],
  [108, known.BROKEN_PIPE_ERROR],
  [10, known.CHILD_PROCESS_ERROR],
  [103, known.CONNECTION_ABORTED_ERROR],
  [111, known.CONNECTION_REFUSED_ERROR],
  [104, known.CONNECTION_RESET_ERROR],
  [17, known.FILE_EXISTS_ERROR],
  [2, known.FILE_NOT_FOUND_ERROR],
  [21, known.IS_A_DIRECTORY_ERROR],
  [20, known.NOT_A_DIRECTORY_ERROR],
  [4, known.INTERRUPTED_ERROR],
  [13, known.PERMISSION_ERROR],
  [1, known.PERMISSION_ERROR],
  [3, known.PROCESS_LOOKUP_ERROR],
  [110, known.TIMEOUT_ERROR],
]);

const osErrorType = (errno: number | bigint): Ref => byErrno.get(errno) ?? OS_ERROR;

/** Mirrors oserror_init(): file names leave `args`. A lone number instead of a name counts what was written. */
function setMembers(rt: Runtime, exception: ExceptionObject, type: Ref): void {
  const { heap } = rt;
  const args = itemsOf(rt, exception.args);
  if (args.length < 2 || args.length > 5) return;
  const [errno, strerror, filename = NULL, , filename2 = NULL] = args;
  setField(rt, exception, Field.ERRNO, heap.incref(errno!));
  setField(rt, exception, Field.STRERROR, heap.incref(strerror!));
  if (filename === NULL || filename === NONE) return;
  if (type === BLOCKING_IO_ERROR && indexNow(rt, filename) !== undefined) {
    setField(rt, exception, Field.WRITTEN, heap.incref(filename));
    return;
  }
  setField(rt, exception, Field.FILENAME, heap.incref(filename));
  if (filename2 !== NULL && filename2 !== NONE) setField(rt, exception, Field.FILENAME2, heap.incref(filename2));
  setArgs(rt, exception, args.slice(0, 2));
}

/** Raises the OSError of an error number, with the file names that it is about: borrowed, or NULL (PyErr_SetFromErrnoWithFilenameObjects). */
export function raiseOsError(rt: Runtime, errno: number, filename: Ref = NULL, filename2: Ref = NULL): never {
  const args = [rt.newInt(errno), rt.newStr(strerror(errno))];
  if (filename !== NULL) args.push(rt.heap.incref(filename));
  if (filename2 !== NULL) args.push(rt.newInt(0), rt.heap.incref(filename2));
  throwException(rt, newException(rt, osErrorType(errno), args));
}

/** True where `__init__` is the class's own but `__new__` is not: then `__init__` gets the arguments (oserror_use_init). */
function initialisesLate(rt: Runtime, type: Ref): boolean {
  const { slots } = rt.typeObject(type);
  return slots.tp_init !== osErrorInit && slots.tp_new === osErrorNew;
}

/** Mirrors OSError_new(). */
function osErrorNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (initialisesLate(rt, type)) return newInstance(rt, type, new ExceptionObject(known.EMPTY_TUPLE));
  refuseKeywords(rt, rt.typeObject(type).name, keywords);
  const positional = positionals(rt, args, keywords);
  const errno = positional.length >= 2 && positional.length <= 5 ? indexNow(rt, positional[0]!) : undefined;
  const actual = type === OS_ERROR && errno !== undefined ? osErrorType(errno) : type;
  const exception = new ExceptionObject(newTuple(rt, copyRefs(rt, positional)));
  setMembers(rt, exception, actual);
  return newInstance(rt, actual, exception);
}

/** Mirrors OSError_init(). */
function osErrorInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const type = rt.heap.type[self]!;
  if (!initialisesLate(rt, type)) return NULL;
  refuseKeywords(rt, rt.typeObject(type).name, keywords);
  const exception = exceptionOf(rt, self);
  setArgs(rt, exception, args);
  setMembers(rt, exception, type);
  return NULL;
}

function* shown(rt: Runtime, value: Ref, convert: typeof str): Steps<string> {
  const result = yield* settle(rt, convert(rt, value === NULL ? NONE : value));
  const text = rt.text(result);
  rt.heap.decref(result);
  return text;
}

/** Mirrors OSError_str(). */
function* osErrorStr(rt: Runtime, self: Ref): Steps<Ref> {
  const [errno = NULL, strerror = NULL, filename = NULL, filename2 = NULL] = exceptionOf(rt, self).fields;
  if (filename === NULL && (errno === NULL || strerror === NULL)) return yield* settle(rt, exceptionStr(rt, self));
  let text = `[Errno ${yield* shown(rt, errno, str)}] ${yield* shown(rt, strerror, str)}`;
  if (filename !== NULL) text += `: ${yield* shown(rt, filename, repr)}`;
  if (filename !== NULL && filename2 !== NULL) text += ` -> ${yield* shown(rt, filename2, repr)}`;
  return rt.newStr(text);
}

/** Mirrors OSError_reduce(): file names return to the arguments. */
function reduce(rt: Runtime, self: Ref): Ref {
  const { heap } = rt;
  const { args } = exceptionOf(rt, self);
  const filename = fieldOf(rt, self, Field.FILENAME);
  const filename2 = fieldOf(rt, self, Field.FILENAME2);
  const items = itemsOf(rt, args);
  const whole =
    items.length !== 2 || filename === NULL
      ? heap.incref(args)
      : filename2 === NULL
        ? tupleOf(rt, ...items, filename)
        : tupleOf(rt, ...items, filename, NONE, filename2);
  const parts = [heap.incref(heap.type[self]!), whole];
  if ((heap.attributes[self]?.[0] ?? NULL) !== NULL) parts.push(heap.incref(instanceDict(rt, self)));
  return newTuple(rt, parts);
}

const written = {
  name: 'characters_written',
  get: (rt: Runtime, self: Ref): Ref => {
    const count = fieldOf(rt, self, Field.WRITTEN);
    return count === NULL ? raise(rt, ATTRIBUTE_ERROR, 'characters_written') : rt.heap.incref(count);
  },
  set: (rt: Runtime, self: Ref, value: Ref): Eventual => {
    const exception = exceptionOf(rt, self);
    if (value === NULL) {
      if (fieldOf(rt, self, Field.WRITTEN) === NULL) raise(rt, ATTRIBUTE_ERROR, 'characters_written');
      setField(rt, exception, Field.WRITTEN, NULL);
      return NULL;
    }
    return withSize(rt, value, (count) => {
      setField(rt, exception, Field.WRITTEN, rt.newInt(count));
      return NULL;
    });
  },
};

defineException({
  handle: OS_ERROR,
  name: 'OSError',
  base: EXCEPTION,
  addsLayout: true,
  fields: (rt, exception) => setMembers(rt, exception, OS_ERROR),
  slots: {
    tp_new: osErrorNew,
    tp_init: osErrorInit,
    tp_str: (rt, self) => begin(rt, osErrorStr(rt, self)),
  },
  methods: [native('__reduce__', '', reduce)],
  attributes: [
    memberField('errno', Field.ERRNO),
    memberField('strerror', Field.STRERROR),
    memberField('filename', Field.FILENAME),
    memberField('filename2', Field.FILENAME2),
    written,
  ],
});

const subclasses: readonly (readonly [handle: Ref, name: string, base: Ref])[] = [
  [BLOCKING_IO_ERROR, 'BlockingIOError', OS_ERROR],
  [CONNECTION_ERROR, 'ConnectionError', OS_ERROR],
  [known.CHILD_PROCESS_ERROR, 'ChildProcessError', OS_ERROR],
  [known.BROKEN_PIPE_ERROR, 'BrokenPipeError', CONNECTION_ERROR],
  [known.CONNECTION_ABORTED_ERROR, 'ConnectionAbortedError', CONNECTION_ERROR],
  [known.CONNECTION_REFUSED_ERROR, 'ConnectionRefusedError', CONNECTION_ERROR],
  [known.CONNECTION_RESET_ERROR, 'ConnectionResetError', CONNECTION_ERROR],
  [known.FILE_EXISTS_ERROR, 'FileExistsError', OS_ERROR],
  [known.FILE_NOT_FOUND_ERROR, 'FileNotFoundError', OS_ERROR],
  [known.IS_A_DIRECTORY_ERROR, 'IsADirectoryError', OS_ERROR],
  [known.NOT_A_DIRECTORY_ERROR, 'NotADirectoryError', OS_ERROR],
  [known.INTERRUPTED_ERROR, 'InterruptedError', OS_ERROR],
  [known.PERMISSION_ERROR, 'PermissionError', OS_ERROR],
  [known.PROCESS_LOOKUP_ERROR, 'ProcessLookupError', OS_ERROR],
  [known.TIMEOUT_ERROR, 'TimeoutError', OS_ERROR],
];

for (const [handle, name, base] of subclasses) defineException({ handle, name, base, fields: (rt, exception) => setMembers(rt, exception, handle) });
