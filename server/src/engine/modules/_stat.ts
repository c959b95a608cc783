import { TypeFlag } from '../heap/heap.ts';
import { OVERFLOW_ERROR, TYPE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { modulesOf } from '../versions/modules.ts';
import { raise } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { native, type NativeFunction } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { defineModule } from './core/define.ts';

const table = `
  S_IFDIR=0o40000 S_IFCHR=0o20000 S_IFBLK=0o60000 S_IFREG=0o100000 S_IFIFO=0o10000 S_IFLNK=0o120000 S_IFSOCK=0o140000 S_IFDOOR=0 S_IFPORT=0
  S_IFWHT=0 S_ISUID=0o4000 S_ISGID=0o2000 S_ISVTX=0o1000 S_ENFMT=0o2000 S_IREAD=0o400 S_IWRITE=0o200 S_IEXEC=0o100 S_IRWXU=0o700 S_IRUSR=0o400
  S_IWUSR=0o200 S_IXUSR=0o100 S_IRWXG=0o70 S_IRGRP=0o40 S_IWGRP=0o20 S_IXGRP=0o10 S_IRWXO=7 S_IROTH=4 S_IWOTH=2 S_IXOTH=1 UF_SETTABLE=0xffff
  UF_NODUMP=1 UF_IMMUTABLE=2 UF_APPEND=4 UF_OPAQUE=8 UF_NOUNLINK=16 UF_COMPRESSED=32 UF_TRACKED=64 UF_DATAVAULT=128 UF_HIDDEN=0x8000
  SF_SETTABLE=0xffff0000 SF_ARCHIVED=0x10000 SF_IMMUTABLE=0x20000 SF_APPEND=0x40000 SF_NOUNLINK=0x100000 SF_SNAPSHOT=0x200000
  SF_FIRMLINK=0x800000 SF_DATALESS=0x40000000 ST_MODE=0 ST_INO=1 ST_DEV=2 ST_NLINK=3 ST_UID=4 ST_GID=5 ST_SIZE=6 ST_ATIME=7 ST_MTIME=8 ST_CTIME=9
`;

const constants = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('='))
    .map(([name, value]) => [name!, Number(value)] as const),
);

/** An argument of C type mode_t. */
function modeOf(rt: Runtime, object: Ref): number {
  if ((rt.typeOf(object).flags & TypeFlag.INT_SUBCLASS) === 0) raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).integerWanted(typeName(rt, object)));
  const value = rt.heap.payload[object] as number | bigint;
  if (value < 0) raise(rt, OVERFLOW_ERROR, "can't convert negative value to unsigned int");
  if (value >= 2n ** 64n) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C unsigned long');
  if (value >= 2 ** 32) raise(rt, OVERFLOW_ERROR, 'mode out of range');
  return Number(value);
}

const kindOf = (mode: number): number => mode & 0o170000;

const test = (name: string, kind: string): NativeFunction =>
  native(name, 'mode, /', (rt, _module, [mode]) => {
    const wanted = constants.get(kind)!;
    const value = modeOf(rt, mode!);
    return rt.newBool(wanted !== 0 && kindOf(value) === wanted);
  });

const letters: readonly (readonly [kind: string, letter: string])[] = [
  ['S_IFREG', '-'],
  ['S_IFDIR', 'd'],
  ['S_IFLNK', 'l'],
  ['S_IFBLK', 'b'],
  ['S_IFCHR', 'c'],
  ['S_IFIFO', 'p'],
  ['S_IFSOCK', 's'],
];

/** The first column of `ls -l`. */
function fileMode(mode: number): string {
  const kind = letters.find(([name]) => constants.get(name) === kindOf(mode));
  const rights = (shift: number, special: number, letter: string): string => {
    const bits = (mode >> shift) & 7;
    const isSpecial = (mode & special) !== 0;
    const last = (bits & 1) !== 0 ? (isSpecial ? letter : 'x') : isSpecial ? letter.toUpperCase() : '-';
    return `${(bits & 4) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${last}`;
  };
  return `${kind?.[1] ?? '?'}${rights(6, 0o4000, 's')}${rights(3, 0o2000, 's')}${rights(0, 0o1000, 't')}`;
}

const tests = ['DIR', 'CHR', 'BLK', 'REG', 'FIFO', 'LNK', 'SOCK', 'DOOR', 'PORT', 'WHT'].map((kind) =>
  test(`S_IS${kind}`, kind === 'FIFO' ? 'S_IFIFO' : `S_IF${kind}`),
);

defineModule({
  name: '_stat',
  functions: [
    ...tests,
    native('S_IMODE', 'mode, /', (rt, _module, [mode]) => rt.newInt(modeOf(rt, mode!) & 0o7777)),
    native('S_IFMT', 'mode, /', (rt, _module, [mode]) => rt.newInt(kindOf(modeOf(rt, mode!)))),
    native('filemode', 'mode, /', (rt, _module, [mode]) => rt.newStr(fileMode(modeOf(rt, mode!)))),
  ],
  init: (rt, put) => {
    for (const [name, value] of constants) put(name, rt.newInt(value));
  },
});
