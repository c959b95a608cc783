import { TypeFlag } from '../heap/heap.ts';
import * as known from '../heap/known.ts';
import { BASE_EXCEPTION, EXCEPTION, LIST, NONE, STR, TRACEBACK, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { PythonVersion } from '../journal/record.ts';
import { errorsOf } from '../versions/errors.ts';
import { attributeName, getAttrOrNull, instanceDict, setAttr } from './core/attributes.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { exceptionOf, orNone, raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newList, newTuple, tableOf, tupleOf } from './core/make.ts';
import { native, suspending, type NativeAttribute } from './core/native.ts';
import { collect } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { defineException, errorsProfile, exceptionInit, exceptionLayout, exceptionNew, exceptionRepr, exceptionStr, isException } from './exceptions-base.ts';
import { dictAttribute } from './object.ts';
import './exceptions-group.ts';
import './exceptions-import.ts';
import './exceptions-names.ts';
import './exceptions-os.ts';
import './exceptions-syntax.ts';
import './exceptions-unicode.ts';
import './exceptions-values.ts';

/** A pointer to another exception or a traceback; NULL shows as None, None is stored as NULL. */
const link = (
  name: string,
  field: 'traceback' | 'context' | 'cause',
  accepts: (rt: Runtime, value: Ref) => boolean,
  wanted: string,
): NativeAttribute => ({
  name,
  get: (rt, self) => orNone(rt, exceptionOf(rt, self)[field]),
  set: (rt, self, value) => {
    if (value === NULL) raise(rt, TYPE_ERROR, `${name} may not be deleted`);
    if (value !== NONE && !accepts(rt, value)) raise(rt, TYPE_ERROR, wanted);
    const exception = exceptionOf(rt, self);
    const old = exception[field];
    exception[field] = value === NONE ? NULL : rt.heap.incref(value);
    if (field === 'cause') exception.suppressContext = true;
    rt.heap.xdecref(old);
    return NULL;
  },
});

const isTraceback = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === TRACEBACK;

const tracebackLink = link('__traceback__', 'traceback', isTraceback, '__traceback__ must be a traceback or None');

/** Mirrors BaseException_set_args(). */
function* setArguments(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  if (value === NULL) raise(rt, TYPE_ERROR, 'args may not be deleted');
  const args = newTuple(rt, yield* collect(rt, value));
  const exception = exceptionOf(rt, self);
  const old = exception.args;
  exception.args = args;
  rt.heap.xdecref(old);
  return NULL;
}

/** Mirrors BaseException_add_note(). */
export function* addNote(rt: Runtime, self: Ref, note: Ref): Steps<Ref> {
  const { heap } = rt;
  if (heap.type[note] !== STR && (rt.typeOf(note).flags & TypeFlag.STR_SUBCLASS) === 0) {
    raise(rt, TYPE_ERROR, errorsProfile(rt).noteWanted(typeName(rt, note)));
  }
  const name = rt.name('__notes__');
  let notes = yield* getAttrOrNull(rt, self, name);
  try {
    if (notes === NULL) {
      notes = newList(rt, []);
      yield* settle(rt, setAttr(rt, self, name, notes));
    }
    if (heap.type[notes] !== LIST && (rt.typeOf(notes).flags & TypeFlag.LIST_SUBCLASS) === 0) {
      raise(rt, TYPE_ERROR, 'Cannot add note: __notes__ is not a list');
    }
    (heap.payload[notes] as Ref[]).push(heap.incref(note));
    return NONE;
  } finally {
    heap.xdecref(notes);
  }
}

/** Mirrors BaseException_setstate(). */
function* setState(rt: Runtime, self: Ref, state: Ref): Steps<Ref> {
  if (state === NONE) return NONE;
  if ((rt.typeOf(state).flags & TypeFlag.DICT_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'state is not a dictionary');
  const { keys, values } = tableOf(rt, state);
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] !== NULL) yield* settle(rt, setAttr(rt, self, attributeName(rt, keys[i]!), values[i]!));
  }
  return NONE;
}

/** Mirrors BaseException_reduce(). */
function reduce(rt: Runtime, self: Ref): Ref {
  const type = rt.heap.type[self]!;
  const { args } = exceptionOf(rt, self);
  const hasDict = (rt.heap.attributes[self]?.[0] ?? NULL) !== NULL;
  return hasDict ? tupleOf(rt, type, args, instanceDict(rt, self)) : tupleOf(rt, type, args);
}

defineType({
  handle: BASE_EXCEPTION,
  name: 'BaseException',
  flags: CONTAINER | TypeFlag.MANAGED_DICT | TypeFlag.EXCEPTION_SUBCLASS,
  layout: exceptionLayout,
  slots: {
    tp_new: exceptionNew,
    tp_init: exceptionInit,
    tp_str: exceptionStr,
    tp_repr: (rt, self) => begin(rt, exceptionRepr(rt, self)),
  },
  methods: [
    native('with_traceback', 'object, /', (rt, self, [traceback]) => {
      tracebackLink.set!(rt, self, traceback!);
      return rt.heap.incref(self);
    }),
    suspending('add_note', 'object, /', (rt, self, [note]) => addNote(rt, self, note!)),
    suspending('__setstate__', 'object, /', (rt, self, [state]) => setState(rt, self, state!)),
    native('__reduce__', '', reduce),
  ],
  attributes: [
    {
      name: '__suppress_context__',
      member: true,
      get: (rt, self) => rt.newBool(exceptionOf(rt, self).suppressContext),
      set: (rt, self, value) => {
        if (value === NULL) raise(rt, TYPE_ERROR, "can't delete numeric/char attribute");
        if (value !== known.TRUE && value !== known.FALSE) raise(rt, TYPE_ERROR, 'attribute value type must be bool');
        exceptionOf(rt, self).suppressContext = value === known.TRUE;
        return NULL;
      },
    },
    {
      ...dictAttribute,
      set: (rt, self, value) => {
        if (value === NULL) raise(rt, TYPE_ERROR, 'cannot delete __dict__');
        return dictAttribute.set!(rt, self, value);
      },
    },
    {
      name: 'args',
      get: (rt, self) => orNone(rt, exceptionOf(rt, self).args),
      set: (rt, self, value) => begin(rt, setArguments(rt, self, value)),
    },
    tracebackLink,
    link('__context__', 'context', isException, 'exception context must be None or derive from BaseException'),
    link('__cause__', 'cause', isException, 'exception cause must be None or derive from BaseException'),
  ],
});

/** The types that are nothing but a name and a base. */
const plain: readonly (readonly [handle: Ref, name: string, base: Ref])[] = [
  [known.EXCEPTION, 'Exception', BASE_EXCEPTION],
  [known.GENERATOR_EXIT, 'GeneratorExit', BASE_EXCEPTION],
  [known.KEYBOARD_INTERRUPT, 'KeyboardInterrupt', BASE_EXCEPTION],
  [known.TYPE_ERROR, 'TypeError', EXCEPTION],
  [known.STOP_ASYNC_ITERATION, 'StopAsyncIteration', EXCEPTION],
  [known.EOF_ERROR, 'EOFError', EXCEPTION],
  [known.RUNTIME_ERROR, 'RuntimeError', EXCEPTION],
  [known.RECURSION_ERROR, 'RecursionError', known.RUNTIME_ERROR],
  [known.NOT_IMPLEMENTED_ERROR, 'NotImplementedError', known.RUNTIME_ERROR],
  [known.PYTHON_FINALIZATION_ERROR, 'PythonFinalizationError', known.RUNTIME_ERROR],
  [known.LOOKUP_ERROR, 'LookupError', EXCEPTION],
  [known.INDEX_ERROR, 'IndexError', known.LOOKUP_ERROR],
  [known.VALUE_ERROR, 'ValueError', EXCEPTION],
  [known.ASSERTION_ERROR, 'AssertionError', EXCEPTION],
  [known.ARITHMETIC_ERROR, 'ArithmeticError', EXCEPTION],
  [known.FLOATING_POINT_ERROR, 'FloatingPointError', known.ARITHMETIC_ERROR],
  [known.OVERFLOW_ERROR, 'OverflowError', known.ARITHMETIC_ERROR],
  [known.ZERO_DIVISION_ERROR, 'ZeroDivisionError', known.ARITHMETIC_ERROR],
  [known.SYSTEM_ERROR, 'SystemError', EXCEPTION],
  [known.REFERENCE_ERROR, 'ReferenceError', EXCEPTION],
  [known.MEMORY_ERROR, 'MemoryError', EXCEPTION],
  [known.BUFFER_ERROR, 'BufferError', EXCEPTION],
  [known.WARNING, 'Warning', EXCEPTION],
  [known.USER_WARNING, 'UserWarning', known.WARNING],
  [known.DEPRECATION_WARNING, 'DeprecationWarning', known.WARNING],
  [known.RUNTIME_WARNING, 'RuntimeWarning', known.WARNING],
  [known.SYNTAX_WARNING, 'SyntaxWarning', known.WARNING],
  [known.RESOURCE_WARNING, 'ResourceWarning', known.WARNING],
  [known.PENDING_DEPRECATION_WARNING, 'PendingDeprecationWarning', known.WARNING],
  [known.FUTURE_WARNING, 'FutureWarning', known.WARNING],
  [known.IMPORT_WARNING, 'ImportWarning', known.WARNING],
  [known.UNICODE_WARNING, 'UnicodeWarning', known.WARNING],
  [known.BYTES_WARNING, 'BytesWarning', known.WARNING],
  [known.ENCODING_WARNING, 'EncodingWarning', known.WARNING],
];

for (const [handle, name, base] of plain) defineException({ handle, name, base, slots: { tp_new: exceptionNew } });

const withMembers: Readonly<Record<string, Ref>> = {
  BaseException: known.BASE_EXCEPTION,
  AttributeError: known.ATTRIBUTE_ERROR,
  NameError: known.NAME_ERROR,
  UnboundLocalError: known.UNBOUND_LOCAL_ERROR,
  KeyError: known.KEY_ERROR,
  StopIteration: known.STOP_ITERATION,
  SystemExit: known.SYSTEM_EXIT,
  ImportError: known.IMPORT_ERROR,
  ModuleNotFoundError: known.MODULE_NOT_FOUND_ERROR,
  ImportCycleError: known.IMPORT_CYCLE_ERROR,
  OSError: known.OS_ERROR,
  EnvironmentError: known.OS_ERROR,
  IOError: known.OS_ERROR,
  BlockingIOError: known.BLOCKING_IO_ERROR,
  ChildProcessError: known.CHILD_PROCESS_ERROR,
  ConnectionError: known.CONNECTION_ERROR,
  BrokenPipeError: known.BROKEN_PIPE_ERROR,
  ConnectionAbortedError: known.CONNECTION_ABORTED_ERROR,
  ConnectionRefusedError: known.CONNECTION_REFUSED_ERROR,
  ConnectionResetError: known.CONNECTION_RESET_ERROR,
  FileExistsError: known.FILE_EXISTS_ERROR,
  FileNotFoundError: known.FILE_NOT_FOUND_ERROR,
  InterruptedError: known.INTERRUPTED_ERROR,
  IsADirectoryError: known.IS_A_DIRECTORY_ERROR,
  NotADirectoryError: known.NOT_A_DIRECTORY_ERROR,
  PermissionError: known.PERMISSION_ERROR,
  ProcessLookupError: known.PROCESS_LOOKUP_ERROR,
  TimeoutError: known.TIMEOUT_ERROR,
  SyntaxError: known.SYNTAX_ERROR,
  IndentationError: known.INDENTATION_ERROR,
  TabError: known.TAB_ERROR,
  _IncompleteInputError: known.INCOMPLETE_INPUT_ERROR,
  UnicodeError: known.UNICODE_ERROR,
  UnicodeEncodeError: known.UNICODE_ENCODE_ERROR,
  UnicodeDecodeError: known.UNICODE_DECODE_ERROR,
  UnicodeTranslateError: known.UNICODE_TRANSLATE_ERROR,
  BaseExceptionGroup: known.BASE_EXCEPTION_GROUP,
  ExceptionGroup: known.EXCEPTION_GROUP,
};

/** The exceptions among a version's builtins, by name. */
export function builtinExceptions(version: PythonVersion): (readonly [name: string, type: Ref])[] {
  const { absentExceptions } = errorsOf(version);
  const all = [...plain.map(([handle, name]) => [name, handle] as const), ...Object.entries(withMembers)];
  return all.filter(([name]) => !absentExceptions.has(name));
}
