import { DICT, LOOKUP_ERROR, NONE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { Int } from '../text/integer.ts';
import * as text from '../text/str.ts';
import { isInt, isStr, profileOf, textArgument } from './arguments.ts';
import { caught, matches, raise, rethrow, textErrors } from './core/errors.ts';
import { newDict, tableOf } from './core/make.ts';
import { type NativeFunction, native, suspending } from './core/native.ts';
import { getItem } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';
import { trackForValue } from './core/attributes.ts';
import { chargeText } from './text-results.ts';

/** What stands for a character in the translated text: undefined for the character itself. */
function* translated(rt: Runtime, table: Ref, point: number): Steps<string | undefined> {
  const { heap } = rt;
  const key = rt.newInt(point);
  let value: Ref;
  try {
    value = yield* settle(rt, getItem(rt, table, key));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, LOOKUP_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    return undefined;
  } finally {
    heap.decref(key);
  }
  try {
    if (value === NONE) return '';
    if (isStr(rt, value)) return rt.text(value);
    if (!isInt(rt, value)) raise(rt, TYPE_ERROR, 'character mapping must return integer, None or str');
    const code = heap.payload[value] as Int;
    if (code < 0 || code > 0x10ffff) raise(rt, VALUE_ERROR, 'character mapping must be in range(0x110000)');
    return text.chr(code);
  } finally {
    heap.decref(value);
  }
}

/**
 * Mirrors _PyUnicode_TranslateCharmap(): in text that is ASCII, and as long as what comes out is ASCII too, each
 * character is looked up once.
 */
function* translate(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const value = rt.text(self);
  chargeText(rt, value.length);
  const seen = new Map<string, string>();
  let remembers = text.isascii(value);
  let result = '';
  for (const character of value) {
    const known = remembers ? seen.get(character) : undefined;
    if (known !== undefined) {
      result += known;
      continue;
    }
    const found = yield* translated(rt, args[0]!, character.codePointAt(0)!);
    result += found ?? character;
    if (found !== undefined && (found.length > 1 || found > '\x7f')) remembers = false;
    if (remembers) seen.set(character, found ?? character);
  }
  return rt.newStr(result);
}

/** Enters a new reference to `value` under an int. */
function put(rt: Runtime, dict: Ref, point: Int, value: Ref): void {
  const table = tableOf(rt, dict);
  const key = rt.newInt(point);
  const at = table.findExact(rt, key);
  rt.heap.incref(value);
  if (at < 0) table.append(rt, key, value);
  else {
    rt.heap.decref(key);
    rt.heap.decref(table.values[at]!);
    table.values[at] = value;
  }
  trackForValue(rt, dict, value);
}

/** Mirrors unicode_maketrans_impl(). */
function maketrans(rt: Runtime, _self: Ref, args: readonly Ref[]): Ref {
  const [x, y, z] = args;
  if (y === NULL) return translationOf(rt, x!);
  const to = textArgument(rt, 'maketrans', 'argument 2', y!);
  const deleted = z === NULL ? '' : textArgument(rt, 'maketrans', 'argument 3', z!);
  if (!isStr(rt, x!)) raise(rt, TYPE_ERROR, 'first maketrans argument must be a string if there is a second argument');
  const items = textErrors(rt, () => text.maketrans(rt.text(x!), to, deleted));
  const dict = newDict(rt);
  for (const [from, point] of items) {
    const value = point === null ? NONE : rt.newInt(point);
    put(rt, dict, from, value);
    rt.heap.decref(value);
  }
  return dict;
}

function translationOf(rt: Runtime, mapping: Ref): Ref {
  if (rt.heap.type[mapping] !== DICT) raise(rt, TYPE_ERROR, 'if you give only one argument to maketrans it must be a dict');
  const { keys, values } = tableOf(rt, mapping);
  const dict = newDict(rt);
  try {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (key === NULL) continue;
      if (isStr(rt, key)) put(rt, dict, textErrors(rt, () => text.translateKey(rt.text(key))), values[i]!);
      else if (isInt(rt, key)) put(rt, dict, rt.heap.payload[key] as Int, values[i]!);
      else raise(rt, TYPE_ERROR, profileOf(rt).translateKeyTypes);
    }
  } catch (error) {
    rt.heap.decref(dict);
    throw error;
  }
  return dict;
}

export const translateMethods: readonly NativeFunction[] = [
  suspending('translate', 'table, /', translate),
  native('maketrans', 'x, y=, z=, /', maketrans, 'static'),
];
