/**
 * The time of one call of each program's `main()`: the fastest batch of calls that fits into the time given, in a process of
 * its own for each program, so that start-up and compilation are left out on both sides. It is the CPU time of the
 * thread that runs the program, which a busy machine disturbs least.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { child, programFolder } from './places.mjs';
import { runPython } from './python.mjs';
import { fixed, geometricMean, ratio, table } from './table.mjs';

export function measureThroughput({ python, seconds, observe }) {
  const programs = readdirSync(programFolder).filter((name) => name.endsWith('.py')).sort();
  const rows = programs.map((file) => {
    const path = join(programFolder, file);
    const theirs = python === null ? null : JSON.parse(runPython(python, [child('time_main.py'), path, String(seconds)]));
    const ours = inEngine(path, seconds, observe);
    if (theirs !== null && theirs.answer !== ours.answer) throw new Error(`${file}: the engine answers ${ours.answer}, CPython ${theirs.answer}`);
    return { program: file.slice(0, -3), engineMs: ours.ms, pythonMs: theirs?.ms ?? null, ratio: ratio(ours.ms, theirs?.ms ?? null), stepsPerSecond: ours.steps / ours.ms * 1000 };
  });
  const mean = python === null ? null : geometricMean(rows.map((row) => row.ratio));
  const cells = rows.map((row) => [row.program, fixed(row.pythonMs, 3), fixed(row.engineMs, 3), fixed(row.ratio), fixed(row.stepsPerSecond / 1e6, 1)]);
  cells.push(['geometric mean', '', '', fixed(mean), '']);
  const title = `One call of main(), milliseconds${observe ? ', the engine recording every object' : ''}`;
  return { data: { rows, geometricMean: mean }, text: table(title, ['program', 'CPython', 'engine', 'ratio', 'M instructions/s'], cells) };
}

function inEngine(path, seconds, observe) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, child('time-main.mjs'), path, String(seconds), String(observe)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path}: ${stderr}`);
  return JSON.parse(stdout);
}
