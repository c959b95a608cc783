import { TypeFlag } from '../heap/heap.ts';
import { NONE, NOT_IMPLEMENTED_ERROR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { bound } from './arguments.ts';
import { checkOpen } from './bytes-like.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import { raise } from './core/errors.ts';
import { equals, iter, next } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';
import { releaseSource, sourceLayout } from './iterator-state.ts';
import { checkSingleDimension, itemAt } from './memoryview-items.ts';
import type { MemoryView } from './memoryview-object.ts';

const MEMORY_ITERATOR = moduleTypeHandle();

/** Payload of an iterator over a memoryview, which is NULL once exhausted. */
class MemoryIterator {
  index = 0;
  constructor(
    public source: Ref,
    readonly length: number,
  ) {}
}

const viewOf = (rt: Runtime, self: Ref): MemoryView => rt.heap.payload[self] as MemoryView;

/** Mirrors memory_iter(). */
export function viewIterator(rt: Runtime, self: Ref): Ref {
  const view = viewOf(rt, self);
  checkOpen(rt, view);
  checkSingleDimension(rt, view.items);
  return rt.heap.allocateTracked(MEMORY_ITERATOR, new MemoryIterator(rt.heap.incref(self), view.items.shape[0]!));
}

defineType({
  handle: MEMORY_ITERATOR,
  name: 'memory_iterator',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: sourceLayout,
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => {
      const iterator = rt.heap.payload[self] as MemoryIterator;
      const { source, length } = iterator;
      if (source === NULL) return NULL;
      if (iterator.index >= length) return releaseSource(rt, iterator);
      checkOpen(rt, viewOf(rt, source));
      return itemAt(rt, viewOf(rt, source), iterator.index++);
    },
  },
});

/** Mirrors memoryview_count_impl(). */
export function* countEqual(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const iterator = yield* settle(rt, iter(rt, self));
  try {
    let count = 0;
    for (;;) {
      const item = yield* settle(rt, next(rt, iterator));
      if (item === NULL) return rt.newInt(count);
      if (yield* isEqual(rt, item, value)) count++;
    }
  } finally {
    rt.heap.decref(iterator);
  }
}

/** Mirrors memoryview_index_impl(). */
export function* firstIndex(rt: Runtime, self: Ref, value: Ref, start: Ref, stop: Ref): Steps<Ref> {
  const view = viewOf(rt, self);
  const { length } = { length: view.released ? 0 : (view.items.shape[0] ?? 0) };
  const from = within(start === NONE ? 0 : Number((yield* bound(rt, start)) ?? 0), length);
  const to = within(Number((yield* bound(rt, stop)) ?? Infinity), length);
  checkOpen(rt, view);
  if (view.items.shape.length === 0) raise(rt, TYPE_ERROR, 'invalid lookup on 0-dim memory');
  if (view.items.shape.length > 1) raise(rt, NOT_IMPLEMENTED_ERROR, 'multi-dimensional lookup is not implemented');
  for (let i = from; i < to; i++) {
    checkOpen(rt, view);
    if (yield* isEqual(rt, itemAt(rt, view, i), value)) return rt.newInt(i);
    rt.charge(1);
  }
  raise(rt, VALUE_ERROR, 'memoryview.index(x): x not found');
}

const within = (at: number, length: number): number => Math.min(Math.max(at < 0 ? at + length : at, 0), length);

/** Takes over the item. */
function* isEqual(rt: Runtime, item: Ref, value: Ref): Steps<boolean> {
  try {
    return item === value || (yield* equals(rt, item, value));
  } finally {
    rt.heap.decref(item);
  }
}
