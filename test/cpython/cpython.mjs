/**
 * CPython's own tests, method by method: cut out of the tests that the interpreters bring, and run on the engine.
 *
 *     npm run test:cpython -- [--pythons DIR] [--version 3.13]... [--update] [test_gc | test_gc.GCTests | …]
 *
 * Counted are the methods that pass alone on the real interpreter. `results.json` lists those that do not pass here;
 * exit status 1 when another one fails. `--update` writes it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-'));
try {
  const outfile = join(folder, 'cpython.mjs');
  const entryPoints = [fileURLToPath(new URL('cpython.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { testCPython } = await import(pathToFileURL(outfile).href);
  process.exitCode = await testCPython(fileURLToPath(new URL('../..', import.meta.url)), process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}
