import { TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { searchRange } from '../text/slice.ts';
import * as text from '../text/str.ts';
import { isStr, isTuple, plainText, profileOf, textArgument, withBounds } from './arguments.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import type { NativeFunction } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { searchMethod } from './search-method.ts';
import { chargeScan } from './text-results.ts';

type Search<T> = (value: string, sub: string, start?: number, end?: number) => T;

const finding = (name: string, search: Search<number>, mustFind = false): NativeFunction =>
  searchMethod(name, 'sub', (rt, self, args) => {
    const [sub, start, end] = args;
    if (profileOf(rt).searchesNameTheirArgument) textArgument(rt, name, 'argument 1', sub!);
    return bounded(rt, self, start!, end!, (value, first, last) => {
      const at = search(value, plainText(rt, sub!), first, last);
      if (mustFind && at < 0) raise(rt, VALUE_ERROR, 'substring not found');
      return rt.newInt(at);
    });
  });

/** Runs a search with the bounds given as arguments. */
function bounded(rt: Runtime, self: Ref, start: Ref, end: Ref, body: (value: string, start?: number, end?: number) => Ref): Eventual {
  const value = rt.text(self);
  chargeScan(rt, value.length);
  if (start === NULL && end === NULL) return body(value);
  return withBounds(rt, start, end, (first, last) => {
    const range = searchRange(first, last, text.length(value));
    return body(value, range.start, range.end);
  });
}

/** `startswith` and `endswith`: of one text, or of any in a tuple. */
const affix = (name: string, search: Search<boolean>, parameter: string): NativeFunction =>
  searchMethod(name, parameter, (rt, self, args) => {
    const [sub, start, end] = args;
    return bounded(rt, self, start!, end!, (value, first, last) => {
      if (isTuple(rt, sub!)) {
        return rt.newBool(
          itemsOf(rt, sub!).some((item) => {
            if (!isStr(rt, item)) raise(rt, TYPE_ERROR, `tuple for ${name} must only contain str, not ${typeName(rt, item)}`);
            return search(value, rt.text(item), first, last);
          }),
        );
      }
      if (!isStr(rt, sub!)) raise(rt, TYPE_ERROR, `${name} first arg must be str or a tuple of str, not ${typeName(rt, sub!)}`);
      return rt.newBool(search(value, rt.text(sub!), first, last));
    });
  });

/** Methods of str that look for another str. */
export const searchMethods: readonly NativeFunction[] = [
  finding('find', text.find),
  finding('rfind', text.rfind),
  finding('index', text.find, true),
  finding('rindex', text.rfind, true),
  finding('count', text.count),
  affix('startswith', text.startswith, 'prefix'),
  affix('endswith', text.endswith, 'suffix'),
];
