import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { normalise } from '../normalise.ts';
import type { Fate } from '../scenarios.ts';

/**
 * The interpreters of these versions: those in `folder` (`folder/3.13/bin/python3`), or else clean virtual environments,
 * made in `scratch`, of the ones on the path: what else is installed beside an interpreter moves its collections.
 */
export function findPythons(versions: readonly PythonVersion[], folder: string | undefined, scratch: string): Map<PythonVersion, string> {
  const found = new Map<PythonVersion, string>();
  for (const version of versions) {
    const path = join(folder ?? scratch, version, 'bin/python3');
    if (folder === undefined) spawnSync(`python${version}`, ['-m', 'venv', '--without-pip', join(scratch, version)]);
    if (existsSync(path)) found.set(version, path);
  }
  return found;
}

export interface Printed {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Null where no oracle was asked. */
  readonly objects: Readonly<Record<string, Fate>> | null;
}

/** What the reference interpreters are started with; see ../record/README.md. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: '/nonexistent', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };
const most = 1 << 20;

/** An interpreter that runs programs one after the other, while the engine does something else. */
export class Interpreter {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((answer: string) => void)[] = [];

  /** `oracle` is the folder of the lifetime oracle, where fates are to be told too. */
  constructor(root: string, python: string, folder: string, oracle: string | null) {
    this.child = spawn(python, [join(root, 'test/fuzz/interpreter.py'), ...(oracle === null ? [] : [oracle])], { cwd: folder, env: environment });
    createInterface(this.child.stdout).on('line', (line) => this.waiting.shift()!(line));
    this.child.stderr.pipe(process.stderr);
    this.child.on('exit', () => {
      for (const answer of this.waiting.splice(0)) answer('null');
    });
  }

  /** Null when the program took too long or too much. */
  async run(path: string): Promise<Printed | null> {
    const line = await new Promise<string>((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(`${path}\n`);
    });
    const answer = JSON.parse(line) as [exit: number, stdout: string, stderr: string, objects: Record<string, Fate> | null] | null;
    if (answer === null || answer[1].length >= most || answer[2].includes('MemoryError')) return null;
    const [exit, stdout, stderr, objects] = answer;
    // The oracle has replaced what differs from run to run.
    return objects === null ? { exit, stdout: normalise(stdout), stderr: normalise(stderr), objects } : { exit, stdout, stderr, objects };
  }

  end(): void {
    this.child.stdin.end();
  }
}
