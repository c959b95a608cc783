/** Single methods of CPython's tests, on real interpreters and on the engine. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import type { RunScenario } from '../engine.ts';

export interface CutTest {
  /** `test_gc.GCTests.test_list`. */
  readonly id: string;
  /** A program that prints `ok` at its end where the test passes. */
  readonly source: string;
}

/** The methods of these files that can be cut out as programs of their own, from the tests that the interpreter brings. */
export function cutTests(root: string, python: string, files: readonly string[]): CutTest[] {
  const { stdout, stderr, status } = spawnSync(python, ['-B', join(root, 'test/cpython/cut.py'), ...files], { encoding: 'utf8', maxBuffer: 1 << 29 });
  // Some distributions leave the tests out.
  if (stderr.includes("No module named 'test'")) return [];
  if (status !== 0) throw new Error(`${python} could not cut its tests:\n${stderr}`);
  return stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as CutTest);
}

const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: '/nonexistent', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' };

/**
 * Only a method that passes on its own on the real interpreter says anything of the engine. `library` is a library to use
 * instead of the interpreter's own.
 */
export function passesThere(python: string, { source }: CutTest, folder: string, library?: string): Promise<boolean> {
  const path = join(folder, 'one_test.py');
  writeFileSync(path, source);
  const env = library === undefined ? environment : { ...environment, PYTHONPATH: library };
  return new Promise((resolve, reject) => {
    const child = spawn(python, [...(library === undefined ? [] : ['-X', 'frozen_modules=off']), path], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', reject).on('close', (status) => resolve(status === 0 && isOk(printed)));
  });
}

const isOk = (printed: string): boolean => /(^|\n)ok\n$/.test(printed);

/** Why the method does not pass on the engine; null where it does. */
export function failureHere(engine: RunScenario, { source }: CutTest, version: PythonVersion): string | null {
  const scenario = { name: 'cpython', path: '/one_test.py', source, modules: new Map<string, string>(), truth: new Map(), current: true };
  try {
    const { stopped, exit, stdout, stderr } = engine(scenario, version, { observe: false, steps: 50_000_000 });
    if (stopped !== null) return stopped.replace(/ \([^()]*\)$/, '');
    return exit === 0 && isOk(stdout) ? null : (stderr.trim().split('\n').at(-1) ?? '').slice(0, 160);
  } catch (error) {
    return `the engine threw ${String(error).slice(0, 160)}`;
  }
}
