import { DICT, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf, newList, tableOf, tupleOf } from '../../objects/core/make.ts';
import { getItem, iter, next, setItem } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';

/** A list of a dict's items (PyDict_Items). */
function itemList(rt: Runtime, dict: Ref): Ref {
  const { keys, values } = tableOf(rt, dict);
  const items: Ref[] = [];
  for (let i = 0; i < keys.length; i++) if (keys[i] !== NULL) items.push(tupleOf(rt, keys[i]!, values[i]!));
  return newList(rt, items);
}

function* addPair(rt: Runtime, self: Ref, pair: Ref): Steps<void> {
  const { heap } = rt;
  const parts: Ref[] = [];
  const iterator = yield* settle(rt, iter(rt, pair));
  try {
    while (parts.length < 3) {
      const part = yield* settle(rt, next(rt, iterator));
      if (part === NULL) break;
      parts.push(part);
    }
    if (parts.length < 2) raise(rt, VALUE_ERROR, `need more than ${parts.length} value${parts.length === 1 ? '' : 's'} to unpack`);
    if (parts.length > 2) raise(rt, VALUE_ERROR, 'too many values to unpack (expected 2)');
    yield* settle(rt, setItem(rt, self, parts[0]!, parts[1]!));
  } finally {
    heap.decref(iterator);
    heap.deaths.drop(parts);
  }
}

/** Mirrors mutablemapping_add_pairs(); takes over `pairs`. */
function* addPairs(rt: Runtime, self: Ref, pairs: Ref): Steps<void> {
  const { heap } = rt;
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, pairs));
  } finally {
    heap.decref(pairs);
  }
  try {
    for (;;) {
      const pair = yield* settle(rt, next(rt, iterator));
      if (pair === NULL) return;
      rt.charge(1);
      try {
        yield* addPair(rt, self, pair);
      } finally {
        heap.decref(pair);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

function* addByKeys(rt: Runtime, self: Ref, mapping: Ref, method: Ref): Steps<void> {
  const { heap } = rt;
  let iterator: Ref;
  const keys = yield* called(rt, method);
  try {
    iterator = yield* settle(rt, iter(rt, keys));
  } finally {
    heap.decref(keys);
  }
  try {
    for (;;) {
      const key = yield* settle(rt, next(rt, iterator));
      if (key === NULL) return;
      rt.charge(1);
      try {
        const value = yield* settle(rt, getItem(rt, mapping, key));
        try {
          yield* settle(rt, setItem(rt, self, key, value));
        } finally {
          heap.decref(value);
        }
      } finally {
        heap.decref(key);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

/** Calls a bound method, whose reference it takes. */
function* called(rt: Runtime, method: Ref): Steps<Ref> {
  try {
    return yield* call(method, []);
  } finally {
    rt.heap.decref(method);
  }
}

/** Mirrors mutablemapping_update_arg(): a dict, what has `keys`, what has `items`, or pairs. */
export function* updateFrom(rt: Runtime, self: Ref, source: Ref): Steps<void> {
  if (rt.heap.type[source] === DICT) return yield* addPairs(rt, self, itemList(rt, source));
  const keys = yield* getAttrOrNull(rt, source, rt.name('keys'));
  if (keys !== NULL) return yield* addByKeys(rt, self, source, keys);
  const items = yield* getAttrOrNull(rt, source, rt.name('items'));
  yield* addPairs(rt, self, items === NULL ? rt.heap.incref(source) : yield* called(rt, items));
}

/** Mirrors mutablemapping_update(). */
export function* updateFromCall(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<void> {
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const given = args.length - names.length;
  if (given > 1) raise(rt, TYPE_ERROR, `update() takes at most 1 positional argument (${given} given)`);
  if (given === 1) yield* updateFrom(rt, self, args[0]!);
  for (const [i, name] of names.entries()) yield* settle(rt, setItem(rt, self, name, args[given + i]!));
}
