import type { Ref } from '../../heap/ref.ts';
import { encode } from '../../text/codec.ts';
import { modulesOf } from '../../versions/modules.ts';
import { textErrors } from '../../objects/core/errors.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

export const TEXT_IO_BASE = moduleTypeHandle();
export const TEXT_IO_WRAPPER = moduleTypeHandle();

const chunkSize = 8192;

/** Payload of a standard stream: the text layer's pending text and the bytes in the buffer below it (TextIOWrapper, BufferedWriter). */
export class TextStream {
  closed = false;
  /** Text not yet handed to the buffer, and its size in bytes. */
  pending = '';
  pendingSize = 0;
  buffered = '';
  bufferedSize = 0;
  constructor(
    readonly name: '<stdin>' | '<stdout>' | '<stderr>',
    public lineBuffering: boolean,
    public writeThrough = false,
  ) {}
}

export const streamOf = (rt: Runtime, stream: Ref): TextStream => rt.heap.payload[stream] as TextStream;

/** The stream behind an object whose `write` nobody has replaced, if it can be written; null otherwise. */
export function plainStream(rt: Runtime, object: Ref): TextStream | null {
  if (rt.heap.type[object] !== TEXT_IO_WRAPPER) return null;
  const stream = streamOf(rt, object);
  const dict = rt.heap.attributes[object]?.[0] ?? 0;
  return stream.closed || stream.name === '<stdin>' || dict !== 0 ? null : stream;
}

/** A surrogate without its partner. */
const surrogate = /\p{Surrogate}/u;
const isAscii = /^[\0-\x7f]*$/;

/** Size of text in UTF-8; raises UnicodeEncodeError for what the stream's error handler does not let through. */
function sizeOf(rt: Runtime, stream: TextStream, text: string): number {
  if (isAscii.test(text)) return text.length;
  if (surrogate.test(text)) return textErrors(rt, () => encode(text, 'utf-8', errorsOf(stream))).length;
  return textErrors(rt, () => encode(text, 'utf-8')).length;
}

export const errorsOf = (stream: TextStream): string => (stream.name === '<stderr>' ? 'backslashreplace' : 'surrogateescape');

/** Mirrors _io_TextIOWrapper_write_impl(). */
export function writeText(rt: Runtime, stream: TextStream, text: string): void {
  const size = sizeOf(rt, stream, text);
  rt.charge(0, size);
  if (modulesOf(rt.profile.version).streams.flushesBeforeChunk && stream.pendingSize + size > chunkSize) flushText(rt, stream);
  stream.pending += text;
  stream.pendingSize += size;
  const endsLine = stream.lineBuffering && (text.includes('\n') || text.includes('\r'));
  if (stream.pendingSize >= chunkSize || stream.writeThrough || endsLine) flushText(rt, stream);
  if (endsLine) flushBuffer(rt, stream);
}

/** Writes one piece after the other; false, with nothing written, if one may not be encoded. */
export function writePieces(rt: Runtime, stream: TextStream, pieces: readonly string[]): boolean {
  const whole = pieces.join('');
  if (surrogate.test(whole)) return false;
  // Where no piece can make the stream hand on its text, it makes no difference that they come one by one.
  if (!stream.lineBuffering && !stream.writeThrough && stream.pendingSize + 3 * whole.length < chunkSize) writeText(rt, stream, whole);
  else for (const piece of pieces) writeText(rt, stream, piece);
  return true;
}

/** Hands the pending text to the buffer (_textiowrapper_writeflush, _io_BufferedWriter_write_impl). */
function flushText(rt: Runtime, stream: TextStream): void {
  const { pending, pendingSize } = stream;
  stream.pending = '';
  stream.pendingSize = 0;
  const { bufferSize } = modulesOf(rt.profile.version).streams;
  if (pendingSize > bufferSize - stream.bufferedSize || pendingSize >= bufferSize) flushBuffer(rt, stream);
  if (pendingSize > bufferSize) {
    emit(rt, stream, pending);
    return;
  }
  stream.buffered += pending;
  stream.bufferedSize += pendingSize;
}

function flushBuffer(rt: Runtime, stream: TextStream): void {
  const { buffered } = stream;
  stream.buffered = '';
  stream.bufferedSize = 0;
  if (buffered !== '') emit(rt, stream, buffered);
}

function emit(rt: Runtime, stream: TextStream, text: string): void {
  rt.host.write(stream.name === '<stderr>' ? 'stderr' : 'stdout', text);
}

/** `flush()`. */
export function flushStream(rt: Runtime, stream: TextStream): void {
  flushText(rt, stream);
  flushBuffer(rt, stream);
}
