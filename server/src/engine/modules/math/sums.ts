import { BinaryOp } from '../../compiler/opcodes.ts';
import { BOOL, FLOAT, INT, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isTuple } from '../../objects/arguments.ts';
import { binary } from '../../objects/core/arithmetic.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { collect, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { asDouble } from '../../objects/float-new.ts';
import { DotProduct, ExactSum, norm } from '../../text/floatsums.ts';
import { add, mul, toFloat, type Int } from '../../text/integer.ts';

function* fsum(rt: Runtime, iterable: Ref): Steps<Ref> {
  const iterator = yield* settle(rt, iter(rt, iterable));
  const sum = new ExactSum();
  try {
    for (;;) {
      const item = yield* settle(rt, next(rt, iterator));
      if (item === NULL) break;
      try {
        const value = yield* asDouble(rt, item);
        rt.charge(1);
        textErrors(rt, () => sum.add(value));
      } finally {
        rt.heap.decref(item);
      }
    }
    return rt.newFloat(textErrors(rt, () => sum.result()));
  } finally {
    rt.heap.decref(iterator);
  }
}

function* hypot(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  const values: number[] = [];
  for (const object of args) values.push(yield* asDouble(rt, object));
  return rt.newFloat(norm(values));
}

/** The coordinates of a point, owned. */
function* coordinates(rt: Runtime, point: Ref): Steps<Ref[]> {
  if (!isTuple(rt, point)) return yield* collect(rt, point);
  const items = itemsOf(rt, point).slice();
  for (const item of items) rt.heap.incref(item);
  return items;
}

function* dist(rt: Runtime, [p, q]: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const first = yield* coordinates(rt, p!);
  try {
    const second = yield* coordinates(rt, q!);
    try {
      if (first.length !== second.length) raise(rt, VALUE_ERROR, 'both points must have the same number of dimensions');
      const values: number[] = [];
      for (const [i, object] of first.entries()) {
        const a = yield* asDouble(rt, object);
        values.push(Math.abs(a - (yield* asDouble(rt, second[i]!))));
      }
      return rt.newFloat(norm(values));
    } finally {
      for (const item of second) heap.decref(item);
    }
  } finally {
    for (const item of first) heap.decref(item);
  }
}

/** `left` is taken over. */
function* combined(rt: Runtime, op: BinaryOp, left: Ref, right: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, binary(rt, op, left, right));
  } finally {
    rt.heap.decref(left);
  }
}

function* prod(rt: Runtime, iterable: Ref, start: Ref): Steps<Ref> {
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, iterable));
  let result = start === NULL ? rt.newInt(1) : heap.incref(start);
  try {
    for (;;) {
      const item = yield* settle(rt, next(rt, iterator));
      if (item === NULL) return heap.incref(result);
      rt.charge(1);
      try {
        const product = yield* settle(rt, binary(rt, BinaryOp.MULTIPLY, result, item));
        heap.decref(result);
        result = product;
      } finally {
        heap.decref(item);
      }
    }
  } finally {
    heap.decref(result);
    heap.decref(iterator);
  }
}

/** What `sumprod` has added up: ints and floats apart, as long as each pair is of such, and then all together. */
class Total {
  ints: Int | null = 0;
  intsUsed = false;
  floats: DotProduct | null = new DotProduct();
  floatsUsed = false;
  constructor(public value: Ref) {}
}

const isExactInt = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === INT;
const isFloat = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === FLOAT;
const isWhole = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === INT || rt.heap.type[object] === BOOL;

function* flushInts(rt: Runtime, total: Total): Steps<void> {
  const { ints, intsUsed } = total;
  total.ints = null;
  if (ints === null || !intsUsed) return;
  const sum = rt.newInt(ints);
  total.value = yield* combined(rt, BinaryOp.ADD, total.value, sum);
  rt.heap.decref(sum);
}

function* flushFloats(rt: Runtime, total: Total): Steps<void> {
  const { floats, floatsUsed } = total;
  total.floats = null;
  if (floats === null || !floatsUsed) return;
  const sum = rt.newFloat(floats.result());
  total.value = yield* combined(rt, BinaryOp.ADD, total.value, sum);
  rt.heap.decref(sum);
}

/** Mirrors the loop of math_sumprod_impl(). */
function* addProduct(rt: Runtime, total: Total, p: Ref, q: Ref): Steps<void> {
  const { payload } = rt.heap;
  if (total.ints !== null) {
    if (isExactInt(rt, p) && isExactInt(rt, q)) {
      total.ints = add(total.ints, mul(payload[p] as Int, payload[q] as Int));
      total.intsUsed = true;
      return;
    }
    yield* flushInts(rt, total);
  }
  if (total.floats !== null) {
    const pair = isFloat(rt, p) ? isFloat(rt, q) || isWhole(rt, q) : isFloat(rt, q) && isWhole(rt, p);
    if (pair) {
      const a = isFloat(rt, p) ? (payload[p] as number) : textErrors(rt, () => toFloat(payload[p] as Int));
      const b = isFloat(rt, q) ? (payload[q] as number) : textErrors(rt, () => toFloat(payload[q] as Int));
      if (total.floats.add(a, b)) {
        total.floatsUsed = true;
        return;
      }
    }
    yield* flushFloats(rt, total);
  }
  const product = yield* settle(rt, binary(rt, BinaryOp.MULTIPLY, p, q));
  try {
    total.value = yield* combined(rt, BinaryOp.ADD, total.value, product);
  } finally {
    rt.heap.decref(product);
  }
}

function* sumprod(rt: Runtime, [p, q]: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const left = yield* settle(rt, iter(rt, p!));
  let right = NULL;
  const total = new Total(rt.newInt(0));
  try {
    right = yield* settle(rt, iter(rt, q!));
    for (;;) {
      const a = yield* settle(rt, next(rt, left));
      const b = yield* settle(rt, next(rt, right));
      try {
        if ((a === NULL) !== (b === NULL)) raise(rt, VALUE_ERROR, 'Inputs are not the same length');
        if (a === NULL) break;
        rt.charge(1);
        yield* addProduct(rt, total, a, b);
      } finally {
        heap.xdecref(a);
        heap.xdecref(b);
      }
    }
    yield* flushInts(rt, total);
    yield* flushFloats(rt, total);
    return heap.incref(total.value);
  } finally {
    heap.decref(total.value);
    heap.xdecref(right);
    heap.decref(left);
  }
}

export const sumFunctions: readonly NativeFunction[] = [
  suspending('fsum', 'seq, /', (rt, _module, [seq]) => fsum(rt, seq!)),
  rawNative('hypot', (rt, _module, args, keywords) => {
    if (keywords !== NULL) raise(rt, TYPE_ERROR, 'math.hypot() takes no keyword arguments');
    return begin(rt, hypot(rt, args));
  }),
  suspending('dist', 'p, q, /', (rt, _module, args) => dist(rt, args)),
  suspending('prod', 'iterable, /, *, start=1', (rt, _module, [iterable, start]) => prod(rt, iterable!, start!)),
  suspending('sumprod', 'p, q, /', (rt, _module, args) => sumprod(rt, args)),
];
