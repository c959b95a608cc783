/** Modules of the standard library imported on every version: they work, or stop at what the table of refusals says. */
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { refusedImports } from '../../server/src/engine/versions/refused.ts';
import { loadEngine } from '../engine.ts';
import { root } from '../product.ts';

const versions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

const modules = `
  __future__ abc argparse ast bisect codecs collections collections.abc contextlib copy copyreg dataclasses decimal dis enum fnmatch functools genericpath graphlib hashlib heapq importlib
  importlib.machinery importlib.util inspect io json keyword linecache locale logging numbers operator os os.path pathlib posixpath pprint queue random re reprlib sched shlex stat string
  struct textwrap threading token traceback types typing warnings weakref
`.trim().split(/\s+/);

const run = await loadEngine(root);

describe.each(versions)('on %s', (version) => {
  test.each(modules)('import %s', (name) => {
    const source = `import ${name}\nprint(${name}.__name__ != '')\n`;
    const outcome = run({ name: 'import', path: 'import.py', source, modules: new Map(), truth: new Map(), current: true }, version);
    const missing = refusedImports(version).get(name);
    const expected = missing === undefined ? null : `the module ${missing}`;
    expect(outcome.stopped === null ? null : outcome.stopped.replace(/^unsupported: | \(.*$/g, '')).toBe(expected);
    if (expected === null) expect([outcome.exit, outcome.stdout, outcome.stderr]).toEqual([0, 'True\n', '']);
  });
});
