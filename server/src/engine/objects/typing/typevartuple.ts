import { TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { typingOf } from '../../versions/typing.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { copyRefs, itemsOf, newTuple, tupleOf } from '../core/make.ts';
import { native, suspending } from '../core/native.ts';
import { iter } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { begin, settle, type Steps } from '../core/suspend.ts';
import { callTyping, unpacked } from './python.ts';
import {
  boundAttribute,
  constructed,
  defaultAttributes,
  hasDefaultMethod,
  nameAttribute,
  noSubclasses,
  reduceMethod,
  typeParamFlags,
  typeParamLayout,
  typeParamRepr,
  varianceAttributes,
} from './typeparam.ts';

export const TYPE_VAR_TUPLE = moduleTypeHandle();

/** `*Ts`: an iterator over the one item `Unpack[Ts]`. */
export function* unpackedIterator(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const item = yield* unpacked(rt, self);
  const tuple = tupleOf(rt, item);
  heap.decref(item);
  try {
    return yield* settle(rt, iter(rt, tuple));
  } finally {
    heap.decref(tuple);
  }
}

/** A tuple of type parameters as `Generic` wants it: those of any number are unpacked. Mirrors unpack_typevartuples(). */
export function* withUnpacked(rt: Runtime, params: Ref): Steps<Ref> {
  const { heap } = rt;
  const items = itemsOf(rt, params);
  if (!items.some((item) => heap.type[item] === TYPE_VAR_TUPLE)) return heap.incref(params);
  const result: Ref[] = [];
  try {
    for (const item of items) result.push(heap.type[item] === TYPE_VAR_TUPLE ? yield* unpacked(rt, item) : heap.incref(item));
    return newTuple(rt, copyRefs(rt, result));
  } finally {
    heap.deaths.drop(result);
  }
}

defineType({
  handle: TYPE_VAR_TUPLE,
  name: 'TypeVarTuple',
  module: 'typing',
  fromSpec: true,
  flags: typeParamFlags,
  layout: typeParamLayout,
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, constructed(rt, type, 'typevartuple', typingOf(rt.profile.version).typeVarTupleSignature, args, keywords)),
    tp_repr: typeParamRepr,
    tp_iter: (rt, self) => begin(rt, unpackedIterator(rt, self)),
  },
  methods: [
    native('__typing_subst__', 'arg, /', (rt) => raise(rt, TYPE_ERROR, 'Substitution of bare TypeVarTuple is not supported')),
    suspending('__typing_prepare_subst__', 'alias, args, /', (rt, self, [alias, args]) =>
      callTyping(rt, '_typevartuple_prepare_subst', [self, alias!, args!])),
    reduceMethod,
    hasDefaultMethod,
    noSubclasses('TypeVarTuple'),
  ],
  attributes: [nameAttribute, boundAttribute, ...varianceAttributes, ...defaultAttributes],
});
