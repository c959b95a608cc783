import { Descriptors, OpenFlag } from './descriptors.ts';
import { Errno, fail } from './errors.ts';
import * as names from './names.ts';
import { type DeviceName, DeviceNode, DirectoryNode, FileType, LinkNode, PipeNode, PollNode, ProcessNode, RegularNode, SocketNode, type FileNode } from './nodes.ts';
import * as polling from './polling.ts';
import type { Backing, FileHost } from './provider.ts';
import { checkSocket, Family, shutdown } from './sockets.ts';
import { FileTree, root } from './tree.ts';

/** What `stat` tells. Times are nanoseconds since 1970. */
export interface FileStat {
  readonly mode: number;
  readonly number: number;
  readonly device: number;
  readonly links: number;
  readonly size: number;
  readonly accessed: bigint;
  readonly modified: bigint;
  readonly changed: bigint;
  /** Major and minor number of a device file. */
  readonly deviceFile: number;
}

/** Stands for the working directory where a descriptor of one may be given (AT_FDCWD). */
export const WORKING_DIRECTORY = -100;

const deviceNumbers: Readonly<Record<DeviceName, number>> = { null: 0x103, zero: 0x105, full: 0x107, urandom: 0x109 };

/**
 * The files, descriptors, working directory and file mode mask of one process, all in memory: a program of the superuser,
 * on an empty machine where only the host's folders have something in them. What it writes is nowhere else.
 * Operations are the system calls of these names; they throw FileError. All of it is plain data but for the host.
 */
export class FileSystem {
  private constructor(
    private readonly host: FileHost,
    readonly tree: FileTree,
    readonly descriptors: Descriptors,
    private working: number,
    private mask: number,
  ) {}

  /** A machine as the program finds it: 1 the folders of Unix; 2 devices; 3 the standard streams on 0, 1 and 2. */
  static create(host: FileHost): FileSystem {
    const tree = new FileTree(host);
    const files = new FileSystem(host, tree, new Descriptors(tree, host), root, 0o22);
    // 1
    tree.add((number, time) => new DirectoryNode(number, 0o755, time, root, null)).opened++;
    for (const path of ['/bin', '/dev', '/etc', '/home', '/root', '/tmp', '/usr', '/usr/bin', '/usr/lib', '/var', '/var/tmp']) names.makeDirectory(tree, root, path, 0o755);
    for (const path of ['/tmp', '/var/tmp']) files.chmod(path, 0o1777);
    // 2
    for (const device of ['null', 'zero', 'full', 'urandom'] as const) {
      names.enter(
        tree,
        names.vacancy(tree, root, `/dev/${device}`),
        tree.add((number, time) => new DeviceNode(number, time, device)),
      );
    }
    // 3
    files.open('/dev/null', OpenFlag.RDONLY, 0, WORKING_DIRECTORY, true);
    for (const output of [1, 2] as const) {
      const pipe = tree.add((number, time) => new PipeNode(number, time, output));
      files.descriptors.open(pipe, OpenFlag.WRONLY, true);
    }
    return files;
  }

  /** The same files and descriptors for another run. */
  copy(host: FileHost): FileSystem {
    const tree = this.tree.copy(host);
    return new FileSystem(host, tree, this.descriptors.copy(tree, host), this.working, this.mask);
  }

  /** Shows a provider's tree at an absolute path; folders on the way are made. */
  mount(path: string, backing: Backing): void {
    this.makeDirectories(path);
    const node = this.find(path);
    if (node instanceof DirectoryNode) node.backing = backing;
  }

  /** Makes a folder and those it lies in, as far as there are none. */
  makeDirectories(path: string): void {
    const parts = path.split('/');
    for (let end = 2; end <= parts.length; end++) {
      const part = parts.slice(0, end).join('/');
      if (this.tree.resolve(root, part, true).node === null) names.makeDirectory(this.tree, root, part, 0o755);
    }
  }

  private start(at: number): number {
    return at === WORKING_DIRECTORY ? this.working : this.descriptors.file(at).node;
  }

  /** The node at a path, which is relative to the descriptor `at` of a directory. */
  find(path: string, follow = true, at = WORKING_DIRECTORY): FileNode {
    return this.tree.find(path.startsWith('/') ? root : this.start(at), path, follow);
  }

  stat(path: string, follow = true, at = WORKING_DIRECTORY): FileStat {
    return statOf(this.find(path, follow, at));
  }

  fstat(descriptor: number): FileStat {
    return statOf(this.descriptors.node(descriptor));
  }

  /** Mirrors open(2): 1 the node; 2 what the flags ask of it; 3 a descriptor. */
  open(path: string, flags: number, mode: number, at = WORKING_DIRECTORY, inheritable = false): number {
    // 1
    const creates = (flags & OpenFlag.CREAT) !== 0;
    const exclusive = creates && (flags & OpenFlag.EXCL) !== 0;
    const place = this.tree.resolve(path.startsWith('/') ? root : this.start(at), path, !exclusive && (flags & OpenFlag.NOFOLLOW) === 0);
    let { node } = place;
    if (node === null) {
      if (!creates || place.directory.links === 0) fail(Errno.ENOENT);
      if (place.slash) fail(Errno.EISDIR);
      node = this.tree.add((number, time) => new RegularNode(number, mode & ~this.mask & 0o7777, time, null, 0));
      names.enter(this.tree, place, node);
    } else {
      // 2
      if (exclusive) fail(Errno.EEXIST);
      if (node instanceof LinkNode && (flags & OpenFlag.PATH) === 0) fail(Errno.ELOOP);
      const isDirectory = node instanceof DirectoryNode;
      if (isDirectory && ((flags & OpenFlag.ACCMODE) !== OpenFlag.RDONLY || creates)) fail(Errno.EISDIR);
      if (!isDirectory && (flags & OpenFlag.DIRECTORY) !== 0) fail(Errno.ENOTDIR);
      if (node instanceof RegularNode && (flags & OpenFlag.TRUNC) !== 0) this.descriptors.setSize(node, 0);
    }
    // 3
    return this.descriptors.open(node, flags & ~(OpenFlag.CREAT | OpenFlag.EXCL | OpenFlag.TRUNC | OpenFlag.CLOEXEC), inheritable);
  }

  /** Both ends of a new pipe. */
  pipe(flags: number): readonly [reading: number, writing: number] {
    const node = this.tree.add((number, time) => new PipeNode(number, time, null));
    node.links = 0;
    const reading = this.descriptors.open(node, OpenFlag.RDONLY | flags);
    return [reading, this.descriptors.open(node, OpenFlag.WRONLY | flags)];
  }

  /** A new socket that is connected to nothing. */
  socket(family: number, kind: number, protocol: number): number {
    return this.descriptors.open(this.newSocket(family, kind, protocol), OpenFlag.RDWR);
  }

  /** Both ends of a new connection. */
  socketPair(family: number, kind: number, protocol: number): readonly [number, number] {
    const [one, other] = [this.newSocket(family, kind, protocol), this.newSocket(family, kind, protocol)];
    if (family !== Family.UNIX) fail(Errno.EOPNOTSUPP);
    one.isConnected = other.isConnected = true;
    one.peer = other.number;
    other.peer = one.number;
    return [this.descriptors.open(one, OpenFlag.RDWR), this.descriptors.open(other, OpenFlag.RDWR)];
  }

  private newSocket(family: number, kind: number, protocol: number): SocketNode {
    checkSocket(family, kind, protocol);
    const node = this.tree.add((number, time) => new SocketNode(number, time, family, kind, protocol));
    node.links = 0;
    return node;
  }

  shutdown(descriptor: number, how: number): void {
    shutdown(this.descriptors.socket(descriptor), how);
    this.host.changed();
  }

  /** Closes a descriptor that nobody can be told of; the program may have closed it itself. */
  drop(descriptor: number): void {
    if (this.descriptors.has(descriptor)) this.descriptors.close(descriptor);
  }

  /** A descriptor that watches others (epoll_create). */
  newPoll(): number {
    const node = this.tree.add((number, time) => new PollNode(number, time));
    node.links = 0;
    return this.descriptors.open(node, OpenFlag.RDWR);
  }

  /** A descriptor of the program's own process (pidfd_open). */
  openProcess(): number {
    const node = this.tree.add((number, time) => new ProcessNode(number, time));
    node.links = 0;
    return this.descriptors.open(node, OpenFlag.RDWR);
  }

  pollControl(poller: number, operation: polling.Control, descriptor: number, events: number): void {
    polling.control(this.tree, this.descriptors, poller, operation, descriptor, events);
    this.host.changed();
  }

  /** What is ready of what an epoll descriptor watches, at most `limit` of it. */
  poll(poller: number, limit: number): readonly (readonly [descriptor: number, events: number])[] {
    return polling.poll(this.tree, this.descriptors, polling.pollNode(this.descriptors, poller), limit);
  }

  /** What could be done with a descriptor without waiting, as bits of POLL*. */
  readiness(descriptor: number): number {
    return polling.readiness(this.tree, this.descriptors, this.descriptors.file(descriptor));
  }

  /** A directory's names, by path or by descriptor. */
  list(directory: string | number): readonly string[] {
    const node = typeof directory === 'number' ? this.descriptors.node(directory) : this.find(directory);
    return node instanceof DirectoryNode ? this.tree.names(node) : fail(Errno.ENOTDIR);
  }

  mkdir(path: string, mode: number, at = WORKING_DIRECTORY): void {
    names.makeDirectory(this.tree, this.start(at), path, mode & ~this.mask & 0o1777);
  }

  rmdir(path: string, at = WORKING_DIRECTORY): void {
    names.removeDirectory(this.tree, this.start(at), path);
  }

  unlink(path: string, at = WORKING_DIRECTORY): void {
    names.unlink(this.tree, this.start(at), path);
  }

  rename(from: string, to: string, fromAt = WORKING_DIRECTORY, toAt = WORKING_DIRECTORY): void {
    names.rename(this.tree, this.start(fromAt), from, this.start(toAt), to);
  }

  link(from: string, to: string, follow: boolean, fromAt = WORKING_DIRECTORY, toAt = WORKING_DIRECTORY): void {
    names.addName(this.tree, this.find(from, follow, fromAt), this.start(toAt), to);
  }

  symlink(target: string, path: string, at = WORKING_DIRECTORY): void {
    names.makeLink(this.tree, this.start(at), path, target);
  }

  readlink(path: string, at = WORKING_DIRECTORY): string {
    const node = this.find(path, false, at);
    return node instanceof LinkNode ? node.target : fail(Errno.EINVAL);
  }

  chmod(file: string | number, mode: number, follow = true, at = WORKING_DIRECTORY): void {
    const node = this.nodeOf(file, follow, at);
    node.mode = node.type | (mode & 0o7777);
    node.changed = this.host.now();
  }

  setTimes(file: string | number, accessed: bigint, modified: bigint, follow = true, at = WORKING_DIRECTORY): void {
    const node = this.nodeOf(file, follow, at);
    node.accessed = accessed;
    node.modified = modified;
    node.changed = this.host.now();
  }

  nodeOf(file: string | number, follow = true, at = WORKING_DIRECTORY): FileNode {
    return typeof file === 'number' ? this.descriptors.node(file) : this.find(file, follow, at);
  }

  truncate(file: string | number, size: number): void {
    if (typeof file === 'number') {
      this.descriptors.truncate(file, size);
      return;
    }
    const node = this.find(file);
    if (node instanceof DirectoryNode) fail(Errno.EISDIR);
    if (!(node instanceof RegularNode) || size < 0) fail(Errno.EINVAL);
    this.descriptors.setSize(node, size);
  }

  access(path: string, mode: number, follow = true, at = WORKING_DIRECTORY): boolean {
    return names.mayAccess(this.find(path, follow, at), mode);
  }

  chdir(directory: string | number): void {
    const node = this.nodeOf(directory);
    if (!(node instanceof DirectoryNode)) fail(Errno.ENOTDIR);
    node.opened++;
    const before = this.tree.node(this.working);
    before.opened--;
    this.working = node.number;
    this.tree.release(before);
  }

  getcwd(): string {
    return this.tree.pathOf(this.tree.directory(this.working)) ?? fail(Errno.ENOENT);
  }

  /** Sets the file mode mask and answers the one before. */
  umask(mask: number): number {
    const before = this.mask;
    this.mask = mask & 0o777;
    return before;
  }

  /** All bytes of the file at a path. */
  readFile(path: string): Uint8Array {
    return this.descriptors.readAt(this.find(path), 0, Infinity);
  }
}

function deviceOf(node: FileNode): number {
  switch (node.type) {
    case FileType.FIFO:
      return 15;
    case FileType.CHARACTER:
      return 6;
    case FileType.SOCKET:
      return 9;
    default:
      return 2049;
  }
}

function statOf(node: FileNode): FileStat {
  return {
    mode: node.mode,
    number: node.number,
    device: deviceOf(node),
    links: node.links,
    size: node.size,
    accessed: node.accessed,
    modified: node.modified,
    changed: node.changed,
    deviceFile: node instanceof DeviceNode ? deviceNumbers[node.device] : 0,
  };
}
