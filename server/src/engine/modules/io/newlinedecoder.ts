import { TypeFlag, type Layout } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr, isTuple } from '../../objects/arguments.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newBytes, newTuple, tupleOf } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { callMethod, doMethod } from './calls.ts';
import { NewlineTranslator } from './newlines.ts';
import { NEWLINE_DECODER } from './types.ts';

/** Payload of an IncrementalNewlineDecoder: the decoder that it wraps, NULL where it is given text. */
class NewlineDecoder {
  decoder: Ref = NULL;
  errors: Ref = NULL;
  translator = new NewlineTranslator(false);
}

const layout: Layout = {
  traverse: (payload, visit) => {
    const { decoder, errors } = payload as NewlineDecoder;
    for (const ref of [decoder, errors]) if (ref !== NULL) visit(ref);
  },
  clear: (payload, released) => {
    const object = payload as NewlineDecoder;
    for (const ref of [object.decoder, object.errors]) if (ref !== NULL) released.push(ref);
    object.decoder = object.errors = NULL;
  },
};

const decoderOf = (rt: Runtime, self: Ref): NewlineDecoder => rt.heap.payload[self] as NewlineDecoder;

function* init(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const [decoder, translate, errors = NULL] = bind(rt, 'IncrementalNewlineDecoder', "decoder, translate, errors='strict'", args, keywords);
  const object = decoderOf(rt, self);
  const translates = yield* truth(rt, translate!);
  const old = [object.decoder, object.errors];
  object.decoder = decoder === NONE ? NULL : heap.incref(decoder!);
  object.errors = errors === NULL ? rt.newStr('strict') : heap.incref(errors);
  object.translator = new NewlineTranslator(translates);
  for (const ref of old) heap.xdecref(ref);
  return NULL;
}

function* decode(rt: Runtime, self: Ref, input: Ref, final: Ref): Steps<Ref> {
  const { decoder, translator } = decoderOf(rt, self);
  const isFinal = final !== NULL && (yield* truth(rt, final));
  const output = decoder === NULL ? rt.heap.incref(input) : yield* callMethod(rt, decoder, 'decode', input, rt.newBool(isFinal));
  try {
    if (!isStr(rt, output)) raise(rt, TYPE_ERROR, `decoder should return a string result, not '${typeName(rt, output)}'`);
    return rt.newStr(translator.decode(rt.text(output), isFinal));
  } finally {
    rt.heap.decref(output);
  }
}

/** The wrapped decoder's state, with whether a `\r` waits as its lowest bit. */
function* getState(rt: Runtime, self: Ref): Steps<Ref> {
  const { decoder, translator } = decoderOf(rt, self);
  const pending = translator.pendingReturn ? 1n : 0n;
  if (decoder === NULL) return newTuple(rt, [newBytes(rt, new Uint8Array(0)), rt.newInt(Number(pending))]);
  const state = yield* callMethod(rt, decoder, 'getstate');
  try {
    if (!isTuple(rt, state)) raise(rt, TYPE_ERROR, 'illegal decoder state');
    const [buffer, flag] = itemsOf(rt, state);
    const value = (BigInt(yield* index(rt, flag!)) << 1n) | pending;
    return newTuple(rt, [rt.heap.incref(buffer!), rt.newInt(value < 2n ** 53n ? Number(value) : value)]);
  } finally {
    rt.heap.decref(state);
  }
}

function* setState(rt: Runtime, self: Ref, state: Ref): Steps<Ref> {
  const { decoder, translator } = decoderOf(rt, self);
  if (!isTuple(rt, state)) raise(rt, TYPE_ERROR, 'state argument must be a tuple');
  const [buffer, flag] = itemsOf(rt, state);
  const value = BigInt(yield* index(rt, flag!));
  translator.pendingReturn = (value & 1n) !== 0n;
  if (decoder === NULL) return NONE;
  const rest = value >> 1n;
  const inner = tupleOf(rt, buffer!, rt.newInt(rest < 2n ** 53n ? Number(rest) : rest));
  try {
    yield* doMethod(rt, decoder, 'setstate', inner);
  } finally {
    rt.heap.decref(inner);
  }
  return NONE;
}

defineType({
  handle: NEWLINE_DECODER,
  name: 'IncrementalNewlineDecoder',
  module: '_io',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  layout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new NewlineDecoder()),
    tp_init: (rt, self, args, keywords) => begin(rt, init(rt, self, args, keywords)),
  },
  methods: [
    suspending('decode', 'input, final=False', (rt, self, [input, final]) => decode(rt, self, input!, final!)),
    suspending('getstate', '', getState),
    suspending('setstate', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
    suspending('reset', '', function* (rt, self) {
      const { decoder, translator } = decoderOf(rt, self);
      translator.reset();
      return decoder === NULL ? NONE : yield* callMethod(rt, decoder, 'reset');
    }),
  ],
  attributes: [{ name: 'newlines', get: (rt, self) => decoderOf(rt, self).translator.kinds(rt) }],
});
