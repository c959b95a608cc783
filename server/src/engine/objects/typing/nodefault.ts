import { TypeFlag } from '../../heap/heap.ts';
import { NO_DEFAULT, TYPE_ERROR } from '../../heap/known.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { native } from '../core/native.ts';

/** The type of `typing.NoDefault` (3.13 and later). */
export const NO_DEFAULT_TYPE = moduleTypeHandle();

defineType({
  handle: NO_DEFAULT_TYPE,
  name: 'NoDefaultType',
  flags: TypeFlag.IMMUTABLE,
  layout: null,
  slots: {
    tp_new: (rt, _type, args) => {
      if (args.length > 0) raise(rt, TYPE_ERROR, 'NoDefaultType takes no arguments');
      return NO_DEFAULT;
    },
    tp_repr: (rt) => rt.newStr('typing.NoDefault'),
  },
  methods: [native('__reduce__', '', (rt) => rt.newStr('NoDefault'))],
});
