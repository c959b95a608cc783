/** `npm run test:editor`: the packaged extension in real editors. Screenshots are kept in `test-results/`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Report, results, root } from '../../scripts/report.mjs';
import { chromium, install } from './install.mjs';
import { neovim } from './neovim.mjs';
import { vscode } from './vscode.mjs';
import { web } from './web.mjs';

const report = new Report('editors');
const check = (name, action) => report.check(name, action);
const vsix = join(root, 'exit-lens.vsix');
const screenshots = join(results, 'screenshots');

const ready = await check('editors are installed', () => {
  if (!existsSync(chromium)) throw new Error('Debian\'s chromium is missing: apt-get install chromium');
  install();
});
const packaged = await check('the extension is packaged', () => {
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
});

if (ready && packaged) {
  await check('VS Code starts and ends', () => vscode({ check, vsix, screenshots }));
  await check('VS Code in the browser starts and ends', () => web({ check, screenshots }));
  await check('Neovim starts and ends', () => neovim({ check }));
}
report.finish();
