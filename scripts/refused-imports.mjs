/**
 * Writes the table of `server/src/engine/versions/refused.ts`: imports every module of the library on every version with
 * the built engine, and notes what an import stops at. Build before and after.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const engine = await import('../server/dist/engine.js');
const versions = ['3.11', '3.12', '3.13', '3.14', '3.15'];
const sources = readFileSync(`${root}/server/dist/stdlib/sources.lib`);

/** Imports that do something else than import, or are no modules of their own. */
const skipped = /(^|\.)__main__$|^encodings\.|^this$|^antigravity$/;

/** The module that the import of another stops at; null where it does not stop. */
function refusal(name, library, version) {
  const run = engine.startRun({
    main: { path: '/import/main.py', source: `import ${name}\n` },
    version,
    library,
    readModule: () => null,
    listFolder: () => [],
    observe: false,
    stepLimit: 50_000_000,
    memoryLimit: 2 ** 30,
  });
  for (;;) {
    const progress = run.run(1_000_000);
    if (progress.state !== 'finished') continue;
    const { stopped, stderr } = progress.result;
    if (stopped?.budget !== 'unsupported') {
      if (stderr !== '') process.stderr.write(`${version} ${name}: ${stderr.trimEnd().split('\n').at(-1)}\n`);
      return null;
    }
    const missing = /^the module (\S+)$/.exec(stopped.unsupported.feature)?.[1];
    if (missing === undefined) process.stderr.write(`${version} ${name}: ${stopped.unsupported.feature}\n`);
    return missing ?? null;
  }
}

const entries = new Map();
for (const version of versions) {
  const library = engine.openLibrary({ code: readFileSync(`${root}/server/dist/stdlib/${version}.lib`), sources }, version, (bytes) => inflateRawSync(bytes));
  const refused = new Map();
  for (const path of [...library.files.keys()].sort((a, b) => a.split('/').length - b.split('/').length || Number(b.endsWith('__init__.py')) - Number(a.endsWith('__init__.py')))) {
    const name = path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
    if (skipped.test(name)) continue;
    const missing = refusal(name, library, version);
    // What a package stops at, its modules stop at too.
    if (missing === null || refused.get(name.split('.')[0]) === missing) continue;
    refused.set(name, missing);
    const entry = `${name}=${missing}`;
    entries.set(entry, [...(entries.get(entry) ?? []), Number(version.slice(2))]);
  }
}

/** `word:12-13`, one for each run of versions. */
const words = [...entries].flatMap(([entry, minors]) => {
  const runs = [];
  for (const minor of minors) {
    if (runs.length > 0 && runs.at(-1)[1] === minor - 1) runs.at(-1)[1] = minor;
    else runs.push([minor, minor]);
  }
  return runs.map(([first, last]) => (first === 11 && last === 15 ? entry : `${entry}:${first === 11 ? '' : first}-${last === 15 ? '' : last}`));
});
const lines = [''];
for (const word of words.sort()) {
  if (lines.at(-1).length + word.length > 138) lines.push('');
  lines[lines.length - 1] += lines.at(-1) === '' ? `  ${word}` : ` ${word}`;
}
const file = `${root}/server/src/engine/versions/refused.ts`;
writeFileSync(file, readFileSync(file, 'utf8').replace(/const table = `[^`]*`/, () => `const table = \`\n${lines.join('\n')}\n\``));
