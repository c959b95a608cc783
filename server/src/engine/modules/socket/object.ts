import { NONE, OVERFLOW_ERROR, TIMEOUT_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { OpenFlag } from '../../files/descriptors.ts';
import { Errno, FileError } from '../../files/errors.ts';
import { SocketKind, type SocketNode } from '../../files/nodes.ts';
import { Family } from '../../files/sockets.ts';
import { WouldBlock } from '../../files/waiting.ts';
import { cInt } from '../../objects/arguments.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { system } from '../posix/system.ts';
import { awaitFiles } from '../select/timeout.ts';
import { nanosecondsOf } from '../time/seconds.ts';

/** Payload of `_socket.socket`. */
export class Socket {
  /** −1 when closed. */
  descriptor = -1;
  family = 0;
  kind = 0;
  protocol = 0;
  /** Nanoseconds; null where it waits as long as it takes. */
  timeout: number | null = null;
}

export const SOCKET = moduleTypeHandle();

export const SOCK_NONBLOCK = 0o4000;
export const SOCK_CLOEXEC = 0o2000000;

export const socketOf = (rt: Runtime, self: Ref): Socket => rt.heap.payload[self] as Socket;

/** What `setdefaulttimeout` has set. */
class SocketDefaults implements ModuleState {
  timeout: number | null = null;

  traverse(): void {
    // A number is no reference.
  }
}

export const socketDefaults = (rt: Runtime): SocketDefaults => moduleState(rt, '_socket', () => new SocketDefaults());

/** Mirrors socket_parse_timeout(): None is for ever. */
export function* parseTimeout(rt: Runtime, value: Ref): Steps<number | null> {
  if (value === NONE) return null;
  const timeout = yield* nanosecondsOf(rt, value);
  if (timeout < 0) raise(rt, VALUE_ERROR, 'Timeout value out of range');
  if (timeout >= 2 ** 31 * 1e6) raise(rt, OVERFLOW_ERROR, 'timeout doesn\'t fit into C timeval');
  return timeout;
}

/** Mirrors internal_setblocking(): a socket with a time limit waits by polling. */
export function applyTimeout(rt: Runtime, socket: Socket): void {
  system(rt, () => {
    const file = rt.files.descriptors.file(socket.descriptor);
    file.flags = socket.timeout === null ? file.flags & ~OpenFlag.NONBLOCK : file.flags | OpenFlag.NONBLOCK;
  });
}

/** Mirrors init_sockobject(). */
export function fillSocket(rt: Runtime, socket: Socket, descriptor: number, family: number, kind: number, protocol: number): void {
  socket.descriptor = descriptor;
  socket.family = family;
  socket.kind = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
  socket.protocol = protocol;
  if ((kind & SOCK_NONBLOCK) !== 0) socket.timeout = 0;
  else {
    socket.timeout = socketDefaults(rt).timeout;
    if (socket.timeout === null) return;
  }
  applyTimeout(rt, socket);
}

/** Mirrors sock_initobj(): 1 a descriptor that is there says the rest; 2 a new socket. */
export function* initSocket(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const [familyArg = NULL, kindArg = NULL, protocolArg = NULL, fileno = NULL] = args;
  let family = familyArg === NULL ? -1 : yield* cInt(rt, familyArg);
  let kind = kindArg === NULL ? -1 : yield* cInt(rt, kindArg);
  let protocol = protocolArg === NULL ? -1 : yield* cInt(rt, protocolArg);
  const socket = socketOf(rt, self);
  if (fileno !== NULL && fileno !== NONE) {
    // 1
    const descriptor = yield* cInt(rt, fileno);
    if (descriptor < 0) raise(rt, VALUE_ERROR, 'negative file descriptor');
    const node = system(rt, () => rt.files.descriptors.socket(descriptor));
    if (family === -1) family = node.family;
    if (kind === -1) kind = node.kind;
    if (protocol === -1) protocol = node.protocol;
    fillSocket(rt, socket, descriptor, family, kind, protocol);
    return NULL;
  }
  // 2
  if (family === -1) family = Family.INET;
  if (kind === -1) kind = SocketKind.STREAM;
  if (protocol === -1) protocol = 0;
  const descriptor = system(rt, () => rt.files.socket(family, kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC), protocol));
  fillSocket(rt, socket, descriptor, family, kind, protocol);
  return NULL;
}

/** The open file of a socket object. */
export const nodeOf = (rt: Runtime, self: Ref): SocketNode => system(rt, () => rt.files.descriptors.socket(socketOf(rt, self).descriptor));

/**
 * Mirrors sock_call(): a socket with a time limit waits until it is ready and fails when the time is up, one that blocks
 * waits as long as it takes.
 */
export function* socketCall<T>(rt: Runtime, self: Ref, attempt: (descriptor: number) => T): Steps<T> {
  const socket = socketOf(rt, self);
  const answered = yield* awaitFiles(rt, socket.timeout === null || socket.timeout === 0 ? Infinity : socket.timeout, () =>
    system(rt, () => {
      try {
        return { value: attempt(socket.descriptor) };
      } catch (error) {
        if (error instanceof WouldBlock || (socket.timeout !== 0 && isNotYet(error))) return null;
        throw error;
      }
    }),
  );
  return answered === null ? raise(rt, TIMEOUT_ERROR, 'timed out') : answered.value;
}

const isNotYet = (error: unknown): boolean => error instanceof FileError && error.errno === Errno.EAGAIN;

/** Where a socket that has no name is: of families that have names all the same, the address of nobody. */
export function anonymous(family: number): readonly (string | number)[] | string {
  if (family === Family.INET) return ['0.0.0.0', 0];
  return family === Family.INET6 ? ['::', 0, 0, 0] : '';
}
