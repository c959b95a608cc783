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

const programFiles = () => readdirSync(programFolder).filter((name) => name.endsWith('.py')).sort();

/** `main(scale)` of a program on both sides, `theirs` null without an interpreter; both have to give the same answer. */
function measure(file, scale, { python, seconds, observe }) {
  const path = join(programFolder, file);
  const theirs = python === null ? null : JSON.parse(runPython(python, [child('time_main.py'), path, String(seconds), String(scale)]));
  const ours = inEngine(path, seconds, observe, scale);
  if (theirs !== null && theirs.answer !== ours.answer) throw new Error(`${file}: the engine answers ${ours.answer}, CPython ${theirs.answer}`);
  return { ours, theirs };
}

export function measureThroughput(options) {
  const { python, observe } = options;
  const rows = programFiles().map((file) => {
    const { ours, theirs } = measure(file, 1, options);
    return { program: file.slice(0, -3), engineMs: ours.ms, pythonMs: theirs?.ms ?? null, ratio: ratio(ours.ms, theirs?.ms ?? null), stepsPerSecond: ours.steps / ours.ms * 1000 };
  });
  const mean = python === null ? null : geometricMean(rows.map((row) => row.ratio));
  const cells = rows.map((row) => [row.program, fixed(row.pythonMs, 3), fixed(row.engineMs, 3), fixed(row.ratio), fixed(row.stepsPerSecond / 1e6, 1)]);
  cells.push(['geometric mean', '', '', fixed(mean), '']);
  const title = `One call of main(), milliseconds${observe ? ', the engine recording every object' : ''}`;
  return { data: { rows, geometricMean: mean }, text: table(title, ['program', 'CPython', 'engine', 'ratio', 'M instructions/s'], cells) };
}

/** How many times as long ten times the work takes: more than ten where something is worse than linear, or a cache too small. */
export function measureGrowth(options) {
  const rows = programFiles().map((file) => {
    const once = measure(file, 1, options);
    const tenTimes = measure(file, 10, options);
    return { program: file.slice(0, -3), engine: tenTimes.ours.ms / once.ours.ms, python: ratio(tenTimes.theirs?.ms ?? 0, once.theirs?.ms ?? null) };
  });
  const cells = rows.map((row) => [row.program, fixed(row.python, 1), fixed(row.engine, 1)]);
  return { data: { rows }, text: table('The time of main(10) by that of main(1)', ['program', 'CPython', 'engine'], cells) };
}

function inEngine(path, seconds, observe, scale) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, child('time-main.mjs'), path, String(seconds), String(observe), String(scale)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path}: ${stderr}`);
  return JSON.parse(stdout);
}
