import type { PythonVersion } from '../journal/record.ts';
import { Kind } from './freelists.ts';

/** What the collector notices of CPython's first import of a module. Modules that start-up has imported cost nothing. */
interface ImportCost {
  /** Allocations that stay counted: the module, and for one written in Python its functions and classes. */
  readonly allocations: number;
  /** What a collection in its midst takes off beyond the threshold, because it has to wait for the running C code. */
  readonly overshoot?: number;
  /** Cyclic garbage that the module's code leaves, and after how many allocations. */
  readonly garbage?: { readonly objects: number; readonly after: number };
}

/** What stays of the import of a file beside its code, how much more the first one needs for the finders, and what passes. */
interface FileCost {
  readonly each: number;
  readonly first: number;
  readonly passing: number;
}

/** What imports of one version cost. */
interface ImportCosts {
  readonly modules: Readonly<Record<string, ImportCost>>;
  /** Taken from the free lists by each module of the interpreter's own. */
  readonly native: readonly Kind[];
  readonly file: FileCost;
  /** The types of `ast`, which the first `compile()` makes: others, tuples of 1 … 7, dicts. */
  readonly ast: readonly number[];
}

/** As measured. */
const costs: Readonly<Record<PythonVersion, ImportCosts>> = {
  '3.11': {
    modules: {
      gc: { allocations: 20 },
      atexit: { allocations: 7 },
      errno: { allocations: 2 },
      weakref: { allocations: 758, garbage: { objects: 7, after: 340 } },
    },
    native: [Kind.LIST, Kind.DICT],
    file: { each: 2, first: 9, passing: 12 },
    ast: [302, 137, 29, 38, 113, 3, 2, 2, 131],
  },
  '3.12': {
    modules: {
      gc: { allocations: 20 },
      atexit: { allocations: 7 },
      errno: { allocations: 2 },
      weakref: { allocations: 780, garbage: { objects: 7, after: 340 } },
    },
    native: [Kind.LIST, Kind.DICT],
    file: { each: 2, first: 9, passing: 12 },
    ast: [314, 144, 30, 40, 118, 2, 1, 3, 137],
  },
  '3.13': {
    modules: {
      gc: { allocations: 20 },
      atexit: { allocations: 7 },
      errno: { allocations: 2 },
      weakref: { allocations: 780, overshoot: 106, garbage: { objects: 7, after: 325 } },
    },
    native: [Kind.LIST, Kind.DICT],
    file: { each: 2, first: 9, passing: 12 },
    ast: [427, 215, 71, 41, 118, 2, 1, 3, 248],
  },
  '3.14': {
    modules: { gc: { allocations: 20 }, atexit: { allocations: 8 }, weakref: { allocations: 712, overshoot: 46 } },
    native: [Kind.DICT],
    file: { each: 2, first: 9, passing: 12 },
    ast: [470, 219, 73, 41, 120, 2, 1, 3, 252],
  },
  '3.15': {
    modules: { gc: { allocations: 20 }, atexit: { allocations: 7 }, weakref: { allocations: 712, overshoot: 10 } },
    native: [Kind.DICT],
    file: { each: 2, first: 9, passing: 12 },
    ast: [458, 218, 79, 40, 121, 2, 1, 3, 252],
  },
};

export const importCost = (version: PythonVersion, module: string): ImportCost | undefined => costs[version].modules[module];

export const nativeKinds = (version: PythonVersion): readonly Kind[] => costs[version].native;

export const fileImportCost = (version: PythonVersion): FileCost => costs[version].file;

/** One event for each object of the types of `ast`. */
export const astTypes = (version: PythonVersion): Kind[] =>
  costs[version].ast.flatMap((count, i, { length }) => Array<Kind>(count).fill(i === length - 1 ? Kind.DICT : i));
