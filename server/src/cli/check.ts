/** `exit-lens check`: the fates of a program's objects and its diagnostics, for people or for programs. */
import { basename, dirname } from 'node:path';
import { analyze, type Analysis } from '../analysis/analyze.ts';
import { toCheckJson } from '../analysis/render/json.ts';
import { renderCheckText } from '../analysis/render/text.ts';
import { defaultMemoryLimit, defaultStepLimit } from '../defaults.ts';
import { startRun, type RunOptions } from '../engine/engine.ts';
import type { PythonVersion, RunResult } from '../engine/journal/record.ts';
import { libraryOf } from '../library/node.ts';
import { listBeside, modulesBeside, readSource } from './files.ts';
import { pythonVersion, readArguments, stepLimit, UsageError } from './options.ts';
import { write } from './output.ts';
import { usage } from './usage.ts';

export function check(args: readonly string[]): number {
  const options = readArguments(args, {
    python: { type: 'string' },
    format: { type: 'string' },
    'step-limit': { type: 'string' },
    'no-color': { type: 'boolean' },
  });
  if (options.help) {
    write('stdout', usage.check);
    return 0;
  }
  const version = pythonVersion(options);
  const limit = stepLimit(options, defaultStepLimit);
  const format = options.text('format') ?? 'text';
  if (format !== 'text' && format !== 'json') throw new UsageError(`unknown format '${format}': choose text or json`);
  if (options.files.length === 0) throw new UsageError('no file is named');

  const sources = options.files.map((file) => ({ file, source: readSource(file) }));
  const color = !options.flag('no-color') && process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const reports: unknown[] = [];
  let warned = false;
  for (const [index, { file, source }] of sources.entries()) {
    const analysis = analyzeFile(file, source, version, limit);
    warned ||= analysis.diagnostics.some(({ severity }) => severity === 'warning' || severity === 'error');
    if (format === 'json') reports.push(toCheckJson(analysis));
    else write('stdout', (index > 0 ? '\n' : '') + renderCheckText(analysis, { color }));
  }
  if (format === 'json') write('stdout', `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
  return warned ? 1 : 0;
}

function analyzeFile(file: string, source: string, version: PythonVersion, limit: number): Analysis {
  const main = { path: basename(file), source };
  const sources = new Map([[main.path, main.source]]);
  const readModule = modulesBeside(dirname(file), '');
  const result = runToEnd({
    main,
    version,
    library: libraryOf(version),
    observe: true,
    stepLimit: limit,
    memoryLimit: defaultMemoryLimit,
    listFolder: listBeside(dirname(file)),
    readModule: (name) => {
      const found = readModule(name);
      if (found !== null) sources.set(found.path, found.source);
      return found;
    },
  });
  return analyze(result, sources);
}

function runToEnd(options: RunOptions): RunResult {
  const run = startRun(options);
  for (;;) {
    const progress = run.run(options.stepLimit);
    if (progress.state === 'finished') return progress.result;
  }
}
