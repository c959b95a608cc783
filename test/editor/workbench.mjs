/** A real VS Code: its server and extension host under Node, its workbench in headless chromium. */
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as chromiumPath, codeServer, editors } from './install.mjs';

export const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a folder with the given files in a workbench that has the extension, hands the page to `use`, and cleans up. */
export async function withWorkbench({ vsix, files, screenshots }, use) {
  const home = mkdtempSync(join(tmpdir(), 'exit-lens-vscode-'));
  const folder = join(home, 'workspace');
  const userData = join(home, 'user-data');
  mkdirSync(folder);
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(home, 'config.yaml'), '');
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(quietSettings));

  const socket = join(home, 'session.sock');
  const base = [join(codeServer, 'out/node/entry.js'), '--user-data-dir', userData, '--extensions-dir', join(home, 'extensions')];
  base.push('--config', join(home, 'config.yaml'));
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', VSCODE_IPC_HOOK_CLI: '', XDG_RUNTIME_DIR: home, CODE_SERVER_SESSION_SOCKET: socket };
  execFileSync(process.execPath, [...base, '--install-extension', vsix], { env, stdio: 'pipe' });

  const port = await freePort();
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const server = spawn(
    process.execPath,
    [...base, ...quiet, '--disable-workspace-trust', '--bind-addr', `127.0.0.1:${port}`, '--session-socket', socket],
    { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = createWriteStream(join(screenshots, 'server.log'));
  server.stdout.pipe(log);
  server.stderr.pipe(log);

  let browser;
  try {
    await answers(`http://127.0.0.1:${port}/healthz`, server);
    const opened = await openPage(join(screenshots, 'console.log'));
    browser = opened.browser;
    const { page } = opened;
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    try {
      await use(page);
    } catch (error) {
      await page.screenshot({ path: join(screenshots, 'failure.png') });
      throw error;
    }
  } finally {
    await browser?.close();
    await end(server);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What the workbench says on its console goes into a file. */
export async function openPage(console) {
  const { chromium } = createRequire(join(editors, 'package.json'))('playwright-core');
  const browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: chromiumArguments });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const log = createWriteStream(console);
  page.on('console', (message) => log.write(`[${message.type()}] ${message.text()}\n`));
  return { browser, page };
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function answers(url, server) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the VS Code server ended with status ${server.exitCode}`);
    if (Date.now() > deadline) throw new Error('the VS Code server does not answer');
    const ok = await fetch(url).then((response) => response.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The server is the leader of a process group of its own: its extension hosts end with it. */
export async function end(server) {
  const exited = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode !== null) return;
  process.kill(-server.pid, 'SIGTERM');
  await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5000))]);
}
