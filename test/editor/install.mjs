/**
 * Installs the real editors' parts that npm brings into `.editors/` (ignored by git): the VS Code server inside
 * code-server, and playwright-core, which drives Debian's chromium. Run by Node 24 through `npm run test:editor`;
 * running it again does nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const editors = join(root, '.editors');
export const codeServer = join(editors, 'node_modules/code-server');
export const chromium = '/usr/bin/chromium';

const vscode = join(codeServer, 'lib/vscode');
const packages = ['code-server@4.139.1', 'playwright-core@1.65.1'];
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** The extension host loads two native modules; they are compiled with the headers that npm's `node` brings. */
function nodeHeaders() {
  const inside = join(root, 'node_modules/node/node_modules');
  const found = existsSync(inside) ? readdirSync(inside).find((name) => name.startsWith('node-linux-')) : undefined;
  return found === undefined ? undefined : join(inside, found);
}

export function install() {
  const headers = nodeHeaders();
  const env = { ...process.env, ...(headers === undefined ? {} : { npm_config_nodedir: headers }) };
  const npm = (cwd, ...args) => execFileSync('npm', args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });

  mkdirSync(editors, { recursive: true });
  if (!existsSync(join(editors, 'package.json'))) writeFileSync(join(editors, 'package.json'), '{ "private": true }\n');
  if (!existsSync(codeServer) || !existsSync(join(editors, 'node_modules/playwright-core'))) {
    npm(editors, 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages);
  }
  if (!existsSync(join(vscode, 'node_modules'))) {
    npm(vscode, 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
  }
  const built = nativeModules.every((name) => existsSync(join(vscode, 'node_modules', name, 'build/Release')));
  if (!built) npm(vscode, 'rebuild', ...nativeModules);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`installing ${packages.join(', ')} into ${dirname(codeServer)}`);
  install();
}
