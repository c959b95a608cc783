import { TypeFlag } from '../../heap/heap.ts';
import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { Errno } from '../../files/errors.ts';
import { cInt } from '../../objects/arguments.ts';
import { defineType } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { system } from '../posix/system.ts';
import { finalizeSocket } from './finalize.ts';
import { anonymous, applyTimeout, initSocket, nodeOf, parseTimeout, SOCKET, Socket, socketOf } from './object.ts';
import { optionMethods } from './options.ts';
import { transferMethods } from './transfer.ts';

/** What speaks to other programs, or waits for them to speak. */
const traffic: readonly NativeFunction[] = '_accept bind connect connect_ex listen sendto recvmsg recvmsg_into sendmsg sendmsg_afalg'
  .split(' ')
  .map((name) => native(name, '*args, **kwargs', () => unsupported(`the network (socket.${name})`)));

/** A socket's address, as its family shows it. */
function address(rt: Runtime, family: number): Ref {
  const parts = anonymous(family);
  return typeof parts === 'string' ? rt.newStr(parts) : newTuple(rt, parts.map((part) => (typeof part === 'string' ? rt.newStr(part) : rt.newInt(part))));
}

/** Forgets the descriptor, and answers it; −1 if there was none. */
function release(rt: Runtime, self: Ref): number {
  const socket = socketOf(rt, self);
  const { descriptor } = socket;
  socket.descriptor = -1;
  return descriptor;
}

const seconds = (rt: Runtime, self: Ref): Ref => {
  const { timeout } = socketOf(rt, self);
  return timeout === null ? NONE : rt.newFloat(timeout / 1e9);
};

const numberAttribute = (name: string, field: 'family' | 'kind' | 'protocol'): NativeAttribute => ({ name, member: true, get: (rt, self) => rt.newInt(socketOf(rt, self)[field]) });

const methods: readonly NativeFunction[] = [
  native('close', '', (rt, self) => {
    const descriptor = release(rt, self);
    if (descriptor >= 0) system(rt, () => rt.files.descriptors.close(descriptor));
    return NONE;
  }),
  native('detach', '', (rt, self) => rt.newInt(release(rt, self))),
  native('fileno', '', (rt, self) => rt.newInt(socketOf(rt, self).descriptor)),
  native('getpeername', '', (rt, self) => {
    const node = nodeOf(rt, self);
    if (!node.isConnected) raiseOsError(rt, Errno.ENOTCONN);
    return rt.newStr('');
  }),
  native('getsockname', '', (rt, self) => address(rt, nodeOf(rt, self).family)),
  suspending('setblocking', 'flag, /', function* (rt, self, [flag]) {
    const socket = socketOf(rt, self);
    socket.timeout = (yield* truth(rt, flag!)) ? null : 0;
    applyTimeout(rt, socket);
    return NONE;
  }),
  native('getblocking', '', (rt, self) => rt.newBool(socketOf(rt, self).timeout !== 0)),
  suspending('settimeout', 'timeout, /', function* (rt, self, [value]) {
    const timeout = yield* parseTimeout(rt, value!);
    const socket = socketOf(rt, self);
    socket.timeout = timeout;
    applyTimeout(rt, socket);
    return NONE;
  }),
  native('gettimeout', '', seconds),
  suspending('shutdown', 'how, /', function* (rt, self, [how]) {
    const which = yield* cInt(rt, how!);
    system(rt, () => rt.files.shutdown(socketOf(rt, self).descriptor, which));
    return NONE;
  }),
];

defineType({
  handle: SOCKET,
  name: 'socket',
  module: '_socket',
  flags: TypeFlag.IMMUTABLE | TypeFlag.BASETYPE,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new Socket()),
    tp_init: (rt, self, args, keywords) => begin(rt, initSocket(rt, self, bind(rt, 'socket', 'family=-1, type=-1, proto=-1, fileno=None', args, keywords))),
    tp_repr: (rt, self) => {
      const { descriptor, family, kind, protocol } = socketOf(rt, self);
      return rt.newStr(`<socket object, fd=${descriptor}, family=${family}, type=${kind}, proto=${protocol}>`);
    },
    tp_finalize: (rt, self) => (socketOf(rt, self).descriptor < 0 ? NULL : begin(rt, finalizeSocket(rt, self))),
  },
  methods: [...methods, ...transferMethods, ...optionMethods, ...traffic],
  attributes: [numberAttribute('family', 'family'), numberAttribute('type', 'kind'), numberAttribute('proto', 'protocol'), { name: 'timeout', get: seconds }],
});
