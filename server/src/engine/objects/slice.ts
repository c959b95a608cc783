import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { NONE, NOT_IMPLEMENTED, SLICE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { hashHigh, hashTuple } from '../text/hash.ts';
import { add, sub, type Int } from '../text/integer.ts';
import { sliceIndices, type SliceIndices } from '../text/slice.ts';
import { bound, boundNow, profileOf } from './arguments.ts';
import { defineType } from './core/define.ts';
import { raise, textErrors } from './core/errors.ts';
import { newTuple, tupleOf } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import { equals, hash, index, repr, richCompare } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { genericAlias } from './genericalias.ts';

/** Payload of a slice; all owned. */
export interface SliceObject {
  start: Ref;
  stop: Ref;
  step: Ref;
}

const layout: Layout = {
  traverse(payload, visit) {
    const { start, stop, step } = payload as SliceObject;
    for (const part of [start, stop, step]) if (part !== NULL) visit(part);
  },
  // slice_dealloc() releases the step first.
  clear(payload, released) {
    const slice = payload as SliceObject;
    for (const part of [slice.step, slice.start, slice.stop]) if (part !== NULL) released.push(part);
    slice.start = slice.stop = slice.step = NULL;
  },
};

/** A slice; takes over the references. */
export function newSlice(rt: Runtime, start: Ref, stop: Ref, step: Ref): Ref {
  return rt.heap.allocateTracked(SLICE, { start, stop, step } satisfies SliceObject);
}

export const partsOf = (rt: Runtime, self: Ref): SliceObject => rt.heap.payload[self] as SliceObject;

/**
 * Runs `body` with the indices that a slice means for a sequence of `length()` items, asked for once the slice's
 * parts are known, as an `__index__` may have changed the sequence.
 */
export function withSlice(rt: Runtime, slice: Ref, length: () => number, body: (indices: SliceIndices) => Eventual): Eventual {
  const { start, stop, step } = partsOf(rt, slice);
  const first = boundNow(rt, start);
  const last = boundNow(rt, stop);
  const stride = boundNow(rt, step);
  if (first === undefined || last === undefined || stride === undefined) return begin(rt, sliceThen(rt, slice, length, body));
  return body(textErrors(rt, () => sliceIndices(first, last, stride, length())));
}

function* sliceThen(rt: Runtime, slice: Ref, length: () => number, body: (indices: SliceIndices) => Eventual): Steps<Ref> {
  return yield* settle(rt, body(yield* resolveSlice(rt, slice, length)));
}

/** PySlice_Unpack() and PySlice_AdjustIndices(). */
export function* resolveSlice(rt: Runtime, slice: Ref, length: () => number): Steps<SliceIndices> {
  const { start, stop, step } = partsOf(rt, slice);
  const stride = yield* bound(rt, step);
  if (stride === 0) raise(rt, VALUE_ERROR, 'slice step cannot be zero');
  const first = yield* bound(rt, start);
  const last = yield* bound(rt, stop);
  return sliceIndices(first, last, stride, length());
}

function sliceNew(rt: Runtime, _type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [a, b, c] = bind(rt, 'slice', 'start, stop=, step=, /', args, keywords);
  const { heap } = rt;
  if (b === NULL) return newSlice(rt, NONE, heap.incref(a!), NONE);
  return newSlice(rt, heap.incref(a!), heap.incref(b!), c === NULL ? NONE : heap.incref(c!));
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { start, stop, step } = partsOf(rt, self);
  const texts: string[] = [];
  for (const part of [start, stop, step]) {
    const text = yield* settle(rt, repr(rt, part));
    texts.push(rt.text(text));
    rt.heap.decref(text);
  }
  return rt.newStr(`slice(${texts.join(', ')})`);
}

/** Mirrors slice_richcompare(): compares as the tuples of the three parts would. */
function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const a = partsOf(rt, left);
  const b = partsOf(rt, right);
  for (const [x, y] of [[a.start, b.start], [a.stop, b.stop], [a.step, b.step]] as const) {
    if (yield* equals(rt, x, y)) continue;
    if (op === Compare.EQ || op === Compare.NE) return rt.newBool(op === Compare.NE);
    return yield* settle(rt, richCompare(rt, x, y, op));
  }
  return rt.newBool(op === Compare.EQ || op === Compare.LE || op === Compare.GE);
}

function* hashSteps(rt: Runtime, self: Ref): Steps<Ref> {
  if (!profileOf(rt).hashableSlices) raise(rt, TYPE_ERROR, "unhashable type: 'slice'");
  const { start, stop, step } = partsOf(rt, self);
  const lows: number[] = [];
  const highs: number[] = [];
  for (const part of [start, stop, step]) {
    yield* settle(rt, hash(rt, part));
    lows.push(rt.hashLow);
    highs.push(rt.hashHigh);
  }
  return setTupleHashWithoutLength(rt, lows, highs);
}

/** A slice hashes as the tuple of its parts does, but for the length that ends a tuple's hash. */
function setTupleHashWithoutLength(rt: Runtime, lows: readonly number[], highs: readonly number[]): Ref {
  const low = hashTuple(lows, highs) >>> 0;
  const ending = (lows.length ^ 0x165667c5 ^ 3527539) >>> 0;
  rt.hashHigh = (hashHigh() - 0x27d4eb2f - (low < ending ? 1 : 0)) | 0;
  rt.hashLow = (low - ending) | 0;
  return NULL;
}

/** Mirrors slice_indices(). */
function* indices(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const length = yield* index(rt, args[0]!);
  if (length < 0) raise(rt, VALUE_ERROR, 'length should not be negative');
  const { start, stop, step } = yield* longIndices(rt, self, length);
  return newTuple(rt, [rt.newInt(start), rt.newInt(stop), rt.newInt(step)]);
}

/** Mirrors evaluate_slice_index(). */
function* longBound(rt: Runtime, object: Ref): Steps<Int | null> {
  if (object === NONE) return null;
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'slice indices must be integers or None or have an __index__ method');
  return yield* index(rt, object);
}

export interface LongIndices {
  readonly start: Int;
  readonly stop: Int;
  readonly step: Int;
}

/** Mirrors _PySlice_GetLongIndices(): the length may be any int. */
export function* longIndices(rt: Runtime, self: Ref, length: Int): Steps<LongIndices> {
  const parts = partsOf(rt, self);
  const step = (yield* longBound(rt, parts.step)) ?? 1;
  if (step === 0) raise(rt, VALUE_ERROR, 'slice step cannot be zero');
  const low: Int = step < 0 ? -1 : 0;
  const high: Int = step < 0 ? sub(length, 1) : length;
  const resolve = (value: Int | null, missing: Int): Int => {
    if (value === null) return missing;
    if (value >= 0) return value > high ? high : value;
    const counted = add(value, length);
    return counted < low ? low : counted;
  };
  const start = resolve(yield* longBound(rt, parts.start), step < 0 ? high : low);
  const stop = resolve(yield* longBound(rt, parts.stop), step < 0 ? low : high);
  return { start, stop, step };
}

const methods: readonly NativeFunction[] = [
  native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  suspending('indices', 'object, /', indices),
  native('__reduce__', '', (rt, self) => {
    const { start, stop, step } = partsOf(rt, self);
    return newTuple(rt, [SLICE, tupleOf(rt, start, stop, step)]);
  }),
];

defineType({
  handle: SLICE,
  name: 'slice',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout,
  slots: {
    tp_new: sliceNew,
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_richcompare: (rt, left, right, op) =>
      rt.heap.type[right] !== SLICE || rt.heap.type[left] !== SLICE ? NOT_IMPLEMENTED : begin(rt, compareSteps(rt, left, right, op)),
    tp_hash: (rt, self) => begin(rt, hashSteps(rt, self)),
  },
  methods,
  attributes: (['start', 'stop', 'step'] as const).map((name) => ({
    name,
    member: true,
    get: (rt: Runtime, self: Ref) => rt.heap.incref(partsOf(rt, self)[name]),
  })),
});
