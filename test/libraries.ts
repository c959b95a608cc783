/** The standard libraries that the build made. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Library, LibraryBytes } from '../server/src/engine/engine.ts';
import type { PythonVersion } from '../server/src/engine/journal/record.ts';

/** What the engine's bundle has for it. */
export interface LibraryOpener {
  openLibrary(bytes: LibraryBytes, version: PythonVersion, inflate: (bytes: Uint8Array) => Uint8Array): Library;
}

/** The libraries beside the bundle of the checkout `root`, each read once. */
export function libraries(engine: LibraryOpener, root: string): (version: PythonVersion) => Library {
  const opened = new Map<PythonVersion, Library>();
  const read = (name: string): Uint8Array => readFileSync(`${root}/server/dist/stdlib/${name}.lib`);
  const sources = read('sources');
  return (version) => {
    const known = opened.get(version);
    if (known !== undefined) return known;
    const library = engine.openLibrary({ code: read(version), sources }, version, (bytes) => inflateRawSync(bytes));
    opened.set(version, library);
    return library;
  };
}
