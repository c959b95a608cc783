import { INDEX_ERROR, NONE, RUNTIME_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { rawNative, suspending } from '../../objects/core/native.ts';
import { equals, equalsNow, index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { libraryOf } from '../../versions/library.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import type { Ring } from './ring.ts';

/** Searches in a deque: a comparison that changes it is an error. */

const ringOf = (rt: Runtime, deque: Ref): Ring => rt.heap.payload[deque] as Ring;

/** Counts the arguments of a method that parsed them by a format up to 3.12: the words of the error differ. */
export function countArguments(rt: Runtime, name: string, args: readonly Ref[], keywords: Ref, least: number, most: number): void {
  noKeywords(rt, `deque.${name}`, keywords);
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (libraryOf(rt.profile.version).dequeCountsAsFunctions) checkCount(rt, name, given, least, most);
  else if (most === 1) checkCount(rt, `deque.${name}`, given, least, most);
  else if (given < least || given > most) {
    const bound = given < least ? least : most;
    const word = least === most ? 'exactly' : given < least ? 'at least' : 'at most';
    raise(rt, TYPE_ERROR, `${name}() takes ${word} ${bound} argument${bound === 1 ? '' : 's'} (${given} given)`);
  }
}

/** Index of the first item in the range that equals `value`, or −1. */
function* find(rt: Runtime, self: Ref, value: Ref, start: number, stop: number, mutated: Ref, holds: boolean): Steps<number> {
  const { heap } = rt;
  const ring = ringOf(rt, self);
  const { state } = ring;
  for (let i = start; i < stop; i++) {
    rt.charge(1);
    const item = ring.at(i);
    let equal = equalsNow(rt, item, value);
    if (equal === undefined) {
      heap.incref(item);
      try {
        equal = yield* equals(rt, item, value);
      } finally {
        heap.decref(item);
      }
      if (holds && equal) return i;
      if (ring.state !== state) raise(rt, mutated, 'deque mutated during iteration');
    }
    if (equal) return i;
  }
  return -1;
}

/** Mirrors deque_contains(). */
export const containsItem = (rt: Runtime, self: Ref, value: Ref): Eventual => begin(rt, contains(rt, self, value));

function* contains(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  return rt.newBool((yield* find(rt, self, value, 0, ringOf(rt, self).length, RUNTIME_ERROR, true)) >= 0);
}

/** Mirrors deque_count(). */
export function* countItem(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const ring = ringOf(rt, self);
  const { length, state } = ring;
  let count = 0;
  for (let at = 0; at < length; at++) {
    at = yield* find(rt, self, value, at, length, RUNTIME_ERROR, false);
    if (ring.state !== state) raise(rt, RUNTIME_ERROR, 'deque mutated during iteration');
    if (at < 0) break;
    count++;
  }
  return rt.newInt(count);
}

function* notFound(rt: Runtime, method: string, value: Ref): Steps<never> {
  const fixed = libraryOf(rt.profile.version).dequeErrorsNameMethod;
  raise(rt, VALUE_ERROR, fixed ? `deque.${method}(x): x not in deque` : `${yield* reprText(rt, value)} is not in deque`);
}

function* bound(rt: Runtime, object: Ref, length: number): Steps<number> {
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, 'slice indices must be integers or have an __index__ method');
  const value = Number(yield* index(rt, object));
  return value < 0 ? Math.max(0, value + length) : value;
}

function* indexSteps(rt: Runtime, self: Ref, [value, start, stop]: readonly Ref[]): Steps<Ref> {
  const { length } = ringOf(rt, self);
  const first = start === undefined ? 0 : yield* bound(rt, start, length);
  const last = stop === undefined ? length : Math.min(length, yield* bound(rt, stop, length));
  const at = yield* find(rt, self, value!, Math.min(first, last), last, RUNTIME_ERROR, true);
  return at < 0 ? yield* notFound(rt, 'index', value!) : rt.newInt(at);
}

export const indexMethod = rawNative('index', (rt, self, args, keywords) => {
  countArguments(rt, 'index', args, keywords, 1, 3);
  return begin(rt, indexSteps(rt, self, args));
});

/** Mirrors deque_remove(). */
export const removeMethod = suspending('remove', 'value, /', function* (rt, self, [value]) {
  const ring = ringOf(rt, self);
  const at = yield* find(rt, self, value!, 0, ring.length, INDEX_ERROR, false);
  if (at < 0) yield* notFound(rt, 'remove', value!);
  rt.heap.decref(ring.removeAt(at));
  return NONE;
});
