import { TUPLE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { index, iter, next, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { libraryOf } from '../../versions/library.ts';
import { clearField, defineIterator, fieldsLayout } from './iterator.ts';

export const BATCHED = moduleTypeHandle();

/** Payload of `batched`; `iterator` is NULL once it is exhausted. */
class Batched {
  constructor(
    public iterator: Ref,
    readonly size: number,
    readonly strict: boolean,
  ) {}
}

function* batchedNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const signature = libraryOf(rt.profile.version).batchedIsStrict ? 'iterable, n, *, strict=False' : 'iterable, n';
  const [iterable, n, strict = NULL] = bind(rt, 'batched', signature, args, keywords);
  const size = toSize(rt, yield* index(rt, n!));
  const isStrict = strict !== NULL && (yield* truth(rt, strict));
  if (size < 1) raise(rt, VALUE_ERROR, 'n must be at least one');
  return newInstance(rt, type, new Batched(yield* settle(rt, iter(rt, iterable!)), size, isStrict));
}

/** Mirrors batched_next(): the tuple is made at full length, and cut if the items run out. */
function* batchedNext(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = heap.payload[self] as Batched;
  const { iterator, size, strict } = state;
  if (iterator === NULL) return NULL;
  rt.charge(1, size * 8);
  const items: Ref[] = [];
  const batch = heap.allocateTracked(TUPLE, items);
  try {
    while (items.length < size) {
      const item = yield* settle(rt, next(rt, iterator));
      if (item === NULL) break;
      items.push(item);
    }
  } catch (error) {
    heap.decref(batch);
    throw error;
  }
  if (items.length === size || (items.length !== 0 && !strict)) return batch;
  clearField(rt, state, 'iterator');
  const isEmpty = items.length === 0;
  heap.decref(batch);
  return isEmpty ? NULL : raise(rt, VALUE_ERROR, 'batched(): incomplete batch');
}

defineIterator({
  handle: BATCHED,
  name: 'batched',
  layout: fieldsLayout(['iterator']),
  tp_new: (rt, type, args, keywords) => begin(rt, batchedNew(rt, type, args, keywords)),
  tp_iternext: (rt, self) => begin(rt, batchedNext(rt, self)),
});
