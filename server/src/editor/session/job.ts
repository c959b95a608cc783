/** What one run needs, and what comes of it. */
import type { Diagnostic } from '../../analysis/analyze.ts';
import type { Hover } from '../../analysis/hover.ts';
import type { SourceFile } from '../../engine/engine.ts';
import type { PythonVersion } from '../../engine/journal/record.ts';

/** Plain data, safe to post between threads. */
export interface Job {
  readonly main: SourceFile;
  readonly version: PythonVersion;
  readonly stepLimit: number;
  readonly memoryLimit: number;
  /** Modules beside the scenario which the editor has open, by module name. They come before those on disk. */
  readonly openModules: ReadonlyMap<string, SourceFile>;
  /** The folder of the scenario on disk; null where there is none. */
  readonly folder: string | null;
}

/** What is wrong with a scenario; plain data too. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each file of the run, by its path in the diagnostics' places. */
  readonly sources: ReadonlyMap<string, string>;
  /** Names of the modules that the run looked for beside the scenario, found or not. */
  readonly modules: readonly string[];
}

/** A report may be forgotten to save memory, or be lost with its thread: then only a new run can answer. */
export type HoverReply = { readonly kind: 'answer'; readonly hover: Hover | null } | { readonly kind: 'forgotten' };

/** The verdict on a scenario. What is known of its objects stays where it was found out, since it can be large. */
export interface Report extends Findings {
  hover(file: string, offset: number): Promise<HoverReply>;
}

export type Outcome =
  | { readonly kind: 'analysed'; readonly report: Report }
  /** The engine itself went wrong: never the fault of the scenario. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** Executes jobs one after the other; the next one is given only when the last one has settled. */
export interface Runner {
  run(job: Job, signal: AbortSignal, onProgress: (steps: number) => void): Promise<Outcome>;
  dispose(): void;
}

/** Finds `NAME.py` in a folder on disk. */
export type ReadBeside = (folder: string, name: string) => SourceFile | null;
