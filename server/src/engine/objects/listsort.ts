import { Compare } from '../compiler/opcodes.ts';
import { BOOL, FALSE, FLOAT, INT, NONE, STR, TRUE, TUPLE, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { compare as compareStrings } from '../text/str.ts';
import { containersOf } from '../versions/containers.ts';
import { raise } from './core/errors.ts';
import { itemsOf } from './core/make.ts';
import { compareByFunction, comparisonFunction, equalsNow, richCompare, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { apart, settle, type Steps } from './core/suspend.ts';
import { sortByNumber } from './numbersort.ts';
import { Timsort } from './timsort.ts';

/**
 * `list.sort`. Mirrors list_sort_impl(): 1 the list is empty while it is sorted; 2 all keys are made; 3 the sort, on
 * positions; 4 the items go back, after an exception too, and what was stored meanwhile is dropped with a ValueError.
 */
export function* sortList(rt: Runtime, list: Ref, keyFunction: Ref, reverse: Ref): Steps<Ref> {
  const { heap } = rt;
  const descending = reverse !== NULL && (yield* truth(rt, reverse));
  const items = heap.payload[list] as Ref[];
  const placeholder: Ref[] = [];
  heap.payload[list] = placeholder;
  const order = items.map((_, i) => i);
  let modified = false;
  try {
    yield* sortPositions(rt, items, order, keyFunction, descending);
  } finally {
    const meanwhile = heap.payload[list] as Ref[];
    modified = meanwhile !== placeholder || meanwhile.length !== 0;
    heap.payload[list] = order.map((at) => items[at]!);
    if (modified) heap.deaths.drop(meanwhile.reverse());
  }
  if (modified) raise(rt, VALUE_ERROR, 'list modified during sort');
  return NONE;
}

function* sortPositions(rt: Runtime, items: readonly Ref[], order: number[], keyFunction: Ref, descending: boolean): Steps<void> {
  const keyed = keyFunction !== NULL && keyFunction !== NONE;
  const keys: readonly Ref[] = keyed ? [] : items;
  if (keyed) yield* apart(makeKeys(rt, items, keyFunction, keys as Ref[]));
  // A descending sort is an ascending one of the reversed list, reversed: so equal items keep their order.
  if (descending) order.reverse();
  try {
    rt.charge(items.length * Math.ceil(Math.log2(items.length + 1)));
    if (sortNow(rt, keys, order)) return;
    const { sortDetectsEqualRuns, sortVariesRunLength } = containersOf(rt.profile.version);
    const less = {
      now: (a: number, b: number) => lessNow(rt, keys[a]!, keys[b]!),
      steps: (a: number, b: number) => lessSteps(rt, keys[a]!, keys[b]!),
    };
    yield* apart(answeringNone(new Timsort(order, less, sortDetectsEqualRuns, sortVariesRunLength).sort()));
  } finally {
    if (keyed) rt.heap.deaths.drop(order.map((at) => keys[at]!));
    if (descending) order.reverse();
  }
}

function* answeringNone(steps: Steps<void>): Steps<Ref> {
  yield* steps;
  return NONE;
}

/** Fills `keys`. */
function* makeKeys(rt: Runtime, items: readonly Ref[], keyFunction: Ref, keys: Ref[]): Steps<Ref> {
  try {
    for (const item of items) keys.push(yield { callable: keyFunction, args: [item], keywords: NULL });
    return NONE;
  } catch (error) {
    rt.heap.deaths.drop(keys.reverse());
    throw error;
  }
}

/** Sorts keys of exact types in a total order, where no comparison can be observed; false if they are not such. */
function sortNow(rt: Runtime, keys: readonly Ref[], order: number[]): boolean {
  if (keys.length < 2) return true;
  const { payload } = rt.heap;
  switch (commonKind(rt, keys)) {
    case Kind.NUMBER: {
      const values = numbersOf(rt, keys);
      if (values !== null) sortByNumber(values, order);
      else order.sort((a, b) => compareNumbers(payload[keys[a]!] as number, payload[keys[b]!] as number));
      return true;
    }
    case Kind.STR:
      order.sort((a, b) => compareStrings(payload[keys[a]!] as string, payload[keys[b]!] as string));
      return true;
    case Kind.TUPLE: {
      const columns = columnKinds(rt, keys);
      if (columns !== null) order.sort((a, b) => compareTuples(rt, itemsOf(rt, keys[a]!), itemsOf(rt, keys[b]!), columns));
      return columns !== null;
    }
    default:
      return false;
  }
}

/** The values of numeric keys; null where one is too large to be one of JavaScript's numbers. */
function numbersOf(rt: Runtime, keys: readonly Ref[]): Float64Array | null {
  const { payload } = rt.heap;
  const values = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const value = payload[keys[i]!];
    if (typeof value === 'bigint') return null;
    values[i] = Number(value);
  }
  return values;
}

const enum Kind {
  OTHER,
  NUMBER,
  STR,
  TUPLE,
}

function kindOf(rt: Runtime, key: Ref): Kind {
  switch (rt.heap.type[key]) {
    case INT:
    case BOOL:
      return Kind.NUMBER;
    case FLOAT:
      return Number.isNaN(rt.heap.payload[key]) ? Kind.OTHER : Kind.NUMBER;
    case STR:
      return Kind.STR;
    case TUPLE:
      return Kind.TUPLE;
    default:
      return Kind.OTHER;
  }
}

function commonKind(rt: Runtime, keys: readonly Ref[]): Kind {
  const kind = kindOf(rt, keys[0]!);
  for (const key of keys) if (kindOf(rt, key) !== kind) return Kind.OTHER;
  return kind;
}

/** The kind of the items at each position of tuples; null where they are mixed, or not numbers or strings. */
function columnKinds(rt: Runtime, tuples: readonly Ref[]): Kind[] | null {
  const columns: Kind[] = [];
  for (const tuple of tuples) {
    for (const [i, item] of itemsOf(rt, tuple).entries()) {
      const kind = kindOf(rt, item);
      columns[i] ??= kind;
      if (kind !== columns[i] || (kind !== Kind.NUMBER && kind !== Kind.STR)) return null;
    }
  }
  return columns;
}

const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function compareTuples(rt: Runtime, a: readonly Ref[], b: readonly Ref[], columns: readonly Kind[]): number {
  const { payload } = rt.heap;
  for (let i = 0; i < a.length && i < b.length; i++) {
    const left = payload[a[i]!];
    const right = payload[b[i]!];
    const sign = columns[i] === Kind.NUMBER ? compareNumbers(left as number, right as number) : compareStrings(left as string, right as string);
    if (sign !== 0) return sign;
  }
  return a.length - b.length;
}

/** `a < b` where it needs no Python code; undefined if it may. */
function lessNow(rt: Runtime, a: Ref, b: Ref): boolean | undefined {
  const { heap } = rt;
  const type = heap.type[a];
  const other = heap.type[b];
  if (type === STR && other === STR) return compareStrings(heap.payload[a] as string, heap.payload[b] as string) < 0;
  if ((type === INT || type === FLOAT || type === BOOL) && (other === INT || other === FLOAT || other === BOOL)) {
    return (heap.payload[a] as number) < (heap.payload[b] as number);
  }
  if (type !== TUPLE || other !== TUPLE) return undefined;
  const left = itemsOf(rt, a);
  const right = itemsOf(rt, b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const equal = equalsNow(rt, left[i]!, right[i]!);
    if (equal === undefined) return undefined;
    if (!equal) return lessNow(rt, left[i]!, right[i]!);
  }
  return left.length < right.length;
}

function* lessSteps(rt: Runtime, a: Ref, b: Ref): Steps<boolean> {
  const method = comparisonFunction(rt, a, b, Compare.LT);
  const result = method === NULL ? yield* settle(rt, richCompare(rt, a, b, Compare.LT)) : yield* compareByFunction(rt, a, b, Compare.LT, method);
  if (result === TRUE || result === FALSE) return result === TRUE;
  try {
    return yield* truth(rt, result);
  } finally {
    rt.heap.decref(result);
  }
}
