import { Errno, fail } from './errors.ts';
import { DirectoryNode, FileType, LinkNode, type FileNode } from './nodes.ts';
import { type FileTree, type Place, root } from './tree.ts';

/** Operations on names: what links, unlinks and renames do to directories. */

/** A path that must not lead anywhere yet. */
export function vacancy(tree: FileTree, from: number, path: string, forDirectory = false): Place {
  const place = tree.resolve(from, path, false);
  if (place.node !== null || place.name === '.' || place.name === '..') fail(Errno.EEXIST);
  if (place.slash && !forDirectory) fail(Errno.ENOENT);
  if (place.directory.links === 0) fail(Errno.ENOENT);
  return place;
}

/** Enters a node under a name. */
export function enter(tree: FileTree, { directory, name }: Place, node: FileNode): void {
  directory.entries.set(name, node.number);
  touch(tree, directory);
}

/** Takes a name out of its directory. */
function remove(tree: FileTree, { directory, name }: Place): void {
  directory.entries.delete(name);
  if (directory.backing !== null) directory.hidden.add(name);
  touch(tree, directory);
}

function touch(tree: FileTree, directory: DirectoryNode): void {
  directory.modified = directory.changed = tree.now();
}

export function makeDirectory(tree: FileTree, from: number, path: string, mode: number): DirectoryNode {
  const place = vacancy(tree, from, path, true);
  const node = tree.add((number, time) => new DirectoryNode(number, mode, time, place.directory.number, null));
  enter(tree, place, node);
  place.directory.links++;
  return node;
}

export function makeLink(tree: FileTree, from: number, path: string, target: string): void {
  if (target === '') fail(Errno.ENOENT);
  const place = vacancy(tree, from, path);
  enter(
    tree,
    place,
    tree.add((number, time) => new LinkNode(number, time, target)),
  );
}

/** A second name for a file. */
export function addName(tree: FileTree, node: FileNode, from: number, path: string): void {
  const place = vacancy(tree, from, path);
  if (node instanceof DirectoryNode) fail(Errno.EPERM);
  enter(tree, place, node);
  node.links++;
  node.changed = tree.now();
}

export function unlink(tree: FileTree, from: number, path: string): void {
  const place = tree.resolve(from, path, false);
  const { node } = place;
  if (node === null) fail(Errno.ENOENT);
  if (node instanceof DirectoryNode) fail(Errno.EISDIR);
  remove(tree, place);
  dropName(tree, node);
}

function dropName(tree: FileTree, node: FileNode): void {
  node.links--;
  node.changed = tree.now();
  tree.release(node);
}

export function removeDirectory(tree: FileTree, from: number, path: string): void {
  const place = tree.resolve(from, path, false);
  const { node } = place;
  if (node === null) fail(Errno.ENOENT);
  if (!(node instanceof DirectoryNode)) fail(Errno.ENOTDIR);
  if (node.number === root) fail(Errno.EBUSY);
  if (/(^|\/)\.\/*$/.test(path)) fail(Errno.EINVAL);
  if (place.name === '..' || tree.names(node).length !== 0) fail(Errno.ENOTEMPTY);
  remove(tree, place);
  dropDirectory(tree, place.directory, node);
}

function dropDirectory(tree: FileTree, parent: DirectoryNode, node: DirectoryNode): void {
  parent.links--;
  node.links = 0;
  node.changed = tree.now();
  // It stays as long as it is somebody's working directory: that is for the file system to say.
  if (node.opened === 0) tree.release(node);
}

/** Mirrors rename(2): what has the new name already is replaced. */
export function rename(tree: FileTree, from: number, oldPath: string, to: number, newPath: string): void {
  const source = tree.resolve(from, oldPath, false);
  const target = tree.resolve(to, newPath, false);
  const { node } = source;
  if (node === null) fail(Errno.ENOENT);
  if ([source.name, target.name].some((name) => name === '.' || name === '..')) fail(Errno.EBUSY);
  if (target.slash && !(node instanceof DirectoryNode)) fail(Errno.ENOTDIR);
  if (node === target.node) return;
  if (node instanceof DirectoryNode && isWithin(tree, target.directory, node)) fail(Errno.EINVAL);
  const replaced = target.node;
  if (replaced !== null) {
    if (node instanceof DirectoryNode && !(replaced instanceof DirectoryNode)) fail(Errno.ENOTDIR);
    if (!(node instanceof DirectoryNode) && replaced instanceof DirectoryNode) fail(Errno.EISDIR);
    if (replaced instanceof DirectoryNode && (tree.names(replaced).length !== 0 || isWithin(tree, source.directory, replaced))) fail(Errno.ENOTEMPTY);
  }
  remove(tree, source);
  enter(tree, target, node);
  node.changed = tree.now();
  if (node instanceof DirectoryNode && source.directory !== target.directory) {
    source.directory.links--;
    target.directory.links++;
    node.parent = target.directory.number;
  }
  if (replaced instanceof DirectoryNode) dropDirectory(tree, target.directory, replaced);
  else if (replaced !== null) dropName(tree, replaced);
}

function isWithin(tree: FileTree, directory: DirectoryNode, ancestor: DirectoryNode): boolean {
  for (let at = directory; ; at = tree.directory(at.parent)) {
    if (at === ancestor) return true;
    if (at.number === root) return false;
  }
}

/** What the superuser may do with a file: everything, but run one that nobody may run. */
export function mayAccess(node: FileNode, mode: number): boolean {
  const executes = (mode & 1) !== 0;
  return !executes || node.type === FileType.DIRECTORY || (node.mode & 0o111) !== 0;
}
