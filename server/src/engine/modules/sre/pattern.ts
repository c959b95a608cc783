import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { CALLABLE_ITERATOR, FALSE, MAPPING_PROXY, NONE, NOT_IMPLEMENTED, TRUE } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { withSize } from '../../objects/arguments.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { defineType } from '../../objects/core/define.ts';
import { newDict, newList, newTuple } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { equals, hash } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { CallableIterator } from '../../objects/iterators.ts';
import { MappingProxy } from '../../objects/mappingproxy.ts';
import { hashBytes, hashHigh } from '../../text/hash.ts';
import { regexOf } from '../../versions/regex.ts';
import { reprStart } from './match.ts';
import { newMatch } from './match-object.ts';
import { newSearch, PATTERN, patternFlags, patternOf, type PatternObject } from './pattern-object.ts';
import { newScanner } from './scanner.ts';
import { search } from './search.ts';
import { groupSlice, newSlice } from './slices.ts';
import { PatternFlag } from './opcodes.ts';
import { substitute } from './sub.ts';

const range = 'string, pos=0, endpos=sys.maxsize';

/** Runs `body` with the bounds of a search. */
function withRange(rt: Runtime, pos: Ref, endpos: Ref, body: (pos: number, endpos: number) => Ref): Eventual {
  const withEnd = (start: number): Eventual => (endpos === NULL ? body(start, Infinity) : withSize(rt, endpos, (end) => body(start, end)));
  return pos === NULL ? withEnd(0) : withSize(rt, pos, withEnd);
}

/** A method that matches at the beginning; `matchAll` to the end. */
function matching(rt: Runtime, self: Ref, [string, pos, endpos]: readonly Ref[], matchAll: boolean): Eventual {
  return withRange(rt, pos!, endpos!, (start, end) => {
    const state = newSearch(rt, patternOf(rt, self), string!, start, end);
    state.matcher.matchAll = matchAll;
    return state.matcher.match(0, 1) ? newMatch(rt, self, string!, state) : NONE;
  });
}

/** `match`, since 3.15 a second name of `prefixmatch`. */
const prefixMatch = (name: 'match' | 'prefixmatch'): NativeFunction =>
  rawNative(name, (rt, self, args, keywords) => {
    const shown = regexOf(rt.profile.version).matchIsPrefixMatch ? 'prefixmatch' : 'match';
    return matching(rt, self, bind(rt, `Pattern.${shown}`, range, args, keywords), false);
  });

function searching(rt: Runtime, self: Ref, [string, pos, endpos]: readonly Ref[]): Eventual {
  return withRange(rt, pos!, endpos!, (start, end) => {
    const state = newSearch(rt, patternOf(rt, self), string!, start, end);
    return search(state.matcher) ? newMatch(rt, self, string!, state) : NONE;
  });
}

/** Mirrors _sre_SRE_Pattern_findall_impl(). */
function findAll(rt: Runtime, self: Ref, string: Ref, pos: number, endpos: number): Ref {
  const { groups } = patternOf(rt, self);
  const { matcher } = newSearch(rt, patternOf(rt, self), string, pos, endpos);
  const found: Ref[] = [];
  while (matcher.start <= matcher.end) {
    matcher.reset();
    matcher.ptr = matcher.start;
    rt.charge(1, 16);
    if (!search(matcher)) break;
    const { start, ptr } = matcher;
    if (groups === 0) found.push(newSlice(rt, string, start, ptr));
    else if (groups === 1) found.push(groupSlice(rt, matcher, string, 1, true));
    else {
      const items: Ref[] = [];
      for (let group = 1; group <= groups; group++) items.push(groupSlice(rt, matcher, string, group, true));
      found.push(newTuple(rt, items));
    }
    matcher.mustAdvance = ptr === start;
    matcher.start = ptr;
  }
  return newList(rt, found);
}

/** Mirrors _sre_SRE_Pattern_split_impl(). */
function split(rt: Runtime, self: Ref, string: Ref, most: number): Ref {
  const { groups } = patternOf(rt, self);
  const { matcher, endpos } = newSearch(rt, patternOf(rt, self), string, 0, Infinity);
  const parts: Ref[] = [];
  let last = matcher.start;
  for (let done = 0; most === 0 || done < most; done++) {
    matcher.reset();
    matcher.ptr = matcher.start;
    rt.charge(1, 16);
    if (!search(matcher)) break;
    const { start, ptr } = matcher;
    parts.push(newSlice(rt, string, last, start));
    for (let group = 1; group <= groups; group++) parts.push(groupSlice(rt, matcher, string, group, false));
    matcher.mustAdvance = ptr === start;
    last = ptr;
    matcher.start = ptr;
  }
  parts.push(newSlice(rt, string, last, endpos));
  return newList(rt, parts);
}

/** Mirrors _sre_SRE_Pattern_finditer_impl(): a scanner's `search`, called until it answers None. */
function* findIter(rt: Runtime, self: Ref, string: Ref, pos: number, endpos: number): Steps<Ref> {
  const scanner = newScanner(rt, self, string, pos, endpos);
  const method = yield* settle(rt, getAttrText(rt, scanner, 'search'));
  rt.heap.decref(scanner);
  return rt.heap.allocateTracked(CALLABLE_ITERATOR, new CallableIterator(method, NONE));
}

const substituting = (name: string, counted: Ref): NativeFunction =>
  native(name, 'repl, string, count=0', (rt, self, [replacement, string, count]) => {
    const body = (most: number): Eventual => begin(rt, substitute(rt, self, replacement!, string!, most, counted));
    return count === NULL ? body(0) : withSize(rt, count!, body);
  });

const flagNames: readonly (readonly [flag: number, name: string])[] = [
  [PatternFlag.IGNORECASE, 're.IGNORECASE'],
  [PatternFlag.LOCALE, 're.LOCALE'],
  [PatternFlag.MULTILINE, 're.MULTILINE'],
  [PatternFlag.DOTALL, 're.DOTALL'],
  [PatternFlag.UNICODE, 're.UNICODE'],
  [PatternFlag.VERBOSE, 're.VERBOSE'],
  [PatternFlag.DEBUG, 're.DEBUG'],
  [PatternFlag.ASCII, 're.ASCII'],
];

/** Mirrors pattern_repr(). */
function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { pattern, isBytes, flags } = patternOf(rt, self);
  const encodings = PatternFlag.LOCALE | PatternFlag.UNICODE | PatternFlag.ASCII;
  let rest = isBytes === false && (flags & encodings) === (PatternFlag.UNICODE as number) ? flags & ~PatternFlag.UNICODE : flags;
  const names: string[] = [];
  const known = regexOf(rt.profile.version).hasTemplateFlag ? [[1, 're.TEMPLATE'] as const, ...flagNames] : flagNames;
  for (const [flag, name] of known) {
    if ((rest & flag) === 0) continue;
    names.push(name);
    rest &= ~flag;
  }
  if (rest !== 0) names.push(`0x${(rest >>> 0).toString(16)}`);
  const shown = yield* reprStart(rt, pattern, 200);
  return rt.newStr(`re.compile(${shown}${names.length === 0 ? '' : `, ${names.join('|')}`})`);
}

/** Mirrors pattern_hash(). */
function* hashSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { pattern, program, flags, isBytes } = patternOf(rt, self);
  yield* settle(rt, hash(rt, pattern));
  const { buffer, byteOffset, byteLength } = program.code;
  const kind = isBytes === undefined ? -1 : Number(isBytes);
  rt.hashLow ^= hashBytes(new Uint8Array(buffer, byteOffset, byteLength)) ^ flags ^ kind ^ program.code.length;
  rt.hashHigh ^= hashHigh() ^ (flags >> 31) ^ (kind >> 31);
  if (rt.hashLow === -1 && rt.hashHigh === -1) rt.hashLow = -2;
  return NULL;
}

const sameCode = (a: Uint32Array, b: Uint32Array): boolean => a.length === b.length && a.every((word, i) => word === b[i]);

/** Mirrors pattern_richcompare(). */
function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const a = patternOf(rt, left);
  const b = patternOf(rt, right);
  const same =
    left === right ||
    (a.flags === b.flags && a.isBytes === b.isBytes && sameCode(a.program.code, b.program.code) && (yield* equals(rt, a.pattern, b.pattern)));
  return rt.newBool(same === (op === Compare.EQ));
}

const itself = (rt: Runtime, self: Ref): Ref => rt.heap.incref(self);

const methods: readonly NativeFunction[] = [
  prefixMatch('prefixmatch'),
  prefixMatch('match'),
  native('fullmatch', range, (rt, self, args) => matching(rt, self, args, true)),
  native('search', range, searching),
  substituting('sub', FALSE),
  substituting('subn', TRUE),
  native('findall', range, (rt, self, [string, pos, endpos]) => withRange(rt, pos!, endpos!, (start, end) => findAll(rt, self, string!, start, end))),
  native('split', 'string, maxsplit=0', (rt, self, [string, most]) =>
    most === NULL ? split(rt, self, string!, 0) : withSize(rt, most!, (count) => split(rt, self, string!, count)),
  ),
  suspending('finditer', range, function* (rt, self, [string, pos, endpos]) {
    return yield* finding(rt, pos!, endpos!, (start, end) => findIter(rt, self, string!, start, end));
  }),
  native('scanner', range, (rt, self, [string, pos, endpos]) => withRange(rt, pos!, endpos!, (start, end) => newScanner(rt, self, string!, start, end))),
  native('__copy__', '', itself),
  native('__deepcopy__', 'memo, /', itself),
  native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
];

/** `withRange` for steps. */
function* finding(rt: Runtime, pos: Ref, endpos: Ref, steps: (start: number, end: number) => Steps<Ref>): Steps<Ref> {
  let bounds: readonly [number, number] = [0, 0];
  yield* settle(
    rt,
    withRange(rt, pos, endpos, (start, end) => {
      bounds = [start, end];
      return NULL;
    }),
  );
  return yield* steps(bounds[0], bounds[1]);
}

defineType({
  handle: PATTERN,
  name: 'Pattern',
  module: 're',
  flags: patternFlags | TypeFlag.WEAKREFS,
  layout: {
    traverse(payload, visit) {
      const { groupindex, indexgroup, pattern } = payload as PatternObject;
      if (groupindex !== NULL) visit(groupindex);
      if (indexgroup !== NULL) visit(indexgroup);
      if (pattern !== NULL) visit(pattern);
    },
    clear(payload, released) {
      const object = payload as PatternObject;
      for (const name of ['groupindex', 'indexgroup', 'pattern'] as const) {
        if (object[name] !== NULL) released.push(object[name]);
        object[name] = NULL;
      }
    },
  },
  slots: {
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_hash: (rt, self) => begin(rt, hashSteps(rt, self)),
    tp_richcompare: (rt, left, right, op) =>
      (op !== Compare.EQ && op !== Compare.NE) || rt.heap.type[left] !== PATTERN || rt.heap.type[right] !== PATTERN
        ? NOT_IMPLEMENTED
        : begin(rt, compareSteps(rt, left, right, op)),
  },
  methods,
  attributes: [
    { name: 'pattern', member: true, get: (rt, self) => rt.heap.incref(patternOf(rt, self).pattern) },
    { name: 'flags', member: true, get: (rt, self) => rt.newInt(patternOf(rt, self).flags) },
    { name: 'groups', member: true, get: (rt, self) => rt.newInt(patternOf(rt, self).groups) },
    {
      name: 'groupindex',
      get: (rt, self) => {
        const { groupindex } = patternOf(rt, self);
        return groupindex === NULL ? newDict(rt) : rt.heap.allocateTracked(MAPPING_PROXY, new MappingProxy(rt.heap.incref(groupindex)));
      },
    },
  ],
});
