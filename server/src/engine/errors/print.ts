import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttrText, getNamespaceItem } from '../objects/core/attributes.ts';
import { caught } from '../objects/core/errors.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { errorsProfile } from '../objects/exceptions-base.ts';
import { framePieces } from './frames.ts';
import { render } from './render.ts';
import { reportByC, reportByPython } from './report.ts';
import { Sources } from './source.ts';

/** An exception with its traceback, chain and notes, as the interpreter prints it when nobody caught it. Borrows it. */
export function* formatException(rt: Runtime, exception: Ref): Steps<string> {
  const { uncaught } = errorsProfile(rt).printing;
  return render(uncaught === 'c' ? yield* reportByC(rt, exception) : yield* reportByPython(rt, exception));
}

/** A traceback alone, with its header; empty where nothing of it is to be shown. */
export function formatTraceback(rt: Runtime, traceback: Ref): string {
  const pieces = traceback === NULL ? [] : framePieces(rt, new Sources(rt), traceback, errorsProfile(rt).printing.uncaught);
  return pieces.length === 0 ? '' : `Traceback (most recent call last):\n${pieces.map(({ text }) => text).join('')}`;
}

/**
 * Writes a text through `sys.stderr`, whatever the program made of it, and flushes it. False where there is no such
 * stream any more or it fails: then nobody hears.
 */
export function* writeToStderr(rt: Runtime, text: string): Steps<boolean> {
  const { heap } = rt;
  const stream = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stderr'));
  if (stream === NULL || stream === NONE) return false;
  heap.incref(stream);
  const argument = rt.newStr(text);
  try {
    yield* callMethod(rt, stream, 'write', [argument]);
    yield* callMethod(rt, stream, 'flush', []);
    return true;
  } catch (error) {
    heap.decref(caught(rt, error));
    return false;
  } finally {
    heap.decref(argument);
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
