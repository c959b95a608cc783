import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadEngine } from '../engine.ts';
import { findPythons } from '../fuzz/interpreters.ts';
import { root } from '../product.ts';
import { cutTests, failureHere, passesThere } from './judge.ts';
import { readResults } from './section.ts';

/** One in so many methods is run here; `npm run test:cpython` runs them all. */
const oneIn = 25;
const slice = ['test_generators', 'test_descr', 'test_exceptions', 'test_coroutines', 'test_gc', 'test_weakref', 'test_functools', 'test_contextlib', 'test_deque'];

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-cpython-'));
const pythons = findPythons(['3.11', '3.13'], process.env['EXIT_LENS_PYTHONS'], folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(pythons.size === 0)("methods of CPython's own tests pass", async () => {
  const engine = await loadEngine(root);
  const known = readResults(join(root, 'test'));
  for (const [version, python] of pythons) {
    test(version, { timeout: 120_000 }, async () => {
      for (const [i, one] of cutTests(root, python, slice).entries()) {
        if (i % oneIn !== 0) continue;
        const [file = '', ...name] = one.id.split('.');
        if (known[version]?.[file]?.failing[name.join('.')] !== undefined || !(await passesThere(python, one, folder))) continue;
        expect(failureHere(engine, one, version), one.id).toBeNull();
      }
    });
  }
});
