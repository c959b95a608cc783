/** `npm run build`: bundles everything into `server/dist` and `client/dist`. */
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';

const root = bundles[0].absWorkingDir;

for (const folder of new Set(bundles.map(({ outdir }) => outdir))) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
await Promise.all(bundles.map((options) => build(options)));
chmodSync(join(root, 'server/dist/exit-lens.js'), 0o755);
