import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { functoolsState } from './state.ts';

export const PLACEHOLDER_TYPE = moduleTypeHandle();

/** `functools.Placeholder`, borrowed: it lives as long as the interpreter. */
export function placeholder(rt: Runtime): Ref {
  const state = functoolsState(rt);
  if (state.placeholder === 0) state.placeholder = rt.heap.allocateTracked(PLACEHOLDER_TYPE, undefined);
  return state.placeholder;
}

defineType({
  handle: PLACEHOLDER_TYPE,
  name: '_PlaceholderType',
  module: 'functools',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  slots: {
    tp_new: (rt, _type, args) => {
      if (args.length !== 0) raise(rt, TYPE_ERROR, 'PlaceholderType takes no arguments');
      return rt.heap.incref(placeholder(rt));
    },
    tp_repr: (rt) => rt.newStr('Placeholder'),
  },
  methods: [native('__reduce__', '', (rt) => rt.newStr('Placeholder'))],
});
