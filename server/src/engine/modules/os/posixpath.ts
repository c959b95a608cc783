import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { defineModule } from '../core/define.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import * as path from './path.ts';

/** The text of a path argument; bytes and objects with `__fspath__` are not modelled. */
function textOf(rt: Runtime, object: Ref): string {
  const { flags } = rt.typeOf(object);
  if ((flags & TypeFlag.STR_SUBCLASS) !== 0) return rt.text(object);
  if ((flags & TypeFlag.HEAP) !== 0 || (flags & TypeFlag.BYTES_SUBCLASS) !== 0) unsupported('os.path with a path that is no str');
  raise(rt, TYPE_ERROR, `expected str, bytes or os.PathLike object, not ${typeName(rt, object)}`);
}

const ofPath = (name: string, f: (rt: Runtime, text: string) => Ref): NativeFunction =>
  native(name, name === 'isabs' || name === 'basename' || name === 'dirname' ? 's' : 'p', (rt, _module, [p]) => f(rt, textOf(rt, p!)));

const pair = (rt: Runtime, texts: readonly string[]): Ref =>
  newTuple(
    rt,
    texts.map((text) => rt.newStr(text)),
  );

const functions: readonly NativeFunction[] = [
  ofPath('basename', (rt, text) => rt.newStr(path.split(text)[1])),
  ofPath('dirname', (rt, text) => rt.newStr(path.split(text)[0])),
  ofPath('split', (rt, text) => pair(rt, path.split(text))),
  ofPath('splitext', (rt, text) => pair(rt, path.splitext(text))),
  ofPath('isabs', (rt, text) => rt.newBool(path.isabs(text))),
  native('normpath', 'path', (rt, _module, [p]) => rt.newStr(path.normpath(textOf(rt, p!)))),
  native('abspath', 'path', (rt, _module, [p]) => {
    const text = textOf(rt, p!);
    return path.isabs(text) ? rt.newStr(path.normpath(text)) : unsupported('os.path.abspath of a relative path');
  }),
  native('join', 'a, *p', (rt, _module, [first, rest]) => rt.newStr(path.join(textOf(rt, first!), ...itemsOf(rt, rest!).map((part) => textOf(rt, part))))),
];

defineModule({
  name: 'posixpath',
  origin: 'frozen',
  functions,
  init: (rt, put) => {
    const texts = { curdir: '.', pardir: '..', extsep: '.', sep: '/', pathsep: ':', defpath: '/bin:/usr/bin', devnull: '/dev/null' };
    for (const [name, text] of Object.entries(texts)) put(name, rt.newStr(text));
    put('altsep', NONE);
    put('supports_unicode_filenames', rt.newBool(false));
  },
});
