import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { getAttr, setNamespaceItem } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { copyRefs, itemsOf, newDict, newTuple, tableOf } from '../../objects/core/make.ts';
import { suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { libraryOf } from '../../versions/library.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import { importedAttribute } from '../core/import.ts';
import { callWithDict } from '../core/spread.ts';
import { showGetter } from './getter.ts';

export const METHOD_CALLER = moduleTypeHandle();

/** Payload of `methodcaller`: the name, a tuple of arguments, and a dict of keywords or NULL. */
class MethodCaller {
  constructor(
    public name: Ref,
    public args: Ref,
    public keywords: Ref,
    /** The keywords die first. */
    readonly keywordsFirst: boolean,
  ) {}
}

const callerOf = (rt: Runtime, self: Ref): MethodCaller => rt.heap.payload[self] as MethodCaller;

function callerNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const given = args.length - names.length;
  if (given < 1) raise(rt, TYPE_ERROR, 'methodcaller needs at least one argument, the method name');
  if (!isStr(rt, args[0]!)) raise(rt, TYPE_ERROR, 'method name must be a string');
  let dict = NULL;
  if (names.length !== 0) {
    dict = newDict(rt);
    for (const [i, name] of names.entries()) setNamespaceItem(rt, dict, name, rt.heap.incref(args[given + i]!));
  }
  const name = rt.intern(rt.text(args[0]!));
  const { methodCallerKeywordsFirst: keywordsFirst } = libraryOf(rt.profile.version);
  return newInstance(rt, type, new MethodCaller(name, newTuple(rt, copyRefs(rt, args.slice(1, given))), dict, keywordsFirst));
}

/** Mirrors methodcaller_call(). */
function callerCall(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (libraryOf(rt.profile.version).methodCallerCountsFirst) checkCount(rt, 'methodcaller', given, 1, 1);
  noKeywords(rt, 'methodcaller', keywords);
  checkCount(rt, 'methodcaller', given, 1, 1);
  return begin(rt, callSteps(rt, callerOf(rt, self), args[0]!));
}

function* callSteps(rt: Runtime, { name, args, keywords }: MethodCaller, object: Ref): Steps<Ref> {
  const method = yield* settle(rt, getAttr(rt, object, name));
  try {
    return yield* callWithDict(rt, method, itemsOf(rt, args), keywords);
  } finally {
    rt.heap.decref(method);
  }
}

function* showCaller(rt: Runtime, self: Ref): Steps<Ref> {
  const { name, args, keywords } = callerOf(rt, self);
  const all = newTuple(rt, copyRefs(rt, [name, ...itemsOf(rt, args)]));
  try {
    return yield* showGetter(rt, self, all, keywords);
  } finally {
    rt.heap.decref(all);
  }
}

/** Mirrors methodcaller_reduce(): keywords are kept by a `functools.partial` of the type. */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const { name, args, keywords } = callerOf(rt, self);
  const type = heap.type[self]!;
  if (keywords === NULL || tableOf(rt, keywords).used === 0) {
    return newTuple(rt, [heap.incref(type), newTuple(rt, copyRefs(rt, [name, ...itemsOf(rt, args)]))]);
  }
  const partial = yield* importedAttribute(rt, 'functools', 'partial');
  try {
    const made = yield* callWithDict(rt, partial, [type, name], keywords);
    return newTuple(rt, [made, heap.incref(args)]);
  } finally {
    heap.decref(partial);
  }
}

defineType({
  handle: METHOD_CALLER,
  name: 'methodcaller',
  module: 'operator',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      const { name, args, keywords } = payload as MethodCaller;
      for (const part of [name, args, keywords]) if (part !== NULL) visit(part);
    },
    clear(payload, released) {
      const caller = payload as MethodCaller;
      const parts = caller.keywordsFirst ? [caller.keywords, caller.name, caller.args] : [caller.name, caller.args, caller.keywords];
      for (const part of parts) if (part !== NULL) released.push(part);
      caller.name = caller.args = caller.keywords = NULL;
    },
  },
  slots: { tp_new: callerNew, tp_call: callerCall, tp_repr: (rt, self) => begin(rt, showCaller(rt, self)) },
  methods: [suspending('__reduce__', '', (rt, self) => reduce(rt, self))],
});
