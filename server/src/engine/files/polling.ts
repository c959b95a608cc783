import { Errno, fail } from './errors.ts';
import type { Descriptors, OpenFile } from './descriptors.ts';
import { DeviceNode, DirectoryNode, PipeNode, PollNode, ProcessNode, RegularNode, SocketNode } from './nodes.ts';
import { socketState } from './sockets.ts';
import type { FileTree } from './tree.ts';
import { pipeCapacity, Ready } from './waiting.ts';

const EPOLLONESHOT = 0x40000000;
/** Told without being asked for. */
const always = Ready.ERROR | Ready.HANGUP;
/** Room that a pipe has to have to be written to: a page. */
const pipeRoom = 4096;

/** What could be done with a file without waiting, as bits of POLL*. */
export function readiness(tree: FileTree, descriptors: Descriptors, file: OpenFile): number {
  const node = tree.node(file.node);
  if (node instanceof PipeNode) return pipeReadiness(node, file);
  if (node instanceof SocketNode) {
    const { receives, sends, peerIsDone, isOver } = socketState(tree, node);
    return (receives ? Ready.IN : 0) | (sends ? Ready.OUT : 0) | (peerIsDone ? Ready.PEER_HANGUP : 0) | (isOver ? Ready.HANGUP : 0);
  }
  if (node instanceof PollNode) return poll(tree, descriptors, node, 1, false).length === 0 ? 0 : Ready.IN;
  return node instanceof ProcessNode ? 0 : Ready.IN | Ready.OUT;
}

function pipeReadiness(node: PipeNode, file: OpenFile): number {
  if (file.reads) return (node.pending.length === 0 ? 0 : Ready.IN) | (node.writers === 0 ? Ready.HANGUP : 0);
  if (node.output !== null) return Ready.OUT;
  return (pipeCapacity - node.pending.length >= pipeRoom ? Ready.OUT : 0) | (node.readers === 0 ? Ready.ERROR : 0);
}

export const enum Control {
  ADD = 1,
  REMOVE = 2,
  MODIFY = 3,
}

/** Mirrors epoll_ctl(2): files that never wait cannot be watched. */
export function control(tree: FileTree, descriptors: Descriptors, poller: number, operation: Control, descriptor: number, events: number): void {
  const node = pollNode(descriptors, poller);
  const { file } = descriptors.of(descriptor);
  const watched = tree.node(descriptors.file(descriptor).node);
  if (watched instanceof RegularNode || watched instanceof DirectoryNode || watched instanceof DeviceNode) fail(Errno.EPERM);
  if (watched === node) fail(Errno.EINVAL);
  const isWatched = node.interests.get(descriptor)?.file === file;
  if (operation === Control.ADD) {
    if (isWatched) fail(Errno.EEXIST);
    node.interests.set(descriptor, { file, events });
    return;
  }
  if (!isWatched) fail(Errno.ENOENT);
  if (operation === Control.REMOVE) node.interests.delete(descriptor);
  else node.interests.get(descriptor)!.events = events;
}

export function pollNode(descriptors: Descriptors, descriptor: number): PollNode {
  const node = descriptors.node(descriptor);
  return node instanceof PollNode ? node : fail(Errno.EINVAL);
}

/**
 * What epoll_wait(2) tells of at most `limit` descriptors. Those that are told go behind those that were not.
 */
export function poll(tree: FileTree, descriptors: Descriptors, node: PollNode, limit: number, tells = true): readonly (readonly [descriptor: number, events: number])[] {
  const told: [number, number][] = [];
  const states = new Map<number, number>();
  for (const [descriptor, { file, events }] of node.interests) {
    const description = descriptors.description(file);
    const state = description === null ? 0 : readiness(tree, descriptors, description) & (events | always);
    if (state !== 0 && (events & ~EPOLLONESHOT) !== 0) states.set(descriptor, state);
  }
  const order = [...node.ready.filter((descriptor) => states.has(descriptor)), ...[...states.keys()].filter((descriptor) => !node.ready.includes(descriptor))];
  for (const descriptor of order.slice(0, limit)) told.push([descriptor, states.get(descriptor)!]);
  if (!tells) return told;
  node.ready = [...order.slice(limit), ...told.map(([descriptor]) => descriptor)];
  for (const [descriptor] of told) {
    const interest = node.interests.get(descriptor)!;
    if ((interest.events & EPOLLONESHOT) !== 0) interest.events &= EPOLLONESHOT;
  }
  return told;
}
