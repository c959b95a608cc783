/** The modules of the standard library that run from their own sources, imported on every version. */
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { loadEngine } from '../engine.ts';
import { root } from '../product.ts';

const versions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

const modules = `
  __future__ abc ast bisect codecs collections collections.abc contextlib copy copyreg dataclasses dis enum functools genericpath heapq importlib
  importlib.machinery importlib.util inspect io json keyword linecache locale numbers operator os os.path posixpath queue random re reprlib sched stat string
  struct textwrap threading token traceback types typing warnings weakref
`.trim().split(/\s+/);

/** What an import stops at, where it does; a module that imports after all has to be taken off here. */
const refused: Readonly<Record<string, Partial<Record<PythonVersion, string>>>> = {
};

const run = await loadEngine(root);

describe.each(versions)('on %s', (version) => {
  test.each(modules)('import %s', (name) => {
    const source = `import ${name}\nprint(${name}.__name__ != '')\n`;
    const outcome = run({ name: 'import', path: 'import.py', source, modules: new Map(), truth: new Map(), current: true }, version);
    const expected = refused[name]?.[version] ?? null;
    expect(outcome.stopped === null ? null : outcome.stopped.replace(/^unsupported: | \(.*$/g, '')).toBe(expected);
    if (expected === null) expect([outcome.exit, outcome.stdout, outcome.stderr]).toEqual([0, 'True\n', '']);
  });
});
