/** In Neovim: the same server over stdio, with diagnostics that are published. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

export async function neovim({ check }) {
  const script = join(root, 'test/editor/neovim.lua');
  const { stdout, stderr, error } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-c', `luafile ${script}`], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      EXIT_LENS_FILE: join(root, 'examples/connection.scenario.py'),
      EXIT_LENS_CLI: join(root, 'server/dist/exit-lens.js'),
      EXIT_LENS_NODE: process.env.npm_node_execpath ?? process.execPath,
    },
  });
  if (error !== undefined) throw error;
  // A headless Neovim prints on stderr.
  const steps = [...`${stdout}${stderr}`.matchAll(/^(not )?ok (.*?)\r?$/gm)];
  if (steps.length === 0) throw new Error(`Neovim did not run the script: ${stderr}`);
  for (const [, failed, name] of steps) {
    await check(name, () => {
      if (failed !== undefined) throw new Error('see the name');
    });
  }
}
