import { LOOKUP_ERROR, NONE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isTuple } from '../arguments.ts';
import { raise } from '../core/errors.ts';
import { itemsOf } from '../core/make.ts';
import { moduleState, type ModuleState } from '../core/modulestate.ts';
import type { Runtime } from '../core/runtime.ts';
import { call, type Steps } from '../core/suspend.ts';

/** What the interpreter knows of codecs: search functions, what they have found, error handlers. All owned. */
class CodecRegistry implements ModuleState {
  searchPath: Ref[] = [];
  /** Tuples by normalized name. */
  readonly found = new Map<string, Ref>();
  readonly handlers = new Map<string, Ref>();

  traverse(visit: (ref: Ref) => void): void {
    for (const ref of [...this.searchPath, ...this.found.values(), ...this.handlers.values()]) visit(ref);
  }
}

export const codecRegistry = (rt: Runtime): CodecRegistry => moduleState(rt, '_codecs', () => new CodecRegistry());

/** Mirrors _Py_normalize_encoding(). */
export function normalizeEncoding(name: string, toLower = true): string {
  let normalized = '';
  let gap = false;
  for (const character of name) {
    if (/[A-Za-z0-9.]/.test(character)) {
      if (gap && normalized !== '') normalized += '_';
      gap = false;
      normalized += toLower ? character.toLowerCase() : character;
    } else gap = true;
  }
  return normalized;
}

/** Mirrors _PyCodec_Lookup(): the tuple of a codec, owned. */
export function* lookupCodec(rt: Runtime, name: string): Steps<Ref> {
  const { heap } = rt;
  const registry = codecRegistry(rt);
  const normalized = normalizeEncoding(name);
  const known = registry.found.get(normalized);
  if (known !== undefined) return heap.incref(known);
  if (registry.searchPath.length === 0) raise(rt, LOOKUP_ERROR, "no codec search functions registered: can't find encoding");
  const key = rt.newStr(normalized);
  try {
    for (let i = 0; i < registry.searchPath.length; i++) {
      const search = heap.incref(registry.searchPath[i]!);
      let result: Ref;
      try {
        result = yield* call(search, [key]);
      } finally {
        heap.decref(search);
      }
      if (result === NONE) continue;
      if (!isTuple(rt, result) || itemsOf(rt, result).length !== 4) {
        heap.decref(result);
        raise(rt, TYPE_ERROR, 'codec search functions must return 4-tuples');
      }
      const replaced = registry.found.get(normalized) ?? NULL;
      registry.found.set(normalized, heap.incref(result));
      heap.xdecref(replaced);
      return result;
    }
  } finally {
    heap.decref(key);
  }
  return raise(rt, LOOKUP_ERROR, `unknown encoding: ${name}`);
}

/** Mirrors _PyCodec_LookupTextEncoding(): a codec that converts between text and bytes, owned. */
export function* lookupTextCodec(rt: Runtime, name: string, alternative: string, isText: (codec: Ref) => Steps<boolean>): Steps<Ref> {
  const codec = yield* lookupCodec(rt, name);
  if (rt.heap.type[codec] === TUPLE) return codec;
  let fits = false;
  try {
    fits = yield* isText(codec);
  } finally {
    if (!fits) rt.heap.decref(codec);
  }
  if (!fits) raise(rt, LOOKUP_ERROR, `'${name}' is not a text encoding; use ${alternative} to handle arbitrary codecs`);
  return codec;
}

/** Mirrors _PyCodec_Unregister(): what was found is forgotten. */
export function unregisterSearch(rt: Runtime, search: Ref): void {
  const registry = codecRegistry(rt);
  const at = registry.searchPath.indexOf(search);
  if (at < 0) return;
  const dropped = [...registry.found.values(), search];
  registry.found.clear();
  registry.searchPath.splice(at, 1);
  rt.heap.deaths.drop(dropped);
}

/** Lets go of search functions, codecs and handlers, in this order (interpreter_clear). */
export function releaseCodecs(rt: Runtime): void {
  const registry = codecRegistry(rt);
  const dropped = [...registry.searchPath, ...registry.found.values(), ...registry.handlers.values()];
  registry.searchPath = [];
  registry.found.clear();
  registry.handlers.clear();
  rt.heap.deaths.drop(dropped);
}
