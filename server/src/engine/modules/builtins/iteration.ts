import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { CALLABLE_ITERATOR, FALSE, FUNCTION, INT, LIST, NONE, STOP_ITERATION, TRUE, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Int } from '../../text/integer.ts';
import { modulesOf } from '../../versions/modules.ts';
import { refuseAnswer } from '../../objects/core/answers.ts';
import { caught, matches, raise, raiseWith, rethrow } from '../../objects/core/errors.ts';
import { callSpecial, lookupText, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newList } from '../../objects/core/make.ts';
import { native, rawNative, type NativeFunction } from '../../objects/core/native.ts';
import { iter, next, richCompare, truth, truthNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, pulling, settle, type Steps } from '../../objects/core/suspend.ts';
import { CallableIterator } from '../../objects/iterators.ts';
import { extendList } from '../../objects/list.ts';
import { sortList } from '../../objects/listsort.ts';
import { newAnextAwaitable } from '../../objects/anext.ts';
import { givenArguments, type GivenArguments } from '../core/keywords.ts';

/** `all` stops at the first false item, `any` at the first true one; null if an item's truth needs Python code. */
function stopsNow(rt: Runtime, iterable: Ref, at: boolean): boolean | null {
  for (const item of itemsOf(rt, iterable)) {
    const value = truthNow(rt, item);
    if (value === undefined) return null;
    if (value === at) return true;
  }
  return false;
}

function* stops(rt: Runtime, iterable: Ref, at: boolean): Steps<Ref> {
  const iterator = yield* settle(rt, iter(rt, iterable));
  const passes = (item: Ref): boolean => {
    if (at ? item !== FALSE && item !== NONE : item !== TRUE) return false;
    rt.heap.decref(item);
    return true;
  };
  try {
    for (;;) {
      const gotItem = next(rt, iterator);
      const asked = gotItem === SUSPENDED ? pulling(rt, passes) : null;
      const item = asked !== null ? yield asked : gotItem === SUSPENDED ? yield* settle(rt, gotItem) : gotItem;
      if (item === NULL) return rt.newBool(!at);
      let value: boolean;
      try {
        value = truthNow(rt, item) ?? (yield* truth(rt, item));
      } finally {
        rt.heap.decref(item);
      }
      if (value === at) return rt.newBool(at);
    }
  } finally {
    rt.heap.decref(iterator);
  }
}

function search(rt: Runtime, iterable: Ref, at: boolean): Eventual {
  const type = rt.heap.type[iterable];
  const known = type === LIST || type === TUPLE ? stopsNow(rt, iterable, at) : null;
  if (known !== null) return known === at ? TRUE : FALSE;
  return begin(rt, stops(rt, iterable, at));
}

/**
 * The next item, NULL at the end. Where the end is a StopIteration of the program's, which may have a value, it is
 * raised: a slot alone could not tell it.
 */
function advance(rt: Runtime, iterator: Ref): Eventual {
  const type = rt.heap.type[iterator]!;
  const { flags, slots } = rt.typeObject(type);
  if (slots.am_send !== undefined && slots.tp_iternext !== undefined) return slots.am_send(rt, iterator, NONE);
  if (slots.tp_iternext === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, iterator)}' object is not an iterator`);
  const method = (flags & TypeFlag.HEAP) === 0 ? NULL : lookupText(rt, type, '__next__');
  return method !== NULL && rt.heap.type[method] === FUNCTION ? begin(rt, callSpecial(rt, iterator, method, [])) : slots.tp_iternext(rt, iterator);
}

function nextOf(rt: Runtime, iterator: Ref, fallback: Ref): Eventual {
  if (fallback !== NULL) return begin(rt, nextWithDefault(rt, iterator, fallback));
  const item = advance(rt, iterator);
  if (item === NULL) raiseWith(rt, STOP_ITERATION);
  return item === SUSPENDED ? begin(rt, nextSteps(rt, item)) : item;
}

function* nextSteps(rt: Runtime, pending: Eventual): Steps<Ref> {
  const item = yield* settle(rt, pending);
  if (item === NULL) raiseWith(rt, STOP_ITERATION);
  return item;
}

function* nextWithDefault(rt: Runtime, iterator: Ref, fallback: Ref): Steps<Ref> {
  try {
    const item = yield* settle(rt, advance(rt, iterator));
    return item === NULL ? rt.heap.incref(fallback) : item;
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, STOP_ITERATION)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return rt.heap.incref(fallback);
  }
}

function iterOf(rt: Runtime, object: Ref, sentinel: Ref): Eventual {
  if (sentinel === NULL) return iter(rt, object);
  if (rt.typeOf(object).slots.tp_call === undefined) raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).iterNeedsCallable);
  return rt.heap.allocateTracked(CALLABLE_ITERATOR, new CallableIterator(rt.heap.incref(object), rt.heap.incref(sentinel)));
}

function length(rt: Runtime, object: Ref): Eventual {
  const { slots } = rt.typeOf(object);
  const slot = slots.sq_length ?? slots.mp_length;
  if (slot === undefined) raise(rt, TYPE_ERROR, `object of type '${typeName(rt, object)}' has no len()`);
  return slot(rt, object);
}

function* sorted(rt: Runtime, iterable: Ref, { named }: GivenArguments): Steps<Ref> {
  const list = newList(rt, []);
  try {
    const extended = extendList(rt, list, iterable);
    if (extended === SUSPENDED) yield* settle(rt, extended);
    for (const name of named.keys()) {
      if (name !== 'key' && name !== 'reverse') raise(rt, TYPE_ERROR, rt.profile.words.unexpectedKeyword('sort', name, ['key', 'reverse']));
    }
    yield* sortList(rt, list, named.get('key') ?? NULL, named.get('reverse') ?? NULL);
  } catch (error) {
    rt.heap.decref(list);
    throw error;
  }
  return list;
}

function callSorted(rt: Runtime, args: readonly Ref[], keywords: Ref): Eventual {
  const given = givenArguments(rt, args, keywords);
  if (given.positional.length !== 1) raise(rt, TYPE_ERROR, `sorted expected 1 argument, got ${given.positional.length}`);
  return begin(rt, sorted(rt, args[0]!, given));
}

/** Mirrors min_max(). */
function extremum(rt: Runtime, name: 'min' | 'max', args: readonly Ref[], keywords: Ref): Eventual {
  const { positional, named } = givenArguments(rt, args, keywords);
  if (positional.length === 0) raise(rt, TYPE_ERROR, `${name} expected at least 1 argument, got 0`);
  for (const keyword of named.keys()) {
    if (keyword !== 'key' && keyword !== 'default') raise(rt, TYPE_ERROR, rt.profile.words.unexpectedKeyword(name, keyword, ['key', 'default']));
  }
  const fallback = named.get('default') ?? NULL;
  if (positional.length > 1 && fallback !== NULL) {
    raise(rt, TYPE_ERROR, `Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const key = named.get('key') ?? NULL;
  const op = name === 'min' ? Compare.LT : Compare.GT;
  return begin(rt, findExtremum(rt, name, op, positional, key === NONE ? NULL : key, fallback));
}

function* findExtremum(rt: Runtime, name: string, op: Compare, positional: readonly Ref[], key: Ref, fallback: Ref): Steps<Ref> {
  const { heap } = rt;
  const iterator = positional.length === 1 ? yield* settle(rt, iter(rt, positional[0]!)) : NULL;
  let position = 0;
  let best = NULL;
  let bestValue = NULL;
  try {
    for (;;) {
      const given = iterator !== NULL ? next(rt, iterator) : position < positional.length ? heap.incref(positional[position++]!) : NULL;
      const item = given === SUSPENDED ? yield* settle(rt, given) : given;
      if (item === NULL) break;
      let value: Ref;
      let isBetter = true;
      try {
        value = key === NULL ? heap.incref(item) : yield { callable: key, args: [item], keywords: NULL };
      } catch (error) {
        heap.decref(item);
        throw error;
      }
      if (best !== NULL) isBetter = lessOrGreaterNow(rt, value, bestValue, op) ?? (yield* better(rt, value, bestValue, op, item));
      if (isBetter) {
        heap.xdecref(best);
        heap.xdecref(bestValue);
        best = item;
        bestValue = value;
      } else {
        heap.decref(item);
        heap.decref(value);
      }
    }
    if (best !== NULL) return heap.incref(best);
    if (fallback === NULL) raise(rt, VALUE_ERROR, modulesOf(rt.profile.version).emptyIterable(name));
    return heap.incref(fallback);
  } finally {
    heap.xdecref(bestValue);
    heap.xdecref(best);
    heap.xdecref(iterator);
  }
}

/** The comparison of two ints; undefined for other objects. */
function lessOrGreaterNow(rt: Runtime, value: Ref, best: Ref, op: Compare): boolean | undefined {
  const { heap } = rt;
  if (heap.type[value] !== INT || heap.type[best] !== INT) return undefined;
  const a = heap.payload[value] as Int;
  const b = heap.payload[best] as Int;
  return op === Compare.LT ? a < b : a > b;
}

/** Whether `value` beats the best so far; drops it and `item` if that raises. */
function* better(rt: Runtime, value: Ref, best: Ref, op: Compare, item: Ref): Steps<boolean> {
  try {
    const result = yield* settle(rt, richCompare(rt, value, best, op));
    try {
      return yield* truth(rt, result);
    } finally {
      rt.heap.decref(result);
    }
  } catch (error) {
    rt.heap.decref(value);
    rt.heap.decref(item);
    throw error;
  }
}

function aiter(rt: Runtime, object: Ref): Eventual {
  const slot = rt.typeOf(object).slots.am_aiter;
  if (slot === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, object)}' object is not an async iterable`);
  return begin(rt, checkedAiter(rt, object, slot(rt, object)));
}

function* checkedAiter(rt: Runtime, object: Ref, pending: Eventual): Steps<Ref> {
  const iterator = yield* settle(rt, pending);
  if (rt.typeOf(iterator).slots.am_anext === undefined) refuseAnswer(rt, object, '__aiter__', iterator);
  return iterator;
}

function anext(rt: Runtime, iterator: Ref, fallback: Ref): Eventual {
  const slot = rt.typeOf(iterator).slots.am_anext;
  if (slot === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, iterator)}' object is not an async iterator`);
  const awaitable = slot(rt, iterator);
  if (fallback === NULL) return awaitable;
  return awaitable === SUSPENDED ? begin(rt, anextWithDefault(rt, awaitable, fallback)) : newAnextAwaitable(rt, awaitable, fallback);
}

function* anextWithDefault(rt: Runtime, pending: Eventual, fallback: Ref): Steps<Ref> {
  return newAnextAwaitable(rt, yield* settle(rt, pending), fallback);
}

export const iterationFunctions: readonly NativeFunction[] = [
  native('all', 'iterable, /', (rt, _module, [iterable]) => search(rt, iterable!, false)),
  native('any', 'iterable, /', (rt, _module, [iterable]) => search(rt, iterable!, true)),
  native('iter', 'object, sentinel=, /', (rt, _module, [object, sentinel]) => iterOf(rt, object!, sentinel!)),
  native('next', 'iterator, default=, /', (rt, _module, [iterator, fallback]) => nextOf(rt, iterator!, fallback!)),
  native('len', 'obj, /', (rt, _module, [object]) => length(rt, object!)),
  native('aiter', 'async_iterable, /', (rt, _module, [object]) => aiter(rt, object!)),
  native('anext', 'aiterator, default=, /', (rt, _module, [iterator, fallback]) => anext(rt, iterator!, fallback!)),
  rawNative('sorted', (rt, _module, args, keywords) => callSorted(rt, args, keywords)),
  rawNative('min', (rt, _module, args, keywords) => extremum(rt, 'min', args, keywords)),
  rawNative('max', (rt, _module, args, keywords) => extremum(rt, 'max', args, keywords)),
];
