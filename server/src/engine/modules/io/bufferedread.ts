import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { acquireBuffer, isBytes, releaseBuffer } from '../../objects/bytes-like.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { concat } from '../../text/bytes.ts';
import { memoryToFill } from './bases.ts';
import { BLOCKED, type Buffered, flushAndRewind, rawRead, usable, usableOpen } from './buffered.ts';
import { callMethod, isPlain } from './calls.ts';
import { readFileToEnd } from './fileio.ts';
import { FILE_IO } from './types.ts';

/** Mirrors _bufferedreader_fill_buffer(). */
function* fill(rt: Runtime, buffered: Buffered): Steps<number> {
  const start = buffered.hasRead ? buffered.readEnd : 0;
  const count = yield* rawRead(rt, buffered, buffered.buffer.subarray(start));
  if (count > 0) buffered.readEnd = buffered.rawOffset = start + count;
  return count;
}

export function* read(rt: Runtime, self: Ref, count: number): Steps<Ref> {
  if (count < -1) raise(rt, VALUE_ERROR, 'read length must be non-negative or -1');
  const buffered = yield* usableOpen(rt, self, 'read of closed file');
  if (count === -1) return yield* readAll(rt, buffered);
  if (count <= buffered.ahead) return newBytes(rt, buffered.take(count));
  rt.charge(count >> 6, count);
  const bytes = yield* readMany(rt, buffered, count);
  return bytes === null ? NONE : newBytes(rt, bytes);
}

/** Mirrors _bufferedreader_read_all(): what is in the buffer, and what `readall` of the raw stream gives or its `read`. */
function* readAll(rt: Runtime, buffered: Buffered): Steps<Ref> {
  const current = buffered.take(buffered.ahead);
  if (buffered.writable) yield* flushAndRewind(rt, buffered);
  buffered.forgetRead();
  const { raw } = buffered;
  if (isPlain(rt, raw, FILE_IO, 'readall')) {
    const rest = readFileToEnd(rt, raw);
    if (rest !== null && buffered.rawPosition !== -1) buffered.rawPosition += rest.length;
    if (rest === null) return current.length === 0 ? NONE : newBytes(rt, current);
    return newBytes(rt, current.length === 0 ? rest : concat(current, rest));
  }
  const method = yield* getAttrOrNull(rt, raw, rt.name('readall'));
  if (method !== NULL) {
    let rest: Ref;
    try {
      rest = yield { callable: method, args: [], keywords: NULL };
    } finally {
      rt.heap.decref(method);
    }
    if (rest !== NONE && !isBytes(rt, rest)) raise(rt, TYPE_ERROR, 'readall() should return bytes');
    if (current.length === 0) return rest;
    if (rest === NONE) return newBytes(rt, current);
    const whole = concat(current, rt.heap.payload[rest] as Uint8Array);
    rt.heap.decref(rest);
    return newBytes(rt, whole);
  }
  const parts = [current];
  let size = current.length;
  for (;;) {
    const data = yield* callMethod(rt, raw, 'read');
    if (data !== NONE && !isBytes(rt, data)) raise(rt, TYPE_ERROR, 'read() should return bytes');
    if (data === NONE || (rt.heap.payload[data] as Uint8Array).length === 0) {
      if (size === 0) return data;
      rt.heap.decref(data);
      return newBytes(rt, concat(...parts));
    }
    const bytes = rt.heap.payload[data] as Uint8Array;
    parts.push(bytes);
    size += bytes.length;
    if (buffered.rawPosition !== -1) buffered.rawPosition += bytes.length;
    rt.heap.decref(data);
  }
}

/** Mirrors _bufferedreader_read_generic(): whole blocks go past the buffer. Null where nothing is there yet. */
function* readMany(rt: Runtime, buffered: Buffered, count: number): Steps<Uint8Array | null> {
  const result = new Uint8Array(count);
  let written = buffered.ahead;
  result.set(buffered.take(written));
  if (buffered.writable) yield* flushAndRewind(rt, buffered);
  buffered.forgetRead();
  const { size } = buffered;
  while (written < count) {
    const blocks = count - written - ((count - written) % size);
    if (blocks === 0) break;
    const read = yield* rawRead(rt, buffered, result.subarray(written, written + blocks));
    if (read <= 0) return read === 0 || written > 0 ? result.subarray(0, written) : null;
    written += read;
  }
  buffered.position = buffered.rawOffset = buffered.readEnd = 0;
  while (written < count && buffered.readEnd < size) {
    const read = yield* fill(rt, buffered);
    if (read <= 0) return read === 0 || written > 0 ? result.subarray(0, written) : null;
    const part = buffered.take(Math.min(read, count - written));
    result.set(part, written);
    written += part.length;
  }
  return result.subarray(0, written);
}

export function* read1(rt: Runtime, self: Ref, given: number): Steps<Ref> {
  const count = given < 0 ? usable(rt, self).size : given;
  const buffered = yield* usableOpen(rt, self, 'read of closed file');
  if (count === 0) return newBytes(rt, new Uint8Array(0));
  if (buffered.ahead > 0) return newBytes(rt, buffered.take(Math.min(count, buffered.ahead)));
  buffered.forgetRead();
  rt.charge(count >> 6, count);
  const result = new Uint8Array(count);
  const read = yield* rawRead(rt, buffered, result);
  return newBytes(rt, result.slice(0, Math.max(read, 0)));
}

/** Mirrors _buffered_readinto_generic(). */
export function* readInto(rt: Runtime, self: Ref, target: Ref, once: boolean): Steps<Ref> {
  usable(rt, self);
  const memory = memoryToFill(rt, once ? 'readinto1' : 'readinto', target);
  acquireBuffer(rt.heap, target);
  try {
    return yield* readIntoMemory(rt, self, memory, once);
  } finally {
    releaseBuffer(rt.heap, target);
  }
}

function* readIntoMemory(rt: Runtime, self: Ref, memory: Uint8Array, once: boolean): Steps<Ref> {
  const buffered = yield* usableOpen(rt, self, 'readinto of closed file');
  const { length } = memory;
  let written = Math.min(buffered.ahead, length);
  if (written > 0) {
    memory.set(buffered.take(written));
    if (written === length) return rt.newInt(written);
  }
  if (buffered.writable) yield* flushAndRewind(rt, buffered);
  buffered.forgetRead();
  buffered.position = 0;
  while (written < length) {
    const remaining = length - written;
    let count: number;
    if (remaining > buffered.size) count = yield* rawRead(rt, buffered, memory.subarray(written));
    else if (!(once && written > 0)) {
      count = yield* fill(rt, buffered);
      if (count > 0) {
        count = Math.min(count, remaining);
        memory.set(buffered.take(count), written);
        written += count;
        if (once) break;
        continue;
      }
    } else count = 0;
    if (count === 0 || (count === BLOCKED && written > 0)) break;
    if (count === BLOCKED) return NONE;
    written += count;
    if (once) break;
  }
  return rt.newInt(written);
}

/** Mirrors _buffered_readline(). */
export function* readline(rt: Runtime, self: Ref, given: number): Steps<Ref> {
  const buffered = yield* usableOpen(rt, self, 'readline of closed file');
  let limit = given;
  const within = (count: number): number => (limit >= 0 && count > limit ? limit : count);
  let count = within(buffered.ahead);
  const newline = buffered.buffer.subarray(buffered.position, buffered.position + count).indexOf(10);
  if (newline >= 0) return newBytes(rt, buffered.take(newline + 1));
  if (count === limit) return newBytes(rt, buffered.take(count));
  const parts = [buffered.take(count)];
  if (limit >= 0) limit -= count;
  if (buffered.writable) yield* flushAndRewind(rt, buffered);
  for (;;) {
    buffered.forgetRead();
    count = yield* fill(rt, buffered);
    if (count <= 0) break;
    count = within(count);
    buffered.position = 0;
    const at = buffered.buffer.subarray(0, count).indexOf(10);
    parts.push(buffered.take(at >= 0 ? at + 1 : count));
    if (at >= 0 || count === limit) break;
    rt.charge(1, count);
    if (limit >= 0) limit -= count;
  }
  return newBytes(rt, concat(...parts));
}

/** Mirrors _bufferedreader_peek_unlocked(). */
export function* peek(rt: Runtime, self: Ref): Steps<Ref> {
  const buffered = yield* usableOpen(rt, self, 'peek of closed file');
  if (buffered.writable) yield* flushAndRewind(rt, buffered);
  if (buffered.ahead > 0) return newBytes(rt, buffered.buffer.slice(buffered.position, buffered.readEnd));
  buffered.forgetRead();
  const count = Math.max(yield* fill(rt, buffered), 0);
  buffered.position = 0;
  return newBytes(rt, buffered.buffer.slice(0, count));
}
