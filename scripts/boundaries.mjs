/** Checks who imports whom, as `.dependency-cruiser.cjs` has it: in this checkout, or in the folder that is named. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './report.mjs';

const folder = process.argv[2] ?? root;
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), 'server/src', 'client/src', '--output-type', 'json'],
  { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 2 ** 20 },
);
if (status === null || stdout === '') throw new Error(`dependency-cruiser did not run: ${stderr}`);

const { modules, summary } = JSON.parse(stdout);
const ours = modules.filter(({ source }) => /^(server|client)\/src\//.test(source));
for (const { from, to, rule, comment } of summary.violations) {
  console.error(`${from} imports ${to}: ${rule.name}${comment === undefined ? '' : ` (${comment})`}`);
}
console.log(`${ours.length} modules looked at, ${summary.violations.length} forbidden imports`);
// A cruiser that finds no modules finds no violations either.
if (ours.length === 0 || summary.violations.length > 0) process.exitCode = 1;
