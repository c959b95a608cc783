// Compares the functions on text and numbers with real interpreters, on random cases.
//
//   node test/text/compare.mjs [--count 300] [--seed 1] [--family str] python3.11 ...
//   node test/text/compare.mjs --record python3.11 ...
//
// --record writes a few cases of every function to test/text/recorded.jsonl, where the tests find them.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values: options, positionals: pythons } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    family: { type: 'string', multiple: true, default: [] },
    record: { type: 'boolean', default: false },
    show: { type: 'string', default: '5' },
  },
});

const here = (name) => new URL(name, import.meta.url).pathname;
const bundle = await build({
  stdin: {
    contents: `export { answer } from './answers.ts'; export { selectTextVersion } from '../../server/src/engine/text/profile.ts';`,
    resolveDir: here('.'),
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].text).toString('base64');
const { answer, selectTextVersion } = await import(`data:text/javascript;base64,${code}`);

/** What an interpreter answers, one JSON text a case. */
function ask(python, count) {
  const args = ['-W', 'ignore', here('cases.py'), options.seed, count, ...options.family];
  const env = { PYTHONHASHSEED: '0', LC_ALL: 'C.UTF-8' };
  return execFileSync(python, args, { env, maxBuffer: 2 ** 30 }).toString().trimEnd().split('\n');
}

function versionOf(python) {
  return execFileSync(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']).toString().trim();
}

/** One line a question: its function, its arguments, and for each answer the versions that give it. */
function record() {
  const questions = new Map();
  for (const python of pythons) {
    const version = versionOf(python);
    for (const line of ask(python, options.count ?? '8')) {
      const [name, given, expected] = JSON.parse(line);
      const question = JSON.stringify([name, given]);
      const answers = questions.get(question) ?? new Map();
      questions.set(question, answers);
      const text = JSON.stringify(expected);
      answers.set(text, new Set(answers.get(text)).add(version));
    }
  }
  const lines = Array.from(questions, ([question, answers]) => {
    const [name, given] = JSON.parse(question);
    const entries = Array.from(answers, ([text, versions]) => [[...versions].join(' '), JSON.parse(text)]);
    return JSON.stringify([name, given, Object.fromEntries(entries)]);
  });
  writeFileSync(here('recorded.jsonl'), lines.join('\n') + '\n');
}

function compare(python) {
  const version = versionOf(python);
  selectTextVersion(version);
  const families = new Map();
  const differing = new Map();
  for (const line of ask(python, options.count ?? '300')) {
    const asked = JSON.parse(line);
    const [name, given, expected] = asked;
    const family = name.split('.')[0];
    const tally = families.get(family) ?? { agree: 0, all: 0 };
    families.set(family, tally);
    tally.all++;
    let got;
    try {
      got = JSON.stringify(answer(asked));
    } catch (error) {
      got = String(error.stack);
    }
    // Read and written again, both sides spell their characters the same way.
    if (got === JSON.stringify(expected)) {
      tally.agree++;
      continue;
    }
    const seen = (differing.get(name) ?? 0) + 1;
    differing.set(name, seen);
    if (seen > Number(options.show)) continue;
    console.log(`${version} ${name} ${JSON.stringify(given)}\n  Python ${JSON.stringify(expected)}\n  here   ${got}`);
  }
  console.log(`${version}: ${Array.from(families, ([family, { agree, all }]) => `${family} ${agree}/${all}`).join('  ')}`);
  for (const [name, seen] of differing) console.log(`    ${name}: ${seen} differ`);
  return differing.size === 0;
}

if (options.record) record();
else if (pythons.map(compare).includes(false)) process.exitCode = 1;
