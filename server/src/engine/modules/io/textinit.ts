import { LOOKUP_ERROR, NONE, TRUE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { importName } from '../../interpreter/imports.ts';
import { badArgument, isStr } from '../../objects/arguments.ts';
import { getAttrOrNull, getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { newDict } from '../../objects/core/make.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { codecNamed } from '../../text/codec.ts';
import { modulesOf } from '../../versions/modules.ts';
import { askMethod, callMethod, doMethod, unsupportedOperation } from './calls.ts';
import { StreamDecoder, StreamEncoder } from './codec.ts';
import { NewlineTranslator } from './newlines.ts';
import { openStream, resetEncoder, streamOf, type TextStream } from './textstream.ts';

/** A str argument or None, as text; null for None and where it is absent. */
export function optionalText(rt: Runtime, method: string, name: string, object: Ref): string | null {
  if (object === NULL || object === NONE) return null;
  if (!isStr(rt, object)) badArgument(rt, method, `argument '${name}'`, 'str or None', object);
  return rt.text(object);
}

/** Mirrors validate_newline(). */
function checkNewline(rt: Runtime, newline: string | null): void {
  if (newline !== null && !['', '\n', '\r', '\r\n'].includes(newline)) raise(rt, VALUE_ERROR, `illegal newline value: ${newline}`);
}

/** The encoding that text files have where nobody names one. */
export const defaultEncoding = (rt: Runtime): string => modulesOf(rt.profile.version).streams.localeEncoding;

/** Takes over the two references. */
function setNames(rt: Runtime, stream: TextStream, encoding: Ref, errors: Ref): void {
  const old = [stream.encoding, stream.errors];
  stream.encoding = encoding;
  stream.errors = errors;
  for (const ref of old) rt.heap.xdecref(ref);
}

/**
 * Mirrors _textiowrapper_set_decoder() and _textiowrapper_set_encoder() for the encoding in `stream`: 1 an encoding that
 * is modelled here; 2 one that `codecs` finds.
 */
function* setCodecs(rt: Runtime, stream: TextStream, reads: boolean, writes: boolean): Steps<void> {
  const { heap } = rt;
  const encoding = rt.text(stream.encoding);
  const errors = rt.text(stream.errors);
  const codec = codecNamed(encoding);
  const old = [stream.encoder, stream.decoder];
  stream.encoder = stream.decoder = NULL;
  for (const ref of old) heap.xdecref(ref);
  stream.translator = reads && (stream.newline === null || stream.newline === '') ? new NewlineTranslator(stream.newline === null) : null;
  // 1
  stream.ownDecoder = codec !== null && reads ? new StreamDecoder(codec, errors) : null;
  stream.ownEncoder = codec !== null && writes ? new StreamEncoder(codec, errors) : null;
  if (codec !== null) return;
  // 2
  const info = yield* lookUpCodec(rt, stream.encoding);
  try {
    const isText = yield* getAttrOrNull(rt, info, rt.name('_is_text_encoding'));
    const refused = isText !== NULL && isText !== TRUE;
    heap.xdecref(isText);
    if (refused) raise(rt, LOOKUP_ERROR, `'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`);
    if (reads) stream.decoder = yield* callMethod(rt, info, 'incrementaldecoder', stream.errors);
    if (writes) stream.encoder = yield* callMethod(rt, info, 'incrementalencoder', stream.errors);
  } finally {
    heap.decref(info);
  }
}

function* lookUpCodec(rt: Runtime, encoding: Ref): Steps<Ref> {
  const globals = newDict(rt);
  try {
    const known = rt.modules === NULL ? NULL : getNamespaceItem(rt, rt.modules, rt.name('codecs'));
    const codecs = known !== NULL && known !== NONE ? rt.heap.incref(known) : yield* importName(rt, globals, 'codecs', NONE, 0);
    try {
      return yield* callMethod(rt, codecs, 'lookup', encoding);
    } finally {
      rt.heap.decref(codecs);
    }
  } finally {
    rt.heap.decref(globals);
  }
}

/** Mirrors _textiowrapper_fix_encoder_state(): a stream that does not begin at its start needs no byte order mark. */
function* fixEncoder(rt: Runtime, stream: TextStream): Steps<void> {
  if (!stream.seekable || !stream.writes) return;
  const position = yield* callMethod(rt, stream.buffer, 'tell');
  const isStart = Number(yield* index(rt, position)) === 0;
  rt.heap.decref(position);
  if (!isStart) yield* resetEncoder(rt, stream, false);
}

/** Mirrors _io_TextIOWrapper___init___impl(): 1 the arguments; 2 what the buffer can do; 3 encoder and decoder; 4 its position. */
export function* initText(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const names = 'buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False';
  const [buffer, encodingGiven, errorsGiven, newlineGiven, lineBuffering, writeThrough] = bind(rt, 'TextIOWrapper', names, args, keywords);
  const stream = streamOf(rt, self);
  // 1
  const encoding = optionalText(rt, 'TextIOWrapper', 'encoding', encodingGiven!);
  const errors = optionalText(rt, 'TextIOWrapper', 'errors', errorsGiven!);
  const newline = optionalText(rt, 'TextIOWrapper', 'newline', newlineGiven!);
  checkNewline(rt, newline);
  stream.initialised = false;
  stream.detached = false;
  stream.lineBuffering = lineBuffering !== NULL && (yield* truth(rt, lineBuffering!));
  stream.writeThrough = writeThrough !== NULL && (yield* truth(rt, writeThrough!));
  stream.newline = newline;
  const isNamed = encoding !== null && encoding !== 'locale';
  setNames(rt, stream, isNamed ? heap.incref(encodingGiven!) : rt.newStr(defaultEncoding(rt)), errors === null ? rt.newStr('strict') : heap.incref(errorsGiven!));
  // 2
  const reads = yield* askMethod(rt, buffer!, 'readable');
  const writes = yield* askMethod(rt, buffer!, 'writable');
  // 3
  yield* setCodecs(rt, stream, reads, writes);
  const old = stream.buffer;
  stream.buffer = heap.incref(buffer!);
  heap.xdecref(old);
  // 4
  stream.seekable = stream.telling = yield* askMethod(rt, buffer!, 'seekable');
  const read1 = yield* getAttrOrNull(rt, buffer!, rt.name('read1'));
  heap.xdecref(read1);
  stream.hasRead1 = read1 !== NULL;
  yield* fixEncoder(rt, stream);
  stream.initialised = true;
  return NULL;
}

/** Mirrors _io_TextIOWrapper_reconfigure_impl(). */
export function* reconfigure(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<void> {
  const [encodingGiven, errorsGiven, newlineGiven, lineBuffering, writeThrough] = args;
  const stream = yield* openStream(rt, self);
  const encoding = optionalText(rt, 'reconfigure', 'encoding', encodingGiven!);
  const errors = optionalText(rt, 'reconfigure', 'errors', errorsGiven!);
  const changes = encoding !== null || errors !== null || newlineGiven !== NULL;
  if (stream.decoded !== '' && changes) {
    unsupportedOperation(rt, 'It is not possible to set the encoding or newline of stream after the first read');
  }
  const newline = optionalText(rt, 'reconfigure', 'newline', newlineGiven!);
  if (newlineGiven !== NULL) checkNewline(rt, newline);
  const buffersLines = given(lineBuffering!) ? yield* truth(rt, lineBuffering!) : stream.lineBuffering;
  const writesThrough = given(writeThrough!) ? yield* truth(rt, writeThrough!) : stream.writeThrough;
  yield* doMethod(rt, self, 'flush');
  stream.ratio = 0;
  if (newlineGiven !== NULL) stream.newline = newline;
  if (changes) {
    const { heap } = rt;
    const name = encoding === null ? heap.incref(stream.encoding) : encoding === 'locale' ? rt.newStr(defaultEncoding(rt)) : heap.incref(encodingGiven!);
    const handler = errors !== null ? heap.incref(errorsGiven!) : encoding === null ? heap.incref(stream.errors) : rt.newStr('strict');
    const { reads, writes } = stream;
    setNames(rt, stream, name, handler);
    yield* setCodecs(rt, stream, reads, writes);
    yield* fixEncoder(rt, stream);
  }
  stream.lineBuffering = buffersLines;
  stream.writeThrough = writesThrough;
}

const given = (object: Ref): boolean => object !== NULL && object !== NONE;
