import { TypeFlag } from '../heap/heap.ts';
import { DEPRECATION_WARNING, ELLIPSIS, ELLIPSIS_TYPE, NONE, NONE_TYPE, NOT_IMPLEMENTED, NOT_IMPLEMENTED_TYPE, TRUE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { hashFromInt } from '../text/hash.ts';
import { profileOf } from './arguments.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { begin, type Steps } from './core/suspend.ts';
import { setHash } from './hashes.ts';

const singleton =
  (object: Ref, name: string): NonNullable<Slots['tp_new']> =>
  (rt, _type, args) => {
    if (args.length !== 0) raise(rt, TYPE_ERROR, `${name} takes no arguments`);
    return object;
  };

/** The hash of None since 3.12; before it is that of its address, as for other objects. */
const HASH_OF_NONE = 0xfca86420;

defineType({
  handle: NONE_TYPE,
  name: 'NoneType',
  flags: TypeFlag.IMMUTABLE,
  slots: {
    tp_new: singleton(NONE, 'NoneType'),
    tp_repr: (rt) => rt.newStr('None'),
    tp_hash: (rt) => setHash(rt, hashFromInt(HASH_OF_NONE)),
    nb_bool: (rt) => rt.newBool(false),
  },
});

defineType({
  handle: ELLIPSIS_TYPE,
  name: 'ellipsis',
  flags: TypeFlag.IMMUTABLE,
  slots: { tp_new: singleton(ELLIPSIS, 'EllipsisType'), tp_repr: (rt) => rt.newStr('Ellipsis') },
  methods: [native('__reduce__', '', (rt) => rt.intern('Ellipsis'))],
});

function* warned(rt: Runtime, message: string): Steps<Ref> {
  yield* rt.hooks.warn(rt, DEPRECATION_WARNING, message, 1, NULL);
  return TRUE;
}

defineType({
  handle: NOT_IMPLEMENTED_TYPE,
  name: 'NotImplementedType',
  flags: TypeFlag.IMMUTABLE,
  slots: {
    tp_new: singleton(NOT_IMPLEMENTED, 'NotImplementedType'),
    tp_repr: (rt) => rt.newStr('NotImplemented'),
    nb_bool: (rt) => {
      const message = 'NotImplemented should not be used in a boolean context';
      if (!profileOf(rt).notImplementedHasTruth) raise(rt, TYPE_ERROR, message);
      return begin(rt, warned(rt, message));
    },
  },
  methods: [native('__reduce__', '', (rt) => rt.intern('NotImplemented'))],
});
