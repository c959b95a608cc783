import { FileError } from '../../files/errors.ts';
import { type FileStat, WORKING_DIRECTORY } from '../../files/filesystem.ts';
import { TRUE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';
import { modulesOf } from '../../versions/modules.ts';
import { defineStructSequence } from '../core/structsequence.ts';
import { descriptorOf, directoryArgument, pathArgument, releasePath } from './paths.ts';
import { system } from './system.ts';

const statResult = defineStructSequence('os', 'stat_result', 'st_mode st_ino st_dev st_nlink st_uid st_gid st_size', {
  unnamed: 3,
  hidden: 'st_atime st_mtime st_ctime st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev',
  callable: true,
  substitutes: { st_atime: 7, st_mtime: 8, st_ctime: 9 },
});

export const STAT_RESULT = statResult.type;

const exactInt = (rt: Runtime, value: bigint): Ref =>
  rt.newInt(value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);

const billion = 1_000_000_000n;

/** Seconds, rounded down. */
const seconds = (nanoseconds: bigint): bigint => (nanoseconds - (((nanoseconds % billion) + billion) % billion)) / billion;

export function newStatResult(rt: Runtime, stat: FileStat): Ref {
  const { mode, number, device, links, size, accessed, modified, changed, deviceFile } = stat;
  const times = [accessed, modified, changed];
  const items = [mode, number, device, links, 0, 0, size].map((value) => rt.newInt(value));
  items.push(...times.map((time) => exactInt(rt, seconds(time))));
  const hidden = [
    ...times.map((time) => rt.newFloat(Number(seconds(time)) + 1e-9 * Number(time - seconds(time) * billion))),
    ...times.map((time) => exactInt(rt, time)),
    ...[4096, 8 * Math.ceil(size / 4096), deviceFile].map((value) => rt.newInt(value)),
  ];
  return statResult.make(rt, items, hidden);
}

/** Mirrors posix_do_stat(). */
function* stat(rt: Runtime, name: 'stat' | 'lstat', path: Ref, directory: Ref, follow: boolean): Steps<Ref> {
  const given = yield* pathArgument(rt, name, path, { descriptor: name === 'stat' });
  try {
    const at = yield* directoryArgument(rt, directory);
    const { descriptor, object, text } = given;
    if (descriptor === null) return newStatResult(rt, system(rt, () => rt.files.stat(text, follow, at), object));
    if (at !== WORKING_DIRECTORY) raise(rt, VALUE_ERROR, `${name}: can't specify dir_fd without matching path`);
    const { files } = modulesOf(rt.profile.version);
    if (!follow && files.statChecksFollow) raise(rt, VALUE_ERROR, `${name}: cannot use fd and follow_symlinks together`);
    if (descriptor === -1) raiseOsError(rt, files.statNegative, object);
    return newStatResult(rt, system(rt, () => rt.files.fstat(descriptor), object));
  } finally {
    releasePath(rt, given);
  }
}

export function* followArgument(rt: Runtime, follow: Ref): Steps<boolean> {
  return follow === NULL || follow === TRUE || (yield* truth(rt, follow));
}

export const statFunctions: readonly NativeFunction[] = [
  suspending('stat', 'path, *, dir_fd=None, follow_symlinks=True', function* (rt, _module, [path, directory, follow]) {
    return yield* stat(rt, 'stat', path!, directory!, yield* followArgument(rt, follow!));
  }),
  suspending('lstat', 'path, *, dir_fd=None', (rt, _module, [path, directory]) => stat(rt, 'lstat', path!, directory!, false)),
  suspending('fstat', 'fd', function* (rt, _module, [fd]) {
    const descriptor = yield* descriptorOf(rt, fd!);
    return newStatResult(
      rt,
      system(rt, () => rt.files.fstat(descriptor)),
    );
  }),
  suspending('access', 'path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True', function* (rt, _module, [path, mode, directory, , follow]) {
    const given = yield* pathArgument(rt, 'access', path!);
    try {
      const wanted = Number(yield* index(rt, mode!));
      const at = yield* directoryArgument(rt, directory!);
      const follows = yield* followArgument(rt, follow!);
      return rt.newBool(succeeds(() => rt.files.access(given.text, wanted, follows, at)));
    } finally {
      releasePath(rt, given);
    }
  }),
  native('major', 'device, /', (rt, _module, [device]) => rt.newInt(Number(rt.heap.payload[device!]) >> 8)),
  native('minor', 'device, /', (rt, _module, [device]) => rt.newInt(Number(rt.heap.payload[device!]) & 0xff)),
  native('makedev', 'major, minor, /', (rt, _module, [major, minor]) => rt.newInt(Number(rt.heap.payload[major!]) * 256 + Number(rt.heap.payload[minor!]))),
];

/** A question that a failing system call answers with no. */
export function succeeds(ask: () => boolean): boolean {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
