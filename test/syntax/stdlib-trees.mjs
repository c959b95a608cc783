// Compares the parser's trees with ast.dump() over the standard library of real interpreters.
//
//   node test/syntax/stdlib-trees.mjs PYTHON... [--only TEXT] [--show N]
//
// PYTHON is an interpreter of 3.11 to 3.15. Prints, for each, how many trees are
// equal and how fast the parser was; fails when a tree differs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const ORACLE = `
import ast, json, os, sys, tokenize, warnings
warnings.simplefilter('ignore')
sys.setrecursionlimit(20000)
root = os.path.dirname(os.__file__)
print(json.dumps('%d.%d' % sys.version_info[:2]), flush=True)
only = sys.argv[1]
for folder, folders, files in os.walk(root):
    folders[:] = sorted(f for f in folders if f not in ('site-packages', '__pycache__'))
    for file in sorted(files):
        path = os.path.join(folder, file)
        if not file.endswith('.py') or only not in path:
            continue
        try:
            with open(path, 'rb') as stream:
                encoding, _ = tokenize.detect_encoding(stream.readline)
            with open(path, encoding=encoding, newline='') as stream:
                text = ast.dump(ast.parse(stream.read()), include_attributes=True)
        except (SyntaxError, UnicodeError, RecursionError, ValueError):
            continue
        print(json.dumps([path, encoding, text]), flush=True)
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, show: { type: 'string', default: '10' } },
});

const { parse, dump } = await load();
let different = 0;
for (const python of positionals) different += await compare(python);
process.exitCode = different === 0 && positionals.length !== 0 ? 0 : 1;

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
  const child = spawn(python, ['-c', ORACLE, options.only], { stdio: ['ignore', 'pipe', 'inherit'] });
  let version = '';
  let equal = 0;
  let shown = 0;
  let characters = 0;
  let milliseconds = 0;
  const differences = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (version === '') {
      version = JSON.parse(line);
      continue;
    }
    const [path, encoding, expected] = JSON.parse(line);
    const source = new TextDecoder(encoding === 'utf-8-sig' ? 'utf-8' : encoding).decode(readFileSync(path));
    const started = performance.now();
    const { tree, errors, lines } = parse(source, version);
    milliseconds += performance.now() - started;
    characters += source.length;
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
  const speed = (characters / 1000 / milliseconds).toFixed(1);
  console.log(`${version}: ${equal} trees equal, ${differences.length} different; ${speed} MB/s`);
  return differences.length;
}

function firstDifference(actual, expected) {
  let i = 0;
  while (i < actual.length && actual[i] === expected[i]) i++;
  const from = Math.max(0, i - 200);
  return `  ours:   ${actual.slice(from, i + 160)}\n  theirs: ${expected.slice(from, i + 160)}`;
}
