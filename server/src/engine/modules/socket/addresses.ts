import { OS_ERROR, OVERFLOW_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { Errno } from '../../files/errors.ts';
import { Family } from '../../files/sockets.ts';
import { cInt, textArgument } from '../../objects/arguments.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { libraryOf } from '../../versions/library.ts';

/** The bytes of an address of IPv4; null if it is none. */
function readV4(text: string): Uint8Array | null {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256) ? Uint8Array.from(parts.map(Number)) : null;
}

const showV4 = (bytes: Uint8Array): string => bytes.join('.');

/** The same of IPv6: groups on either side of at most one `::`, the last two of them in the form of IPv4 if need be. */
function readV6(text: string): Uint8Array | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groups = (half: string): number[] | null => {
    if (half === '') return [];
    const found: number[] = [];
    const parts = half.split(':');
    for (const [i, part] of parts.entries()) {
      const v4 = i === parts.length - 1 ? readV4(part) : null;
      if (v4 !== null) found.push(v4[0]! * 256 + v4[1]!, v4[2]! * 256 + v4[3]!);
      else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(parseInt(part, 16));
      else return null;
    }
    return found;
  };
  const head = groups(halves[0]!);
  const tail = halves.length === 2 ? groups(halves[1]!) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const all = [...head, ...Array<number>(missing).fill(0), ...tail];
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 255]));
}

function showV6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => bytes[2 * i]! * 256 + bytes[2 * i + 1]!);
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const text = (from: number, to: number): string => groups.slice(from, to).map((group) => group.toString(16)).join(':');
  return best.start < 0 ? text(0, 8) : `${text(0, best.start)}::${text(best.start + best.length, 8)}`;
}

/** An unsigned number for the network, with its bytes in the other order. */
const swapping = (name: string, bits: 16 | 32): NativeFunction =>
  suspending(name, 'x, /', function* (rt, _module, [x]) {
    const value = yield* index(rt, x!);
    if (value < 0) {
      const words = libraryOf(rt.profile.version).networkNumbers.negative(name, bits);
      raise(rt, words.isValueError ? VALUE_ERROR : OVERFLOW_ERROR, words.message);
    }
    if (value >= 2 ** bits) raise(rt, OVERFLOW_ERROR, libraryOf(rt.profile.version).networkNumbers.tooLarge(name, bits));
    const view = new DataView(new ArrayBuffer(4));
    if (bits === 16) {
      view.setUint16(0, Number(value));
      return rt.newInt(view.getUint16(0, true));
    }
    view.setUint32(0, Number(value));
    return rt.newInt(view.getUint32(0, true));
  });

function* pton(rt: Runtime, familyArg: Ref, textArg: Ref): Steps<Ref> {
  const family = yield* cInt(rt, familyArg);
  const text = textArgument(rt, 'inet_pton', 'argument 2', textArg);
  if (family !== Family.INET && family !== Family.INET6) raiseOsError(rt, Errno.EAFNOSUPPORT);
  const bytes = family === Family.INET ? readV4(text) : readV6(text);
  return bytes === null ? raise(rt, OS_ERROR, 'illegal IP address string passed to inet_pton') : newBytes(rt, bytes);
}

function* ntop(rt: Runtime, familyArg: Ref, packed: Ref): Steps<Ref> {
  const family = yield* cInt(rt, familyArg);
  const bytes = bytesLike(rt, packed);
  if (family !== Family.INET && family !== Family.INET6) raise(rt, VALUE_ERROR, `unknown address family ${family}`);
  if (bytes.length !== (family === Family.INET ? 4 : 16)) raise(rt, VALUE_ERROR, 'invalid length of packed IP address string');
  return rt.newStr(family === Family.INET ? showV4(bytes) : showV6(bytes));
}

export const addressFunctions: readonly NativeFunction[] = [
  ...(['htons', 'ntohs'] as const).map((name) => swapping(name, 16)),
  ...(['htonl', 'ntohl'] as const).map((name) => swapping(name, 32)),
  native('inet_aton', 'ip_addr, /', (rt, _module, [text]) => {
    const bytes = readV4(textArgument(rt, 'inet_aton', 'argument 1', text!));
    return bytes === null ? raise(rt, OS_ERROR, 'illegal IP address string passed to inet_aton') : newBytes(rt, bytes);
  }),
  native('inet_ntoa', 'packed_ip, /', (rt, _module, [packed]) => {
    const bytes = bytesLike(rt, packed!);
    return bytes.length === 4 ? rt.newStr(showV4(bytes)) : raise(rt, OS_ERROR, 'packed IP wrong length for inet_ntoa');
  }),
  suspending('inet_pton', 'address_family, ip_string, /', (rt, _module, [family, text]) => pton(rt, family!, text!)),
  suspending('inet_ntop', 'address_family, packed_ip, /', (rt, _module, [family, packed]) => ntop(rt, family!, packed!)),
];
