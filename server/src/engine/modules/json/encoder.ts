import { TypeFlag } from '../../heap/heap.ts';
import { BOOL, DICT, FALSE, LIST, NONE, TRUE, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, isStr, toSize } from '../../objects/arguments.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, raise, rethrow, textErrors } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newList, newTuple, tableOf } from '../../objects/core/make.ts';
import { collect, index, truth } from '../../objects/core/protocol.ts';
import { descend } from '../../objects/core/recursion.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { BuiltinFunction } from '../../objects/descriptors.ts';
import { addNote } from '../../objects/exceptions.ts';
import { isFloat } from '../../objects/numbers.ts';
import { chargeText } from '../../objects/text-results.ts';
import { repr as floatRepr } from '../../text/float.ts';
import type { Int } from '../../text/integer.ts';
import { intToString } from '../../text/numerals.ts';
import { jsonOf } from '../../versions/jsonwords.ts';
import { quote, quoteAscii } from './strings.ts';

export const ENCODER = moduleTypeHandle();

const members = ['markers', 'default', 'encoder', 'indent', 'key_separator', 'item_separator'] as const;
type Member = (typeof members)[number];

/** Payload of what `make_encoder` makes; all handles are owned. */
class EncoderObject {
  readonly values: Record<Member, Ref> = { markers: NULL, default: NULL, encoder: NULL, indent: NULL, key_separator: NULL, item_separator: NULL };
  sortKeys = false;
  skipKeys = false;
  allowNan = false;
}

const encoderOf = (rt: Runtime, self: Ref): EncoderObject => rt.heap.payload[self] as EncoderObject;

/** One call of an encoder. */
class Writing {
  readonly parts: string[] = [];
  /** The containers that are being written, where cycles are looked for. */
  readonly active: Set<Ref> | null;
  readonly quote: ((text: string) => string) | null;
  readonly keySeparator: string;
  readonly itemSeparator: string;
  readonly indent: string | null;
  constructor(
    rt: Runtime,
    readonly encoder: EncoderObject,
    public level: number,
  ) {
    const { markers, encoder: quoter, key_separator: key, item_separator: item, indent } = encoder.values;
    this.active = markers === NONE ? null : new Set();
    this.quote = quickQuote(rt, quoter);
    this.keySeparator = rt.text(key);
    this.itemSeparator = rt.text(item);
    this.indent = jsonOf(rt.profile.version).indents && indent !== NONE ? indentText(rt, indent) : null;
  }

  add(rt: Runtime, text: string): void {
    chargeText(rt, text.length);
    this.parts.push(text);
  }

  newline(): string {
    return this.indent === null ? '' : `\n${this.indent.repeat(this.level)}`;
  }
}

function indentText(rt: Runtime, indent: Ref): string {
  if (!isStr(rt, indent)) raise(rt, TYPE_ERROR, `can only concatenate str (not "${typeName(rt, indent)}") to str`);
  return rt.text(indent);
}

/** What the module's own quoting functions do, without a call. */
function quickQuote(rt: Runtime, object: Ref): ((text: string) => string) | null {
  const payload = rt.heap.payload[object];
  if (!(payload instanceof BuiltinFunction) || payload.module !== '_json') return null;
  if (payload.def.name === 'encode_basestring_ascii') return quoteAscii;
  return payload.def.name === 'encode_basestring' ? quote : null;
}

function* quoted(rt: Runtime, writing: Writing, object: Ref): Steps<string> {
  if (writing.quote !== null) return writing.quote(rt.text(object));
  const result = yield* call(writing.encoder.values.encoder, [object]);
  try {
    if (!isStr(rt, result)) raise(rt, TYPE_ERROR, `encoder() must return a string, not ${typeName(rt, result)}`);
    return rt.text(result);
  } finally {
    rt.heap.decref(result);
  }
}

function floatText(rt: Runtime, { allowNan }: EncoderObject, value: number): string {
  if (Number.isFinite(value)) return floatRepr(value);
  if (!allowNan) {
    const shown = jsonOf(rt.profile.version).showsFloats ? `: ${floatRepr(value)}` : '';
    raise(rt, VALUE_ERROR, `Out of range float values are not JSON compliant${shown}`);
  }
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

const intText = (rt: Runtime, object: Ref): string => textErrors(rt, () => intToString(rt.heap.payload[object] as Int, rt.intMaxStrDigits));

/** The text of None, a bool, a number; null for any other object. */
function plainText(rt: Runtime, encoder: EncoderObject, object: Ref): string | null {
  if (object === NONE) return 'null';
  if (object === TRUE) return 'true';
  if (object === FALSE) return 'false';
  if (isInt(rt, object) && rt.heap.type[object] !== BOOL) return intText(rt, object);
  return isFloat(rt, object) ? floatText(rt, encoder, rt.heap.payload[object] as number) : null;
}

/** Mirrors encoder_listencode_obj(). */
function* writeObject(rt: Runtime, writing: Writing, object: Ref): Steps<void> {
  rt.charge(1);
  if (isStr(rt, object)) {
    writing.add(rt, yield* quoted(rt, writing, object));
    return;
  }
  const plain = plainText(rt, writing.encoder, object);
  if (plain !== null) {
    writing.add(rt, plain);
    return;
  }
  const isList = isInstance(rt, object, LIST) || isInstance(rt, object, TUPLE);
  const write = isList ? writeList : isInstance(rt, object, DICT) ? writeDict : writeOther;
  yield* settle(rt, descend(rt, () => begin(rt, asSteps(write(rt, writing, object))), object, ' while encoding a JSON object'));
}

function* asSteps(steps: Steps<void>): Steps<Ref> {
  yield* steps;
  return NULL;
}

function* marked(rt: Runtime, writing: Writing, object: Ref, body: () => Steps<void>): Steps<void> {
  const { active } = writing;
  if (active?.has(object) === true) raise(rt, VALUE_ERROR, 'Circular reference detected');
  active?.add(object);
  yield* body();
  active?.delete(object);
}

/** Runs a part; an error on the way is told which part it was. */
function* noting(rt: Runtime, steps: Steps<void>, what: () => Steps<string>): Steps<void> {
  try {
    yield* steps;
  } catch (error) {
    if (!jsonOf(rt.profile.version).addsNotes) throw error;
    const exception = caught(rt, error);
    const note = rt.newStr(`when serializing ${yield* what()}`);
    yield* addNote(rt, exception, note);
    rt.heap.decref(note);
    rethrow(rt, exception);
  }
}

function* writeList(rt: Runtime, writing: Writing, object: Ref): Steps<void> {
  const { heap } = rt;
  const sequence = yield* fastSequence(rt, object);
  try {
    if (itemsOf(rt, sequence).length === 0) {
      writing.add(rt, '[]');
      return;
    }
    yield* marked(rt, writing, object, function* () {
      writing.level++;
      let before = `[${writing.newline()}`;
      const separator = writing.itemSeparator + writing.newline();
      // What is called for an item may change the list.
      for (let i = 0; i < itemsOf(rt, sequence).length; i++) {
        writing.add(rt, before);
        before = separator;
        const item = heap.incref(itemsOf(rt, sequence)[i]!);
        try {
          yield* noting(rt, writeObject(rt, writing, item), function* () {
            yield* [];
            return `${typeName(rt, object)} item ${i}`;
          });
        } finally {
          heap.decref(item);
        }
      }
      writing.level--;
      writing.add(rt, `${writing.newline()}]`);
    });
  } finally {
    heap.decref(sequence);
  }
}

/** A list or tuple, the object itself where it is one; owned (PySequence_Fast). */
function* fastSequence(rt: Runtime, object: Ref): Steps<Ref> {
  const type = rt.heap.type[object];
  if (type === LIST || type === TUPLE || Array.isArray(rt.heap.payload[object])) return rt.heap.incref(object);
  return newList(rt, yield* collect(rt, object));
}

function* writeDict(rt: Runtime, writing: Writing, object: Ref): Steps<void> {
  const { heap } = rt;
  if (tableOf(rt, object).used === 0) {
    writing.add(rt, '{}');
    return;
  }
  yield* marked(rt, writing, object, function* () {
    const pairs = yield* dictPairs(rt, writing.encoder, object);
    try {
      writing.level++;
      let before = `{${writing.newline()}`;
      const separator = writing.itemSeparator + writing.newline();
      for (const pair of itemsOf(rt, pairs)) {
        if (heap.type[pair] !== TUPLE || itemsOf(rt, pair).length !== 2) raise(rt, VALUE_ERROR, 'items must return 2-tuples');
        const [key, value] = itemsOf(rt, pair) as readonly [Ref, Ref];
        const text = yield* keyText(rt, writing, key);
        if (text === null) continue;
        writing.add(rt, before + text + writing.keySeparator);
        before = separator;
        yield* noting(rt, writeObject(rt, writing, value), () => dictItem(rt, object, key));
      }
      writing.level--;
      writing.add(rt, `${writing.newline()}}`);
    } finally {
      heap.decref(pairs);
    }
  });
}

function* dictItem(rt: Runtime, object: Ref, key: Ref): Steps<string> {
  const shown = yield* settle(rt, rt.typeOf(key).slots.tp_repr!(rt, key));
  const text = `${typeName(rt, object)} item ${rt.text(shown)}`;
  rt.heap.decref(shown);
  return text;
}

/** A list of the dict's items, sorted where that is asked for. */
function* dictPairs(rt: Runtime, encoder: EncoderObject, object: Ref): Steps<Ref> {
  const { heap } = rt;
  let pairs: Ref;
  if (heap.type[object] === DICT) {
    const found: Ref[] = [];
    const { keys, values } = tableOf(rt, object);
    for (const [i, key] of keys.entries()) if (key !== NULL) found.push(newTuple(rt, [heap.incref(key), heap.incref(values[i]!)]));
    pairs = newList(rt, found);
  } else {
    const method = yield* settle(rt, getAttrText(rt, object, 'items'));
    const view = yield* call(method, []);
    heap.decref(method);
    pairs = newList(rt, yield* collect(rt, view));
    heap.decref(view);
  }
  if (!encoder.sortKeys) return pairs;
  const sort = yield* settle(rt, getAttrText(rt, pairs, 'sort'));
  try {
    heap.decref(yield* call(sort, []));
  } catch (error) {
    heap.decref(pairs);
    throw error;
  } finally {
    heap.decref(sort);
  }
  return pairs;
}

/** The quoted text of a key; null if it is to be passed over. */
function* keyText(rt: Runtime, writing: Writing, key: Ref): Steps<string | null> {
  if (isStr(rt, key)) return yield* quoted(rt, writing, key);
  const plain = plainText(rt, writing.encoder, key);
  if (plain === null) {
    if (writing.encoder.skipKeys) return null;
    raise(rt, TYPE_ERROR, `keys must be str, int, float, bool or None, not ${typeName(rt, key)}`);
  }
  const text = rt.newStr(plain);
  try {
    return yield* quoted(rt, writing, text);
  } finally {
    rt.heap.decref(text);
  }
}

function* writeOther(rt: Runtime, writing: Writing, object: Ref): Steps<void> {
  yield* marked(rt, writing, object, function* () {
    const replacement = yield* call(writing.encoder.values.default, [object]);
    try {
      yield* noting(rt, writeObject(rt, writing, replacement), function* () {
        yield* [];
        return `${typeName(rt, object)} object`;
      });
    } finally {
      rt.heap.decref(replacement);
    }
  });
}

/** Mirrors encoder_call(). */
function* callEncoder(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [object, level] = bind(rt, '_iterencode', 'obj, _current_indent_level', args, keywords);
  const writing = new Writing(rt, encoderOf(rt, self), toSize(rt, yield* index(rt, level!)));
  yield* writeObject(rt, writing, object!);
  const chunks = [rt.newStr(writing.parts.join(''))];
  return jsonOf(rt.profile.version).answersList ? newList(rt, chunks) : newTuple(rt, chunks);
}

const signature = 'markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan';

/** Mirrors encoder_new(). */
function* newEncoder(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = bind(rt, 'make_encoder', signature, args, keywords);
  for (const position of [4, 5]) {
    if (!isStr(rt, given[position]!)) raise(rt, TYPE_ERROR, `make_encoder() argument ${position + 1} must be str, not ${typeName(rt, given[position]!)}`);
  }
  const encoder = new EncoderObject();
  encoder.sortKeys = yield* truth(rt, given[6]!);
  encoder.skipKeys = yield* truth(rt, given[7]!);
  encoder.allowNan = yield* truth(rt, given[8]!);
  const [markers] = given;
  if (markers !== NONE && !isInstance(rt, markers!, DICT)) {
    raise(rt, TYPE_ERROR, `make_encoder() argument 1 must be dict or None, not ${typeName(rt, markers!)}`);
  }
  const self = newInstance(rt, type, encoder);
  for (const [i, name] of members.entries()) encoder.values[name] = rt.heap.incref(given[i]!);
  return self;
}

defineType({
  handle: ENCODER,
  name: 'Encoder',
  module: '_json',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      const { values } = payload as EncoderObject;
      for (const name of members) if (values[name] !== NULL) visit(values[name]);
    },
    clear(payload, released) {
      const { values } = payload as EncoderObject;
      for (const name of members) {
        if (values[name] !== NULL) released.push(values[name]);
        values[name] = NULL;
      }
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, newEncoder(rt, type, args, keywords)),
    tp_init: () => NULL,
    tp_call: (rt, self, args, keywords) => begin(rt, callEncoder(rt, self, args, keywords)),
  },
  attributes: [
    ...members.map((name) => ({ name, member: true, get: (rt: Runtime, self: Ref) => rt.heap.incref(encoderOf(rt, self).values[name]) })),
    { name: 'sort_keys', member: true, get: (rt, self) => rt.newBool(encoderOf(rt, self).sortKeys) },
    { name: 'skipkeys', member: true, get: (rt, self) => rt.newBool(encoderOf(rt, self).skipKeys) },
  ],
});
