import { NONE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { cInt, toSize } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes, newTuple } from '../../objects/core/make.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { memoryToFill } from '../io/bases.ts';
import { socketCall } from './object.ts';

/** What one call receives at most here: nothing larger is ever on its way. */
const mostBytes = 1 << 20;

function* receive(rt: Runtime, self: Ref, name: string, size: Ref, flags: Ref): Steps<Uint8Array> {
  const count = toSize(rt, yield* index(rt, size));
  const bits = flags === NULL ? 0 : yield* cInt(rt, flags);
  if (count < 0) raise(rt, VALUE_ERROR, `negative buffersize in ${name}`);
  rt.charge(1, Math.min(count, mostBytes));
  return yield* socketCall(rt, self, (descriptor) => rt.files.descriptors.receive(descriptor, Math.min(count, mostBytes), bits));
}

/** Mirrors sock_recv_into(): a size of 0 is that of the buffer. */
function* receiveInto(rt: Runtime, self: Ref, name: string, buffer: Ref, size: Ref, flags: Ref): Steps<number> {
  const count = size === NULL ? 0 : toSize(rt, yield* index(rt, size));
  const bits = flags === NULL ? 0 : yield* cInt(rt, flags);
  const target = memoryToFill(rt, name, buffer, 'argument 1');
  if (count < 0) raise(rt, VALUE_ERROR, `negative buffersize in ${name}`);
  if (count > target.length) raise(rt, VALUE_ERROR, 'buffer too small for requested bytes');
  const bytes = yield* socketCall(rt, self, (descriptor) => rt.files.descriptors.receive(descriptor, count === 0 ? target.length : count, bits));
  target.set(bytes);
  return bytes.length;
}

/** Mirrors sock_sendall(): goes on until everything is sent. */
function* sendAll(rt: Runtime, self: Ref, data: Ref, flags: Ref): Steps<Ref> {
  const bits = flags === NULL ? 0 : yield* cInt(rt, flags);
  let left = bytesLike(rt, data).slice();
  do {
    const rest = left;
    left = left.slice(yield* socketCall(rt, self, (descriptor) => rt.files.descriptors.send(descriptor, rest, bits)));
  } while (left.length !== 0);
  return NONE;
}

export const transferMethods: readonly NativeFunction[] = [
  suspending('recv', 'bufsize, flags=, /', function* (rt, self, [size, flags]) {
    return newBytes(rt, yield* receive(rt, self, 'recv', size!, flags!));
  }),
  suspending('recv_into', 'buffer, nbytes=, flags=', function* (rt, self, [buffer, size, flags]) {
    return rt.newInt(yield* receiveInto(rt, self, 'recv_into', buffer!, size!, flags!));
  }),
  suspending('recvfrom', 'bufsize, flags=, /', function* (rt, self, [size, flags]) {
    // The ends of a pair have no names.
    return newTuple(rt, [newBytes(rt, yield* receive(rt, self, 'recvfrom', size!, flags!)), NONE]);
  }),
  suspending('recvfrom_into', 'buffer, nbytes=, flags=', function* (rt, self, [buffer, size, flags]) {
    return newTuple(rt, [rt.newInt(yield* receiveInto(rt, self, 'recvfrom_into', buffer!, size!, flags!)), NONE]);
  }),
  suspending('send', 'data, flags=, /', function* (rt, self, [data, flags]) {
    const bits = flags === NULL ? 0 : yield* cInt(rt, flags!);
    const bytes = bytesLike(rt, data!).slice();
    rt.charge(1 + (bytes.length >> 5), bytes.length);
    return rt.newInt(yield* socketCall(rt, self, (descriptor) => rt.files.descriptors.send(descriptor, bytes, bits)));
  }),
  suspending('sendall', 'data, flags=, /', (rt, self, [data, flags]) => sendAll(rt, self, data!, flags!)),
];
