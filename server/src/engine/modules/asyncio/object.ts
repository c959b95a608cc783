import { TypeFlag, type Heap, type Layout } from '../../heap/heap.ts';
import { RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { releaseAttributes } from '../io/layout.ts';

export const enum FutureState {
  PENDING,
  CANCELLED,
  FINISHED,
}

/** Payload of a future. All handles are owned, NULL where there is nothing. */
export class FutureObject {
  loop: Ref = NULL;
  /** The first callback and its context; further ones are tuples in a list. */
  callback0: Ref = NULL;
  context0: Ref = NULL;
  callbacks: Ref = NULL;
  result: Ref = NULL;
  exception: Ref = NULL;
  exceptionTraceback: Ref = NULL;
  sourceTraceback: Ref = NULL;
  cancelMessage: Ref = NULL;
  cancelledError: Ref = NULL;
  /** Who waits for it: one, or a set of several. */
  awaitedBy: Ref = NULL;
  awaitedBySet = false;
  state = FutureState.PENDING;
  logTraceback = false;
  blocking = false;
}

/** Payload of a task. */
export class TaskObject extends FutureObject {
  /** What it waits for. */
  waiter: Ref = NULL;
  coroutine: Ref = NULL;
  name: Ref = NULL;
  context: Ref = NULL;
  mustCancel = false;
  logDestroyPending = false;
  cancelsRequested = 0;
  /** It is found among all tasks (where they are no set). */
  registered = false;
}

export const FUTURE = moduleTypeHandle();
export const TASK = moduleTypeHandle();

export const futureOf = (rt: Runtime, self: Ref): FutureObject => rt.heap.payload[self] as FutureObject;
export const taskOf = (rt: Runtime, self: Ref): TaskObject => rt.heap.payload[self] as TaskObject;

/** A future or task, and of no class of the program's. */
export const isExact = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === FUTURE || rt.heap.type[object] === TASK;

export const isFuture = (rt: Runtime, object: Ref): boolean => isInstance(rt, object, FUTURE);

/** The payload of a future whose `__init__` has been called. */
export function aliveFuture(rt: Runtime, self: Ref): FutureObject {
  const future = futureOf(rt, self);
  return future.loop === NULL ? raise(rt, RUNTIME_ERROR, 'Future object is not initialized.') : future;
}

type FutureField = Extract<
  keyof FutureObject,
  'loop' | 'callback0' | 'context0' | 'callbacks' | 'result' | 'exception' | 'exceptionTraceback' | 'sourceTraceback' | 'cancelMessage' | 'cancelledError' | 'awaitedBy'
>;

/** In the order in which FutureObj_traverse and FutureObj_clear go through them; `awaitedBy` comes behind the attributes. */
const fields: readonly FutureField[] = [
  'loop',
  'callback0',
  'context0',
  'callbacks',
  'result',
  'exception',
  'exceptionTraceback',
  'sourceTraceback',
  'cancelMessage',
  'cancelledError',
];

function visitFuture(future: FutureObject, visit: (ref: Ref) => void): void {
  for (const field of fields) if (future[field] !== NULL) visit(future[field]);
  if (future.awaitedBy !== NULL) visit(future.awaitedBy);
}

function releaseField(future: FutureObject, field: FutureField, released: Ref[]): void {
  if (future[field] === NULL) return;
  released.push(future[field]);
  future[field] = NULL;
}

/** Lets go of what is behind an earlier `__init__`. */
export function resetFuture(rt: Runtime, future: FutureObject): void {
  const released: Ref[] = [];
  for (const field of fields) releaseField(future, field, released);
  if (released.length !== 0) rt.heap.deaths.drop(released);
}

function clearFuture(future: FutureObject, released: Ref[], heap: Heap, object: Ref): void {
  for (const field of fields) releaseField(future, field, released);
  releaseAttributes(released, heap, object);
  releaseField(future, 'awaitedBy', released);
  future.awaitedBySet = false;
}

export const futureLayout: Layout = {
  isFinished: (payload) => !(payload as FutureObject).logTraceback,
  traverse: (payload, visit) => visitFuture(payload as FutureObject, visit),
  clear: (payload, released, heap, object) => clearFuture(payload as FutureObject, released, heap, object),
};

const taskFields = ['context', 'coroutine', 'name', 'waiter'] as const;

export const taskLayout: Layout = {
  isFinished: (payload) => {
    const task = payload as TaskObject;
    return !task.logTraceback && (task.state !== FutureState.PENDING || !task.logDestroyPending);
  },
  traverse: (payload, visit) => {
    const task = payload as TaskObject;
    for (const field of taskFields) if (task[field] !== NULL) visit(task[field]);
    visitFuture(task, visit);
  },
  clear: (payload, released, heap, object) => {
    const task = payload as TaskObject;
    clearFuture(task, released, heap, object);
    for (const field of taskFields) {
      if (task[field] !== NULL) released.push(task[field]);
      task[field] = NULL;
    }
  },
};

export const futureFlags = TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS | TypeFlag.IMMUTABLE;
