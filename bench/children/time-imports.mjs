/** `time-imports.mjs REPEATS MODULE…`: prints `[[module, {ms, refused}]]`, milliseconds of an import on 3.11. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { engineUrl } from '../places.mjs';

const [repeats, ...modules] = process.argv.slice(2);
const version = '3.11';
const engine = await import(engineUrl);
const read = (name) => readFileSync(new URL(`./stdlib/${name}.lib`, engineUrl));
const library = engine.openLibrary({ code: read(version), sources: read('sources') }, version, (bytes) => inflateRawSync(bytes));

/** Milliseconds of a whole run, and what it was refused for. */
function time(source) {
  const started = performance.now();
  const run = engine.startRun({
    main: { path: '/bench/main.py', source },
    version,
    library,
    readModule: () => null,
    listFolder: () => [],
    observe: false,
    stepLimit: 1e9,
    memoryLimit: 2 ** 31,
  });
  for (;;) {
    const progress = run.run(1_000_000);
    if (progress.state !== 'finished') continue;
    const { stopped } = progress.result;
    return { ms: performance.now() - started, refused: stopped?.budget === 'unsupported' ? stopped.unsupported.feature : null };
  }
}

const fastest = (source) => Array.from({ length: Number(repeats) }, () => time(source)).reduce((best, one) => (one.ms < best.ms ? one : best));
fastest('import typing, re\n');
const empty = fastest('pass\n').ms;
const rows = modules.map((module) => {
  const { ms, refused } = fastest(`import ${module}\n`);
  return [module, { ms: refused === null ? Math.max(0, ms - empty) : null, refused }];
});
process.stdout.write(JSON.stringify(rows));
