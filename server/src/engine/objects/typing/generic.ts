import { TypeFlag } from '../../heap/heap.ts';
import type { Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { rawNative } from '../core/native.ts';
import type { Runtime } from '../core/runtime.ts';
import { begin, type Steps } from '../core/suspend.ts';
import { callTyping } from './python.ts';
import { withUnpacked } from './typevartuple.ts';

/** `typing.Generic`; what it does is done in Python. */
export const GENERIC = moduleTypeHandle();

/** `Generic[params]` as the base of `class C[params]`. Mirrors _Py_subscript_generic(). */
export function* subscriptGeneric(rt: Runtime, params: Ref): Steps<Ref> {
  const all = yield* withUnpacked(rt, params);
  try {
    return yield* callTyping(rt, '_GenericAlias', [GENERIC, all]);
  } finally {
    rt.heap.decref(all);
  }
}

defineType({
  handle: GENERIC,
  name: 'Generic',
  module: 'typing',
  fromSpec: true,
  flags: TypeFlag.GC | TypeFlag.BASETYPE,
  layout: null,
  slots: {},
  addsLayout: false,
  methods: [
    rawNative('__class_getitem__', (rt, cls, args, keywords) => begin(rt, callTyping(rt, '_generic_class_getitem', [cls, ...args], keywords)), 'class'),
    rawNative('__init_subclass__', (rt, cls, args, keywords) => begin(rt, callTyping(rt, '_generic_init_subclass', [cls, ...args], keywords)), 'class'),
  ],
});
