// Records the digests of ast.dump() of the samples in trees/ by real interpreters.
//
//   node test/syntax/record-trees.mjs PYTHON...
//
// A sample is recorded for every version that can parse it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const ORACLE = `
import ast, json, pathlib, sys, warnings
warnings.simplefilter('ignore')
texts = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob('*.py')):
    try:
        text = ast.dump(ast.parse(path.read_text('utf-8')), include_attributes=True)
    except SyntaxError:
        continue
    texts[path.name] = text
print(json.dumps(['%d.%d' % sys.version_info[:2], texts]))
`;

const folder = new URL('trees/', import.meta.url);
const record = {};
for (const python of process.argv.slice(2)) {
  const { stdout, status, stderr } = spawnSync(python, ['-c', ORACLE, folder.pathname], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  const [version, texts] = JSON.parse(stdout);
  for (const [sample, text] of Object.entries(texts)) {
    (record[sample] ??= {})[version] = createHash('sha256').update(text).digest('hex');
  }
}
writeFileSync(new URL('recorded.json', folder), `${JSON.stringify(record, null, 2)}\n`);
