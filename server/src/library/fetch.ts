/** The standard library for a browser, fetched once a version. */
import { inflateSync } from 'fflate';
import { openLibrary, type Library } from '../engine/engine.ts';
import type { PythonVersion } from '../engine/journal/record.ts';

/** The part of the browser that is needed here. */
export type Fetch = (address: string) => Promise<{ readonly ok: boolean; readonly status: number; arrayBuffer(): Promise<ArrayBuffer> }>;

export interface LibraryFetcher {
  of(version: PythonVersion): Promise<Library>;
  /** The address of the server's own files, with a slash at its end: only the client knows it for sure. */
  lieAt(folder: string): void;
}

export function libraryFetcher(fetchFile: Fetch): LibraryFetcher {
  const fetched = new Map<PythonVersion, Promise<Library>>();
  let folder: string | null = null;
  const read = async (name: string): Promise<Uint8Array> => {
    if (folder === null) throw new Error('the client did not say where the standard library lies');
    const address = `${folder}stdlib/${name}.lib`;
    const response = await fetchFile(address);
    if (!response.ok) throw new Error(`${address}: status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  let sources: Promise<Uint8Array> | null = null;
  const load = async (version: PythonVersion): Promise<Library> => {
    const [code, texts] = await Promise.all([read(version), (sources ??= read('sources'))]);
    return openLibrary({ code, sources: texts }, version, (bytes, size) => inflateSync(bytes, { out: new Uint8Array(size) }));
  };
  return {
    of: (version) => {
      let library = fetched.get(version);
      if (library === undefined) {
        fetched.set(version, (library = load(version)));
        // Asked again after a failure, it is fetched again.
        library.catch(() => {
          fetched.delete(version);
          sources = null;
        });
      }
      return library;
    },
    lieAt: (address) => {
      folder = address;
    },
  };
}
