/** The standard library from the files beside the bundle. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { openLibrary, type Library } from '../engine/engine.ts';
import type { PythonVersion } from '../engine/journal/record.ts';

const opened = new Map<PythonVersion, Library>();

let sources: Uint8Array | null = null;

const read = (name: string): Uint8Array => readFileSync(new URL(`./stdlib/${name}.lib`, import.meta.url));

/** The library of a version, read once. */
export function libraryOf(version: PythonVersion): Library {
  let library = opened.get(version);
  if (library === undefined) {
    library = openLibrary({ code: read(version), sources: (sources ??= read('sources')) }, version, (bytes) => inflateRawSync(bytes));
    opened.set(version, library);
  }
  return library;
}
