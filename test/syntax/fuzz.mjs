// Feeds random texts to the parser and the compiler, and holds what they say against real interpreters.
//
//   node test/syntax/fuzz.mjs [--count N] [--seed N] [--show N] [--alone] [PYTHON...]
//
// The texts are random bytes, random tokens, and real programs that are cut off, changed in a token or a line, or put
// together. None may raise an exception in the parser or take long. Then the interpreters are asked (those that are
// found, without PYTHON; none with --alone) which they accept, and what they say of the others, with the place.
// Ends with 1 when something raised, took long, or was accepted wrongly.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { VERSIONS, findInterpreters } from '../interpreters.mjs';

const ORACLE = `
import json, sys, warnings
warnings.simplefilter('ignore')
print(json.dumps('%d.%d' % sys.version_info[:2]), flush=True)
for line in sys.stdin:
    try:
        compile(json.loads(line), 'x.py', 'exec')
        said = None
    except SyntaxError as e:
        said = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    except Exception as e:
        said = [type(e).__name__, str(e)]
    print(json.dumps(said), flush=True)
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' }, show: { type: 'string', default: '5' },
    alone: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-'));
const outfile = join(folder, 'fuzz.mjs');
const entryPoints = [fileURLToPath(new URL('fuzz.ts', import.meta.url))];
await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
const { KINDS, numbers, randomText, said } = await import(pathToFileURL(outfile).href);
rmSync(folder, { recursive: true });

const next = numbers(Number(options.seed));
const samples = readSamples();
const texts = Array.from({ length: Number(options.count) }, (_, i) => randomText(KINDS[i % KINDS.length], next, samples));
let failures = 0;
for (const version of VERSIONS) failures += survive(version);
checkGrowth();
const pythons = options.alone ? [] : positionals.length > 0 ? positionals : findInterpreters();
for (const python of pythons) failures += await compare(python);
process.exitCode = failures === 0 ? 0 : 1;

/** Pieces of a few dozen lines of the programs of this folder and of the scenarios. */
function readSamples() {
  const files = [];
  for (const place of ['trees', '../scenarios', '../../bench/programs']) {
    const root = new URL(`${place}/`, import.meta.url);
    for (const name of readdirSync(root, { recursive: true })) if (name.endsWith('.py')) files.push(new URL(name, root));
  }
  return files.flatMap((file) => {
    const blocks = readFileSync(file, 'utf8').split(/\n(?=\S)/);
    const pieces = [];
    for (let i = 0; i < blocks.length; i += 4) pieces.push(`${blocks.slice(i, i + 4).join('\n')}\n`);
    return pieces.filter((piece) => piece.length < 2000);
  });
}

function attempt(text, version) {
  const started = performance.now();
  try {
    return { answer: said(text, version), milliseconds: performance.now() - started };
  } catch (error) {
    return { error, milliseconds: 0 };
  }
}

function survive(version) {
  let raised = 0;
  let slowest = 0;
  for (const text of texts) {
    const { error, milliseconds } = attempt(text, version);
    slowest = Math.max(slowest, milliseconds);
    if (error === undefined) continue;
    raised++;
    if (raised <= Number(options.show)) console.log(`${version} raised ${error.stack.split('\n').slice(0, 3).join(' ')} on ${JSON.stringify(text)}`);
  }
  console.log(`${version}: ${texts.length} texts, ${raised} exceptions, the slowest took ${slowest.toFixed(0)} ms`);
  return raised;
}

/** Ten times the text, broken or not, may take about ten times as long. */
function checkGrowth() {
  const piece = samples.slice(0, 40).join('\n');
  for (const [name, text] of [['right', piece], ['broken', piece.replaceAll('=', '= =')], ['unclosed', `(${piece}`], ['tokens', 'x ( [ : = '.repeat(500)]]) {
    const time = (times) => {
      const long = text.repeat(times);
      let best = Infinity;
      for (let i = 0; i < 5; i++) {
        const started = process.cpuUsage();
        attempt(long, '3.13');
        const { user, system } = process.cpuUsage(started);
        best = Math.min(best, user + system);
      }
      return best;
    };
    time(5);
    const ratio = time(50) / time(5);
    console.log(`ten times the text (${name}): ${ratio.toFixed(1)} times as long`);
    if (ratio > 30) failures++;
  }
}

async function compare(python) {
  const child = spawn(python, ['-c', ORACLE], { stdio: ['pipe', 'pipe', 'inherit'], env: { PYTHONIOENCODING: 'utf-8', PATH: process.env.PATH } });
  for (const text of texts) child.stdin.write(`${JSON.stringify(text)}\n`);
  child.stdin.end();
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) output += chunk;
  const [version, ...answers] = output.trimEnd().split('\n').map((line) => JSON.parse(line));
  const differences = new Map();
  let accepted = 0;
  let same = 0;
  let compared = 0;
  answers.forEach((theirs, i) => {
    // A string is no file: null characters and byte order marks are dealt with before the parser sees it.
    if ((theirs !== null && theirs.length === 2) || texts[i].includes('\0') || texts[i].startsWith('\ufeff')) return;
    compared++;
    const { answer: ours } = attempt(texts[i], version);
    if (JSON.stringify(ours) === JSON.stringify(theirs)) {
      same++;
      return;
    }
    const isAcceptance = (ours === null) !== (theirs === null);
    if (isAcceptance) accepted++;
    const general = (words) => (words === null ? 'nothing' : words[1].replace(/'[^']*'|\d+/g, '…'));
    const key = `${isAcceptance ? '! ' : ''}${general(theirs)} | ${general(ours) === general(theirs) ? '(place)' : general(ours)}`;
    differences.set(key, [...(differences.get(key) ?? []), [texts[i], theirs, ours]]);
  });
  console.log(`${version}: ${compared} texts compared, ${same} equal in words and place, ${accepted} accepted by one only`);
  const shown = [...differences].sort((a, b) => b[1].length - a[1].length).slice(0, Number(options.show));
  for (const [key, cases] of shown) {
    cases.sort((a, b) => a[0].length - b[0].length);
    const [text, theirs, ours] = cases[0];
    console.log(`  ${cases.length}× ${key}\n    ${JSON.stringify(text.slice(0, 600))}\n    theirs ${JSON.stringify(theirs)}\n    ours   ${JSON.stringify(ours)}`);
  }
  return accepted;
}
