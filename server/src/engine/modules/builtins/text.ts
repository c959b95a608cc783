import { TypeFlag } from '../../heap/heap.ts';
import { INT, NONE, RUNTIME_ERROR, STR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { intToString } from '../../text/numerals.ts';
import { ascii } from '../../objects/ascii.ts';
import { getAttr, getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { format, repr, str, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { givenArguments } from '../core/keywords.ts';
import type { TextStream } from '../io/textstream.ts';
import { plainStream, writePieces } from '../io/textwrite.ts';

/** What `print` writes between and after its values; NULL for the usual. */
interface Separators {
  readonly separator: Ref;
  readonly end: Ref;
}

const printKeywords = new Set(['sep', 'end', 'file', 'flush']);

/** Mirrors builtin_print_impl(). */
function print(rt: Runtime, args: readonly Ref[], keywords: Ref): Eventual {
  const { positional, named } = givenArguments(rt, args, keywords);
  for (const name of named.keys()) if (!printKeywords.has(name)) raise(rt, TYPE_ERROR, rt.profile.words.unexpectedKeyword('print', name, [...printKeywords]));
  const file = named.get('file') ?? NONE;
  const stream = file === NONE ? standardOutput(rt) : file;
  if (stream === NONE) return NONE;
  const separators = { separator: separatorArgument(rt, 'sep', named.get('sep')), end: separatorArgument(rt, 'end', named.get('end')) };
  const flush = named.get('flush') ?? NULL;
  const native = flush === NULL ? plainStream(rt, stream) : null;
  if (native !== null && printNow(rt, native, positional, separators)) return NONE;
  return begin(rt, printSteps(rt, positional, stream, separators, flush));
}

/** `sys.stdout`, borrowed. */
function standardOutput(rt: Runtime): Ref {
  const stdout = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stdout'));
  if (stdout === NULL) raise(rt, RUNTIME_ERROR, 'lost sys.stdout');
  return stdout;
}

function separatorArgument(rt: Runtime, name: string, value: Ref | undefined): Ref {
  if (value === undefined || value === NONE) return NULL;
  if ((rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `${name} must be None or a string, not ${typeName(rt, value)}`);
  return value;
}

/** Prints strings and ints to a stream of the engine's own; false, with nothing written, if there is anything else. */
function printNow(rt: Runtime, stream: TextStream, values: readonly Ref[], { separator, end }: Separators): boolean {
  const pieces: string[] = [];
  for (let i = 0; i < values.length; i++) {
    if (i > 0) pieces.push(separator === NULL ? ' ' : rt.text(separator));
    const shown = textNow(rt, values[i]!);
    if (shown === null) return false;
    pieces.push(shown);
  }
  pieces.push(end === NULL ? '\n' : rt.text(end));
  return writePieces(rt, stream, pieces);
}

function textNow(rt: Runtime, value: Ref): string | null {
  const { type, payload } = rt.heap;
  if (type[value] === STR) return payload[value] as string;
  if (type[value] === INT && typeof payload[value] === 'number') return intToString(payload[value]);
  return value === NONE ? 'None' : null;
}

function* printSteps(rt: Runtime, values: readonly Ref[], stream: Ref, { separator, end }: Separators, flush: Ref): Steps<Ref> {
  const { heap } = rt;
  heap.incref(stream);
  try {
    for (let i = 0; i < values.length; i++) {
      if (i > 0) yield* writeObject(rt, stream, separator === NULL ? rt.name(' ') : separator);
      yield* writeObject(rt, stream, values[i]!);
    }
    yield* writeObject(rt, stream, end === NULL ? rt.name('\n') : end);
    if (flush === NULL || !(yield* truth(rt, flush))) return NONE;
    const method = yield* settle(rt, getAttr(rt, stream, rt.name('flush')));
    try {
      heap.decref(yield* call(method, []));
    } finally {
      heap.decref(method);
    }
    return NONE;
  } finally {
    heap.decref(stream);
  }
}

/** Mirrors PyFile_WriteObject(): `write` is fetched before the value is turned to text. */
export function* writeObject(rt: Runtime, file: Ref, value: Ref): Steps<void> {
  const { heap } = rt;
  const method = yield* settle(rt, getAttr(rt, file, rt.name('write')));
  try {
    const text = yield* settle(rt, str(rt, value));
    try {
      heap.decref(yield* call(method, [text]));
    } finally {
      heap.decref(text);
    }
  } finally {
    heap.decref(method);
  }
}

export const textFunctions: readonly NativeFunction[] = [
  native('repr', 'obj, /', (rt, _module, [object]) => repr(rt, object!)),
  suspending('ascii', 'obj, /', (rt, _module, [object]) => ascii(rt, object!)),
  native('format', 'value, format_spec=, /', (rt, _module, [value, spec]) => {
    if (spec === NULL) return format(rt, value!, '');
    if ((rt.typeOf(spec!).flags & TypeFlag.STR_SUBCLASS) === 0) {
      raise(rt, TYPE_ERROR, `format() argument 2 must be str, not ${spec === NONE ? 'None' : typeName(rt, spec!)}`);
    }
    return format(rt, value!, rt.text(spec!));
  }),
  rawNative('print', (rt, _module, args, keywords) => print(rt, args, keywords)),
];
