import { BinaryOp } from '../../compiler/opcodes.ts';
import { COMPLEX, SYSTEM_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Int } from '../../text/integer.ts';
import { libraryOf } from '../../versions/library.ts';
import { isInt } from '../../objects/arguments.ts';
import { binary } from '../../objects/core/arithmetic.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { defineIterator, fieldsLayout, reduced } from './iterator.ts';

export const COUNT = moduleTypeHandle();

/** Payload of `count`: a plain number that grows by one, or if `next` is not NULL any object, to which `step` is added. */
class Count {
  constructor(
    public count: number,
    public next: Ref,
    public step: Ref,
    /** It began as a Py_ssize_t, and CPython counts by one until it has come to the largest. */
    readonly isSized: boolean,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Count => rt.heap.payload[self] as Count;

function isNumber(rt: Runtime, object: Ref): boolean {
  const { nb_index, nb_int, nb_float } = rt.typeOf(object).slots;
  return nb_index !== undefined || nb_int !== undefined || nb_float !== undefined || isInstance(rt, object, COMPLEX);
}

const isOne = (rt: Runtime, step: Ref): boolean => isInt(rt, step) && rt.heap.payload[step] === 1;

/** Whether CPython counts by a Py_ssize_t still. */
function isSize(rt: Runtime, next: Ref, limit = 2n ** 63n - 1n): boolean {
  const value = rt.heap.payload[next] as Int;
  return isInt(rt, next) && value >= -(2n ** 63n) && value < limit;
}

/** At the largest Py_ssize_t CPython has left the fast counting, and up to 3.13 makes the number only when it is wanted. */
const isUnmade = (rt: Runtime, next: Ref, step: Ref): boolean =>
  libraryOf(rt.profile.version).countMakesLastLate && isOne(rt, step) && isInt(rt, next) && rt.heap.payload[next] === 2n ** 63n - 1n;

/** Mirrors itertools_count_impl(). */
function countNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const [start, step] = bind(rt, 'count', 'start=0, step=1', args, keywords);
  for (const given of [start!, step!]) if (given !== NULL && !isNumber(rt, given)) raise(rt, TYPE_ERROR, 'a number is required');
  const value = start === NULL ? 0 : isInt(rt, start!) ? rt.heap.payload[start!] : null;
  const held = step === NULL ? rt.newInt(1) : rt.heap.incref(step!);
  if (typeof value === 'number' && isOne(rt, held)) return newInstance(rt, type, new Count(value, NULL, held, true));
  const next = start === NULL ? rt.newInt(0) : rt.heap.incref(start!);
  return newInstance(rt, type, new Count(0, next, held, isOne(rt, held) && isSize(rt, next, 2n ** 63n)));
}

/** Mirrors count_next(). */
function countNext(rt: Runtime, self: Ref): Eventual {
  const state = stateOf(rt, self);
  if (state.next !== NULL) return stepOn(rt, state);
  if (state.count < Number.MAX_SAFE_INTEGER) return rt.newInt(state.count++);
  state.next = rt.newInt(state.count);
  return stepOn(rt, state);
}

/** Mirrors count_nextlong(). */
function stepOn(rt: Runtime, state: Count): Eventual {
  const sum = binary(rt, BinaryOp.ADD, state.next, state.step);
  if (sum === SUSPENDED) return begin(rt, stepSteps(rt, state));
  const current = state.next;
  state.next = sum;
  return current;
}

function* stepSteps(rt: Runtime, state: Count): Steps<Ref> {
  const sum = yield* settle(rt, SUSPENDED);
  const current = state.next;
  state.next = sum;
  return current;
}

/** Mirrors count_repr(): a step of one is not shown. */
function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const { name } = rt.typeOf(self);
  const { count, next, step } = stateOf(rt, self);
  if (next === NULL) return rt.newStr(`${name}(${count})`);
  if (isUnmade(rt, next, step)) return rt.newStr(`${name}(<NULL>)`);
  const shown = yield* reprText(rt, next);
  if (isOne(rt, step)) return rt.newStr(`${name}(${shown})`);
  return rt.newStr(`${name}(${shown}, ${yield* reprText(rt, step)})`);
}

defineIterator({
  handle: COUNT,
  name: 'count',
  layout: fieldsLayout(['next', 'step']),
  tp_new: countNew,
  tp_iternext: countNext,
  tp_repr: (rt, self) => begin(rt, show(rt, self)),
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { count, next, step, isSized } = stateOf(rt, self);
      if (next === NULL) return reduced(rt, self, [rt.newInt(count)]);
      if (isUnmade(rt, next, step)) raise(rt, SYSTEM_ERROR, 'NULL object passed to Py_BuildValue');
      return isSized && isSize(rt, next) ? reduced(rt, self, [rt.heap.incref(next)]) : reduced(rt, self, [rt.heap.incref(next), rt.heap.incref(step)]);
    }),
  ],
});
