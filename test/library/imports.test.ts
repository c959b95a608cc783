/** Modules of the standard library imported on every version: they work, or stop at what the table of refusals says. */
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { refusedImports } from '../../server/src/engine/versions/refused.ts';
import { loadEngine } from '../engine.ts';
import { root } from '../product.ts';

const versions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

const modules = `
  __future__ abc argparse ast bisect calendar codecs collections collections.abc concurrent.futures contextlib contextvars copy copyreg csv
  dataclasses datetime decimal difflib dis enum fnmatch fractions functools genericpath graphlib hashlib heapq hmac importlib
  importlib.machinery importlib.util inspect io itertools json keyword linecache locale logging logging.config logging.handlers numbers
  operator optparse os os.path pathlib pickle posixpath pprint queue random re reprlib sched secrets shlex shutil signal stat statistics
  string struct subprocess tempfile textwrap threading time timeit token traceback types typing unittest unittest.mock uuid warnings weakref
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
