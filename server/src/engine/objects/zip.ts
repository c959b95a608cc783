import { NONE, TRUE, TUPLE, TYPE_ERROR, ZIP } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { CONTAINER, defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { itemsOf, tupleOf } from './core/make.ts';
import { native, suspending } from './core/native.ts';
import { next, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { checkLengths, iteratorsOf } from './parallel.ts';

/** Payload of `zip`: a tuple of iterators, and the tuple that is answered again and again if nobody else holds it. */
export class Zip {
  constructor(
    public iterators: Ref,
    public result: Ref,
    public strict: boolean,
  ) {}
}

const stateOf = (rt: Runtime, self: Ref): Zip => rt.heap.payload[self] as Zip;

/** The value of `strict=`, the only keyword, NULL if absent. */
export function strictArgument(rt: Runtime, name: string, args: readonly Ref[], keywords: Ref): Ref {
  let strict = NULL;
  if (keywords === NULL) return strict;
  const names = itemsOf(rt, keywords);
  for (let i = 0; i < names.length; i++) {
    const keyword = rt.text(names[i]!);
    if (keyword !== 'strict') raise(rt, TYPE_ERROR, rt.profile.words.unexpectedKeyword(name, keyword, ['strict']));
    strict = args[args.length - names.length + i]!;
  }
  return strict;
}

export const positionalArguments = (rt: Runtime, args: readonly Ref[], keywords: Ref): readonly Ref[] =>
  keywords === NULL ? args : args.slice(0, args.length - itemsOf(rt, keywords).length);

/** Mirrors zip_new(). */
function* zipNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const strict = strictArgument(rt, 'zip', args, keywords);
  const isStrict = strict !== NULL && (yield* truth(rt, strict));
  const iterables = positionalArguments(rt, args, keywords);
  const iterators = yield* iteratorsOf(rt, iterables);
  return newInstance(rt, type, new Zip(iterators, tupleOf(rt, ...iterables.map(() => NONE)), isStrict));
}

/** Mirrors zip_next(): the items go one by one into the tuple, each old one dying before the next is asked for. */
function zipNext(rt: Runtime, self: Ref): Eventual {
  const { heap } = rt;
  const { iterators, result } = stateOf(rt, self);
  const size = itemsOf(rt, iterators).length;
  if (size === 0) return NULL;
  const target = heap.refcount[result] === 1 ? heap.incref(result) : heap.allocateTracked(TUPLE, new Array<Ref>(size).fill(NULL));
  let i = 0;
  try {
    for (; i < size; i++) {
      const item = next(rt, itemsOf(rt, iterators)[i]!);
      if (item === SUSPENDED) return begin(rt, nextSteps(rt, self, target, i));
      if (item === NULL) break;
      put(rt, target, i, item);
    }
  } catch (error) {
    heap.decref(target);
    throw error;
  }
  if (i === size) return tracked(rt, target);
  heap.decref(target);
  return stateOf(rt, self).strict ? begin(rt, checkLengths(rt, 'zip', itemsOf(rt, iterators), i)) : NULL;
}

/** Goes on where the iterator `from` is suspended. */
function* nextSteps(rt: Runtime, self: Ref, target: Ref, from: number): Steps<Ref> {
  const { iterators, strict } = stateOf(rt, self);
  const sources = itemsOf(rt, iterators);
  let i = from;
  try {
    for (; i < sources.length; i++) {
      const item = yield* settle(rt, i === from ? SUSPENDED : next(rt, sources[i]!));
      if (item === NULL) break;
      put(rt, target, i, item);
    }
  } catch (error) {
    rt.heap.decref(target);
    throw error;
  }
  if (i === sources.length) return tracked(rt, target);
  rt.heap.decref(target);
  return strict ? yield* checkLengths(rt, 'zip', sources, i) : NULL;
}

function put(rt: Runtime, target: Ref, i: number, item: Ref): void {
  const items = rt.heap.payload[target] as Ref[];
  const old = items[i]!;
  items[i] = item;
  rt.heap.xdecref(old);
}

/** The collector may have untracked the tuple when it held other items. */
function tracked(rt: Runtime, target: Ref): Ref {
  rt.heap.track(target);
  return target;
}

defineType({
  handle: ZIP,
  name: 'zip',
  flags: CONTAINER,
  layout: {
    traverse(payload, visit) {
      const { iterators, result } = payload as Zip;
      if (iterators !== NULL) visit(iterators);
      if (result !== NULL) visit(result);
    },
    clear(payload, released) {
      const state = payload as Zip;
      if (state.iterators !== NULL) released.push(state.iterators);
      if (state.result !== NULL) released.push(state.result);
      state.iterators = NULL;
      state.result = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, zipNew(rt, type, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: zipNext,
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { iterators, strict } = stateOf(rt, self);
      const type = rt.heap.type[self]!;
      return strict ? tupleOf(rt, type, iterators, TRUE) : tupleOf(rt, type, iterators);
    }),
    suspending('__setstate__', 'state, /', function* (rt, self, [state]) {
      stateOf(rt, self).strict = yield* truth(rt, state!);
      return NONE;
    }),
  ],
});
