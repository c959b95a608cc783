import { FALSE, NONE, TRUE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newList, tupleOf } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import { index, iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { isList } from '../../objects/sequence.ts';
import { checkCount, positionalOnly } from '../core/arguments.ts';
import { clearField, defineIterator, fieldsLayout, reduced, setField, stateItems } from './iterator.ts';

export const CYCLE = moduleTypeHandle();

/** Payload of `cycle`: the iterator, NULL once it is exhausted, and a list of what it gave. */
class Cycle {
  position = 0;
  /** The items are kept as they come; not so if a pickle brought them along. */
  keeps = true;
  constructor(
    public iterator: Ref,
    public saved: Ref,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Cycle => rt.heap.payload[self] as Cycle;

function* cycleNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = positionalOnly(rt, type, CYCLE, 'cycle', args, keywords);
  checkCount(rt, 'cycle', given.length, 1, 1);
  return newInstance(rt, type, new Cycle(yield* settle(rt, iter(rt, given[0]!)), newList(rt, [])));
}

/** Mirrors cycle_next(). */
function cycleNext(rt: Runtime, self: Ref): Eventual {
  const state = stateOf(rt, self);
  if (state.iterator === NULL) return savedItem(rt, state);
  const item = next(rt, state.iterator);
  return item === SUSPENDED ? begin(rt, nextSteps(rt, state)) : keepItem(rt, state, item);
}

function* nextSteps(rt: Runtime, state: Cycle): Steps<Ref> {
  return keepItem(rt, state, yield* settle(rt, SUSPENDED));
}

function keepItem(rt: Runtime, state: Cycle, item: Ref): Ref {
  if (item === NULL) {
    clearField(rt, state, 'iterator');
    return savedItem(rt, state);
  }
  if (state.keeps) {
    rt.charge(1, 8);
    (rt.heap.payload[state.saved] as Ref[]).push(rt.heap.incref(item));
  }
  return item;
}

function savedItem(rt: Runtime, state: Cycle): Ref {
  const items = itemsOf(rt, state.saved);
  const item = items[state.position];
  if (item === undefined) return NULL;
  state.position = state.position + 1 >= items.length ? 0 : state.position + 1;
  return rt.heap.incref(item);
}

/** Mirrors cycle_reduce(): an iterator that is over is replaced by one over what was kept. */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { iterator, saved, position, keeps } = stateOf(rt, self);
  if (iterator !== NULL) return reduced(rt, self, [heap.incref(iterator)], tupleOf(rt, saved, keeps ? FALSE : TRUE));
  const fresh = yield* settle(rt, iter(rt, saved));
  if (position !== 0) {
    const method = yield* settle(rt, getAttr(rt, fresh, rt.name('__setstate__')));
    try {
      heap.decref(yield* call(method, [rt.newInt(position)]));
    } finally {
      heap.decref(method);
    }
  }
  return reduced(rt, self, [fresh], tupleOf(rt, saved, TRUE));
}

function* setState(rt: Runtime, self: Ref, given: Ref): Steps<Ref> {
  const parts = stateItems(rt, given);
  if (parts.length !== 2) raise(rt, TYPE_ERROR, `function takes exactly 2 arguments (${parts.length} given)`);
  if (!isList(rt, parts[0]!)) raise(rt, TYPE_ERROR, `argument 1 must be list, not ${parts[0] === NONE ? 'None' : typeName(rt, parts[0]!)}`);
  const firstPass = yield* index(rt, parts[1]!);
  const state = stateOf(rt, self);
  setField(rt, state, 'saved', rt.heap.incref(parts[0]!));
  state.keeps = firstPass === 0;
  state.position = 0;
  return NONE;
}

defineIterator({
  handle: CYCLE,
  name: 'cycle',
  layout: fieldsLayout(['iterator', 'saved']),
  tp_new: (rt, type, args, keywords) => begin(rt, cycleNew(rt, type, args, keywords)),
  tp_iternext: cycleNext,
  methods: [suspending('__reduce__', '', reduce), suspending('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!))],
});
