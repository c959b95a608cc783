/**
 * time-main.mjs PROGRAM SECONDS OBSERVE SCALE: the engine's side of time_main.py. The program calls main(SCALE) for ever and prints
 * a line after each call; the lines are counted as they are written, and the run is dropped when the time is over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { engineUrl } from '../places.mjs';

const [path, seconds, observe, scale] = process.argv.slice(2);
const { openLibrary, startRun } = await import(engineUrl);
const read = (name) => readFileSync(new URL(`./stdlib/${name}.lib`, engineUrl));

const source = `${readFileSync(path, 'utf8')}
while True:
    answer = main(${scale})
    print(repr(answer), flush=True)
`;
const decoder = new TextDecoder();
let answer = '';
let best = Infinity;
let calls = 0;
/**
 * Milliseconds this thread has worked, so that other programs on the machine count for little. Before
 * process.threadCpuUsage the kernel is asked; where it does not tell, the work of all threads is taken.
 */
const kernelFile = '/proc/self/schedstat';
const worked =
  process.threadCpuUsage !== undefined ? () => milliseconds(process.threadCpuUsage())
  : existsSync(kernelFile) ? () => Number(readFileSync(kernelFile, 'latin1').split(' ', 1)[0]) / 1e6
  : () => milliseconds(process.cpuUsage());
const milliseconds = ({ user, system }) => (user + system) / 1000;
/** Calls are timed together for so many milliseconds: a thread's clock ticks slowly. */
const batch = 100;
let last = { at: worked(), calls };
const run = startRun({
  main: { path, source },
  version: '3.11',
  library: openLibrary({ code: read('3.11'), sources: read('sources') }, '3.11', (bytes) => inflateRawSync(bytes)),
  listFolder: () => [],
  readModule: () => null,
  observe: observe === 'true',
  stepLimit: Infinity,
  memoryLimit: Infinity,
  write: (stream, bytes) => {
    const text = decoder.decode(bytes);
    if (stream === 'stderr') throw new Error(text);
    if (!text.endsWith('\n')) return;
    answer = text.trimEnd();
    calls++;
    const now = worked();
    if (now - last.at < batch) return;
    best = Math.min(best, (now - last.at) / (calls - last.calls));
    last = { at: now, calls };
  },
});
const end = worked() + Number(seconds) * 1000;
let steps = 0;
while (worked() < end || best === Infinity) {
  const progress = run.run(20_000);
  if (progress.state === 'finished') throw new Error(`the run ended: ${JSON.stringify(progress.result.stopped)}`);
  steps = progress.steps;
}
process.stdout.write(JSON.stringify({ answer, ms: best, steps: steps / calls }));
