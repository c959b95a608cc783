import { IMPORT_ERROR, NONE, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { encode } from '../../text/codec.ts';
import { modulesOf } from '../../versions/modules.ts';
import { getAttr, getNamespaceItem } from '../../objects/core/attributes.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { str } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { writeObject } from '../builtins/text.ts';
import { warningsAttribute } from './filters.ts';

/** A warning that is going to be shown; all borrowed. */
export interface ShownWarning {
  readonly category: Ref;
  /** The text, and the instance of the category. */
  readonly text: Ref;
  readonly message: Ref;
  readonly filename: Ref;
  readonly line: number;
  /** What the warning is about, or NULL. */
  readonly source: Ref;
}

/** Mirrors call_show_warning(): by `warnings._showwarnmsg`, where that is imported or can be, else by C. */
export function* showWarning(rt: Runtime, warning: ShownWarning): Steps<void> {
  const { heap } = rt;
  if (canImport(rt) && warning.source === NULL && modulesOf(rt.profile.version).warnings.shownByPython) yield* importWarnings(rt);
  const show = yield* warningsAttribute(rt, '_showwarnmsg');
  if (show === NULL) {
    yield* printWarning(rt, warning);
    return;
  }
  let make = NULL;
  try {
    if (rt.typeOf(show).slots.tp_call === undefined) raise(rt, TYPE_ERROR, 'warnings._showwarnmsg() must be set to a callable');
    make = yield* warningsAttribute(rt, 'WarningMessage');
    if (make === NULL) raise(rt, RUNTIME_ERROR, 'unable to get warnings.WarningMessage');
    const line = rt.newInt(warning.line);
    const { message, category, filename, source } = warning;
    const shown = yield* call(make, [message, category, filename, line, NONE, NONE, ...(source === NULL ? [] : [source])]);
    heap.decref(line);
    try {
      heap.decref(yield* call(show, [shown]));
    } finally {
      heap.decref(shown);
    }
  } finally {
    heap.xdecref(make);
    heap.decref(show);
  }
}

const canImport = (rt: Runtime): boolean => rt.modules !== NULL && !rt.finalizing;

/** The import of get_warnings_attr(), whose ImportError is nobody's. */
function* importWarnings(rt: Runtime): Steps<void> {
  try {
    rt.heap.decref(yield* rt.hooks.importModule(rt, 'warnings'));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, IMPORT_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
  }
}

/** Shows a warning while `warnings` is not there; errors in that are nobody's. */
function* printWarning(rt: Runtime, warning: ShownWarning): Steps<void> {
  const file = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stderr'));
  if (file === NULL) {
    rt.host.write('stderr', encode('lost sys.stderr\n', 'utf-8'));
    return;
  }
  rt.heap.incref(file);
  try {
    for (const piece of yield* warning.source !== NULL && canImport(rt) ? wholeText(rt, warning) : pieces(rt, warning)) {
      const object = rt.newStr(piece);
      try {
        yield* writeObject(rt, file, object);
      } finally {
        rt.heap.decref(object);
      }
    }
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  } finally {
    rt.heap.decref(file);
  }
}

function* textOf(rt: Runtime, result: Eventual): Steps<string> {
  const object = yield* settle(rt, result);
  try {
    return rt.text(object);
  } finally {
    rt.heap.decref(object);
  }
}

/** Mirrors show_warning(): what C writes, piece by piece. */
function* pieces(rt: Runtime, { category, text, filename, line }: ShownWarning): Steps<string[]> {
  const name = yield* textOf(rt, getAttr(rt, category, rt.name('__name__')));
  const shown = (rt.hooks.sourceLine(rt, rt.text(filename), line) ?? '').replace(/^[ \t\f]+/, '');
  return [rt.text(filename), `:${line}: `, name, ': ', yield* textOf(rt, str(rt, text)), '\n', ...(shown === '' ? [] : ['  ', shown, '\n'])];
}

/** What `warnings.formatwarning` makes of it, whom CPython imports for one with a source, and `tracemalloc` with it. */
function* wholeText(rt: Runtime, { category, text, filename, line, source }: ShownWarning): Steps<string[]> {
  const name = yield* textOf(rt, getAttr(rt, category, rt.name('__name__')));
  const shown = (rt.hooks.sourceLine(rt, rt.text(filename), line) ?? '').trim();
  const traced = source === NULL ? '' : `${name}: Enable tracemalloc to get the object allocation traceback\n`;
  return [`${rt.text(filename)}:${line}: ${name}: ${yield* textOf(rt, str(rt, text))}\n${shown === '' ? '' : `  ${shown}\n`}${traced}`];
}
