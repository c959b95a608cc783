import { BLOCKING_IO_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { BLOCKED, type Buffered, flushWritten, isClosed, raiseBlocking, rawSeek, rawWrite, usable } from './buffered.ts';

/**
 * Mirrors _io_BufferedWriter_write_impl(): 1 what fits goes into the buffer; 2 else the buffer is written first; 3 then
 * what is larger than a buffer, past it; 4 the rest goes into the buffer. Answers how much was taken.
 */
export function* writeBuffered(rt: Runtime, self: Ref, bytes: Uint8Array): Steps<number> {
  const buffered = usable(rt, self);
  if (buffered.released || (yield* isClosed(rt, self))) raise(rt, VALUE_ERROR, 'write to closed file');
  // 1
  if (fits(buffered, bytes)) return bytes.length;
  // 2
  try {
    yield* flushWritten(rt, buffered);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, BLOCKING_IO_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return keepWhatFits(rt, buffered, bytes);
  }
  const { offset } = buffered;
  if (offset !== 0) {
    yield* rawSeek(rt, buffered, -offset, 1);
    buffered.rawOffset -= offset;
  }
  // 3
  let written = 0;
  while (bytes.length - written > buffered.size) {
    const count = yield* rawWrite(rt, buffered, bytes.subarray(written));
    if (count === BLOCKED) {
      const part = bytes.subarray(written, written + buffered.size);
      store(buffered, part);
      raiseBlocking(rt, buffered, written + part.length);
    }
    written += count;
  }
  // 4
  if (buffered.readable) buffered.forgetRead();
  store(buffered, bytes.subarray(written));
  return bytes.length;
}

/** Puts bytes into the buffer if there is room for them and it is not the whole of it. */
function fits(buffered: Buffered, bytes: Uint8Array): boolean {
  if (!buffered.hasRead && !buffered.hasWritten) buffered.position = buffered.rawOffset = 0;
  const { position, size } = buffered;
  if (bytes.length > size - position || bytes.length >= size) return false;
  buffered.buffer.set(bytes, position);
  if (!buffered.hasWritten || buffered.writeStart > position) buffered.writeStart = position;
  buffered.moveTo(position + bytes.length);
  if (buffered.writeEnd < buffered.position) buffered.writeEnd = buffered.position;
  return true;
}

/** The buffer holds just these bytes. */
function store(buffered: Buffered, bytes: Uint8Array): void {
  buffered.buffer.set(bytes);
  buffered.writeStart = 0;
  buffered.writeEnd = bytes.length;
  buffered.moveTo(bytes.length);
  buffered.rawOffset = 0;
}

/** The raw stream took no more: the buffer takes what it has room for. */
function keepWhatFits(rt: Runtime, buffered: Buffered, bytes: Uint8Array): number {
  if (buffered.readable) buffered.forgetRead();
  const { writeStart, writeEnd } = buffered;
  buffered.buffer.copyWithin(0, writeStart, writeEnd);
  buffered.writeEnd -= writeStart;
  buffered.rawOffset -= writeStart;
  buffered.position -= writeStart;
  buffered.writeStart = 0;
  const room = buffered.size - buffered.writeEnd;
  const taken = bytes.subarray(0, room);
  buffered.buffer.set(taken, buffered.writeEnd);
  buffered.writeEnd += taken.length;
  buffered.position += taken.length;
  if (taken.length < bytes.length) raiseBlocking(rt, buffered, taken.length);
  return bytes.length;
}
