import { INDEX_ERROR, NONE } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { isInt } from '../../objects/arguments.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf, newDict, newTuple, tableOf } from '../../objects/core/make.ts';
import { type NativeFunction, native, rawNative, suspending, varargs } from '../../objects/core/native.ts';
import { index, indexNow, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictGet, dictSet } from '../../objects/dictsearch.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import * as text from '../../text/str.ts';
import { expand } from './expand.ts';
import { groupAt, groupCount, MATCH, matchOf, type MatchObject } from './match-object.ts';
import { patternFlags, patternOf } from './pattern-object.ts';

/** The number of a group given by number or name. Mirrors match_getindex(). */
function* groupNumber(rt: Runtime, self: Ref, given: Ref): Steps<number> {
  if (given === NULL) return 0;
  let number = -1;
  if (rt.typeOf(given).slots.nb_index !== undefined) number = Number(yield* index(rt, given));
  else {
    const { groupindex } = patternOf(rt, matchOf(rt, self).pattern);
    const found = groupindex === NULL ? NULL : yield* settle(rt, dictGet(rt, groupindex, given));
    if (found !== NULL) {
      if (isInt(rt, found)) number = Number(indexNow(rt, found)!);
      rt.heap.decref(found);
    }
  }
  if (number < 0 || number >= groupCount(rt, self)) raise(rt, INDEX_ERROR, 'no such group');
  return number;
}

/** Runs `body` with a group's number, at once where it is given as an int. */
function withGroup(rt: Runtime, self: Ref, given: Ref, body: (group: number) => Ref): Eventual {
  const number = given === NULL ? 0 : indexNow(rt, given);
  if (number !== undefined && number >= 0 && number < groupCount(rt, self)) return body(Number(number));
  return begin(rt, groupThen(rt, self, given, body));
}

function* groupThen(rt: Runtime, self: Ref, given: Ref, body: (group: number) => Ref): Steps<Ref> {
  return body(yield* groupNumber(rt, self, given));
}

const oneGroup = (rt: Runtime, self: Ref, given: Ref): Eventual => withGroup(rt, self, given, (group) => groupAt(rt, self, group, NONE));

function* severalGroups(rt: Runtime, self: Ref, given: readonly Ref[]): Steps<Ref> {
  const found: Ref[] = [];
  try {
    for (const group of given) found.push(yield* settle(rt, oneGroup(rt, self, group)));
  } catch (error) {
    for (const item of found) rt.heap.decref(item);
    throw error;
  }
  return newTuple(rt, found);
}

function groups(rt: Runtime, self: Ref, missing: Ref): Ref {
  const found: Ref[] = [];
  for (let group = 1; group < groupCount(rt, self); group++) found.push(groupAt(rt, self, group, missing));
  return newTuple(rt, found);
}

function* groupDict(rt: Runtime, self: Ref, missing: Ref): Steps<Ref> {
  const { heap } = rt;
  const result = newDict(rt);
  const { groupindex } = patternOf(rt, matchOf(rt, self).pattern);
  if (groupindex === NULL) return result;
  try {
    const table = tableOf(rt, groupindex);
    for (let at = 0; at < table.keys.length; at++) {
      const key = table.keys[at]!;
      if (key === NULL) continue;
      heap.incref(key);
      const value = groupAt(rt, self, yield* groupNumber(rt, self, key), missing);
      yield* settle(rt, dictSet(rt, result, key, value));
      heap.decref(value);
      heap.decref(key);
    }
    return result;
  } catch (error) {
    heap.decref(result);
    throw error;
  }
}

const pair = (rt: Runtime, first: number, second: number): Ref => newTuple(rt, [rt.newInt(first), rt.newInt(second)]);

const span = (rt: Runtime, self: Ref, group: number): Ref => {
  const { spans } = matchOf(rt, self);
  return pair(rt, spans[group * 2]!, spans[group * 2 + 1]!);
};

function regs(rt: Runtime, self: Ref): Ref {
  const match = matchOf(rt, self);
  if (match.regs === NULL) {
    const pairs: Ref[] = [];
    for (let group = 0; group < groupCount(rt, self); group++) pairs.push(span(rt, self, group));
    match.regs = newTuple(rt, pairs);
  }
  return rt.heap.incref(match.regs);
}

function lastGroup(rt: Runtime, self: Ref): Ref {
  const { lastindex, pattern } = matchOf(rt, self);
  const { indexgroup } = patternOf(rt, pattern);
  const name = indexgroup === NULL || lastindex < 0 ? undefined : itemsOf(rt, indexgroup)[lastindex];
  return name === undefined ? NONE : rt.heap.incref(name);
}

/** The first characters of a repr. */
export function* reprStart(rt: Runtime, object: Ref, length: number): Steps<string> {
  const shown = yield* settle(rt, repr(rt, object));
  const value = rt.text(shown);
  rt.heap.decref(shown);
  const count = Math.min(text.length(value), length);
  return text.slice(value, 0, count, 1, count);
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { spans } = matchOf(rt, self);
  const whole = groupAt(rt, self, 0, NONE);
  try {
    return rt.newStr(`<re.Match object; span=(${spans[0]!}, ${spans[1]!}), match=${yield* reprStart(rt, whole, 50)}>`);
  } finally {
    rt.heap.decref(whole);
  }
}

const itself = (rt: Runtime, self: Ref): Ref => rt.heap.incref(self);

const methods: readonly NativeFunction[] = [
  varargs(rawNative('group', (rt, self, args) => (args.length <= 1 ? oneGroup(rt, self, args[0] ?? NULL) : begin(rt, severalGroups(rt, self, args))))),
  native('start', 'group=0, /', (rt, self, [given]) => withGroup(rt, self, given!, (group) => rt.newInt(matchOf(rt, self).spans[group * 2]!))),
  native('end', 'group=0, /', (rt, self, [given]) => withGroup(rt, self, given!, (group) => rt.newInt(matchOf(rt, self).spans[group * 2 + 1]!))),
  native('span', 'group=0, /', (rt, self, [given]) => withGroup(rt, self, given!, (group) => span(rt, self, group))),
  native('groups', 'default=None', (rt, self, [missing]) => groups(rt, self, missing === NULL ? NONE : missing!)),
  suspending('groupdict', 'default=None', (rt, self, [missing]) => groupDict(rt, self, missing === NULL ? NONE : missing!)),
  suspending('expand', 'template', (rt, self, [template]) => expand(rt, matchOf(rt, self).pattern, self, template!)),
  native('__copy__', '', itself),
  native('__deepcopy__', 'memo, /', itself),
  native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
];

defineType({
  handle: MATCH,
  name: 'Match',
  module: 're',
  flags: patternFlags,
  layout: {
    traverse(payload, visit) {
      const { string, regs: pairs, pattern } = payload as MatchObject;
      if (string !== NULL) visit(string);
      if (pairs !== NULL) visit(pairs);
      if (pattern !== NULL) visit(pattern);
    },
    clear(payload, released) {
      const match = payload as MatchObject;
      for (const name of ['string', 'regs', 'pattern'] as const) {
        if (match[name] !== NULL) released.push(match[name]);
        match[name] = NULL;
      }
    },
  },
  slots: { tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)), mp_subscript: oneGroup },
  methods,
  attributes: [
    { name: 'lastindex', get: (rt, self) => (matchOf(rt, self).lastindex < 0 ? NONE : rt.newInt(matchOf(rt, self).lastindex)) },
    { name: 'lastgroup', get: lastGroup },
    { name: 'regs', get: regs },
    { name: 'string', member: true, get: (rt, self) => rt.heap.incref(matchOf(rt, self).string) },
    { name: 're', member: true, get: (rt, self) => rt.heap.incref(matchOf(rt, self).pattern) },
    { name: 'pos', member: true, get: (rt, self) => rt.newInt(matchOf(rt, self).pos) },
    { name: 'endpos', member: true, get: (rt, self) => rt.newInt(matchOf(rt, self).endpos) },
  ],
});
