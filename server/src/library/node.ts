/** The standard library from the files beside the bundle. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { openLibrary, type Library } from '../engine/engine.ts';
import type { PythonVersion } from '../engine/journal/record.ts';

const opened = new Map<PythonVersion, Library>();

/** The library of a version, read once. */
export function libraryOf(version: PythonVersion): Library {
  let library = opened.get(version);
  if (library === undefined) {
    library = openLibrary(readFileSync(new URL(`./stdlib/${version}.lib`, import.meta.url)), (bytes) => inflateRawSync(bytes));
    opened.set(version, library);
  }
  return library;
}
