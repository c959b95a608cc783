import type { Ref } from '../../heap/ref.ts';
import { instanceDict, setNamespaceItem } from '../../objects/core/attributes.ts';
import { caught } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { modulesOf } from '../../versions/modules.ts';
import { Buffered } from '../io/buffered.ts';
import { StreamDecoder, StreamEncoder } from '../io/codec.ts';
import { fileOf, newFileIO } from '../io/fileio.ts';
import { TextStream } from '../io/textstream.ts';
import { flushText } from '../io/textwrite.ts';
import { BUFFERED_READER, BUFFERED_WRITER, FILE_IO, TEXT_IO_WRAPPER } from '../io/types.ts';

export type StandardStream = 'stdin' | 'stdout' | 'stderr';

const descriptors: Readonly<Record<StandardStream, number>> = { stdin: 0, stdout: 1, stderr: 2 };
const blockSize = 4096;
const encoding = 'utf-8';

const nameIt = (rt: Runtime, object: Ref, attribute: string, text: string): void =>
  setNamespaceItem(rt, instanceDict(rt, object), rt.name(attribute), rt.newStr(text));

/**
 * Mirrors create_stdio() in the reference environment, where stdin is `/dev/null` and the others are pipes: 1 the raw
 * stream; 2 its buffer; 3 the text stream. No descriptor is asked, since start-up is before every run.
 */
export function newStandardStream(rt: Runtime, name: StandardStream): Ref {
  const isInput = name === 'stdin';
  // 1
  const raw = newFileIO(rt, FILE_IO);
  const file = fileOf(rt, raw);
  file.fd = descriptors[name];
  file.closefd = false;
  file.readable = isInput;
  file.writable = !isInput;
  file.seekable = isInput;
  file.blockSize = blockSize;
  nameIt(rt, raw, 'name', `<${name}>`);
  // 2
  const buffered = new Buffered();
  buffered.raw = raw;
  buffered.readable = isInput;
  buffered.writable = !isInput;
  buffered.size = modulesOf(rt.profile.version).streams.bufferSize;
  buffered.buffer = new Uint8Array(buffered.size);
  buffered.released = false;
  buffered.rawPosition = isInput ? 0 : -1;
  buffered.initialised = true;
  const buffer = newInstance(rt, isInput ? BUFFERED_READER : BUFFERED_WRITER, buffered);
  // 3
  const errors = name === 'stderr' ? 'backslashreplace' : 'surrogateescape';
  const text = new TextStream();
  text.buffer = buffer;
  text.encoding = rt.newStr(encoding);
  text.errors = rt.newStr(errors);
  text.newline = '\n';
  text.lineBuffering = name === 'stderr';
  text.seekable = text.telling = isInput;
  text.hasRead1 = isInput;
  if (isInput) text.ownDecoder = new StreamDecoder(encoding, errors);
  else text.ownEncoder = new StreamEncoder(encoding, errors);
  text.initialised = true;
  const stream = newInstance(rt, TEXT_IO_WRAPPER, text);
  nameIt(rt, stream, 'mode', isInput ? 'r' : 'w');
  return stream;
}

/** Flushes a stream of a run that was stopped, as far as no Python code is needed for it. */
export function flushStopped(rt: Runtime, stream: Ref): void {
  if (rt.heap.type[stream] !== TEXT_IO_WRAPPER) return;
  try {
    flushText(rt, stream).next();
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
}
