import { DICT, FLOAT, INT, STR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { TextError } from '../text/error.ts';
import type { Int } from '../text/integer.ts';
import * as strformat from '../text/strformat.ts';
import type { FormatField } from '../text/strformat.ts';
import { ascii } from './ascii.ts';
import { getAttr, getNamespaceItem } from './core/attributes.ts';
import { textErrors } from './core/errors.ts';
import { itemsOf } from './core/make.ts';
import { native, type NativeFunction, suspending } from './core/native.ts';
import { format, getItem, repr, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { chargeText } from './text-results.ts';

/** The arguments of one `format()` or `format_map()` call. */
interface Values {
  /** A tuple, or NULL for `format_map`. */
  readonly positional: Ref;
  /** A dict, or any mapping. */
  readonly named: Ref;
  readonly numbering: strformat.AutoNumber;
}

/** How deep specifications with fields in them may nest. */
const MAX_DEPTH = 2;

/** Mirrors do_markup(): `depth` counts the levels still allowed. */
function* formatText(rt: Runtime, template: string, values: Values, depth: number): Steps<string> {
  if (depth === 0) fail(rt, 'Max string recursion exceeded');
  let result = '';
  const pieces = strformat.formatPieces(template);
  for (;;) {
    const next = textErrors(rt, () => pieces.next());
    if (next.done === true) return result;
    const { literal, field } = next.value;
    result += literal;
    if (field === null) continue;
    result += yield* formatField(rt, field, values, depth);
    chargeText(rt, result.length);
  }
}

/** Mirrors output_markup(): 1 the object; 2 its conversion; 3 the specification; 4 its text. */
function* formatField(rt: Runtime, field: FormatField, values: Values, depth: number): Steps<string> {
  const { heap } = rt;
  let object = yield* fieldObject(rt, field.name, values);
  try {
    if (field.conversion !== null) {
      const conversion = textErrors(rt, () => strformat.checkConversion(field.conversion!));
      const converted = yield* convert(rt, object, conversion);
      heap.decref(object);
      object = converted;
    }
    const spec = field.nested ? yield* formatText(rt, field.spec, values, depth - 1) : field.spec;
    if (spec === '' && heap.type[object] === STR) return rt.text(object);
    const formatted = yield* settle(rt, format(rt, object, spec));
    const text = rt.text(formatted);
    heap.decref(formatted);
    return text;
  } finally {
    heap.decref(object);
  }
}

function* convert(rt: Runtime, object: Ref, conversion: strformat.Conversion): Steps<Ref> {
  switch (conversion) {
    case 'r':
      return yield* settle(rt, repr(rt, object));
    case 's':
      return yield* settle(rt, str(rt, object));
    case 'a':
      return yield* ascii(rt, object);
  }
}

/** Mirrors get_field_object(); the result is owned. */
function* fieldObject(rt: Runtime, name: string, values: Values): Steps<Ref> {
  const { heap } = rt;
  const { first, rest } = textErrors(rt, () => strformat.splitFieldName(name));
  const key = textErrors(rt, () => values.numbering.resolve(first));
  let object = typeof key === 'string' ? yield* namedValue(rt, values.named, key) : positionalValue(rt, values.positional, key);
  const steps = strformat.fieldSteps(rest);
  try {
    for (;;) {
      const next = textErrors(rt, () => steps.next());
      if (next.done === true) return object;
      const step = next.value;
      const found = step.kind === 'attribute' ? yield* attribute(rt, object, step.name) : yield* item(rt, object, step.key);
      heap.decref(object);
      object = found;
    }
  } catch (error) {
    heap.decref(object);
    throw error;
  }
}

function positionalValue(rt: Runtime, positional: Ref, index: Int): Ref {
  if (positional === NULL) fail(rt, 'Format string contains positional fields');
  const value = itemsOf(rt, positional)[Number(index)];
  if (value === undefined) {
    textErrors(rt, () => {
      throw strformat.missingPositional(index);
    });
  }
  return rt.heap.incref(value!);
}

const namedValue = (rt: Runtime, named: Ref, name: string): Steps<Ref> => item(rt, named, name);

function* attribute(rt: Runtime, object: Ref, name: string): Steps<Ref> {
  return yield* settle(rt, getAttr(rt, object, rt.name(name)));
}

function* item(rt: Runtime, object: Ref, key: Int | string): Steps<Ref> {
  const index = typeof key === 'string' ? rt.newStr(key) : rt.newInt(key);
  try {
    return yield* settle(rt, getItem(rt, object, index));
  } finally {
    rt.heap.decref(index);
  }
}

function fail(rt: Runtime, message: string): never {
  return textErrors(rt, () => {
    throw new TextError('ValueError', message);
  });
}

/** The text of a plain template whose arguments are all there, as exact str, int and float; undefined for any other. */
function formatNow(rt: Runtime, template: string, positional: Ref, named: Ref): string | undefined {
  const { heap } = rt;
  const { pieces } = strformat.plainTemplate(template);
  if (pieces === null || heap.type[named] !== DICT) return undefined;
  const items = itemsOf(rt, positional);
  const arguments_ = pieces.map(({ argument }) => (argument === null ? NULL : typeof argument === 'number' ? (items[argument] ?? NULL) : itemNamed(rt, named, argument)));
  if (pieces.some(({ argument }, i) => argument !== null && !formatsAtOnce(heap.type[arguments_[i]!]!))) return undefined;
  let result = '';
  for (const [i, { literal, argument, spec }] of pieces.entries()) {
    result += literal;
    if (argument === null) continue;
    const formatted = format(rt, arguments_[i]!, spec) as Ref;
    result += rt.text(formatted);
    heap.decref(formatted);
    chargeText(rt, result.length);
  }
  return result;
}

const formatsAtOnce = (type: Ref): boolean => type === STR || type === INT || type === FLOAT;

/** Borrowed, NULL where it is not found at once: a name that nobody has interned is not made for that. */
function itemNamed(rt: Runtime, dict: Ref, name: string): Ref {
  const key = rt.interned.get(name);
  return key === undefined ? NULL : getNamespaceItem(rt, dict, key);
}

function formatMethodNow(rt: Runtime, self: Ref, positional: Ref, named: Ref): Eventual {
  const template = rt.text(self);
  const [first] = itemsOf(rt, positional);
  // The result of a lone "{}" of a str is that str.
  if (template === '{}' && first !== undefined && rt.heap.type[first] === STR) return rt.heap.incref(first);
  const text = formatNow(rt, template, positional, named);
  return text === undefined ? begin(rt, formatAll(rt, self, positional, named)) : rt.newStr(text);
}

function* formatAll(rt: Runtime, self: Ref, positional: Ref, named: Ref): Steps<Ref> {
  const values = { positional, named, numbering: new strformat.AutoNumber() };
  return rt.newStr(yield* formatText(rt, rt.text(self), values, MAX_DEPTH));
}

export const formatMethods: readonly NativeFunction[] = [
  native('format', '*args, **kwargs', (rt, self, args) => formatMethodNow(rt, self, args[0]!, args[1]!)),
  suspending('format_map', 'mapping, /', (rt, self, args) => formatAll(rt, self, NULL, args[0]!)),
];
