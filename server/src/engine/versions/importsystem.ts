import type { PythonVersion } from '../journal/record.ts';

/** What the import system's parts written in C say of themselves. */
export interface ImportProfile {
  readonly marshalVersion: number;
  /** What compiled files begin with. */
  readonly magic: Uint8Array;
  /** `_imp.pyc_magic_number_token` (3.14 and later). */
  readonly magicToken: number;
  readonly extensionSuffixes: readonly string[];
  /** Modules of the library that come from the interpreter itself, and under which name their code was frozen. */
  readonly frozen: ReadonlyMap<string, string>;
}

const frozenAs = (names: string, aliases: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map([...names.split(' ').map((name) => [name, name] as const), ...Object.entries(aliases)]);

const bootstrap = { _frozen_importlib: 'importlib._bootstrap', _frozen_importlib_external: 'importlib._bootstrap_external' };
const frozenNames = 'zipimport abc codecs io _collections_abc _sitebuiltins genericpath ntpath posixpath os site stat importlib.util importlib.machinery runpy';

const suffixes = (tag: string, ...others: readonly string[]): readonly string[] => [`.cpython-${tag}-x86_64-linux-gnu.so`, ...others, '.so'];

/** Bytes with a carriage return and a line feed behind them. */
const magic = (low: number, high: number): Uint8Array => Uint8Array.of(low, high, 13, 10);

const profile311: ImportProfile = {
  marshalVersion: 4,
  magic: magic(0xa7, 13),
  magicToken: 0,
  extensionSuffixes: suffixes('311', '.abi3.so'),
  frozen: frozenAs(frozenNames, { ...bootstrap, 'os.path': 'posixpath' }),
};

const profiles: Readonly<Record<PythonVersion, ImportProfile>> = {
  '3.11': profile311,
  '3.12': { ...profile311, extensionSuffixes: suffixes('312', '.abi3.so'), magic: magic(0xcb, 13) },
  '3.13': { ...profile311, extensionSuffixes: suffixes('313', '.abi3.so'), magic: magic(0xf3, 13) },
  '3.14': {
    marshalVersion: 5,
    magic: magic(0x2b, 14),
    magicToken: 168627755,
    extensionSuffixes: suffixes('314', '.abi3.so', '.abi3-x86_64-linux-gnu.so'),
    frozen: frozenAs(frozenNames, bootstrap),
  },
  '3.15': {
    marshalVersion: 6,
    magic: magic(0x52, 14),
    magicToken: 168627794,
    extensionSuffixes: suffixes('315', '.abi3-x86_64-linux-gnu.so', '.abi3.so', '.abi3t-x86_64-linux-gnu.so', '.abi3t.so'),
    frozen: frozenAs(`${frozenNames} linecache`, bootstrap),
  },
};

export const importSystemOf = (version: PythonVersion): ImportProfile => profiles[version];
