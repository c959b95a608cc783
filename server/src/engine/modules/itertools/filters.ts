import { BOOL, NONE, STOP_ITERATION } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { iter, next, truth, truthNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { untilRaised } from '../../objects/iterators.ts';
import { checkCount, positionalOnly } from '../core/arguments.ts';
import { defineIterator, fieldsLayout, reduced } from './iterator.ts';

export const COMPRESS = moduleTypeHandle();
export const DROP_WHILE = moduleTypeHandle();
export const TAKE_WHILE = moduleTypeHandle();
export const FILTER_FALSE = moduleTypeHandle();

/** Payload of `dropwhile`, `takewhile` and `filterfalse`. `decided` once the first two ask their predicate no more. */
class Filter {
  decided = false;
  constructor(
    public predicate: Ref,
    public iterator: Ref,
  ) {}
}

const filterOf = (rt: Runtime, self: Ref): Filter => rt.heap.payload[self] as Filter;

function* filterNew(rt: Runtime, type: Ref, own: Ref, name: string, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = positionalOnly(rt, type, own, name, args, keywords);
  checkCount(rt, name, given.length, 2, 2);
  const iterator = yield* settle(rt, iter(rt, given[1]!));
  return newInstance(rt, type, new Filter(rt.heap.incref(given[0]!), iterator));
}

/** What the predicate says of an item; null where it raised StopIteration, which ends the iteration. */
function* holds(rt: Runtime, predicate: Ref, item: Ref): Steps<boolean | null> {
  const answer = yield* untilRaised(rt, () => begin(rt, call(predicate, [item])), [STOP_ITERATION]);
  if (answer === NULL) return null;
  const known = truthNow(rt, answer);
  try {
    return known ?? (yield* truth(rt, answer));
  } finally {
    rt.heap.decref(answer);
  }
}

/** Asks of each item whether it is answered, passed over, or the end; `decide` says which. */
function* search(rt: Runtime, state: Filter, decide: (item: Ref) => Steps<'item' | 'skip' | 'end'>): Steps<Ref> {
  for (;;) {
    const item = yield* settle(rt, next(rt, state.iterator));
    if (item === NULL) return NULL;
    rt.charge(1);
    let decision: 'item' | 'skip' | 'end' = 'end';
    try {
      decision = yield* decide(item);
    } finally {
      if (decision !== 'item') rt.heap.decref(item);
    }
    if (decision !== 'skip') return decision === 'item' ? item : NULL;
  }
}

/** Mirrors dropwhile_next(). */
const dropWhileNext = (rt: Runtime, state: Filter): Steps<Ref> =>
  search(rt, state, function* (item) {
    if (state.decided) return 'item';
    const good = yield* holds(rt, state.predicate, item);
    if (good === null) return 'end';
    if (good) return 'skip';
    state.decided = true;
    return 'item';
  });

/** Mirrors takewhile_next(). */
function* takeWhileNext(rt: Runtime, state: Filter): Steps<Ref> {
  if (state.decided) return NULL;
  return yield* search(rt, state, function* (item) {
    const good = yield* holds(rt, state.predicate, item);
    if (good === true) return 'item';
    if (good === false) state.decided = true;
    return 'end';
  });
}

/** Mirrors filterfalse_next(). */
const filterFalseNext = (rt: Runtime, state: Filter): Steps<Ref> =>
  search(rt, state, function* (item) {
    const plain = state.predicate === NONE || state.predicate === BOOL;
    const good = plain ? yield* truth(rt, item) : yield* holds(rt, state.predicate, item);
    return good === null ? 'end' : good ? 'skip' : 'item';
  });

function defineFilter(handle: Ref, name: string, steps: (rt: Runtime, state: Filter) => Steps<Ref>, hasState: boolean): void {
  defineIterator({
    handle,
    name,
    layout: fieldsLayout(['iterator', 'predicate'], ['predicate', 'iterator']),
    tp_new: (rt, type, args, keywords) => begin(rt, filterNew(rt, type, handle, name, args, keywords)),
    tp_iternext: (rt, self) => begin(rt, steps(rt, filterOf(rt, self))),
    methods: [
      native('__reduce__', '', (rt, self) => {
        const { predicate, iterator, decided } = filterOf(rt, self);
        const state = hasState ? [rt.newInt(decided ? 1 : 0)] : [];
        return reduced(rt, self, [rt.heap.incref(predicate), rt.heap.incref(iterator)], ...state);
      }),
      ...(hasState
        ? [
            suspending('__setstate__', 'state, /', function* (rt, self, [state]) {
              filterOf(rt, self).decided = yield* truth(rt, state!);
              return NONE;
            }),
          ]
        : []),
    ],
  });
}

defineFilter(DROP_WHILE, 'dropwhile', dropWhileNext, true);
defineFilter(TAKE_WHILE, 'takewhile', takeWhileNext, true);
defineFilter(FILTER_FALSE, 'filterfalse', filterFalseNext, false);

class Compress {
  constructor(
    public data: Ref,
    public selectors: Ref,
  ) {}
}

function* compressNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [data, selectors] = bind(rt, 'compress', 'data, selectors', args, keywords);
  const first = yield* settle(rt, iter(rt, data!));
  try {
    return newInstance(rt, type, new Compress(rt.heap.incref(first), yield* settle(rt, iter(rt, selectors!))));
  } finally {
    rt.heap.decref(first);
  }
}

/** Mirrors compress_next(). */
function* compressNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { data, selectors } = heap.payload[self] as Compress;
  for (;;) {
    const datum = yield* settle(rt, next(rt, data));
    if (datum === NULL) return NULL;
    rt.charge(1);
    let chosen = false;
    try {
      const selector = yield* settle(rt, next(rt, selectors));
      if (selector === NULL) return NULL;
      try {
        chosen = yield* truth(rt, selector);
      } finally {
        heap.decref(selector);
      }
    } finally {
      if (!chosen) heap.decref(datum);
    }
    if (chosen) return datum;
  }
}

defineIterator({
  handle: COMPRESS,
  name: 'compress',
  layout: fieldsLayout(['data', 'selectors']),
  tp_new: (rt, type, args, keywords) => begin(rt, compressNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, compressNext(rt, self)),
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { data, selectors } = rt.heap.payload[self] as Compress;
      return reduced(rt, self, [rt.heap.incref(data), rt.heap.incref(selectors)]);
    }),
  ],
});
