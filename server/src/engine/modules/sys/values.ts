import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { standardNames } from '../../versions/stdlib.ts';
import { isInVersion } from '../../versions/ranges.ts';
import { libraryFolder } from '../../library/find.ts';
import { newDict, newList, newTuple } from '../../objects/core/make.ts';
import { constantFrozenSet } from '../../objects/frozenset.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { newNamespace } from '../../objects/simplenamespace.ts';
import { defineStructSequence, type StructSequence } from '../core/structsequence.ts';

const flagNames =
  'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet ' +
  'hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits';

/** Flags that are attributes only, with their values. */
const hiddenFlags = [
  ['gil:13-', 1],
  ['thread_inherit_context:14-', 0],
  ['context_aware_warnings:14-', 0],
  ['lazy_imports:15-', -1],
] as const;

const sequence = (name: string, fields: string): StructSequence => defineStructSequence('sys', name, fields);

const versionInfo = sequence('version_info', 'major minor micro releaselevel serial');
const flags = defineStructSequence('sys', 'flags', flagNames, { hidden: hiddenFlags.map(([name]) => name).join(' ') });
const floatInfo = sequence('float_info', 'max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds');
const intInfo = sequence('int_info', 'bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold');
const hashInfo = sequence('hash_info', 'width modulus inf nan imag algorithm hash_bits seed_bits cutoff');
const threadInfo = sequence('thread_info', 'name lock version');

type Plain = number | bigint | string | boolean | null;

/** A new object of a plain value; whole numbers are ints. */
function make(rt: Runtime, value: Plain): Ref {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return rt.newInt(value);
    case 'string':
      return rt.newStr(value);
    case 'boolean':
      return rt.newBool(value);
    default:
      return NONE;
  }
}

const fill = (rt: Runtime, type: StructSequence, values: readonly Plain[]): Ref =>
  type.make(
    rt,
    values.map((value) => make(rt, value)),
  );

const strings = (rt: Runtime, values: readonly string[]): Ref[] => values.map((value) => rt.newStr(value));

function makeFlags(rt: Runtime): Ref {
  const { flagsShowDigitLimit, utf8Mode } = modulesOf(rt.profile.version).sys;
  const values = flagNames.split(' ').map((name): Plain => {
    switch (name) {
      case 'dont_write_bytecode':
        return 1;
      case 'utf8_mode':
        return utf8Mode;
      case 'dev_mode':
      case 'safe_path':
        return false;
      case 'int_max_str_digits':
        return flagsShowDigitLimit ? rt.intMaxStrDigits : -1;
      default:
        return 0;
    }
  });
  const hidden = hiddenFlags.filter(([name]) => isInVersion(name.split(':')[1], rt.profile.version)).map(([, value]) => value);
  return fill(rt, flags, [...values, ...hidden]);
}

function makeFloatInfo(rt: Runtime): Ref {
  const floats = new Map([
    [0, Number.MAX_VALUE],
    [3, 2.2250738585072014e-308],
    [8, Number.EPSILON],
  ]);
  return floatInfo.make(
    rt,
    [0, 1024, 308, 0, -1021, -307, 15, 53, 0, 2, 1].map((value, i) => (floats.has(i) ? rt.newFloat(floats.get(i)!) : rt.newInt(value))),
  );
}

const copyright = (years: string): string =>
  [
    `Copyright (c) ${years} Python Software Foundation.`,
    'Copyright (c) 2000 BeOpen.com.',
    'Copyright (c) 1995-2001 Corporation for National Research Initiatives.',
    'Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.',
  ]
    .map((owner) => `${owner}\nAll Rights Reserved.`)
    .join('\n\n');

/** Attributes of `sys` that are plain data. `modules`, `argv` and `path` are the start-up's to fill. */
export function putSysValues(rt: Runtime, put: (name: string, value: Ref) => void): void {
  const { sys } = modulesOf(rt.profile.version);
  const [major, minor, micro] = rt.profile.versionInfo;
  const hexversion = major * 0x1000000 + minor * 0x10000 + micro * 0x100 + 0xf0;
  const makeVersion = (): Ref => fill(rt, versionInfo, [major, minor, micro, 'final', 0]);
  const prefix = '/usr';
  const plain: Readonly<Record<string, Plain>> = {
    version: sys.version,
    hexversion,
    _framework: '',
    api_version: 1013,
    copyright: copyright(sys.copyrightYears),
    platform: 'linux',
    maxsize: 0x7fffffffffffffffn,
    maxunicode: 0x10ffff,
    byteorder: 'little',
    abiflags: '',
    float_repr_style: 'short',
    executable: `${prefix}/bin/python3`,
    prefix,
    base_prefix: prefix,
    exec_prefix: prefix,
    base_exec_prefix: prefix,
    platlibdir: 'lib',
    _stdlib_dir: libraryFolder(rt.profile.version),
    pycache_prefix: null,
    dont_write_bytecode: true,
  };
  for (const [name, value] of Object.entries(plain)) put(name, make(rt, value));
  put('version_info', makeVersion());
  put('flags', makeFlags(rt));
  put('float_info', makeFloatInfo(rt));
  put('int_info', fill(rt, intInfo, [30, 4, 4300, 640]));
  put('hash_info', fill(rt, hashInfo, [64, 0x1fffffffffffffffn, 314159, 0, 1000003, 'siphash13', 64, 128, 0]));
  put('thread_info', fill(rt, threadInfo, ['pthread', ...sys.threads]));
  put('builtin_module_names', newTuple(rt, strings(rt, sys.builtinModules.split(' '))));
  put('stdlib_module_names', constantFrozenSet(rt, strings(rt, standardNames(rt.profile.version)), 0));
  put('_git', newTuple(rt, strings(rt, ['CPython', '', ''])));
  put(
    'implementation',
    newNamespace(rt, {
      name: rt.newStr('cpython'),
      cache_tag: rt.newStr(`cpython-${major}${minor}`),
      version: makeVersion(),
      hexversion: rt.newInt(hexversion),
      _multiarch: rt.newStr('x86_64-linux-gnu'),
      ...(sys.supportsIsolatedInterpreters ? { supports_isolated_interpreters: rt.newBool(true) } : {}),
    }),
  );
  put('abi_info', newNamespace(rt, { pointer_bits: rt.newInt(64), free_threaded: rt.newBool(false), debug: rt.newBool(false), byteorder: rt.newStr('little') }));
  const folder = libraryFolder(rt.profile.version);
  put('path', newList(rt, strings(rt, [`${prefix}/lib/python${major}${minor}.zip`, folder, `${folder}/lib-dynload`])));
  for (const name of ['argv', 'orig_argv', 'meta_path', 'path_hooks', 'warnoptions']) put(name, newList(rt, []));
  for (const name of ['path_importer_cache', '_xoptions']) put(name, newDict(rt));
  put('modules', rt.modules === NULL ? NONE : rt.heap.incref(rt.modules));
}
