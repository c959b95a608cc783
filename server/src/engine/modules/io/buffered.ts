import type { Layout } from '../../heap/heap.ts';
import { BLOCKING_IO_ERROR, NONE, OS_ERROR, RUNTIME_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { Errno } from '../../files/errors.ts';
import { newByteArray } from '../../objects/bytearray-new.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { caught, matches, raise, raiseWith, rethrow } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { enterRepr, index, leaveRepr, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { newRawView } from '../../objects/memoryview.ts';
import { askAttribute, callMethod, doMethod, isPlain, nameOf } from './calls.ts';
import { fileOf, readFile, seekFile, writeFile } from './fileio.ts';
import { bothOf } from './iobase.ts';
import { releaseAttributes } from './layout.ts';
import { FILE_IO } from './types.ts';

/** The raw stream did nothing, so as not to wait. */
export const BLOCKED = -2;

/** Payload of BufferedReader, BufferedWriter and BufferedRandom (struct buffered). */
export class Buffered {
  raw: Ref = NULL;
  initialised = false;
  detached = false;
  readable = false;
  writable = false;
  finalizing = false;
  buffer = new Uint8Array(0);
  /** No buffer is left once the stream is closed. */
  released = true;
  size = 0;
  /** Where the raw stream stands; −1 if that is not known. */
  rawPosition = -1;
  /** Where in the buffer the stream stands, and where the raw stream does. */
  position = 0;
  rawOffset = 0;
  /** The end of what was read into the buffer, and the stretch that is to be written; −1 for none. */
  readEnd = -1;
  writeStart = 0;
  writeEnd = -1;
  /** The error number when the raw stream last took nothing; 0 where it is Python's, which sets none. */
  blockedErrno = 0;

  get hasRead(): boolean {
    return this.readable && this.readEnd !== -1;
  }

  get hasWritten(): boolean {
    return this.writable && this.writeEnd !== -1;
  }

  /** How far the raw stream is behind the stream's own position (RAW_OFFSET). */
  get offset(): number {
    return (this.hasRead || this.hasWritten) && this.rawOffset >= 0 ? this.rawOffset - this.position : 0;
  }

  /** Bytes that were read and not yet asked for. */
  get ahead(): number {
    return this.hasRead ? this.readEnd - this.position : 0;
  }

  moveTo(position: number): void {
    this.position = position;
    if (this.hasRead && this.readEnd < position) this.readEnd = position;
  }

  forgetRead(): void {
    this.readEnd = -1;
  }

  forgetWritten(): void {
    this.writeStart = 0;
    this.writeEnd = -1;
  }

  /** The next `count` bytes of the buffer, as a copy. */
  take(count: number): Uint8Array {
    const bytes = this.buffer.slice(this.position, this.position + count);
    this.position += count;
    return bytes;
  }
}

export const bufferedLayout: Layout = {
  traverse: (payload, visit) => {
    const { raw } = payload as Buffered;
    if (raw !== NULL) visit(raw);
  },
  clear: (payload, released, heap, object) => {
    const buffered = payload as Buffered;
    buffered.initialised = false;
    if (buffered.raw !== NULL) released.push(buffered.raw);
    buffered.raw = NULL;
    releaseAttributes(released, heap, object);
  },
};

export const bufferedOf = (rt: Runtime, self: Ref): Buffered => rt.heap.payload[self] as Buffered;

/** The payload of a stream that has a raw stream below it (CHECK_INITIALIZED). */
export function usable(rt: Runtime, self: Ref): Buffered {
  const buffered = bufferedOf(rt, self);
  if (!buffered.initialised) raise(rt, VALUE_ERROR, buffered.detached ? 'raw stream has been detached' : 'I/O operation on uninitialized object');
  return buffered;
}

export function* isClosed(rt: Runtime, self: Ref): Steps<boolean> {
  const { raw } = usable(rt, self);
  return isPlain(rt, raw, FILE_IO, 'closed') ? fileOf(rt, raw).fd < 0 : yield* askAttribute(rt, raw, 'closed');
}

/** Raises if the stream is closed; what was read ahead can still be had (CHECK_CLOSED). */
export function* usableOpen(rt: Runtime, self: Ref, words: string): Steps<Buffered> {
  const buffered = usable(rt, self);
  if ((buffered.released || (yield* isClosed(rt, self))) && buffered.ahead === 0) raise(rt, VALUE_ERROR, words);
  return buffered;
}

/** Mirrors _buffered_init(): 1 the buffer; 2 where the raw stream stands, if it can say. */
export function* initBuffered(rt: Runtime, self: Ref, raw: Ref, size: number): Steps<void> {
  const buffered = bufferedOf(rt, self);
  buffered.initialised = false;
  buffered.detached = false;
  // 1
  if (size <= 0) raise(rt, VALUE_ERROR, 'buffer size must be strictly positive');
  const old = buffered.raw;
  buffered.raw = rt.heap.incref(raw);
  rt.heap.xdecref(old);
  rt.charge(size >> 8, size);
  buffered.buffer = new Uint8Array(size);
  buffered.released = false;
  buffered.size = size;
  buffered.position = buffered.rawOffset = 0;
  buffered.forgetRead();
  buffered.forgetWritten();
  // 2
  buffered.rawPosition = -1;
  try {
    yield* rawTell(rt, buffered);
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
  buffered.initialised = true;
}

function* positionOf(rt: Runtime, answer: Ref): Steps<number> {
  const position = Number(yield* index(rt, answer));
  rt.heap.decref(answer);
  if (position < 0) raise(rt, OS_ERROR, `Raw stream returned invalid position ${position}`);
  return position;
}

export function* rawTell(rt: Runtime, buffered: Buffered): Steps<number> {
  const { raw } = buffered;
  buffered.rawPosition = isPlain(rt, raw, FILE_IO, 'tell') ? seekFile(rt, raw, 0, 1) : yield* positionOf(rt, yield* callMethod(rt, raw, 'tell'));
  return buffered.rawPosition;
}

export function* rawSeek(rt: Runtime, buffered: Buffered, target: number, whence: number): Steps<number> {
  const { raw } = buffered;
  if (isPlain(rt, raw, FILE_IO, 'seek')) buffered.rawPosition = seekFile(rt, raw, target, whence);
  else {
    const args = [rt.newInt(target), rt.newInt(whence)];
    try {
      buffered.rawPosition = yield* positionOf(rt, yield* callMethod(rt, raw, 'seek', ...args));
    } finally {
      for (const arg of args) rt.heap.decref(arg);
    }
  }
  return buffered.rawPosition;
}

/** Reads into a stretch of `target`; BLOCKED where the raw stream has nothing yet (_bufferedreader_raw_read). */
export function* rawRead(rt: Runtime, buffered: Buffered, target: Uint8Array): Steps<number> {
  const { raw } = buffered;
  let count: number;
  if (isPlain(rt, raw, FILE_IO, 'readinto')) {
    const bytes = readFile(rt, raw, target.length);
    if (bytes === null) return BLOCKED;
    target.set(bytes);
    count = bytes.length;
  } else {
    const memory = newByteArray(rt, target.slice());
    const view = newRawView(rt, rt.heap.incref(memory));
    try {
      const answer = yield* callMethod(rt, raw, 'readinto', view);
      if (answer === NONE) return BLOCKED;
      count = Number(yield* index(rt, answer));
      rt.heap.decref(answer);
      if (count < 0 || count > target.length) {
        raise(rt, OS_ERROR, `raw readinto() returned invalid length ${count} (should have been between 0 and ${target.length})`);
      }
      target.set(bytesLike(rt, memory).subarray(0, count));
    } finally {
      rt.heap.decref(view);
      rt.heap.decref(memory);
    }
  }
  if (count > 0 && buffered.rawPosition !== -1) buffered.rawPosition += count;
  return count;
}

/** Writes once; BLOCKED where the raw stream takes nothing yet (_bufferedwriter_raw_write). */
export function* rawWrite(rt: Runtime, buffered: Buffered, bytes: Uint8Array): Steps<number> {
  const { raw } = buffered;
  let count: number;
  if (isPlain(rt, raw, FILE_IO, 'write')) {
    const written = writeFile(rt, raw, bytes.slice());
    if (written === null) {
      buffered.blockedErrno = Errno.EAGAIN;
      return BLOCKED;
    }
    count = written;
  } else {
    const view = newRawView(rt, newBytes(rt, bytes.slice()));
    try {
      buffered.blockedErrno = 0;
      const answer = yield* callMethod(rt, raw, 'write', view);
      if (answer === NONE) return BLOCKED;
      count = Number(yield* index(rt, answer));
      rt.heap.decref(answer);
    } finally {
      rt.heap.decref(view);
    }
    if (count < 0 || count > bytes.length) {
      raise(rt, OS_ERROR, `raw write() returned invalid length ${count} (should have been between 0 and ${bytes.length})`);
    }
  }
  if (count > 0 && buffered.rawPosition !== -1) buffered.rawPosition += count;
  return count;
}

export function raiseBlocking(rt: Runtime, { blockedErrno }: Buffered, written: number): never {
  raiseWith(rt, BLOCKING_IO_ERROR, rt.newInt(blockedErrno), rt.newStr('write could not complete without blocking'), rt.newInt(written));
}

/** Mirrors _bufferedwriter_flush_unlocked(). */
export function* flushWritten(rt: Runtime, buffered: Buffered): Steps<void> {
  if (buffered.hasWritten && buffered.writeStart !== buffered.writeEnd) {
    const rewind = buffered.offset + (buffered.position - buffered.writeStart);
    if (rewind !== 0) {
      yield* rawSeek(rt, buffered, -rewind, 1);
      buffered.rawOffset -= rewind;
    }
    while (buffered.writeStart < buffered.writeEnd) {
      const count = yield* rawWrite(rt, buffered, buffered.buffer.subarray(buffered.writeStart, buffered.writeEnd));
      if (count === BLOCKED) raiseBlocking(rt, buffered, 0);
      buffered.writeStart += count;
      buffered.rawOffset = buffered.writeStart;
    }
  }
  buffered.forgetWritten();
}

/** Mirrors buffered_flush_and_rewind_unlocked(): what was read ahead is to be read again. */
export function* flushAndRewind(rt: Runtime, buffered: Buffered): Steps<void> {
  yield* flushWritten(rt, buffered);
  if (!buffered.readable) return;
  try {
    yield* rawSeek(rt, buffered, -buffered.offset, 1);
  } finally {
    buffered.forgetRead();
  }
}

/** Mirrors buffered_close(): 1 a warning, if nobody closed it; 2 flush; 3 the raw stream, even if that failed. */
export function* closeBuffered(rt: Runtime, self: Ref): Steps<void> {
  const buffered = usable(rt, self);
  if (yield* isClosed(rt, self)) return;
  // 1
  if (buffered.finalizing && buffered.raw !== NULL) yield* warnBelow(rt, buffered.raw, self);
  yield* bothOf(
    rt,
    // 2
    () => doMethod(rt, self, 'flush'),
    // 3
    function* () {
      try {
        yield* doMethod(rt, buffered.raw, 'close');
      } finally {
        buffered.released = true;
        buffered.buffer = new Uint8Array(0);
        buffered.readEnd = buffered.position = 0;
      }
    },
  );
}

/** Mirrors _PyIO's dealloc warnings: the stream below says what was not closed; its errors are nobody's. */
export function* warnBelow(rt: Runtime, below: Ref, source: Ref): Steps<void> {
  try {
    const method = yield* getAttrOrNull(rt, below, rt.name('_dealloc_warn'));
    if (method === NULL) return;
    try {
      rt.heap.decref(yield { callable: method, args: [source], keywords: NULL });
    } finally {
      rt.heap.decref(method);
    }
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
}

/** Mirrors _io__Buffered_detach_impl(). */
export function* detachBuffered(rt: Runtime, self: Ref): Steps<Ref> {
  const buffered = usable(rt, self);
  yield* doMethod(rt, self, 'flush');
  const { raw } = buffered;
  buffered.raw = NULL;
  buffered.detached = true;
  buffered.initialised = false;
  return raw;
}

/** Mirrors buffered_repr(). */
export function* showStream(rt: Runtime, self: Ref, describe: (shown: string | null) => string): Steps<Ref> {
  let name = NULL;
  try {
    name = yield* nameOf(rt, self);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, VALUE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
  }
  if (name === NULL) return rt.newStr(describe(null));
  try {
    if (!enterRepr(rt, self)) raise(rt, RUNTIME_ERROR, `reentrant call inside ${typeName(rt, self)}.__repr__`);
    try {
      const shown = yield* settle(rt, repr(rt, name));
      const text = describe(rt.text(shown));
      rt.heap.decref(shown);
      return rt.newStr(text);
    } finally {
      leaveRepr(rt, self);
    }
  } finally {
    rt.heap.decref(name);
  }
}
