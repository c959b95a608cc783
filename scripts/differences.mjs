/**
 * Writes `docs/differences.md` from the programs in `test/differences/`.
 *
 *   node scripts/differences.mjs [PYTHON]
 *
 * PYTHON is a CPython 3.13: with it, what the programs say of CPython is held against it first.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './report.mjs';

const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: '/nonexistent', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-'));
try {
  const load = async (name) => {
    const outfile = join(folder, `${basename(name)}.mjs`);
    await build({ entryPoints: [join(root, `test/${name}.ts`)], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
    return import(pathToFileURL(outfile).href);
  };
  const { differencesPage, readDifferences } = await load('differences');
  const { disagreementsSection, readDisagreements } = await load('agreement/disagreements');
  const { cpythonSection, readResults } = await load('cpython/section');
  const { normalise } = await load('normalise');
  const differences = readDifferences(join(root, 'test'));
  const [python] = process.argv.slice(2);
  for (const { scenario, cpython } of python === undefined ? [] : differences) {
    const { stdout, stderr } = spawnSync(python, [basename(scenario.path)], { cwd: dirname(scenario.path), env: environment, encoding: 'utf8', input: '' });
    const actual = normalise(stdout + stderr).split('\n').slice(0, -1).join('\n');
    if (actual === cpython.join('\n')) continue;
    console.error(`${scenario.name}: CPython prints\n${actual}`);
    process.exitCode = 1;
  }
  writeFileSync(join(root, 'docs/differences.md'), differencesPage(differences) + disagreementsSection(readDisagreements(join(root, 'test'))) + cpythonSection(readResults(join(root, 'test'))));
} finally {
  rmSync(folder, { recursive: true });
}
