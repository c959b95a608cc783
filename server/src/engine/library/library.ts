/** The standard library of one version: what the build made of its sources. */
import { ByteReader } from '../compiler/bytestream.ts';
import type { PythonVersion } from '../journal/record.ts';
import { unpackText, utf8 } from './sources.ts';

/** A file of the standard library. */
export interface LibraryFile {
  /** Below the library's folder: `collections/__init__.py`. */
  readonly path: string;
  /** The code object of the module in the engine's own form, see `compiler/marshal.ts`. */
  readonly code: () => Uint8Array;
  readonly codeSize: number;
  readonly source: () => string;
  readonly sourceBytes: () => Uint8Array;
  readonly sourceSize: number;
}

export interface Library {
  /** Modules that this version has and that are not here. */
  readonly leftOut: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, LibraryFile>;
}

/** Undoes raw DEFLATE; the engine's surroundings bring it. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array;

/** The files that `scripts/stdlib.mjs` wrote: the code of one version, and the sources of all. */
export interface LibraryBytes {
  readonly code: Uint8Array;
  readonly sources: Uint8Array;
}

/** Nothing is inflated before it is asked for. */
export function openLibrary({ code, sources }: LibraryBytes, version: PythonVersion, inflate: Inflate): Library {
  const texts = readSources(sources);
  const index = new ByteReader(code);
  const entries = Array.from({ length: index.unsigned() }, () => ({ path: index.text(), packed: index.unsigned(), size: index.unsigned(), sourceSize: index.unsigned() }));
  const leftOut = new Set(index.text().split(' '));
  const files = new Map<string, LibraryFile>();
  for (const { path, packed, size, sourceSize } of entries) {
    const bytes = index.raw(packed);
    const text = texts.get(path)!;
    let known: string | null = null;
    const source = (): string => (known ??= unpackText(inflate(text.bytes, text.size), text.versions.indexOf(version)));
    files.set(path, { path, code: () => inflate(bytes, size), codeSize: size, source, sourceBytes: () => utf8(source()), sourceSize });
  }
  return { files, leftOut };
}

interface PackedTexts {
  readonly versions: readonly string[];
  readonly bytes: Uint8Array;
  readonly size: number;
}

function readSources(sources: Uint8Array): ReadonlyMap<string, PackedTexts> {
  const index = new ByteReader(sources);
  const entries = Array.from({ length: index.unsigned() }, () => ({ path: index.text(), versions: index.text().split(' '), packed: index.unsigned(), size: index.unsigned() }));
  return new Map(entries.map(({ path, versions, packed, size }) => [path, { versions, bytes: index.raw(packed), size }]));
}
