import { BinaryOp } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { BOOL, BYTEARRAY, COMPLEX, FLOAT, INT, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Ref } from '../../heap/ref.ts';
import type { Complex } from '../../text/complex.ts';
import * as integer from '../../text/integer.ts';
import { modulesOf } from '../../versions/modules.ts';
import { binary } from '../../objects/core/arithmetic.ts';
import { raise } from '../../objects/core/errors.ts';
import { isSubtype } from '../../objects/core/lookup.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { pulling, settle, type Steps } from '../../objects/core/suspend.ts';

const LONG_MAX = 0x7fffffffffffffffn;

/** A sum of doubles that keeps apart what rounding lost (Neumaier). */
class CompensatedSum {
  private lost = 0;
  constructor(private total: number) {}

  add(x: number): void {
    const sum = this.total + x;
    this.lost += Math.abs(this.total) >= Math.abs(x) ? this.total - sum + x : x - sum + this.total;
    this.total = sum;
  }

  addPlainly(x: number): void {
    this.total += x;
  }

  addAs(exactly: boolean, x: number): void {
    if (exactly) this.add(x);
    else this.addPlainly(x);
  }

  get value(): number {
    return this.lost !== 0 && Number.isFinite(this.lost) ? this.total + this.lost : this.total;
  }
}

/** The running sum: in machine numbers as long as the items allow, as an object after that (the loops of builtin_sum). */
type Running =
  | { readonly kind: 'int'; value: integer.Int }
  | { readonly kind: 'float'; readonly sum: CompensatedSum }
  | { readonly kind: 'complex'; readonly real: CompensatedSum; readonly imaginary: CompensatedSum }
  | { readonly kind: 'object'; object: Ref };

function refuseText(rt: Runtime, start: Ref): void {
  const { flags } = rt.typeOf(start);
  if ((flags & TypeFlag.STR_SUBCLASS) !== 0) raise(rt, TYPE_ERROR, "sum() can't sum strings [use ''.join(seq) instead]");
  if ((flags & TypeFlag.BYTES_SUBCLASS) !== 0) raise(rt, TYPE_ERROR, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (isSubtype(rt, rt.heap.type[start]!, BYTEARRAY)) raise(rt, TYPE_ERROR, "sum() can't sum bytearray [use b''.join(seq) instead]");
}

/** The loop that goes on with `object`, coming from the one before; takes the reference. */
function running(rt: Runtime, object: Ref, before: Running['kind']): Running {
  const { heap } = rt;
  const type = heap.type[object];
  if (type === FLOAT && before === 'int') {
    const sum = new CompensatedSum(heap.payload[object] as number);
    heap.decref(object);
    return { kind: 'float', sum };
  }
  if (type === COMPLEX && (before === 'int' || before === 'float') && modulesOf(rt.profile.version).sumsAllExactly) {
    const { real, imag } = heap.payload[object] as Complex;
    heap.decref(object);
    return { kind: 'complex', real: new CompensatedSum(real), imaginary: new CompensatedSum(imag) };
  }
  return { kind: 'object', object };
}

/** The running sum as an object, owned. */
function materialize(rt: Runtime, state: Running): Ref {
  switch (state.kind) {
    case 'int':
      return rt.newInt(state.value);
    case 'float':
      return rt.newFloat(state.sum.value);
    case 'complex':
      return rt.heap.allocate(COMPLEX, { real: state.real.value, imag: state.imaginary.value } satisfies Complex);
    case 'object':
      return state.object;
  }
}

const isLong = (value: integer.Int): boolean => typeof value === 'number' || (value <= LONG_MAX && value >= -LONG_MAX - 1n);

/** Adds an item without Python code; false if it has to be added as an object. */
function addNow(rt: Runtime, state: Running, item: Ref): boolean {
  const { heap } = rt;
  const type = heap.type[item];
  const isInt = type === INT || type === BOOL;
  switch (state.kind) {
    case 'object':
      return false;
    case 'int': {
      if (!isInt) return false;
      const value = integer.add(state.value, heap.payload[item] as integer.Int);
      if (!isLong(value)) return false;
      state.value = value;
      return true;
    }
    case 'float':
    case 'complex': {
      const { sumsFloatsExactly, sumsAllExactly } = modulesOf(rt.profile.version);
      const real = state.kind === 'float' ? state.sum : state.real;
      if (type === COMPLEX && state.kind === 'complex') {
        const value = heap.payload[item] as Complex;
        real.add(value.real);
        state.imaginary.add(value.imag);
      } else if (type === FLOAT) real.addAs(sumsFloatsExactly, heap.payload[item] as number);
      else if (isInt && isLong(heap.payload[item] as integer.Int)) real.addAs(sumsAllExactly, Number(heap.payload[item]));
      else return false;
      return true;
    }
  }
}

/** Mirrors builtin_sum_impl(). */
export function* sum(rt: Runtime, iterable: Ref, start: Ref): Steps<Ref> {
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, iterable));
  let state: Running = { kind: 'int', value: 0 };
  let held = NULL;
  const add = (item: Ref): boolean => {
    if (!addNow(rt, state, item)) return false;
    heap.decref(item);
    return true;
  };
  try {
    if (start !== NULL) {
      refuseText(rt, start);
      state = heap.type[start] === INT ? startFromInt(rt, start) : running(rt, heap.incref(start), 'int');
    }
    held = state.kind === 'object' ? state.object : NULL;
    for (;;) {
      const gotItem = next(rt, iterator);
      const asked = gotItem === SUSPENDED ? pulling(rt, add) : null;
      const item = asked !== null ? yield asked : gotItem === SUSPENDED ? yield* settle(rt, gotItem) : gotItem;
      if (item === NULL) break;
      rt.charge(1);
      try {
        if (addNow(rt, state, item)) continue;
        const before = materialize(rt, state);
        held = before;
        const added = binary(rt, BinaryOp.ADD, before, item);
        const total = added === SUSPENDED ? yield* settle(rt, added) : added;
        heap.decref(before);
        state = running(rt, total, state.kind);
        held = state.kind === 'object' ? state.object : NULL;
      } finally {
        heap.decref(item);
      }
    }
    held = NULL;
    return materialize(rt, state);
  } finally {
    heap.xdecref(held);
    heap.decref(iterator);
  }
}

function startFromInt(rt: Runtime, start: Ref): Running {
  const value = rt.heap.payload[start] as integer.Int;
  return isLong(value) ? { kind: 'int', value } : { kind: 'object', object: rt.heap.incref(start) };
}
