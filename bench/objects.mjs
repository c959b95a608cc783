/**
 * A million objects in cycles, built, and torn down by the exit: CPU time of the whole process less that of the same
 * process with next to no objects, and the most memory it held, likewise. Then the same with a tenth of the objects.
 */
import { spawnSync } from 'node:child_process';
import { child } from './places.mjs';
import { runPython } from './python.mjs';
import { fixed, ratio, table } from './table.mjs';

const million = 1_000_000;
const program = child('ring.py');
const repetitions = 3;

export function measureObjects({ python }) {
  const engine = measure(inEngine);
  const theirs = python === null ? null : measure((count) => JSON.parse(runPython(python, [child('run_objects.py'), program, String(count)])));
  const rows = [
    ['a million, CPU seconds', theirs?.million.seconds ?? null, engine.million.seconds],
    ['a million, peak memory in MB', theirs?.million.megabytes ?? null, engine.million.megabytes],
    ['a tenth of them, CPU seconds', theirs?.tenth.seconds ?? null, engine.tenth.seconds],
    ['ten times the objects, times the time', growth(theirs), growth(engine)],
  ];
  const cells = rows.map(([name, a, b]) => [name, fixed(a), fixed(b), fixed(ratio(b, a))]);
  cells.at(-1)[3] = '';
  return { data: { engine, python: theirs }, text: table('Instances in cycles, built and torn down', ['', 'CPython', 'engine', 'ratio'], cells) };
}

const growth = (result) => (result === null ? null : result.million.seconds / result.tenth.seconds);

function measure(run) {
  const empty = best(() => run(10));
  const less = ({ seconds, megabytes }) => ({ seconds: seconds - empty.seconds, megabytes: megabytes - empty.megabytes });
  return { empty, tenth: less(best(() => run(million / 10))), million: less(best(() => run(million))) };
}

/** The fastest run and the least memory of a few. */
function best(run) {
  const results = Array.from({ length: repetitions }, run);
  return { seconds: Math.min(...results.map((r) => r.seconds)), megabytes: Math.min(...results.map((r) => r.kilobytes)) / 1024 };
}

function inEngine(count) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, child('run-objects.mjs'), program, String(count)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
