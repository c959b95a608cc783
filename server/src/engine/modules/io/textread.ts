import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { concat } from '../../text/bytes.ts';
import { length } from '../../text/str.ts';
import { callMethod, unsupportedOperation } from './calls.ts';
import { lineEnd } from './newlines.ts';
import { decodeChunk, decoderState, openStream, type TextStream, writeFlush } from './textstream.ts';


/** Reads from the buffer by a method of its own; the bytes are copied. */
function* bytesBelow(rt: Runtime, stream: TextStream, method: 'read' | 'read1', size: number): Steps<Uint8Array> {
  const count = size < 0 ? NULL : rt.newInt(size);
  const data = yield* callMethod(rt, stream.buffer, method, ...(count === NULL ? [] : [count]));
  rt.heap.xdecref(count);
  try {
    const bytes = bytesLikeNow(rt, data);
    if (bytes === undefined) raise(rt, TYPE_ERROR, `underlying ${method}() should have returned a bytes-like object, not '${data === NONE ? 'NoneType' : typeName(rt, data)}'`);
    return bytes.slice();
  } finally {
    rt.heap.decref(data);
  }
}

/** Mirrors textiowrapper_read_chunk(): false at the end of the file. */
function* readChunk(rt: Runtime, stream: TextStream, hint: number): Steps<boolean> {
  if (!stream.reads) unsupportedOperation(rt, 'not readable');
  const state = stream.telling ? yield* decoderState(rt, stream) : null;
  const wanted = hint > 0 ? Math.floor(Math.max(stream.ratio, 1) * hint) : 0;
  const input = yield* bytesBelow(rt, stream, stream.hasRead1 ? 'read1' : 'read', Math.max(stream.chunkSize, wanted));
  const isEnd = input.length === 0;
  const text = yield* decodeChunk(rt, stream, input, isEnd);
  stream.setDecoded(text);
  stream.ratio = text.length > 0 ? input.length / length(text) : 0;
  if (state !== null) stream.snapshot = { flags: state.flags, input: state.waiting.length === 0 ? input : concat(state.waiting, input) };
  return text.length > 0 || !isEnd;
}

/** Mirrors _io_TextIOWrapper_read_impl(). */
export function* readText(rt: Runtime, self: Ref, count: number): Steps<Ref> {
  const stream = yield* openStream(rt, self);
  if (!stream.reads) unsupportedOperation(rt, 'not readable');
  yield* writeFlush(rt, stream);
  if (count < 0) {
    const input = yield* bytesBelow(rt, stream, 'read', -1);
    const text = yield* decodeChunk(rt, stream, input, true);
    const whole = stream.takeDecoded(-1) + text;
    stream.setDecoded('');
    stream.snapshot = null;
    return rt.newStr(whole);
  }
  let text = stream.takeDecoded(count);
  let left = count - length(text);
  while (left > 0) {
    if (!(yield* readChunk(rt, stream, left))) break;
    const part = stream.takeDecoded(left);
    text += part;
    left -= length(part);
  }
  return rt.newStr(text);
}

/** How long the first `limit` characters of a text are. */
function prefix(text: string, limit: number): number {
  let at = 0;
  for (let i = 0; i < limit && at < text.length; i++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** Mirrors _textiowrapper_readline(): what was decoded, and further chunks until a line ends. */
export function* readLine(rt: Runtime, self: Ref, limit: number): Steps<string> {
  const stream = yield* openStream(rt, self);
  yield* writeFlush(rt, stream);
  let line = '';
  for (;;) {
    while (stream.used >= stream.decoded.length) {
      if (yield* readChunk(rt, stream, 0)) continue;
      stream.setDecoded('');
      stream.snapshot = null;
      return line;
    }
    const before = line.length;
    line += stream.decoded.slice(stream.used);
    // A line end of two characters may have begun in what was there before.
    let end = lineEnd(line, Math.max(0, before - 1), stream.lineEnds);
    const most = limit >= 0 && limit <= line.length ? prefix(line, limit) : line.length;
    if (end < 0 && limit >= 0 && length(line) >= limit) end = most;
    if (end >= 0) {
      end = Math.min(end, most);
      stream.used += Math.max(end - before, 0);
      return line.slice(0, end);
    }
    rt.charge(1, line.length - before);
    stream.used = stream.decoded.length;
  }
}
