import { NONE, OS_ERROR, TRUE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr, toSize } from '../../objects/arguments.ts';
import { getAttrOrNull, getAttrText } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { length } from '../../text/str.ts';
import { modulesOf } from '../../versions/modules.ts';
import { showStream, warnBelow } from './buffered.ts';
import { askAttribute, callMethod, doMethod, ioFlags, sizeArgument } from './calls.ts';
import { bothOf } from './iobase.ts';
import { initText, reconfigure } from './textinit.ts';
import { readLine, readText } from './textread.ts';
import { seekText, tellText } from './textseek.ts';
import { attached, streamOf, textLayout, TextStream } from './textstream.ts';
import { flushText, writeText } from './textwrite.ts';
import { TEXT_IO_BASE, TEXT_IO_WRAPPER } from './types.ts';

/** Mirrors _io_TextIOWrapper_close_impl(): 1 a warning, if nobody closed it; 2 flush; 3 the buffer, even if that failed. */
function* close(rt: Runtime, self: Ref): Steps<Ref> {
  const stream = attached(rt, self);
  if (yield* askAttribute(rt, self, 'closed')) return NONE;
  // 1
  if (stream.finalizing) yield* warnBelow(rt, stream.buffer, self);
  yield* bothOf(
    rt,
    // 2
    () => doMethod(rt, self, 'flush'),
    // 3
    () => doMethod(rt, stream.buffer, 'close'),
  );
  return NONE;
}

function* detach(rt: Runtime, self: Ref): Steps<Ref> {
  const stream = attached(rt, self);
  yield* doMethod(rt, self, 'flush');
  const { buffer } = stream;
  stream.buffer = NULL;
  stream.detached = true;
  return buffer;
}

/** Mirrors textiowrapper_iternext(): `tell` cannot be asked until the lines are at their end. */
function* nextLine(rt: Runtime, self: Ref): Steps<Ref> {
  const stream = attached(rt, self);
  stream.telling = false;
  if (rt.heap.type[self] === TEXT_IO_WRAPPER) {
    const line = yield* readLine(rt, self, -1);
    if (line !== '') return rt.newStr(line);
  } else {
    const line = yield* callMethod(rt, self, 'readline');
    if (!isStr(rt, line)) raise(rt, OS_ERROR, `readline() should have returned a str object, not '${typeName(rt, line)}'`);
    if (rt.text(line) !== '') return line;
    rt.heap.decref(line);
  }
  stream.snapshot = null;
  stream.telling = stream.seekable;
  return NULL;
}

function* truncate(rt: Runtime, self: Ref, size: Ref): Steps<Ref> {
  const stream = attached(rt, self);
  yield* doMethod(rt, self, 'flush');
  return yield* callMethod(rt, stream.buffer, 'truncate', size === NULL ? NONE : size);
}

/** Mirrors textiowrapper_repr(). */
function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const stream = streamOf(rt, self);
  if (!stream.initialised) raise(rt, VALUE_ERROR, 'I/O operation on uninitialized object');
  const mode = yield* getAttrOrNull(rt, self, rt.name('mode'));
  const shownMode = mode === NULL ? '' : ` mode='${isStr(rt, mode) ? rt.text(mode) : ''}'`;
  rt.heap.xdecref(mode);
  const encoding = rt.text(stream.encoding);
  return yield* showStream(rt, self, (name) => `<_io.TextIOWrapper${name === null ? '' : ` name=${name}`}${shownMode} encoding='${encoding}'>`);
}

const forwarded = (name: string): NativeFunction => suspending(name, '', (rt, self) => callMethod(rt, attached(rt, self).buffer, name));

const refusePickling = (rt: Runtime, self: Ref): never => raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).streams.cannotPickle(rt.typeOf(self).name));

const methods: readonly NativeFunction[] = [
  suspending('detach', '', detach),
  suspending('reconfigure', '*, encoding=None, errors=None, newline=, line_buffering=None, write_through=None', function* (rt, self, args) {
    yield* reconfigure(rt, self, args);
    return NONE;
  }),
  suspending('write', 'text, /', function* (rt, self, [text]) {
    if (!isStr(rt, text!)) raise(rt, TYPE_ERROR, `write() argument must be str, not ${text === NONE ? 'None' : typeName(rt, text!)}`);
    yield* writeText(rt, self, rt.text(text!));
    return rt.newInt(length(rt.text(text!)));
  }),
  suspending('read', 'size=-1, /', function* (rt, self, [size]) {
    attached(rt, self);
    return yield* readText(rt, self, yield* sizeArgument(rt, size!));
  }),
  suspending('readline', 'size=-1, /', function* (rt, self, [size]) {
    attached(rt, self);
    return rt.newStr(yield* readLine(rt, self, size === NULL ? -1 : toSize(rt, yield* index(rt, size!))));
  }),
  suspending('flush', '', function* (rt, self) {
    yield* flushText(rt, self);
    return NONE;
  }),
  suspending('close', '', close),
  ...['fileno', 'seekable', 'readable', 'writable', 'isatty'].map(forwarded),
  suspending('seek', 'cookie, whence=0, /', (rt, self, [cookie, whence]) => seekText(rt, self, cookie!, whence!)),
  suspending('tell', '', tellText),
  suspending('truncate', 'pos=None, /', (rt, self, [size]) => truncate(rt, self, size!)),
  native('__reduce__', '', refusePickling),
  native('__reduce_ex__', 'protocol, /', refusePickling),
  native('__getstate__', '', refusePickling),
];

const member = (name: string, get: (rt: Runtime, stream: TextStream) => Ref): NativeAttribute => ({ name, member: true, get: (rt, self) => get(rt, streamOf(rt, self)) });

const heldOrNone = (rt: Runtime, object: Ref): Ref => (object === NULL ? NONE : rt.heap.incref(object));

const attributes: readonly NativeAttribute[] = [
  member('encoding', (rt, { encoding }) => heldOrNone(rt, encoding)),
  {
    name: 'buffer',
    member: true,
    get: (rt, self) => heldOrNone(rt, (modulesOf(rt.profile.version).streams.bufferIsChecked ? attached(rt, self) : streamOf(rt, self)).buffer),
  },
  member('line_buffering', (rt, { lineBuffering }) => rt.newBool(lineBuffering)),
  member('write_through', (rt, { writeThrough }) => rt.newBool(writeThrough)),
  {
    name: '_finalizing',
    member: true,
    get: (rt, self) => rt.newBool(streamOf(rt, self).finalizing),
    set: (rt, self, value) => begin(rt, setFinalizing(rt, self, value)),
  },
  { name: 'name', get: (rt, self) => getAttrText(rt, attached(rt, self).buffer, 'name') },
  { name: 'closed', get: (rt, self) => getAttrText(rt, attached(rt, self).buffer, 'closed') },
  { name: 'newlines', get: (rt, self) => attached(rt, self).translator?.kinds(rt) ?? NONE },
  { name: 'errors', get: (rt, self) => rt.heap.incref(attached(rt, self).errors) },
  {
    name: '_CHUNK_SIZE',
    get: (rt, self) => rt.newInt(attached(rt, self).chunkSize),
    set: (rt, self, value) => begin(rt, setChunkSize(rt, self, value)),
  },
];

function* setFinalizing(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  streamOf(rt, self).finalizing = value === TRUE || (yield* truth(rt, value));
  return NULL;
}

function* setChunkSize(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const size = toSize(rt, yield* index(rt, value));
  if (size <= 0) raise(rt, VALUE_ERROR, 'a strictly positive integer is required');
  attached(rt, self).chunkSize = size;
  return NULL;
}

defineType({
  handle: TEXT_IO_WRAPPER,
  name: 'TextIOWrapper',
  module: '_io',
  base: TEXT_IO_BASE,
  addsLayout: true,
  flags: ioFlags,
  layout: textLayout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new TextStream()),
    tp_init: (rt, self, args, keywords) => begin(rt, initText(rt, self, args, keywords)),
    tp_repr: (rt, self) => begin(rt, show(rt, self)),
    tp_iternext: (rt, self) => begin(rt, nextLine(rt, self)),
  },
  methods,
  attributes,
});
