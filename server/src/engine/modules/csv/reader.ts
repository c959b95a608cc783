import { TypeFlag } from '../../heap/heap.ts';
import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { parseFloat } from '../../text/numerals.ts';
import { codePoints } from '../../text/str.ts';
import { csvOf } from '../../versions/csvwords.ts';
import { isStr } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { textErrors } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newList } from '../../objects/core/make.ts';
import { rawNative, type NativeFunction } from '../../objects/core/native.ts';
import { iter, next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { callDialect, dialectOf, Quoting, unpackArguments, type Dialect } from './dialect.ts';
import { csvError, csvState } from './state.ts';

export const READER = moduleTypeHandle();

const enum State {
  START_RECORD,
  START_FIELD,
  ESCAPED_CHAR,
  IN_FIELD,
  IN_QUOTED_FIELD,
  ESCAPE_IN_QUOTED_FIELD,
  QUOTE_IN_QUOTED_FIELD,
  EAT_CRNL,
  AFTER_ESCAPED_CRNL,
}

/** The end of a line that has no character for it. */
const END = -2;
const isEnd = (c: number): boolean => c === 10 || c === 13 || c === END;

/** Payload of a reader; all handles are owned. */
class Reader {
  fields: Ref;
  field: number[] = [];
  state: State = State.START_RECORD;
  isUnquoted = true;
  lines = 0;
  constructor(
    public input: Ref,
    public dialect: Ref,
    fields: Ref,
  ) {
    this.fields = fields;
  }
}

const readerOf = (rt: Runtime, self: Ref): Reader => rt.heap.payload[self] as Reader;

/** Mirrors parse_save_field(). */
function saveField(rt: Runtime, reader: Reader, { quoting }: Dialect): void {
  const { field, isUnquoted } = reader;
  const { readsUnquoted } = csvOf(rt.profile.version);
  reader.field = [];
  reader.isUnquoted = readsUnquoted;
  const isNothing = isUnquoted && field.length === 0 && readsUnquoted && (quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL);
  const isNumber = isUnquoted && field.length > 0 && (quoting === Quoting.NONNUMERIC || (readsUnquoted && quoting === Quoting.STRINGS));
  const text = field.map((point) => String.fromCodePoint(point)).join('');
  const value = isNothing ? NONE : isNumber ? rt.newFloat(textErrors(rt, () => parseFloat(text))) : rt.newStr(text);
  (rt.heap.payload[reader.fields] as Ref[]).push(value);
}

function addCharacter(rt: Runtime, reader: Reader, c: number, state: State): void {
  const { fieldLimit } = csvState(rt);
  if (reader.field.length >= fieldLimit) csvError(rt, `field larger than field limit (${fieldLimit})`);
  reader.field.push(c);
  reader.state = state;
}

function endField(rt: Runtime, reader: Reader, dialect: Dialect, state: State): void {
  saveField(rt, reader, dialect);
  reader.state = state;
}

const endRecord = (rt: Runtime, reader: Reader, dialect: Dialect, c: number): void => endField(rt, reader, dialect, c === END ? State.START_RECORD : State.EAT_CRNL);

/** Mirrors parse_process_char(). */
function process(rt: Runtime, reader: Reader, dialect: Dialect, c: number): void {
  switch (reader.state) {
    case State.START_RECORD:
      if (c === END) return;
      if (isEnd(c)) reader.state = State.EAT_CRNL;
      else startField(rt, reader, dialect, c);
      return;
    case State.START_FIELD:
      startField(rt, reader, dialect, c);
      return;
    case State.ESCAPED_CHAR:
      addCharacter(rt, reader, c === END ? 10 : c, c === 10 || c === 13 ? State.AFTER_ESCAPED_CRNL : State.IN_FIELD);
      return;
    case State.AFTER_ESCAPED_CRNL:
      if (c !== END) goOn(rt, reader, dialect, c);
      return;
    case State.IN_FIELD:
      goOn(rt, reader, dialect, c);
      return;
    case State.IN_QUOTED_FIELD:
      if (c === END) return;
      if (c === dialect.escapechar) reader.state = State.ESCAPE_IN_QUOTED_FIELD;
      else if (isQuote(dialect, c)) reader.state = dialect.doublequote ? State.QUOTE_IN_QUOTED_FIELD : State.IN_FIELD;
      else addCharacter(rt, reader, c, State.IN_QUOTED_FIELD);
      return;
    case State.ESCAPE_IN_QUOTED_FIELD:
      addCharacter(rt, reader, c === END ? 10 : c, State.IN_QUOTED_FIELD);
      return;
    case State.QUOTE_IN_QUOTED_FIELD:
      if (isQuote(dialect, c)) addCharacter(rt, reader, c, State.IN_QUOTED_FIELD);
      else if (c === dialect.delimiter) endField(rt, reader, dialect, State.START_FIELD);
      else if (isEnd(c)) endRecord(rt, reader, dialect, c);
      else if (dialect.strict) csvError(rt, `'${String.fromCodePoint(dialect.delimiter)}' expected after '${String.fromCodePoint(dialect.quotechar)}'`);
      else addCharacter(rt, reader, c, State.IN_FIELD);
      return;
    case State.EAT_CRNL:
      if (c === END) reader.state = State.START_RECORD;
      else if (!isEnd(c)) csvError(rt, csvOf(rt.profile.version).newlineInField);
  }
}

const isQuote = ({ quotechar, quoting }: Dialect, c: number): boolean => c === quotechar && quoting !== Quoting.NONE;

/** Before the first character of a field. */
function startField(rt: Runtime, reader: Reader, dialect: Dialect, c: number): void {
  reader.state = State.START_FIELD;
  if (isEnd(c)) endRecord(rt, reader, dialect, c);
  else if (isQuote(dialect, c)) {
    reader.isUnquoted = false;
    reader.state = State.IN_QUOTED_FIELD;
  } else if (c === dialect.escapechar) reader.state = State.ESCAPED_CHAR;
  else if (c === 32 && dialect.skipinitialspace) return;
  else if (c === dialect.delimiter) saveField(rt, reader, dialect);
  else {
    reader.isUnquoted = true;
    addCharacter(rt, reader, c, State.IN_FIELD);
  }
}

/** Within a field without quotes, or behind those. */
function goOn(rt: Runtime, reader: Reader, dialect: Dialect, c: number): void {
  if (isEnd(c)) endRecord(rt, reader, dialect, c);
  else if (c === dialect.escapechar) reader.state = State.ESCAPED_CHAR;
  else if (c === dialect.delimiter) endField(rt, reader, dialect, State.START_FIELD);
  else addCharacter(rt, reader, c, State.IN_FIELD);
}

/** Mirrors parse_reset(). */
function reset(rt: Runtime, reader: Reader): void {
  const old = reader.fields;
  reader.fields = newList(rt, []);
  rt.heap.xdecref(old);
  reader.field = [];
  reader.state = State.START_RECORD;
  reader.isUnquoted = csvOf(rt.profile.version).readsUnquoted;
}

/** Mirrors Reader_iternext(). */
function* readRecord(rt: Runtime, self: Ref): Steps<Ref> {
  const reader = readerOf(rt, self);
  reset(rt, reader);
  const dialect = dialectOf(rt, reader.dialect);
  do {
    const line = yield* settle(rt, next(rt, reader.input));
    if (line === NULL) {
      if (reader.field.length === 0 && reader.state !== State.IN_QUOTED_FIELD) return NULL;
      if (dialect.strict) csvError(rt, 'unexpected end of data');
      saveField(rt, reader, dialect);
      break;
    }
    try {
      if (!isStr(rt, line)) csvError(rt, `iterator should return strings, not ${typeName(rt, line)} (the file should be opened in text mode)`);
      reader.lines++;
      const characters = codePoints(rt.text(line));
      rt.charge(characters.length >> 3, characters.length);
      for (const c of characters) process(rt, reader, dialect, c);
    } finally {
      rt.heap.decref(line);
    }
    process(rt, reader, dialect, END);
  } while (reader.state !== State.START_RECORD);
  const { fields } = reader;
  reader.fields = NULL;
  return fields;
}

/** Mirrors csv_reader(). */
function* newReader(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const fields = newList(rt, []);
  let input = NULL;
  try {
    const { object, dialect: given, values } = unpackArguments(rt, 'reader', args, keywords);
    input = yield* settle(rt, iter(rt, object));
    const dialect = yield* callDialect(given, values, keywords);
    return heap.allocateTracked(READER, new Reader(heap.incref(input), dialect, heap.incref(fields)));
  } finally {
    heap.xdecref(input);
    heap.decref(fields);
  }
}

export const reader: NativeFunction = rawNative('reader', (rt, _module, args, keywords) => begin(rt, newReader(rt, args, keywords)));

defineType({
  handle: READER,
  name: 'reader',
  module: '_csv',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  fromSpec: true,
  layout: {
    traverse(payload, visit) {
      const { dialect, input, fields } = payload as Reader;
      for (const ref of [dialect, input, fields]) if (ref !== NULL) visit(ref);
    },
    clear(payload, released) {
      const object = payload as Reader;
      for (const name of ['dialect', 'input', 'fields'] as const) {
        if (object[name] !== NULL) released.push(object[name]);
        object[name] = NULL;
      }
    },
  },
  slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: (rt, self) => begin(rt, readRecord(rt, self)) },
  attributes: [
    { name: 'dialect', member: true, get: (rt, self) => rt.heap.incref(readerOf(rt, self).dialect) },
    { name: 'line_num', member: true, get: (rt, self) => rt.newInt(readerOf(rt, self).lines) },
  ],
});
