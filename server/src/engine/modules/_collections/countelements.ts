import { BinaryOp } from '../../compiler/opcodes.ts';
import { DICT, INT, NONE, STR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { binary } from '../../objects/core/arithmetic.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import type { DictTable } from '../../objects/core/dicttable.ts';
import { lookupText } from '../../objects/core/lookup.ts';
import { tableOf } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import { hash, iter, next, setItem } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictFind, dictFindHashed, isDict, storeAt } from '../../objects/dictsearch.ts';

/** A dict's own `get` and `__setitem__` need not be called: the entries are counted directly. */
const countsDirectly = (rt: Runtime, mapping: Ref): boolean =>
  isDict(rt, mapping) && ['get', '__setitem__'].every((name) => lookupText(rt, rt.heap.type[mapping]!, name) === lookupText(rt, DICT, name));

function* countKey(rt: Runtime, mapping: Ref, key: Ref): Steps<void> {
  const { heap } = rt;
  const table = tableOf(rt, mapping);
  const at = yield* findKey(rt, table, key);
  if (at < 0) {
    storeAt(rt, mapping, table, at, key, rt.newInt(1));
    return;
  }
  const { version } = table;
  const old = heap.incref(table.values[at]!);
  let sum: Ref;
  try {
    sum = yield* settle(rt, binary(rt, BinaryOp.ADD, old, rt.newInt(1)));
  } finally {
    heap.decref(old);
  }
  try {
    // The addition may have changed the mapping.
    storeAt(rt, mapping, table, table.version === version ? at : yield* dictFind(rt, table, key), key, sum);
  } finally {
    heap.decref(sum);
  }
}

/** The hash is asked for by itself, so that its error does not say what the key was to be used for. */
function* findKey(rt: Runtime, table: DictTable, key: Ref): Steps<number> {
  const type = rt.heap.type[key];
  if (type === STR || type === INT) return yield* dictFind(rt, table, key);
  yield* settle(rt, hash(rt, key));
  return yield* dictFindHashed(rt, table, key, rt.hashLow, rt.hashHigh);
}

function* countByMethods(rt: Runtime, mapping: Ref, get: Ref, key: Ref): Steps<void> {
  const { heap } = rt;
  const old = yield* call(get, [key, rt.newInt(0)]);
  let sum: Ref;
  try {
    sum = yield* settle(rt, binary(rt, BinaryOp.ADD, old, rt.newInt(1)));
  } finally {
    heap.decref(old);
  }
  try {
    yield* settle(rt, setItem(rt, mapping, key, sum));
  } finally {
    heap.decref(sum);
  }
}

/** Mirrors _collections__count_elements_impl(). */
export const countElements = suspending('_count_elements', 'mapping, iterable, /', function* (rt, _module, [mapping, iterable]) {
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, iterable!));
  let get = NULL;
  try {
    if (!countsDirectly(rt, mapping!)) get = yield* settle(rt, getAttr(rt, mapping!, rt.name('get')));
    for (;;) {
      const key = yield* settle(rt, next(rt, iterator));
      if (key === NULL) break;
      rt.charge(1);
      try {
        if (get === NULL) yield* countKey(rt, mapping!, key);
        else yield* countByMethods(rt, mapping!, get, key);
      } finally {
        heap.decref(key);
      }
    }
  } finally {
    heap.xdecref(get);
    heap.decref(iterator);
  }
  return NONE;
});
