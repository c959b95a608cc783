import { FLOAT, FALSE, INT, NONE, RECURSION_ERROR, STOP_ITERATION, TRUE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { toSize } from '../../objects/arguments.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseWith, textErrors } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf, newDict, newList, newTuple } from '../../objects/core/make.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictSet } from '../../objects/dictsearch.ts';
import { parseFloat as floatOf, parseInt as intOf } from '../../text/numerals.ts';
import { jsonOf } from '../../versions/jsonwords.ts';
import { decodeError, Document, scanString, strArgument } from './strings.ts';

export const SCANNER = moduleTypeHandle();

const members = ['object_hook', 'object_pairs_hook', 'parse_float', 'parse_int', 'parse_constant', 'array_hook'] as const;
type Member = (typeof members)[number];

/** Payload of what `make_scanner` makes: the functions of the decoder that it was made of; owned. */
class ScannerObject {
  readonly hooks: Record<Member, Ref> = {
    object_hook: NULL,
    object_pairs_hook: NULL,
    parse_float: NULL,
    parse_int: NULL,
    parse_constant: NULL,
    array_hook: NULL,
  };
  strict = false;
}

const scannerOf = (rt: Runtime, self: Ref): ScannerObject => rt.heap.payload[self] as ScannerObject;

/** An array or object that has been begun; `value` is a list, a dict or a list of pairs, owned. */
interface Open {
  readonly value: Ref;
  readonly isArray: boolean;
  readonly isPairs: boolean;
  key: Ref;
}

const isSpace = (point: number): boolean => point === 0x20 || point === 0x09 || point === 0x0a || point === 0x0d;
const isDigit = (point: number): boolean => point >= 0x30 && point <= 0x39;

/** One document being read: no call lies within another, however deep the arrays lie. */
class Reading {
  readonly open: Open[] = [];
  /** Equal keys of one document are one str; owned. */
  readonly keys = new Map<string, Ref>();
  at: number;
  constructor(
    readonly scanner: ScannerObject,
    readonly document: Document,
    start: number,
  ) {
    this.at = start;
  }

  skipSpace(): void {
    while (isSpace(this.document.at(this.at))) this.at++;
  }
}

const stop = (rt: Runtime, at: number): never => raiseWith(rt, STOP_ITERATION, rt.newInt(at));

/** Mirrors scan_once_unicode() and what it calls. Answers the value; the reading stands behind it. */
function* scanValue(rt: Runtime, reading: Reading): Steps<Ref> {
  for (;;) {
    let value = yield* beginValue(rt, reading);
    // A value is complete: it goes into what was begun before, which may be complete then.
    while (value !== NULL) {
      const open = reading.open.at(-1);
      if (open === undefined) return value;
      yield* put(rt, open, value);
      value = (yield* isClosed(rt, reading, open)) ? yield* close(rt, reading) : NULL;
    }
  }
}

/** A value of one word, or NULL where an array or object was begun and waits for its next value. */
function* beginValue(rt: Runtime, reading: Reading): Steps<Ref> {
  const { document, scanner, at } = reading;
  if (at < 0) raise(rt, VALUE_ERROR, 'idx cannot be negative');
  rt.charge(1);
  switch (document.at(at)) {
    case 0x22: {
      const { text, end } = yield* scanString(rt, document, at + 1, scanner.strict);
      reading.at = end;
      return rt.newStr(text);
    }
    case 0x7b:
      return yield* beginContainer(rt, reading, false);
    case 0x5b:
      return yield* beginContainer(rt, reading, true);
    case 0x6e:
      if (document.startsWith('null', at)) return word(reading, 4, NONE);
      break;
    case 0x74:
      if (document.startsWith('true', at)) return word(reading, 4, TRUE);
      break;
    case 0x66:
      if (document.startsWith('false', at)) return word(reading, 5, FALSE);
      break;
    case 0x4e:
      if (document.startsWith('NaN', at)) return yield* constant(rt, reading, 'NaN');
      break;
    case 0x49:
      if (document.startsWith('Infinity', at)) return yield* constant(rt, reading, 'Infinity');
      break;
    case 0x2d:
      if (document.startsWith('-Infinity', at)) return yield* constant(rt, reading, '-Infinity');
      break;
  }
  return yield* number(rt, reading);
}

function word(reading: Reading, length: number, value: Ref): Ref {
  reading.at += length;
  return value;
}

function* callHook(rt: Runtime, hook: Ref, argument: Ref): Steps<Ref> {
  try {
    return yield* call(hook, [argument]);
  } finally {
    rt.heap.decref(argument);
  }
}

function* constant(rt: Runtime, reading: Reading, name: string): Steps<Ref> {
  reading.at += name.length;
  return yield* callHook(rt, reading.scanner.hooks.parse_constant, rt.newStr(name));
}

/** Mirrors _match_number_unicode(). */
function* number(rt: Runtime, reading: Reading): Steps<Ref> {
  const { document, scanner } = reading;
  const start = reading.at;
  let at = start;
  const digits = (): void => {
    while (isDigit(document.at(at))) at++;
  };
  if (document.at(at) === 0x2d) at++;
  if (document.at(at) === 0x30) at++;
  else if (isDigit(document.at(at))) digits();
  else stop(rt, start);
  let isFloat = false;
  if (document.at(at) === 0x2e && isDigit(document.at(at + 1))) {
    isFloat = true;
    at += 2;
    digits();
  }
  if (document.at(at) === 0x65 || document.at(at) === 0x45) {
    const before = at;
    at++;
    if (document.at(at) === 0x2b || document.at(at) === 0x2d) at++;
    if (isDigit(document.at(at))) {
      isFloat = true;
      digits();
    } else at = before;
  }
  reading.at = at;
  const text = document.slice(start, at);
  const hook = isFloat ? scanner.hooks.parse_float : scanner.hooks.parse_int;
  if (isFloat && hook === FLOAT) return rt.newFloat(textErrors(rt, () => floatOf(text)));
  if (!isFloat && hook === INT) return rt.newInt(textErrors(rt, () => intOf(text, 10, rt.intMaxStrDigits)));
  return yield* callHook(rt, hook, rt.newStr(text));
}

function* beginContainer(rt: Runtime, reading: Reading, isArray: boolean): Steps<Ref> {
  const kind = isArray ? 'array' : 'object';
  if (rt.nesting + reading.open.length >= rt.nestingLimit()) {
    raise(rt, RECURSION_ERROR, `${rt.profile.words.tooMuchNesting} while decoding a JSON ${kind} from a unicode string`);
  }
  const isPairs = !isArray && reading.scanner.hooks.object_pairs_hook !== NONE;
  reading.open.push({ value: isArray || isPairs ? newList(rt, []) : newDict(rt), isArray, isPairs, key: NULL });
  reading.at++;
  reading.skipSpace();
  if (reading.document.at(reading.at) === (isArray ? 0x5d : 0x7d)) return yield* close(rt, reading);
  if (!isArray) yield* readKey(rt, reading, reading.at);
  return NULL;
}

/** The key of the next value and the colon. */
function* readKey(rt: Runtime, reading: Reading, wanted: number): Steps<void> {
  const { document, scanner } = reading;
  if (document.at(reading.at) !== 0x22) yield* decodeError(rt, 'Expecting property name enclosed in double quotes', document, wanted);
  const { text, end } = yield* scanString(rt, document, reading.at + 1, scanner.strict);
  let key = reading.keys.get(text);
  if (key === undefined) reading.keys.set(text, (key = rt.newStr(text)));
  reading.open.at(-1)!.key = rt.heap.incref(key);
  reading.at = end;
  reading.skipSpace();
  if (document.at(reading.at) !== 0x3a) yield* decodeError(rt, "Expecting ':' delimiter", document, reading.at);
  reading.at++;
  reading.skipSpace();
}

/** Puts a value, which it takes, into what was begun. */
function* put(rt: Runtime, open: Open, value: Ref): Steps<void> {
  const { heap } = rt;
  if (open.isArray) {
    (itemsOf(rt, open.value) as Ref[]).push(value);
    return;
  }
  const { key } = open;
  open.key = NULL;
  if (open.isPairs) {
    (itemsOf(rt, open.value) as Ref[]).push(newTuple(rt, [key, value]));
    return;
  }
  yield* settle(rt, dictSet(rt, open.value, key, value));
  heap.decref(key);
  heap.decref(value);
}

/** After a value: whether the array or object ends here. Else the next value begins. */
function* isClosed(rt: Runtime, reading: Reading, { isArray }: Open): Steps<boolean> {
  const { document } = reading;
  const closing = isArray ? 0x5d : 0x7d;
  reading.skipSpace();
  if (document.at(reading.at) === closing) return true;
  if (document.at(reading.at) !== 0x2c) yield* decodeError(rt, "Expecting ',' delimiter", document, reading.at);
  const comma = reading.at;
  reading.at++;
  reading.skipSpace();
  if (document.at(reading.at) === closing && jsonOf(rt.profile.version).tellsTrailingCommas) {
    yield* decodeError(rt, `Illegal trailing comma before end of ${isArray ? 'array' : 'object'}`, document, comma);
  }
  if (!isArray) yield* readKey(rt, reading, reading.at);
  return false;
}

/** The value of the innermost array or object, which ends at the reading's place. */
function* close(rt: Runtime, reading: Reading): Steps<Ref> {
  const { value, isArray, isPairs } = reading.open.pop()!;
  const { hooks } = reading.scanner;
  reading.at++;
  const hook = isArray ? hooks.array_hook : isPairs ? hooks.object_pairs_hook : hooks.object_hook;
  return hook === NONE || hook === NULL ? value : yield* callHook(rt, hook, value);
}

/** Mirrors scanner_call(). */
function* callScanner(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const [string, idx] = bind(rt, 'scan_once', 'string, idx', args, keywords);
  const start = toSize(rt, yield* index(rt, idx!));
  const reading = new Reading(scannerOf(rt, self), new Document(string!, strArgument(rt, 'scan_once', 'argument 1', string!)), start);
  try {
    const value = yield* scanValue(rt, reading);
    return newTuple(rt, [value, rt.newInt(reading.at)]);
  } finally {
    for (const open of reading.open) {
      heap.decref(open.value);
      heap.xdecref(open.key);
    }
    for (const key of reading.keys.values()) heap.decref(key);
  }
}

/** Mirrors scanner_new(). */
function* newScanner(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const [context] = bind(rt, 'make_scanner', 'context', args, keywords);
  const scanner = new ScannerObject();
  const self = newInstance(rt, type, scanner);
  try {
    const strict = yield* settle(rt, getAttrText(rt, context!, 'strict'));
    try {
      scanner.strict = yield* truth(rt, strict);
    } finally {
      heap.decref(strict);
    }
    for (const name of members) {
      if (name === 'array_hook' && !jsonOf(rt.profile.version).usesConverters) continue;
      scanner.hooks[name] = yield* settle(rt, getAttrText(rt, context!, name));
    }
    return self;
  } catch (error) {
    heap.decref(self);
    throw error;
  }
}

defineType({
  handle: SCANNER,
  name: 'Scanner',
  module: '_json',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      const { hooks } = payload as ScannerObject;
      for (const name of members) if (hooks[name] !== NULL) visit(hooks[name]);
    },
    clear(payload, released) {
      const { hooks } = payload as ScannerObject;
      for (const name of members) {
        if (hooks[name] !== NULL) released.push(hooks[name]);
        hooks[name] = NULL;
      }
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, newScanner(rt, type, args, keywords)),
    tp_init: () => NULL,
    tp_call: (rt, self, args, keywords) => begin(rt, callScanner(rt, self, args, keywords)),
  },
  attributes: [
    { name: 'strict', member: true, get: (rt, self) => rt.newBool(scannerOf(rt, self).strict) },
    ...members.map((name) => ({
      name,
      member: true,
      get: (rt: Runtime, self: Ref) => rt.heap.incref(scannerOf(rt, self).hooks[name] === NULL ? NONE : scannerOf(rt, self).hooks[name]),
    })),
  ],
});
