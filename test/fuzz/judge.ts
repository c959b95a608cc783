/** Runs one program on the engine and on a real interpreter, and compares what they print. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { comparable } from '../agreement/compare.ts';
import type { Outcome, RunScenario } from '../engine.ts';
import { Interpreter, type Printed } from './interpreters.ts';

export type Verdict =
  | { readonly kind: 'agrees' }
  /** The interpreter took too long or too much, or prints something else each time: says nothing about the engine. */
  | { readonly kind: 'unjudged' }
  /** The engine says that it does not cover something. */
  | { readonly kind: 'refused'; readonly feature: string }
  | { readonly kind: 'differs'; readonly expected: string; readonly actual: string };

/** A program that an interpreter is running. */
export interface Trial {
  readonly path: string;
  readonly source: string;
  readonly version: PythonVersion;
  readonly real: Promise<Printed | null>;
}

export class Judge {
  private files = 0;
  private readonly interpreters: ReadonlyMap<PythonVersion, Interpreter>;

  constructor(
    root: string,
    private readonly engine: RunScenario,
    private readonly folder: string,
    pythons: ReadonlyMap<PythonVersion, string>,
    private readonly oracle: string | null = null,
  ) {
    this.interpreters = new Map([...pythons].map(([version, python]) => [version, new Interpreter(root, python, folder, oracle)]));
  }

  /** Fates are told by observed runs only. */
  get tellsFates(): boolean {
    return this.oracle !== null;
  }

  /** Lets the interpreter begin, so that it works while others are judged. At most 32 at a time. */
  begin(source: string, version: PythonVersion): Trial {
    // The oracle looks at all files of a folder.
    const folder = join(this.folder, String(this.files++ % 64));
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'program.py');
    writeFileSync(path, source);
    return { path, source, version, real: this.interpreters.get(version)!.run(path) };
  }

  /** Observed or not, the engine takes other ways through a program: both ought to be tried. */
  async judge({ path, source, version, real: running }: Trial, observe = true, repeats = 6): Promise<Verdict> {
    const real = await running;
    if (real === null) return { kind: 'unjudged' };
    let mine;
    try {
      mine = this.engine({ name: 'fuzz', path, source, modules: new Map(), truth: new Map(), current: true }, version, { audit: 5_000, steps: 20_000_000, observe });
    } catch (error) {
      return { kind: 'differs', expected: report(real), actual: `the engine threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
    }
    if (mine.stopped !== null) {
      // The interpreters have no limit of memory; what needs more than the engine's is no program to judge by.
      if (mine.stopped.startsWith('memory')) return { kind: 'unjudged' };
      return mine.stopped.startsWith('unsupported') ? { kind: 'refused', feature: mine.stopped } : { kind: 'differs', expected: report(real), actual: `stopped: ${mine.stopped}` };
    }
    if (mine.audit.length > 0) return { kind: 'differs', expected: 'a heap whose counts are right', actual: mine.audit.join('\n') };
    const [expected, actual] = reports(real, mine);
    if (expected === actual) return { kind: 'agrees' };
    return (await this.isSettled(this.interpreters.get(version)!, path, expected, repeats)) ? { kind: 'differs', expected, actual } : { kind: 'unjudged' };
  }

  /** Where an address decides what is printed, a few more runs will show it. */
  private async isSettled(interpreter: Interpreter, path: string, expected: string, repeats: number): Promise<boolean> {
    const again = await Promise.all(Array.from({ length: repeats }, () => interpreter.run(path)));
    return again.every((real) => real !== null && expected.startsWith(report(real)));
  }

  end(): void {
    for (const interpreter of this.interpreters.values()) interpreter.end();
  }
}

/** Both runs as text: what they print, and where an oracle was asked what became of each object. */
function reports(real: Printed, mine: Outcome): [expected: string, actual: string] {
  if (real.objects === null) return [report(real), report(mine)];
  const { expected, actual } = comparable({ ...real, objects: real.objects }, mine);
  return [`${report(real)}\n${expected.fates.join('\n')}`, `${report(mine)}\n${actual.fates.join('\n')}`];
}

const report = ({ exit, stdout, stderr }: Pick<Printed, 'exit' | 'stdout' | 'stderr'>): string => `${stdout}--- stderr\n${stderr}--- exit ${exit}`;
