import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';
import { bufferedOf, flushAndRewind } from './buffered.ts';
import { callMethod, doMethod, isPlain, unsupportedOperation } from './calls.ts';
import { closedNow, openStream, resetDecoder, streamOf, type TextStream, writeFlush } from './textstream.ts';
import { BUFFERED_WRITER, TEXT_IO_WRAPPER } from './types.ts';

/** The bytes of a text; null where they are pending as text (ASCII needs no encoder to be asked). */
function* encoded(rt: Runtime, stream: TextStream, text: string): Steps<Uint8Array | null> {
  const { ownEncoder, encoder } = stream;
  rt.charge(text.length >> 5, text.length);
  if (ownEncoder !== null) {
    if (ownEncoder.takesPlain(text)) return null;
    return textErrors(rt, () => ownEncoder.encode(text));
  }
  const object = rt.newStr(text);
  try {
    const answer = yield* callMethod(rt, encoder, 'encode', object);
    if (!isBytes(rt, answer)) raise(rt, TYPE_ERROR, `encoder should return a bytes object, not '${typeName(rt, answer)}'`);
    const bytes = rt.heap.payload[answer] as Uint8Array;
    rt.heap.decref(answer);
    return bytes;
  } finally {
    rt.heap.decref(object);
  }
}

/** Mirrors _io_TextIOWrapper_write_impl(): 1 line ends; 2 the bytes; 3 they wait; 4 a chunk, or what a line end asks for; 5 what was read is void. */
export function* writeText(rt: Runtime, self: Ref, given: string): Steps<void> {
  const stream = yield* openStream(rt, self);
  if (!stream.writes) unsupportedOperation(rt, 'not writable');
  // 1
  const hasNewline = (stream.written !== null || stream.lineBuffering) && given.includes('\n');
  const text = hasNewline && stream.written !== null ? given.replaceAll('\n', stream.written) : given;
  const endsLine = stream.lineBuffering && (hasNewline || text.includes('\r'));
  // 2
  const bytes = yield* encoded(rt, stream, text);
  const size = bytes === null ? text.length : bytes.length;
  // 3
  if (modulesOf(rt.profile.version).streams.flushesBeforeChunk && stream.pendingSize + size > stream.chunkSize) yield* writeFlush(rt, stream);
  if (bytes === null) {
    stream.pendingText += text;
    stream.pendingSize += size;
  } else addBytes(stream, bytes);
  // 4
  if (stream.pendingSize >= stream.chunkSize || endsLine || stream.writeThrough) yield* writeFlush(rt, stream);
  if (endsLine) yield* flushBelow(rt, stream);
  // 5
  if (stream.snapshot !== null) {
    stream.setDecoded('');
    stream.snapshot = null;
  }
  if (stream.reads) yield* resetDecoder(rt, stream);
}

export function* flushBelow(rt: Runtime, { buffer }: TextStream): Steps<void> {
  if (isPlain(rt, buffer, BUFFERED_WRITER, 'flush') && bufferedOf(rt, buffer).initialised && !bufferedOf(rt, buffer).released) {
    yield* flushAndRewind(rt, bufferedOf(rt, buffer));
  } else yield* doMethod(rt, buffer, 'flush');
}

/** Mirrors _io_TextIOWrapper_flush_impl(). */
export function* flushText(rt: Runtime, self: Ref): Steps<void> {
  const stream = yield* openStream(rt, self);
  stream.telling = stream.seekable;
  yield* writeFlush(rt, stream);
  yield* flushBelow(rt, stream);
}

/** A text stream over a file that nobody has changed, of which `print` knows what each write does; null for any other object. */
export function plainStream(rt: Runtime, object: Ref): TextStream | null {
  if (rt.heap.type[object] !== TEXT_IO_WRAPPER) return null;
  const dict = rt.heap.attributes[object]?.[0] ?? NULL;
  if (dict !== NULL && getNamespaceItem(rt, dict, rt.name('write')) !== NULL) return null;
  const stream = streamOf(rt, object);
  if (!stream.initialised || stream.detached || stream.ownEncoder === null || stream.reads || stream.lineBuffering || stream.writeThrough || stream.written !== null) return null;
  return closedNow(rt, stream) === false ? stream : null;
}

/** Writes one piece after the other, where none makes the stream hand on what it holds; false, with nothing written, otherwise. */
export function writePieces(rt: Runtime, stream: TextStream, pieces: readonly string[]): boolean {
  const whole = pieces.join('');
  if (stream.pendingSize + 3 * whole.length >= stream.chunkSize) return false;
  const encoder = stream.ownEncoder!;
  if (encoder.takesPlain(whole)) {
    stream.pendingText += whole;
    stream.pendingSize += whole.length;
  } else {
    if (encoder.codec !== 'utf-8' || surrogate.test(whole)) return false;
    addBytes(stream, encoder.encode(whole));
  }
  rt.charge(0, whole.length);
  return true;
}

/** A surrogate without its partner. */
const surrogate = /\p{Surrogate}/u;

/** Bytes to write, behind the text that waits to be. */
function addBytes(stream: TextStream, bytes: Uint8Array): void {
  if (stream.pendingText !== '') stream.pending.push(stream.ownEncoder!.encode(stream.pendingText));
  stream.pendingText = '';
  stream.pending.push(bytes);
  stream.pendingSize += bytes.length;
}
