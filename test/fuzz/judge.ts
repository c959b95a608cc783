/** Runs one program on the engine and on a real interpreter, and compares what they print. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import type { RunScenario } from '../engine.ts';
import { normalise } from '../normalise.ts';

interface Printed {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Verdict =
  | { readonly kind: 'agrees' }
  /** The interpreter took too long or too much, or prints something else each time: says nothing about the engine. */
  | { readonly kind: 'unjudged' }
  /** The engine says that it does not cover something. */
  | { readonly kind: 'refused'; readonly feature: string }
  | { readonly kind: 'differs'; readonly expected: string; readonly actual: string };

/** What the reference interpreters are started with; see ../record/README.md. */
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: '/nonexistent', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };

export class Judge {
  private files = 0;

  constructor(
    private readonly engine: RunScenario,
    private readonly folder: string,
    private readonly pythons: ReadonlyMap<PythonVersion, string>,
  ) {}

  async judge(source: string, version: PythonVersion): Promise<Verdict> {
    const path = join(this.folder, `program${this.files++ % 64}.py`);
    writeFileSync(path, source);
    const real = await this.interpreter(path, version);
    if (real === null) return { kind: 'unjudged' };
    let mine;
    try {
      mine = this.engine({ name: 'fuzz', path, source, modules: new Map(), truth: new Map(), current: true }, version, { audit: 5_000, steps: 20_000_000 });
    } catch (error) {
      return { kind: 'differs', expected: report(real), actual: `the engine threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
    }
    if (mine.stopped !== null) {
      // The interpreters have no limit of memory; what needs more than the engine's is no program to judge by.
      if (mine.stopped.startsWith('memory')) return { kind: 'unjudged' };
      return mine.stopped.startsWith('unsupported') ? { kind: 'refused', feature: mine.stopped } : { kind: 'differs', expected: report(real), actual: `stopped: ${mine.stopped}` };
    }
    if (mine.audit.length > 0) return { kind: 'differs', expected: 'a heap whose counts are right', actual: mine.audit.join('\n') };
    const [expected, actual] = [report(real), report(mine)];
    if (expected === actual) return { kind: 'agrees' };
    return (await this.isSettled(path, version, expected)) ? { kind: 'differs', expected, actual } : { kind: 'unjudged' };
  }

  /** Where an address decides what is printed, a few more runs will show it. */
  private async isSettled(path: string, version: PythonVersion, expected: string): Promise<boolean> {
    for (let again = 0; again < 6; again++) {
      const real = await this.interpreter(path, version);
      if (real === null || report(real) !== expected) return false;
    }
    return true;
  }

  private interpreter(path: string, version: PythonVersion): Promise<Printed | null> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.pythons.get(version)!, [path], { cwd: this.folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'], timeout: 10_000 });
      const printed = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'] as const) {
        child[stream].setEncoding('utf8').on('data', (text: string) => {
          if (printed[stream].length < 1 << 20) printed[stream] += text;
        });
      }
      child.on('error', reject).on('close', (exit) => {
        const tooMuch = printed.stdout.length >= 1 << 20 || printed.stderr.includes('MemoryError');
        resolve(exit === null || tooMuch ? null : { exit, stdout: normalise(printed.stdout), stderr: normalise(printed.stderr) });
      });
    });
  }
}

const report = ({ exit, stdout, stderr }: Printed): string => `${stdout}--- stderr\n${stderr}--- exit ${exit}`;
