/** `npm run build`: bundles everything into `server/dist` and `client/dist`. A build that fails leaves the last one. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { buildLibraries } from './stdlib.mjs';
import { bundles } from './bundles.mjs';

const root = bundles[0].absWorkingDir;

const built = await Promise.all(bundles.map((options) => build({ ...options, write: false })));
for (const folder of new Set(bundles.map(({ outdir }) => outdir))) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
for (const { path, contents } of built.flatMap(({ outputFiles }) => outputFiles)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
await buildLibraries(root, join(root, 'server/dist/stdlib'));
chmodSync(join(root, 'server/dist/exit-lens.js'), 0o755);
