/**
 * The time of importing a module of the library: the fastest of several runs of `import NAME` less that of an empty program,
 * in a process that has started before. On the other side what `import NAME` takes in the interpreter, its compiled files
 * at hand, each time in a new process.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { child, engineUrl } from './places.mjs';
import { runPython } from './python.mjs';
import { fixed, geometricMean, ratio, table } from './table.mjs';

const modules = `
  abc collections contextlib copy copyreg dataclasses enum functools heapq io keyword linecache operator os re reprlib string textwrap traceback
  types typing warnings weakref json random argparse logging inspect asyncio
`.trim().split(/\s+/);

const repeats = 7;

export function measureImports({ python }) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, child('time-imports.mjs'), String(repeats), ...modules], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr);
  const ours = new Map(JSON.parse(stdout));
  const rows = modules.map((module) => {
    const { ms, refused } = ours.get(module);
    const pythonMs = python === null || refused !== null ? null : theirs(python, module);
    return { module, engineMs: ms, pythonMs, ratio: ms === null ? null : ratio(ms, pythonMs), refused };
  });
  const compared = rows.map((row) => row.ratio).filter((value) => value !== null && value > 0);
  const mean = compared.length === 0 ? null : geometricMean(compared);
  const cells = rows.map((row) => (row.refused === null ? [row.module, fixed(row.pythonMs), fixed(row.engineMs), fixed(row.ratio)] : [row.module, '', '', row.refused]));
  cells.push(['geometric mean', '', '', fixed(mean)]);
  const folder = new URL('./stdlib/', engineUrl);
  const shipped = readdirSync(folder).map((name) => [name, statSync(new URL(name, folder)).size]);
  const sizes = table('Shipped, kB', ['file', 'size'], shipped.map(([name, size]) => [name, Math.round(size / 1000)]));
  return { data: { rows, geometricMean: mean, shipped: Object.fromEntries(shipped) }, text: `${table('One import, milliseconds', ['module', 'CPython', 'engine', 'ratio'], cells)}\n\n${sizes}` };
}

/** The fastest of several first imports. */
function theirs(python, module) {
  const program = `import time\nstart = time.perf_counter()\nimport ${module}\nprint((time.perf_counter() - start) * 1000)`;
  return Math.min(...Array.from({ length: repeats }, () => Number(runPython(python, ['-c', program]))));
}
