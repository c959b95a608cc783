// Records what real interpreters say of the mistakes in errors/mistakes.txt.
//
//   node test/syntax/record-errors.mjs PYTHON...           writes errors/recorded.json
//   node test/syntax/record-errors.mjs --check PYTHON...   compares the record with them
//
// A mistake is a text between lines of three hyphens. The record holds, for each,
// what every version says: kind, message, lineno, offset, end_lineno, end_offset,
// or null where the text is right. Versions that agree are told together.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const ORACLE = `
import ast, json, sys, warnings
warnings.simplefilter('ignore')
said = []
for text in json.load(sys.stdin):
    try:
        ast.parse(text)
        said.append(None)
    except SyntaxError as e:
        said.append([type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset])
print(json.dumps(['%d.%d' % sys.version_info[:2], said]))
`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' } } });
const folder = new URL('errors/', import.meta.url);
const mistakes = readFileSync(new URL('mistakes.txt', folder), 'utf8').split('\n---\n').map((text) => text.replace(/\n*$/, '\n'));

const versions = positionals.map((python) => {
  const { stdout, status, stderr } = spawnSync(python, ['-c', ORACLE], {
    input: JSON.stringify(mistakes), encoding: 'utf8', env: { PYTHONIOENCODING: 'utf-8' },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
});

const record = mistakes.map((source, i) => {
  const says = {};
  for (const [version, said] of versions) {
    const text = JSON.stringify(said[i]);
    const same = Object.keys(says).find((key) => JSON.stringify(says[key]) === text);
    if (same === undefined) {
      says[version] = said[i];
      continue;
    }
    says[`${same} ${version}`] = says[same];
    delete says[same];
  }
  return { source, says };
});

const lines = record.map(({ source, says }) => {
  const told = Object.entries(says).map(([key, said]) => `    ${JSON.stringify(key)}: ${JSON.stringify(said)}`);
  return `  {"source": ${JSON.stringify(source)}, "says": {\n${told.join(',\n')}\n  }}`;
});
const text = `[\n${lines.join(',\n')}\n]\n`;
const file = new URL('recorded.json', folder);
if (values.check) {
  const isSame = readFileSync(file, 'utf8') === text;
  console.log(isSame ? 'the record is right' : 'the record differs');
  process.exitCode = isSame ? 0 : 1;
} else {
  writeFileSync(file, text);
  console.log(`${mistakes.length} mistakes recorded for ${versions.map(([version]) => version).join(', ')}`);
}
