import { CodeFlag } from '../compiler/code.ts';
import { TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { CodeObject } from '../objects/code.ts';
import { raise } from '../objects/core/errors.ts';
import { itemsOf, newDict, newTuple, tableOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { trackForValue } from '../objects/core/attributes.ts';
import { functionOf, type FunctionObject } from '../objects/function.ts';

/**
 * Lays the arguments of a call out as the callee's locals (initialize_locals). `args` are owned by this call and move
 * into the result, which is as long as the code's locals; on an error they are released.
 *
 * 1 `**kwargs`; 2 positional arguments; 3 `*args`; 4 keywords; 5 too many; 6 defaults; 7 keyword-only defaults.
 */
export function bindArguments(rt: Runtime, func: Ref, code: CodeObject, args: readonly Ref[], keywords: Ref): Ref[] {
  const locals: Ref[] = new Array<Ref>(code.localsCount).fill(NULL);
  const left = [...args];
  try {
    fill(rt, functionOf(rt, func), code, left, keywords, locals);
  } catch (error) {
    for (const ref of [...left, ...locals]) rt.heap.xdecref(ref);
    throw error;
  }
  return locals;
}

function fill(rt: Runtime, f: FunctionObject, code: CodeObject, args: Ref[], keywords: Ref, locals: Ref[]): void {
  const { heap } = rt;
  const { argcount, kwonlyargcount, posonlyargcount, flags } = code.data;
  const total = argcount + kwonlyargcount;
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const given = args.length - names.length;
  const hasRest = (flags & CodeFlag.VARARGS) !== 0;
  // 1
  let extra = NULL;
  if ((flags & CodeFlag.VARKEYWORDS) !== 0) {
    extra = newDict(rt);
    locals[total + (hasRest ? 1 : 0)] = extra;
  }
  // 2, 3
  const positional = Math.min(given, argcount);
  for (let i = 0; i < positional; i++) move(args, i, locals, i);
  if (hasRest) {
    const rest: Ref[] = [];
    for (let i = positional; i < given; i++) {
      rest.push(args[i]!);
      args[i] = NULL;
    }
    locals[total] = newTuple(rt, rest);
  }
  // 4
  const misplaced: string[] = [];
  for (let k = 0; k < names.length; k++) {
    const at = parameterNamed(rt, code, total, names[k]!);
    const name = code.data.localsplusnames[at] ?? rt.text(names[k]!);
    if (at >= posonlyargcount && at < total) {
      if (locals[at] !== NULL) raise(rt, TYPE_ERROR, `${qualname(rt, f)}() got multiple values for argument '${name}'`);
      move(args, given + k, locals, at);
    } else if (extra !== NULL) {
      const table = tableOf(rt, extra);
      const value = args[given + k]!;
      args[given + k] = NULL;
      table.append(rt, heap.incref(names[k]!), value);
      trackForValue(rt, extra, value);
    } else if (at >= 0 && at < posonlyargcount) misplaced.push(name);
    else raise(rt, TYPE_ERROR, unexpectedKeyword(rt, f, code, name));
  }
  if (misplaced.length !== 0) {
    raise(rt, TYPE_ERROR, `${qualname(rt, f)}() got some positional-only arguments passed as keyword arguments: '${misplaced.join(', ')}'`);
  }
  // 5
  if (given > argcount && !hasRest) tooManyPositional(rt, f, code, given, locals);
  // 6
  const defaults = f.defaults === NULL ? [] : itemsOf(rt, f.defaults);
  const firstDefault = argcount - defaults.length;
  const missing: string[] = [];
  for (let i = given; i < argcount; i++) {
    if (locals[i] !== NULL) continue;
    if (i >= firstDefault) locals[i] = heap.incref(defaults[i - firstDefault]!);
    else missing.push(code.data.localsplusnames[i]!);
  }
  if (missing.length !== 0) missingArguments(rt, f, 'positional', missing);
  // 7
  for (let i = argcount; i < total; i++) {
    if (locals[i] !== NULL) continue;
    const value = f.kwdefaults === NULL ? NULL : keywordDefault(rt, f.kwdefaults, code.localNames[i]!);
    if (value !== NULL) locals[i] = heap.incref(value);
    else missing.push(code.data.localsplusnames[i]!);
  }
  if (missing.length !== 0) missingArguments(rt, f, 'keyword-only', missing);
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

function move(from: Ref[], i: number, to: Ref[], j: number): void {
  to[j] = from[i]!;
  from[i] = NULL;
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

function missingArguments(rt: Runtime, f: FunctionObject, kind: string, names: readonly string[]): never {
  raise(rt, TYPE_ERROR, `${qualname(rt, f)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${enumeration(names)}`);
}

/** Mirrors too_many_positional(). */
function tooManyPositional(rt: Runtime, f: FunctionObject, code: CodeObject, given: number, locals: readonly Ref[]): never {
  const { argcount, kwonlyargcount } = code.data;
  const keywordOnly = locals.slice(argcount, argcount + kwonlyargcount).filter((ref) => ref !== NULL).length;
  const defaults = f.defaults === NULL ? 0 : itemsOf(rt, f.defaults).length;
  const plural = defaults === 0 ? argcount !== 1 : true;
  const takes = defaults === 0 ? `${argcount}` : `from ${argcount - defaults} to ${argcount}`;
  const also = keywordOnly === 0 ? '' : ` positional argument${given === 1 ? '' : 's'} (and ${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'})`;
  const verb = given === 1 && keywordOnly === 0 ? 'was' : 'were';
  raise(rt, TYPE_ERROR, `${qualname(rt, f)}() takes ${takes} positional argument${plural ? 's' : ''} but ${given}${also} ${verb} given`);
}
