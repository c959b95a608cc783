import { CodeFlag } from '../compiler/code.ts';
import { TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { CodeObject } from '../objects/code.ts';
import { raise } from '../objects/core/errors.ts';
import { itemsOf, newDict, newTuple, tableOf } from '../objects/core/make.ts';
import { copySlots, emptySlots, releaseSlots } from '../objects/core/stackslots.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { trackForValue } from '../objects/core/attributes.ts';
import { functionOf, type FunctionObject } from '../objects/function.ts';

/**
 * Lays the arguments of a call out as the callee's locals, which begin at `at` in the value stack (initialize_locals).
 * `args` are owned by this call, the last of them named by `names`; on an error they are released.
 *
 * 1 `**kwargs`; 2 positional arguments; 3 `*args`; 4 keywords; 5 too many; 6 defaults; 7 keyword-only defaults.
 */
export function bindArguments(rt: Runtime, func: Ref, code: CodeObject, args: readonly Ref[], names: readonly Ref[], at: number): void {
  const { heap, stack } = rt;
  const end = at + code.localsCount;
  emptySlots(stack, at, end);
  try {
    fill(rt, functionOf(rt, func), code, args, names, at);
  } catch (error) {
    for (const arg of args) heap.decref(arg);
    releaseSlots(heap, stack, at, end);
    throw error;
  }
  // The locals have references of their own.
  for (let i = 0; i < args.length; i++) heap.refcount[args[i]!]!--;
}

function fill(rt: Runtime, f: FunctionObject, code: CodeObject, args: readonly Ref[], names: readonly Ref[], at: number): void {
  const { heap, stack } = rt;
  const { argcount, kwonlyargcount, flags } = code.data;
  const total = argcount + kwonlyargcount;
  const given = args.length - names.length;
  const hasRest = (flags & CodeFlag.VARARGS) !== 0;
  // 1
  let extra = NULL;
  if ((flags & CodeFlag.VARKEYWORDS) !== 0) {
    extra = newDict(rt);
    stack[at + total + (hasRest ? 1 : 0)] = extra;
  }
  // 2, 3
  const positional = Math.min(given, argcount);
  for (let i = 0; i < positional; i++) stack[at + i] = heap.incref(args[i]!);
  if (hasRest) stack[at + total] = newTuple(rt, increfAll(rt, args.slice(positional, Math.max(positional, given))));
  // 4
  if (names.length !== 0) bindKeywords(rt, f, code, args, names, at, extra);
  // 5
  if (given > argcount && !hasRest) tooManyPositional(rt, f, code, given, at);
  // 6
  if (given < argcount) {
    const defaults = f.defaults === NULL ? nothing : itemsOf(rt, f.defaults);
    const firstDefault = argcount - defaults.length;
    for (let i = given; i < argcount; i++) {
      if (stack[at + i] !== NULL) continue;
      if (i < firstDefault) missingArguments(rt, f, code, 'positional', at, given, firstDefault);
      stack[at + i] = heap.incref(defaults[i - firstDefault]!);
    }
  }
  // 7
  for (let i = argcount; i < total; i++) {
    if (stack[at + i] !== NULL || f.kwdefaults === NULL) continue;
    const value = keywordDefault(rt, f.kwdefaults, code.localNames[i]!);
    if (value !== NULL) stack[at + i] = heap.incref(value);
  }
  for (let i = argcount; i < total; i++) if (stack[at + i] === NULL) missingArguments(rt, f, code, 'keyword-only', at, argcount, total);
}

const nothing: readonly Ref[] = [];

function increfAll({ heap }: Runtime, refs: Ref[]): Ref[] {
  for (let i = 0; i < refs.length; i++) heap.refcount[refs[i]!]!++;
  return refs;
}

/** Each keyword goes to its parameter or into `extra`, which is NULL where the function takes no others. */
function bindKeywords(rt: Runtime, f: FunctionObject, code: CodeObject, args: readonly Ref[], names: readonly Ref[], at: number, extra: Ref): void {
  const { heap, stack } = rt;
  const { argcount, kwonlyargcount, posonlyargcount } = code.data;
  const total = argcount + kwonlyargcount;
  const given = args.length - names.length;
  const misplaced: Ref[] = [];
  for (let k = 0; k < names.length; k++) {
    const name = names[k]!;
    const value = args[given + k]!;
    const parameter = parameterNamed(rt, code, total, name);
    if (parameter >= posonlyargcount) {
      if (stack[at + parameter] !== NULL) raise(rt, TYPE_ERROR, `${qualname(rt, f)}() got multiple values for argument '${rt.text(name)}'`);
      stack[at + parameter] = heap.incref(value);
    } else if (extra !== NULL) {
      tableOf(rt, extra).append(rt, heap.incref(name), heap.incref(value));
      trackForValue(rt, extra, value);
    } else if (parameter >= 0) misplaced.push(name);
    else raise(rt, TYPE_ERROR, unexpectedKeyword(rt, f, code, rt.text(name)));
  }
  if (misplaced.length === 0) return;
  const shown = misplaced.map((name) => rt.text(name)).join(', ');
  raise(rt, TYPE_ERROR, `${qualname(rt, f)}() got some positional-only arguments passed as keyword arguments: '${shown}'`);
}

/** Position of a name among the first `count` locals, by identity and then by text; −1 if it is none of them. */
function parameterNamed(rt: Runtime, { localNames, data }: CodeObject, count: number, name: Ref): number {
  for (let i = 0; i < count; i++) if (localNames[i] === name) return i;
  const at = data.localsplusnames.indexOf(rt.text(name));
  return at < count ? at : -1;
}

function keywordDefault(rt: Runtime, defaults: Ref, name: Ref): Ref {
  const table = tableOf(rt, defaults);
  const at = table.findStr(rt, name);
  return at < 0 ? NULL : table.values[at]!;
}

const qualname = (rt: Runtime, f: FunctionObject): string => rt.text(f.qualname);

function unexpectedKeyword(rt: Runtime, f: FunctionObject, code: CodeObject, name: string): string {
  const { posonlyargcount, argcount, kwonlyargcount, localsplusnames } = code.data;
  const possible = localsplusnames.slice(posonlyargcount, argcount + kwonlyargcount);
  return rt.profile.words.unexpectedFunctionKeyword(qualname(rt, f), name, possible);
}

/** "a", "a and b", "a, b, and c", each quoted. */
function enumeration(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]!}`;
}

/** Names the parameters from `first` up to `end` that have no value. */
function missingArguments(rt: Runtime, f: FunctionObject, code: CodeObject, kind: string, at: number, first: number, end: number): never {
  const names = code.data.localsplusnames.slice(first, end).filter((_, i) => rt.stack[at + first + i] === NULL);
  raise(rt, TYPE_ERROR, `${qualname(rt, f)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${enumeration(names)}`);
}

/** Mirrors too_many_positional(). */
function tooManyPositional(rt: Runtime, f: FunctionObject, code: CodeObject, given: number, at: number): never {
  const { argcount, kwonlyargcount } = code.data;
  const keywordOnly = copySlots(rt.stack, at + argcount, kwonlyargcount).filter((ref) => ref !== NULL).length;
  const defaults = f.defaults === NULL ? 0 : itemsOf(rt, f.defaults).length;
  const plural = defaults === 0 ? argcount !== 1 : true;
  const takes = defaults === 0 ? `${argcount}` : `from ${argcount - defaults} to ${argcount}`;
  const also = keywordOnly === 0 ? '' : ` positional argument${given === 1 ? '' : 's'} (and ${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'})`;
  const verb = given === 1 && keywordOnly === 0 ? 'was' : 'were';
  raise(rt, TYPE_ERROR, `${qualname(rt, f)}() takes ${takes} positional argument${plural ? 's' : ''} but ${given}${also} ${verb} given`);
}
