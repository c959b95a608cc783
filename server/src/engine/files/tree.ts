import { encode } from '../text/codec.ts';
import { Errno, fail } from './errors.ts';
import { DirectoryNode, LinkNode, RegularNode, type FileNode } from './nodes.ts';
import type { Backing, FileHost } from './provider.ts';

const longestName = 255;
const longestPath = 4096;
const mostLinks = 40;

/** Bytes of a path or name as the operating system sees it. */
export const pathBytes = (text: string): Uint8Array => encode(text, 'utf-8', 'surrogateescape');

/** Where a path leads: a directory and a name in it. The root alone has no name. */
export interface Place {
  readonly directory: DirectoryNode;
  readonly name: string;
  /** Null where nothing has this name. */
  readonly node: FileNode | null;
  /** The path ends in a slash: it can only be a directory's. */
  readonly slash: boolean;
}

/** The nodes of all files and how paths lead to them. */
export class FileTree {
  private readonly nodes = new Map<number, FileNode>();
  private next = 2;

  constructor(private readonly host: FileHost) {}

  copy(host: FileHost): FileTree {
    const copy = new FileTree(host);
    for (const [number, node] of this.nodes) copy.nodes.set(number, node.copy());
    copy.next = this.next;
    return copy;
  }

  now(): bigint {
    return this.host.now();
  }

  /** Adds what `make` makes of a fresh number. */
  add<T extends FileNode>(make: (number: number, time: bigint) => T): T {
    const node = make(this.next++, this.now());
    this.nodes.set(node.number, node);
    return node;
  }

  node(number: number): FileNode {
    return this.nodes.get(number)!;
  }

  directory(number: number): DirectoryNode {
    const node = this.node(number);
    return node instanceof DirectoryNode ? node : fail(Errno.ENOTDIR);
  }

  /** A node that has neither a name nor a descriptor is gone. */
  release(node: FileNode): void {
    if (node.links <= 0 && node.opened === 0) this.nodes.delete(node.number);
  }

  /** The node of a name, made of the backing when it is first asked for. */
  entry(directory: DirectoryNode, name: string): FileNode | null {
    if (name === '.') return directory;
    if (name === '..') return this.node(directory.parent);
    const known = directory.entries.get(name);
    if (known !== undefined) return this.node(known);
    const { backing } = directory;
    if (backing === null || directory.hidden.has(name)) return null;
    const below: Backing = { provider: backing.provider, path: backing.path === '' ? name : `${backing.path}/${name}` };
    const found = this.host.providers[backing.provider]?.lookup(below.path) ?? null;
    if (found === null) return null;
    const node = this.add((number, time) =>
      found.kind === 'directory' ? new DirectoryNode(number, 0o755, time, directory.number, below) : new RegularNode(number, 0o644, time, below, found.size),
    );
    // The host's files are older than the run.
    node.accessed = node.modified = node.changed = this.node(directory.number).modified;
    directory.entries.set(name, node.number);
    return node;
  }

  /** Brings the bytes of a file in, if they are still the host's. */
  load(node: RegularNode): void {
    const { backing } = node;
    if (backing === null) return;
    const found = this.host.providers[backing.provider]?.lookup(backing.path) ?? null;
    if (found?.kind !== 'file') fail(Errno.EIO);
    this.host.reserve(found.size);
    node.fill(Uint8Array.from(found.read()));
  }

  reserve(bytes: number): void {
    this.host.reserve(bytes);
  }

  /** The names in a directory, those of the host first. */
  names(directory: DirectoryNode): readonly string[] {
    const { backing, entries, hidden } = directory;
    const offered = backing === null ? [] : (this.host.providers[backing.provider]?.list(backing.path) ?? []);
    return [...new Set([...offered.filter((name) => entries.has(name) || !hidden.has(name)), ...entries.keys()])];
  }

  /** Follows a path from a directory (path_resolution(7)); `follow`: also a symbolic link at its end. */
  resolve(from: number, path: string, follow: boolean): Place {
    if (path === '') fail(Errno.ENOENT);
    if (pathBytes(path).length >= longestPath) fail(Errno.ENAMETOOLONG);
    let directory = this.directory(path.startsWith('/') ? root : from);
    const left = components(path);
    const slash = path.endsWith('/');
    let links = 0;
    while (left.length !== 0) {
      const name = left.shift()!;
      if (name.length * 3 > longestName && pathBytes(name).length > longestName) fail(Errno.ENAMETOOLONG);
      const node = this.entry(directory, name);
      const isLast = left.length === 0;
      if (node instanceof LinkNode && (!isLast || follow || slash)) {
        if (++links > mostLinks) fail(Errno.ELOOP);
        if (node.target.startsWith('/')) directory = this.directory(root);
        left.unshift(...components(node.target));
        if (left.length === 0) return { directory, name: '.', node: directory, slash };
        continue;
      }
      if (isLast) {
        if (slash && node !== null && !(node instanceof DirectoryNode)) fail(Errno.ENOTDIR);
        return { directory, name, node, slash };
      }
      if (node === null) fail(Errno.ENOENT);
      if (!(node instanceof DirectoryNode)) fail(Errno.ENOTDIR);
      directory = node;
    }
    return { directory, name: '.', node: directory, slash };
  }

  /** The node at a path. */
  find(from: number, path: string, follow: boolean): FileNode {
    return this.resolve(from, path, follow).node ?? fail(Errno.ENOENT);
  }

  /** The absolute path of a directory; null for one that was removed. */
  pathOf(directory: DirectoryNode): string | null {
    const names: string[] = [];
    let at = directory;
    while (at.number !== root) {
      const parent = this.directory(at.parent);
      const name = [...parent.entries].find(([, number]) => number === at.number)?.[0];
      if (name === undefined) return null;
      names.unshift(name);
      at = parent;
    }
    return `/${names.join('/')}`;
  }
}

/** The number of the root directory. */
export const root = 2;

const components = (path: string): string[] => path.split('/').filter((name) => name !== '');
