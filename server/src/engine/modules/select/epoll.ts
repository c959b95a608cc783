import { TypeFlag } from '../../heap/heap.ts';
import { NONE, OS_ERROR, TRUE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { Control } from '../../files/polling.ts';
import { cInt } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newList, newTuple } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { fileDescriptor } from '../core/filedescriptor.ts';
import { system } from '../posix/system.ts';
import { awaitFiles, timeoutArgument, wholeMilliseconds } from './timeout.ts';

/** Payload of `epoll`; the descriptor is −1 when closed. */
class Epoll {
  constructor(public descriptor: number) {}
}

export const EPOLL = moduleTypeHandle();

const EPOLL_CLOEXEC = 0x80000;
const EPOLLET = 0x80000000;
/** EPOLLIN, EPOLLPRI and EPOLLOUT. */
const allEvents = 7;
/** FD_SETSIZE − 1, which an unlimited poll tells at most. */
const mostEvents = 1023;

const epollOf = (rt: Runtime, self: Ref): Epoll => rt.heap.payload[self] as Epoll;

function opened(rt: Runtime, self: Ref): number {
  const { descriptor } = epollOf(rt, self);
  return descriptor < 0 ? raise(rt, VALUE_ERROR, 'I/O operation on closed epoll object') : descriptor;
}

function* newEpoll(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [sizehint = NULL, flags = NULL] = bind(rt, 'epoll', 'sizehint=-1, flags=0', args, keywords);
  const hint = sizehint === NULL ? -1 : yield* cInt(rt, sizehint);
  const bits = flags === NULL ? 0 : yield* cInt(rt, flags);
  if (hint < -1 || hint === 0) raise(rt, VALUE_ERROR, 'negative sizehint');
  if (bits !== 0 && bits !== EPOLL_CLOEXEC) raise(rt, OS_ERROR, 'invalid flags');
  return newInstance(rt, type, new Epoll(system(rt, () => rt.files.newPoll())));
}

function close(rt: Runtime, self: Ref): void {
  const epoll = epollOf(rt, self);
  const { descriptor } = epoll;
  if (descriptor < 0) return;
  epoll.descriptor = -1;
  system(rt, () => rt.files.descriptors.close(descriptor));
}

/** Mirrors pyepoll_internal_ctl(). */
function* control(rt: Runtime, self: Ref, operation: Control, fd: Ref, mask: Ref): Steps<Ref> {
  const events = mask === NULL ? allEvents : Number(BigInt.asUintN(32, BigInt(yield* index(rt, mask))));
  if (events >= EPOLLET) unsupported('edge-triggered events (select.EPOLLET)');
  const poller = opened(rt, self);
  const watched = yield* fileDescriptor(rt, fd);
  system(rt, () => rt.files.pollControl(poller, operation, watched, events));
  return NONE;
}

/** Mirrors select_epoll_poll_impl(): 1 the arguments, a time in whole milliseconds; 2 the wait; 3 what was told. */
function* poll(rt: Runtime, self: Ref, timeout: Ref, maxevents: Ref): Steps<Ref> {
  const { heap } = rt;
  const poller = opened(rt, self);
  // 1
  const nanoseconds = yield* timeoutArgument(rt, timeout, 'an integer');
  const given = maxevents === NULL ? -1 : yield* cInt(rt, maxevents);
  if (given < -1 || given === 0) raise(rt, VALUE_ERROR, `maxevents must be greater than 0, got ${given}`);
  const limit = given === -1 ? mostEvents : given;
  // 2
  const told = yield* awaitFiles(rt, nanoseconds === null || nanoseconds < 0 ? Infinity : wholeMilliseconds(nanoseconds), () => {
    const found = system(rt, () => rt.files.poll(poller, limit));
    return found.length === 0 ? null : found;
  });
  // 3
  const list = newList(rt, []);
  const items = heap.payload[list] as Ref[];
  for (const [descriptor, events] of told ?? []) items.push(newTuple(rt, [rt.newInt(descriptor), rt.newInt(events)]));
  heap.allocated[list] = items.length;
  return list;
}

defineType({
  handle: EPOLL,
  name: 'epoll',
  module: 'select',
  flags: TypeFlag.IMMUTABLE,
  layout: {
    traverse: () => {},
    // Mirrors pyepoll_dealloc().
    clear: (payload, _released, heap) => {
      const epoll = payload as Epoll;
      if (epoll.descriptor >= 0) heap.onDescriptorDropped(epoll.descriptor);
      epoll.descriptor = -1;
    },
  },
  slots: { tp_new: (rt, type, args, keywords) => begin(rt, newEpoll(rt, type, args, keywords)) },
  methods: [
    suspending(
      'fromfd',
      'fd, /',
      function* (rt, type, [fd]) {
        return newInstance(rt, type, new Epoll(yield* cInt(rt, fd!)));
      },
      'class',
    ),
    native('close', '', (rt, self) => {
      close(rt, self);
      return NONE;
    }),
    native('fileno', '', (rt, self) => rt.newInt(opened(rt, self))),
    suspending('modify', 'fd, eventmask', (rt, self, [fd, mask]) => control(rt, self, Control.MODIFY, fd!, mask!)),
    suspending('register', 'fd, eventmask=7', (rt, self, [fd, mask]) => control(rt, self, Control.ADD, fd!, mask!)),
    suspending('unregister', 'fd', (rt, self, [fd]) => control(rt, self, Control.REMOVE, fd!, NULL)),
    suspending('poll', 'timeout=None, maxevents=-1', (rt, self, [timeout, maxevents]) => poll(rt, self, timeout!, maxevents!)),
    native('__enter__', '', (rt, self) => {
      opened(rt, self);
      return rt.heap.incref(self);
    }),
    native('__exit__', 'exc_type=None, exc_value=None, exc_tb=None, /', (rt, self) => {
      close(rt, self);
      return NONE;
    }),
  ],
  attributes: [{ name: 'closed', get: (rt, self) => (epollOf(rt, self).descriptor < 0 ? TRUE : rt.newBool(false)) }],
});
