import { TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import * as bytes from '../text/bytes.ts';
import { searchRange } from '../text/slice.ts';
import { isTuple, withBounds, withIndex } from './arguments.ts';
import { bytesLike, bytesLikeNow } from './bytes-like.ts';
import type { ByteKind } from './bytes-kind.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import type { NativeFunction } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { searchMethod } from './search-method.ts';
import { chargeScan } from './text-results.ts';

type Search<T> = (value: Uint8Array, sub: Uint8Array, start?: number, end?: number) => T;

/** What is looked for: one byte given as an int, or the bytes of an object (parse_args_finds_byte). */
function withSought(rt: Runtime, object: Ref, refusal: (type: string) => string, body: (sought: Uint8Array) => Eventual): Eventual {
  const own = bytesLikeNow(rt, object);
  if (own !== undefined) return body(own);
  if (rt.typeOf(object).slots.nb_index === undefined) raise(rt, TYPE_ERROR, refusal(typeName(rt, object)));
  return withIndex(rt, object, (value) => {
    if (value < 0 || value > 255) raise(rt, VALUE_ERROR, 'byte must be in range(0, 256)');
    return body(Uint8Array.of(Number(value)));
  });
}

export function contains(rt: Runtime, value: () => Uint8Array, item: Ref): Eventual {
  return withSought(
    rt,
    item,
    (type) => `a bytes-like object is required, not '${type}'`,
    (sought) => {
      chargeScan(rt, value().length);
      return rt.newBool(bytes.contains(value(), sought));
    },
  );
}

const notSought = (type: string): string => `argument should be integer or bytes-like object, not '${type}'`;

/** Methods that look for some bytes. */
export function byteSearchMethods(kind: ByteKind): readonly NativeFunction[] {
  const finding = (name: string, search: Search<number>, mustFind = false): NativeFunction =>
    searchMethod(name, 'sub', (rt, self, args) =>
      withBounds(rt, args[1]!, args[2]!, (start, end) =>
        withSought(rt, args[0]!, notSought, (sought) => {
          const value = kind.bytesOf(rt, self);
          chargeScan(rt, value.length);
          const range = searchRange(start, end, value.length);
          const at = search(value, sought, range.start, range.end);
          if (mustFind && at < 0) raise(rt, VALUE_ERROR, 'subsection not found');
          return rt.newInt(at);
        }),
      ),
    );

  const affix = (name: string, search: Search<boolean>, parameter: string): NativeFunction =>
    searchMethod(name, parameter, (rt, self, args) => {
      const sub = args[0]!;
      return withBounds(rt, args[1]!, args[2]!, (first, last) => {
        const value = kind.bytesOf(rt, self);
        chargeScan(rt, value.length);
        const { start, end } = searchRange(first, last, value.length);
        if (isTuple(rt, sub)) return rt.newBool(itemsOf(rt, sub).some((item) => search(value, bytesLike(rt, item), start, end)));
        const sought = bytesLikeNow(rt, sub);
        if (sought === undefined) raise(rt, TYPE_ERROR, `${name} first arg must be bytes or a tuple of bytes, not ${typeName(rt, sub)}`);
        return rt.newBool(search(value, sought, start, end));
      });
    });

  return [
    finding('find', bytes.find),
    finding('rfind', bytes.rfind),
    finding('index', bytes.find, true),
    finding('rindex', bytes.rfind, true),
    finding('count', bytes.count),
    affix('startswith', bytes.startswith, 'prefix'),
    affix('endswith', bytes.endswith, 'suffix'),
  ];
}
