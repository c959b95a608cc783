/** The library as files of the model's machine: sources, their compiled code, and modules written in C. */
import type { FileProvider, Provided } from '../files/provider.ts';
import type { Library } from './library.ts';

export interface LibraryLayout {
  /** `cpython-313`, as compiled files are named. */
  readonly cacheTag: string;
  /** What compiled files begin with, up to the flags. */
  readonly magic: Uint8Array;
  /** Seconds since 1970, the age of all files. */
  readonly time: number;
  /** Files in `lib-dynload`. */
  readonly extensions: readonly string[];
}

const dynload = 'lib-dynload';

export function libraryProvider(library: Library, layout: LibraryLayout): FileProvider {
  const folders = foldersOf(library, layout);
  const compiled = `.${layout.cacheTag}.pyc`;
  return {
    lookup: (path): Provided | null => {
      if (folders.has(path)) return { kind: 'directory' };
      const file = library.files.get(path);
      if (file !== undefined) return { kind: 'file', size: file.sourceSize, read: () => file.sourceBytes() };
      if (path.startsWith(`${dynload}/`)) return layout.extensions.includes(path.slice(dynload.length + 1)) ? { kind: 'file', size: 0, read: () => new Uint8Array(0) } : null;
      const source = /^(.*\/)?__pycache__\/([^/]+)$/.exec(path);
      if (source === null || !source[2]!.endsWith(compiled)) return null;
      const origin = library.files.get(`${source[1] ?? ''}${source[2]!.slice(0, -compiled.length)}.py`);
      if (origin === undefined) return null;
      return { kind: 'file', size: 17 + origin.codeSize, read: () => compiledFile(layout, origin.sourceSize, origin.code()) };
    },
    list: (path) => folders.get(path) ?? [],
  };
}

/** A `.pyc`: magic, flags, time and size of the source, the code as `marshal` reads it. */
function compiledFile({ magic, time }: LibraryLayout, sourceSize: number, code: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(17 + code.length);
  bytes.set(magic);
  const numbers = new DataView(bytes.buffer);
  numbers.setUint32(8, time, true);
  numbers.setUint32(12, sourceSize, true);
  bytes[16] = 0xe3;
  bytes.set(code, 17);
  return bytes;
}

/** The names in each folder. */
function foldersOf(library: Library, { cacheTag, extensions }: LibraryLayout): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>([
    ['', ['__pycache__', dynload]],
    ['__pycache__', []],
    [dynload, [...extensions]],
  ]);
  const folder = (path: string): string[] => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const made: string[] = ['__pycache__'];
    folders.set(path, made);
    folders.set(`${path}/__pycache__`, []);
    const slash = path.lastIndexOf('/');
    folder(slash < 0 ? '' : path.slice(0, slash)).push(path.slice(slash + 1));
    return made;
  };
  for (const path of library.files.keys()) {
    const slash = path.lastIndexOf('/');
    const parent = slash < 0 ? '' : path.slice(0, slash);
    folder(parent).push(path.slice(slash + 1));
    folders.get(parent === '' ? '__pycache__' : `${parent}/__pycache__`)!.push(path.slice(slash + 1).replace(/py$/, `${cacheTag}.pyc`));
  }
  return folders;
}
