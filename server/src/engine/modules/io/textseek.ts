import { OS_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { length } from '../../text/str.ts';
import { callMethod, doMethod, unsupportedOperation } from './calls.ts';
import { decodeChunk, decoderState, openStream, resetDecoder, resetEncoder, setDecoderState, type TextStream, writeFlush } from './textstream.ts';

/** What `tell` answers as one number: where to go in the buffer, and what to read there to be at a character. */
interface Cookie {
  readonly start: bigint;
  readonly flags: bigint;
  readonly bytesToFeed: number;
  readonly charactersToSkip: number;
  readonly needsEnd: boolean;
}

const pack = ({ start, flags, bytesToFeed, charactersToSkip, needsEnd }: Cookie): bigint =>
  start | (flags << 64n) | (BigInt(bytesToFeed) << 96n) | (BigInt(charactersToSkip) << 128n) | (BigInt(needsEnd) << 160n);

const part = (value: bigint, shift: bigint, bits: bigint): bigint => (value >> shift) & ((1n << bits) - 1n);

const unpack = (value: bigint): Cookie => ({
  start: part(value, 0n, 64n),
  flags: part(value, 64n, 32n),
  bytesToFeed: Number(part(value, 96n, 32n)),
  charactersToSkip: Number(part(value, 128n, 32n)),
  needsEnd: part(value, 160n, 8n) !== 0n,
});

const newInt = (rt: Runtime, value: bigint): Ref => rt.newInt(value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);

function* tellBuffer(rt: Runtime, stream: TextStream): Steps<bigint> {
  const answer = yield* callMethod(rt, stream.buffer, 'tell');
  const position = BigInt(yield* index(rt, answer));
  rt.heap.decref(answer);
  return position;
}

/**
 * Mirrors _io_TextIOWrapper_tell_impl(): 1 where the buffer is; 2 back to the snapshot; 3 guess how many of its bytes
 * were given out as characters; 4 byte by byte to the character, remembering where the decoder held nothing back.
 */
export function* tellText(rt: Runtime, self: Ref): Steps<Ref> {
  const stream = yield* openStream(rt, self);
  if (!stream.seekable) unsupportedOperation(rt, 'underlying stream is not seekable');
  if (!stream.telling) raise(rt, OS_ERROR, 'telling position disabled by next() call');
  yield* writeFlush(rt, stream);
  yield* doMethod(rt, self, 'flush');
  // 1
  const here = yield* tellBuffer(rt, stream);
  const { snapshot } = stream;
  if (!stream.reads || snapshot === null) return newInt(rt, here);
  // 2
  const { input } = snapshot;
  let { flags } = snapshot;
  let start = here - BigInt(input.length);
  const given = length(stream.decoded.slice(0, stream.used));
  if (stream.used === 0) return newInt(rt, pack({ start, flags, bytesToFeed: 0, charactersToSkip: 0, needsEnd: false }));
  const saved = yield* decoderState(rt, stream);
  const none = new Uint8Array(0);
  try {
    // 3
    let skip = Math.floor(stream.ratio * given);
    let left = given;
    let step = 1;
    const startFlags = flags;
    while (skip > 0) {
      yield* setDecoderState(rt, stream, { waiting: none, flags: startFlags });
      const decoded = length(yield* decodeChunk(rt, stream, input.slice(0, skip), false));
      if (decoded <= left) {
        const state = yield* decoderState(rt, stream);
        if (state.waiting.length === 0) {
          ({ flags } = state);
          left -= decoded;
          break;
        }
        skip -= state.waiting.length;
        step = 1;
      } else {
        skip -= step;
        step *= 2;
      }
    }
    if (skip <= 0) {
      skip = 0;
      yield* setDecoderState(rt, stream, { waiting: none, flags: startFlags });
    }
    start += BigInt(skip);
    if (left === 0) return newInt(rt, pack({ start, flags, bytesToFeed: 0, charactersToSkip: 0, needsEnd: false }));
    // 4
    let fed = 0;
    let decoded = 0;
    let needsEnd = false;
    let at = skip;
    for (; at < input.length; at++) {
      fed++;
      decoded += length(yield* decodeChunk(rt, stream, input.slice(at, at + 1), false));
      const state = yield* decoderState(rt, stream);
      if (state.waiting.length === 0 && decoded <= left) {
        start += BigInt(fed);
        left -= decoded;
        ({ flags } = state);
        fed = decoded = 0;
      }
      if (decoded >= left) break;
    }
    if (at >= input.length) {
      decoded += length(yield* decodeChunk(rt, stream, none, true));
      needsEnd = true;
      if (decoded < left) raise(rt, OS_ERROR, "can't reconstruct logical file position");
    }
    return newInt(rt, pack({ start, flags, bytesToFeed: fed, charactersToSkip: left, needsEnd }));
  } finally {
    yield* setDecoderState(rt, stream, saved);
  }
}

/** Mirrors _io_TextIOWrapper_seek_impl(). */
export function* seekText(rt: Runtime, self: Ref, target: Ref, whenceArgument: Ref): Steps<Ref> {
  const whence = whenceArgument === NULL ? 0 : yield* cInt(rt, whenceArgument);
  const stream = yield* openStream(rt, self);
  if (!stream.seekable) unsupportedOperation(rt, 'underlying stream is not seekable');
  // The target is compared with 0 before anything else is asked of it.
  if (rt.typeOf(target).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `'<' not supported between instances of '${typeName(rt, target)}' and 'int'`);
  let value = BigInt(yield* index(rt, target));
  switch (whence) {
    case 0:
      break;
    case 1: {
      if (value !== 0n) unsupportedOperation(rt, "can't do nonzero cur-relative seeks");
      const here = yield* callMethod(rt, self, 'tell');
      value = BigInt(yield* index(rt, here));
      rt.heap.decref(here);
      break;
    }
    case 2:
      if (value !== 0n) unsupportedOperation(rt, "can't do nonzero end-relative seeks");
      return yield* seekEnd(rt, self, stream);
    default:
      raise(rt, VALUE_ERROR, `invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (value < 0n) raise(rt, VALUE_ERROR, `negative seek position ${value}`);
  yield* doMethod(rt, self, 'flush');
  yield* moveTo(rt, stream, unpack(value));
  return newInt(rt, value);
}

function* seekEnd(rt: Runtime, self: Ref, stream: TextStream): Steps<Ref> {
  yield* doMethod(rt, self, 'flush');
  stream.setDecoded('');
  stream.snapshot = null;
  if (stream.reads) yield* resetDecoder(rt, stream);
  const end = yield* callMethod(rt, stream.buffer, 'seek', rt.newInt(0), rt.newInt(2));
  if (stream.writes) yield* resetEncoder(rt, stream, Number(yield* index(rt, end)) === 0);
  return end;
}

/** 1 the buffer; 2 the decoder; 3 the characters before the place are decoded again; 4 the encoder. */
function* moveTo(rt: Runtime, stream: TextStream, { start, flags, bytesToFeed, charactersToSkip, needsEnd }: Cookie): Steps<void> {
  // 1
  const position = newInt(rt, start);
  yield* doMethod(rt, stream.buffer, 'seek', position);
  rt.heap.decref(position);
  stream.setDecoded('');
  stream.snapshot = null;
  // 2
  if (stream.reads) {
    if (start === 0n && flags === 0n) yield* resetDecoder(rt, stream);
    else yield* setDecoderState(rt, stream, { waiting: new Uint8Array(0), flags });
  }
  // 3
  if (charactersToSkip > 0) {
    const count = rt.newInt(bytesToFeed);
    const data = yield* callMethod(rt, stream.buffer, 'read', count);
    rt.heap.decref(count);
    const input = bytesLike(rt, data).slice();
    rt.heap.decref(data);
    stream.snapshot = { flags, input };
    stream.setDecoded(yield* decodeChunk(rt, stream, input, needsEnd));
    if (length(stream.decoded) < charactersToSkip) raise(rt, OS_ERROR, "can't restore logical file position");
    stream.takeDecoded(charactersToSkip);
  } else stream.snapshot = { flags, input: new Uint8Array(0) };
  // 4
  if (stream.writes) yield* resetEncoder(rt, stream, start === 0n && flags === 0n);
}
