import { NONE, OS_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { Errno } from '../../files/errors.ts';
import type { SocketNode } from '../../files/nodes.ts';
import { cInt, isInt } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { nodeOf } from './object.ts';

const SOL_SOCKET = 1;
const SO_TYPE = 3;
const SO_SNDBUF = 7;
const SO_RCVBUF = 8;
const SO_PROTOCOL = 38;
const SO_DOMAIN = 39;
const bufferSize = 212992;
/** Levels that have options: those of sockets, of IP, TCP, UDP and IPv6. */
const levels: readonly number[] = [0, SOL_SOCKET, 6, 17, 41];

const key = (level: number, name: number): string => `${level}/${name}`;

function littleEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value, true);
  return bytes;
}

/** An option that nobody has set. */
function initial(node: SocketNode, name: number): number {
  switch (name) {
    case SO_TYPE:
      return node.kind;
    case SO_SNDBUF:
    case SO_RCVBUF:
      return bufferSize;
    case SO_DOMAIN:
      return node.family;
    case SO_PROTOCOL:
      return node.protocol;
    default:
      return 0;
  }
}

function option(rt: Runtime, node: SocketNode, level: number, name: number): Uint8Array {
  if (!levels.includes(level)) raiseOsError(rt, Errno.EOPNOTSUPP);
  return node.options.get(key(level, name)) ?? littleEndian(level === SOL_SOCKET ? initial(node, name) : 0);
}

/** Mirrors sock_getsockopt(): without a length the option is an int. */
function* getOption(rt: Runtime, self: Ref, levelArg: Ref, nameArg: Ref, lengthArg: Ref): Steps<Ref> {
  const [level, name] = [yield* cInt(rt, levelArg), yield* cInt(rt, nameArg)];
  const length = lengthArg === NULL ? 0 : yield* cInt(rt, lengthArg);
  if (length === 0) {
    const bytes = option(rt, nodeOf(rt, self), level, name);
    return rt.newInt(new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true));
  }
  if (length < 0 || length > 1024) raise(rt, OS_ERROR, 'getsockopt buflen out of range');
  return newBytes(rt, option(rt, nodeOf(rt, self), level, name).slice(0, length));
}

function* setOption(rt: Runtime, self: Ref, levelArg: Ref, nameArg: Ref, value: Ref): Steps<Ref> {
  const [level, name] = [yield* cInt(rt, levelArg), yield* cInt(rt, nameArg)];
  const bytes = isInt(rt, value) ? littleEndian(yield* cInt(rt, value)) : value === NONE ? raise(rt, TYPE_ERROR, `a bytes-like object is required, not '${typeName(rt, value)}'`) : bytesLike(rt, value).slice();
  if (bytes.length < 4) raiseOsError(rt, Errno.EINVAL);
  const node = nodeOf(rt, self);
  if (!levels.includes(level)) raiseOsError(rt, Errno.EOPNOTSUPP);
  // The kernel doubles the sizes of buffers, and switches are 0 or 1.
  const number = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  const isSize = level === SOL_SOCKET && (name === SO_SNDBUF || name === SO_RCVBUF);
  node.options.set(key(level, name), isSize ? littleEndian(Math.min(number * 2, bufferSize * 2)) : bytes);
  return NONE;
}

export const optionMethods: readonly NativeFunction[] = [
  suspending('getsockopt', 'level, optname, buflen=, /', (rt, self, [level, name, length]) => getOption(rt, self, level!, name!, length!)),
  suspending('setsockopt', 'level, optname, value, /', (rt, self, [level, name, value]) => setOption(rt, self, level!, name!, value!)),
];
