import { Compare } from '../compiler/opcodes.ts';
import { LIST, NONE, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { toExactSize } from '../objects/arguments.ts';
import { getAttr } from '../objects/core/attributes.ts';
import { raise } from '../objects/core/errors.ts';
import { itemsOf } from '../objects/core/make.ts';
import { suspending, type NativeFunction } from '../objects/core/native.ts';
import { getItem, index, richCompare, size, truth } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { call, settle, type Steps } from '../objects/core/suspend.ts';
import { add, floordiv, type Int } from '../text/integer.ts';
import { libraryOf } from '../versions/library.ts';
import { defineModule } from './core/define.ts';

type Side = 'left' | 'right';

function* isLess(rt: Runtime, a: Ref, b: Ref): Steps<boolean> {
  const result = yield* settle(rt, richCompare(rt, a, b, Compare.LT));
  try {
    return yield* truth(rt, result);
  } finally {
    rt.heap.decref(result);
  }
}

/** The item at a position, or what `key` makes of it. */
function* keyed(rt: Runtime, sequence: Ref, position: Int, key: Ref): Steps<Ref> {
  const at = rt.newInt(position);
  try {
    const item = yield* settle(rt, getItem(rt, sequence, at));
    if (key === NULL) return item;
    try {
      return yield* call(key, [item]);
    } finally {
      rt.heap.decref(item);
    }
  } finally {
    rt.heap.decref(at);
  }
}

/** Mirrors internal_bisect_left() and internal_bisect_right(). */
function* search(rt: Runtime, side: Side, sequence: Ref, value: Ref, lowest: Ref, highest: Ref, key: Ref): Steps<Int> {
  let low: Int = lowest === NULL ? 0 : toExactSize(rt, yield* index(rt, lowest));
  let high: Int = highest === NULL || highest === NONE ? -1 : toExactSize(rt, yield* index(rt, highest));
  if (low < 0) raise(rt, VALUE_ERROR, libraryOf(rt.profile.version).mustNotBeNegative('lo', 'lo must be non-negative'));
  if (high === -1) high = yield* size(rt, sequence);
  while (low < high) {
    rt.charge(1);
    const middle = floordiv(add(low, high), 2);
    const item = yield* keyed(rt, sequence, middle, key);
    let goesRight: boolean;
    try {
      goesRight = side === 'left' ? yield* isLess(rt, item, value) : !(yield* isLess(rt, value, item));
    } finally {
      rt.heap.decref(item);
    }
    if (goesRight) low = add(middle, 1);
    else high = middle;
  }
  return low;
}

const signature = 'a, x, lo=0, hi=None, *, key=None';

const given = (key: Ref | undefined): Ref => (key === NONE || key === undefined ? NULL : key);

const bisect = (name: string, side: Side): NativeFunction =>
  suspending(name, signature, function* (rt, _module, [a, x, lo, hi, key]) {
    return rt.newInt(yield* search(rt, side, a!, x!, lo!, hi!, given(key)));
  });

function* insertAt(rt: Runtime, sequence: Ref, position: Int, value: Ref): Steps<Ref> {
  if (rt.heap.type[sequence] === LIST) {
    const items = rt.heap.payload[sequence] as Ref[];
    rt.charge(itemsOf(rt, sequence).length >> 4);
    items.splice(Math.min(Number(position), items.length), 0, rt.heap.incref(value));
    return NONE;
  }
  const method = yield* settle(rt, getAttr(rt, sequence, rt.name('insert')));
  const at = rt.newInt(position);
  try {
    rt.heap.decref(yield* call(method, [at, value]));
    return NONE;
  } finally {
    rt.heap.decref(at);
    rt.heap.decref(method);
  }
}

/** The place is found for what `key` makes of the value, and the value itself inserted. */
const insort = (name: string, side: Side): NativeFunction =>
  suspending(name, signature, function* (rt, _module, [a, x, lo, hi, key]) {
    const wanted = given(key) === NULL ? rt.heap.incref(x!) : yield* call(key!, [x!]);
    let position: Int;
    try {
      position = yield* search(rt, side, a!, wanted, lo!, hi!, given(key));
    } finally {
      rt.heap.decref(wanted);
    }
    return yield* insertAt(rt, a!, position, x!);
  });

defineModule({
  name: '_bisect',
  functions: [bisect('bisect_left', 'left'), bisect('bisect_right', 'right'), insort('insort_left', 'left'), insort('insort_right', 'right')],
});
