import { collectSteps } from '../interpreter/collect.ts';
import type { Interpreter } from '../interpreter/interpreter.ts';
import { formatException } from '../errors/print.ts';
import { writeUnraisable } from '../errors/unraisable.ts';
import { writeObject } from '../modules/builtins/text.ts';
import { NONE } from '../heap/known.ts';
import { NULL } from '../heap/ref.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import type { Hooks } from '../objects/core/hooks.ts';
import { localsSnapshot, pythonFrame } from '../objects/frame.ts';

/** Thrown through JavaScript by `os._exit`: the process ends with everything in place. */
export class HardExit {
  constructor(readonly status: number) {}
}

/** What the modules ask of the machine. */
export function hooksOf(vm: Interpreter): Hooks {
  return {
    collect: (rt, generation) => collectSteps(rt, generation, 'explicit'),
    hardExit: (status) => {
      throw new HardExit(status);
    },
    locals: (rt) => localsSnapshot(rt, pythonFrame(rt.activation)!),
    unraisable: writeUnraisable,
    printException: function* (rt, exception) {
      const file = getNamespaceItem(rt, rt.sysDict, rt.name('stderr'));
      if (file === NULL || file === NONE) return;
      const text = rt.newStr(yield* formatException(rt, exception));
      yield* writeObject(rt, file, text);
      rt.heap.decref(text);
    },
    isFinalizing: (rt) => rt.finalizing,
    steps: () => vm.steps,
  };
}
