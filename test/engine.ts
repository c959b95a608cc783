/** Runs a scenario on the built engine and reduces the result to what the record holds. */
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library, Run, RunOptions } from '../server/src/engine/engine.ts';
import type { ObjectRecord, PythonVersion, RunResult, Stopped } from '../server/src/engine/journal/record.ts';
import { libraries, type LibraryOpener } from './libraries.ts';
import { normalise } from './normalise.ts';
import type { Fate, Scenario, Truth } from './scenarios.ts';

/** The bundle's entry. Constant enums are inlined in it, so the tests run the bundle and not the sources. */
interface Engine extends LibraryOpener {
  startRun(options: RunOptions): Run;
}

export interface Outcome extends Truth {
  /** Why the run ended before the program did, or null. */
  readonly stopped: string | null;
  readonly audit: readonly string[];
}

export interface Limits {
  /** Audit the heap at the end and after every so many steps. */
  readonly audit?: number;
  readonly steps?: number;
  /** Unless false, the run is observed. */
  readonly observe?: boolean;
}

export type RunScenario = (scenario: Scenario, version: PythonVersion, limits?: Limits) => Outcome;

/** Loads the engine's bundle from the checkout `root`. */
export async function loadEngine(root: string): Promise<RunScenario> {
  const engine = (await import(pathToFileURL(`${root}/server/dist/engine.js`).href)) as Engine;
  const libraryOf = libraries(engine, root);
  return (scenario, version, limits = {}) => outcome(scenario, finish(engine, libraryOf(version), scenario, version, limits));
}

function finish(engine: Engine, library: Library, scenario: Scenario, version: PythonVersion, limits: Limits): RunResult {
  // A folder that is no machine's: what a program prints about its own path must not depend on the checkout.
  const folder = `/scenarios/${scenario.name}`;
  const run = engine.startRun({
    main: { path: `${folder}/${basename(scenario.path)}`, source: scenario.source },
    version,
    library,
    listFolder: (below) => contents([...scenario.modules.keys()], below),
    readModule: (name) => {
      const source = scenario.modules.get(name);
      return source === undefined ? null : { path: `${folder}/${name}.py`, source };
    },
    observe: limits.observe ?? true,
    stepLimit: limits.steps ?? 20_000_000,
    memoryLimit: 2 ** 30,
    ...(limits.audit === undefined ? {} : { audit: { everySteps: limits.audit } }),
  });
  for (;;) {
    const progress = run.run(1_000_000);
    if (progress.state === 'finished') return progress.result;
  }
}

function outcome(scenario: Scenario, result: RunResult): Outcome {
  return {
    stopped: result.stopped && whyStopped(result.stopped),
    exit: result.exit.status,
    stdout: normalise(result.stdout),
    stderr: normalise(result.stderr),
    objects: fates(scenario, result.objects),
    audit: result.audit,
  };
}

/** What is in a folder beside the scenario, given the paths of its modules. */
function contents(modules: readonly string[], folder: string): string[] {
  const below = folder === '' ? '' : `${folder}/`;
  const rest = modules.filter((path) => path.startsWith(below)).map((path) => `${path.slice(below.length)}.py`);
  return [...new Set(rest.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : path)))];
}

function whyStopped(stopped: Stopped): string {
  switch (stopped.budget) {
    case 'unsupported':
      return `unsupported: ${stopped.unsupported.feature} (${basename(stopped.unsupported.place.file)}:${stopped.unsupported.place.line})`;
    case 'deadlock':
      return 'deadlock';
    case 'steps':
    case 'memory':
      return `${stopped.budget}: more than ${stopped.limit}`;
  }
}

/** As the oracle does: classes that a class statement of the program's files names, and their instances. */
function fates(scenario: Scenario, objects: readonly ObjectRecord[]): Record<string, Fate> {
  const written = new Set<string>();
  for (const source of [scenario.source, ...scenario.modules.values()]) {
    for (const statement of source.matchAll(/^[ \t]*class[ \t]+(\w+)/gm)) written.add(statement[1] ?? '');
  }
  const named = objects.filter(({ kind, label }) => {
    if (kind === 'class') return written.has(label.replace(/^class |#\d+$/g, ''));
    return kind === 'instance' && written.has(label.replace(/#\d+$/, ''));
  });
  return Object.fromEntries(named.map((object) => [object.label, fate(object)]));
}

/** The oracle has one phase for the end of the script and for the threads that are waited for. */
function fate({ fate: { stage, finalized, at } }: ObjectRecord): Fate {
  return { stage: stage === 'threads' ? 'end' : stage, finalized, ...(stage === 'line' && at ? { line: `${basename(at.file)}:${at.line}` } : {}) };
}
