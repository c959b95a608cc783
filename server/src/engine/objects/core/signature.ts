import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise } from './errors.ts';
import { itemsOf, newDict, newTuple, tableOf } from './make.ts';
import type { Runtime } from './runtime.ts';

interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly positional: boolean;
  readonly keyword: boolean;
}

/** A parsed signature; see `NativeFunction.signature` for the notation. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** Parameters that can be given by position, and how many of them must be given. */
  readonly positional: number;
  readonly required: number;
  readonly takesKeywords: boolean;
  /** Nothing is collected, and nothing is needed that only a keyword gives. */
  readonly isPlain: boolean;
  /** Index of `*args` and `**kwargs` in the flat arguments; −1 if there is none. */
  readonly rest: number;
  readonly keywords: number;
  readonly count: number;
}

const parsed = new Map<string, Signature>();

export function signatureOf(text: string): Signature {
  let signature = parsed.get(text);
  if (signature === undefined) parsed.set(text, (signature = parse(text)));
  return signature;
}

function parse(text: string): Signature {
  const parts = splitParameters(text);
  const slash = parts.indexOf('/');
  const parameters: Parameter[] = [];
  let rest = -1;
  let keywords = -1;
  let keywordOnly = false;
  for (const [i, part] of parts.entries()) {
    if (part === '/') continue;
    if (part.startsWith('**')) keywords = parameters.length;
    else if (part.startsWith('*')) {
      keywordOnly = true;
      if (part.length === 1) continue;
      rest = parameters.length;
    }
    const [name = ''] = part.replace(/^\*+/, '').split('=');
    const collects = part.startsWith('*');
    parameters.push({ name, required: !part.includes('=') && !collects, positional: !keywordOnly, keyword: !collects && i > slash });
  }
  const positional = parameters.filter((p) => p.positional);
  return {
    parameters,
    positional: positional.length,
    required: positional.filter((p) => p.required).length,
    takesKeywords: parameters.some((p) => p.keyword) || keywords >= 0,
    isPlain: rest < 0 && keywords < 0 && parameters.every((p) => p.positional || !p.required),
    rest,
    keywords,
    count: parameters.length,
  };
}

/** Splits at commas outside brackets and quotes, as a default may be `()` or `', '`. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== '') parts.push(last);
  return parts;
}

/**
 * Lays the arguments of a call out flat, one element a parameter: borrowed, NULL where absent, except that the tuple
 * of `*args` and the dict of `**kwargs` are new; `releaseBound` drops those. `name` as error messages show it, with
 * the class for a method (`list.append`).
 */
export function bind(rt: Runtime, name: string, text: string, args: readonly Ref[], keywords: Ref): Ref[] {
  const signature = signatureOf(text);
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (keywords === NULL && signature.isPlain && given >= signature.required && given <= signature.positional) {
    if (given === signature.count) return args as Ref[];
    const laid = args.slice();
    while (laid.length < signature.count) laid.push(NULL);
    return laid;
  }
  const flat: Ref[] = new Array<Ref>(signature.count).fill(NULL);
  if (keywords !== NULL && given < args.length && !signature.takesKeywords) raise(rt, TYPE_ERROR, `${name}() takes no keyword arguments`);
  const fixed = signature.rest < 0 && signature.keywords < 0;
  if ((given > signature.positional && signature.rest < 0) || (fixed && signature.takesKeywords && args.length > signature.count)) {
    tooMany(rt, name, signature, given, args.length);
  }
  for (let i = 0; i < given && i < signature.positional; i++) flat[i] = args[i]!;
  if (!signature.takesKeywords && given < signature.required) tooFew(rt, name, signature, given);
  const extra = signature.keywords >= 0 ? newDict(rt) : NULL;
  if (extra !== NULL) flat[signature.keywords] = extra;
  const unexpected = keywords === NULL ? null : bindKeywords(rt, name, signature, args, given, itemsOf(rt, keywords), flat, extra);
  if (signature.takesKeywords) {
    const missing = signature.parameters.findIndex((p, i) => p.required && flat[i] === NULL);
    if (missing >= 0 && !signature.parameters[missing]!.keyword) {
      const least = signature.parameters.filter((p) => p.required && !p.keyword).length;
      const bound = least < signature.positional ? 'at least' : 'exactly';
      raise(rt, TYPE_ERROR, `${shortName(name)}() takes ${bound} ${least} positional argument${plural(least)} (${given} given)`);
    }
    if (missing >= 0) raise(rt, TYPE_ERROR, `${shortName(name)}() missing required argument '${signature.parameters[missing]!.name}' (pos ${missing + 1})`);
  }
  if (unexpected !== null) {
    const names = signature.parameters.filter((p) => p.keyword).map((p) => p.name);
    raise(rt, TYPE_ERROR, rt.profile.words.unexpectedKeyword(shortName(name), unexpected, names));
  }
  if (signature.rest >= 0) {
    const more = args.slice(signature.positional, given);
    for (const arg of more) rt.heap.incref(arg);
    flat[signature.rest] = newTuple(rt, more);
  }
  return flat;
}

/** Answers the first keyword that no parameter takes: that is an error after the one of a missing argument. */
function bindKeywords(
  rt: Runtime,
  name: string,
  signature: Signature,
  args: readonly Ref[],
  given: number,
  names: readonly Ref[],
  flat: Ref[],
  extra: Ref,
): string | null {
  let unexpected: string | null = null;
  for (let i = 0; i < names.length; i++) {
    const keyword = rt.text(names[i]!);
    const value = args[given + i]!;
    const at = signature.parameters.findIndex((p) => p.keyword && p.name === keyword);
    if (at >= 0) {
      if (flat[at] !== NULL) raise(rt, TYPE_ERROR, `argument for ${shortName(name)}() given by name ('${keyword}') and position (${at + 1})`);
      flat[at] = value;
    } else if (extra !== NULL) {
      tableOf(rt, extra).append(rt, rt.heap.incref(names[i]!), rt.heap.incref(value));
    } else unexpected ??= keyword;
  }
  return unexpected;
}

const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
const plural = (count: number): string => (count === 1 ? '' : 's');

function tooMany(rt: Runtime, name: string, signature: Signature, given: number, total: number): never {
  const { positional, required } = signature;
  if (signature.takesKeywords) {
    const all = signature.parameters.length;
    const bound = required === positional ? 'exactly' : 'at most';
    if (total > all) raise(rt, TYPE_ERROR, `${shortName(name)}() takes at most ${all} ${given === 0 ? 'keyword ' : ''}argument${plural(all)} (${total} given)`);
    if (positional === 0) raise(rt, TYPE_ERROR, `${shortName(name)}() takes no positional arguments`);
    raise(rt, TYPE_ERROR, `${shortName(name)}() takes ${bound} ${positional} positional argument${plural(positional)} (${given} given)`);
  }
  if (positional === 0) raise(rt, TYPE_ERROR, `${name}() takes no arguments (${given} given)`);
  if (positional === 1 && required === 1) raise(rt, TYPE_ERROR, `${name}() takes exactly one argument (${given} given)`);
  const most = required === positional ? '' : 'at most ';
  raise(rt, TYPE_ERROR, `${shortName(name)} expected ${most}${positional} argument${plural(positional)}, got ${given}`);
}

function tooFew(rt: Runtime, name: string, signature: Signature, given: number): never {
  const { positional, required } = signature;
  if (positional === 1 && required === 1) raise(rt, TYPE_ERROR, `${name}() takes exactly one argument (${given} given)`);
  const least = required === positional ? '' : 'at least ';
  raise(rt, TYPE_ERROR, `${shortName(name)} expected ${least}${required} argument${plural(required)}, got ${given}`);
}

/** Drops the tuple and dict that `bind` made. */
export function releaseBound(rt: Runtime, text: string, flat: readonly Ref[]): void {
  const { rest, keywords } = signatureOf(text);
  if (rest >= 0) rt.heap.xdecref(flat[rest]!);
  if (keywords >= 0) rt.heap.xdecref(flat[keywords]!);
}
