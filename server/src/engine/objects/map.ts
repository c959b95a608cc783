import { MAP, NONE, STOP_ITERATION, TRUE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { containersOf } from '../versions/containers.ts';
import { refusesKeywords } from './arguments.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { itemsOf, newTuple } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { next, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { ask, begin, settle, type Steps } from './core/suspend.ts';
import { endsWith } from './iterators.ts';
import { checkLengths, iteratorsOf } from './parallel.ts';
import { positionalArguments, strictArgument } from './zip.ts';

/** Payload of `map`: a tuple of iterators, and the function. */
export class MapObject {
  constructor(
    public iterators: Ref,
    public callable: Ref,
    public strict: boolean,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): MapObject => rt.heap.payload[self] as MapObject;

/** Mirrors map_new(). */
function* mapNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  let strict = NULL;
  if (keywords !== NULL) {
    if (containersOf(rt.profile.version).mapIsStrict) strict = strictArgument(rt, 'map', args, keywords);
    else if (refusesKeywords(rt, type, MAP)) raise(rt, TYPE_ERROR, 'map() takes no keyword arguments');
  }
  const [callable, ...iterables] = positionalArguments(rt, args, keywords);
  if (callable === undefined || iterables.length === 0) raise(rt, TYPE_ERROR, 'map() must have at least two arguments.');
  const isStrict = strict !== NULL && (yield* truth(rt, strict));
  const iterators = yield* iteratorsOf(rt, iterables);
  return newInstance(rt, type, new MapObject(iterators, rt.heap.incref(callable), isStrict));
}

/** Mirrors map_next(). */
function mapNext(rt: Runtime, self: Ref): Eventual {
  const { iterators, callable } = stateOf(rt, self);
  const sources = itemsOf(rt, iterators);
  if (sources.length !== 1) return begin(rt, mapSteps(rt, self));
  const item = next(rt, sources[0]!);
  if (item === SUSPENDED) return begin(rt, mapSteps(rt, self, item));
  return item === NULL ? NULL : ask(rt, { callable, args: [item], keywords: NULL, ownsArgs: true, end: STOP_ITERATION });
}

/** `first` is what the first iterator has answered, if it was asked already. */
function* mapSteps(rt: Runtime, self: Ref, first: Eventual | null = null): Steps<Ref> {
  const { iterators, callable, strict } = stateOf(rt, self);
  const args: Ref[] = [];
  try {
    const sources = itemsOf(rt, iterators);
    for (let i = 0; i < sources.length; i++) {
      const got = i === 0 && first !== null ? first : next(rt, sources[i]!);
      const item = got === SUSPENDED ? yield* settle(rt, got) : got;
      if (item === NULL) return strict ? yield* checkLengths(rt, 'map', sources, i) : NULL;
      args.push(item);
    }
    try {
      return yield { callable, args, keywords: NULL };
    } catch (error) {
      return endsWith(rt, error, STOP_ITERATION);
    }
  } finally {
    rt.heap.deaths.drop(args);
  }
}

defineType({
  handle: MAP,
  name: 'map',
  flags: CONTAINER,
  layout: {
    traverse(payload, visit) {
      const { iterators, callable } = payload as MapObject;
      if (iterators !== NULL) visit(iterators);
      if (callable !== NULL) visit(callable);
    },
    clear(payload, released) {
      const state = payload as MapObject;
      if (state.iterators !== NULL) released.push(state.iterators);
      if (state.callable !== NULL) released.push(state.callable);
      state.iterators = NULL;
      state.callable = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, mapNew(rt, type, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: mapNext,
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { heap } = rt;
      const { callable, iterators, strict } = stateOf(rt, self);
      const parts = [callable, ...itemsOf(rt, iterators)].map((part) => heap.incref(part));
      const reduced = [heap.incref(heap.type[self]!), newTuple(rt, parts)];
      return newTuple(rt, strict ? [...reduced, TRUE] : reduced);
    }),
    suspending('__setstate__', 'state, /', function* (rt, self, [state]) {
      stateOf(rt, self).strict = yield* truth(rt, state!);
      return NONE;
    }),
  ],
});
