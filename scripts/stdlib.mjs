/**
 * The standard library's own sources, compiled by the engine's compiler: `server/dist/stdlib/3.13.lib` and its like.
 * They come from the `python_stdlib.zip` inside the packages `pyodide-3.11` … `pyodide-3.15`, and are never committed.
 * What was made is kept under `node_modules/.cache`, by a name that all it depends on goes into.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { isShipped } from './stdlib-modules.mjs';

const versions = ['3.11', '3.12', '3.13', '3.14', '3.15'];

/** Makes the libraries below `outdir`, from the checkout `root`. */
export async function buildLibraries(root, outdir) {
  const cache = join(root, 'node_modules/.cache/exit-lens-stdlib');
  mkdirSync(cache, { recursive: true });
  mkdirSync(outdir, { recursive: true });
  const compiler = await bundleCompiler(root);
  const list = readFileSync(join(root, 'scripts/stdlib-modules.mjs'));
  let loaded = null;
  for (const version of versions) {
    const zip = readZip(root, version);
    const key = createHash('sha256').update(compiler).update(list).update(zip).digest('hex').slice(0, 20);
    const kept = join(cache, `${version}-${key}.lib`);
    if (!existsSync(kept)) {
      loaded ??= await loadCompiler(cache, compiler);
      const started = performance.now();
      const { bytes, summary } = makeLibrary(loaded, unzipSync(zip), version);
      atomicWrite(kept, bytes);
      console.log(`standard library ${version}: ${summary}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
    writeFileSync(join(outdir, `${version}.lib`), readFileSync(kept));
  }
}

function readZip(root, version) {
  const path = join(root, `node_modules/pyodide-${version}/python_stdlib.zip`);
  if (!existsSync(path)) throw new Error(`${path} is missing, which holds the standard library of ${version}: run npm ci`);
  return readFileSync(path);
}

function atomicWrite(path, bytes) {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}

async function bundleCompiler(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/engine/library/build.ts'],
    bundle: true,
    write: false,
    minifySyntax: true,
    platform: 'neutral',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}

async function loadCompiler(cache, bytes) {
  const path = join(cache, `compiler-${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.mjs`);
  if (!existsSync(path)) atomicWrite(path, bytes);
  return import(pathToFileURL(path).href);
}

function makeLibrary({ compileLibraryFile, writeLibrary }, zip, version) {
  const pack = (bytes) => ({ bytes: deflateRawSync(bytes, { level: 9 }), size: bytes.length });
  const paths = Object.keys(zip).filter(isShipped).sort();
  const files = paths.map((path) => {
    const source = Buffer.from(zip[path]).toString('utf8').replaceAll('\r\n', '\n');
    return { path, code: pack(compileLibraryFile(source, path, version)), source: pack(Buffer.from(source)) };
  });
  const total = (part) => (files.reduce((sum, file) => sum + file[part].bytes.length, 0) / 1e6).toFixed(2);
  return { bytes: writeLibrary(files), summary: `${files.length} files, ${total('code')} MB code, ${total('source')} MB sources` };
}
