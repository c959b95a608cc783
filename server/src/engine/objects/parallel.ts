import { TUPLE, VALUE_ERROR } from '../heap/known.ts';
import { NULL, SUSPENDED, type Ref } from '../heap/ref.ts';
import { raise } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import { iter, next } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';

/** What zip and map have in common: several iterators, advanced together. */

/** A tuple of an iterator for each iterable. */
export function* iteratorsOf(rt: Runtime, iterables: readonly Ref[]): Steps<Ref> {
  if (iterables.length === 0) return newTuple(rt, []);
  const iterators = iterables.map(() => NULL);
  const tuple = rt.heap.allocateTracked(TUPLE, iterators);
  try {
    for (const [i, iterable] of iterables.entries()) iterators[i] = yield* settle(rt, iter(rt, iterable));
    return tuple;
  } catch (error) {
    rt.heap.decref(tuple);
    throw error;
  }
}

/** Once the iterator at `ended` is exhausted: under `strict` all must be. Answers NULL. */
export function* checkLengths(rt: Runtime, name: string, iterators: readonly Ref[], ended: number): Steps<Ref> {
  const before = (i: number): string => (i === 1 ? ' 1' : `s 1-${i}`);
  if (ended > 0) raise(rt, VALUE_ERROR, `${name}() argument ${ended + 1} is shorter than argument${before(ended)}`);
  for (let i = 1; i < iterators.length; i++) {
    const given = next(rt, iterators[i]!);
    const item = given === SUSPENDED ? yield* settle(rt, given) : given;
    if (item === NULL) continue;
    rt.heap.decref(item);
    raise(rt, VALUE_ERROR, `${name}() argument ${i + 1} is longer than argument${before(i)}`);
  }
  return NULL;
}
