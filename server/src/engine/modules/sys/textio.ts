import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { length } from '../../text/str.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { iter, next, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle } from '../../objects/core/suspend.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { errorsOf, flushStream, streamOf, TEXT_IO_BASE, TEXT_IO_WRAPPER, TextStream, writeText } from './stream.ts';

export const newStream = (rt: Runtime, name: TextStream['name']): Ref =>
  rt.heap.allocateTracked(TEXT_IO_WRAPPER, new TextStream(name, name === '<stderr>'));

const checkOpen = (rt: Runtime, self: Ref): TextStream => {
  const stream = streamOf(rt, self);
  if (stream.closed) raise(rt, VALUE_ERROR, 'I/O operation on closed file.');
  return stream;
};

function write(rt: Runtime, self: Ref, text: Ref): Ref {
  if ((rt.typeOf(text).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `write() argument must be str, not ${text === NONE ? 'None' : typeName(rt, text)}`);
  const stream = checkOpen(rt, self);
  if (stream.name === '<stdin>') unsupported('sys.stdin.write');
  writeText(rt, stream, rt.text(text));
  return rt.newInt(length(rt.text(text)));
}

function close(rt: Runtime, self: Ref): Ref {
  const stream = streamOf(rt, self);
  if (!stream.closed) flushStream(rt, stream);
  stream.closed = true;
  return NONE;
}

const refused = (name: string): NativeFunction => native(name, '*args, **kwargs', () => unsupported(`sys.stdout.${name}`));

const fileno = { '<stdin>': 0, '<stdout>': 1, '<stderr>': 2 } as const;

const methods: readonly NativeFunction[] = [
  native('write', 'text, /', (rt, self, [text]) => write(rt, self, text!)),
  suspending('writelines', 'lines, /', function* (rt, self, [lines]) {
    checkOpen(rt, self);
    const iterator = yield* settle(rt, iter(rt, lines!));
    try {
      for (;;) {
        const line = yield* settle(rt, next(rt, iterator));
        if (line === NULL) return NONE;
        try {
          const method = yield* settle(rt, getAttr(rt, self, rt.name('write')));
          try {
            rt.heap.decref(yield* call(method, [line]));
          } finally {
            rt.heap.decref(method);
          }
        } finally {
          rt.heap.decref(line);
        }
      }
    } finally {
      rt.heap.decref(iterator);
    }
  }),
  native('flush', '', (rt, self) => {
    flushStream(rt, checkOpen(rt, self));
    return NONE;
  }),
  native('close', '', close),
  native('fileno', '', (rt, self) => rt.newInt(fileno[checkOpen(rt, self).name])),
  native('isatty', '', (rt, self) => {
    checkOpen(rt, self);
    return rt.newBool(false);
  }),
  native('readable', '', (rt, self) => rt.newBool(checkOpen(rt, self).name === '<stdin>')),
  native('writable', '', (rt, self) => rt.newBool(checkOpen(rt, self).name !== '<stdin>')),
  suspending('reconfigure', '*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None', function* (rt, self, args) {
    const [encoding, errors, newline, lineBuffering, writeThrough] = args;
    if ([encoding, errors, newline].some((arg) => arg !== NULL && arg !== NONE)) unsupported('sys.stdout.reconfigure of the encoding');
    const stream = checkOpen(rt, self);
    flushStream(rt, stream);
    if (lineBuffering !== NULL && lineBuffering !== NONE) stream.lineBuffering = yield* truth(rt, lineBuffering!);
    if (writeThrough !== NULL && writeThrough !== NONE) stream.writeThrough = yield* truth(rt, writeThrough!);
    return NONE;
  }),
  native('__enter__', '', (rt, self) => {
    checkOpen(rt, self);
    return rt.heap.incref(self);
  }),
  suspending('__exit__', '*args', function* (rt, self) {
    const method = yield* settle(rt, getAttr(rt, self, rt.name('close')));
    try {
      return yield* call(method, []);
    } finally {
      rt.heap.decref(method);
    }
  }),
  ...['read', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'detach', '__iter__', '__next__'].map(refused),
];

const attribute = (name: string, get: (rt: Runtime, stream: TextStream) => Ref): NativeAttribute => ({ name, get: (rt, self) => get(rt, streamOf(rt, self)) });

const attributes: readonly NativeAttribute[] = [
  attribute('name', (rt, { name }) => rt.newStr(name)),
  attribute('encoding', (rt) => rt.newStr('utf-8')),
  attribute('errors', (rt, stream) => rt.newStr(errorsOf(stream))),
  attribute('newlines', () => NONE),
  attribute('line_buffering', (rt, { lineBuffering }) => rt.newBool(lineBuffering)),
  attribute('write_through', (rt, { writeThrough }) => rt.newBool(writeThrough)),
  attribute('closed', (rt, { closed }) => rt.newBool(closed)),
  // An entry of the instance's dict in CPython.
  attribute('mode', (rt, { name }) => rt.newStr(name === '<stdin>' ? 'r' : 'w')),
  attribute('buffer', () => unsupported('sys.stdout.buffer')),
];

const flags = TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS;

defineType({ handle: TEXT_IO_BASE, name: '_TextIOBase', module: '_io', flags, slots: {} });

defineType({
  handle: TEXT_IO_WRAPPER,
  name: 'TextIOWrapper',
  module: '_io',
  base: TEXT_IO_BASE,
  flags: flags | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    // Mirrors iobase_finalize(): what is still in the buffers is written before the stream is freed.
    tp_finalize: (rt, self) => {
      const stream = streamOf(rt, self);
      if (!stream.closed) flushStream(rt, stream);
      stream.closed = true;
      return NULL;
    },
    tp_repr: (rt, self) => {
      const { name } = streamOf(rt, self);
      return rt.newStr(`<_io.TextIOWrapper name='${name}' mode='${name === '<stdin>' ? 'r' : 'w'}' encoding='utf-8'>`);
    },
  },
  methods,
  attributes,
});
