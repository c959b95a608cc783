/**
 * time-main.mjs PROGRAM SECONDS OBSERVE: the engine's side of time_main.py. The program calls main() for ever and prints
 * a line after each call; the lines are timed as they are written, and the run is dropped when the time is over.
 */
import { readFileSync } from 'node:fs';
import { engineUrl } from '../places.mjs';

const [path, seconds, observe] = process.argv.slice(2);
const { startRun } = await import(engineUrl);

const source = `${readFileSync(path, 'utf8')}
while True:
    answer = main()
    print(repr(answer), flush=True)
`;
let answer = '';
let best = Infinity;
let last = NaN;
let calls = 0;
const run = startRun({
  main: { path, source },
  version: '3.11',
  library: null,
  readModule: () => null,
  observe: observe === 'true',
  stepLimit: Infinity,
  memoryLimit: Infinity,
  write: (stream, text) => {
    const now = performance.now();
    if (stream === 'stderr') throw new Error(text);
    if (!text.endsWith('\n')) return;
    answer = text.trimEnd();
    best = Math.min(best, Number.isNaN(last) ? Infinity : now - last);
    last = now;
    calls++;
  },
});
const end = performance.now() + Number(seconds) * 1000;
let steps = 0;
while (performance.now() < end || calls < 3) {
  const progress = run.run(20_000);
  if (progress.state === 'finished') throw new Error(`the run ended: ${JSON.stringify(progress.result.stopped)}`);
  steps = progress.steps;
}
process.stdout.write(JSON.stringify({ answer, ms: best, steps: steps / calls }));
