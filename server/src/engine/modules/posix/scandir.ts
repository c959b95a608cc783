import type { FileNode } from '../../files/nodes.ts';
import { FileType } from '../../files/nodes.ts';
import { TypeFlag, type Layout } from '../../heap/heap.ts';
import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { FileError } from '../../files/errors.ts';
import { nameLike, pathArgument, releasePath } from './paths.ts';
import { followArgument, newStatResult } from './stat.ts';
import { system } from './system.ts';

export const DIR_ENTRY = moduleTypeHandle();
const SCANDIR_ITERATOR = moduleTypeHandle();

/** Payload of a DirEntry: what the directory itself tells, and what `stat` found, once it was asked. */
class DirEntry {
  stat: Ref = NULL;
  linkStat: Ref = NULL;
  constructor(
    public name: Ref,
    public path: Ref,
    readonly text: string,
    /** Descriptor of the directory that the name is in; null where `text` is a path. */
    readonly directory: number | null,
    readonly inode: number,
    readonly type: FileType,
  ) {}
}

const entryLayout: Layout = {
  traverse: (payload, visit) => {
    const { name, path, stat, linkStat } = payload as DirEntry;
    for (const ref of [name, path, stat, linkStat]) if (ref !== NULL) visit(ref);
  },
  clear: (payload, released) => {
    const entry = payload as DirEntry;
    for (const ref of [entry.name, entry.path, entry.stat, entry.linkStat]) if (ref !== NULL) released.push(ref);
    entry.name = entry.path = entry.stat = entry.linkStat = NULL;
  },
};

const entryOf = (rt: Runtime, self: Ref): DirEntry => rt.heap.payload[self] as DirEntry;

const lookUp = (rt: Runtime, { text, directory }: DirEntry, follow: boolean): Ref =>
  newStatResult(rt, directory === null ? rt.files.stat(text, follow) : rt.files.stat(text, follow, directory));

/** Mirrors DirEntry_get_stat(): each answer is kept. */
function statOf(rt: Runtime, entry: DirEntry, follow: boolean): Ref {
  if (follow && entry.type === FileType.LINK) {
    if (entry.stat === NULL) entry.stat = system(rt, () => lookUp(rt, entry, true), entry.path);
    return entry.stat;
  }
  if (entry.linkStat === NULL) entry.linkStat = system(rt, () => lookUp(rt, entry, false), entry.path);
  return entry.linkStat;
}

/** Mirrors DirEntry_test_mode(): a link that leads nowhere is neither. */
function isOfType(rt: Runtime, entry: DirEntry, type: FileType, follow: boolean): boolean {
  if (entry.type !== FileType.LINK || !follow) return entry.type === type;
  if (entry.stat !== NULL) return (Number(rt.heap.payload[(rt.heap.payload[entry.stat] as Ref[])[0]!]) & FileType.MASK) === type;
  try {
    entry.stat = lookUp(rt, entry, true);
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
  return isOfType(rt, entry, type, follow);
}

const question = (name: string, type: FileType): NativeFunction =>
  suspending(name, '*, follow_symlinks=True', function* (rt, self, [follow]) {
    return rt.newBool(isOfType(rt, entryOf(rt, self), type, yield* followArgument(rt, follow!)));
  });

function* showEntry(rt: Runtime, self: Ref): Steps<Ref> {
  const name = yield* settle(rt, repr(rt, entryOf(rt, self).name));
  const text = `<DirEntry ${rt.text(name)}>`;
  rt.heap.decref(name);
  return rt.newStr(text);
}

defineType({
  handle: DIR_ENTRY,
  name: 'DirEntry',
  module: 'posix',
  flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: entryLayout,
  slots: { tp_repr: (rt, self) => begin(rt, showEntry(rt, self)) },
  methods: [
    question('is_dir', FileType.DIRECTORY),
    question('is_file', FileType.REGULAR),
    native('is_symlink', '', (rt, self) => rt.newBool(entryOf(rt, self).type === FileType.LINK)),
    native('is_junction', '', (rt) => rt.newBool(false)),
    suspending('stat', '*, follow_symlinks=True', function* (rt, self, [follow]) {
      return rt.heap.incref(statOf(rt, entryOf(rt, self), yield* followArgument(rt, follow!)));
    }),
    native('inode', '', (rt, self) => rt.newInt(entryOf(rt, self).inode)),
    native('__fspath__', '', (rt, self) => rt.heap.incref(entryOf(rt, self).path)),
    native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
  attributes: [
    { name: 'name', member: true, get: (rt, self) => rt.heap.incref(entryOf(rt, self).name) },
    { name: 'path', member: true, get: (rt, self) => rt.heap.incref(entryOf(rt, self).path) },
  ],
});

/** Payload of the iterator: what is left of a listing taken when it began. */
class ScandirIterator {
  position = 0;
  constructor(
    public names: readonly string[],
    readonly folder: string,
    readonly isBytes: boolean,
    public descriptor: number | null,
    /** No path was given: entries are below the working directory and show their name alone. */
    readonly showsNames: boolean,
  ) {}
}

const iteratorOf = (rt: Runtime, self: Ref): ScandirIterator => rt.heap.payload[self] as ScandirIterator;

function close(rt: Runtime, self: Ref): void {
  const iterator = iteratorOf(rt, self);
  iterator.names = [];
  const { descriptor } = iterator;
  iterator.descriptor = null;
  if (descriptor !== null) rt.files.descriptors.close(descriptor);
}

/** The next entry; a name that is gone meanwhile is passed over. */
function next(rt: Runtime, self: Ref): Ref {
  const iterator = iteratorOf(rt, self);
  for (;;) {
    const name = iterator.names[iterator.position++];
    if (name === undefined) {
      close(rt, self);
      return NULL;
    }
    const { folder, descriptor } = iterator;
    const text = folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`;
    let node: FileNode;
    try {
      node = descriptor === null ? rt.files.find(text, false) : rt.files.find(name, false, descriptor);
    } catch (error) {
      if (error instanceof FileError) continue;
      throw error;
    }
    const path = iterator.showsNames ? name : text;
    const entry = new DirEntry(nameLike(rt, iterator, name), nameLike(rt, iterator, path), descriptor === null ? text : name, descriptor, node.number, node.type);
    return rt.heap.allocate(DIR_ENTRY, entry);
  }
}

defineType({
  handle: SCANDIR_ITERATOR,
  name: 'ScandirIterator',
  module: 'posix',
  flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: { traverse: () => {}, clear: () => {} },
  slots: {
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: next,
    tp_finalize: (rt, self) => {
      close(rt, self);
      return NULL;
    },
  },
  methods: [
    native('__enter__', '', (rt, self) => rt.heap.incref(self)),
    native('__exit__', '*args', (rt, self) => {
      close(rt, self);
      return NONE;
    }),
    native('close', '', (rt, self) => {
      close(rt, self);
      return NONE;
    }),
  ],
});

/** Mirrors os_scandir_impl(). */
export const scandir = suspending('scandir', 'path=None', function* (rt, _module, [argument]) {
  const path = yield* pathArgument(rt, 'scandir', argument!, { descriptor: true, none: true });
  try {
    const { descriptor, object, text, isBytes } = path;
    const names = system(rt, () => rt.files.list(descriptor ?? text), object);
    const own = descriptor === null ? null : system(rt, () => rt.files.descriptors.duplicate(descriptor, false), object);
    const folder = object === NULL ? './' : descriptor === null ? text : '';
    return rt.heap.allocate(SCANDIR_ITERATOR, new ScandirIterator(names, folder, isBytes, own, descriptor !== null));
  } finally {
    releasePath(rt, path);
  }
});
