import { DICT, FLOAT, FROZENSET, LIST, STR, TUPLE } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { isInstance } from '../objects/core/lookup.ts';
import type { Runtime } from '../objects/core/runtime.ts';

/** A method known from another language or type, and what Python has for it (3.15). */
type Hint = readonly [type: Ref, hint: string];

const method = (name: string): string => `Did you mean '.${name}'?`;
const useInstead = (what: string): string => `Did you mean to use ${what} object?`;

const set = useInstead("a 'set'");
const list = useInstead("a 'list'");
const int = `${useInstead("an 'int'")} Bitwise operators are not supported by 'float'.`;
const onFloat: readonly Hint[] = [[FLOAT, int]];

const hints: Readonly<Record<string, readonly Hint[]>> = {
  push: [[LIST, method('append')]],
  concat: [[LIST, method('extend')]],
  addAll: [[LIST, method('extend')]],
  contains: [[LIST, "Use 'x in list'."]],
  add: [
    [LIST, set],
    [FROZENSET, set],
  ],
  toUpperCase: [[STR, method('upper')]],
  toLowerCase: [[STR, method('lower')]],
  trimStart: [[STR, method('lstrip')]],
  trimEnd: [[STR, method('rstrip')]],
  keySet: [[DICT, method('keys')]],
  entrySet: [[DICT, method('items')]],
  entries: [[DICT, method('items')]],
  putAll: [[DICT, method('update')]],
  put: [[DICT, 'Use d[k] = v.']],
  append: [[TUPLE, list]],
  extend: [[TUPLE, list]],
  insert: [[TUPLE, list]],
  remove: [
    [TUPLE, list],
    [FROZENSET, set],
  ],
  discard: [[FROZENSET, set]],
  update: [[FROZENSET, set]],
  __or__: onFloat,
  __and__: onFloat,
  __xor__: onFloat,
  __lshift__: onFloat,
  __rshift__: onFloat,
};

/** Mirrors _get_cross_language_hint(). */
export function hintFor(rt: Runtime, object: Ref, wrong: string): string | null {
  if (!Object.hasOwn(hints, wrong)) return null;
  const found = hints[wrong]!.find(([type]) => isInstance(rt, object, type));
  return found === undefined ? null : found[1];
}
