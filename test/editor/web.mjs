/**
 * In VS Code's web extension host, as vscode.dev runs it: the server is a web worker and the engine runs in slices
 * of it. A proxy in front of the VS Code server adds the extension to the workbench's configuration and serves it.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { codeServer, root } from './install.mjs';
import { hover, open, squiggle } from './vscode.mjs';
import { answers, end, freePort, openPage, quietSettings } from './workbench.mjs';

const example = 'connection.scenario.py';
const prefix = '/exit-lens/';
const served = /^(package\.json|language-configuration\.json|syntaxes\/[\w.-]+|client\/dist\/browser\.js|server\/dist\/server-browser\.js|server\/dist\/stdlib\/[\w.]+\.lib)$/;
const types = { '.js': 'text/javascript', '.json': 'application/json', '.lib': 'application/octet-stream' };

export async function web({ check, screenshots }) {
  const home = mkdtempSync(join(tmpdir(), 'exit-lens-web-'));
  const folder = join(home, 'workspace');
  mkdirSync(folder);
  mkdirSync(join(home, 'user-data/User'), { recursive: true });
  writeFileSync(join(home, 'user-data/User/settings.json'), JSON.stringify(quietSettings));
  writeFileSync(join(folder, example), readFileSync(join(root, 'examples', example)));
  writeFileSync(join(folder, 'endless.scenario.py'), 'class Conn: pass\nconn = Conn()\nwhile True: pass\n');

  const [back, port] = [await freePort(), await freePort()];
  const paths = ['server-data', 'user-data', 'extensions'].flatMap((name) => [`--${name}-dir`, join(home, name)]);
  const server = spawn(
    process.execPath,
    [
      join(codeServer, 'lib/vscode/out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(back), '--without-connection-token', '--accept-server-license-terms'],
      ...['--disable-telemetry', '--disable-workspace-trust', ...paths],
    ],
    { detached: true, stdio: 'ignore' },
  );
  const proxy = startProxy(back, port);
  let browser;
  try {
    await answers(`http://127.0.0.1:${back}/version`, server);
    const opened = await openPage(join(screenshots, 'web-console.log'));
    browser = opened.browser;
    const { page } = opened;
    const payload = JSON.stringify([['skipWelcome', 'true']]);
    await page.goto(`http://127.0.0.1:${port}/?folder=${folder}&payload=${encodeURIComponent(payload)}`);
    try {
      await check('web: a squiggle appears', async () => {
        await open(page, example);
        await page.locator(squiggle).first().waitFor({ timeout: 40_000 });
      });
      await check('web: the hover tells the fate', async () => {
        assert.match(await hover(page, 'connection', 'modules'), /Connection/);
        await page.screenshot({ path: join(screenshots, 'web.png') });
      });
      await check('web: an endless scenario ends on its budget, and hovers are answered meanwhile', async () => {
        await open(page, 'endless.scenario.py');
        await hover(page, 'conn', /Still running|freed|stopped/);
        await page.locator(squiggle).first().waitFor({ timeout: 40_000 });
      });
    } catch (error) {
      await page.screenshot({ path: join(screenshots, 'web-failure.png') });
      throw error;
    }
  } finally {
    await browser?.close();
    proxy.close();
    proxy.closeAllConnections();
    await end(server);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function startProxy(back, port) {
  const proxy = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url, 'http://localhost');
    if (pathname.startsWith(prefix)) serveFile(pathname.slice(prefix.length), outgoing);
    else forward(incoming, outgoing, back, pathname === '/');
  });
  proxy.on('upgrade', (incoming, socket, head) => tunnel(incoming, socket, head, back));
  return proxy.listen(port, '127.0.0.1');
}

function serveFile(name, outgoing) {
  const path = join(root, name);
  if (!served.test(name) || !existsSync(path)) {
    outgoing.writeHead(404).end();
    return;
  }
  outgoing.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' });
  createReadStream(path).pipe(outgoing);
}

function forward(incoming, outgoing, back, isWorkbench) {
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
  const onward = request({ host: '127.0.0.1', port: back, path: incoming.url, method: incoming.method, headers }, (answer) => {
    if (!isWorkbench || answer.statusCode !== 200) {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    let html = '';
    answer.setEncoding('utf8').on('data', (part) => (html += part));
    answer.on('end', () => {
      const { 'content-length': _, ...rest } = answer.headers;
      outgoing.writeHead(200, rest);
      outgoing.end(withExtension(html, incoming.headers.host));
    });
  });
  onward.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(onward);
}

/** Adds the extension to the settings that the workbench's page carries. */
function withExtension(html, authority) {
  return html.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_, start, settings) => {
    const configuration = JSON.parse(settings.replaceAll('&quot;', '"'));
    const extension = { scheme: 'http', authority, path: prefix.slice(0, -1) };
    configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [extension] };
    return `${start}${JSON.stringify(configuration).replaceAll('"', '&quot;')}"`;
  });
}

function tunnel(incoming, socket, head, back) {
  const onward = connect(back, '127.0.0.1', () => {
    const { rawHeaders } = incoming;
    const lines = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
    onward.write([`${incoming.method} ${incoming.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}
