import { BYTES, LIST, NONE, TUPLE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import * as bytes from '../text/bytes.ts';
import { profileOf, withCInt, withSize } from './arguments.ts';
import type { ByteKind } from './bytes-kind.ts';
import { bytesLike, bytesLikeNow } from './bytes-like.ts';
import { raise, textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf, newList, newTuple } from './core/make.ts';
import { type NativeFunction, native, rawNative } from './core/native.ts';
import { truth, truthNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { sequenceItems } from './str-split.ts';
import { chargeScan, chargeText } from './text-results.ts';

/** Methods that take bytes apart, put them together or cut something off. */
export function byteSplitMethods(kind: ByteKind): readonly NativeFunction[] {
  const list = (rt: Runtime, parts: readonly Uint8Array[]): Ref => {
    rt.charge(parts.length >> 2, parts.length * 64);
    return newList(rt, parts.map((part) => kind.make(rt, part)));
  };

  const splitting = (name: string, split: (value: Uint8Array, separator: Uint8Array | null, maxsplit: number) => Uint8Array[]): NativeFunction =>
    native(name, 'sep=None, maxsplit=-1', (rt, self, args) => {
      const [separator, limit] = args;
      const body = (maxsplit: number): Ref => {
        const sought = separator === NULL || separator === NONE ? null : bytesLike(rt, separator!);
        const value = kind.bytesOf(rt, self);
        chargeText(rt, value.length);
        const parts = textErrors(rt, () => split(value, sought, maxsplit));
        return parts.length === 1 ? newList(rt, [kind.unchangedOr(rt, self, parts[0]!)]) : list(rt, parts);
      };
      return limit === NULL ? body(-1) : withSize(rt, limit!, body);
    });

  const partitioning = (name: string, partition: (value: Uint8Array, separator: Uint8Array) => Uint8Array[]): NativeFunction =>
    native(name, 'sep, /', (rt, self, args) => {
      const separator = bytesLike(rt, args[0]!);
      const value = kind.bytesOf(rt, self);
      chargeText(rt, value.length);
      const parts = textErrors(rt, () => partition(value, separator));
      return newTuple(
        rt,
        parts.map((part, i) => (i === 1 && part.length !== 0 ? kind.separator(rt, args[0]!) : kind.unchangedOr(rt, self, part))),
      );
    });

  const stripping = (name: string, strip: (value: Uint8Array, chars: Uint8Array | null) => Uint8Array): NativeFunction =>
    native(name, 'bytes=None, /', (rt, self, args) => {
      const chars = args[0] === NULL || args[0] === NONE ? null : bytesLike(rt, args[0]!);
      return kind.unchangedOr(rt, self, strip(kind.bytesOf(rt, self), chars));
    });

  const removing = (name: string, parameter: string, remove: (value: Uint8Array, affix: Uint8Array) => Uint8Array): NativeFunction =>
    native(name, `${parameter}, /`, (rt, self, args) => kind.unchangedOr(rt, self, remove(kind.bytesOf(rt, self), bytesLike(rt, args[0]!))));

  function splitlines(rt: Runtime, self: Ref, args: readonly Ref[]): Eventual {
    const body = (keep: boolean): Ref => list(rt, bytes.splitlines(kind.bytesOf(rt, self), keep));
    const keepends = args[0]!;
    if (keepends === NULL) return body(false);
    if (!profileOf(rt).keependsIsTruth) return withCInt(rt, keepends, (value) => body(value !== 0));
    const known = truthNow(rt, keepends);
    return known !== undefined ? body(known) : begin(rt, truthThen(rt, keepends, body));
  }

  function replace(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
    const signature = profileOf(rt).bytesReplaceCountByKeyword ? 'old, new, /, count=-1' : 'old, new, count=-1, /';
    const [old, replacement, count] = bind(rt, `${kind.name}.replace`, signature, args, keywords);
    const sought = bytesLike(rt, old!);
    const put = bytesLike(rt, replacement!);
    const body = (limit: number): Ref => {
      const value = kind.bytesOf(rt, self);
      chargeText(rt, bytes.replaceSize(value, sought, put, limit));
      return kind.unchangedOr(rt, self, bytes.replace(value, sought, put, limit));
    };
    return count === NULL ? body(-1) : withSize(rt, count!, body);
  }

  function join(rt: Runtime, self: Ref, args: readonly Ref[]): Eventual {
    const type = rt.heap.type[args[0]!];
    if (type === LIST || type === TUPLE) return joinItems(rt, self, itemsOf(rt, args[0]!));
    return begin(rt, joinIterable(rt, self, args[0]!));
  }

  function* joinIterable(rt: Runtime, self: Ref, iterable: Ref): Steps<Ref> {
    const items = yield* sequenceItems(rt, iterable);
    try {
      return joinItems(rt, self, items);
    } finally {
      for (let i = items.length - 1; i >= 0; i--) rt.heap.decref(items[i]!);
    }
  }

  function joinItems(rt: Runtime, self: Ref, items: readonly Ref[]): Ref {
    if (kind.name === 'bytes' && items.length === 1 && rt.heap.type[items[0]!] === BYTES) return rt.heap.incref(items[0]!);
    const separator = kind.bytesOf(rt, self);
    const parts: Uint8Array[] = [];
    let size = 0;
    for (const [i, item] of items.entries()) {
      const part = bytesLikeNow(rt, item);
      if (part === undefined) raise(rt, TYPE_ERROR, `sequence item ${i}: expected a bytes-like object, ${typeName(rt, item)} found`);
      if (i > 0) parts.push(separator);
      parts.push(part);
      size += part.length + separator.length;
    }
    chargeText(rt, size);
    chargeScan(rt, items.length * 16);
    return kind.make(rt, bytes.concat(...parts));
  }

  return [
    splitting('split', bytes.split),
    splitting('rsplit', bytes.rsplit),
    native('splitlines', 'keepends=False', splitlines),
    partitioning('partition', bytes.partition),
    partitioning('rpartition', bytes.rpartition),
    native('join', 'iterable_of_bytes, /', join),
    rawNative('replace', replace),
    stripping('strip', bytes.strip),
    stripping('lstrip', bytes.lstrip),
    stripping('rstrip', bytes.rstrip),
    removing('removeprefix', 'prefix', bytes.removeprefix),
    removing('removesuffix', 'suffix', bytes.removesuffix),
  ];
}

function* truthThen(rt: Runtime, object: Ref, body: (value: boolean) => Ref): Steps<Ref> {
  return body(yield* truth(rt, object));
}
