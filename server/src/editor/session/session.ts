/**
 * What the server knows: open documents, settings, and for each scenario the check of its present text. A check
 * is started by every change and made worthless by the next one; nobody can ask for an older one.
 */
import type { SourceFile } from '../../engine/engine.ts';
import { defaultMemoryLimit } from '../../defaults.ts';
import { Check, type Snapshot } from './check.ts';
import { fileName, folderUri, isScenario, moduleName, type OpenDocument } from './document.ts';
import type { Outcome, Runner } from './job.ts';
import { EngineQueue } from './queue.ts';
import { defaultSettings, sameSettings, type Settings } from './settings.ts';

export interface SessionEvents {
  /** A check of a scenario's present text was started. */
  readonly started: (check: Check) => void;
  /** It came to an end while the text was still the present one. */
  readonly settled: (check: Check, outcome: Outcome) => void;
  /** A verdict changed for another reason than an edit of its own text. */
  readonly outdated: () => void;
}

/** Earlier verdicts that are kept for each document, so that an undo is answered at once. */
const remembered = 3;

export class Session {
  readonly #queue: EngineQueue;
  readonly #folderOf: (uri: string) => string | null;
  readonly #events: SessionEvents;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #checks = new Map<string, Check>();
  readonly #earlier = new Map<string, Check[]>();
  #settings = defaultSettings;
  #serial = 0;

  constructor(runner: Runner, folderOf: (uri: string) => string | null, events: SessionEvents) {
    this.#queue = new EngineQueue(runner);
    this.#folderOf = folderOf;
    this.#events = events;
  }

  get settings(): Settings {
    return this.#settings;
  }

  document(uri: string): OpenDocument | null {
    return this.#documents.get(uri) ?? null;
  }

  /** The check of a scenario's present text; null for documents that are not scenarios or not open. */
  check(uri: string): Check | null {
    return this.#checks.get(uri) ?? null;
  }

  /** A document was opened, or has a new text. */
  update(document: OpenDocument): void {
    this.#documents.set(document.uri, document);
    if (isScenario(document)) this.#start(document);
    this.moduleChanged(document.uri);
  }

  close(uri: string): void {
    this.#checks.get(uri)?.abort.abort();
    this.#checks.delete(uri);
    this.#earlier.delete(uri);
    this.#documents.delete(uri);
    this.moduleChanged(uri);
  }

  configure(settings: Settings): void {
    if (sameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.#restart([...this.#checks.keys()]);
  }

  /** A Python file was changed, made or removed: scenarios that looked for it are checked again. */
  moduleChanged(uri: string): void {
    const name = moduleName(uri);
    if (name === null) return;
    const users = [...this.#checks.values()].filter(
      ({ snapshot, outcome }) =>
        folderUri(snapshot.document.uri) === folderUri(uri) &&
        (outcome === null || (outcome.kind === 'analysed' && outcome.report.modules.includes(name))),
    );
    for (const { snapshot } of users) this.#earlier.delete(snapshot.document.uri);
    this.#restart(users.map(({ snapshot }) => snapshot.document.uri));
  }

  /** Its verdict was forgotten: the same text is run once more. */
  runAgain(uri: string): void {
    const document = this.#documents.get(uri);
    if (document === undefined || !this.#checks.has(uri)) return;
    this.#earlier.delete(uri);
    this.#start(document, false);
  }

  dispose(): void {
    for (const check of this.#checks.values()) check.abort.abort();
    this.#queue.dispose();
  }

  #restart(uris: readonly string[]): void {
    for (const uri of uris) {
      const document = this.#documents.get(uri);
      if (document !== undefined) this.#start(document, false);
    }
    if (uris.length > 0) this.#events.outdated();
  }

  #start(document: OpenDocument, remember = true): void {
    const { uri } = document;
    const last = this.#checks.get(uri);
    last?.abort.abort();
    const earlier = this.#earlier.get(uri) ?? [];
    if (remember && last?.outcome?.kind === 'analysed') earlier.unshift(last);
    this.#earlier.set(uri, earlier.slice(0, remembered));

    const snapshot: Snapshot = { document, settings: this.#settings };
    const known = earlier.find((check) => check.covers(snapshot))?.outcome ?? null;
    const check = new Check(++this.#serial, snapshot, (check) =>
      known === null ? this.#run(check) : Promise.resolve(known),
    );
    check.outcome = known;
    this.#checks.set(uri, check);
    this.#events.started(check);
    void check.settled.then((outcome) => {
      if (this.#checks.get(uri) === check) this.#events.settled(check, outcome);
    });
  }

  #run(check: Check): Promise<Outcome> {
    const { document, settings } = check.snapshot;
    const job = {
      main: { path: fileName(document.uri), source: document.text },
      version: settings.version,
      stepLimit: settings.stepLimit,
      memoryLimit: defaultMemoryLimit,
      openModules: this.#openModules(document.uri),
      folder: this.#folderOf(document.uri),
    };
    return this.#queue.run(job, check.abort.signal, (steps) => (check.steps = steps));
  }

  #openModules(uri: string): ReadonlyMap<string, SourceFile> {
    const modules = new Map<string, SourceFile>();
    for (const document of this.#documents.values()) {
      const name = moduleName(document.uri);
      if (name !== null && folderUri(document.uri) === folderUri(uri)) {
        modules.set(name, { path: fileName(document.uri), source: document.text });
      }
    }
    return modules;
  }
}
