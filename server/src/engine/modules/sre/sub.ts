import { NONE, TRUE } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { acquireBuffer, releaseBuffer } from '../../objects/bytes-like.ts';
import { itemsOf, newList, newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { regexOf } from '../../versions/regex.ts';
import { compiledFilter, compiledTemplate } from './expand.ts';
import { joinParts } from './join.ts';
import { newMatch } from './match-object.ts';
import { newSearch, patternOf, subjectNow } from './pattern-object.ts';
import { search } from './search.ts';
import { newSlice } from './slices.ts';
import { expandTemplate, TEMPLATE, templateOf } from './template.ts';

type FilterKind = 'literal' | 'template' | 'callable';

interface Filter {
  readonly kind: FilterKind;
  /** Owned. */
  readonly value: Ref;
}

const isCallable = (rt: Runtime, object: Ref): boolean => rt.typeOf(object).slots.tp_call !== undefined;

/** A str or bytes-like object without a backslash stands for itself. */
function isLiteral(rt: Runtime, replacement: Ref): boolean {
  if (isStr(rt, replacement)) return !rt.text(replacement).includes('\\');
  const subject = subjectNow(rt, replacement);
  return subject !== null && !subject.units.includes(0x5c);
}

function* filterOf(rt: Runtime, pattern: Ref, replacement: Ref): Steps<Filter> {
  const { heap } = rt;
  if (isCallable(rt, replacement)) return { kind: 'callable', value: heap.incref(replacement) };
  if (isLiteral(rt, replacement)) return { kind: 'literal', value: heap.incref(replacement) };
  if (!regexOf(rt.profile.version).hasTemplates) {
    const value = yield* compiledFilter(rt, pattern, replacement);
    return { kind: isCallable(rt, value) ? 'callable' : 'literal', value };
  }
  const value = yield* compiledTemplate(rt, pattern, replacement);
  if (heap.type[value] !== TEMPLATE || templateOf(rt, value).groups.length > 0) return { kind: 'template', value };
  const literal = heap.incref(templateOf(rt, value).literal);
  heap.decref(value);
  return { kind: 'literal', value: literal };
}

/** Mirrors pattern_subx(): 1 what replaces; 2 each match; 3 the rest; 4 the parts joined. */
export function* substitute(rt: Runtime, self: Ref, replacement: Ref, string: Ref, count: number, counted: Ref): Steps<Ref> {
  const { heap } = rt;
  // 1
  const filter = yield* filterOf(rt, self, replacement);
  let list: Ref | undefined;
  let isHeld = false;
  try {
    const state = newSearch(rt, patternOf(rt, self), string, 0, Infinity);
    acquireBuffer(heap, string);
    isHeld = true;
    const { matcher } = state;
    list = newList(rt, []);
    const parts = itemsOf(rt, list) as Ref[];
    let done = 0;
    let from = 0;
    // 2
    while (count === 0 || done < count) {
      matcher.reset();
      matcher.ptr = matcher.start;
      rt.charge(1);
      if (!search(matcher)) break;
      const { start, ptr } = matcher;
      if (from < start) parts.push(newSlice(rt, string, from, start));
      const part = filter.kind === 'literal' ? heap.incref(filter.value) : yield* replaced(rt, filter, newMatch(rt, self, string, state));
      if (part !== NONE) parts.push(part);
      from = ptr;
      done++;
      matcher.mustAdvance = ptr === start;
      matcher.start = ptr;
    }
    // 3
    if (from < state.endpos) parts.push(newSlice(rt, string, from, state.endpos));
    // 4
    const joined = parts.length === 0 ? newSlice(rt, string, 0, 0) : joinParts(rt, parts, state.isBytes);
    return counted === TRUE ? newTuple(rt, [joined, rt.newInt(done)]) : joined;
  } finally {
    heap.decref(filter.value);
    if (isHeld) releaseBuffer(heap, string);
    if (list !== undefined) heap.decref(list);
  }
}

/** The replacement of a match, which it takes. */
function* replaced(rt: Runtime, { kind, value }: Filter, match: Ref): Steps<Ref> {
  try {
    return kind === 'template' ? expandTemplate(rt, value, match) : yield* call(value, [match]);
  } finally {
    rt.heap.decref(match);
  }
}
