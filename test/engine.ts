/** Runs a scenario on the built engine and reduces the result to what the record holds. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import type { Library, LibraryBytes, Run, RunOptions } from '../server/src/engine/engine.ts';
import type { ObjectRecord, PythonVersion, RunResult, Stopped } from '../server/src/engine/journal/record.ts';
import { normalise } from './normalise.ts';
import type { Fate, Scenario, Truth } from './scenarios.ts';

/** The bundle's entry. Constant enums are inlined in it, so the tests run the bundle and not the sources. */
interface Engine {
  startRun(options: RunOptions): Run;
  openLibrary(bytes: LibraryBytes, version: PythonVersion, inflate: (bytes: Uint8Array) => Uint8Array): Library;
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

/** The standard libraries beside the bundle, each read once. */
function libraries(engine: Engine, root: string): (version: PythonVersion) => Library {
  const opened = new Map<PythonVersion, Library>();
  const read = (name: string): Uint8Array => readFileSync(`${root}/server/dist/stdlib/${name}.lib`);
  const sources = read('sources');
  return (version) => {
    const known = opened.get(version);
    if (known !== undefined) return known;
    const library = engine.openLibrary({ code: read(version), sources }, version, (bytes) => inflateRawSync(bytes));
    opened.set(version, library);
    return library;
  };
}

function finish(engine: Engine, library: Library, scenario: Scenario, version: PythonVersion, limits: Limits): RunResult {
  // A folder that is no machine's: what a program prints about its own path must not depend on the checkout.
  const folder = `/scenarios/${scenario.name}`;
  const run = engine.startRun({
    main: { path: `${folder}/${basename(scenario.path)}`, source: scenario.source },
    version,
    library,
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

function whyStopped(stopped: Stopped): string {
  switch (stopped.budget) {
    case 'unsupported':
      return `unsupported: ${stopped.unsupported.feature} (${basename(stopped.unsupported.place.file)}:${stopped.unsupported.place.line})`;
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

function fate({ fate: { stage, finalized, at } }: ObjectRecord): Fate {
  return { stage, finalized, ...(stage === 'line' && at ? { line: `${basename(at.file)}:${at.line}` } : {}) };
}
