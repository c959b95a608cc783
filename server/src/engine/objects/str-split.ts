import { LIST, NONE, STR, TUPLE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import * as text from '../text/str.ts';
import { isStr, plainText, profileOf, textArgument, withCInt, withSize } from './arguments.ts';
import { caught, matches, raise, rethrow, textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import { type NativeFunction, native, rawNative } from './core/native.ts';
import { collect, iter, truth, truthNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { chargeScan, chargeText, newStrList, partitionResult, splitResult, unchangedOr } from './text-results.ts';

const splitting = (name: string, split: (value: string, separator: string | null, maxsplit: number) => string[]): NativeFunction =>
  native(name, 'sep=None, maxsplit=-1', (rt, self, args) => {
    const [separator, limit] = args;
    const body = (maxsplit: number): Ref => {
      const none = separator === NULL || separator === NONE;
      if (!none && !isStr(rt, separator!)) raise(rt, TYPE_ERROR, `must be str or None, not ${typeName(rt, separator!)}`);
      const value = rt.text(self);
      chargeText(rt, value.length);
      return splitResult(rt, self, textErrors(rt, () => split(value, none ? null : rt.text(separator!), maxsplit)));
    };
    return limit === NULL ? body(-1) : withSize(rt, limit!, body);
  });

const partitioning = (name: string, partition: (value: string, separator: string) => string[]): NativeFunction =>
  native(name, 'sep, /', (rt, self, args) => {
    const separator = plainText(rt, args[0]!);
    const value = rt.text(self);
    chargeText(rt, value.length);
    return partitionResult(rt, self, args[0]!, textErrors(rt, () => partition(value, separator)));
  });

const stripping = (name: string, strip: (value: string, chars: string | null) => string): NativeFunction =>
  native(name, 'chars=None, /', (rt, self, args) => {
    const chars = args[0]!;
    const none = chars === NULL || chars === NONE;
    if (!none && !isStr(rt, chars)) raise(rt, TYPE_ERROR, `${name} arg must be None or str`);
    const value = rt.text(self);
    chargeText(rt, value.length);
    return unchangedOr(rt, self, strip(value, none ? null : rt.text(chars)));
  });

const removing = (name: string, parameter: string, remove: (value: string, affix: string) => string): NativeFunction =>
  native(name, `${parameter}, /`, (rt, self, args) =>
    unchangedOr(rt, self, remove(rt.text(self), textArgument(rt, name, 'argument', args[0]!))),
  );

function splitlines(rt: Runtime, self: Ref, args: readonly Ref[]): Eventual {
  const keepends = args[0]!;
  const body = (keep: boolean): Ref => {
    const value = rt.text(self);
    chargeText(rt, value.length);
    const lines = text.splitlines(value, keep);
    return lines.length === 1 ? splitResult(rt, self, lines) : newStrList(rt, lines);
  };
  if (keepends === NULL) return body(false);
  if (!profileOf(rt).keependsIsTruth) return withCInt(rt, keepends, (value) => body(value !== 0));
  const known = truthNow(rt, keepends);
  return known !== undefined ? body(known) : begin(rt, truthThen(rt, keepends, body));
}

function* truthThen(rt: Runtime, object: Ref, body: (value: boolean) => Ref): Steps<Ref> {
  return body(yield* truth(rt, object));
}

function replace(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const byKeyword = profileOf(rt).replaceCountByKeyword;
  const [old, replacement, count] = bind(rt, 'str.replace', byKeyword ? 'old, new, /, count=-1' : 'old, new, count=-1, /', args, keywords);
  const sought = textArgument(rt, 'replace', 'argument 1', old!);
  const put = textArgument(rt, 'replace', 'argument 2', replacement!);
  const body = (limit: number): Ref => {
    const value = rt.text(self);
    chargeText(rt, text.replaceSize(value, sought, put, limit));
    return unchangedOr(rt, self, text.replace(value, sought, put, limit));
  };
  return count === NULL ? body(-1) : withSize(rt, count!, body);
}

/** Mirrors PyUnicode_Join(). */
export function join(rt: Runtime, separator: Ref, iterable: Ref): Eventual {
  const type = rt.heap.type[iterable];
  if (type === LIST || type === TUPLE) return joinItems(rt, rt.text(separator), itemsOf(rt, iterable));
  return begin(rt, joinIterable(rt, separator, iterable));
}

function* joinIterable(rt: Runtime, separator: Ref, iterable: Ref): Steps<Ref> {
  const items = yield* sequenceItems(rt, iterable);
  try {
    return joinItems(rt, rt.text(separator), items);
  } finally {
    for (let i = items.length - 1; i >= 0; i--) rt.heap.decref(items[i]!);
  }
}

/** The items of what a `join` is to join, owned (PySequence_Fast). */
export function* sequenceItems(rt: Runtime, iterable: Ref): Steps<Ref[]> {
  const type = rt.heap.type[iterable];
  if (type === LIST || type === TUPLE) return yield* collect(rt, iterable);
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, iterable));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    raise(rt, TYPE_ERROR, 'can only join an iterable');
  }
  try {
    return yield* collect(rt, iterator);
  } finally {
    rt.heap.decref(iterator);
  }
}

function joinItems(rt: Runtime, separator: string, items: readonly Ref[]): Ref {
  const { heap } = rt;
  if (items.length === 1 && heap.type[items[0]!] === STR) return heap.incref(items[0]!);
  let size = separator.length * Math.max(0, items.length - 1);
  const texts = items.map((item, i) => {
    if (heap.type[item] !== STR && !isStr(rt, item)) {
      raise(rt, TYPE_ERROR, `sequence item ${i}: expected str instance, ${typeName(rt, item)} found`);
    }
    const value = heap.payload[item] as string;
    size += value.length;
    return value;
  });
  chargeText(rt, size);
  chargeScan(rt, items.length * 16);
  return rt.newStr(texts.join(separator));
}

/** Methods of str that take it apart, put it together or cut something off. */
export const splitMethods: readonly NativeFunction[] = [
  splitting('split', text.split),
  splitting('rsplit', text.rsplit),
  native('splitlines', 'keepends=False', splitlines),
  partitioning('partition', text.partition),
  partitioning('rpartition', text.rpartition),
  native('join', 'iterable, /', (rt, self, args) => join(rt, self, args[0]!)),
  rawNative('replace', replace),
  stripping('strip', text.strip),
  stripping('lstrip', text.lstrip),
  stripping('rstrip', text.rstrip),
  removing('removeprefix', 'prefix', text.removeprefix),
  removing('removesuffix', 'suffix', text.removesuffix),
];
