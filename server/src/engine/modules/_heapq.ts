import { Compare } from '../compiler/opcodes.ts';
import { INDEX_ERROR, NONE, RUNTIME_ERROR } from '../heap/known.ts';
import { SUSPENDED, type Ref } from '../heap/ref.ts';
import { badArgument } from '../objects/arguments.ts';
import { raise } from '../objects/core/errors.ts';
import { suspending, type NativeFunction } from '../objects/core/native.ts';
import { richCompare, truth, truthNow } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { resizeList } from '../objects/listsize.ts';
import { isList } from '../objects/sequence.ts';
import { defineModule } from './core/define.ts';

/** Which item comes out of a heap first: the least, or the greatest. */
type Order = 'min' | 'max';

const itemsIn = (rt: Runtime, heap: Ref): Ref[] => rt.heap.payload[heap] as Ref[];

/** Whether `a` belongs above `b`; both stay alive meanwhile. */
function* precedes(rt: Runtime, a: Ref, b: Ref, order: Order): Steps<boolean> {
  const { heap } = rt;
  const [left, right] = order === 'min' ? [a, b] : [b, a];
  heap.incref(a);
  heap.incref(b);
  try {
    const answer = richCompare(rt, left, right, Compare.LT);
    const result = answer === SUSPENDED ? yield* settle(rt, answer) : answer;
    try {
      return truthNow(rt, result) ?? (yield* truth(rt, result));
    } finally {
      heap.decref(result);
    }
  } finally {
    heap.decref(a);
    heap.decref(b);
  }
}

function checkSize(rt: Runtime, heap: Ref, size: number): void {
  if (itemsIn(rt, heap).length !== size) raise(rt, RUNTIME_ERROR, 'list changed size during iteration');
}

/** Mirrors siftdown(): the item at `position` rises to its place. */
function* siftDown(rt: Runtime, heap: Ref, start: number, position: number, order: Order): Steps<void> {
  const { length: size } = itemsIn(rt, heap);
  if (position >= size) raise(rt, INDEX_ERROR, 'index out of range');
  for (let at = position; at > start; ) {
    const parent = (at - 1) >> 1;
    rt.charge(1);
    const rises = yield* precedes(rt, itemsIn(rt, heap)[at]!, itemsIn(rt, heap)[parent]!, order);
    checkSize(rt, heap, size);
    if (!rises) return;
    swap(itemsIn(rt, heap), at, parent);
    at = parent;
  }
}

function swap(items: Ref[], a: number, b: number): void {
  const held = items[a]!;
  items[a] = items[b]!;
  items[b] = held;
}

/** Mirrors siftup(): the smaller child moves up until a leaf is reached, then the item rises to its place. */
function* siftUp(rt: Runtime, heap: Ref, position: number, order: Order): Steps<void> {
  const { length: size } = itemsIn(rt, heap);
  if (position >= size) raise(rt, INDEX_ERROR, 'index out of range');
  const limit = size >> 1;
  let at = position;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      rt.charge(1);
      const items = itemsIn(rt, heap);
      if (!(yield* precedes(rt, items[child]!, items[child + 1]!, order))) child++;
      checkSize(rt, heap, size);
    }
    swap(itemsIn(rt, heap), child, at);
    at = child;
  }
  yield* siftDown(rt, heap, position, at, order);
}

/** Takes the first item out, owned. */
function* popFirst(rt: Runtime, heap: Ref, order: Order): Steps<Ref> {
  const items = itemsIn(rt, heap);
  if (items.length === 0) raise(rt, INDEX_ERROR, 'index out of range');
  resizeList(rt, heap, items.length, items.length - 1);
  const last = items.pop()!;
  if (items.length === 0) return last;
  return yield* replaceFirst(rt, heap, last, order);
}

/** Puts `item`, whose reference it takes, in the place of the first one, which is answered. */
function* replaceFirst(rt: Runtime, heap: Ref, item: Ref, order: Order): Steps<Ref> {
  const items = itemsIn(rt, heap);
  if (items.length === 0) {
    rt.heap.decref(item);
    raise(rt, INDEX_ERROR, 'index out of range');
  }
  const first = items[0]!;
  items[0] = item;
  try {
    yield* siftUp(rt, heap, 0, order);
    return first;
  } catch (error) {
    rt.heap.decref(first);
    throw error;
  }
}

function checkHeap(rt: Runtime, name: string, heap: Ref, argument: string): void {
  if (!isList(rt, heap)) badArgument(rt, name, argument, 'list', heap);
}

const push = (name: string, order: Order): NativeFunction =>
  suspending(name, 'heap, item, /', function* (rt, _module, [heap, item]) {
    checkHeap(rt, name, heap!, 'argument 1');
    const items = itemsIn(rt, heap!);
    items.push(rt.heap.incref(item!));
    yield* siftDown(rt, heap!, 0, items.length - 1, order);
    return NONE;
  });

const pop = (name: string, order: Order): NativeFunction =>
  suspending(name, 'heap, /', function* (rt, _module, [heap]) {
    checkHeap(rt, name, heap!, 'argument');
    return yield* popFirst(rt, heap!, order);
  });

const replace = (name: string, order: Order): NativeFunction =>
  suspending(name, 'heap, item, /', function* (rt, _module, [heap, item]) {
    checkHeap(rt, name, heap!, 'argument 1');
    return yield* replaceFirst(rt, heap!, rt.heap.incref(item!), order);
  });

const pushPop = (name: string, order: Order): NativeFunction =>
  suspending(name, 'heap, item, /', function* (rt, _module, [heap, item]) {
    checkHeap(rt, name, heap!, 'argument 1');
    const items = itemsIn(rt, heap!);
    if (items.length === 0 || !(yield* precedes(rt, items[0]!, item!, order))) return rt.heap.incref(item!);
    return yield* replaceFirst(rt, heap!, rt.heap.incref(item!), order);
  });

/** Mirrors heapify_internal(), but for the order in which a heap of more than 2500 items is gone through. */
const heapify = (name: string, order: Order): NativeFunction =>
  suspending(name, 'heap, /', function* (rt, _module, [heap]) {
    checkHeap(rt, name, heap!, 'argument');
    for (let i = (itemsIn(rt, heap!).length >> 1) - 1; i >= 0; i--) yield* siftUp(rt, heap!, i, order);
    return NONE;
  });

defineModule({
  name: '_heapq',
  functions: [
    push('heappush', 'min'),
    pop('heappop', 'min'),
    replace('heapreplace', 'min'),
    pushPop('heappushpop', 'min'),
    heapify('heapify', 'min'),
    pop('_heappop_max', 'max'),
    replace('_heapreplace_max', 'max'),
    heapify('_heapify_max', 'max'),
    push('heappush_max', 'max'),
    pop('heappop_max', 'max'),
    replace('heapreplace_max', 'max'),
    pushPop('heappushpop_max', 'max'),
    heapify('heapify_max', 'max'),
  ],
});
