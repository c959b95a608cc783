import { concat } from '../text/bytes.ts';
import { Errno, fail } from './errors.ts';
import { SocketKind, type SocketNode } from './nodes.ts';
import type { FileTree } from './tree.ts';
import { WouldBlock } from './waiting.ts';

export const enum Family {
  UNIX = 1,
  INET = 2,
  INET6 = 10,
}

export const enum MessageFlag {
  PEEK = 2,
  DONTWAIT = 0x40,
}

/** O_NONBLOCK of an open file description. */
const nonBlocking = 0o4000;

/** What fits between the two ends of a pair on Linux: so many bytes, so many messages. */
const mostBytes = 219264;
const mostMessages = 278;

/** What the flags of a description say about waiting. */
interface Description {
  readonly flags: number;
}

/** Mirrors socket(2) for what a program can make here: 1 the family; 2 the kind; 3 the protocol. */
export function checkSocket(family: number, kind: number, protocol: number): void {
  // 1
  if (family !== Family.UNIX && family !== Family.INET && family !== Family.INET6) fail(Errno.EAFNOSUPPORT);
  // 2
  const isStream = kind === SocketKind.STREAM;
  if (!isStream && kind !== SocketKind.DATAGRAM && !(kind === SocketKind.SEQUENCE && family === Family.UNIX)) fail(kind > 0 && kind < 6 ? Errno.EPROTONOSUPPORT : Errno.EINVAL);
  // 3
  if (protocol < 0 || protocol > 255) fail(Errno.EINVAL);
  const own = family === Family.UNIX ? 1 : isStream ? 6 : 17;
  if (protocol !== 0 && protocol !== own) fail(Errno.EPROTONOSUPPORT);
}

const peerOf = (tree: FileTree, { peer }: SocketNode): SocketNode | null => (peer === null ? null : (tree.node(peer) as SocketNode));

/** The other end of a socket that is closed finds nobody there. */
export function closeSocket(tree: FileTree, node: SocketNode): void {
  const peer = peerOf(tree, node);
  if (peer !== null) peer.peer = null;
  node.peer = null;
}

/** Nothing more will come. */
const isAtEnd = (tree: FileTree, node: SocketNode): boolean => node.receivesNoMore || (node.isConnected && (peerOf(tree, node)?.sendsNoMore ?? true));

const waits = (flags: number, description: Description): boolean => ((description.flags & nonBlocking) | (flags & MessageFlag.DONTWAIT)) === 0;

const block = (flags: number, description: Description): never => {
  throw waits(flags, description) ? new WouldBlock() : fail(Errno.EAGAIN);
};

/** Mirrors recv(2): of a stream as many bytes as there are, else one message, cut off at `count`. */
export function receive(tree: FileTree, node: SocketNode, count: number, flags: number, description: Description): Uint8Array {
  const { pending, kind } = node;
  const isStream = kind === SocketKind.STREAM;
  if (!node.isConnected && kind !== SocketKind.DATAGRAM) fail(node.family === Family.UNIX ? Errno.EINVAL : Errno.ENOTCONN);
  if (pending.length === 0) {
    if (isAtEnd(tree, node) && (kind !== SocketKind.DATAGRAM || node.receivesNoMore)) return new Uint8Array(0);
    if (count === 0 && isStream) return new Uint8Array(0);
    return block(flags, description);
  }
  const keeps = (flags & MessageFlag.PEEK) !== 0;
  if (!isStream) return (keeps ? pending[0]! : pending.shift()!).slice(0, count);
  const whole = concat(...pending);
  const bytes = whole.slice(0, count);
  if (!keeps) node.pending = bytes.length === whole.length ? [] : [whole.slice(bytes.length)];
  return bytes;
}

/** Mirrors send(2). */
export function send(tree: FileTree, node: SocketNode, bytes: Uint8Array, flags: number, description: Description): number {
  if (!node.isConnected) fail(node.kind === SocketKind.STREAM && node.family !== Family.UNIX ? Errno.EPIPE : Errno.ENOTCONN);
  const peer = peerOf(tree, node);
  if (node.sendsNoMore || peer === null || peer.receivesNoMore) fail(peer === null && node.kind === SocketKind.DATAGRAM ? Errno.ENOTCONN : Errno.EPIPE);
  const isStream = node.kind === SocketKind.STREAM;
  if (!isStream && bytes.length > mostBytes) fail(Errno.EMSGSIZE);
  if (isStream && bytes.length === 0) return 0;
  const room = roomFor(peer);
  if (room === 0 || (!isStream && bytes.length > room)) return block(flags, description);
  const taken = bytes.slice(0, room);
  tree.reserve(taken.length);
  peer.pending.push(taken);
  return taken.length;
}

function roomFor(peer: SocketNode): number {
  if (peer.pending.length >= mostMessages) return 0;
  return Math.max(0, mostBytes - peer.pending.reduce((sum, { length }) => sum + length, 0));
}

/** Mirrors shutdown(2): 0 ends receiving, 1 sending, 2 both. */
export function shutdown(node: SocketNode, how: number): void {
  if (how < 0 || how > 2) fail(Errno.EINVAL);
  if (!node.isConnected) fail(Errno.ENOTCONN);
  if (how !== 1) node.receivesNoMore = true;
  if (how !== 0) node.sendsNoMore = true;
}

/** Whether there is something to receive, or its end; whether something can be sent; whether both directions are over. */
export function socketState(tree: FileTree, node: SocketNode): { readonly receives: boolean; readonly sends: boolean; readonly peerIsDone: boolean; readonly isOver: boolean } {
  const peer = peerOf(tree, node);
  const isStream = node.kind !== SocketKind.DATAGRAM;
  if (!node.isConnected) return { receives: false, sends: true, peerIsDone: false, isOver: isStream };
  const atEnd = isStream ? isAtEnd(tree, node) : node.receivesNoMore;
  return {
    receives: node.pending.length !== 0 || atEnd,
    sends: peer === null || roomFor(peer) !== 0,
    peerIsDone: atEnd,
    isOver: isStream && (peer === null || (atEnd && node.sendsNoMore)),
  };
}
