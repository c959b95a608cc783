/**
 * Random programs, run on the engine and on real interpreters:
 *
 *     node test/fuzz/fuzz.mjs --pythons DIR [--version 3.13]... [--seed 1] [--count 100] [--most 20] [--out FOLDER] [--whole] [--automatic]
 *     node test/fuzz/fuzz.mjs --seed 7 --show        prints the program of a seed
 *
 * A program that differs is shrunk and printed with the first line in which the two part; `--out` keeps it. Seeds take
 * turns at the versions; `--most` ends the search after so many differences, `--whole` shrinks none of them. `--automatic`
 * lets the collector run by itself. Exit status 1 when anything differs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-'));
try {
  const outfile = join(folder, 'fuzz.mjs');
  const entryPoints = [fileURLToPath(new URL('fuzz.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  const { fuzz } = await import(pathToFileURL(outfile).href);
  process.exitCode = await fuzz(fileURLToPath(new URL('../..', import.meta.url)), process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}
