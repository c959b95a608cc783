import type { Layout } from '../../heap/heap.ts';
import { NONE, TRUE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { callMethod, doMethod, ioFlags } from './calls.ts';
import { releaseAttributes } from './layout.ts';
import { bothOf, checkAbility } from './iobase.ts';
import { BUFFERED_IO_BASE, BUFFERED_READER, BUFFERED_RW_PAIR, BUFFERED_WRITER } from './types.ts';

/** Payload of a BufferedRWPair: a BufferedReader and a BufferedWriter. */
class Pair {
  reader: Ref = NULL;
  writer: Ref = NULL;
}

const layout: Layout = {
  traverse: (payload, visit) => {
    const { reader, writer } = payload as Pair;
    for (const ref of [reader, writer]) if (ref !== NULL) visit(ref);
  },
  clear: (payload, released, heap, object) => {
    const pair = payload as Pair;
    for (const ref of [pair.reader, pair.writer]) if (ref !== NULL) released.push(ref);
    pair.reader = pair.writer = NULL;
    releaseAttributes(released, heap, object);
  },
};

const pairOf = (rt: Runtime, self: Ref): Pair => rt.heap.payload[self] as Pair;

function* init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [reader, writer, size = NULL] = bind(rt, 'BufferedRWPair', 'reader, writer, buffer_size=8192, /', args, keywords);
  yield* checkAbility(rt, reader!, 'readable');
  yield* checkAbility(rt, writer!, 'writable');
  const pair = pairOf(rt, self);
  const further = size === NULL ? [] : [size];
  pair.reader = yield* call(BUFFERED_READER, [reader!, ...further]);
  pair.writer = yield* call(BUFFERED_WRITER, [writer!, ...further]);
  return NULL;
}

type Side = 'reader' | 'writer';

function sideOf(rt: Runtime, self: Ref, side: Side): Ref {
  const object = pairOf(rt, self)[side];
  return object === NULL ? raise(rt, VALUE_ERROR, 'I/O operation on uninitialized object') : object;
}

/** A method that one of the two does. */
const forwarded = (side: Side, name: string): NativeFunction =>
  rawNative(name, (rt, self, args, keywords) => begin(rt, forward(rt, sideOf(rt, self, side), name, args, keywords)));

function* forward(rt: Runtime, object: Ref, name: string, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const method = yield* settle(rt, getAttrText(rt, object, name));
  try {
    return yield { callable: method, args, keywords };
  } finally {
    rt.heap.decref(method);
  }
}

defineType({
  handle: BUFFERED_RW_PAIR,
  name: 'BufferedRWPair',
  module: '_io',
  base: BUFFERED_IO_BASE,
  addsLayout: true,
  flags: ioFlags,
  layout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new Pair()),
    tp_init: (rt, self, args, keywords) => begin(rt, init(rt, self, args, keywords)),
  },
  methods: [
    ...['read', 'peek', 'read1', 'readinto', 'readinto1', 'readable'].map((name) => forwarded('reader', name)),
    ...['write', 'flush', 'writable'].map((name) => forwarded('writer', name)),
    // The writer first, and the reader even if that failed.
    suspending('close', '', function* (rt, self) {
      yield* bothOf(
        rt,
        () => doMethod(rt, sideOf(rt, self, 'writer'), 'close'),
        () => doMethod(rt, sideOf(rt, self, 'reader'), 'close'),
      );
      return NONE;
    }),
    suspending('isatty', '', function* (rt, self) {
      const answer = yield* callMethod(rt, sideOf(rt, self, 'writer'), 'isatty');
      if (answer === TRUE) return answer;
      rt.heap.decref(answer);
      return yield* callMethod(rt, sideOf(rt, self, 'reader'), 'isatty');
    }),
  ],
  attributes: [{ name: 'closed', get: (rt, self) => getAttrText(rt, sideOf(rt, self, 'writer'), 'closed') }],
});

