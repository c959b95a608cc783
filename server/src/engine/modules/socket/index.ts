import { NONE, OS_ERROR, TIMEOUT_ERROR, TRUE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { SocketKind } from '../../files/nodes.ts';
import { Family } from '../../files/sockets.ts';
import { cInt } from '../../objects/arguments.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { newPlaceholder } from '../../objects/placeholder.ts';
import { putNumbers } from '../core/constants.ts';
import { defineModule } from '../core/define.ts';
import { fileDescriptor } from '../core/filedescriptor.ts';
import { system } from '../posix/system.ts';
import { socketNumbers } from '../posix/systemnumbers.ts';
import { addressFunctions } from './addresses.ts';
import { fillSocket, parseTimeout, SOCKET, SOCK_CLOEXEC, SOCK_NONBLOCK, Socket, socketDefaults } from './object.ts';
import './type.ts';

const HERROR = moduleTypeHandle();
const GAIERROR = moduleTypeHandle();

defineType({ handle: HERROR, name: 'herror', module: 'socket', base: OS_ERROR, flags: CONTAINER, slots: {}, addsLayout: false });
defineType({ handle: GAIERROR, name: 'gaierror', module: 'socket', base: OS_ERROR, flags: CONTAINER, slots: {}, addsLayout: false });

/** Mirrors socket_socketpair(). */
function* socketPair(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  const [familyArg, kindArg, protocolArg] = args;
  const family = familyArg === NULL ? Family.UNIX : yield* cInt(rt, familyArg!);
  const kind = kindArg === NULL ? SocketKind.STREAM : yield* cInt(rt, kindArg!);
  const protocol = protocolArg === NULL ? 0 : yield* cInt(rt, protocolArg!);
  const ends = system(rt, () => rt.files.socketPair(family, kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC), protocol));
  return newTuple(
    rt,
    ends.map((descriptor) => {
      const socket = new Socket();
      const object = newInstance(rt, SOCKET, socket);
      fillSocket(rt, socket, descriptor, family, kind, protocol);
      return object;
    }),
  );
}

/** The machine has no network: pairs of sockets carry bytes within the program, all others are there to be left open. */
defineModule({
  name: '_socket',
  functions: [
    ...addressFunctions,
    suspending('socketpair', 'family=, type=, proto=, /', (rt, _module, args) => socketPair(rt, args)),
    suspending('close', 'fd, /', function* (rt, _module, [fd]) {
      const descriptor = yield* fileDescriptor(rt, fd!);
      system(rt, () => rt.files.descriptors.close(descriptor));
      return NONE;
    }),
    suspending('dup', 'fd, /', function* (rt, _module, [fd]) {
      const descriptor = yield* fileDescriptor(rt, fd!);
      return rt.newInt(system(rt, () => rt.files.descriptors.duplicate(descriptor, false)));
    }),
    native('getdefaulttimeout', '', (rt) => {
      const { timeout } = socketDefaults(rt);
      return timeout === null ? NONE : rt.newFloat(timeout / 1e9);
    }),
    suspending('setdefaulttimeout', 'timeout, /', function* (rt, _module, [value]) {
      socketDefaults(rt).timeout = yield* parseTimeout(rt, value!);
      return NONE;
    }),
  ],
  types: [SOCKET, HERROR, GAIERROR],
  singlePhase: '-11',
  init: (rt, put) => {
    put('error', rt.heap.incref(OS_ERROR));
    put('timeout', rt.heap.incref(TIMEOUT_ERROR));
    put('SocketType', rt.heap.incref(SOCKET));
    put('CAPI', newPlaceholder(rt, '_socket.CAPI'));
    put('has_ipv6', TRUE);
    put('BDADDR_ANY', rt.newStr('00:00:00:00:00:00'));
    put('BDADDR_LOCAL', rt.newStr('00:00:00:FF:FF:FF'));
    putNumbers(rt, put, socketNumbers);
  },
});
