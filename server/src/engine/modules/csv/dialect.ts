import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, FALSE, INT, NONE, TRUE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Int } from '../../text/integer.ts';
import { codePoints, length as textLength } from '../../text/str.ts';
import { csvOf } from '../../versions/csvwords.ts';
import { isStr, toCInt } from '../../objects/arguments.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, tableOf } from '../../objects/core/make.ts';
import { type NativeAttribute, type NativeFunction, rawNative, varargs } from '../../objects/core/native.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictFind } from '../../objects/dictsearch.ts';
import { csvError, csvState } from './state.ts';

export const DIALECT = moduleTypeHandle();

export const enum Quoting {
  MINIMAL,
  ALL,
  NONNUMERIC,
  NONE,
  STRINGS,
  NOTNULL,
}

/** A character that is not set. */
export const UNSET = -1;

/** Payload of `Dialect`: characters as code points. */
export class Dialect {
  delimiter = 0x2c;
  quotechar = 0x22;
  escapechar = UNSET;
  lineterminator = '\r\n';
  quoting: Quoting = Quoting.MINIMAL;
  doublequote = true;
  skipinitialspace = false;
  strict = false;
}

export const dialectOf = (rt: Runtime, self: Ref): Dialect => rt.heap.payload[self] as Dialect;

const parameters = ['delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict'] as const;
type Parameter = (typeof parameters)[number];

/** The arguments of the call, borrowed; those that are not given are missing. */
function bindArguments(rt: Runtime, args: readonly Ref[], keywords: Ref): Map<Parameter | 'dialect', Ref> {
  const names = ['dialect', ...parameters] as const;
  const given = keywords === NULL ? [] : itemsOf(rt, keywords);
  const count = args.length - given.length;
  if (args.length > names.length) raise(rt, TYPE_ERROR, `function takes at most ${names.length} arguments (${args.length} given)`);
  const bound = new Map<Parameter | 'dialect', Ref>();
  for (let i = 0; i < count; i++) bound.set(names[i]!, args[i]!);
  for (const [i, keyword] of given.entries()) {
    const name = names.find((known) => known === rt.text(keyword));
    if (name === undefined) raise(rt, TYPE_ERROR, rt.profile.words.unexpectedOfFunction(rt.text(keyword)));
    if (bound.has(name)) raise(rt, TYPE_ERROR, `argument for function given by name ('${name}') and position (${names.indexOf(name) + 1})`);
    bound.set(name, args[count + i]!);
  }
  return bound;
}

/** The dialect that is registered under a name, owned. Mirrors get_dialect_from_registry(). */
export function* registered(rt: Runtime, name: Ref): Steps<Ref> {
  const table = tableOf(rt, csvState(rt).dialects);
  const at = yield* dictFind(rt, table, name);
  return at < 0 ? csvError(rt, 'unknown dialect') : rt.heap.incref(table.values[at]!);
}

/** Mirrors dialect_new(): 1 a dialect that can be taken as it is; 2 what is not given comes from its attributes; 3 the values. */
function* dialectNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const given = bindArguments(rt, args, keywords);
  const base = given.get('dialect') ?? NULL;
  const held: Ref[] = [];
  try {
    // 1
    const source = base !== NULL && isStr(rt, base) ? yield* registered(rt, base) : base;
    if (source !== base) held.push(source);
    if (source !== NULL && isInstance(rt, source, DIALECT) && given.size === 1) return heap.incref(source);
    const self = newInstance(rt, type, new Dialect());
    held.push(self);
    // 2
    if (source !== NULL) {
      for (const name of parameters) {
        if (given.has(name)) continue;
        const value = yield* attributeOf(rt, source, name);
        if (value === NULL) continue;
        held.push(value);
        given.set(name, value);
      }
    }
    // 3
    yield* fill(rt, dialectOf(rt, self), given);
    return heap.incref(self);
  } finally {
    for (const ref of held) heap.decref(ref);
  }
}

/** NULL where there is none, or where it raises and nobody hears it. */
function* attributeOf(rt: Runtime, source: Ref, name: string): Steps<Ref> {
  try {
    return yield* settle(rt, getAttrText(rt, source, name));
  } catch (error) {
    const exception = caught(rt, error);
    if (csvOf(rt.profile.version).hearsAttributeErrors && !matches(rt, exception, ATTRIBUTE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

function* fill(rt: Runtime, dialect: Dialect, given: ReadonlyMap<Parameter | 'dialect', Ref>): Steps<void> {
  const words = csvOf(rt.profile.version);
  const valueOf = (name: Parameter): Ref => given.get(name) ?? NULL;
  const isTrue = function* (name: Parameter, fallback: boolean): Steps<boolean> {
    return valueOf(name) === NULL ? fallback : yield* truth(rt, valueOf(name));
  };
  dialect.delimiter = character(rt, 'delimiter', valueOf('delimiter'), dialect.delimiter, false);
  dialect.doublequote = yield* isTrue('doublequote', true);
  dialect.escapechar = character(rt, 'escapechar', valueOf('escapechar'), UNSET, true);
  const terminator = valueOf('lineterminator');
  const isMissing = terminator === NONE && words.terminatorMaySayNone;
  if (terminator !== NULL && !isMissing) {
    if (!isStr(rt, terminator)) raise(rt, TYPE_ERROR, words.stringWanted('lineterminator', typeName(rt, terminator)));
    dialect.lineterminator = rt.text(terminator);
  }
  dialect.quotechar = character(rt, 'quotechar', valueOf('quotechar'), dialect.quotechar, true);
  const quoting = valueOf('quoting');
  if (quoting !== NULL) {
    if (rt.heap.type[quoting] !== INT) raise(rt, TYPE_ERROR, words.integerWanted('quoting', typeName(rt, quoting)));
    dialect.quoting = toCInt(rt, rt.heap.payload[quoting] as Int);
  }
  dialect.skipinitialspace = yield* isTrue('skipinitialspace', false);
  dialect.strict = yield* isTrue('strict', false);
  if (dialect.quoting < 0 || dialect.quoting >= words.quotingStyles) raise(rt, TYPE_ERROR, 'bad "quoting" value');
  if (valueOf('quotechar') === NONE && quoting === NULL) dialect.quoting = Quoting.NONE;
  if (dialect.quoting !== Quoting.NONE && dialect.quotechar === UNSET) raise(rt, TYPE_ERROR, 'quotechar must be set if quoting enabled');
  if (isMissing) raise(rt, TYPE_ERROR, 'lineterminator must be set');
  if (words.checksCharacters) checkCharacters(rt, dialect);
}

/** Mirrors _set_char() and _set_char_or_none(). */
function character(rt: Runtime, name: Parameter, value: Ref, fallback: number, mayBeNone: boolean): number {
  const words = csvOf(rt.profile.version);
  if (value === NULL) return fallback;
  if (mayBeNone && value === NONE) return UNSET;
  if (!isStr(rt, value)) raise(rt, TYPE_ERROR, words.characterWanted(name, mayBeNone, typeName(rt, value)));
  const text = rt.text(value);
  const size = textLength(text);
  if (size !== 1) raise(rt, TYPE_ERROR, words.oneCharacterWanted(name, mayBeNone, size));
  return codePoints(text)[0]!;
}

/** Mirrors dialect_check_char() and dialect_check_chars(). */
function checkCharacters(rt: Runtime, { delimiter, escapechar, quotechar, lineterminator, skipinitialspace }: Dialect): void {
  const terminators = codePoints(lineterminator);
  const check = (name: string, value: number, mayBeSpace: boolean): void => {
    if (value === 10 || value === 13 || (value === 32 && !mayBeSpace)) raise(rt, VALUE_ERROR, `bad ${name} value`);
  };
  const differ = (name: string, value: number, other: string, otherValue: number): void => {
    if (value === otherValue && value !== UNSET) raise(rt, VALUE_ERROR, `bad ${name} or ${other} value`);
  };
  const isTerminator = (name: string, value: number): void => {
    if (value !== UNSET && terminators.includes(value)) raise(rt, VALUE_ERROR, `bad ${name} or lineterminator value`);
  };
  check('delimiter', delimiter, true);
  check('escapechar', escapechar, !skipinitialspace);
  check('quotechar', quotechar, !skipinitialspace);
  differ('delimiter', delimiter, 'escapechar', escapechar);
  differ('delimiter', delimiter, 'quotechar', quotechar);
  differ('escapechar', escapechar, 'quotechar', quotechar);
  isTerminator('delimiter', delimiter);
  isTerminator('escapechar', escapechar);
  isTerminator('quotechar', quotechar);
}

/** A dialect made of the argument and the keywords of a reader, a writer or a registration (_call_dialect); owned. */
export function* callDialect(dialect: Ref, values: readonly Ref[], keywords: Ref): Steps<Ref> {
  return yield { callable: DIALECT, args: [...(dialect === NULL ? [] : [dialect]), ...values], keywords };
}

/** `(object, dialect=None, **keywords)` laid out: the object, the dialect or NULL, and the values of the keywords. Mirrors PyArg_UnpackTuple(). */
export function unpackArguments(rt: Runtime, name: string, args: readonly Ref[], keywords: Ref): { object: Ref; dialect: Ref; values: readonly Ref[] } {
  const count = args.length - (keywords === NULL ? 0 : itemsOf(rt, keywords).length);
  if (count < 1 || count > 2) {
    const shown = csvOf(rt.profile.version).functionsNameThemselves ? name : '';
    raise(rt, TYPE_ERROR, `${shown} expected at ${count < 1 ? 'least 1 argument' : 'most 2 arguments'}, got ${count}`);
  }
  return { object: args[0]!, dialect: count === 2 ? args[1]! : NULL, values: args.slice(count) };
}

const characterAttribute = (name: 'delimiter' | 'escapechar' | 'quotechar'): NativeAttribute => ({
  name,
  get: (rt, self) => {
    const value = dialectOf(rt, self)[name];
    return value === UNSET ? NONE : rt.newStr(String.fromCodePoint(value));
  },
});

const flag = (name: 'skipinitialspace' | 'doublequote' | 'strict'): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => (dialectOf(rt, self)[name] ? TRUE : FALSE),
});

const cannotReduce = (name: string): NativeFunction =>
  varargs(rawNative(name, (rt, self) => raise(rt, TYPE_ERROR, `cannot pickle '${rt.typeOf(self).name}' instances`)));

defineType({
  handle: DIALECT,
  name: 'Dialect',
  module: '_csv',
  flags: CONTAINER & ~TypeFlag.WEAKREFS,
  fromSpec: true,
  methods: [cannotReduce('__reduce__'), cannotReduce('__reduce_ex__')],
  slots: { tp_new: (rt, type, args, keywords) => begin(rt, dialectNew(rt, type, args, keywords)) },
  attributes: [
    flag('skipinitialspace'),
    flag('doublequote'),
    flag('strict'),
    characterAttribute('delimiter'),
    characterAttribute('escapechar'),
    { name: 'lineterminator', get: (rt, self) => rt.newStr(dialectOf(rt, self).lineterminator) },
    characterAttribute('quotechar'),
    { name: 'quoting', get: (rt, self) => rt.newInt(dialectOf(rt, self).quoting) },
  ],
});
