/**
 * What a finished run tells the rest of the product: plain data, safe to post between threads.
 * Objects are named by their birth serial, never by a heap handle, because handles are reused.
 */

export type PythonVersion = '3.11' | '3.12' | '3.13' | '3.14' | '3.15';

/** The stages of `docs/exit.md`, in the order in which a program meets them. */
export type Stage =
  | 'line'
  | 'end'
  | 'threads'
  | 'atexit'
  | 'final-collection'
  | 'modules'
  | 'cleared-globals'
  | 'interpreter'
  | 'survives';

/** A birth serial: 1 for the first recorded object of the run. */
export type ObjectId = number;

/** A half-open range of UTF-16 offsets in a source file; `line` is 1-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What became of an object: `freedBy` is null exactly when the stage is `survives`. */
export interface Fate {
  readonly stage: Stage;
  /** Where the program freed it; null unless the stage is `line`. */
  readonly at: Place | null;
  readonly freedBy: 'reference-count' | 'collector' | null;
  /** A `__del__` or a generator's close ran. */
  readonly finalized: boolean;
}

/** The finaliser that an object's type defines, whether or not it ran. */
export interface Finalizer {
  readonly name: string;
  readonly defined: Place | null;
  /** The error it ended with, and whether anybody could hear of it. */
  readonly failure: Failure | null;
  /** True when the object was reachable again after its finaliser ran. */
  readonly resurrected: boolean;
}

/** An exception. */
export interface Raised {
  readonly type: string;
  /** Empty where it would take code of the program to find it. */
  readonly message: string;
  /** Where it was raised. */
  readonly at: Place | null;
}

/** The exception that a finaliser ended with. */
export interface Failure extends Raised {
  readonly stage: Stage;
  /** False when `sys.stderr` was gone, so nothing was printed. */
  readonly heard: boolean;
}

/** One step of a retaining path, from the owner outwards in: `globals of __main__`, `.children`, `[0]`. */
export interface OwnerStep {
  /** How the step reads in a sentence, in source names: "`cache` (this module's globals)", "`.parent`", "`[0]`". */
  readonly text: string;
  readonly edge:
    | 'global'
    | 'local'
    | 'attribute'
    | 'item'
    | 'key'
    | 'cell'
    | 'default'
    | 'bound-self'
    | 'class'
    | 'frame'
    | 'exception'
    | 'callback'
    | 'c-root'
    | 'other';
  /** The object reached by this step, where it is a recorded one. */
  readonly object: ObjectId | null;
  /** The line that made the reference, where it is known. */
  readonly place: Place | null;
}

export interface ObjectRecord {
  readonly id: ObjectId;
  /** `N#1` for the first `N` born, `class N`, `class N#2`, else a qualified name such as `function Repo.tree`. */
  readonly label: string;
  readonly kind: 'instance' | 'class' | 'function' | 'module' | 'container' | 'other';
  readonly type: string;
  readonly born: Place | null;
  readonly fate: Fate;
  readonly finalizer: Finalizer | null;
  /** `sys.getsizeof` of it when the exit began, or else when it was born; 0 if nothing is known. */
  readonly size: number;
  /** References to it when the exit began; null if it was gone by then. */
  readonly referencesAtExit: number | null;
  /** Shortest retaining path when the exit began, owner first; empty if it was gone by then. */
  readonly owners: readonly OwnerStep[];
  /** True when only a reference cycle kept it at the start of the exit. */
  readonly inCycle: boolean;
  /** Members of the cycle it is part of at that time, itself excluded. */
  readonly cycle: readonly ObjectId[];
  /** For survivors: what keeps it for ever. */
  readonly reason: SurvivalReason | null;
}

export type SurvivalReason =
  | 'hard-exit'
  | 'frozen-generation'
  | 'resurrected-too-late'
  /** Held by a cycle alone, which no collection looked at any more. */
  | 'uncollected-cycle'
  | 'state-outlives-interpreter'
  | 'leaked-reference'
  | 'daemon-thread'
  | 'c-allocation'
  | 'immortal'
  | 'stopped';

/** What a name held where the source names it: the last time the place was executed, and how often it was. */
export interface Observation {
  readonly place: Place;
  readonly name: string;
  /** A parameter is seen when its function begins. */
  readonly access: 'load' | 'store' | 'delete' | 'parameter';
  readonly times: number;
  /** The object of the last execution, where it is a recorded one. */
  readonly object: ObjectId | null;
  /** All distinct recorded objects seen here, at most 64. */
  readonly objects: readonly ObjectId[];
  /** `repr`-like short text of a value that is not a recorded object (an int, a str …), else the type's name. */
  readonly value: string;
  readonly type: string;
  /** References to it right after the access, the access's own temporary not counted. */
  readonly references: number;
  readonly immortal: boolean;
}

/** A construct, builtin or module that the engine does not cover, met while compiling or running. */
export interface Unsupported {
  readonly place: Place;
  /** Completes the sentence "Exit Lens does not model … yet". */
  readonly feature: string;
  /** The module that the program imports, where it is one of the library's that needs what is not covered; else null. */
  readonly neededBy: string | null;
  /** True when the run reached it and ended there; false when it was only seen in the text. */
  readonly reached: boolean;
}

/** Where an import statement of the program gets a module from. */
export interface ImportSource {
  /** The statement. */
  readonly place: Place;
  readonly module: string;
  /** The library's own source, TypeScript in place of CPython's C, or a file beside the program. */
  readonly from: 'library' | 'native' | 'beside';
  /** The release that the library's sources are of. */
  readonly release: string;
}

export interface SyntaxReport {
  readonly kind: 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError';
  readonly message: string;
  readonly place: Place;
}

/** A thread that waits for ever, and where in the program's own text it does. */
export interface WaitingThread {
  readonly isMain: boolean;
  readonly place: Place | null;
}

export type Stopped =
  | { readonly budget: 'steps'; readonly limit: number }
  | { readonly budget: 'memory'; readonly limit: number }
  /** Every thread that would have to go on waits for another. */
  | { readonly budget: 'deadlock'; readonly threads: readonly WaitingThread[] }
  | { readonly budget: 'unsupported'; readonly unsupported: Unsupported };

export interface RunResult {
  readonly version: PythonVersion;
  readonly file: string;
  readonly exit: {
    readonly route: 'end-of-file' | 'uncaught-exception' | 'sys.exit' | 'os._exit' | 'stopped' | 'syntax-error';
    readonly status: number;
    readonly at: Place | null;
    /** The exception that ended the program, but for SystemExit. */
    readonly error: Raised | null;
  };
  readonly stdout: string;
  readonly stderr: string;
  /** Set when the run ended before the program and its exit did. */
  readonly stopped: Stopped | null;
  readonly syntaxErrors: readonly SyntaxReport[];
  readonly unsupported: readonly Unsupported[];
  readonly objects: readonly ObjectRecord[];
  readonly observations: readonly Observation[];
  /** Of the program's own texts, whether or not the run comes to them. */
  readonly imports: readonly ImportSource[];
  /** Collections run, in order. */
  readonly collections: readonly { readonly stage: Stage; readonly generation: number; readonly collected: number }[];
  /** Instructions executed. */
  readonly steps: number;
  /** Problems the heap audit found; always empty unless the engine is wrong. Filled only when asked. */
  readonly audit: readonly string[];
}
