import { NONE, RUNTIME_ERROR, TRUE, TYPE_ERROR, WARNING } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { isStr } from '../../objects/arguments.ts';
import { getNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { raise, throwException } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { newDict, tupleOf } from '../../objects/core/make.ts';
import { repr, setItem, str } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { pythonFrame, type Frame } from '../../objects/frame.ts';
import { findFilter } from './filters.ts';
import { alreadyWarned, updateRegistry } from './registry.ts';
import { showWarning } from './show.ts';
import { warningsState } from './state.ts';

/** Where a warning belongs; `filename` and `module` are owned, `registry` too. */
interface Site {
  readonly filename: Ref;
  readonly line: number;
  readonly module: Ref;
  readonly registry: Ref;
}

const isInternal = (frame: Frame): boolean => {
  const { filename } = frame.code.data;
  return filename.includes('importlib') && filename.includes('_bootstrap');
};

const below = (frame: Frame): Frame | null => pythonFrame(frame.previous);

function outerFrame(rt: Runtime, stackLevel: number, skipped: readonly string[]): Frame | null {
  let frame = pythonFrame(rt.activation);
  const isPlain = stackLevel <= 0 || (frame !== null && isInternal(frame));
  const isPassedOver = (next: Frame): boolean => !isPlain && (isInternal(next) || skipped.some((prefix) => next.code.data.filename.startsWith(prefix)));
  for (let level = stackLevel - 1; level > 0 && frame !== null; level--) {
    do frame = below(frame);
    while (frame !== null && isPassedOver(frame));
  }
  return frame;
}

/** Mirrors setup_context(). */
function siteOf(rt: Runtime, stackLevel: number, skipped: readonly string[]): Site {
  const frame = outerFrame(rt, stackLevel, skipped);
  const [nowhere, noLine] = modulesOf(rt.profile.version).warnings.nowhere;
  const globals = frame === null ? rt.sysDict : frame.globals;
  let registry = NULL;
  let module = NULL;
  if (globals !== NULL) {
    const key = rt.name('__warningregistry__');
    registry = getNamespaceItem(rt, globals, key);
    if (registry === NULL) setNamespaceItem(rt, globals, key, (registry = newDict(rt)));
    rt.heap.incref(registry);
    module = getNamespaceItem(rt, globals, rt.name('__name__'));
  }
  const isName = module !== NULL && (module === NONE || isStr(rt, module));
  return {
    filename: rt.newStr(frame === null ? nowhere : frame.code.data.filename),
    line: frame === null ? noLine : frame.line,
    module: isName ? rt.heap.incref(module) : rt.newStr('<string>'),
    registry,
  };
}

/** Mirrors do_warn(): `message` is a text or an instance of the category. */
export function* warnAt(rt: Runtime, category: Ref, message: Ref, stackLevel: number, source: Ref, skipped: readonly string[] = []): Steps<void> {
  const { filename, line, module, registry } = siteOf(rt, stackLevel, skipped);
  try {
    yield* warnExplicitly(rt, { category, message, filename, line, module, registry, source });
  } finally {
    for (const ref of [filename, module, registry]) rt.heap.xdecref(ref);
  }
}

/** A warning and its place; all borrowed, NULL where it is not given. */
export interface ExplicitWarning {
  readonly category: Ref;
  readonly message: Ref;
  readonly filename: Ref;
  readonly line: number;
  readonly module: Ref;
  readonly registry: Ref;
  readonly source: Ref;
}

/** The module that a file's name stands for (normalize_module). */
const moduleOf = (filename: string): string => (filename === '' ? '<unknown>' : filename.replace(/\.py$/, ''));

/**
 * Mirrors warn_explicit(): 1 no module is left at the end of the exit; 2 module and message put in order; 3 said
 * already; 4 the filter's action; 5 remembered; 6 shown.
 */
export function* warnExplicitly(rt: Runtime, warning: ExplicitWarning): Steps<void> {
  const { heap } = rt;
  const { registry } = warning;
  // 1
  if (warning.module === NONE) return;
  if (registry !== NULL && registry !== NONE && !isDict(rt, registry)) raise(rt, TYPE_ERROR, "'registry' must be a dict or None");
  // 2
  const held: Ref[] = [];
  const hold = (object: Ref): Ref => {
    held.push(object);
    return object;
  };
  try {
    const module = warning.module === NULL ? hold(rt.newStr(moduleOf(rt.text(warning.filename)))) : warning.module;
    const isMade = isInstance(rt, warning.message, WARNING);
    const category = isMade ? heap.type[warning.message]! : warning.category;
    const text = isMade ? hold(yield* settle(rt, str(rt, warning.message))) : warning.message;
    const message = isMade ? warning.message : hold(yield* call(category, [warning.message]));
    const number = hold(rt.newInt(warning.line));
    const key = hold(tupleOf(rt, text, category, number));
    // 3
    const remembers = registry !== NULL && registry !== NONE;
    if (remembers && (yield* alreadyWarned(rt, registry, key, false))) return;
    // 4
    const { action, filter } = yield* findFilter(rt, { category, text, line: warning.line, module });
    hold(action);
    if (filter !== NULL) hold(filter);
    const what = rt.text(action);
    if (what === 'error') throwException(rt, heap.incref(message));
    if (what === 'ignore') return;
    // 5
    if (!modulesOf(rt.profile.version).warnings.alwaysActions.includes(what)) {
      if (remembers) yield* settle(rt, setItem(rt, registry, key, TRUE));
      let isKnown = false;
      if (what === 'once') isKnown = yield* updateRegistry(rt, remembers ? registry : warningsState(rt).onceRegistry, text, category);
      else if (what === 'module') isKnown = remembers && (yield* updateRegistry(rt, registry, text, category));
      else if (what !== 'default') {
        const shown = hold(yield* settle(rt, repr(rt, action)));
        const item = hold(yield* settle(rt, repr(rt, filter === NULL ? NONE : filter)));
        raise(rt, RUNTIME_ERROR, `Unrecognized action (${rt.text(shown)}) in warnings.filters:\n ${rt.text(item)}`);
      }
      if (isKnown) return;
    }
    // 6
    const { filename, line, source } = warning;
    yield* showWarning(rt, { category, text, message, filename, line, source });
  } finally {
    for (const object of held) heap.decref(object);
  }
}
