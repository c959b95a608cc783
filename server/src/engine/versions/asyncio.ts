import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in `_asyncio`. */
export interface AsyncioProfile {
  /** The module's state lies in variables of C, which the collector does not look through (up to 3.11). */
  readonly hidesState: boolean;
  /** Tasks can begin when they are made (3.12 and later). */
  readonly hasEagerTasks: boolean;
  /** Which task runs is known to the thread, not to a dict; nor is there a set of all tasks (3.14 and later). */
  readonly taskOnThread: boolean;
  /** A future knows who waits for it (3.14 and later). */
  readonly knowsAwaiters: boolean;
  /** StopIteration set as an exception is wrapped in a RuntimeError, of its subclasses too (3.13 and later); else it is refused. */
  readonly wrapsStopIteration: boolean;
  /** The last `uncancel` takes back a cancellation that has not been thrown yet (3.13 and later). */
  readonly uncancelTakesBack: boolean;
  /** A step of a task that is done names itself like this. */
  readonly stepName: string;
  /** A future is initialised once, and a task's context must be one (3.15). */
  readonly checksInit: boolean;
  readonly cannotDelete: (attribute: string, type: string) => string;
}

const python311: AsyncioProfile = {
  hidesState: true,
  hasEagerTasks: false,
  taskOnThread: false,
  knowsAwaiters: false,
  wrapsStopIteration: false,
  uncancelTakesBack: false,
  stepName: '_step()',
  checksInit: false,
  cannotDelete: () => 'cannot delete attribute',
};
const python312: AsyncioProfile = { ...python311, hidesState: false, hasEagerTasks: true };
const python313: AsyncioProfile = { ...python312, wrapsStopIteration: true, uncancelTakesBack: true };
const python314: AsyncioProfile = {
  ...python313,
  taskOnThread: true,
  knowsAwaiters: true,
  stepName: '__step()',
  cannotDelete: (attribute, type) => `attribute '${attribute}' of '${type}' objects cannot be deleted`,
};
const python315: AsyncioProfile = { ...python314, checksInit: true };

const profiles: Readonly<Record<PythonVersion, AsyncioProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const asyncioOf = (version: PythonVersion): AsyncioProfile => profiles[version];
