/** The command behind cpython.mjs. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { loadEngine, type RunScenario } from '../engine.ts';
import { findPythons } from '../fuzz/interpreters.ts';
import { files } from './files.ts';
import { cutTests, failureHere, passesThere } from './judge.ts';
import { readResults, type Results } from './section.ts';

/** The interpreter fails too when it is given the library that the engine runs, which is of another patch release. */
const libraryDiffers = "the library's own code, which is of another patch release here";

/** Answers the exit status: 1 when a method fails that is not known to. */
export async function testCPython(root: string, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { pythons: { type: 'string' }, version: { type: 'string', multiple: true, default: ['3.11', '3.13'] }, update: { type: 'boolean', default: false } },
  });
  const path = join(root, 'test/cpython/results.json');
  const known = readResults(join(root, 'test'));
  const folder = mkdtempSync(join(tmpdir(), 'exit-lens-cpython-'));
  let status = 0;
  try {
    const pythons = findPythons(values.version as PythonVersion[], values.pythons, folder);
    if (pythons.size === 0) throw new Error('no interpreter was found: give --pythons DIR, with DIR/3.13/bin/python3');
    const engine = await loadEngine(root);
    for (const [version, python] of pythons) {
      const results = (known[version] ??= {});
      const chosen = positionals.length === 0 ? files : positionals.map((name) => name.split('.')[0]!);
      for (const file of new Set(chosen)) {
        const only = positionals.filter((name) => name.startsWith(`${file}.`));
        const found = await go(root, engine, version, python, file, only, folder);
        for (const [name, reason] of Object.entries(found.failing)) {
          if (results[file]?.failing[name] !== undefined || values.update) continue;
          process.stdout.write(`${version} ${file}.${name}: ${reason}\n`);
          status = 1;
        }
        const passing = found.listed - Object.keys(found.failing).length;
        if (found.listed > 0) process.stdout.write(`${version} ${file.padEnd(24)} ${passing}/${found.listed}  ${((100 * passing) / found.listed).toFixed(0)} %\n`);
        if (values.update && only.length === 0 && found.listed > 0) results[file] = found;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (values.update) writeFileSync(path, `${JSON.stringify(known, null, 1)}\n`);
  return status;
}

async function go(root: string, engine: RunScenario, version: PythonVersion, python: string, file: string, only: readonly string[], folder: string): Promise<NonNullable<Results[string]>> {
  const failing: Record<string, string> = {};
  let listed = 0;
  for (const test of cutTests(root, python, [file])) {
    if (only.length !== 0 && !only.some((name) => test.id.startsWith(name))) continue;
    if (!(await passesThere(python, test, folder))) continue;
    listed++;
    const reason = failureHere(engine, test, version);
    if (reason === null) continue;
    const library = join(root, `node_modules/pyodide-${version}/python_stdlib.zip`);
    const ofLibrary = !reason.startsWith('unsupported') && existsSync(library) && !(await passesThere(python, test, folder, library));
    failing[test.id.slice(file.length + 1)] = ofLibrary ? libraryDiffers : reason;
  }
  return { listed, failing };
}
