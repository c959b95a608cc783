import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { native } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { defineIterator, fieldsLayout, reduced } from './iterator.ts';

export const REPEAT = moduleTypeHandle();

/** Payload of `repeat`; `left` −1 is without end. */
class Repeat {
  constructor(
    public element: Ref,
    public left: number,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Repeat => rt.heap.payload[self] as Repeat;

function* repeatNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [element, times] = bind(rt, 'repeat', 'object, times=', args, keywords);
  const left = times === NULL ? -1 : Math.max(0, toSize(rt, yield* index(rt, times!)));
  return newInstance(rt, type, new Repeat(rt.heap.incref(element!), left));
}

function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const { element, left } = stateOf(rt, self);
  return rt.newStr(`${rt.typeOf(self).name}(${yield* reprText(rt, element)}${left < 0 ? '' : `, ${left}`})`);
}

defineIterator({
  handle: REPEAT,
  name: 'repeat',
  layout: fieldsLayout(['element']),
  tp_new: (rt, type, args, keywords) => begin(rt, repeatNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => {
    const state = stateOf(rt, self);
    if (state.left === 0) return NULL;
    if (state.left > 0) state.left--;
    return rt.heap.incref(state.element);
  },
  tp_repr: (rt, self) => begin(rt, show(rt, self)),
  methods: [
    native('__length_hint__', '', (rt, self) => {
      const { left } = stateOf(rt, self);
      return left < 0 ? raise(rt, TYPE_ERROR, 'len() of unsized object') : rt.newInt(left);
    }),
    native('__reduce__', '', (rt, self) => {
      const { element, left } = stateOf(rt, self);
      return reduced(rt, self, left < 0 ? [rt.heap.incref(element)] : [rt.heap.incref(element), rt.newInt(left)]);
    }),
  ],
});
