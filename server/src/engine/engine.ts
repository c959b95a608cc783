/**
 * The engine's one entry: source text in, plain data out. The host calls `run` again and again until it answers
 * `finished`, and may drop the run between two calls.
 */
import type { PythonVersion, RunResult } from './journal/record.ts';
import { openLibrary, type Inflate, type Library, type LibraryBytes } from './library/library.ts';
import { ScenarioRun } from './run.ts';

export { openLibrary, type Inflate, type Library, type LibraryBytes };
export { decodeSource, type DecodedSource } from './syntax/encoding.ts';

export interface SourceFile {
  /** Shown in tracebacks and reports; relative to where the program runs. */
  readonly path: string;
  readonly source: string;
}

export interface RunOptions {
  readonly main: SourceFile;
  readonly version: PythonVersion;
  /** Finds `NAME.py` beside the scenario; null when there is none. In a folder beside it: `FOLDER/NAME`. */
  readonly readModule: (name: string) => SourceFile | null;
  /** What is in the scenario's folder, or in a folder in it: names of files, and of folders with a slash behind them. */
  readonly listFolder: (folder: string) => readonly string[];
  /** The standard library of this version; without it only modules that are written in C can be imported. */
  readonly library: Library | null;
  /** Record what names hold where (`observations`) and the objects' lives; off for a plain `exit-lens run`. */
  readonly observe: boolean;
  /** Instructions (and charged work of built-ins) after which the run stops with a result. */
  readonly stepLimit: number;
  /** Modelled bytes after which the run stops with a result. */
  readonly memoryLimit: number;
  /** Recompute every reference count from the edges at the end, and every so many instructions. */
  readonly audit?: { readonly everySteps: number };
  /** Receives output as it is written, for a command line that streams it. */
  readonly write?: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void;
}

export type Progress = { readonly state: 'more'; readonly steps: number } | { readonly state: 'finished'; readonly result: RunResult };

/** A run that can be continued in slices: `run(n)` executes about n instructions. */
export interface Run {
  run(steps: number): Progress;
}

/** Starts a run; nothing is executed before the first `run`. */
export function startRun(options: RunOptions): Run {
  return new ScenarioRun(options);
}
