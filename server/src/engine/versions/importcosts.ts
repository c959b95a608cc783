import type { PythonVersion } from '../journal/record.ts';

/** What the collector notices of CPython's first import of a module. Modules that start-up has imported cost nothing. */
interface ImportCost {
  /** Allocations that stay counted: the module, and for one written in Python its functions and classes. */
  readonly allocations: number;
  /** What a collection in its midst takes off beyond the threshold, because it has to wait for the running C code. */
  readonly overshoot?: number;
  /** Cyclic garbage that the module's code leaves, and after how many allocations. */
  readonly garbage?: { readonly objects: number; readonly after: number };
}

/** As measured. */
const costs: Readonly<Record<PythonVersion, Readonly<Record<string, ImportCost>>>> = {
  '3.11': { atexit: { allocations: 9 }, errno: { allocations: 2 }, weakref: { allocations: 756, garbage: { objects: 7, after: 340 } } },
  '3.12': { atexit: { allocations: 9 }, errno: { allocations: 2 }, weakref: { allocations: 782, garbage: { objects: 7, after: 340 } } },
  '3.13': {
    atexit: { allocations: 9 },
    errno: { allocations: 2 },
    weakref: { allocations: 778, overshoot: 106, garbage: { objects: 7, after: 325 } },
  },
  '3.14': { atexit: { allocations: 9 }, weakref: { allocations: 707, overshoot: 46 } },
  '3.15': { atexit: { allocations: 8 }, weakref: { allocations: 710, overshoot: 10 } },
};

export const importCost = (version: PythonVersion, module: string): ImportCost | undefined => costs[version][module];
