import { RESOURCE_WARNING, WARNING } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { caught, matches } from '../../objects/core/errors.ts';
import { repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { warn } from '../../objects/core/warn.ts';
import { socketOf } from './object.ts';

/**
 * Mirrors sock_finalize(): 1 a warning that nobody closed it, which can look at the socket; a failure of that is not
 * heard of, unless it is the warning itself; 2 it is closed.
 */
export function* finalizeSocket(rt: Runtime, self: Ref): Steps<Ref> {
  const socket = socketOf(rt, self);
  if (socket.descriptor < 0) return NULL;
  // 1
  try {
    const shown = yield* settle(rt, repr(rt, self));
    const message = `unclosed ${rt.text(shown)}`;
    rt.heap.decref(shown);
    yield* warn(rt, RESOURCE_WARNING, message, 1, self);
  } catch (error) {
    const exception = caught(rt, error);
    if (matches(rt, exception, WARNING)) yield* rt.hooks.unraisable(rt, 'socket', self, exception);
    else rt.heap.decref(exception);
  }
  // 2
  const { descriptor } = socket;
  socket.descriptor = -1;
  rt.files.drop(descriptor);
  return NULL;
}
