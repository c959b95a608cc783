import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newTuple } from '../../objects/core/make.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';
import { fileText, fspath, nameLike } from './paths.ts';

/** The root of a path: what drive and root of `_path_splitroot_ex` are on Unix. Two leading slashes are a root of their own. */
const rootOf = (path: string): string => (/^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : '');

/** Mirrors _Py_normpath(): pure text, no file is looked at. */
export function normalise(path: string): string {
  const root = rootOf(path);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && parts.length === 0) || parts[parts.length - 1] === '..') parts.push(part);
    else parts.pop();
  }
  return root + parts.join('/') || '.';
}

/** A path of `os.path`: str, bytes or PathLike, which may hold null characters. */
const ofText = (name: string, work: (rt: Runtime, text: string, like: { readonly isBytes: boolean }) => Ref): NativeFunction =>
  suspending(name, 'path', function* (rt, _module, [path]): Steps<Ref> {
    const object = yield* fspath(rt, path!);
    try {
      return work(rt, fileText(rt, object), { isBytes: isBytes(rt, object) });
    } finally {
      rt.heap.decref(object);
    }
  });

export const pathTextFunctions: readonly NativeFunction[] = [
  suspending('fspath', 'path', (rt, _module, [path]) => fspath(rt, path!)),
  ofText('_path_normpath', (rt, text, like) => {
    if (text === '' && !modulesOf(rt.profile.version).files.normalisesEmpty) return nameLike(rt, like, '');
    return nameLike(rt, like, normalise(text));
  }),
  ofText('_path_splitroot_ex', (rt, text, like) => {
    const root = rootOf(text);
    return newTuple(
      rt,
      ['', root, text.slice(root.length)].map((part) => nameLike(rt, like, part)),
    );
  }),
];

/** The bytes of an argument that os.fsencode() would take (PyUnicode_FSConverter). */
export function* fsEncoded(rt: Runtime, object: Ref): Steps<string> {
  if (object === NULL || object === NONE) raise(rt, TYPE_ERROR, `expected str, bytes or os.PathLike object, not ${object === NULL ? 'NULL' : typeName(rt, object)}`);
  const path = yield* fspath(rt, object);
  try {
    return isStr(rt, path) ? rt.text(path) : fileText(rt, path);
  } finally {
    rt.heap.decref(path);
  }
}
