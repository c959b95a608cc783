/** Which file of the library holds a module. */
import type { PythonVersion } from '../journal/record.ts';
import type { Library, LibraryFile } from './library.ts';

/** The releases that the packages named in `scripts/stdlib.mjs` bring. */
const releases: Readonly<Record<PythonVersion, string>> = { '3.11': '3.11.3', '3.12': '3.12.1', '3.13': '3.13.2', '3.14': '3.14.2', '3.15': '3.15.0rc1' };

/** The release that the library's sources are of. */
export const sourceRelease = (version: PythonVersion): string => releases[version];

export interface ModuleFile {
  readonly file: LibraryFile;
  readonly isPackage: boolean;
}

export function moduleFile(library: Library | null, name: string): ModuleFile | null {
  if (library === null) return null;
  const path = name.replaceAll('.', '/');
  const init = library.files.get(`${path}/__init__.py`);
  if (init !== undefined) return { file: init, isPackage: true };
  const file = library.files.get(`${path}.py`);
  return file === undefined ? null : { file, isPackage: false };
}

/** Where the library lies in the file system of the model. */
export const libraryFolder = (version: PythonVersion): string => `/usr/lib/python${version}`;

const folder = /^\/usr\/lib\/python3\.\d+\//;

/** Whether code of this file name is the library's, and not the program's. */
export const isLibraryFile = (filename: string): boolean => folder.test(filename) || filename.startsWith('<frozen ');

/** The text of a file by the name that its code carries; null if it is not the library's. */
export function librarySource(library: Library | null, filename: string): string | null {
  if (library === null || !folder.test(filename)) return null;
  return library.files.get(filename.replace(folder, ''))?.source() ?? null;
}
