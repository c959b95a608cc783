import { KEY_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { badArgument, isStr } from '../../objects/arguments.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { native, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { chargeText, unchangedOr } from '../../objects/text-results.ts';
import { normalize, type NormalForm } from '../../text/normalize.ts';
import { length } from '../../text/str.ts';
import { unicode } from '../../text/unicode.ts';
import { HANGUL_BASE, HANGUL_COUNT, hangulDecomposition, unicodeDatabase } from '../../text/unicode-database.ts';
import type { DatabaseProperty } from '../../text/unicode-database-data.ts';
import { unicodeDataOf } from '../../versions/unicodedata.ts';
import { defineModule } from '../core/define.ts';

/** The one character of an argument. */
function character(rt: Runtime, name: string, argument: string, object: Ref): number {
  if (!isStr(rt, object)) badArgument(rt, name, argument, 'a unicode character', object);
  const text = rt.text(object);
  const count = length(text);
  if (count !== 1) raise(rt, TYPE_ERROR, unicodeDataOf(rt.profile.version).characterWanted(name, argument, count));
  return text.codePointAt(0)!;
}

const property = (name: string, key: DatabaseProperty, make: (rt: Runtime, value: string, point: number) => Ref): NativeFunction =>
  native(name, 'chr, /', (rt, _module, [object]) => {
    const point = character(rt, name, 'argument', object!);
    return make(rt, unicodeDatabase().value(key, point), point);
  });

const text = (rt: Runtime, value: string): Ref => rt.newStr(value);

/** A function with a default, which it answers where the character has no such value. */
const optional = (name: string, complaint: string, value: (rt: Runtime, point: number) => Ref): NativeFunction =>
  native(name, 'chr, default=, /', (rt, _module, [object, fallback]) => {
    const point = character(rt, name, 'argument 1', object!);
    const result = value(rt, point);
    if (result !== NULL) return result;
    return fallback === NULL ? raise(rt, VALUE_ERROR, complaint) : rt.heap.incref(fallback!);
  });

/** A number as it is stored: `5`, `1/2` or `-1/2`. */
function numberOf(stored: string): number {
  const [numerator = '', denominator = '1'] = stored.split('/');
  return Number(numerator) / Number(denominator);
}

function numeric(rt: Runtime, point: number): Ref {
  const stored = unicodeDatabase().value('numeric', point);
  return stored === '' ? NULL : rt.newFloat(numberOf(stored));
}

function formOf(rt: Runtime, name: string, form: Ref, input: Ref): NormalForm {
  if (!isStr(rt, form)) badArgument(rt, name, 'argument 1', 'str', form);
  if (!isStr(rt, input)) badArgument(rt, name, 'argument 2', 'str', input);
  const value = rt.text(form);
  if (rt.text(input) !== '' && !['NFC', 'NFD', 'NFKC', 'NFKD'].includes(value)) raise(rt, VALUE_ERROR, 'invalid normalization form');
  return value as NormalForm;
}

function normalized(rt: Runtime, name: string, form: Ref, input: Ref): string {
  const kind = formOf(rt, name, form, input);
  const value = rt.text(input);
  chargeText(rt, value.length * 8);
  return normalize(kind, value);
}

function lookup(rt: Runtime, name: Ref): Ref {
  if (!isStr(rt, name)) badArgument(rt, 'lookup', 'argument', 'str', name);
  const point = unicodeDatabase().lookup(rt.text(name), unicodeDataOf(rt.profile.version).computedNamesInCapitals);
  if (point < 0) return raiseWith(rt, KEY_ERROR, rt.newStr(`undefined character name '${rt.text(name)}'`));
  return rt.newStr(String.fromCodePoint(point));
}

const functions: readonly NativeFunction[] = [
  optional('decimal', 'not a decimal', (rt, point) => {
    const value = unicode().decimal(point);
    return value < 0 ? NULL : rt.newInt(value);
  }),
  optional('digit', 'not a digit', (rt, point) => (unicode().has('digit', point) ? rt.newInt(numberOf(unicodeDatabase().value('numeric', point))) : NULL)),
  optional('numeric', 'not a numeric character', numeric),
  property('category', 'category', text),
  property('bidirectional', 'bidirectional', (rt, value) => rt.newStr(value === '-' ? '' : value)),
  property('combining', 'combining', (rt, value) => rt.newInt(Number(value))),
  property('mirrored', 'mirrored', (rt, value) => rt.newInt(Number(value))),
  property('east_asian_width', 'eastAsianWidth', text),
  property('decomposition', 'decomposition', (rt, value, point) => {
    if (point < HANGUL_BASE || point >= HANGUL_BASE + HANGUL_COUNT) return rt.newStr(value);
    return rt.newStr(unicodeDataOf(rt.profile.version).decomposesHangul ? hangulDecomposition(point) : '');
  }),
  optional('name', 'no such name', (rt, point) => {
    const name = unicodeDatabase().name(point);
    return name === null ? NULL : rt.newStr(name);
  }),
  native('lookup', 'name, /', (rt, _module, [name]) => lookup(rt, name!)),
  native('normalize', 'form, unistr, /', (rt, _module, [form, input]) => unchangedOr(rt, input!, normalized(rt, 'normalize', form!, input!))),
  native('is_normalized', 'form, unistr, /', (rt, _module, [form, input]) =>
    rt.newBool(normalized(rt, 'is_normalized', form!, input!) === rt.text(input!)),
  ),
];

defineModule({
  name: 'unicodedata',
  functions,
  init: (rt, put) => {
    put('unidata_version', rt.newStr(unicodeDataOf(rt.profile.version).version));
  },
});
