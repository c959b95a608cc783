/**
 * The standard library's own sources, compiled by the engine's compiler: `server/dist/stdlib/3.13.lib` and its like
 * hold the code, `sources.lib` the texts of all versions, for tracebacks.
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
  const common = createHash('sha256').update(compiler).update(readFileSync(join(root, 'scripts/stdlib-modules.mjs'))).update(readFileSync(join(root, 'scripts/stdlib.mjs')));
  const zips = new Map(versions.map((version) => [version, readZip(root, version)]));
  const load = once(() => loadCompiler(cache, compiler));
  const make = async (name, parts, action) => {
    const hash = common.copy();
    for (const part of parts) hash.update(part);
    const kept = join(cache, `${name}-${hash.digest('hex').slice(0, 20)}.lib`);
    if (!existsSync(kept)) {
      const started = performance.now();
      const { bytes, summary } = action(await load());
      atomicWrite(kept, bytes);
      console.log(`standard library, ${name}: ${summary}, ${(bytes.length / 1e6).toFixed(2)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    }
    writeFileSync(join(outdir, `${name}.lib`), readFileSync(kept));
  };
  for (const [version, zip] of zips) await make(version, [zip], (engine) => codeOf(engine, texts(zip), version, leftOut(zip)));
  await make('sources', zips.values(), (engine) => sourcesOf(engine, new Map([...zips].map(([version, zip]) => [version, texts(zip)]))));
  writeFileSync(join(outdir, 'LICENSE.txt'), `${notice}\n${readFileSync(join(root, 'scripts/stdlib-licence.txt'), 'utf8')}`);
}

const once = (action) => {
  let result;
  return () => (result ??= action());
};

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

/** The shipped files of an archive, by path. */
function texts(zip) {
  const files = unzipSync(zip, { filter: ({ name }) => isShipped(name) });
  const text = (bytes) => Buffer.from(bytes).toString('utf8').replaceAll('\r\n', '\n');
  return new Map(Object.keys(files).sort().map((path) => [path, text(files[path])]));
}

/** Names of the modules in an archive that are not shipped, but for what is not CPython's. */
function leftOut(zip) {
  const paths = [];
  unzipSync(zip, { filter: ({ name }) => (paths.push(name), false) });
  const modules = paths.filter((path) => path.endsWith('.py') && !isShipped(path)).map((path) => path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.'));
  return [...modules, ...absentFromPyodide].filter((name) => !/pyodide|emscripten|site-packages/.test(name)).sort();
}

/** Modules of CPython that Pyodide leaves out itself. */
const absentFromPyodide = ['curses', 'dbm', 'ensurepip', 'idlelib', 'lzma', 'pydoc_data', 'tkinter', 'turtle', 'turtledemo', 'venv'];

const pack = (bytes) => ({ bytes: deflateRawSync(bytes, { level: 9 }), size: bytes.length });

function codeOf({ compileLibraryFile, writeCode }, files, version, absent) {
  const compiled = [...files].map(([path, text]) => ({ path, code: pack(compileLibraryFile(text, path, version)), sourceSize: Buffer.byteLength(text) }));
  return { bytes: writeCode(compiled, absent), summary: `${compiled.length} files` };
}

function sourcesOf({ packTexts, writeSources }, libraries) {
  const paths = new Set([...libraries.values()].flatMap((files) => [...files.keys()]));
  const packed = [...paths].sort().map((path) => {
    const having = [...libraries].filter(([, files]) => files.has(path));
    return { path, versions: having.map(([version]) => version), texts: pack(packTexts(having.map(([, files]) => files.get(path)))) };
  });
  return { bytes: writeSources(packed), summary: `${packed.length} files of ${libraries.size} versions` };
}

const notice = `The files in this folder hold modules of the standard library of Python ${versions.join(', ')}, as Pyodide distributes them,
compiled to another form. They are not changed otherwise. Modules that were left out are named in scripts/stdlib-modules.mjs.

Copyright (c) 2001 Python Software Foundation; All Rights Reserved
`;
