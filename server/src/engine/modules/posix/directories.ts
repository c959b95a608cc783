import { FLOAT, NONE, OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { encode } from '../../text/codec.ts';
import { isTuple } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newBytes, newList } from '../../objects/core/make.ts';
import { suspending, native, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';

import { directoryArgument, nameLike, type Path, pathArgument, releasePath, descriptorOf } from './paths.ts';
import { followArgument } from './stat.ts';
import { system } from './system.ts';

/** A function of one path that answers nothing. */
const ofPath = (name: string, signature: string, work: (rt: Runtime, path: Path, args: readonly Ref[]) => Steps<void>, descriptor = false): NativeFunction =>
  suspending(name, signature, function* (rt, _module, args) {
    const path = yield* pathArgument(rt, name, args[0]!, { descriptor });
    try {
      yield* work(rt, path, args);
      return NONE;
    } finally {
      releasePath(rt, path);
    }
  });

/** A function of two paths; errors name both. */
const ofPaths = (name: string, signature: string, work: (rt: Runtime, from: Path, to: Path, args: readonly Ref[]) => Steps<void>, parameters = ['src', 'dst']): NativeFunction =>
  suspending(name, signature, function* (rt, _module, args) {
    const from = yield* pathArgument(rt, name, args[0]!, { parameter: parameters[0]! });
    try {
      const to = yield* pathArgument(rt, name, args[1]!, { parameter: parameters[1]! });
      try {
        yield* work(rt, from, to, args);
        return NONE;
      } finally {
        releasePath(rt, to);
      }
    } finally {
      releasePath(rt, from);
    }
  });

const renaming = (name: 'rename' | 'replace'): NativeFunction =>
  ofPaths(name, 'src, dst, *, src_dir_fd=None, dst_dir_fd=None', function* (rt, from, to, [, , fromDirectory, toDirectory]) {
    const [fromAt, toAt] = [yield* directoryArgument(rt, fromDirectory!), yield* directoryArgument(rt, toDirectory!)];
    system(rt, () => rt.files.rename(from.text, to.text, fromAt, toAt), from.object, to.object);
  });

const unlinking = (name: 'unlink' | 'remove'): NativeFunction =>
  ofPath(name, 'path, *, dir_fd=None', function* (rt, path, [, directory]) {
    const at = yield* directoryArgument(rt, directory!);
    system(rt, () => rt.files.unlink(path.text, at), path.object);
  });

/** A mode bit argument. */
const modeOf = function* (rt: Runtime, mode: Ref, absent: number): Steps<number> {
  return mode === NULL ? absent : Number(yield* index(rt, mode));
};

const fileOf = (path: Path): string | number => path.descriptor ?? path.text;

const billion = 1_000_000_000n;

/** Nanoseconds of a time in seconds (_PyTime_ObjectToTimespec, rounding down). */
function* timeOf(rt: Runtime, object: Ref): Steps<bigint> {
  const { files } = modulesOf(rt.profile.version);
  if (isInstance(rt, object, FLOAT)) {
    const value = rt.heap.payload[object] as number;
    if (Number.isNaN(value)) raise(rt, VALUE_ERROR, 'Invalid value NaN (not a number)');
    if (Math.abs(value) >= 2 ** 63) raise(rt, OVERFLOW_ERROR, 'timestamp out of range for platform time_t');
    const whole = Math.floor(value);
    return BigInt(whole) * billion + BigInt(Math.floor((value - whole) * 1e9));
  }
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, files.timeWanted(typeName(rt, object)));
  return BigInt(yield* index(rt, object)) * billion;
}

/** Access and modification time of the arguments of `utime`: 1 `times`; 2 `ns`; 3 now. */
function* timesOf(rt: Runtime, times: Ref, ns: Ref): Steps<readonly [bigint, bigint]> {
  const isPair = (object: Ref): boolean => isTuple(rt, object) && itemsOf(rt, object).length === 2;
  const given = times !== NULL && times !== NONE;
  if (given && ns !== NULL) raise(rt, VALUE_ERROR, "utime: you may specify either 'times' or 'ns' but not both");
  // 1
  if (given) {
    const wanted = modulesOf(rt.profile.version).files.timesWanted;
    if (!isPair(times)) raise(rt, TYPE_ERROR, `utime: 'times' must be either a tuple of two ${wanted} or None`);
    const [accessed, modified] = itemsOf(rt, times);
    return [yield* timeOf(rt, accessed!), yield* timeOf(rt, modified!)];
  }
  // 2
  if (ns !== NULL) {
    if (!isPair(ns)) raise(rt, TYPE_ERROR, "utime: 'ns' must be a tuple of two ints");
    const [accessed, modified] = itemsOf(rt, ns);
    return [BigInt(yield* index(rt, accessed!)), BigInt(yield* index(rt, modified!))];
  }
  // 3
  const now = rt.files.tree.now();
  return [now, now];
}

function* listdir(rt: Runtime, argument: Ref): Steps<Ref> {
  const path = yield* pathArgument(rt, 'listdir', argument, { descriptor: true, none: true });
  try {
    const names = system(rt, () => rt.files.list(fileOf(path)), path.descriptor === null ? path.object : NULL);
    rt.charge(names.length, names.length * 64);
    return newList(
      rt,
      names.map((name) => nameLike(rt, path, name)),
    );
  } finally {
    releasePath(rt, path);
  }
}

export const directoryFunctions: readonly NativeFunction[] = [
  suspending('listdir', 'path=None', (rt, _module, [path]) => listdir(rt, path!)),
  ofPath('mkdir', 'path, mode=511, *, dir_fd=None', function* (rt, path, [, mode, directory]) {
    const bits = yield* modeOf(rt, mode!, 0o777);
    const at = yield* directoryArgument(rt, directory!);
    system(rt, () => rt.files.mkdir(path.text, bits, at), path.object);
  }),
  ofPath('rmdir', 'path, *, dir_fd=None', function* (rt, path, [, directory]) {
    const at = yield* directoryArgument(rt, directory!);
    system(rt, () => rt.files.rmdir(path.text, at), path.object);
  }),
  unlinking('unlink'),
  unlinking('remove'),
  renaming('rename'),
  renaming('replace'),
  ofPaths('link', 'src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True', function* (rt, from, to, [, , fromDirectory, toDirectory, follow]) {
    const [fromAt, toAt] = [yield* directoryArgument(rt, fromDirectory!), yield* directoryArgument(rt, toDirectory!)];
    // link() itself does not follow, and is called as long as nothing else is asked for.
    const follows = follow !== NULL && (yield* followArgument(rt, follow!));
    system(rt, () => rt.files.link(from.text, to.text, follows, fromAt, toAt), from.object, to.object);
  }),
  ofPaths('symlink', 'src, dst, target_is_directory=False, *, dir_fd=None', function* (rt, from, to, [, , , directory]) {
    const at = yield* directoryArgument(rt, directory!);
    system(rt, () => rt.files.symlink(from.text, to.text, at), from.object, to.object);
  }),
  suspending('readlink', 'path, *, dir_fd=None', function* (rt, _module, [path, directory]) {
    const given = yield* pathArgument(rt, 'readlink', path!);
    try {
      const at = yield* directoryArgument(rt, directory!);
      return nameLike(
        rt,
        given,
        system(rt, () => rt.files.readlink(given.text, at), given.object),
      );
    } finally {
      releasePath(rt, given);
    }
  }),
  ofPath(
    'chmod',
    'path, mode, *, dir_fd=None, follow_symlinks=True',
    function* (rt, path, [, mode, directory, follow]) {
      const bits = yield* modeOf(rt, mode!, 0);
      const at = yield* directoryArgument(rt, directory!);
      const follows = yield* followArgument(rt, follow!);
      system(rt, () => rt.files.chmod(fileOf(path), bits, follows, at), path.object);
    },
    true,
  ),
  suspending('fchmod', 'fd, mode', function* (rt, _module, [fd, mode]) {
    const descriptor = yield* descriptorOf(rt, fd!);
    const bits = Number(yield* index(rt, mode!));
    system(rt, () => rt.files.chmod(descriptor, bits));
    return NONE;
  }),
  ofPath(
    'utime',
    'path, times=None, *, ns=, dir_fd=None, follow_symlinks=True',
    function* (rt, path, [, times, ns, directory, follow]) {
      const [accessed, modified] = yield* timesOf(rt, times!, ns!);
      const at = yield* directoryArgument(rt, directory!);
      const follows = yield* followArgument(rt, follow!);
      const named = modulesOf(rt.profile.version).files.utimeNamesFile ? path.object : NULL;
      system(rt, () => rt.files.setTimes(fileOf(path), accessed, modified, follows, at), named);
    },
    true,
  ),
  ofPath(
    'truncate',
    'path, length',
    function* (rt, path, [, length]) {
      const size = Number(yield* index(rt, length!));
      system(rt, () => rt.files.truncate(fileOf(path), size), path.object);
    },
    true,
  ),
  ofPath(
    'chdir',
    'path',
    function* (rt, path) {
      system(rt, () => rt.files.chdir(fileOf(path)), path.object);
    },
    true,
  ),
  suspending('fchdir', 'fd', function* (rt, _module, [fd]) {
    const descriptor = yield* descriptorOf(rt, fd!);
    system(rt, () => rt.files.chdir(descriptor));
    return NONE;
  }),
  native('getcwd', '', (rt) =>
    rt.newStr(
      system(rt, () => rt.files.getcwd()),
    ),
  ),
  native('getcwdb', '', (rt) =>
    newBytes(
      rt,
      encode(
        system(rt, () => rt.files.getcwd()),
        'utf-8',
        'surrogateescape',
      ),
    ),
  ),
  suspending('umask', 'mask, /', function* (rt, _module, [mask]) {
    const bits = Number(yield* index(rt, mask!));
    return rt.newInt(rt.files.umask(bits));
  }),
];
