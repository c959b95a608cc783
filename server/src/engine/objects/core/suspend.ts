import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';

/**
 * How a built-in that may run Python code is written: as a generator that yields the calls it wants made and is
 * resumed with their results. The loop drives it, so no evaluation nests and any run can be suspended anywhere.
 */
export type Steps<T> = Generator<CallRequest, T, Ref>;

/** A call to make. The references are borrowed: the generator that yields keeps them alive until it is resumed. */
export interface CallRequest {
  readonly callable: Ref;
  readonly args: readonly Ref[];
  /** A tuple of names for the last arguments, or NULL. */
  readonly keywords: Ref;
  /** `args` are the request's own, released when the call is over. */
  readonly ownsArgs?: boolean;
  /** An exception of this type answers NULL, as exhaustion does. */
  readonly end?: Ref;
  /** A frame that already exists (a generator to resume) instead of a callable. */
  readonly resume?: ResumeRequest;
  /** A built-in to run with a place of its own among the activations, so that its requests pass through nobody. */
  readonly steps?: Steps<Ref>;
  /** An operation of built-ins to begin on an empty stack instead of a call; its failures are the request's. */
  readonly operation?: () => Eventual;
  /** The thread stops until it is woken, which answers what it is woken with, or until its time is up, which answers False. */
  readonly wait?: WaitRequest;
  /** The namespace in which a function of a class body or of `exec` runs; borrowed. */
  readonly locals?: Ref;
}

export interface WaitRequest {
  /** Where it waits for others to wake it, by the idents of threads; null where only time passes. */
  readonly queue: number[] | null;
  /** Nanoseconds; Infinity where it never gives up. */
  readonly timeout: number;
}

export interface ResumeRequest {
  readonly generator: Ref;
  /** Sent value (owned by the request) or, with `raising`, NULL: then `Runtime.exception` is thrown into it. */
  readonly value: Ref;
  readonly raising: boolean;
  /** What is thrown is raised where the generator waits, as if it did not delegate there. */
  readonly pastDelegation?: boolean;
  /** At the generator's end what it returned is dropped, and only that it ended is told. */
  readonly dropsReturn?: boolean;
  /** Sees what the generator yields before the built-in does: see `pulling`. */
  take?: Take | null;
}

/**
 * Deals with an item (owned) in place of the built-in that pulls it out of a generator, which then goes on at once, without
 * being left and resumed; false leaves the item to the built-in. Nothing that it lets go of may have a finaliser.
 */
export type Take = (item: Ref) => boolean;

/** A built-in under way that yielded `request` and waits for the answer; null where the answer is the result itself. */
export interface Suspension {
  readonly steps: Steps<Ref> | null;
  readonly request: CallRequest;
}

/** What is thrown through JavaScript while a Python exception propagates: `Runtime.exception` holds the object. */
export class PythonError {
  static readonly raised = new PythonError();
}

/** Starts a generator; answers its value at once if it needs no Python code. */
export function begin(rt: Runtime, steps: Steps<Ref>): Eventual {
  const first = steps.next();
  if (first.done === true) return first.value;
  rt.suspension = { steps, request: first.value };
  return SUSPENDED;
}

/** From plain code: the answer to the request is the operation's result. What it names is alive until then. */
export function ask(rt: Runtime, request: CallRequest): -1 {
  rt.suspension = { steps: null, request };
  return SUSPENDED;
}

/** The generator of a built-in that only asks, which waits for the answer to this request already. */
export function asking(request: CallRequest): Steps<Ref> {
  const steps = passOn(request);
  steps.next();
  return steps;
}

function* passOn(request: CallRequest): Steps<Ref> {
  return yield request;
}

/** Inside a generator: runs another in a place of its own. */
export function* apart(steps: Steps<Ref>): Steps<Ref> {
  return yield { callable: NULL, args: noArguments, keywords: NULL, steps };
}

/** Inside a generator: the thread waits; False if its time was up before somebody woke it. */
export function* waitFor(queue: number[] | null, timeout: number): Steps<Ref> {
  return yield { callable: NULL, args: noArguments, keywords: NULL, wait: { queue, timeout } };
}

export const noArguments: readonly Ref[] = [];

/** Inside a generator: waits for an operation that may have suspended. */
export function* settle(rt: Runtime, result: Eventual): Steps<Ref> {
  if (result !== SUSPENDED) return result;
  const { steps, request } = rt.takeSuspension();
  if (steps === null) return yield request;
  let next: IteratorResult<CallRequest, Ref> = { done: false, value: request };
  while (next.done !== true) {
    let answer: Ref;
    try {
      answer = yield next.value;
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}

/**
 * For a built-in that pulls at an iterator whose `tp_iternext` has suspended: what it waits for, where that is one request,
 * which is cheaper to yield than to settle. The answer is the next item that `take` leaves, NULL at the end; only a
 * generator's items are offered to it.
 */
export function pulling(rt: Runtime, take: Take): CallRequest | null {
  const { steps, request } = rt.suspension!;
  if (steps !== null) return null;
  rt.suspension = null;
  if (request.resume !== undefined) request.resume.take = take;
  return request;
}

/** Inside a generator: calls any callable. The arguments stay the caller's. */
export function* call(callable: Ref, args: readonly Ref[], keywords: Ref = NULL): Steps<Ref> {
  return yield { callable, args, keywords };
}

/** From plain code: the operation's result is that of this call. Takes new references for the time of the call. */
export function tailCall(rt: Runtime, callable: Ref, args: readonly Ref[], keywords: Ref = NULL): Eventual {
  return begin(rt, heldCall(rt, callable, args, keywords));
}

function* heldCall(rt: Runtime, callable: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  heap.incref(callable);
  for (const arg of args) heap.incref(arg);
  try {
    return yield { callable, args, keywords };
  } finally {
    for (const arg of args) heap.decref(arg);
    heap.decref(callable);
  }
}
