/**
 * How fast the parser is, in megabytes of source a second of CPU time, over the standard library of the interpreter: after
 * a first pass over a part of it, since the compiler of the JavaScript engine needs to see code run. Beside it, `ast.parse`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { child } from './places.mjs';
import { runPython } from './python.mjs';
import { fixed, table } from './table.mjs';

const VERSION = '3.11';

export async function measureParsing({ python }) {
  if (python === null) return { data: null, text: 'Parsing is measured on the standard library of an interpreter: none was found.' };
  const parse = await loadParser();
  const folder = runPython(python, ['-c', 'import os; print(os.path.dirname(os.__file__))']).trim();
  const files = sourceFiles(folder).flatMap((path) => {
    try {
      const source = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
      return parse(source, VERSION).errors.length === 0 ? [{ path, source }] : [];
    } catch {
      return [];
    }
  });
  const started = process.cpuUsage();
  for (const { source } of files) parse(source, VERSION);
  const { user, system } = process.cpuUsage(started);
  const bytes = files.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const ours = bytes / (user + system);
  const { seconds } = interpreter(python, files.map(({ path }) => path));
  const theirs = bytes / 1e6 / seconds;
  const data = { files: files.length, megabytes: bytes / 1e6, megabytesPerSecond: ours, pythonMegabytesPerSecond: theirs };
  const rows = [['this parser', fixed(ours, 1)], ['ast.parse, which makes objects', fixed(theirs, 1)]];
  return { data, text: table(`Parsing ${files.length} files of the standard library, ${fixed(bytes / 1e6, 1)} MB`, ['', 'MB/s'], rows) };
}

async function loadParser() {
  const { outputFiles } = await build({
    stdin: { contents: "export { parse } from './parse.ts';", resolveDir: fileURLToPath(new URL('../server/src/engine/syntax', import.meta.url)), loader: 'ts' },
    bundle: true, format: 'esm', platform: 'node', write: false, minifySyntax: true,
  });
  const { parse } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return parse;
}

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.py') && !name.includes('site-packages'))
    .sort()
    .map((name) => join(folder, name));
}

function interpreter(python, paths) {
  const { status, stdout, stderr } = spawnSync(python.executable, [child('time_parsing.py')], { input: JSON.stringify(paths), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
