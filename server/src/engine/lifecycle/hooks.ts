import type { Interpreter } from '../interpreter/interpreter.ts';
import { printException } from '../errors/print.ts';
import { writeUnraisable } from '../errors/unraisable.ts';
import { issueFileWarning, issueWarning, sourceLine, warnUnawaited } from '../errors/warnings.ts';
import { NONE } from '../heap/known.ts';
import { NULL } from '../heap/ref.ts';
import { importName, importState } from '../interpreter/imports.ts';
import { resolveLazily } from '../interpreter/lazyimports.ts';
import type { Hooks } from '../objects/core/hooks.ts';

/** Thrown through JavaScript by `os._exit`: the process ends with everything in place. */
export class HardExit {
  constructor(readonly status: number) {}
}

/** What the lower layers ask of the upper ones. */
export function hooksOf(vm: Interpreter): Hooks {
  return {
    importlib: (rt) => importState(rt).importlib,
    importModule: (rt, name) => importName(rt, NULL, name, NONE, 0),
    resolveLazily,
    hardExit: (status) => {
      throw new HardExit(status);
    },
    unraisable: writeUnraisable,
    printException,
    warn: issueWarning,
    warnAt: issueFileWarning,
    warnUnawaited,
    sourceLine: (rt, filename, line) => sourceLine(rt, filename, line),
    startThread: (_rt, thread, steps) => vm.threads.start(thread, steps),
    wakeThread: (_rt, ident, answer) => vm.threads.wake(ident, answer),
    threadReleased: (_rt, lock) => vm.threads.release(lock),
    steps: () => vm.steps,
  };
}
