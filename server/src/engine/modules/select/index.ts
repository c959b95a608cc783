import { OS_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { Errno } from '../../files/errors.ts';
import { Ready } from '../../files/waiting.ts';
import { raise } from '../../objects/core/errors.ts';
import { newList, newTuple } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import { collect } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { putNumbers } from '../core/constants.ts';
import { defineModule } from '../core/define.ts';
import { fileDescriptor } from '../core/filedescriptor.ts';
import { selectNumbers } from '../posix/systemnumbers.ts';
import { EPOLL } from './epoll.ts';
import { pollFunction } from './poll.ts';
import { readiness } from './readiness.ts';
import { awaitFiles, timeoutArgument } from './timeout.ts';

/** FD_SETSIZE. */
const setSize = 1024;
/** What each of the three sets of select(2) is told of. */
const sought: readonly number[] = [Ready.IN | Ready.HANGUP | Ready.ERROR, Ready.OUT | Ready.ERROR, Ready.PRIORITY];

interface Watched {
  readonly object: Ref;
  readonly descriptor: number;
}

/** Mirrors seq2set(): the items are owned by the answer. */
function* watchedIn(rt: Runtime, sequence: Ref, watched: Watched[]): Steps<void> {
  if (rt.typeOf(sequence).slots.tp_iter === undefined && rt.typeOf(sequence).slots.sq_item === undefined) raise(rt, TYPE_ERROR, 'arguments 1-3 must be sequences');
  for (const object of yield* collect(rt, sequence)) watched.push({ object, descriptor: -1 });
  for (const [i, { object }] of watched.entries()) {
    const descriptor = yield* fileDescriptor(rt, object);
    if (descriptor >= setSize) raise(rt, VALUE_ERROR, 'filedescriptor out of range in select()');
    watched[i] = { object, descriptor };
  }
}

/** Mirrors select_select_impl(): 1 the timeout; 2 the sets; 3 the wait; 4 those that are ready, as they were given. */
function* select(rt: Runtime, sequences: readonly Ref[], timeout: Ref): Steps<Ref> {
  const { heap } = rt;
  // 1
  const given = yield* timeoutArgument(rt, timeout, 'a float');
  if (given !== null && given < 0) raise(rt, VALUE_ERROR, 'timeout must be non-negative');
  const sets: Watched[][] = [];
  try {
    // 2
    for (const sequence of sequences) {
      const watched: Watched[] = [];
      sets.push(watched);
      yield* watchedIn(rt, sequence, watched);
    }
    // 3
    const look = (): Ref[][] | null => {
      const ready = sets.map((watched, set) => watched.filter(({ descriptor }) => isReady(rt, descriptor, sought[set]!)).map(({ object }) => object));
      return ready.every(({ length }) => length === 0) ? null : ready;
    };
    const ready = (yield* awaitFiles(rt, given ?? Infinity, look)) ?? [[], [], []];
    // 4
    for (const object of ready.flat()) heap.incref(object);
    return newTuple(
      rt,
      ready.map((objects) => newList(rt, objects)),
    );
  } finally {
    for (const { object } of sets.flat()) heap.decref(object);
  }
}

function isReady(rt: Runtime, descriptor: number, events: number): boolean {
  const state = readiness(rt, descriptor);
  if ((state & Ready.INVALID) !== 0) raiseOsError(rt, Errno.EBADF);
  return (state & events) !== 0;
}

/** Everything here is about descriptors of this one process, and waits by the clock of the run. */
defineModule({
  name: 'select',
  functions: [
    suspending('select', 'rlist, wlist, xlist, timeout=None, /', (rt, _module, [rlist, wlist, xlist, timeout]) => select(rt, [rlist!, wlist!, xlist!], timeout ?? NULL)),
    pollFunction,
  ],
  types: [EPOLL],
  init: (rt, put) => {
    put('error', rt.heap.incref(OS_ERROR));
    putNumbers(rt, put, selectNumbers);
  },
});
