/** The recorded scenarios: programs under `scenarios/`, and under `truth/` what real interpreters did with each. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PythonVersion, Stage } from '../server/src/engine/journal/record.ts';

/** The versions whose truth the engine has to match. */
export const versions: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

export interface Scenario {
  /** `theme/name`. */
  readonly name: string;
  readonly path: string;
  readonly source: string;
  /** Modules beside the file, by path below its folder and without `.py`. */
  readonly modules: ReadonlyMap<string, string>;
  readonly truth: ReadonlyMap<PythonVersion, Truth>;
  /** False when the text is not the one the truth was recorded for. */
  readonly current: boolean;
}

export interface Fate {
  readonly stage: Stage;
  readonly finalized: boolean;
  /** `file:line` where the program freed it. */
  readonly line?: string;
}

/** What can be compared of a run. */
export interface Truth {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly objects: Readonly<Record<string, Fate>>;
}

interface RecordedTruth {
  readonly versions: readonly PythonVersion[];
  readonly exit: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly objects: Readonly<Record<string, Fate>>;
}

const suffix = '.scenario.py';

/** Every scenario under the folder `test`, in the order of the names. */
export function readScenarios(test: string): Scenario[] {
  const folder = join(test, 'scenarios');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(suffix))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => readScenario(test, join(folder, path), path.slice(0, -suffix.length).replace(/\/main$/, '')));
}

function readScenario(test: string, path: string, name: string): Scenario {
  const folder = dirname(path);
  const own = basename(path) === `main${suffix}`;
  const beside = own ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')) : [];
  const helpers = beside.filter((file) => file.endsWith('.py') && !file.endsWith(suffix));
  const files = own ? [...helpers, basename(path)].sort() : [basename(path)];
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file))).update('\0');

  const recorded = join(test, 'truth', `${name}.json`);
  const record = existsSync(recorded)
    ? (JSON.parse(readFileSync(recorded, 'utf8')) as { source: string; truth: RecordedTruth[] })
    : { source: '', truth: [] };
  return {
    name,
    path,
    source: readFileSync(path, 'utf8'),
    modules: new Map(helpers.map((file) => [file.slice(0, -'.py'.length), readFileSync(join(folder, file), 'utf8')])),
    truth: new Map(record.truth.flatMap((truth) => truth.versions.map((version) => [version, expand(truth)] as const))),
    current: record.source === hash.digest('hex').slice(0, 16),
  };
}

function expand({ exit, stdout, stderr, objects }: RecordedTruth): Truth {
  return { exit, stdout: stdout.join(''), stderr: stderr.join(''), objects };
}
