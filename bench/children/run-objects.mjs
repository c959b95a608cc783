/** run-objects.mjs PROGRAM COUNT: runs it to the end of its exit and prints this process's CPU seconds and peak kilobytes. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { engineUrl } from '../places.mjs';

const [path, count] = process.argv.slice(2);
const { openLibrary, startRun } = await import(engineUrl);
const read = (name) => readFileSync(new URL(`./stdlib/${name}.lib`, engineUrl));
const run = startRun({
  main: { path, source: `COUNT = ${count}\n${readFileSync(path, 'utf8')}` },
  version: '3.11',
  library: openLibrary({ code: read('3.11'), sources: read('sources') }, '3.11', (bytes) => inflateRawSync(bytes)),
  listFolder: () => [],
  readModule: () => null,
  observe: false,
  stepLimit: Infinity,
  memoryLimit: Infinity,
  write: (_, text) => process.stderr.write(text),
});
let progress = run.run(100_000);
while (progress.state === 'more') progress = run.run(100_000);
const { exit, stopped } = progress.result;
if (exit.status !== 0) throw new Error(JSON.stringify(stopped));
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, kilobytes: process.resourceUsage().maxRSS }));
