import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import { SLICE } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { releaseSlots, releaseSlotsBackwards } from '../objects/core/stackslots.ts';
import { partsOf } from '../objects/slice.ts';

/** Lets go of the two operands of an instruction that is no operator, `upper` on top. */
export function releasePair(rt: Runtime, lower: Ref, upper: Ref): void {
  const { heap } = rt;
  if (rt.profile.operandsGoFromTop) {
    heap.decref(upper);
    heap.decref(lower);
  } else {
    heap.decref(lower);
    heap.decref(upper);
  }
}

/** Likewise of an operator; subscription is one. */
export function releaseOfOperator(rt: Runtime, left: Ref, right: Ref): void {
  const { heap } = rt;
  if (rt.profile.operatorsGoFromTop) {
    heap.decref(right);
    heap.decref(left);
  } else {
    heap.decref(left);
    heap.decref(right);
  }
}

/** Of `container[start:stop]`, where the slice is made by the same instruction (BINARY_SLICE, 3.12 and later). */
export function releaseSliced(rt: Runtime, container: Ref, slice: Ref): void {
  const { heap } = rt;
  if (rt.profile.operatorsGoFromTop && heap.type[slice] === SLICE && heap.refcount[slice] === 1) {
    // The bounds are operands too and outlive the slice: the upper one goes first.
    const start = heap.incref(partsOf(rt, slice).start);
    heap.decref(slice);
    heap.decref(start);
  } else heap.decref(slice);
  heap.decref(container);
}

/** Of `container[key] = value`; `isSlice` if the key is a slice that the same instruction makes (STORE_SLICE, 3.12 and later). */
export function releaseOfStore(rt: Runtime, value: Ref, container: Ref, key: Ref, isSlice: boolean): void {
  const { heap } = rt;
  const fromTop = rt.profile.operandsGoFromTop;
  if (fromTop || isSlice) heap.decref(key);
  if (fromTop) heap.decref(container);
  heap.decref(value);
  if (!fromTop) heap.decref(container);
  if (!fromTop && !isSlice) heap.decref(key);
}

/** Lets go of the operands of an instruction that has succeeded, which lie from `from` up to `to`. */
export function releaseOperands(rt: Runtime, instruction: number, from: number, to: number): void {
  const { heap, stack, profile } = rt;
  switch (opcodeOf(instruction)) {
    case Op.BINARY_OP:
      if (to - from === 2) return releaseOfOperator(rt, stack[from]!, stack[from + 1]!);
      break;
    case Op.BINARY_SUBSCR:
      if (to - from === 2) return (argumentOf(instruction) === 1 ? releaseSliced : releaseOfOperator)(rt, stack[from]!, stack[from + 1]!);
      break;
    case Op.STORE_SUBSCR:
      if (to - from === 3) return releaseOfStore(rt, stack[from]!, stack[from + 1]!, stack[from + 2]!, argumentOf(instruction) === 1);
      break;
  }
  if (profile.operandsGoFromTop) releaseSlotsBackwards(heap, stack, from, to);
  else releaseSlots(heap, stack, from, to);
}
