import { INT, KEY_ERROR, NONE, OVERFLOW_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Int } from '../../text/integer.ts';
import { csvOf } from '../../versions/csvwords.ts';
import { isStr } from '../../objects/arguments.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { newList, tableOf } from '../../objects/core/make.ts';
import { native, rawNative, suspending } from '../../objects/core/native.ts';
import { delItem, setItem } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { defineModule } from '../core/define.ts';
import { callDialect, DIALECT, Quoting, registered, unpackArguments } from './dialect.ts';
import { READER, reader } from './reader.ts';
import { CSV_ERROR, csvError, csvState } from './state.ts';
import { WRITER, writer } from './writer.ts';

/** Mirrors csv_register_dialect(). */
function* register(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { object: name, dialect: given, values } = unpackArguments(rt, 'register_dialect', args, keywords);
  if (!isStr(rt, name)) raise(rt, TYPE_ERROR, 'dialect name must be a string');
  const dialect = yield* callDialect(given, values, keywords);
  try {
    yield* settle(rt, setItem(rt, csvState(rt).dialects, name, dialect));
    return NONE;
  } finally {
    rt.heap.decref(dialect);
  }
}

/** Mirrors csv_unregister_dialect(). */
function* unregister(rt: Runtime, name: Ref): Steps<Ref> {
  try {
    yield* settle(rt, delItem(rt, csvState(rt).dialects, name));
    return NONE;
  } catch (error) {
    const exception = caught(rt, error);
    if (!csvOf(rt.profile.version).unregisterHidesErrors && !matches(rt, exception, KEY_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return csvError(rt, 'unknown dialect');
  }
}

/** Mirrors csv_field_size_limit(). */
function fieldSizeLimit(rt: Runtime, limit: Ref): Ref {
  const state = csvState(rt);
  const old = state.fieldLimit;
  if (limit !== NULL) {
    if (rt.heap.type[limit] !== INT) raise(rt, TYPE_ERROR, 'limit must be an integer');
    const value = rt.heap.payload[limit] as Int;
    if (value >= 2n ** 63n || value < -(2n ** 63n)) raise(rt, OVERFLOW_ERROR, `Python int too large to convert to C ${csvOf(rt.profile.version).limitType}`);
    state.fieldLimit = Number(value);
  }
  return rt.newInt(old);
}

const styles = { QUOTE_MINIMAL: Quoting.MINIMAL, QUOTE_ALL: Quoting.ALL, QUOTE_NONNUMERIC: Quoting.NONNUMERIC, QUOTE_NONE: Quoting.NONE, QUOTE_STRINGS: Quoting.STRINGS, QUOTE_NOTNULL: Quoting.NOTNULL };

defineModule({
  name: '_csv',
  functions: [
    reader,
    writer,
    rawNative('register_dialect', (rt, _module, args, keywords) => begin(rt, register(rt, args, keywords))),
    suspending('unregister_dialect', 'name, /', (rt, _module, [name]) => unregister(rt, name!)),
    suspending('get_dialect', 'name, /', (rt, _module, [name]) => registered(rt, name!)),
    native('list_dialects', '', (rt) => newList(rt, tableOf(rt, csvState(rt).dialects).keys.filter((key) => key !== NULL).map((key) => rt.heap.incref(key)))),
    native('field_size_limit', 'new_limit=<unrepresentable>', (rt, _module, [limit]) => fieldSizeLimit(rt, limit!)),
  ],
  types: [DIALECT],
  init: (rt, put) => {
    put('Reader', rt.heap.incref(READER));
    put('Writer', rt.heap.incref(WRITER));
    put('Error', rt.heap.incref(CSV_ERROR));
    put('__version__', rt.newStr('1.0'));
    put('_dialects', rt.heap.incref(csvState(rt).dialects));
    for (const [name, style] of Object.entries(styles)) put(name, rt.newInt(style));
  },
});
