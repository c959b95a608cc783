import { TypeFlag } from '../../heap/heap.ts';
import { NONE, OVERFLOW_ERROR, RUNTIME_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { Errno } from '../../files/errors.ts';
import { Ready } from '../../files/waiting.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseKeyError } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newList, newTuple } from '../../objects/core/make.ts';
import { native, positionalNative, suspending } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { checkCount } from '../core/arguments.ts';
import { fileDescriptor } from '../core/filedescriptor.ts';
import { readiness } from './readiness.ts';
import { awaitFiles, timeoutArgument, wholeMilliseconds } from './timeout.ts';

/** Payload of a polling object: what is asked of each descriptor, in order of registration. */
class Poll {
  readonly asked = new Map<number, number>();
  isRunning = false;
}

const POLL = moduleTypeHandle();
/** POLLIN, POLLPRI and POLLOUT. */
const allEvents = 7;
/** Told without being asked for. */
const always = Ready.ERROR | Ready.HANGUP | Ready.INVALID;

const pollOf = (rt: Runtime, self: Ref): Poll => rt.heap.payload[self] as Poll;

function* eventMask(rt: Runtime, mask: Ref): Steps<number> {
  if (mask === NULL) return allEvents;
  const value = yield* index(rt, mask);
  if (value < 0) raise(rt, VALUE_ERROR, 'value must be positive');
  if (value > 0xffff) raise(rt, OVERFLOW_ERROR, 'Python int too large for C unsigned short');
  return Number(value);
}

function* register(rt: Runtime, self: Ref, fd: Ref, mask: Ref): Steps<Ref> {
  const events = yield* eventMask(rt, mask);
  pollOf(rt, self).asked.set(yield* fileDescriptor(rt, fd), events);
  return NONE;
}

function* modify(rt: Runtime, self: Ref, fd: Ref, mask: Ref): Steps<Ref> {
  const events = yield* eventMask(rt, mask);
  const descriptor = yield* fileDescriptor(rt, fd);
  const { asked } = pollOf(rt, self);
  if (!asked.has(descriptor)) raiseOsError(rt, Errno.ENOENT);
  asked.set(descriptor, events);
  return NONE;
}

function* unregister(rt: Runtime, self: Ref, fd: Ref): Steps<Ref> {
  const descriptor = yield* fileDescriptor(rt, fd);
  if (!pollOf(rt, self).asked.delete(descriptor)) raiseKeyError(rt, rt.newInt(descriptor));
  return NONE;
}

/** Mirrors select_poll_poll_impl(): the timeout is in milliseconds. */
function* poll(rt: Runtime, self: Ref, timeout: Ref): Steps<Ref> {
  const { heap } = rt;
  const payload = pollOf(rt, self);
  const given = yield* timeoutArgument(rt, timeout, 'an integer');
  if (payload.isRunning) raise(rt, RUNTIME_ERROR, 'concurrent poll() invocation');
  payload.isRunning = true;
  const asked = [...payload.asked];
  try {
    const told = yield* awaitFiles(rt, given === null || given < 0 ? Infinity : wholeMilliseconds(given / 1000), () => {
      const found = asked.map(([descriptor, events]) => [descriptor, readiness(rt, descriptor) & (events | always)] as const).filter(([, events]) => events !== 0);
      return found.length === 0 ? null : found;
    });
    const items = (told ?? []).map(([descriptor, events]) => newTuple(rt, [rt.newInt(descriptor), rt.newInt(events)]));
    const list = newList(rt, items);
    heap.allocated[list] = items.length;
    return list;
  } finally {
    payload.isRunning = false;
  }
}

defineType({
  handle: POLL,
  name: 'poll',
  module: 'select',
  flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {},
  methods: [
    positionalNative('register', (rt, self, args) => {
      checkCount(rt, 'register', args.length, 1, 2);
      return begin(rt, register(rt, self, args[0]!, args[1] ?? NULL));
    }),
    positionalNative('modify', (rt, self, args) => {
      checkCount(rt, 'modify', args.length, 2, 2);
      return begin(rt, modify(rt, self, args[0]!, args[1]!));
    }),
    suspending('unregister', 'fd, /', (rt, self, [fd]) => unregister(rt, self, fd!)),
    suspending('poll', 'timeout=None, /', (rt, self, [timeout]) => poll(rt, self, timeout!)),
  ],
});

export const pollFunction = native('poll', '', (rt) => newInstance(rt, POLL, new Poll()));
