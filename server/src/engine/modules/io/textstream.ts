import type { Layout } from '../../heap/heap.ts';
import { TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { itemsOf, newBytes, newTuple } from '../../objects/core/make.ts';
import { isStr, isTuple } from '../../objects/arguments.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { concat } from '../../text/bytes.ts';
import { codePoints } from '../../text/str.ts';
import { bufferedOf } from './buffered.ts';
import { writeBuffered } from './bufferedwrite.ts';
import { askAttribute, callMethod, closedError, doMethod, isPlain } from './calls.ts';
import type { DecoderState, StreamDecoder, StreamEncoder } from './codec.ts';
import { fileOf } from './fileio.ts';
import { releaseAttributes } from './layout.ts';
import type { LineEnds, NewlineTranslator } from './newlines.ts';
import { BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER, FILE_IO } from './types.ts';

/** What was read when the decoder held nothing back, so that `tell` can find its place again. */
export interface Snapshot {
  readonly flags: bigint;
  readonly input: Uint8Array;
}

/** Payload of a TextIOWrapper (struct textio). */
export class TextStream {
  buffer: Ref = NULL;
  encoding: Ref = NULL;
  errors: Ref = NULL;
  initialised = false;
  detached = false;
  finalizing = false;
  lineBuffering = false;
  writeThrough = false;
  seekable = false;
  /** Whether `tell` may be asked: not while lines are iterated over. */
  telling = false;
  hasRead1 = false;
  chunkSize = 8192;
  /** The argument `newline`. */
  newline: string | null = null;
  /** One of the encodings that are modelled here, or else an object of Python's (`encoder`, `decoder`); null and NULL where the buffer cannot. */
  ownEncoder: StreamEncoder | null = null;
  ownDecoder: StreamDecoder | null = null;
  encoder: Ref = NULL;
  decoder: Ref = NULL;
  translator: NewlineTranslator | null = null;
  /** Decoded text, and how much of it was given out. */
  decoded = '';
  used = 0;
  snapshot: Snapshot | null = null;
  /** Bytes a character took in the last chunk. */
  ratio = 0;
  /** What is to be handed to the buffer: encoded pieces, then text that is ASCII; and the size of all. */
  pending: Uint8Array[] = [];
  pendingText = '';
  pendingSize = 0;

  get reads(): boolean {
    return this.ownDecoder !== null || this.decoder !== NULL;
  }

  get writes(): boolean {
    return this.ownEncoder !== null || this.encoder !== NULL;
  }

  /** What `\n` becomes when it is written; null where it stays. */
  get written(): string | null {
    return this.newline === '\r' || this.newline === '\r\n' ? this.newline : null;
  }

  get lineEnds(): LineEnds {
    return { translated: this.newline === null, universal: this.newline === '', terminator: this.newline ?? '\n' };
  }

  setDecoded(text: string): void {
    this.decoded = text;
    this.used = 0;
  }

  /** The next `count` characters of what is decoded; all for −1. */
  takeDecoded(count: number): string {
    const { decoded, used } = this;
    const rest = used === 0 ? decoded : decoded.slice(used);
    if (count < 0 || count >= rest.length) {
      this.used = decoded.length;
      return rest;
    }
    const part = codePoints(rest.slice(0, 2 * count)).slice(0, count).reduce((text, point) => text + String.fromCodePoint(point), '');
    this.used = used + part.length;
    return part;
  }
}

export const textLayout: Layout = {
  traverse: (payload, visit) => {
    const { buffer, encoding, errors, encoder, decoder } = payload as TextStream;
    for (const ref of [buffer, encoding, encoder, decoder, errors]) if (ref !== NULL) visit(ref);
  },
  clear: (payload, released, heap, object) => {
    const stream = payload as TextStream;
    const { buffer, encoding, errors, encoder, decoder } = stream;
    stream.initialised = false;
    stream.buffer = stream.encoding = stream.errors = stream.encoder = stream.decoder = NULL;
    for (const ref of [buffer, encoding, encoder, decoder, errors]) if (ref !== NULL) released.push(ref);
    releaseAttributes(released, heap, object);
  },
};

export const streamOf = (rt: Runtime, self: Ref): TextStream => rt.heap.payload[self] as TextStream;

/** The payload of a stream that has a buffer below it (CHECK_ATTACHED). */
export function attached(rt: Runtime, self: Ref): TextStream {
  const stream = streamOf(rt, self);
  if (!stream.initialised) raise(rt, VALUE_ERROR, 'I/O operation on uninitialized object');
  if (stream.detached) raise(rt, VALUE_ERROR, 'underlying buffer has been detached');
  return stream;
}

const buffers: readonly Ref[] = [BUFFERED_WRITER, BUFFERED_READER, BUFFERED_RANDOM];

/** Whether the buffer is closed, where no Python code has a say in that; else undefined. */
export function closedNow(rt: Runtime, { buffer }: TextStream): boolean | undefined {
  if (!buffers.includes(rt.heap.type[buffer]!)) return undefined;
  const { raw, initialised } = bufferedOf(rt, buffer);
  return initialised && rt.heap.type[raw] === FILE_IO ? fileOf(rt, raw).fd < 0 : undefined;
}

/** The payload of an open stream (CHECK_CLOSED). */
export function* openStream(rt: Runtime, self: Ref): Steps<TextStream> {
  const stream = attached(rt, self);
  if (closedNow(rt, stream) ?? (yield* askAttribute(rt, stream.buffer, 'closed'))) closedError(rt);
  return stream;
}

/** Hands what is pending to the buffer (_textiowrapper_writeflush). */
export function* writeFlush(rt: Runtime, stream: TextStream): Steps<void> {
  if (stream.pendingSize === 0 && stream.pending.length === 0) return;
  const { pending, pendingText, ownEncoder, buffer } = stream;
  stream.pending = [];
  stream.pendingText = '';
  stream.pendingSize = 0;
  if (pendingText !== '') pending.push(ownEncoder!.encode(pendingText));
  const bytes = pending.length === 1 ? pending[0]! : concat(...pending);
  if (isPlain(rt, buffer, BUFFERED_WRITER, 'write')) {
    yield* writeBuffered(rt, buffer, bytes);
    return;
  }
  const object = newBytes(rt, bytes);
  try {
    yield* doMethod(rt, buffer, 'write', object);
  } finally {
    rt.heap.decref(object);
  }
}

/** Decodes, and reads line ends by the rule of the stream. */
export function* decodeChunk(rt: Runtime, stream: TextStream, input: Uint8Array, final: boolean): Steps<string> {
  const { ownDecoder, decoder, translator } = stream;
  rt.charge(input.length >> 5, input.length);
  let text: string;
  if (ownDecoder !== null) text = textErrors(rt, () => ownDecoder.decode(input, final));
  else {
    const object = newBytes(rt, input);
    try {
      const answer = yield* callMethod(rt, decoder, 'decode', object, rt.newBool(final));
      if (!isStr(rt, answer)) raise(rt, TYPE_ERROR, `decoder should return a string result, not '${typeName(rt, answer)}'`);
      text = rt.text(answer);
      rt.heap.decref(answer);
    } finally {
      rt.heap.decref(object);
    }
  }
  return translator === null ? text : translator.decode(text, final);
}

/** The decoder's state, whose lowest bit is that a `\r` waits where line ends are read. */
export function* decoderState(rt: Runtime, stream: TextStream): Steps<DecoderState> {
  const { ownDecoder, decoder, translator } = stream;
  let state: DecoderState;
  if (ownDecoder !== null) state = ownDecoder.getState();
  else {
    const answer = yield* callMethod(rt, decoder, 'getstate');
    try {
      if (!isTuple(rt, answer) || itemsOf(rt, answer).length !== 2) raise(rt, TYPE_ERROR, 'illegal decoder state');
      const [waiting, flags] = itemsOf(rt, answer);
      const bytes = bytesLikeNow(rt, waiting!);
      if (bytes === undefined) raise(rt, TYPE_ERROR, `illegal decoder state: the first item should be a bytes object, not '${typeName(rt, waiting!)}'`);
      state = { waiting: bytes, flags: BigInt(yield* index(rt, flags!)) };
    } finally {
      rt.heap.decref(answer);
    }
  }
  return translator === null ? state : { waiting: state.waiting, flags: (state.flags << 1n) | (translator.pendingReturn ? 1n : 0n) };
}

export function* setDecoderState(rt: Runtime, stream: TextStream, { waiting, flags }: DecoderState): Steps<void> {
  const { ownDecoder, decoder, translator } = stream;
  if (translator !== null) translator.pendingReturn = (flags & 1n) !== 0n;
  const inner = translator === null ? flags : flags >> 1n;
  if (ownDecoder !== null) ownDecoder.setState({ waiting, flags: inner });
  else {
    const state = newTuple(rt, [newBytes(rt, waiting), rt.newInt(inner < 2n ** 53n ? Number(inner) : inner)]);
    try {
      yield* doMethod(rt, decoder, 'setstate', state);
    } finally {
      rt.heap.decref(state);
    }
  }
}

export function* resetDecoder(rt: Runtime, stream: TextStream): Steps<void> {
  stream.translator?.reset();
  if (stream.ownDecoder !== null) stream.ownDecoder.reset();
  else if (stream.decoder !== NULL) yield* doMethod(rt, stream.decoder, 'reset');
}

/** Tells the encoder whether it stands at the start of the stream (_textiowrapper_encoder_reset). */
export function* resetEncoder(rt: Runtime, stream: TextStream, atStart: boolean): Steps<void> {
  if (stream.ownEncoder !== null) stream.ownEncoder.atStart = atStart;
  else if (atStart) yield* doMethod(rt, stream.encoder, 'reset');
  else yield* doMethod(rt, stream.encoder, 'setstate', rt.newInt(0));
}
