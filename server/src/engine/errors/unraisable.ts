import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { customHook, newUnraisableArgs } from '../modules/sys/hooks.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import { caught, exceptionOf } from '../objects/core/errors.ts';
import { repr, str } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { errorsProfile } from '../objects/exceptions-base.ts';
import { frameObject, pythonFrame } from '../objects/frame.ts';
import { newTraceback } from '../objects/traceback.ts';
import type { UnraisableSource } from '../versions/errors.ts';
import { exceptionName, safeText } from './finalline.ts';
import { framePieces } from './frames.ts';
import { chunksByPython, hasStderr, stderrOf, writeToStderr } from './print.ts';
import { hasLibraryPrinter, importReader, printByLibrary } from './printer.ts';
import { render } from './render.ts';
import { reportByPython } from './report.ts';
import { Sources } from './source.ts';

/** What introduces the error, as `sys.unraisablehook` gets it: a message, or the object that failed, or both, or neither. */
interface Subject {
  readonly message: string | null;
  /** Borrowed, or NULL. */
  readonly object: Ref;
}

/**
 * Reports an exception that nobody can catch, whose reference it takes; `what`, borrowed, is what failed. Mirrors
 * PyErr_FormatUnraisable(): 1 a traceback, if it has none; 2 the program's hook; 3 the interpreter's own.
 */
export function* writeUnraisable(rt: Runtime, source: UnraisableSource, what: Ref, exception: Ref): Steps<void> {
  const { heap } = rt;
  heap.incref(what);
  try {
    // 1
    addTraceback(rt, exception);
    const subject = yield* subjectOf(rt, source, what);
    // 2
    const hook = customHook(rt, 'unraisablehook');
    if (hook !== NULL && hook !== NONE) yield* callHook(rt, hook, subject, exception);
    // 3
    else yield* report(rt, subject, exception);
  } finally {
    heap.decref(what);
    heap.decref(exception);
  }
}

function addTraceback(rt: Runtime, exception: Ref): void {
  const payload = exceptionOf(rt, exception);
  const frame = pythonFrame(rt.activation);
  if (payload.traceback !== NULL || frame === null) return;
  payload.traceback = newTraceback(rt, NULL, rt.heap.incref(frameObject(rt, frame)), frame.instruction, frame.line);
}

function* subjectOf(rt: Runtime, source: UnraisableSource, what: Ref): Steps<Subject> {
  const { text, object } = errorsProfile(rt).unraisable[source];
  switch (object) {
    case 'apart':
      return { message: text, object: what };
    case 'unnamed':
      return { message: text, object: NULL };
    case 'in the text': {
      // A repr that fails takes the whole message with it.
      const shown = yield* safeText(rt, what, repr, '');
      return { message: shown === '' ? null : `${text} ${shown}`, object: NULL };
    }
  }
}

function* callHook(rt: Runtime, hook: Ref, { message, object }: Subject, exception: Ref): Steps<void> {
  const { heap } = rt;
  heap.incref(hook);
  const text = message === null ? NULL : rt.newStr(message);
  const args = newUnraisableArgs(rt, heap.type[exception]!, exception, exceptionOf(rt, exception).traceback, text, object);
  heap.xdecref(text);
  try {
    heap.decref(yield { callable: hook, args: [args], keywords: NULL });
    rt.journal?.unraisable(exception, true);
  } catch (error) {
    const second = caught(rt, error);
    yield* report(rt, { message: 'Exception ignored in sys.unraisablehook', object: hook }, second);
    heap.decref(second);
  } finally {
    heap.decref(args);
    heap.decref(hook);
  }
}

/** Mirrors write_unraisable_exc(): nothing is even looked at when there is no `sys.stderr` to write to. */
function* report(rt: Runtime, subject: Subject, exception: Ref): Steps<void> {
  let heard = false;
  if (hasStderr(rt)) {
    const intro = yield* introduction(rt, subject);
    if (errorsProfile(rt).printing.unraisable === 'python' && hasLibraryPrinter(rt)) heard = yield* reportByLibrary(rt, intro, exception);
    else {
      const { chunks, printer } = yield* exceptionChunks(rt, exception);
      heard = yield* writeToStderr(rt, [...intro, ...chunks], printer === 'c');
    }
  }
  rt.journal?.unraisable(exception, heard);
}

interface Printed {
  readonly chunks: readonly string[];
  readonly printer: 'c' | 'python';
}

function* introduction(rt: Runtime, { message, object }: Subject): Steps<string[]> {
  if (object === NULL) return message === null ? [] : [message, ':\n'];
  return [`${message ?? 'Exception ignored in'}: `, yield* safeText(rt, object, repr, '<object repr() failed>'), '\n'];
}

/** The library prints to the stream that was introduced to. Answers whether anybody hears of it. */
function* reportByLibrary(rt: Runtime, intro: readonly string[], exception: Ref): Steps<boolean> {
  const stream = rt.heap.incref(stderrOf(rt));
  try {
    if (!(yield* writeToStderr(rt, intro, false))) return false;
    if (yield* printByLibrary(rt, exception, stream)) return true;
  } finally {
    rt.heap.decref(stream);
  }
  return hasStderr(rt) && (yield* writeToStderr(rt, yield* chunksByC(rt, exception), true));
}

function* exceptionChunks(rt: Runtime, exception: Ref): Steps<Printed> {
  if (errorsProfile(rt).printing.unraisable === 'python' && stillImports(rt)) {
    return { chunks: chunksByPython(render(yield* reportByPython(rt, exception))), printer: 'python' };
  }
  return { chunks: yield* chunksByC(rt, exception), printer: 'c' };
}

function* chunksByC(rt: Runtime, exception: Ref): Steps<string[]> {
  const { unraisableHasCarets } = errorsProfile(rt).printing;
  const chunks: string[] = [];
  const canImport = stillImports(rt);
  const { traceback } = exceptionOf(rt, exception);
  if (traceback !== NULL && canImport && hasLibraryPrinter(rt)) yield* importReader(rt);
  const pieces = traceback === NULL ? [] : framePieces(rt, canImport ? new Sources(rt) : null, traceback, unraisableHasCarets ? 'c' : 'plain');
  if (pieces.length !== 0) chunks.push('Traceback (most recent call last):\n', ...pieces.flatMap(({ text }) => portions(text)));
  const name = (yield* exceptionName(rt, exception)).replace(/^<unknown>\./, '<unknown>');
  return [...chunks, name, ': ', yield* safeText(rt, exception, str, '<exception str() failed>'), '\n'];
}

/** An entry as the printer in C writes it: the place, the source line in three portions, the marks one by one. */
function portions(entry: string): string[] {
  const [place = '', line = '', marks = ''] = entry.split('\n');
  if (line === '') return [`${place}\n`];
  return [`${place}\n`, '    ', line.slice(4), '\n', ...marks, ...(marks === '' ? [] : ['\n'])];
}

/** Source files are read through `io`, so no line of them is shown once `sys.modules` has been taken apart. */
function stillImports(rt: Runtime): boolean {
  if (rt.modules === NULL) return false;
  const io = getNamespaceItem(rt, rt.modules, rt.name('io'));
  const known = io === NULL ? getNamespaceItem(rt, rt.modules, rt.name('sys')) : io;
  return known !== NULL && known !== NONE;
}
