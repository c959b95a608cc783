import { TypeFlag } from '../heap/heap.ts';
import { BOOL, COMPLEX, FLOAT, INT } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import type { Complex } from '../text/complex.ts';
import { type Int, toFloat } from '../text/integer.ts';
import { textErrors } from './core/errors.ts';
import { isSubtype } from './core/lookup.ts';
import type { Runtime } from './core/runtime.ts';

/** The values of operands, where an operand is a number of the kind asked for. */

export function intOf(rt: Runtime, object: Ref): Int | undefined {
  const { heap } = rt;
  const type = heap.type[object]!;
  if (type === INT || type === BOOL || (rt.typeObject(type).flags & TypeFlag.INT_SUBCLASS) !== 0) return heap.payload[object] as Int;
  return undefined;
}

/** An exact int with the value of `self`: `self` itself if it is one (long_long). */
export function exactInt(rt: Runtime, self: Ref): Ref {
  return rt.heap.type[self] === INT ? rt.heap.incref(self) : rt.newInt(rt.heap.payload[self] as Int);
}

export function isFloat(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object]!;
  return type === FLOAT || isSubtype(rt, type, FLOAT);
}

export function isComplex(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object]!;
  return type === COMPLEX || isSubtype(rt, type, COMPLEX);
}

/** A float, or an int as one; OverflowError where the int is too large (CONVERT_TO_DOUBLE). */
export function doubleOf(rt: Runtime, object: Ref): number | undefined {
  if (isFloat(rt, object)) return rt.heap.payload[object] as number;
  const value = intOf(rt, object);
  if (value === undefined || typeof value === 'number') return value;
  return textErrors(rt, () => toFloat(value));
}

/** Any number as a complex one (TO_COMPLEX). */
export function complexOf(rt: Runtime, object: Ref): Complex | undefined {
  if (isComplex(rt, object)) return rt.heap.payload[object] as Complex;
  const real = doubleOf(rt, object);
  return real === undefined ? undefined : { real, imag: 0 };
}
