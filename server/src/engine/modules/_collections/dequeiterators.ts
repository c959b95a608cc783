import { TypeFlag } from '../../heap/heap.ts';
import { RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import type { Ring } from './ring.ts';

export const DEQUE = moduleTypeHandle();
export const DEQUE_ITERATOR = moduleTypeHandle();
export const DEQUE_REVERSE_ITERATOR = moduleTypeHandle();

/** Payload of a deque's iterators: `left` items are to come, while the deque's state is `state`. */
class DequeIterator {
  constructor(
    public deque: Ref,
    public left: number,
    readonly state: number,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): DequeIterator => rt.heap.payload[self] as DequeIterator;

export function newDequeIterator(rt: Runtime, type: Ref, deque: Ref): Ref {
  const ring = rt.heap.payload[deque] as Ring;
  return rt.heap.allocateTracked(type, new DequeIterator(rt.heap.incref(deque), ring.length, ring.state));
}

/** `_deque_iterator(deque, index=0)`, as pickles make it. */
function* iteratorNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (given < 1) raise(rt, TYPE_ERROR, `function takes at least 1 argument (${given} given)`);
  if (given > 2) raise(rt, TYPE_ERROR, `function takes at most 2 arguments (${given} given)`);
  const deque = args[0]!;
  if (!isInstance(rt, deque, DEQUE)) raise(rt, TYPE_ERROR, `argument 1 must be collections.deque, not ${typeName(rt, deque)}`);
  const skipped = given === 2 ? toSize(rt, yield* index(rt, args[1]!)) : 0;
  const made = newDequeIterator(rt, type, deque);
  const state = stateOf(rt, made);
  state.left = Math.max(0, state.left - Math.max(0, skipped));
  return made;
}

/** Mirrors dequeiter_next() and dequereviter_next(). */
function iteratorNext(rt: Runtime, self: Ref): Ref {
  const state = stateOf(rt, self);
  const ring = rt.heap.payload[state.deque] as Ring;
  if (ring.state !== state.state) {
    state.left = 0;
    raise(rt, RUNTIME_ERROR, 'deque mutated during iteration');
  }
  if (state.left === 0) return NULL;
  const at = rt.heap.type[self] === DEQUE_ITERATOR ? ring.length - state.left : state.left - 1;
  state.left--;
  return rt.heap.incref(ring.at(at));
}

function defineIterator(handle: Ref, name: string): void {
  defineType({
    handle,
    name,
    module: 'collections',
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
    layout: {
      traverse(payload, visit) {
        const { deque } = payload as DequeIterator;
        if (deque !== NULL) visit(deque);
      },
      clear(payload, released) {
        const state = payload as DequeIterator;
        if (state.deque !== NULL) released.push(state.deque);
        state.deque = NULL;
      },
    },
    slots: {
      tp_new: (rt, type, args, keywords): Eventual => begin(rt, iteratorNew(rt, type, args, keywords)),
      tp_iter: (rt, self) => rt.heap.incref(self),
      tp_iternext: iteratorNext,
    },
    methods: [
      native('__length_hint__', '', (rt, self) => rt.newInt(stateOf(rt, self).left)),
      native('__reduce__', '', (rt, self) => {
        const { heap } = rt;
        const { deque, left } = stateOf(rt, self);
        const skipped = rt.newInt((heap.payload[deque] as Ring).length - left);
        return newTuple(rt, [heap.incref(heap.type[self]!), newTuple(rt, [heap.incref(deque), skipped])]);
      }),
    ],
  });
}

defineIterator(DEQUE_ITERATOR, '_deque_iterator');
defineIterator(DEQUE_REVERSE_ITERATOR, '_deque_reverse_iterator');
