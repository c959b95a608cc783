import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { BOOL, INDEX_ERROR, INT, NONE, NOT_IMPLEMENTED, RANGE, SLICE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { hashTuple } from '../text/hash.ts';
import { add, floordiv, mod, mul, sub, type Int } from '../text/integer.ts';
import { profileOf, toSize, withIndex } from './arguments.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { newTuple, tupleOf } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import { equals, hash, index, repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { setHash } from './hashes.ts';
import { newRangeIterator } from './range-iterator.ts';
import { longIndices } from './slice.ts';

/** Payload of a range: ints, owned. */
export interface RangeObject {
  start: Ref;
  stop: Ref;
  step: Ref;
  length: Ref;
}

interface Bounds {
  readonly start: Int;
  readonly step: Int;
  readonly length: Int;
}

const layout: Layout = {
  traverse(payload, visit) {
    const { start, stop, step, length } = payload as RangeObject;
    for (const part of [start, stop, step, length]) if (part !== NULL) visit(part);
  },
  clear(payload, released) {
    const range = payload as RangeObject;
    for (const part of [range.start, range.stop, range.step, range.length]) if (part !== NULL) released.push(part);
    range.start = range.stop = range.step = range.length = NULL;
  },
};

/** Mirrors compute_range_length(). */
function lengthOf(start: Int, stop: Int, step: Int): Int {
  if (step === 1 && typeof start === 'number' && typeof stop === 'number' && Number.isSafeInteger(stop - start)) return Math.max(0, stop - start);
  const [low, high, stride] = step > 0 ? [start, stop, step] : [stop, start, sub(0, step)];
  return low >= high ? 0 : add(floordiv(sub(sub(high, low), 1), stride), 1);
}

/** A range; takes over the references. */
function newRange(rt: Runtime, start: Ref, stop: Ref, step: Ref): Ref {
  const length = rt.newInt(lengthOf(intValue(rt, start), intValue(rt, stop), intValue(rt, step)));
  return rt.heap.allocate(RANGE, { start, stop, step, length } satisfies RangeObject);
}

/** The range that begins at an int and has so many items. */
export const rangeOf = (rt: Runtime, start: Int, step: Int, length: Int): Ref =>
  newRange(rt, rt.newInt(start), rt.newInt(add(start, mul(step, length))), rt.newInt(step));

const intValue = (rt: Runtime, object: Ref): Int => rt.heap.payload[object] as Int;
const objectOf = (rt: Runtime, self: Ref): RangeObject => rt.heap.payload[self] as RangeObject;

function boundsOf(rt: Runtime, self: Ref): Bounds {
  const { start, step, length } = objectOf(rt, self);
  return { start: intValue(rt, start), step: intValue(rt, step), length: intValue(rt, length) };
}

function rangeNew(rt: Runtime, _type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const { heap } = rt;
  if (keywords === NULL && args.length === 1 && heap.type[args[0]!] === INT) return newRange(rt, rt.newInt(0), heap.incref(args[0]!), rt.newInt(1));
  if (keywords === NULL && args.length === 2 && heap.type[args[0]!] === INT && heap.type[args[1]!] === INT) {
    return newRange(rt, heap.incref(args[0]!), heap.incref(args[1]!), rt.newInt(1));
  }
  const [a, b, c] = bind(rt, 'range', 'start, stop=, step=, /', args, keywords);
  return begin(rt, rangeFrom(rt, a!, b!, c!));
}

function* rangeFrom(rt: Runtime, a: Ref, b: Ref, c: Ref): Steps<Ref> {
  const parts: Ref[] = [];
  try {
    for (const part of b === NULL ? [a] : c === NULL ? [a, b] : [a, b, c]) parts.push(yield* indexObject(rt, part));
    if (parts.length === 1) return newRange(rt, rt.newInt(0), parts.pop()!, rt.newInt(1));
    const [start, stop, step = rt.newInt(1)] = parts;
    if (intValue(rt, step) === 0) raise(rt, VALUE_ERROR, 'range() arg 3 must not be zero');
    parts.length = 0;
    return newRange(rt, start!, stop!, step);
  } finally {
    for (const part of parts) rt.heap.decref(part);
  }
}

/** An exact int with the value of an index (PyNumber_Index). */
function* indexObject(rt: Runtime, object: Ref): Steps<Ref> {
  if (rt.heap.type[object] === INT) return rt.heap.incref(object);
  return rt.newInt(yield* index(rt, object));
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { start, stop, step } = objectOf(rt, self);
  const texts: string[] = [];
  for (const part of intValue(rt, step) === 1 ? [start, stop] : [start, stop, step]) {
    const text = yield* settle(rt, repr(rt, part));
    texts.push(rt.text(text));
    rt.heap.decref(text);
  }
  return rt.newStr(`range(${texts.join(', ')})`);
}

/** Mirrors range_equals(): ranges are equal as the sequences they are. */
function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Ref {
  if (rt.heap.type[right] !== RANGE || rt.heap.type[left] !== RANGE || (op !== Compare.EQ && op !== Compare.NE)) return NOT_IMPLEMENTED;
  const a = boundsOf(rt, left);
  const b = boundsOf(rt, right);
  const equal = a.length === b.length && (a.length === 0 || (a.start === b.start && (a.length === 1 || a.step === b.step)));
  return rt.newBool(equal === (op === Compare.EQ));
}

/** Mirrors range_hash(): of the tuple of length, start and step, None where they do not matter. */
function* hashSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { start, step, length } = objectOf(rt, self);
  const count = intValue(rt, length);
  const lows: number[] = [];
  const highs: number[] = [];
  for (const part of [length, count === 0 ? NONE : start, count === 0 || count === 1 ? NONE : step]) {
    yield* settle(rt, hash(rt, part));
    lows.push(rt.hashLow);
    highs.push(rt.hashHigh);
  }
  return setHash(rt, hashTuple(lows, highs));
}

function iterate(rt: Runtime, self: Ref): Ref {
  const { start, step, length } = boundsOf(rt, self);
  return newRangeIterator(rt, start, step, length, intValue(rt, objectOf(rt, self).stop));
}

function reversed(rt: Runtime, self: Ref): Ref {
  const { start, step, length } = boundsOf(rt, self);
  const last = add(start, mul(step, sub(length, 1)));
  return newRangeIterator(rt, last, sub(0, step), length, intValue(rt, objectOf(rt, self).stop));
}

function item(rt: Runtime, self: Ref, at: Int): Ref {
  const { start, step, length } = boundsOf(rt, self);
  if (at < 0 || at >= length) raise(rt, INDEX_ERROR, 'range object index out of range');
  return rt.newInt(add(start, mul(step, at)));
}

function subscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  if (rt.heap.type[key] === SLICE) return begin(rt, slice(rt, self, key));
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `range indices must be integers or slices, not ${typeName(rt, key)}`);
  return withIndex(rt, key, (at) => item(rt, self, at < 0 ? add(at, boundsOf(rt, self).length) : at));
}

/** Mirrors compute_slice(). */
function* slice(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const { start, step, length } = boundsOf(rt, self);
  const indices = yield* longIndices(rt, key, length);
  const itemAt = (at: Int): Ref => rt.newInt(add(start, mul(step, at)));
  return newRange(rt, itemAt(indices.start), itemAt(indices.stop), rt.newInt(mul(step, indices.step)));
}

/** Where an int stands in the range; null if it does not (range_contains_long). */
function positionOf(rt: Runtime, self: Ref, value: Int): Int | null {
  const { start, step, length } = boundsOf(rt, self);
  const distance = sub(value, start);
  if (mod(distance, step) !== 0) return null;
  const position = floordiv(distance, step);
  return position >= 0 && position < length ? position : null;
}

const isPlainInt = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === INT || rt.heap.type[object] === BOOL;

/** Positions of the items that equal an object which is no plain int: each is compared. */
function* equalPositions(rt: Runtime, self: Ref, sought: Ref, visit: (position: Int) => boolean): Steps<void> {
  const { start, step, length } = boundsOf(rt, self);
  let value = start;
  for (let i: Int = 0; i < length; i = add(i, 1)) {
    rt.charge(1);
    const candidate = rt.newInt(value);
    try {
      if ((yield* equals(rt, candidate, sought)) && visit(i)) return;
    } finally {
      rt.heap.decref(candidate);
    }
    value = add(value, step);
  }
}

function contains(rt: Runtime, self: Ref, sought: Ref): Eventual {
  if (isPlainInt(rt, sought)) return rt.newBool(positionOf(rt, self, intValue(rt, sought)) !== null);
  return begin(rt, containsSteps(rt, self, sought));
}

function* containsSteps(rt: Runtime, self: Ref, sought: Ref): Steps<Ref> {
  let found = false;
  yield* equalPositions(rt, self, sought, () => (found = true));
  return rt.newBool(found);
}

function* count(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  if (isPlainInt(rt, args[0]!)) return rt.newInt(positionOf(rt, self, intValue(rt, args[0]!)) === null ? 0 : 1);
  let found = 0;
  yield* equalPositions(rt, self, args[0]!, () => {
    found++;
    return false;
  });
  return rt.newInt(found);
}

function* indexOf(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const sought = args[0]!;
  if (isPlainInt(rt, sought)) {
    const position = positionOf(rt, self, intValue(rt, sought));
    if (position !== null) return rt.newInt(position);
    const shown = yield* settle(rt, repr(rt, sought));
    const text = rt.text(shown);
    rt.heap.decref(shown);
    raise(rt, VALUE_ERROR, profileOf(rt).valueNotInRange(text));
  }
  let found: Int | null = null;
  yield* equalPositions(rt, self, sought, (position) => {
    found = position;
    return true;
  });
  if (found === null) raise(rt, VALUE_ERROR, 'sequence.index(x): x not in sequence');
  return rt.newInt(found);
}

function length(rt: Runtime, self: Ref): Ref {
  const { length: items } = boundsOf(rt, self);
  toSize(rt, items);
  return rt.newInt(items);
}

const methods: readonly NativeFunction[] = [
  suspending('count', 'object, /', count),
  suspending('index', 'object, /', indexOf),
  native('__reversed__', '', reversed),
  native('__reduce__', '', (rt, self) => {
    const { start, stop, step } = objectOf(rt, self);
    return newTuple(rt, [RANGE, tupleOf(rt, start, stop, step)]);
  }),
];

defineType({
  handle: RANGE,
  name: 'range',
  flags: TypeFlag.IMMUTABLE | TypeFlag.SEQUENCE,
  layout,
  slots: {
    tp_new: rangeNew,
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_hash: (rt, self) => begin(rt, hashSteps(rt, self)),
    tp_richcompare: richCompare,
    tp_iter: iterate,
    nb_bool: (rt, self) => rt.newBool(boundsOf(rt, self).length !== 0),
    sq_length: length,
    sq_item: item,
    sq_contains: contains,
    mp_length: length,
    mp_subscript: subscript,
  },
  methods,
  attributes: (['start', 'stop', 'step'] as const).map((name) => ({
    name,
    member: true,
    get: (rt: Runtime, self: Ref) => rt.heap.incref(objectOf(rt, self)[name]),
  })),
});
