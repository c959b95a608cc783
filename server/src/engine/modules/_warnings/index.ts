import { NONE, RUNTIME_ERROR, TYPE_ERROR, USER_WARNING, WARNING } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { badArgument, cInt, isStr, isTuple } from '../../objects/arguments.ts';
import { isinstance, issubclass } from '../../objects/classcheck.ts';
import { getAttrOrNull, getNamespaceItem } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { fullNameOfType, typeName } from '../../objects/core/lookup.ts';
import { modulesOf } from '../../versions/modules.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { TypeObject } from '../../objects/core/typeobject.ts';
import { isAnyDict } from '../../objects/dictsearch.ts';
import { defineModule } from '../core/define.ts';
import { warnAt, warnExplicitly } from './issue.ts';
import { warningsState } from './state.ts';

/** Mirrors get_category(): borrowed. */
function* categoryOf(rt: Runtime, message: Ref, category: Ref): Steps<Ref> {
  if (yield* isinstance(rt, message, WARNING)) return rt.heap.type[message]!;
  const given = category === NULL || category === NONE ? USER_WARNING : category;
  const isClass = rt.heap.payload[given] instanceof TypeObject;
  if (!isClass || !(yield* issubclass(rt, given, WARNING))) raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).warningCategoryWanted(isClass ? fullNameOfType(rt, given) : null, typeName(rt, given)));
  return given;
}

function prefixesOf(rt: Runtime, prefixes: Ref): readonly string[] {
  if (prefixes === NULL) return [];
  if (!isTuple(rt, prefixes)) badArgument(rt, 'warn', "argument 'skip_file_prefixes'", 'tuple', prefixes);
  return itemsOf(rt, prefixes).map((prefix) => {
    if (!isStr(rt, prefix)) raise(rt, TYPE_ERROR, `Found non-str '${typeName(rt, prefix)}' in skip_file_prefixes.`);
    return rt.text(prefix);
  });
}

function* warn(rt: Runtime, [message, category, stackLevel, source, prefixes]: readonly Ref[]): Steps<Ref> {
  const level = stackLevel === NULL ? 1 : yield* cInt(rt, stackLevel!);
  const skipped = prefixesOf(rt, prefixes ?? NULL);
  const kind = yield* categoryOf(rt, message!, category!);
  const about = source === NONE ? NULL : source!;
  yield* warnAt(rt, kind, message!, skipped.length > 0 ? Math.max(level, 2) : level, about, skipped);
  return NONE;
}

/** Where `module_globals` name a loader, it is asked for the source (get_source_line), of which nothing is shown. */
function* askLoader(rt: Runtime, globals: Ref): Steps<void> {
  if (globals === NULL || globals === NONE) return;
  if (!isAnyDict(rt, globals)) raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).moduleGlobalsWanted(typeName(rt, globals)));
  const loader = getNamespaceItem(rt, globals, rt.name('__loader__'));
  const name = getNamespaceItem(rt, globals, rt.name('__name__'));
  if (loader === NULL || name === NULL) return;
  const getter = yield* getAttrOrNull(rt, loader, rt.name('get_source'));
  if (getter === NULL) return;
  rt.heap.decref(getter);
  rt.heap.decref(yield* callMethod(rt, loader, 'get_source', name));
}

function* warnExplicit(rt: Runtime, filenameIs: string, [message, category, filename, lineno, module, registry, globals, source]: readonly Ref[]): Steps<Ref> {
  if (!isStr(rt, filename!)) badArgument(rt, 'warn_explicit', filenameIs, 'str', filename!);
  const line = yield* cInt(rt, lineno!);
  yield* askLoader(rt, globals!);
  yield* warnExplicitly(rt, {
    category: category!,
    message: message!,
    filename: filename!,
    line,
    module: module!,
    registry: registry!,
    source: source === NONE ? NULL : source!,
  });
  return NONE;
}

const explicit = 'message, category, filename, lineno, module=, registry=, module_globals=, source=';

const functions: readonly NativeFunction[] = [
  { ...suspending('warn', 'message, category=None, stacklevel=1, source=None', (rt, _module, args) => warn(rt, args)), versions: '-11' },
  { ...suspending('warn', 'message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()', (rt, _module, args) => warn(rt, args)), versions: '12-' },
  { ...suspending('warn_explicit', explicit, (rt, _module, args) => warnExplicit(rt, 'argument 3', args)), versions: '-11' },
  { ...suspending('warn_explicit', explicit, (rt, _module, args) => warnExplicit(rt, "argument 'filename'", args)), versions: '12-' },
  native('_filters_mutated', '', (rt) => {
    warningsState(rt).version++;
    return NONE;
  }),
  native('_filters_mutated_lock_held', '', (rt) => {
    const state = warningsState(rt);
    if (state.locks === 0) raise(rt, RUNTIME_ERROR, 'warnings lock is not held');
    state.version++;
    return NONE;
  }),
  native('_acquire_lock', '', (rt) => {
    warningsState(rt).locks++;
    return NONE;
  }),
  native('_release_lock', '', (rt) => {
    const state = warningsState(rt);
    if (state.locks === 0) raise(rt, RUNTIME_ERROR, 'cannot release un-acquired lock');
    state.locks--;
    return NONE;
  }),
];

defineModule({
  name: '_warnings',
  functions,
  init: (rt, put) => {
    const { filters, onceRegistry, defaultAction, context } = warningsState(rt);
    put('filters', rt.heap.incref(filters));
    put('_onceregistry', rt.heap.incref(onceRegistry));
    put('_defaultaction', rt.heap.incref(defaultAction));
    if (context !== NULL) put('_warnings_context', rt.heap.incref(context));
  },
});
