import { concat } from '../text/bytes.ts';
import { Errno, fail } from './errors.ts';
import { DeviceNode, DirectoryNode, PipeNode, PollNode, RegularNode, SocketNode, type FileNode } from './nodes.ts';
import type { FileHost } from './provider.ts';
import { closeSocket, receive, send } from './sockets.ts';
import type { FileTree } from './tree.ts';
import { pipeCapacity, WouldBlock } from './waiting.ts';

export const enum OpenFlag {
  RDONLY = 0,
  WRONLY = 1,
  RDWR = 2,
  ACCMODE = 3,
  CREAT = 0o100,
  EXCL = 0o200,
  NOCTTY = 0o400,
  TRUNC = 0o1000,
  APPEND = 0o2000,
  NONBLOCK = 0o4000,
  DIRECTORY = 0o200000,
  NOFOLLOW = 0o400000,
  CLOEXEC = 0o2000000,
  PATH = 0o10000000,
  TMPFILE = 0o20200000,
}

export const enum Whence {
  SET,
  CUR,
  END,
  DATA,
  HOLE,
}

/** An open file description: what descriptors made by `dup` have in common. */
export class OpenFile {
  offset = 0;
  /** Descriptors that stand for it. */
  references = 0;
  constructor(
    readonly node: number,
    public flags: number,
  ) {}

  get reads(): boolean {
    return (this.flags & OpenFlag.ACCMODE) !== OpenFlag.WRONLY && (this.flags & OpenFlag.PATH) === 0;
  }

  get writes(): boolean {
    return (this.flags & OpenFlag.ACCMODE) !== OpenFlag.RDONLY && (this.flags & OpenFlag.PATH) === 0;
  }
}

export interface Descriptor {
  /** Key of the description. */
  readonly file: number;
  inheritable: boolean;
}

const mostDescriptors = 1024;
const largestFile = 2 ** 63 - 1;
const nothing = new Uint8Array(0);

/** The descriptors of the program and what they stand for. */
export class Descriptors {
  private readonly files = new Map<number, OpenFile>();
  private readonly table = new Map<number, Descriptor>();
  private nextFile = 1;
  /** Nodes of the epoll descriptors that are open. */
  private readonly polls = new Set<number>();
  /** State of the device of random bytes. */
  private random = 1n;

  constructor(
    private readonly tree: FileTree,
    private readonly host: FileHost,
  ) {}

  copy(tree: FileTree, host: FileHost): Descriptors {
    const copy = new Descriptors(tree, host);
    for (const [key, file] of this.files) {
      const twin = new OpenFile(file.node, file.flags);
      twin.offset = file.offset;
      twin.references = file.references;
      copy.files.set(key, twin);
    }
    for (const [number, { file, inheritable }] of this.table) copy.table.set(number, { file, inheritable });
    for (const poll of this.polls) copy.polls.add(poll);
    copy.nextFile = this.nextFile;
    copy.random = this.random;
    return copy;
  }

  /** A descriptor of a description; null where there is none any more. */
  description(key: number): OpenFile | null {
    return this.files.get(key) ?? null;
  }

  has(descriptor: number): boolean {
    return this.table.has(descriptor);
  }

  of(descriptor: number): Descriptor {
    return this.table.get(descriptor) ?? fail(Errno.EBADF);
  }

  file(descriptor: number): OpenFile {
    return this.files.get(this.of(descriptor).file)!;
  }

  node(descriptor: number): FileNode {
    return this.tree.node(this.file(descriptor).node);
  }

  /** The lowest descriptor that is free, for a new description of the node. */
  open(node: FileNode, flags: number, inheritable = false): number {
    const descriptor = this.lowestFree(0);
    const key = this.nextFile++;
    this.files.set(key, new OpenFile(node.number, flags));
    this.install(descriptor, key, inheritable);
    node.opened++;
    if (node instanceof PipeNode) {
      if (this.files.get(key)!.reads) node.readers++;
      else node.writers++;
    }
    if (node instanceof PollNode) this.polls.add(node.number);
    return descriptor;
  }

  private lowestFree(from: number): number {
    for (let number = from; number < mostDescriptors; number++) if (!this.table.has(number)) return number;
    return fail(Errno.EMFILE);
  }

  private install(descriptor: number, key: number, inheritable: boolean): void {
    this.table.set(descriptor, { file: key, inheritable });
    this.files.get(key)!.references++;
  }

  close(descriptor: number): void {
    const { file: key } = this.of(descriptor);
    this.table.delete(descriptor);
    const file = this.files.get(key)!;
    if (--file.references > 0) return;
    this.files.delete(key);
    const node = this.tree.node(file.node);
    node.opened--;
    if (node instanceof PipeNode) {
      if (file.reads) node.readers--;
      else node.writers--;
    }
    if (node instanceof SocketNode && node.opened === 0) closeSocket(this.tree, node);
    for (const poll of this.polls) (this.tree.node(poll) as PollNode).forget(key);
    if (node instanceof PollNode && node.opened === 0) this.polls.delete(node.number);
    this.tree.release(node);
    this.host.changed();
  }

  duplicate(descriptor: number, inheritable: boolean, from = 0): number {
    const { file } = this.of(descriptor);
    const copy = this.lowestFree(from);
    this.install(copy, file, inheritable);
    return copy;
  }

  duplicateTo(descriptor: number, target: number, inheritable: boolean): void {
    const { file } = this.of(descriptor);
    if (target < 0 || target >= mostDescriptors) fail(Errno.EBADF);
    if (target === descriptor) return;
    if (this.table.has(target)) this.close(target);
    this.install(target, file, inheritable);
  }

  read(descriptor: number, count: number): Uint8Array {
    const file = this.file(descriptor);
    if (!file.reads) fail(Errno.EBADF);
    const node = this.tree.node(file.node);
    if (node instanceof PipeNode) return this.readPipe(node, file, count);
    if (node instanceof SocketNode) return this.receive(descriptor, count, 0);
    const bytes = this.readAt(node, file.offset, count);
    file.offset += bytes.length;
    return bytes;
  }

  /** The bytes at an offset: fewer at the end of the file, none behind it. */
  readAt(node: FileNode, offset: number, count: number): Uint8Array {
    if (node instanceof DirectoryNode) fail(Errno.EISDIR);
    if (node instanceof PipeNode || node instanceof SocketNode) fail(Errno.ESPIPE);
    if (node instanceof DeviceNode) return this.readDevice(node, count);
    if (!(node instanceof RegularNode)) fail(Errno.EINVAL);
    this.tree.load(node);
    return node.bytes.slice(offset, offset + count);
  }

  private readDevice({ device }: DeviceNode, count: number): Uint8Array {
    if (device === 'null') return nothing;
    this.tree.reserve(count);
    return device === 'urandom' ? this.randomBytes(count) : new Uint8Array(count);
  }

  /** Bytes of a generator with a fixed seed (splitmix64): a run depends on its inputs alone. */
  randomBytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += 8) {
      this.random = BigInt.asUintN(64, this.random + 0x9e3779b97f4a7c15n);
      let word = this.random;
      word = BigInt.asUintN(64, (word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n);
      word = BigInt.asUintN(64, (word ^ (word >> 27n)) * 0x94d049bb133111ebn);
      word ^= word >> 31n;
      for (let i = 0; i < 8 && at + i < count; i++) bytes[at + i] = Number((word >> BigInt(8 * i)) & 0xffn);
    }
    return bytes;
  }

  /** What a socket receives; `flags` are those of recv(2). */
  receive(descriptor: number, count: number, flags: number): Uint8Array {
    const bytes = receive(this.tree, this.socket(descriptor), count, flags, this.file(descriptor));
    this.host.changed();
    return bytes;
  }

  /** Answers how many bytes were taken. */
  send(descriptor: number, bytes: Uint8Array, flags: number): number {
    const count = send(this.tree, this.socket(descriptor), bytes, flags, this.file(descriptor));
    this.host.changed();
    return count;
  }

  socket(descriptor: number): SocketNode {
    const node = this.node(descriptor);
    return node instanceof SocketNode ? node : fail(Errno.ENOTSOCK);
  }

  private readPipe(node: PipeNode, file: OpenFile, count: number): Uint8Array {
    if (node.pending.length === 0 && count !== 0) {
      if (node.writers === 0) return nothing;
      throw (file.flags & OpenFlag.NONBLOCK) !== 0 ? fail(Errno.EAGAIN) : new WouldBlock();
    }
    const bytes = node.pending.slice(0, count);
    node.pending = node.pending.slice(bytes.length);
    this.host.changed();
    return bytes;
  }

  /** Answers how many bytes were taken. */
  write(descriptor: number, bytes: Uint8Array): number {
    const file = this.file(descriptor);
    if (!file.writes) fail(Errno.EBADF);
    const node = this.tree.node(file.node);
    if (node instanceof PipeNode) return this.writePipe(node, file, bytes);
    if (node instanceof SocketNode) return this.send(descriptor, bytes, 0);
    if (node instanceof RegularNode && (file.flags & OpenFlag.APPEND) !== 0) file.offset = node.size;
    const count = this.writeAt(node, file.offset, bytes);
    file.offset += count;
    return count;
  }

  writeAt(node: FileNode, offset: number, bytes: Uint8Array): number {
    if (node instanceof PipeNode || node instanceof SocketNode) fail(Errno.ESPIPE);
    if (node instanceof DeviceNode) return node.device === 'full' && bytes.length !== 0 ? fail(Errno.ENOSPC) : bytes.length;
    if (!(node instanceof RegularNode)) fail(Errno.EINVAL);
    if (bytes.length === 0) return 0;
    this.tree.load(node);
    const end = offset + bytes.length;
    if (end > node.size) this.resize(node, end);
    node.bytes.set(bytes, offset);
    node.modified = node.changed = this.tree.now();
    return bytes.length;
  }

  private writePipe(node: PipeNode, file: OpenFile, bytes: Uint8Array): number {
    if (node.output !== null) {
      this.host.output(node.output, bytes);
      return bytes.length;
    }
    if (node.readers === 0) fail(Errno.EPIPE);
    const room = pipeCapacity - node.pending.length;
    if (bytes.length > room) {
      if ((file.flags & OpenFlag.NONBLOCK) === 0) throw new WouldBlock();
      if (room === 0 || bytes.length <= 4096) fail(Errno.EAGAIN);
    }
    const taken = bytes.subarray(0, room);
    node.pending = concat(node.pending, taken);
    this.host.changed();
    return taken.length;
  }

  seek(descriptor: number, offset: number, whence: Whence): number {
    const file = this.file(descriptor);
    const node = this.tree.node(file.node);
    if (node instanceof PipeNode || node instanceof SocketNode) fail(Errno.ESPIPE);
    if (node instanceof DeviceNode) return whence > Whence.HOLE || whence < 0 ? fail(Errno.EINVAL) : 0;
    const size = node instanceof RegularNode ? node.size : 0;
    let position: number;
    switch (whence) {
      case Whence.SET:
        position = offset;
        break;
      case Whence.CUR:
        position = file.offset + offset;
        break;
      case Whence.END:
        position = size + offset;
        break;
      case Whence.DATA:
      case Whence.HOLE:
        // No file has holes but the one that follows every file.
        if (offset < 0 || offset >= size) fail(Errno.ENXIO);
        position = whence === Whence.DATA ? offset : size;
        break;
      default:
        return fail(Errno.EINVAL);
    }
    if (position < 0 || position > largestFile) fail(Errno.EINVAL);
    file.offset = position;
    return position;
  }

  truncate(descriptor: number, size: number): void {
    const file = this.file(descriptor);
    const node = this.tree.node(file.node);
    if (size < 0 || !file.writes || !(node instanceof RegularNode)) fail(Errno.EINVAL);
    this.setSize(node, size);
  }

  setSize(node: RegularNode, size: number): void {
    this.tree.load(node);
    this.resize(node, size);
    node.modified = node.changed = this.tree.now();
  }

  private resize(node: RegularNode, size: number): void {
    if (size > node.size) this.tree.reserve(size - node.size);
    node.resize(size);
  }
}
