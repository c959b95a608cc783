import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttrText, getNamespaceItem } from '../objects/core/attributes.ts';
import { caught } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { errorsProfile, isException } from '../objects/exceptions-base.ts';
import { hasLibraryPrinter, printByLibrary } from './printer.ts';
import { render } from './render.ts';
import { reportByC, reportByPython } from './report.ts';

/** An exception with its traceback, chain and notes, in the portions in which it is written; `print` adds an empty end to each. Borrows it. */
function* exceptionChunks(rt: Runtime, exception: Ref, printer: 'c' | 'python'): Steps<string[]> {
  // print_exception_invalid_type(): what a program gives to sys.excepthook.
  if (!isException(rt, exception)) return [`TypeError: print_exception(): Exception expected for value, ${typeName(rt, exception)} found\n`];
  return printer === 'c' ? render(yield* reportByC(rt, exception)) : chunksByPython(render(yield* reportByPython(rt, exception)));
}

export const chunksByPython = (chunks: readonly string[]): string[] => chunks.flatMap((chunk) => [chunk, '']);

/** Prints an exception to `sys.stderr`, if there is one. Borrows it. */
export function* printException(rt: Runtime, exception: Ref): Steps<void> {
  if (!hasStderr(rt)) return;
  let printer = errorsProfile(rt).printing.uncaught;
  if (printer === 'python' && hasLibraryPrinter(rt)) {
    if (yield* printByLibrary(rt, exception)) return;
    // Where traceback.py fails, the printer takes over that all versions have.
    printer = 'c';
  }
  yield* writeToStderr(rt, yield* exceptionChunks(rt, exception, printer), printer === 'c');
}

/** Borrowed, or NULL. */
export const stderrOf = (rt: Runtime): Ref => (rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stderr')));

/** Whether there is a `sys.stderr` to write to. */
export function hasStderr(rt: Runtime): boolean {
  const stream = stderrOf(rt);
  return stream !== NULL && stream !== NONE;
}

/** Writes through `sys.stderr`, whatever the program made of it. False where that fails: then nobody hears. */
export function* writeToStderr(rt: Runtime, chunks: readonly string[], flushes: boolean): Steps<boolean> {
  const { heap } = rt;
  const stream = heap.incref(stderrOf(rt));
  try {
    for (const chunk of chunks) {
      const text = rt.newStr(chunk);
      try {
        yield* callMethod(rt, stream, 'write', [text]);
      } finally {
        heap.decref(text);
      }
    }
    if (flushes) yield* callMethod(rt, stream, 'flush', []);
    return true;
  } catch (error) {
    heap.decref(caught(rt, error));
    return false;
  } finally {
    heap.decref(stream);
  }
}

function* callMethod(rt: Runtime, object: Ref, name: string, args: readonly Ref[]): Steps<void> {
  const method = yield* settle(rt, getAttrText(rt, object, name));
  try {
    rt.heap.decref(yield { callable: method, args, keywords: NULL });
  } finally {
    rt.heap.decref(method);
  }
}
