import { encode } from '../text/codec.ts';
import type { Backing } from './provider.ts';

/** The type bits of a mode. */
export const enum FileType {
  FIFO = 0o010000,
  CHARACTER = 0o020000,
  DIRECTORY = 0o040000,
  REGULAR = 0o100000,
  LINK = 0o120000,
  SOCKET = 0o140000,
  MASK = 0o170000,
}

/** What every kind of file has: an inode. Directories name nodes by number, so a tree is copied node by node. */
export abstract class FileNode {
  links = 1;
  accessed: bigint;
  modified: bigint;
  changed: bigint;
  /** Descriptors that have it open: it lives on without a name as long as there are any. */
  opened = 0;

  constructor(
    readonly number: number,
    /** With the type. */
    public mode: number,
    time: bigint,
  ) {
    this.accessed = this.modified = this.changed = time;
  }

  abstract readonly size: number;
  protected abstract fresh(): FileNode;

  copy(): FileNode {
    const copy = this.fresh();
    copy.links = this.links;
    copy.accessed = this.accessed;
    copy.modified = this.modified;
    copy.changed = this.changed;
    copy.opened = this.opened;
    return copy;
  }

  get type(): FileType {
    return this.mode & FileType.MASK;
  }
}

export class DirectoryNode extends FileNode {
  readonly entries = new Map<string, number>();
  /** Names of the backing that the program has removed. */
  readonly hidden = new Set<string>();

  constructor(
    number: number,
    mode: number,
    time: bigint,
    public parent: number,
    /** Where the host has more entries than the program has made. */
    public backing: Backing | null,
  ) {
    super(number, FileType.DIRECTORY | mode, time);
    this.links = 2;
  }

  get size(): number {
    return 4096;
  }

  protected fresh(): DirectoryNode {
    const copy = new DirectoryNode(this.number, this.mode, this.accessed, this.parent, this.backing);
    for (const [name, number] of this.entries) copy.entries.set(name, number);
    for (const name of this.hidden) copy.hidden.add(name);
    return copy;
  }
}

/** A regular file. Its bytes are its own once it was read or written, before that its backing's. */
export class RegularNode extends FileNode {
  private storage = new Uint8Array(0);

  constructor(
    number: number,
    mode: number,
    time: bigint,
    public backing: Backing | null,
    public size: number,
  ) {
    super(number, FileType.REGULAR | mode, time);
  }

  /** A view, which a change of the length leaves behind. */
  get bytes(): Uint8Array {
    return this.storage.subarray(0, this.size);
  }

  /** Takes over the bytes. */
  fill(bytes: Uint8Array<ArrayBuffer>): void {
    this.backing = null;
    this.storage = bytes;
    this.size = bytes.length;
  }

  /** New bytes are zero. */
  resize(size: number): void {
    if (size > this.storage.length) {
      const wide = new Uint8Array(Math.max(size, Math.min(this.storage.length * 2, this.storage.length + (1 << 20))));
      wide.set(this.bytes);
      this.storage = wide;
    } else if (size < this.size) this.storage.fill(0, size, this.size);
    this.size = size;
  }

  protected fresh(): RegularNode {
    const copy = new RegularNode(this.number, this.mode, this.accessed, this.backing, this.size);
    copy.storage = this.storage.slice(0, this.backing === null ? this.size : 0);
    return copy;
  }
}

export class LinkNode extends FileNode {
  constructor(
    number: number,
    time: bigint,
    readonly target: string,
  ) {
    super(number, FileType.LINK | 0o777, time);
  }

  get size(): number {
    return encode(this.target, 'utf-8', 'surrogateescape').length;
  }

  protected fresh(): LinkNode {
    return new LinkNode(this.number, this.accessed, this.target);
  }
}

export type DeviceName = 'null' | 'zero' | 'full' | 'urandom';

export class DeviceNode extends FileNode {
  constructor(
    number: number,
    time: bigint,
    readonly device: DeviceName,
  ) {
    super(number, FileType.CHARACTER | 0o666, time);
  }

  get size(): number {
    return 0;
  }

  protected fresh(): DeviceNode {
    return new DeviceNode(this.number, this.accessed, this.device);
  }
}

/** A pipe within the program, or the near end of one to the host: then `output` is the descriptor that it stands for. */
export class PipeNode extends FileNode {
  pending: Uint8Array = new Uint8Array(0);
  readers = 0;
  writers = 0;

  constructor(
    number: number,
    time: bigint,
    readonly output: 1 | 2 | null,
  ) {
    super(number, FileType.FIFO | 0o600, time);
  }

  get size(): number {
    return 0;
  }

  protected fresh(): PipeNode {
    const copy = new PipeNode(this.number, this.accessed, this.output);
    copy.pending = this.pending.slice();
    copy.readers = this.readers;
    copy.writers = this.writers;
    return copy;
  }
}

export const enum SocketKind {
  STREAM = 1,
  DATAGRAM = 2,
  SEQUENCE = 5,
}

/** A socket: one end of a pair within the program, or one that is connected to nothing. */
export class SocketNode extends FileNode {
  /** What the other end has sent and this one has not received, as it was sent. */
  pending: Uint8Array[] = [];
  /** The node of the other end; null where there never was one, and when it is closed. */
  peer: number | null = null;
  isConnected = false;
  /** Nothing more is received, or sent. */
  receivesNoMore = false;
  sendsNoMore = false;
  /** What `setsockopt` has set, by level and name. */
  readonly options = new Map<string, Uint8Array>();

  constructor(
    number: number,
    time: bigint,
    readonly family: number,
    readonly kind: SocketKind,
    readonly protocol: number,
  ) {
    super(number, FileType.SOCKET | 0o777, time);
  }

  get size(): number {
    return 0;
  }

  protected fresh(): SocketNode {
    const copy = new SocketNode(this.number, this.accessed, this.family, this.kind, this.protocol);
    copy.pending = this.pending.map((bytes) => bytes.slice());
    copy.peer = this.peer;
    copy.isConnected = this.isConnected;
    copy.receivesNoMore = this.receivesNoMore;
    copy.sendsNoMore = this.sendsNoMore;
    for (const [key, value] of this.options) copy.options.set(key, value.slice());
    return copy;
  }
}

/** What an epoll descriptor watches of another. */
export interface Interest {
  /** Key of the open file description: closing it ends the interest. */
  readonly file: number;
  /** The bits of EPOLL*. */
  events: number;
}

/** What `epoll_create` makes: descriptors to watch, and those last seen ready, in the order in which they are told. */
export class PollNode extends FileNode {
  readonly interests = new Map<number, Interest>();
  ready: number[] = [];

  constructor(number: number, time: bigint) {
    super(number, 0o600, time);
  }

  get size(): number {
    return 0;
  }

  /** An open file description was closed. */
  forget(file: number): void {
    for (const [descriptor, interest] of this.interests) if (interest.file === file) this.interests.delete(descriptor);
  }

  protected fresh(): PollNode {
    const copy = new PollNode(this.number, this.accessed);
    for (const [descriptor, { file, events }] of this.interests) copy.interests.set(descriptor, { file, events });
    copy.ready = this.ready.slice();
    return copy;
  }
}

/** The program's own process, which is over when nobody can see it any more. */
export class ProcessNode extends FileNode {
  constructor(number: number, time: bigint) {
    super(number, 0o600, time);
  }

  get size(): number {
    return 0;
  }

  protected fresh(): ProcessNode {
    return new ProcessNode(this.number, this.accessed);
  }
}
