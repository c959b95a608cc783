import { TypeFlag } from '../heap/heap.ts';
import { EXCEPTION, FALSE, FLOAT, NONE, OVERFLOW_ERROR, TRUE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { monotonicNow } from '../objects/core/clock.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { raise, raiseWith } from '../objects/core/errors.ts';
import { newInstance } from '../objects/core/instance.ts';
import { isInstance, typeName } from '../objects/core/lookup.ts';
import { itemsOf, newList } from '../objects/core/make.ts';
import { native, suspending } from '../objects/core/native.ts';
import { index, truth } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { waitFor, type Steps } from '../objects/core/suspend.ts';
import { genericAlias } from '../objects/genericalias.ts';
import { libraryOf } from '../versions/library.ts';
import { defineModule } from './core/define.ts';

const EMPTY = moduleTypeHandle();
const SIMPLE_QUEUE = moduleTypeHandle();

/** Payload of `SimpleQueue`: its items, the first of them at `first`. Up to 3.12 they lie in a list, which is owned. */
class SimpleQueue {
  items: Ref[] = [];
  first = 0;
  /** Idents of the threads that wait for an item. */
  readonly waiters: number[] = [];
  list: Ref = NULL;
}

const queueOf = (rt: Runtime, self: Ref): SimpleQueue => rt.heap.payload[self] as SimpleQueue;

const itemsIn = (rt: Runtime, { list, items }: SimpleQueue): Ref[] => (list === NULL ? items : (rt.heap.payload[list] as Ref[]));

const sizeOf = (rt: Runtime, queue: SimpleQueue): number => itemsIn(rt, queue).length - queue.first;

/** The first item, owned; Empty if there is none. */
function take(rt: Runtime, queue: SimpleQueue): Ref {
  if (sizeOf(rt, queue) === 0) raiseWith(rt, EMPTY);
  const items = itemsIn(rt, queue);
  const item = items[queue.first]!;
  items[queue.first++] = NONE;
  if (queue.first > items.length - queue.first) {
    items.splice(0, queue.first);
    queue.first = 0;
  }
  return item;
}

function* secondsOf(rt: Runtime, timeout: Ref): Steps<number> {
  if (isInstance(rt, timeout, FLOAT)) return rt.heap.payload[timeout] as number;
  if (rt.typeOf(timeout).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, timeout)}' object cannot be interpreted as an integer`);
  return Number(yield* index(rt, timeout));
}

/** Mirrors _queue_SimpleQueue_get_impl(). */
function* get(rt: Runtime, self: Ref, block: Ref, timeout: Ref): Steps<Ref> {
  const waits = block === NULL || (yield* truth(rt, block));
  let deadline: bigint | null = null;
  if (waits && timeout !== NULL && timeout !== NONE) {
    const seconds = yield* secondsOf(rt, timeout);
    if (seconds < 0) raise(rt, VALUE_ERROR, "'timeout' must be a non-negative number");
    if (seconds >= 2 ** 63 / 1e9) raise(rt, OVERFLOW_ERROR, 'timeout value is too large');
    deadline = monotonicNow(rt) + BigInt(Math.ceil(seconds * 1e9));
  }
  const queue = queueOf(rt, self);
  // Somebody else may have taken the item that a waiter was woken for.
  while (waits && sizeOf(rt, queue) === 0) {
    const left = deadline === null ? Infinity : Number(deadline - monotonicNow(rt));
    if (left <= 0 || (yield* waitFor(queue.waiters, left)) === FALSE) break;
  }
  return take(rt, queue);
}

function put(rt: Runtime, self: Ref, item: Ref): Ref {
  rt.charge(1, 8);
  const queue = queueOf(rt, self);
  const { waiters } = queue;
  itemsIn(rt, queue).push(rt.heap.incref(item));
  if (waiters.length !== 0) rt.hooks.wakeThread(rt, waiters[0]!, TRUE);
  return NONE;
}

defineType({ handle: EMPTY, name: 'Empty', module: '_queue', base: EXCEPTION, flags: CONTAINER | TypeFlag.WEAKREFS, slots: {} });

defineType({
  handle: SIMPLE_QUEUE,
  name: 'SimpleQueue',
  module: '_queue',
  flags: CONTAINER | TypeFlag.WEAKREFS,
  layout: {
    traverse(payload, visit) {
      const { list, items, first } = payload as SimpleQueue;
      if (list !== NULL) visit(list);
      for (let i = first; i < items.length; i++) visit(items[i]!);
    },
    clear(payload, released) {
      const queue = payload as SimpleQueue;
      if (queue.list !== NULL) released.push(queue.list);
      released.push(...queue.items.slice(queue.first));
      queue.list = NULL;
      queue.items = [];
      queue.first = 0;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => {
      const names = keywords === NULL ? 0 : itemsOf(rt, keywords).length;
      if (type === SIMPLE_QUEUE && args.length > names) raise(rt, TYPE_ERROR, 'SimpleQueue() takes no positional arguments');
      if (type === SIMPLE_QUEUE && names !== 0) raise(rt, TYPE_ERROR, 'SimpleQueue() takes no keyword arguments');
      const queue = new SimpleQueue();
      const self = newInstance(rt, type, queue);
      if (libraryOf(rt.profile.version).queueIsList) queue.list = newList(rt, []);
      return self;
    },
  },
  methods: [
    native('empty', '', (rt, self) => rt.newBool(sizeOf(rt, queueOf(rt, self)) === 0)),
    suspending('get', 'block=True, timeout=None', (rt, self, [block, timeout]) => get(rt, self, block!, timeout!)),
    native('get_nowait', '', (rt, self) => take(rt, queueOf(rt, self))),
    native('put', 'item, block=True, timeout=None', (rt, self, [item]) => put(rt, self, item!)),
    native('put_nowait', 'item', (rt, self, [item]) => put(rt, self, item!)),
    native('qsize', '', (rt, self) => rt.newInt(sizeOf(rt, queueOf(rt, self)))),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
});

defineModule({ name: '_queue', types: [EMPTY, SIMPLE_QUEUE] });
