import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { index, iter } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { libraryOf } from '../../versions/library.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import { defineIterator, fieldsLayout, reduced, setField, stateItems } from './iterator.ts';
import { chunkItem, chunkLength, newChunk, nextChunk, TEE_CHUNK } from './teechunk.ts';

export const TEE = moduleTypeHandle();

/** Payload of one of the iterators that `tee` makes: where it is in the chain of chunks. */
class Tee {
  constructor(
    public chunk: Ref,
    public position: number,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Tee => rt.heap.payload[self] as Tee;

function newTee(rt: Runtime, chunk: Ref, position: number): Ref {
  return rt.heap.allocateTracked(TEE, new Tee(chunk, position));
}

function copyTee(rt: Runtime, self: Ref): Ref {
  const { chunk, position } = stateOf(rt, self);
  return newTee(rt, rt.heap.incref(chunk), position);
}

/** Mirrors tee_fromiterable(). */
function* fromIterable(rt: Runtime, iterable: Ref): Steps<Ref> {
  const iterator = yield* settle(rt, iter(rt, iterable));
  if (!isInstance(rt, iterator, TEE)) return newTee(rt, newChunk(rt, iterator), 0);
  const copy = copyTee(rt, iterator);
  rt.heap.decref(iterator);
  return copy;
}

/** Mirrors tee_next(). */
function teeNext(rt: Runtime, self: Ref): Eventual {
  const state = stateOf(rt, self);
  if (state.position >= chunkLength) {
    setField(rt, state, 'chunk', rt.heap.incref(nextChunk(rt, state.chunk)));
    state.position = 0;
  }
  const item = chunkItem(rt, state.chunk, state.position);
  if (item > NULL) {
    state.position++;
    return item;
  }
  return item === NULL ? NULL : begin(rt, nextSteps(rt, state, item));
}

function* nextSteps(rt: Runtime, state: Tee, pending: Eventual): Steps<Ref> {
  const item = yield* settle(rt, pending);
  if (item !== NULL) state.position++;
  return item;
}

/** Mirrors itertools_tee_impl(): what can copy itself is the first of the iterators, and copied for the others. */
export const tee = suspending('tee', 'iterable, n=2, /', function* (rt, _module, [iterable, n]) {
  const { heap } = rt;
  const count = n === NULL ? 2 : toSize(rt, yield* index(rt, n!));
  if (count < 0) raise(rt, VALUE_ERROR, libraryOf(rt.profile.version).mustNotBeNegative('n', 'n must be >= 0'));
  rt.charge(count, count * 8);
  if (count === 0) return newTuple(rt, []);
  const made: Ref[] = [];
  let copy = NULL;
  try {
    let first = yield* settle(rt, iter(rt, iterable!));
    if (libraryOf(rt.profile.version).teeCopiesTees) copy = NULL;
    else copy = yield* getAttrOrNull(rt, first, rt.name('__copy__'));
    if (copy === NULL) {
      const source = first;
      try {
        first = yield* fromIterable(rt, source);
      } finally {
        heap.decref(source);
      }
      made.push(first);
      while (made.length < count) made.push(copyTee(rt, first));
    } else {
      made.push(first);
      while (made.length < count) made.push(yield* call(copy, []));
    }
    return newTuple(rt, made);
  } catch (error) {
    heap.deaths.drop(made);
    throw error;
  } finally {
    heap.xdecref(copy);
  }
});

function* setState(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  const parts = stateItems(rt, given);
  if (parts.length !== 2) raise(rt, TYPE_ERROR, `function takes exactly 2 arguments (${parts.length} given)`);
  const [chunk, position] = parts;
  if (rt.heap.type[chunk!] !== TEE_CHUNK) raise(rt, TYPE_ERROR, `argument 1 must be itertools._tee_dataobject, not ${chunk === NONE ? 'None' : typeName(rt, chunk!)}`);
  const at = Number(yield* index(rt, position!));
  if (at < 0 || at > chunkLength) raise(rt, VALUE_ERROR, 'Index out of range');
  const state = stateOf(rt, self);
  setField(rt, state, 'chunk', rt.heap.incref(chunk!));
  state.position = at;
  return NONE;
}

defineIterator({
  handle: TEE,
  name: '_tee',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  layout: fieldsLayout(['chunk']),
  tp_new: (rt, _type, args, keywords) => {
    const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
    noKeywords(rt, '_tee', keywords);
    checkCount(rt, '_tee', given, 1, 1);
    return begin(rt, fromIterable(rt, args[0]!));
  },
  tp_iternext: teeNext,
  methods: [
    native('__copy__', '', copyTee),
    native('__reduce__', '', (rt, self) => {
      const { chunk, position } = stateOf(rt, self);
      return reduced(rt, self, [newTuple(rt, [])], newTuple(rt, [rt.heap.incref(chunk), rt.newInt(position)]));
    }),
    suspending('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
  ],
});

