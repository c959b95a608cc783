/** What `scripts/stdlib.mjs` needs of the engine to compile the standard library. */
import { ByteWriter } from '../compiler/bytestream.ts';
import { compileModule } from '../compiler/compile.ts';
import { packCode } from '../compiler/marshal.ts';
import type { PythonVersion } from '../journal/record.ts';
import { parse } from '../syntax/parse.ts';
import { selectTextVersion } from '../text/profile.ts';
import { libraryFolder } from './find.ts';

export { packTexts } from './sources.ts';

/** The module's code in the engine's form; throws where the text cannot be read. */
export function compileLibraryFile(source: string, path: string, version: PythonVersion): Uint8Array {
  selectTextVersion(version);
  const { tree, errors } = parse(source, version);
  if (errors.length > 0) throw new Error(`${path}:${errors[0]!.lineno}: ${errors[0]!.message}`);
  const { code, errors: problems } = compileModule(tree, source, `${libraryFolder(version)}/${path}`, version);
  if (problems.length > 0) throw new Error(`${path}: ${problems[0]!.message}`);
  return packCode(code);
}

/** Deflated bytes with the size that they have inflated. */
interface Packed {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** The code of a version, as `openLibrary` reads it. */
export function writeCode(files: readonly { readonly path: string; readonly code: Packed; readonly sourceSize: number }[], leftOut: readonly string[]): Uint8Array {
  const out = new ByteWriter();
  out.unsigned(files.length);
  for (const { path, code, sourceSize } of files) {
    out.text(path);
    for (const number of [code.bytes.length, code.size, sourceSize]) out.unsigned(number);
  }
  out.text(leftOut.join(' '));
  for (const { code } of files) out.raw(code.bytes);
  return out.finish();
}

/** The sources of all versions, as `openLibrary` reads them. */
export function writeSources(files: readonly { readonly path: string; readonly versions: readonly string[]; readonly texts: Packed }[]): Uint8Array {
  const out = new ByteWriter();
  out.unsigned(files.length);
  for (const { path, versions, texts } of files) {
    out.text(path);
    out.text(versions.join(' '));
    out.unsigned(texts.bytes.length);
    out.unsigned(texts.size);
  }
  for (const { texts } of files) out.raw(texts.bytes);
  return out.finish();
}
