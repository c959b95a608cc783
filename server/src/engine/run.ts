import type { Progress, Run, RunOptions, SourceFile } from './engine.ts';
import { audit } from './heap/audit.ts';
import { Interpreter } from './interpreter/interpreter.ts';
import { visitRoots } from './interpreter/roots.ts';
import type { Place, RunResult, Stopped } from './journal/record.ts';
import { Recorder } from './journal/recorder.ts';
import { Report } from './journal/report.ts';
import { hooksOf, HardExit } from './lifecycle/hooks.ts';
import { runMain, type Outcome } from './lifecycle/main.ts';
import { newRuntime } from './lifecycle/startup.ts';
import { RunStopped, type Runtime } from './objects/core/runtime.ts';
import { pythonFrame } from './objects/frame.ts';
import { selectTextVersion } from './text/profile.ts';

/** Instructions between two looks at the step limit. */
const slice = 100_000;

/** One program on one machine, continued in slices. */
export class ScenarioRun implements Run {
  private readonly sources = new Map<string, string>();
  private readonly outcome: Outcome = { route: 'end-of-file', status: 0 };
  private readonly rt: Runtime;
  private readonly vm: Interpreter;
  private readonly recorder: Recorder | null = null;
  private readonly report: Report | null = null;
  private readonly problems: string[] = [];
  private stdout = '';
  private stderr = '';

  constructor(private readonly options: RunOptions) {
    const { main, version } = options;
    this.sources.set(main.path, main.source);
    this.rt = newRuntime(
      version,
      {
        write: (stream, text) => this.write(stream, text),
        readModule: (name) => this.readModule(name),
        sourceOf: (filename) => this.sources.get(filename) ?? null,
      },
      options.memoryLimit,
    );
    this.vm = new Interpreter(this.rt);
    this.rt.hooks = hooksOf(this.vm);
    if (options.observe) {
      this.recorder = new Recorder(this.rt);
      this.report = new Report(this.rt, this.recorder, (path) => this.sources.has(path));
      this.rt.journal = this.recorder;
    }
    this.vm.start(runMain(this.rt, main.path, main.source, this.outcome));
  }

  private write(stream: 'stdout' | 'stderr', text: string): void {
    if (stream === 'stdout') this.stdout += text;
    else this.stderr += text;
    this.options.write?.(stream, text);
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
        if (vm.steps >= this.options.stepLimit) return this.stopped({ budget: 'steps', limit: this.options.stepLimit });
        this.auditIfDue();
        if (vm.run(Math.min(until - vm.steps, this.options.audit?.everySteps ?? slice))) return this.finished(this.outcome.route, this.outcome.status, null);
      }
      return { state: 'more', steps: vm.steps };
    } catch (error) {
      if (error instanceof HardExit) return this.finished('os._exit', error.status, null);
      if (error instanceof RunStopped) return this.stopped(this.reasonOf(error));
      throw error;
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

  private reasonOf({ reason }: RunStopped): Stopped {
    if ('budget' in reason) return reason.budget === 'steps' ? { budget: 'steps', limit: reason.limit } : { budget: 'memory', limit: reason.limit };
    const place = this.here() ?? { file: this.options.main.path, line: 1, start: 0, end: 0 };
    return { budget: 'unsupported', unsupported: { place, feature: reason.unsupported, reached: true } };
  }

  /** Where the innermost Python frame is. */
  private here(): Place | null {
    const frame = pythonFrame(this.rt.activation);
    if (frame === null) return null;
    const { positions, filename } = frame.code.data;
    const at = frame.instruction * 4;
    return { file: filename, line: positions[at]!, start: positions[at + 2]!, end: positions[at + 3]! };
  }

  private stopped(stopped: Stopped): Progress {
    return this.finished('stopped', stopped.budget === 'unsupported' ? 70 : 1, stopped);
  }

  private finished(route: RunResult['exit']['route'], status: number, stopped: Stopped | null): Progress {
    const isOver = route !== 'stopped' && route !== 'os._exit';
    if (this.options.audit !== undefined && isOver) this.recordProblems(audit(this.rt.heap, (visit) => visitRoots(this.rt, visit), true));
    const result: RunResult = {
      version: this.options.version,
      file: this.options.main.path,
      exit: { route, status, at: null },
      stdout: this.stdout,
      stderr: this.stderr,
      stopped,
      syntaxErrors: [],
      unsupported: stopped?.budget === 'unsupported' ? [stopped.unsupported] : [],
      objects: this.report?.objects(route) ?? [],
      observations: this.recorder?.observations() ?? [],
      collections: this.recorder?.collections ?? [],
      steps: this.vm.steps,
      audit: this.problems,
    };
    return { state: 'finished', result };
  }
}
