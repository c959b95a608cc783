/** `exit-lens run`: behaves as `python FILE` would. */
import { dirname, resolve } from 'node:path';
import { startRun } from '../engine/engine.ts';
import type { RunResult } from '../engine/journal/record.ts';
import { libraryOf } from '../library/node.ts';
import { listBeside, modulesBeside, readSource } from './files.ts';
import { onlyFile, pythonVersion, readArguments, stepLimit } from './options.ts';
import { OutputBuffer, write } from './output.ts';
import { usage } from './usage.ts';

/** EX_SOFTWARE of sysexits.h: the program went where the model cannot follow. */
const notCovered = 70;
const sliceSteps = 2_000_000;
const memoryLimit = 4 * 2 ** 30;

export function run(args: readonly string[]): number {
  const options = readArguments(args, { python: { type: 'string' }, 'step-limit': { type: 'string' } });
  if (options.help) {
    write('stdout', usage.run);
    return 0;
  }
  const version = pythonVersion(options);
  const limit = stepLimit(options, Number.MAX_SAFE_INTEGER);
  const path = resolve(onlyFile(options));
  const source = readSource(onlyFile(options));
  const output = new OutputBuffer();

  const program = startRun({
    main: { path, source },
    version,
    library: libraryOf(version),
    readModule: modulesBeside(dirname(path), dirname(path)),
    listFolder: listBeside(dirname(path)),
    observe: false,
    stepLimit: limit,
    memoryLimit,
    write: (stream, bytes) => output.add(stream, bytes),
  });
  for (;;) {
    const progress = program.run(sliceSteps);
    output.flush();
    if (progress.state === 'finished') return finish(progress.result);
  }
}

function finish(result: RunResult): number {
  const reason = whyStopped(result);
  if (reason === null) return result.exit.status;
  write('stderr', `exit-lens: ${reason}\n`);
  return notCovered;
}

function whyStopped({ stopped }: RunResult): string | null {
  switch (stopped?.budget) {
    case undefined:
      return null;
    case 'steps':
      return `stopped after ${stopped.limit.toLocaleString('en')} steps`;
    case 'memory':
      return `stopped: the program wants more than ${stopped.limit.toLocaleString('en')} bytes of memory`;
    case 'deadlock':
      return 'stopped: all threads wait for each other; Python would hang here';
    case 'unsupported': {
      const { place, feature } = stopped.unsupported;
      return `${place.file}:${place.line}: Exit Lens does not model ${feature} yet`;
    }
  }
}
