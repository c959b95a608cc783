// Compares the parser's trees with ast.dump() over the standard library of real interpreters.
//
//   node test/syntax/stdlib-trees.mjs [PYTHON...] [--only TEXT] [--show N]
//
// PYTHON is an interpreter of 3.11 to 3.15; without any, all that are found. Prints, for each, how many trees are
// equal; fails when a tree differs. `stdlib.test.ts` looks at a sample of the files.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findInterpreters } from '../interpreters.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, show: { type: 'string', default: '10' } },
});

const { parse, dump } = await load();
const pythons = positionals.length === 0 ? findInterpreters() : positionals;
let different = 0;
for (const python of pythons) different += await compare(python);
process.exitCode = different === 0 && pythons.length !== 0 ? 0 : 1;

/** Builds the parser from its sources and loads it. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { parse } from './parse.ts';
        export { dump } from './dump.ts';`,
      resolveDir: new URL('../../server/src/engine/syntax', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true, format: 'esm', platform: 'node', write: false, minifySyntax: true,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

async function compare(python) {
  const child = spawn(python, [fileURLToPath(new URL('stdlib_trees.py', import.meta.url)), '--only', options.only], { stdio: ['ignore', 'pipe', 'inherit'] });
  let version = '';
  let equal = 0;
  let shown = 0;
  const differences = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (version === '') {
      version = JSON.parse(line);
      continue;
    }
    const [path, encoding, expected] = JSON.parse(line);
    const source = new TextDecoder(encoding === 'utf-8-sig' ? 'utf-8' : encoding).decode(readFileSync(path));
    const { tree, errors, lines } = parse(source, version);
    const actual = errors.length === 0 ? dump(tree, lines, version) : JSON.stringify(errors[0]);
    if (actual === expected) {
      equal++;
      continue;
    }
    differences.push(path);
    if (shown++ < Number(options.show)) {
      console.log(`differs: ${path}${errors.length === 0 ? '' : ` ${actual}`}`);
      if (options.only !== '') console.log(firstDifference(actual, expected));
    }
  }
  console.log(`${version}: ${equal} trees equal, ${differences.length} different`);
  return differences.length;
}

function firstDifference(actual, expected) {
  let i = 0;
  while (i < actual.length && actual[i] === expected[i]) i++;
  const from = Math.max(0, i - 200);
  return `  ours:   ${actual.slice(from, i + 160)}\n  theirs: ${expected.slice(from, i + 160)}`;
}
