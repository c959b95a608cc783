/**
 * `npm run bench -- [--only throughput,growth,editing,objects,parsing,imports] [--seconds N] [--observe] [--json]`: the engine beside the real
 * interpreter, in the same run on the same machine. Figures are for reading; nothing here passes or fails.
 *
 * The interpreter is CPython 3.11: EXIT_LENS_PYTHON, else `python3.11` or `python3` from PATH. `--seconds` is how long each
 * program is run on each side; `--observe` lets the engine record every object, as it does in an editor.
 * EXIT_LENS_ENGINE names another build of the engine than the one in server/dist.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findPython } from './python.mjs';
import { serverFile } from './places.mjs';
import { measureEditing } from './editing.mjs';
import { measureImports } from './imports.mjs';
import { measureObjects } from './objects.mjs';
import { measureParsing } from './parsing.mjs';
import { measureGrowth, measureThroughput } from './throughput.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'throughput,growth,editing,objects,parsing' },
    seconds: { type: 'string', default: '3' },
    observe: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

if (!existsSync(serverFile)) {
  process.stderr.write('Build first: npm run build\n');
  process.exit(2);
}

const options = { python: findPython(), seconds: Number(values.seconds), observe: values.observe };
const measures = { throughput: measureThroughput, growth: measureGrowth, editing: measureEditing, objects: measureObjects, parsing: measureParsing, imports: measureImports };
const report = { node: process.version, python: options.python?.version ?? null };
if (!values.json) process.stdout.write(`Node ${report.node}, CPython ${report.python ?? 'not found'}\n`);

for (const name of values.only.split(',')) {
  const measure = measures[name];
  if (measure === undefined) {
    process.stderr.write(`No such measurement: ${name}\n`);
    process.exit(2);
  }
  const { data, text } = await measure(options);
  report[name] = data;
  if (!values.json) process.stdout.write(`\n${text}\n`);
}
if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
