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

/** Modules written in C, by the objects that a first import leaves behind and that no free list provides. */
const classic = (sizes: Readonly<Record<string, number>>): Readonly<Record<string, ImportCost>> =>
  Object.fromEntries(Object.entries(sizes).map(([name, others]) => [name, cost(objects(others, 1, 1))]));
const modern = (sizes: Readonly<Record<string, number>>): Readonly<Record<string, ImportCost>> =>
  Object.fromEntries(Object.entries(sizes).map(([name, all]) => [name, cost(objects(all - 1, 0, 1))]));

const native311 = { gc: cost(objects(20, 1, 1)), atexit: cost(objects(7, 1, 1)), errno: cost(objects(2, 1, 2)) };
const native314 = { gc: cost(objects(20, 0, 1)), atexit: cost(objects(7, 0, 1)) };
const passesInFile = objects(14, 4, 4, 2, 2, 2, 1);
const passesInAst = objects(3, 6, 9, 1, 6, 1);

/** As measured. */
const costs: Readonly<Record<PythonVersion, ImportCosts>> = {
  '3.11': {
    modules: {
      ...native311,
      ...classic({ _operator: 78, _functools: 45, _collections: 82, itertools: 187, _heapq: 14, _bisect: 10, _queue: 19 }),
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
      ...classic({ _operator: 78, _functools: 45, _collections: 87, itertools: 215, _heapq: 16, _bisect: 12, _queue: 21 }),
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
      ...classic({ _operator: 82, _functools: 47, _collections: 86, itertools: 215, _heapq: 16, _bisect: 12, _queue: 21 }),
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
      ...modern({ _operator: 86, _functools: 56, _collections: 88, itertools: 182, _heapq: 13, _bisect: 7, _queue: 21 }),
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
      ...modern({ _operator: 86, _functools: 56, _collections: 88, itertools: 182, _heapq: 13, _bisect: 7, _queue: 20 }),
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
