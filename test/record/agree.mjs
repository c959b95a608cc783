/**
 * How far the built engine agrees with the record:
 *
 *     node test/record/agree.mjs [--audit STEPS] [--version 3.13] [--full] [FILTER...]
 *
 * One line a scenario, then the first difference of each that fails (`--full`: of each aspect and version). FILTER is a
 * part of a scenario's name. Exit status 1 when anything differs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-'));
try {
  const outfile = join(folder, 'agree.mjs');
  const entryPoints = [fileURLToPath(new URL('agree.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { agree } = await import(pathToFileURL(outfile).href);
  process.exitCode = await agree(fileURLToPath(new URL('../..', import.meta.url)), process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}
