import { NONE, TRUE, OS_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { getAttrOrNull, instanceDict, setAttr } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { caught, exceptionOf, raise, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes, newList } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { collect, iter, length, next, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { defineException } from '../../objects/exceptions-base.ts';
import { concat } from '../../text/bytes.ts';
import { modulesOf } from '../../versions/modules.ts';
import { askAttribute, callMethod, closedError, doMethod, ioFlags, sizeArgument, unsupportedOperation } from './calls.ts';
import { IO_BASE, UNSUPPORTED_OPERATION } from './types.ts';

defineException({ handle: UNSUPPORTED_OPERATION, name: 'UnsupportedOperation', module: 'io', base: OS_ERROR, furtherBases: [VALUE_ERROR], mutable: true });

/** Raises unless the attribute `closed` is false (_PyIOBase_check_closed). */
export function* checkClosed(rt: Runtime, self: Ref): Steps<void> {
  const closed = yield* getAttrOrNull(rt, self, rt.name('closed'));
  if (closed === NULL) return;
  const isClosed = yield* truth(rt, closed);
  rt.heap.decref(closed);
  if (isClosed) closedError(rt);
}

/** Raises unless the method of this name answers True itself. */
export function* checkAbility(rt: Runtime, self: Ref, method: 'seekable' | 'readable' | 'writable'): Steps<Ref> {
  const answer = yield* callMethod(rt, self, method);
  rt.heap.decref(answer);
  if (answer !== TRUE) unsupportedOperation(rt, `File or stream is not ${method}.`);
  return TRUE;
}

function* isClosed(rt: Runtime, self: Ref): Steps<boolean> {
  const mark = yield* getAttrOrNull(rt, self, rt.name('__IOBase_closed'));
  rt.heap.xdecref(mark);
  return mark !== NULL;
}

/** Runs `first`, then `second` even if it failed; of two errors the first is the other's context (_PyErr_ChainExceptions1). */
export function* bothOf(rt: Runtime, first: () => Steps<void>, second: () => Steps<void>): Steps<void> {
  let exception = NULL;
  try {
    yield* first();
  } catch (error) {
    exception = caught(rt, error);
  }
  try {
    yield* second();
  } catch (error) {
    if (exception === NULL) throw error;
    chain(rt, caught(rt, error), exception);
  }
  if (exception !== NULL) rethrow(rt, exception);
}

/** Raises `later` with `earlier` as its context; takes over both. */
export function chain(rt: Runtime, later: Ref, earlier: Ref): never {
  const payload = exceptionOf(rt, later);
  const before = payload.context;
  payload.context = earlier;
  rt.heap.xdecref(before);
  rethrow(rt, later);
}

/** Mirrors _io__IOBase_close_impl(): flushes, and is closed even if that fails. */
export function* closeBase(rt: Runtime, self: Ref): Steps<void> {
  if (yield* isClosed(rt, self)) return;
  yield* bothOf(
    rt,
    () => doMethod(rt, self, 'flush'),
    function* () {
      yield* settle(rt, setAttr(rt, self, rt.name('__IOBase_closed'), TRUE));
    },
  );
}

/** Mirrors iobase_finalize(): 1 what does not say whether it is closed is left alone; 2 `_finalizing`; 3 `close`. */
export function* finalizeBase(rt: Runtime, self: Ref): Steps<Ref> {
  // 1
  let closed: boolean;
  try {
    closed = yield* askAttribute(rt, self, 'closed');
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return NULL;
  }
  if (closed) return NULL;
  // 2
  try {
    yield* settle(rt, setAttr(rt, self, rt.name('_finalizing'), TRUE));
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
  // 3
  try {
    yield* doMethod(rt, self, 'close');
  } catch (error) {
    const exception = caught(rt, error);
    if (modulesOf(rt.profile.version).streams.reportsFailedClose) yield* rt.hooks.unraisable(rt, 'file', self, exception);
    else rt.heap.decref(exception);
  }
  return NULL;
}

/** Mirrors _io__IOBase_readline_impl(): as many bytes at once as `peek` allows. */
function* readline(rt: Runtime, self: Ref, limit: number): Steps<Ref> {
  const { heap } = rt;
  const peek = yield* getAttrOrNull(rt, self, rt.name('peek'));
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    while (limit < 0 || size < limit) {
      let wanted = 1;
      if (peek !== NULL) {
        const ahead = yield { callable: peek, args: [rt.newInt(1)], keywords: NULL };
        try {
          if (!isBytes(rt, ahead)) raise(rt, OS_ERROR, `peek() should have returned a bytes object, not '${typeName(rt, ahead)}'`);
          const bytes = heap.payload[ahead] as Uint8Array;
          if (bytes.length > 0) {
            const room = limit < 0 ? bytes.length : Math.min(bytes.length, limit - size);
            const newline = bytes.subarray(0, room).indexOf(10);
            wanted = newline < 0 ? room : newline + 1;
          }
        } finally {
          heap.decref(ahead);
        }
      }
      const count = rt.newInt(wanted);
      const piece = yield* callMethod(rt, self, 'read', count);
      heap.decref(count);
      try {
        if (!isBytes(rt, piece)) raise(rt, OS_ERROR, `read() should have returned a bytes object, not '${typeName(rt, piece)}'`);
        const bytes = heap.payload[piece] as Uint8Array;
        if (bytes.length === 0) break;
        rt.charge(1, bytes.length);
        parts.push(bytes);
        size += bytes.length;
        if (bytes[bytes.length - 1] === 10) break;
      } finally {
        heap.decref(piece);
      }
    }
  } finally {
    heap.xdecref(peek);
  }
  return newBytes(rt, concat(...parts));
}

/** Mirrors _io__IOBase_readlines_impl(). */
function* readlines(rt: Runtime, self: Ref, hint: number): Steps<Ref> {
  if (hint <= 0) return newList(rt, yield* collect(rt, self));
  const { heap } = rt;
  const list = newList(rt, []);
  const iterator = yield* settle(rt, iter(rt, self));
  try {
    for (let total = 0; total <= hint; ) {
      const line = yield* settle(rt, next(rt, iterator));
      if (line === NULL) break;
      (heap.payload[list] as Ref[]).push(line);
      total += yield* length(rt, line);
      if (total > hint) break;
    }
    return list;
  } catch (error) {
    heap.decref(list);
    throw error;
  } finally {
    heap.decref(iterator);
  }
}

export function* writelines(rt: Runtime, self: Ref, lines: Ref): Steps<Ref> {
  yield* checkClosed(rt, self);
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, lines));
  try {
    for (;;) {
      const line = yield* settle(rt, next(rt, iterator));
      if (line === NULL) return NONE;
      try {
        yield* doMethod(rt, self, 'write', line);
      } finally {
        heap.decref(line);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

/** The next line, by `readline`; NULL at the end. */
export function* nextLine(rt: Runtime, self: Ref): Steps<Ref> {
  const line = yield* callMethod(rt, self, 'readline');
  if ((yield* length(rt, line)) > 0) return line;
  rt.heap.decref(line);
  return NULL;
}

const check = (name: string, ability: 'seekable' | 'readable' | 'writable'): NativeFunction =>
  suspending(name, '', (rt, self) => checkAbility(rt, self, ability));

const refuse = (name: string, signature: string): NativeFunction => native(name, signature, (rt) => unsupportedOperation(rt, name));

defineType({
  handle: IO_BASE,
  name: '_IOBase',
  module: '_io',
  flags: ioFlags,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, undefined),
    tp_iter: (rt, self) =>
      begin(
        rt,
        (function* () {
          yield* checkClosed(rt, self);
          return rt.heap.incref(self);
        })(),
      ),
    tp_iternext: (rt, self) => begin(rt, nextLine(rt, self)),
    tp_finalize: (rt, self) => begin(rt, finalizeBase(rt, self)),
  },
  methods: [
    refuse('seek', 'offset, whence=0, /'),
    suspending('tell', '', (rt, self) => callMethod(rt, self, 'seek', rt.newInt(0), rt.newInt(1))),
    refuse('truncate', 'size=None, /'),
    suspending('flush', '', function* (rt, self) {
      return (yield* isClosed(rt, self)) ? closedError(rt) : NONE;
    }),
    suspending('close', '', function* (rt, self) {
      yield* closeBase(rt, self);
      return NONE;
    }),
    ...['seekable', 'readable', 'writable'].map((name) => native(name, '', (rt) => rt.newBool(false))),
    suspending('_checkClosed', '', function* (rt, self) {
      yield* checkClosed(rt, self);
      return NONE;
    }),
    check('_checkSeekable', 'seekable'),
    check('_checkReadable', 'readable'),
    check('_checkWritable', 'writable'),
    refuse('fileno', ''),
    suspending('isatty', '', function* (rt, self) {
      yield* checkClosed(rt, self);
      return rt.newBool(false);
    }),
    suspending('__enter__', '', function* (rt, self) {
      yield* checkClosed(rt, self);
      return rt.heap.incref(self);
    }),
    suspending('__exit__', '*args', (rt, self) => callMethod(rt, self, 'close')),
    suspending('readline', 'size=-1, /', function* (rt, self, [size]) {
      return yield* readline(rt, self, yield* sizeArgument(rt, size!));
    }),
    suspending('readlines', 'hint=-1, /', function* (rt, self, [hint]) {
      return yield* readlines(rt, self, yield* sizeArgument(rt, hint!));
    }),
    suspending('writelines', 'lines, /', (rt, self, [lines]) => writelines(rt, self, lines!)),
  ],
  attributes: [
    { name: '__dict__', get: (rt, self) => rt.heap.incref(instanceDict(rt, self)) },
    { name: 'closed', get: (rt, self) => begin(rt, closedState(rt, self)) },
  ],
});

function* closedState(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newBool(yield* isClosed(rt, self));
}

