/** The standard library of one version: what the build made of its sources. */
import { ByteReader } from '../compiler/bytestream.ts';

/** A file of the standard library. */
export interface LibraryFile {
  /** Below the library's folder: `collections/__init__.py`. */
  readonly path: string;
  /** The code object of the module in the engine's own form, see `compiler/marshal.ts`. */
  readonly code: () => Uint8Array;
  readonly source: () => string;
}

export interface Library {
  readonly files: ReadonlyMap<string, LibraryFile>;
}

/** Undoes raw DEFLATE; the engine's surroundings bring it. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array;

/** Reads a file that `scripts/stdlib.mjs` wrote. Nothing is inflated before it is asked for. */
export function openLibrary(bytes: Uint8Array, inflate: Inflate): Library {
  const index = new ByteReader(bytes);
  const files = new Map<string, LibraryFile>();
  const count = index.unsigned();
  const entries = Array.from({ length: count }, () => ({ path: index.text(), code: [index.unsigned(), index.unsigned()], source: [index.unsigned(), index.unsigned()] }));
  for (const { path, code, source } of entries) {
    const packedCode = index.raw(code[0]!);
    const packedSource = index.raw(source[0]!);
    files.set(path, {
      path,
      code: () => inflate(packedCode, code[1]!),
      source: () => decodeText(inflate(packedSource, source[1]!)),
    });
  }
  return { files };
}

/** UTF-8 that is known to be sound. */
function decodeText(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let point = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) point = (point << 6) | (bytes[i + k]! & 0x3f);
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff));
    else units.push(point);
    i += length;
    if (units.length > 4000) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return parts.join('') + String.fromCharCode(...units);
}
