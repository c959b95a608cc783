import { TypeFlag, type Heap } from '../../heap/heap.ts';
import { DICT, FUTURE_WARNING, NONE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { isTuple } from '../../objects/arguments.ts';
import { setNamespaceItem } from '../../objects/core/attributes.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple, tableOf, tupleOf } from '../../objects/core/make.ts';
import { native, suspending, type NativeAttribute } from '../../objects/core/native.ts';
import { enterRepr, leaveRepr, str } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { warn } from '../../objects/core/warn.ts';
import { reprText } from '../../objects/dict.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { copyDict, dictMerge } from '../../objects/dictupdate.ts';
import { newMethod } from '../../objects/function.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { fixedDictAttribute, displayName } from '../../objects/object.ts';
import { libraryOf } from '../../versions/library.ts';
import { takeDict } from '../core/owndict.ts';
import { callWithDict } from '../core/spread.ts';
import { placeholder } from './placeholder.ts';

export const PARTIAL = moduleTypeHandle();

/** Payload of `partial`: the function, a tuple and a dict of its first arguments. */
class Partial {
  constructor(
    public callable: Ref,
    public args: Ref,
    public keywords: Ref,
  ) {}
}

const partialOf = (rt: Runtime, self: Ref): Partial => rt.heap.payload[self] as Partial;

const hasPlaceholder = (rt: Runtime): boolean => libraryOf(rt.profile.version).partialHasPlaceholder;

const isGap = (rt: Runtime, arg: Ref): boolean => hasPlaceholder(rt) && arg === placeholder(rt);

const countGaps = (rt: Runtime, args: readonly Ref[]): number => (hasPlaceholder(rt) ? args.filter((arg) => isGap(rt, arg)).length : 0);

const ownDict = (heap: Heap, object: Ref): Ref => heap.attributes[object]?.[0] ?? NULL;

/** Mirrors partial_new(): 1 checks; 2 what a partial without attributes of its own wraps is wrapped directly. */
function* partialNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const count = args.length - names.length;
  if (count < 1) raise(rt, TYPE_ERROR, "type 'partial' takes at least one argument");
  // 1
  let callable = args[0]!;
  if (rt.typeOf(callable).slots.tp_call === undefined) raise(rt, TYPE_ERROR, 'the first argument must be callable');
  let own = args.slice(1, count);
  if (own.length !== 0 && isGap(rt, own[own.length - 1]!)) raise(rt, TYPE_ERROR, 'trailing Placeholders are not allowed');
  if (args.slice(count).some((arg) => isGap(rt, arg))) raise(rt, TYPE_ERROR, 'Placeholder cannot be passed as a keyword argument');
  // 2
  let inherited = NULL;
  const isPartial = hasPlaceholder(rt) ? isInstance(rt, callable, PARTIAL) : rt.typeOf(callable).slots.tp_call === partialCall;
  if (isPartial && ownDict(heap, callable) === NULL) {
    const inner = partialOf(rt, callable);
    own = filled(rt, itemsOf(rt, inner.args), own);
    inherited = inner.keywords;
    callable = inner.callable;
  }
  const made = newInstance(rt, type, new Partial(heap.incref(callable), newTuple(rt, copyRefs(rt, own)), NULL));
  try {
    const merged = inherited === NULL || tableOf(rt, inherited).used === 0 ? newDict(rt) : yield* copyDict(rt, inherited);
    partialOf(rt, made).keywords = merged;
    for (const [i, name] of names.entries()) setNamespaceItem(rt, merged, name, heap.incref(args[count + i]!));
    return made;
  } catch (error) {
    heap.decref(made);
    throw error;
  }
}

/** `args` with `more` in its gaps first, then behind it. */
function filled(rt: Runtime, args: readonly Ref[], more: readonly Ref[]): Ref[] {
  const rest = [...more];
  return [...args.map((arg) => (rest.length !== 0 && isGap(rt, arg) ? rest.shift()! : arg)), ...rest];
}

/** Mirrors partial_vectorcall() and, where there are keywords to merge, partial_call(). */
function* callSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const { callable, args: first, keywords: own } = partialOf(rt, self);
  const count = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  const gaps = countGaps(rt, itemsOf(rt, first));
  if (count < gaps) raise(rt, TYPE_ERROR, `missing positional arguments in 'partial' call; expected at least ${gaps}, got ${count}`);
  const all = filled(rt, itemsOf(rt, first), args.slice(0, count));
  // The call outlives what `__setstate__` may replace meanwhile.
  heap.incref(callable);
  heap.incref(first);
  let merged = NULL;
  try {
    if (tableOf(rt, own).used === 0) return yield { callable, args: [...all, ...args.slice(count)], keywords };
    merged = yield* copyDict(rt, own);
    if (keywords !== NULL) yield* mergeNames(rt, merged, itemsOf(rt, keywords), args.slice(count));
    return yield* callWithDict(rt, callable, all, merged);
  } finally {
    heap.xdecref(merged);
    heap.decref(first);
    heap.decref(callable);
  }
}

function* mergeNames(rt: Runtime, dict: Ref, names: readonly Ref[], values: readonly Ref[]): Steps<void> {
  const given = newDict(rt);
  try {
    for (const [i, name] of names.entries()) setNamespaceItem(rt, given, name, rt.heap.incref(values[i]!));
    yield* settle(rt, dictMerge(rt, dict, given, 'replace'));
  } finally {
    rt.heap.decref(given);
  }
}

const partialCall = (rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual => begin(rt, callSteps(rt, self, args, keywords));

/** Mirrors partial_repr(). */
function* showPartial(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  if (!enterRepr(rt, self)) return rt.newStr('...');
  try {
    const { callable, args, keywords } = partialOf(rt, self);
    let text = '';
    for (const arg of itemsOf(rt, args)) text += `, ${yield* reprText(rt, arg)}`;
    const table = tableOf(rt, keywords);
    for (let i = 0; i < table.keys.length; i++) {
      const key = table.keys[i]!;
      if (key === NULL) continue;
      const value = heap.incref(table.values[i]!);
      try {
        const name = yield* settle(rt, str(rt, key));
        text += `, ${rt.text(name)}=`;
        heap.decref(name);
        text += yield* reprText(rt, value);
      } finally {
        heap.decref(value);
      }
    }
    const type = heap.type[self]!;
    const name = libraryOf(rt.profile.version).partialReprIsQualified || type === PARTIAL ? displayName(rt, type) : rt.typeObject(type).name;
    return rt.newStr(`${name}(${yield* reprText(rt, callable)}${text})`);
  } finally {
    leaveRepr(rt, self);
  }
}

/** Mirrors partial_setstate(). */
function* setState(rt: Runtime, self: Ref, state: Ref): Steps<Ref> {
  const { heap } = rt;
  const parts = isTuple(rt, state) ? itemsOf(rt, state) : [];
  const [callable = NULL, args = NULL, keywords = NULL, dict = NULL] = parts;
  const fits =
    parts.length === 4 && rt.typeOf(callable).slots.tp_call !== undefined && isTuple(rt, args) && (keywords === NONE || isDict(rt, keywords));
  const hasDict = fits && dict !== NONE;
  if (!fits || (hasDict && !isDict(rt, dict) && hasPlaceholder(rt))) raise(rt, TYPE_ERROR, 'invalid partial state');
  if (hasDict && !isDict(rt, dict)) unsupported('a partial whose __dict__ is no dict');
  const items = itemsOf(rt, args);
  if (items.length !== 0 && isGap(rt, items[items.length - 1]!)) raise(rt, TYPE_ERROR, 'trailing Placeholders are not allowed');
  const newKeywords = keywords === NONE ? newDict(rt) : heap.type[keywords] === DICT ? heap.incref(keywords) : yield* copyDict(rt, keywords);
  const payload = partialOf(rt, self);
  const attributes = (heap.attributes[self] ??= [NULL]);
  const old = [payload.callable, payload.args, payload.keywords, attributes[0] ?? NULL].filter((part) => part !== NULL);
  payload.callable = heap.incref(callable);
  payload.args = heap.type[args] === TUPLE ? heap.incref(args) : newTuple(rt, copyRefs(rt, items));
  payload.keywords = newKeywords;
  attributes[0] = hasDict ? heap.incref(dict) : NULL;
  heap.deaths.drop(old);
  return NONE;
}

function reduce(rt: Runtime, self: Ref): Ref {
  const { callable, args, keywords } = partialOf(rt, self);
  const dict = ownDict(rt.heap, self);
  const state = tupleOf(rt, callable, args, keywords, dict === NULL ? NONE : dict);
  return newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), tupleOf(rt, callable), state]);
}

const field = (name: string, part: 'callable' | 'args' | 'keywords'): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => rt.heap.incref(partialOf(rt, self)[part]),
});

function* warnedSelf(rt: Runtime, self: Ref, message: string): Steps<Ref> {
  yield* warn(rt, FUTURE_WARNING, message);
  return rt.heap.incref(self);
}

defineType({
  handle: PARTIAL,
  name: 'partial',
  module: 'functools',
  flags: CONTAINER | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS,
  layout: {
    traverse(payload, visit) {
      const { callable, args, keywords } = payload as Partial;
      for (const part of [callable, args, keywords]) if (part !== NULL) visit(part);
    },
    clear(payload, released, heap, self) {
      const partial = payload as Partial;
      for (const part of [partial.callable, partial.args, partial.keywords, takeDict(heap, self)]) if (part !== NULL) released.push(part);
      partial.callable = partial.args = partial.keywords = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, partialNew(rt, type, args, keywords)),
    tp_call: partialCall,
    tp_repr: (rt, self) => begin(rt, showPartial(rt, self)),
    tp_descr_get: (rt, self, instance) => {
      if (instance === NULL || instance === NONE) return rt.heap.incref(self);
      const { partialIsMethod, partialWillBeMethod } = libraryOf(rt.profile.version);
      if (partialWillBeMethod !== null) return begin(rt, warnedSelf(rt, self, partialWillBeMethod));
      return partialIsMethod ? newMethod(rt, self, instance) : rt.heap.incref(self);
    },
  },
  methods: [
    native('__reduce__', '', reduce),
    suspending('__setstate__', 'state, /', (rt, self, [state]) => setState(rt, self, state!)),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
  attributes: [field('func', 'callable'), field('args', 'args'), field('keywords', 'keywords'), fixedDictAttribute],
});
