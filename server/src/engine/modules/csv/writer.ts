import { TypeFlag } from '../../heap/heap.ts';
import { COMPLEX, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { codePoints } from '../../text/str.ts';
import { csvOf } from '../../versions/csvwords.ts';
import { isStr } from '../../objects/arguments.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { iter, next, str } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { callDialect, dialectOf, Quoting, unpackArguments, UNSET, type Dialect } from './dialect.ts';
import { csvError } from './state.ts';

export const WRITER = moduleTypeHandle();

/** Payload of a writer; both handles are owned. */
class Writer {
  constructor(
    public write: Ref,
    public dialect: Ref,
  ) {}
}

const writerOf = (rt: Runtime, self: Ref): Writer => rt.heap.payload[self] as Writer;

/** A record that is put together. */
class Record {
  text = '';
  fields = 0;
}

/** Mirrors join_append(): `field` null is nothing. */
function append(rt: Runtime, dialect: Dialect, record: Record, field: string | null, isQuoted: boolean): void {
  const { delimiter, escapechar, quotechar, quoting } = dialect;
  const { checksCharacters, readsUnquoted } = csvOf(rt.profile.version);
  let quoted = isQuoted;
  if (readsUnquoted && (field ?? '') === '' && delimiter === 32 && dialect.skipinitialspace) {
    if (quoting === Quoting.NONE || (field === null && (quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL))) {
      csvError(rt, 'empty field must be quoted if delimiter is a space and skipinitialspace is true');
    }
    quoted = true;
  }
  const escape = (): string => (escapechar === UNSET ? csvError(rt, 'need to escape, but no escapechar set') : String.fromCodePoint(escapechar));
  const terminators = new Set(codePoints(dialect.lineterminator));
  const quote = quotechar === UNSET ? '' : String.fromCodePoint(quotechar);
  let text = '';
  for (const c of codePoints(field ?? '')) {
    const isNewline = checksCharacters && (c === 10 || c === 13);
    if (c === delimiter || c === escapechar || c === quotechar || isNewline || terminators.has(c)) {
      if (quoting === Quoting.NONE) text += escape();
      else if (c === quotechar && dialect.doublequote) {
        text += quote;
        quoted = true;
      } else if (c === quotechar || c === escapechar) text += escape();
      else quoted = true;
    }
    text += String.fromCodePoint(c);
  }
  if (record.fields > 0) record.text += String.fromCodePoint(delimiter);
  record.text += quoted ? quote + text + quote : text;
  record.fields++;
}

function isNumber(rt: Runtime, object: Ref): boolean {
  const { nb_index, nb_int, nb_float } = rt.typeOf(object).slots;
  return nb_index !== undefined || nb_int !== undefined || nb_float !== undefined || isInstance(rt, object, COMPLEX);
}

function wantsQuotes(rt: Runtime, quoting: Quoting, field: Ref): boolean {
  switch (quoting) {
    case Quoting.ALL:
      return true;
    case Quoting.NONNUMERIC:
      return !isNumber(rt, field);
    case Quoting.STRINGS:
      return isStr(rt, field);
    case Quoting.NOTNULL:
      return field !== NONE;
    default:
      return false;
  }
}

/** Mirrors csv_writerow(). */
function* writeRow(rt: Runtime, self: Ref, row: Ref): Steps<Ref> {
  const { heap } = rt;
  const dialect = dialectOf(rt, writerOf(rt, self).dialect);
  const { quoting } = dialect;
  const iterator = yield* rowIterator(rt, row);
  const record = new Record();
  let endsWithNone = false;
  try {
    for (;;) {
      const field = yield* settle(rt, next(rt, iterator));
      if (field === NULL) break;
      rt.charge(1, 8);
      endsWithNone = field === NONE;
      try {
        const quoted = wantsQuotes(rt, quoting, field);
        append(rt, dialect, record, field === NONE ? null : isStr(rt, field) ? rt.text(field) : yield* shownField(rt, field), quoted);
      } finally {
        heap.decref(field);
      }
    }
  } finally {
    heap.decref(iterator);
  }
  if (record.fields > 0 && record.text === '') {
    const isNothing = csvOf(rt.profile.version).readsUnquoted && endsWithNone && (quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL);
    if (quoting === Quoting.NONE || isNothing) csvError(rt, 'single empty field record must be quoted');
    record.fields--;
    append(rt, dialect, record, null, true);
  }
  const line = rt.newStr(record.text + dialect.lineterminator);
  try {
    return yield* call(writerOf(rt, self).write, [line]);
  } finally {
    heap.decref(line);
  }
}

function* rowIterator(rt: Runtime, row: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, iter(rt, row));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return csvError(rt, `iterable expected, not ${typeName(rt, row)}`);
  }
}

function* shownField(rt: Runtime, field: Ref): Steps<string> {
  const shown = yield* settle(rt, str(rt, field));
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return text;
}

/** Mirrors csv_writerows(). */
function* writeRows(rt: Runtime, self: Ref, rows: Ref): Steps<Ref> {
  const { heap } = rt;
  const iterator = yield* settle(rt, iter(rt, rows));
  try {
    for (;;) {
      const row = yield* settle(rt, next(rt, iterator));
      if (row === NULL) return NONE;
      try {
        heap.decref(yield* writeRow(rt, self, row));
      } finally {
        heap.decref(row);
      }
    }
  } finally {
    heap.decref(iterator);
  }
}

/** Mirrors csv_writer(). */
function* newWriter(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const { object, dialect: given, values } = unpackArguments(rt, 'writer', args, keywords);
  const write = yield* getAttrOrNull(rt, object, rt.name('write'));
  try {
    if (write === NULL || rt.typeOf(write).slots.tp_call === undefined) raise(rt, TYPE_ERROR, 'argument 1 must have a "write" method');
    const dialect = yield* callDialect(given, values, keywords);
    return heap.allocateTracked(WRITER, new Writer(heap.incref(write), dialect));
  } finally {
    heap.xdecref(write);
  }
}

export const writer: NativeFunction = rawNative('writer', (rt, _module, args, keywords) => begin(rt, newWriter(rt, args, keywords)));

defineType({
  handle: WRITER,
  name: 'writer',
  module: '_csv',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  fromSpec: true,
  layout: {
    traverse(payload, visit) {
      const { dialect, write } = payload as Writer;
      if (dialect !== NULL) visit(dialect);
      if (write !== NULL) visit(write);
    },
    clear(payload, released) {
      const object = payload as Writer;
      for (const name of ['dialect', 'write'] as const) {
        if (object[name] !== NULL) released.push(object[name]);
        object[name] = NULL;
      }
    },
  },
  slots: {},
  methods: [
    suspending('writerow', 'row, /', (rt, self, [row]) => writeRow(rt, self, row!)),
    suspending('writerows', 'rows, /', (rt, self, [rows]) => writeRows(rt, self, rows!)),
  ],
  attributes: [{ name: 'dialect', member: true, get: (rt, self) => rt.heap.incref(writerOf(rt, self).dialect) }],
});
