/** What `scripts/stdlib.mjs` needs of the engine to compile the standard library. */
import { ByteWriter } from '../compiler/bytestream.ts';
import { compileModule } from '../compiler/compile.ts';
import { packCode } from '../compiler/marshal.ts';
import type { PythonVersion } from '../journal/record.ts';
import { parse } from '../syntax/parse.ts';
import { selectTextVersion } from '../text/profile.ts';

/** The module's code in the engine's form; throws where the text cannot be read. */
export function compileLibraryFile(source: string, path: string, version: PythonVersion): Uint8Array {
  selectTextVersion(version);
  const { tree, errors } = parse(source, version);
  if (errors.length > 0) throw new Error(`${path}:${errors[0]!.lineno}: ${errors[0]!.message}`);
  const { code, errors: problems } = compileModule(tree, source, path, version);
  if (problems.length > 0) throw new Error(`${path}: ${problems[0]!.message}`);
  return packCode(code);
}

/** Deflated bytes with the size that they have inflated. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** The file that `openLibrary` reads. */
export function writeLibrary(files: readonly { readonly path: string; readonly code: Packed; readonly source: Packed }[]): Uint8Array {
  const out = new ByteWriter();
  out.unsigned(files.length);
  for (const { path, code, source } of files) {
    out.text(path);
    for (const { bytes, size } of [code, source]) {
      out.unsigned(bytes.length);
      out.unsigned(size);
    }
  }
  for (const { code, source } of files) for (const { bytes } of [code, source]) out.raw(bytes);
  return out.finish();
}
