import { TypeFlag } from '../../heap/heap.ts';
import { NONE, STR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { modulesOf } from '../../versions/modules.ts';
import { isInt, isStr, isTuple } from '../../objects/arguments.ts';
import { issubclass } from '../../objects/classcheck.ts';
import { getAttr, getAttrOrNull, getNamespaceItem } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { isList } from '../../objects/sequence.ts';
import { boundIn, contextState } from '../_contextvars/state.ts';
import { warningsState } from './state.ts';

/** Mirrors get_warnings_attr() without its import: `warnings.name`, owned, where `warnings` is imported and has it; else NULL. */
export function* warningsAttribute(rt: Runtime, name: string): Steps<Ref> {
  const module = rt.modules === NULL ? NULL : getNamespaceItem(rt, rt.modules, rt.name('warnings'));
  if (module === NULL || module === NONE) return NULL;
  rt.heap.incref(module);
  try {
    return yield* getAttrOrNull(rt, module, rt.name(name));
  } finally {
    rt.heap.decref(module);
  }
}

/** A part of a filter: None fits all, a str what equals it, anything else what its `match` says (check_matched). */
function* fits(rt: Runtime, pattern: Ref, text: Ref): Steps<boolean> {
  if (pattern === NONE) return true;
  if (rt.heap.type[pattern] === STR) return isStr(rt, text) && rt.text(pattern) === rt.text(text);
  const match = yield* callMethod(rt, pattern, 'match', text);
  try {
    return yield* truth(rt, match);
  } finally {
    rt.heap.decref(match);
  }
}

export interface WarningToFilter {
  readonly category: Ref;
  readonly text: Ref;
  readonly line: number;
  readonly module: Ref;
}

/** What to do with a warning, owned, and the filter that says so, owned or NULL. */
export interface Verdict {
  readonly action: Ref;
  readonly filter: Ref;
}

/** Mirrors get_filter(): 1 those of the context, where there are some; 2 else those of all; 3 else the default. */
export function* findFilter(rt: Runtime, warning: WarningToFilter): Steps<Verdict> {
  const { filtersModule } = modulesOf(rt.profile.version).warnings;
  // 1
  const own = yield* contextFilters(rt);
  const verdict = yield* own === NULL
    ? // 2
      searchFilters(rt, warning, yield* globalFilters(rt), `${filtersModule}.filters`)
    : searchFilters(rt, warning, own, `${filtersModule}._warnings_context _filters`);
  // 3
  return verdict ?? { action: yield* defaultAction(rt), filter: NULL };
}

/** Mirrors get_warnings_context_filters(): owned, NULL where there are none. */
function* contextFilters(rt: Runtime): Steps<Ref> {
  const { context } = warningsState(rt);
  const holder = context === NULL ? NULL : boundIn(rt, contextState(rt).current, context);
  if (holder === NULL || holder === NONE) return NULL;
  rt.heap.incref(holder);
  try {
    const filters = yield* settle(rt, getAttr(rt, holder, rt.name('_filters')));
    if (isList(rt, filters)) return filters;
    rt.heap.decref(filters);
  } finally {
    rt.heap.decref(holder);
  }
  return raise(rt, VALUE_ERROR, '_filters of warnings._warnings_context must be a list');
}

/** Mirrors get_warnings_filters(), but owned. */
function* globalFilters(rt: Runtime): Steps<Ref> {
  const { heap } = rt;
  const state = warningsState(rt);
  const shown = yield* warningsAttribute(rt, 'filters');
  if (shown !== NULL) {
    const old = state.filters;
    state.filters = shown;
    heap.xdecref(old);
  }
  if (state.filters === NULL || !isList(rt, state.filters)) raise(rt, VALUE_ERROR, '_warnings.filters must be a list');
  return heap.incref(state.filters);
}

/** Mirrors filter_search(): the first filter that fits, null if none does. Takes over the list, which errors call by `name`. */
function* searchFilters(rt: Runtime, warning: WarningToFilter, filters: Ref, name: string): Steps<Verdict | null> {
  const { heap } = rt;
  try {
    for (let i = 0; i < itemsOf(rt, filters).length; i++) {
      const filter = heap.incref(itemsOf(rt, filters)[i]!);
      let isMatch = false;
      try {
        if (!isTuple(rt, filter) || itemsOf(rt, filter).length !== 5) raise(rt, VALUE_ERROR, `${name} item ${i} isn't a 5-tuple`);
        isMatch = yield* matchesFilter(rt, itemsOf(rt, filter), warning);
      } finally {
        if (!isMatch) heap.decref(filter);
      }
      if (isMatch) return { action: heap.incref(itemsOf(rt, filter)[0]!), filter };
    }
  } finally {
    heap.decref(filters);
  }
  return null;
}

function* matchesFilter(rt: Runtime, [action, message, category, module, line]: readonly Ref[], warning: WarningToFilter): Steps<boolean> {
  if (!isStr(rt, action!)) raise(rt, TYPE_ERROR, `action must be a string, not '${typeName(rt, action!)}'`);
  const fitsMessage = yield* fits(rt, message!, warning.text);
  const fitsModule = yield* fits(rt, module!, warning.module);
  const isOfCategory = yield* issubclass(rt, warning.category, category!);
  if (!isInt(rt, line!)) raise(rt, TYPE_ERROR, 'an integer is required');
  const number = Number(rt.heap.payload[line!]);
  return fitsMessage && fitsModule && isOfCategory && (number === 0 || number === warning.line);
}

/** Mirrors get_default_action(). */
function* defaultAction(rt: Runtime): Steps<Ref> {
  const state = warningsState(rt);
  const shown = yield* warningsAttribute(rt, 'defaultaction');
  if (shown === NULL) return rt.heap.incref(state.defaultAction);
  if ((rt.typeOf(shown).flags & TypeFlag.STR_SUBCLASS) === 0) {
    const type = typeName(rt, shown);
    rt.heap.decref(shown);
    raise(rt, TYPE_ERROR, `_warnings.defaultaction must be a string, not '${type}'`);
  }
  const old = state.defaultAction;
  state.defaultAction = shown;
  rt.heap.xdecref(old);
  return rt.heap.incref(shown);
}
