import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { INDEX_ERROR, NONE, NOT_IMPLEMENTED, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { isInt, toSize, withSize } from '../../objects/arguments.ts';
import { CONTAINER, defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { copyRefs, newList, newTuple } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { enterRepr, equals, holds, iter, leaveRepr, next, richCompare } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { instanceSize } from '../../objects/core/sizes.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import type { Int } from '../../text/integer.ts';
import { deathSteps } from '../../interpreter/deaths.ts';
import { instanceState } from '../core/instancestate.ts';
import { DEQUE, DEQUE_ITERATOR, DEQUE_REVERSE_ITERATOR, newDequeIterator } from './dequeiterators.ts';
import { Ring } from './ring.ts';
import { containsItem, countArguments, countItem, indexMethod, removeMethod } from './dequesearch.ts';

const ringOf = (rt: Runtime, deque: Ref): Ring => rt.heap.payload[deque] as Ring;

const isDeque = (rt: Runtime, object: Ref): boolean => isInstance(rt, object, DEQUE);

const newDeque = (rt: Runtime, limit: number): Ref => newInstance(rt, DEQUE, new Ring(limit));

/** Appends an item, whose reference it takes; what no longer fits leaves at the other end. */
function append(rt: Runtime, ring: Ring, item: Ref): void {
  ring.push(item);
  if (ring.limit >= 0 && ring.length > ring.limit) rt.heap.decref(ring.shift());
}

function appendLeft(rt: Runtime, ring: Ring, item: Ref): void {
  ring.unshift(item);
  if (ring.limit >= 0 && ring.length > ring.limit) rt.heap.decref(ring.pop());
}

/** Mirrors deque_extend() and deque_extendleft(); answers NULL. */
function* extend(rt: Runtime, self: Ref, iterable: Ref, side: 'left' | 'right'): Steps<Ref> {
  const { heap } = rt;
  const ring = ringOf(rt, self);
  if (iterable === self) {
    const copy = newList(rt, copyRefs(rt, ring.items()));
    try {
      return yield* extend(rt, self, copy, side);
    } finally {
      heap.decref(copy);
    }
  }
  const iterator = yield* settle(rt, iter(rt, iterable));
  try {
    if (ring.limit !== 0) ring.startAt(side === 'right' ? 'left' : 'right');
    for (;;) {
      const step = next(rt, iterator);
      const item = step === SUSPENDED ? yield* settle(rt, step) : step;
      if (item === NULL) return NULL;
      rt.charge(1, 8);
      if (ring.limit === 0) heap.decref(item);
      else if (side === 'right') append(rt, ring, item);
      else appendLeft(rt, ring, item);
      // What had to leave is gone before the next item is asked for.
      if (heap.deaths.blocked !== NULL) yield* deathSteps(rt);
    }
  } finally {
    heap.decref(iterator);
  }
}

function clear(rt: Runtime, ring: Ring): void {
  rt.heap.deaths.drop(ring.takeAll());
}

/** Mirrors deque_init(). */
function dequeInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [iterable, maxlen] = bind(rt, 'deque', 'iterable=, maxlen=', args, keywords);
  const ring = ringOf(rt, self);
  let limit = -1;
  if (maxlen !== NULL && maxlen !== NONE) {
    if (!isInt(rt, maxlen!)) raise(rt, TYPE_ERROR, 'an integer is required');
    limit = toSize(rt, rt.heap.payload[maxlen!] as Int);
    if (limit < 0) raise(rt, VALUE_ERROR, 'maxlen must be non-negative');
  }
  ring.limit = limit;
  clear(rt, ring);
  return iterable === NULL ? NULL : begin(rt, extend(rt, self, iterable!, 'right'));
}

/** Mirrors deque_copy(): a subclass makes its own copy. */
function* copy(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const ring = ringOf(rt, self);
  const type = heap.type[self]!;
  if (type === DEQUE) {
    const made = newDeque(rt, ring.limit);
    const target = ringOf(rt, made);
    if (ring.length !== 1) target.startAt('left');
    rt.charge(ring.length, ring.length * 8);
    for (const item of copyRefs(rt, ring.items())) append(rt, target, item);
    return made;
  }
  const limit = ring.limit < 0 ? NULL : rt.newInt(ring.limit);
  let made: Ref;
  try {
    made = yield* call(type, limit === NULL ? [self] : [self, limit]);
  } finally {
    heap.xdecref(limit);
  }
  if (!isDeque(rt, made)) {
    const name = typeName(rt, made);
    heap.decref(made);
    raise(rt, TYPE_ERROR, `${rt.typeObject(type).name}() must return a deque, not ${name}`);
  }
  return made;
}

/** Mirrors deque_concat(). */
function* concat(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  if (!isDeque(rt, right)) raise(rt, TYPE_ERROR, `can only concatenate deque (not "${typeName(rt, right)}") to deque`);
  const made = yield* copy(rt, left);
  try {
    yield* extend(rt, made, right, 'right');
    return made;
  } catch (error) {
    rt.heap.decref(made);
    throw error;
  }
}

/** Mirrors deque_inplace_repeat(). */
function repeatInPlace(rt: Runtime, self: Ref, count: number): Ref {
  const ring = ringOf(rt, self);
  if (ring.length === 0 || count === 1) return rt.heap.incref(self);
  if (count <= 0) clear(rt, ring);
  else {
    const items = ring.items();
    // Of more rounds than fit, all but the last would leave again.
    const rounds = ring.limit < 0 ? count - 1 : Math.min(count - 1, Math.ceil(ring.limit / items.length));
    rt.charge(rounds * items.length, rounds * items.length * 8);
    for (let round = 0; round < rounds; round++) for (const item of items) append(rt, ring, rt.heap.incref(item));
  }
  return rt.heap.incref(self);
}

function* repeat(rt: Runtime, self: Ref, count: number): Steps<Ref> {
  const made = yield* copy(rt, self);
  rt.heap.decref(repeatInPlace(rt, made, count));
  return made;
}

/** The item that an index means, in range. */
function inRange(rt: Runtime, ring: Ring, index: number): number {
  if (index < 0 || index >= ring.length) raise(rt, INDEX_ERROR, 'deque index out of range');
  return index;
}

function item(rt: Runtime, self: Ref, index: number): Ref {
  const ring = ringOf(rt, self);
  return rt.heap.incref(ring.at(inRange(rt, ring, index)));
}

/** Mirrors deque_ass_item(). */
function assign(rt: Runtime, self: Ref, index: number, value: Ref): Ref {
  const ring = ringOf(rt, self);
  const at = inRange(rt, ring, index);
  rt.heap.decref(value === NULL ? ring.removeAt(at) : ring.put(at, rt.heap.incref(value)));
  return NULL;
}

/** Mirrors deque_insert(). */
function insert(rt: Runtime, self: Ref, index: number, value: Ref): Ref {
  const ring = ringOf(rt, self);
  if (ring.length === ring.limit) raise(rt, INDEX_ERROR, 'deque already at its maximum size');
  const owned = rt.heap.incref(value);
  if (index >= ring.length) ring.push(owned);
  else if (index <= -ring.length || index === 0) ring.unshift(owned);
  else {
    ring.rotate(-index);
    if (index < 0) ring.push(owned);
    else ring.unshift(owned);
    ring.rotate(index);
  }
  return NONE;
}

/** Mirrors deque_richcompare(): the first items that differ decide, then the lengths. */
function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const { heap } = rt;
  const a = yield* settle(rt, iter(rt, left));
  let b = NULL;
  try {
    b = yield* settle(rt, iter(rt, right));
    for (;;) {
      const x = yield* settle(rt, next(rt, a));
      let y = NULL;
      try {
        y = yield* settle(rt, next(rt, b));
        if (x === NULL || y === NULL) return rt.newBool(holds(op, (x === NULL ? 0 : 1) - (y === NULL ? 0 : 1)));
        if (!(yield* equals(rt, x, y))) {
          if (op === Compare.EQ || op === Compare.NE) return rt.newBool(op === Compare.NE);
          return yield* settle(rt, richCompare(rt, x, y, op));
        }
      } finally {
        heap.xdecref(x);
        heap.xdecref(y);
      }
    }
  } finally {
    heap.decref(a);
    heap.xdecref(b);
  }
}

function compare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if (!isDeque(rt, left) || !isDeque(rt, right)) return NOT_IMPLEMENTED;
  if (op === Compare.EQ || op === Compare.NE) {
    if (left === right) return rt.newBool(op === Compare.EQ);
    if (ringOf(rt, left).length !== ringOf(rt, right).length) return rt.newBool(op === Compare.NE);
  }
  return begin(rt, compareSteps(rt, left, right, op));
}

/** Mirrors deque_repr(). */
function* show(rt: Runtime, self: Ref): Steps<Ref> {
  if (!enterRepr(rt, self)) return rt.newStr('[...]');
  const ring = ringOf(rt, self);
  const list = newList(rt, copyRefs(rt, ring.items()));
  try {
    const limit = ring.limit < 0 ? '' : `, maxlen=${ring.limit}`;
    return rt.newStr(`${rt.typeOf(self).name}(${yield* reprText(rt, list)}${limit})`);
  } finally {
    rt.heap.decref(list);
    leaveRepr(rt, self);
  }
}

/** Mirrors deque_reduce(). */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { limit } = ringOf(rt, self);
  const state = yield* instanceState(rt, self);
  const iterator = yield* settle(rt, iter(rt, self));
  const args = limit < 0 ? newTuple(rt, []) : newTuple(rt, [newTuple(rt, []), rt.newInt(limit)]);
  return newTuple(rt, [heap.incref(heap.type[self]!), args, state, iterator]);
}

function* thenNone(steps: Steps<Ref>): Steps<Ref> {
  yield* steps;
  return NONE;
}

function* thenSelf(rt: Runtime, self: Ref, steps: Steps<Ref>): Steps<Ref> {
  yield* steps;
  return rt.heap.incref(self);
}

const removing = (name: string, take: (ring: Ring) => Ref): NativeFunction =>
  native(name, '', (rt, self) => {
    const ring = ringOf(rt, self);
    return ring.length === 0 ? raise(rt, INDEX_ERROR, 'pop from an empty deque') : take(ring);
  });

function rotate(rt: Runtime, self: Ref, count: number): Ref {
  const ring = ringOf(rt, self);
  rt.charge(ring.length >> 4);
  ring.rotate(count);
  return NONE;
}

defineType({
  handle: DEQUE,
  name: 'deque',
  module: 'collections',
  flags: CONTAINER | TypeFlag.WEAKREFS | TypeFlag.SEQUENCE,
  layout: {
    traverse(payload, visit) {
      const ring = payload as Ring;
      for (let i = 0; i < ring.length; i++) visit(ring.at(i));
    },
    clear(payload, released) {
      for (const held of (payload as Ring).takeAll()) released.push(held);
    },
  },
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new Ring(-1)),
    tp_init: dequeInit,
    tp_repr: (rt, self) => begin(rt, show(rt, self)),
    tp_hash: null,
    tp_richcompare: compare,
    tp_iter: (rt, self) => newDequeIterator(rt, DEQUE_ITERATOR, self),
    sq_length: (rt, self) => rt.newInt(ringOf(rt, self).length),
    sq_item: item,
    sq_contains: containsItem,
    sq_concat: (rt, left, right) => begin(rt, concat(rt, left, right)),
    sq_repeat: (rt, self, count) => begin(rt, repeat(rt, self, count)),
    sq_inplace_concat: (rt, self, other) => begin(rt, thenSelf(rt, self, extend(rt, self, other, 'right'))),
    sq_inplace_repeat: repeatInPlace,
    sq_ass_item: assign,
  },
  methods: [
    native('append', 'item, /', (rt, self, [added]) => {
      append(rt, ringOf(rt, self), rt.heap.incref(added!));
      return NONE;
    }),
    native('appendleft', 'item, /', (rt, self, [added]) => {
      appendLeft(rt, ringOf(rt, self), rt.heap.incref(added!));
      return NONE;
    }),
    native('clear', '', (rt, self) => {
      clear(rt, ringOf(rt, self));
      return NONE;
    }),
    suspending('copy', '', copy),
    suspending('__copy__', '', copy),
    suspending('count', 'value, /', (rt, self, [value]) => countItem(rt, self, value!)),
    suspending('extend', 'iterable, /', (rt, self, [iterable]) => thenNone(extend(rt, self, iterable!, 'right'))),
    suspending('extendleft', 'iterable, /', (rt, self, [iterable]) => thenNone(extend(rt, self, iterable!, 'left'))),
    indexMethod,
    rawNative('insert', (rt, self, args, keywords) => {
      countArguments(rt, 'insert', args, keywords, 2, 2);
      return withSize(rt, args[0]!, (at) => insert(rt, self, at, args[1]!));
    }),
    removing('pop', (ring) => ring.pop()),
    removing('popleft', (ring) => ring.shift()),
    removeMethod,
    native('reverse', '', (rt, self) => {
      ringOf(rt, self).reverse();
      return NONE;
    }),
    rawNative('rotate', (rt, self, args, keywords) => {
      countArguments(rt, 'rotate', args, keywords, 0, 1);
      return args.length === 0 ? rotate(rt, self, 1) : withSize(rt, args[0]!, (count) => rotate(rt, self, count));
    }),
    native('__reversed__', '', (rt, self) => newDequeIterator(rt, DEQUE_REVERSE_ITERATOR, self)),
    suspending('__reduce__', '', reduce),
    native('__sizeof__', '', (rt, self) => rt.newInt(instanceSize(rt, rt.heap.type[self]!).basic + ringOf(rt, self).blockBytes())),
    native('__class_getitem__', 'item, /', (rt, type, [argument]) => genericAlias(rt, type, argument!), 'class'),
  ],
  attributes: [
    {
      name: 'maxlen',
      get: (rt, self) => {
        const { limit } = ringOf(rt, self);
        return limit < 0 ? NONE : rt.newInt(limit);
      },
    },
  ],
});
