import type { PythonVersion } from '../../journal/record.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';

/**
 * What the collector counts while CPython imports a module for the first time, as measured: the modules themselves,
 * for those written in Python their functions and classes too. Modules that start-up has imported cost nothing.
 */
const allocations: Readonly<Record<PythonVersion, Readonly<Record<string, number>>>> = {
  '3.11': { atexit: 9, errno: 2, weakref: 756 },
  '3.12': { atexit: 9, errno: 2, weakref: 782 },
  '3.13': { atexit: 9, errno: 2, weakref: 778 },
  '3.14': { atexit: 9, weakref: 707 },
  '3.15': { atexit: 8, weakref: 710 },
};

/** Runs the collections that an import of this module would run, and leaves the count where it would. */
export function* chargeImport(rt: Runtime, name: string): Steps<void> {
  const { collector } = rt;
  let left = allocations[rt.profile.version][name] ?? 0;
  while (left > 0) {
    const room = collector.thresholds[0] + 1 - collector.counts[0];
    if (!collector.enabled || collector.collecting || collector.thresholds[0] === 0 || left < room) {
      collector.counts[0] += left;
      return;
    }
    collector.counts[0] += Math.max(room, 0);
    left -= Math.max(room, 0);
    yield* rt.hooks.collect(rt, Math.max(collector.due(), 0));
  }
}
