import type { Progress, Run, RunOptions, SourceFile } from './engine.ts';
import { argumentOf, Op, opcodeOf } from './compiler/opcodes.ts';
import { audit } from './heap/audit.ts';
import { NULL } from './heap/ref.ts';
import { Interpreter } from './interpreter/interpreter.ts';
import { visitRoots } from './interpreter/roots.ts';
import { ownFrame, placeOf } from './journal/places.ts';
import { importsIn, syntaxReports, unsupportedIn, type ReadText } from './journal/reading.ts';
import type { ImportSource, Place, RunResult, Stopped, Unsupported, WaitingThread } from './journal/record.ts';
import { Recorder } from './journal/recorder.ts';
import { Report } from './journal/report.ts';
import { openFolder } from './lifecycle/files.ts';
import { hooksOf, HardExit } from './lifecycle/hooks.ts';
import { runMain, type Outcome } from './lifecycle/main.ts';
import { startedRuntime } from './lifecycle/checkpoint.ts';
import { isNativeModule } from './modules/core/define.ts';
import { flushStopped } from './modules/sys/streams.ts';
import { getNamespaceItem } from './objects/core/attributes.ts';
import { RunStopped, type Runtime } from './objects/core/runtime.ts';
import { isMainThread } from './objects/core/threadstate.ts';
import type { Activation } from './objects/frame.ts';
import { OutputText } from './text/output.ts';
import { selectTextVersion } from './text/profile.ts';
import { librarySource, moduleFile, sourceRelease } from './library/find.ts';
import { refusedImports } from './versions/refused.ts';
import { isStandardModule } from './versions/stdlib.ts';

/** Instructions between two looks at the budgets. */
const slice = 100_000;

/** Where the program's own text is under way, and not the library's. */
function ownPlace(activation: Activation | null): Place | null {
  const frame = ownFrame(activation);
  return frame === null ? null : placeOf(frame.code, frame.instruction);
}

/** One program on one machine, continued in slices. */
export class ScenarioRun implements Run {
  private readonly sources = new Map<string, string>();
  private readonly outcome: Outcome = { route: 'end-of-file', status: 0 };
  private readonly rt: Runtime;
  private readonly vm: Interpreter;
  private readonly recorder: Recorder | null = null;
  private readonly report: Report | null = null;
  private readonly problems: string[] = [];
  private readonly outputs = { stdout: new OutputText(), stderr: new OutputText() };

  constructor(private readonly options: RunOptions) {
    const { main, version } = options;
    this.sources.set(main.path, main.source);
    const { rt, state, files } = startedRuntime(
      version,
      {
        write: (stream, bytes) => this.write(stream, bytes),
        readModule: (name) => this.readModule(name),
        listFolder: options.listFolder,
        library: options.library,
        sourceOf: (filename) => this.sources.get(filename) ?? librarySource(options.library, filename),
      },
      options.memoryLimit,
    );
    this.rt = rt;
    this.vm = new Interpreter(this.rt);
    this.rt.hooks = hooksOf(this.vm);
    this.rt.files = openFolder(this.rt, files, main.path);
    if (options.observe) {
      this.recorder = new Recorder(this.rt);
      this.report = new Report(this.rt, this.recorder, main.path, (path) => this.sources.has(path));
      this.rt.journal = this.recorder;
    }
    this.vm.start(runMain(this.rt, state, main.path, main.source, this.outcome));
  }

  private write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.outputs[stream].add(bytes);
    this.options.write?.(stream, bytes);
  }

  private readModule(name: string): SourceFile | null {
    const file = this.options.readModule(name);
    if (file !== null) this.sources.set(file.path, file.source);
    return file;
  }

  run(steps: number): Progress {
    // Tables of text and numbers are the version's; runs of several versions may take turns.
    selectTextVersion(this.options.version);
    const { vm } = this;
    const until = vm.steps + steps;
    try {
      while (vm.steps < until) {
        const left = this.options.stepLimit - vm.steps;
        if (left <= 0) return this.stopped({ budget: 'steps', limit: this.options.stepLimit }, this.next());
        this.rt.stepsLeft = left;
        this.rt.checkMemory(0);
        this.auditIfDue();
        if (vm.run(Math.min(until - vm.steps, left, this.options.audit?.everySteps ?? slice))) return this.ended();
      }
      return { state: 'more', steps: vm.steps };
    } catch (error) {
      if (error instanceof HardExit) return this.hardExit(error.status);
      const reason = this.reasonOf(error);
      if (reason === null) throw error;
      return this.stopped(reason, this.here());
    }
  }

  /** Audits between instructions; a built-in under way may hold references that only its own code knows. */
  private auditIfDue(): void {
    if (this.options.audit === undefined || this.vm.steps === 0) return;
    this.recordProblems(audit(this.rt.heap, (visit) => visitRoots(this.rt, visit), false));
  }

  private recordProblems(problems: readonly string[]): void {
    for (const problem of problems) if (this.problems.length < 50 && !this.problems.includes(problem)) this.problems.push(problem);
  }

  /** What the host refuses to make for its size is beyond any budget; null for other errors. */
  private reasonOf(error: unknown): Stopped | null {
    const { options } = this;
    if (error instanceof RangeError && /^(Invalid (string|array|typed array) length|Maximum BigInt size exceeded|Array buffer allocation failed)/.test(error.message)) {
      return { budget: 'memory', limit: options.memoryLimit };
    }
    if (!(error instanceof RunStopped)) return null;
    const { reason } = error;
    if ('unsupported' in reason) {
      const place = this.here() ?? { file: options.main.path, line: 1, start: 0, end: 0 };
      return { budget: 'unsupported', unsupported: { place, feature: reason.unsupported, neededBy: this.importUnderWay(reason.unsupported), reached: true } };
    }
    switch (reason.budget) {
      case 'steps':
        return { budget: 'steps', limit: options.stepLimit };
      case 'memory':
        return { budget: 'memory', limit: options.memoryLimit };
      case 'deadlock':
        return { budget: 'deadlock', threads: this.waitingThreads() };
    }
  }

  /** Where each thread waits that would have to go on for the program to end. */
  private waitingThreads(): readonly WaitingThread[] {
    const { rt } = this;
    return rt.threads.map((thread) => ({ isMain: isMainThread(thread), place: ownPlace((thread.registers ?? rt).activation) }));
  }

  private here(): Place | null {
    return ownPlace(this.rt.activation);
  }

  /** The module that the program was importing when one further down was missing. */
  private importUnderWay(feature: string): string | null {
    const frame = ownFrame(this.rt.activation);
    const instruction = frame?.code.data.instructions[frame.instruction] ?? 0;
    if (frame === null || opcodeOf(instruction) !== Op.IMPORT_NAME || !feature.startsWith('the module ')) return null;
    const name = frame.code.data.names[argumentOf(instruction)]!;
    return name.startsWith(feature.slice('the module '.length)) ? null : name;
  }

  /** The instruction that would be executed next. */
  private next(): Place | null {
    const { activation } = this.rt;
    return activation !== null && activation.isPython ? placeOf(activation.code, activation.pc) : this.here();
  }

  private stopped(stopped: Stopped, at: Place | null): Progress {
    // What the program printed until now is part of the result, though the interpreter had not handed it on.
    for (const name of ['stdout', 'stderr']) {
      const stream = this.rt.sysDict === NULL ? NULL : getNamespaceItem(this.rt, this.rt.sysDict, this.rt.name(`__${name}__`));
      if (stream !== NULL) flushStopped(this.rt, stream);
    }
    return this.finished('stopped', stopped.budget === 'unsupported' ? 70 : 1, at, stopped);
  }

  private hardExit(status: number): Progress {
    this.report?.takeStock();
    return this.finished('os._exit', status, this.here(), null);
  }

  private ended(): Progress {
    // A daemon thread's built-ins are under way for ever.
    const isOver = this.rt.threads.length === 1;
    if (this.options.audit !== undefined) this.recordProblems(audit(this.rt.heap, (visit) => visitRoots(this.rt, visit), isOver));
    const { route, status } = this.outcome;
    const wasRead = this.recorder?.texts.get(this.options.main.path)?.code !== null;
    return this.finished(wasRead ? route : 'syntax-error', status, this.recorder?.end?.at ?? null, null);
  }

  private finished(route: RunResult['exit']['route'], status: number, at: Place | null, stopped: Stopped | null): Progress {
    const result: RunResult = {
      version: this.options.version,
      file: this.options.main.path,
      exit: { route, status, at, error: route === 'uncaught-exception' ? (this.recorder?.end ?? null) : null },
      stdout: this.outputs.stdout.end(),
      stderr: this.outputs.stderr.end(),
      stopped,
      syntaxErrors: this.texts().flatMap(syntaxReports),
      unsupported: this.unsupported(stopped),
      objects: this.report?.objects(route) ?? [],
      observations: this.recorder?.sights.observations() ?? [],
      imports: this.texts().flatMap((text) => importsIn(text).flatMap((found) => this.importSource(found))),
      collections: this.recorder?.collections ?? [],
      steps: this.vm.steps,
      audit: this.problems,
    };
    return { state: 'finished', result };
  }

  /** The program's own files, as far as they were read. */
  private texts(): readonly ReadText[] {
    return [...(this.recorder?.texts.values() ?? [])].filter(({ filename }) => this.sources.has(filename));
  }

  /** What ended the run, and what the texts name besides. */
  private unsupported(stopped: Stopped | null): readonly Unsupported[] {
    const reached = stopped?.budget === 'unsupported' ? [stopped.unsupported] : [];
    const named = this.texts().flatMap((text) => unsupportedIn(text, (module) => this.missingFor(module)));
    const isReached = ({ place, feature }: Unsupported): boolean =>
      reached.some((end) => end.feature === feature && end.place.file === place.file && end.place.start === place.start);
    return [...reached, ...named.filter((unsupported) => !isReached(unsupported))];
  }

  private importSource(found: { readonly place: Place; readonly module: string }): readonly ImportSource[] {
    const { library, version } = this.options;
    const from =
      this.options.readModule(found.module) !== null ? 'beside' : isNativeModule(found.module) ? 'native' : moduleFile(library, found.module) !== null ? 'library' : null;
    return from === null || this.missingFor(found.module) !== null ? [] : [{ ...found, from, release: sourceRelease(version) }];
  }

  /** The module at which an import of `module` stops, as far as that is known beforehand; null for one that works. */
  private missingFor(module: string): string | null {
    const { library, version } = this.options;
    const [top = ''] = module.split('.');
    if (!isStandardModule(top, version) || isNativeModule(module) || this.options.readModule(top) !== null) return null;
    if (moduleFile(library, top) === null && !isNativeModule(top)) return top;
    const refused = refusedImports(version);
    return refused.get(module) ?? refused.get(top) ?? null;
  }
}
