import type { PythonVersion } from '../journal/record.ts';
import { Kind } from './freelists.ts';

/** Numbers of objects by Kind. */
export type Objects = readonly number[];

/** What the collector notices of a step of CPython's first import of a module. */
export interface ImportCost {
  /** The module, and for one written in Python its functions and classes. */
  readonly stays: Objects;
  /** What is needed for a while, and goes to the free lists. */
  readonly passes: Objects;
  /** Objects of cyclic garbage that the module's code leaves half-way. */
  readonly garbage: number;
  /** While these of the allocations are made, C code is reading the module, and a collection that is due has to wait. */
  readonly uninterrupted: readonly [from: number, to: number];
}

interface ImportCosts {
  /** Of the modules that are not files here. Those that start-up has imported cost nothing. */
  readonly modules: Readonly<Record<string, ImportCost>>;
  /** The import of a file beside its code and its module, and what the first one needs for the finders. */
  readonly file: ImportCost;
  readonly finders: ImportCost;
  /** The types of `ast`, which the first `compile()` makes, be it in an import. */
  readonly ast: ImportCost;
}

/** Objects that no free list provides, lists, dicts, tuples by length from 1. */
function objects(others: number, lists: number, dicts: number, ...tuples: readonly number[]): Objects {
  const counts = [others, ...tuples, ...Array<number>(Kind.COUNT - 1 - tuples.length).fill(0)];
  counts[Kind.LIST] = lists;
  counts[Kind.DICT] = dicts;
  return counts;
}

const nothing = objects(0, 0, 0);
const cost = (stays: Objects, passes = nothing, garbage = 0, uninterrupted: ImportCost['uninterrupted'] = [0, 0]): ImportCost => ({
  stays,
  passes,
  garbage,
  uninterrupted,
});

const native311 = { gc: cost(objects(20, 1, 1)), atexit: cost(objects(7, 1, 1)), errno: cost(objects(2, 1, 2)) };
const native314 = { gc: cost(objects(20, 0, 1)), atexit: cost(objects(7, 0, 1)) };
const passesInFile = objects(14, 4, 4, 2, 2, 2, 1);
const passesInAst = objects(3, 6, 9, 1, 6, 1);

/** As measured. */
const costs: Readonly<Record<PythonVersion, ImportCosts>> = {
  '3.11': {
    modules: {
      ...native311,
      weakref: cost(
        objects(352, 8, 43, 64, 100, 60, 31, 32, 15, 13, 9, 2, 1, 1, 1, 0, 1, 0, 1),
        objects(16, 1, 4, 1, 29, 3, 2, 2, 0, 1, 2, 1, 0, 1, 3, 1, 0, 0, 1, 0, 1, 1),
        7,
        [20, 120],
      ),
    },
    file: cost(objects(2, 1, 0), passesInFile),
    finders: cost(objects(7, 1, 0, 0, 5, 0, 0, 0, 0, 1)),
    ast: cost(objects(303, 0, 131, 137, 24, 38, 112, 3, 2, 1), passesInAst),
  },
  '3.12': {
    modules: {
      ...native311,
      weakref: cost(
        objects(376, 8, 43, 63, 100, 56, 34, 30, 15, 14, 9, 2, 1, 1, 1, 0, 1, 0, 1),
        objects(16, 4, 4, 1, 29, 3, 3, 2, 0, 1, 3, 0, 0, 1, 3, 1, 0, 0, 1, 0, 1, 1),
        7,
        [20, 120],
      ),
    },
    file: cost(objects(2, 1, 0), passesInFile),
    finders: cost(objects(7, 1, 0, 0, 5)),
    ast: cost(objects(315, 0, 137, 144, 25, 40, 117, 2, 1, 3), passesInAst),
  },
  '3.13': {
    modules: {
      ...native311,
      weakref: cost(
        objects(375, 8, 43, 64, 101, 57, 37, 33, 16, 14, 9, 2, 1, 1, 1, 0, 1, 0, 1),
        objects(16, 4, 4, 1, 31, 2, 1, 2, 2, 2, 1, 0, 2, 0, 0, 2, 3, 0, 1, 0, 0, 1),
        7,
        [20, 120],
      ),
    },
    file: cost(objects(2, 1, 0), passesInFile),
    finders: cost(objects(7, 1, 0, 0, 5)),
    ast: cost(objects(428, 0, 248, 215, 66, 41, 117, 2, 1, 3), passesInAst),
  },
  '3.14': {
    modules: {
      ...native314,
      weakref: cost(
        objects(337, 4, 40, 76, 95, 58, 28, 17, 12, 12, 6, 2, 0, 1, 1, 0, 1, 0, 1),
        objects(15, 6, 4, 2, 30, 2, 1, 1, 3, 1, 1, 1, 0, 1, 0, 2, 2, 2, 0, 0, 0, 1),
        0,
        [20, 120],
      ),
    },
    file: cost(objects(3, 0, 0), passesInFile),
    finders: cost(objects(7, 1, 0, 0, 6)),
    ast: cost(objects(478, 0, 252, 219, 67, 41, 120, 2, 1, 3), passesInAst),
  },
  '3.15': {
    modules: {
      ...native314,
      weakref: cost(
        objects(332, 4, 42, 84, 96, 56, 26, 16, 11, 15, 4, 2, 0, 1, 1, 0, 1, 0, 1),
        objects(14, 6, 4, 2, 30, 2, 2, 2, 2, 1, 1, 1, 0, 1, 1, 1, 2, 1, 1, 1),
        0,
        [20, 120],
      ),
    },
    file: cost(objects(3, 0, 0), passesInFile),
    finders: cost(objects(7, 1, 0, 0, 8)),
    ast: cost(objects(466, 0, 252, 218, 71, 40, 121, 2, 1, 3), passesInAst),
  },
};

export const importCosts = (version: PythonVersion): ImportCosts => costs[version];
