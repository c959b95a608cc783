/** In a real VS Code: open a scenario, see the squiggle, read the hover, edit so that the object is freed, see it go. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { withWorkbench } from './workbench.mjs';

const example = 'connection.scenario.py';
export const squiggle = '.view-overlays .cdr[class*="squiggly-"]';

export async function vscode({ check, vsix, screenshots }) {
  const files = {
    [example]: readFileSync(join(root, 'examples', example), 'utf8'),
    'endless.scenario.py': 'class Conn: pass\nconn = Conn()\nwhile True: pass\n',
    'plain.py': 'print(1)\n',
  };
  await withWorkbench({ vsix, files, screenshots }, async (page) => {
    const shot = (name) => page.screenshot({ path: join(screenshots, `${name}.png`) });

    await check('a scenario opens in its own language', async () => {
      await open(page, example);
      assert.equal(await languageOf(page), 'Python Scenario');
      await page.locator('.view-line', { hasText: 'class Connection' }).waitFor();
    });
    await check('the grammar colours it', async () => {
      // Without a grammar the whole line is one piece of text.
      await page.locator('.view-line span > span', { hasText: /^class$/ }).first().waitFor({ timeout: 10_000 });
    });
    await check('a squiggle appears', async () => {
      await page.locator(squiggle).first().waitFor({ timeout: 40_000 });
    });
    await check('the hover tells the fate', async () => {
      const text = await hover(page, 'connection', 'modules');
      assert.match(text, /Connection/);
      assert.match(text, /modules/);
      await shot('hover');
    });
    await check('Problems lists it with its code', async () => {
      await palette(page, 'Problems: Focus on Problems View');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'Exit Lens' }).first();
      await row.waitFor({ timeout: 10_000 });
      assert.match(await row.innerText(), /finalizer-fails-at-exit/);
      await shot('problems');
      await page.keyboard.press('Control+J');
    });
    await check('the squiggle goes when the object is freed in time', async () => {
      await page.locator('.view-line', { hasText: 'connected to' }).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('del connection\n');
      await page.locator(squiggle).first().waitFor({ state: 'detached', timeout: 20_000 });
      await shot('freed');
    });
    await check('and comes back with an undo', async () => {
      for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
      await page.locator(squiggle).first().waitFor({ timeout: 20_000 });
    });
    await check('the server can be restarted', async () => {
      await palette(page, 'Exit Lens: Restart Server');
      await page.locator(squiggle).first().waitFor({ state: 'detached', timeout: 20_000 });
      await page.locator(squiggle).first().waitFor({ timeout: 20_000 });
      await hover(page, 'connection', 'modules');
    });
    await check('an endless scenario ends on its budget and says so', async () => {
      await open(page, 'endless.scenario.py');
      await page.locator(squiggle).first().waitFor({ timeout: 40_000 });
      await palette(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'step-limit' }).first().waitFor({ timeout: 20_000 });
      await shot('endless');
    });
    await check('plain Python stays Python', async () => {
      await open(page, 'plain.py');
      assert.equal(await languageOf(page), 'Python');
    });
  });
}

export async function open(page, name) {
  const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  await row.waitFor({ timeout: 60_000 });
  await row.dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: 20_000 });
}

async function languageOf(page) {
  const mode = page.locator('[id="status.editor.mode"]');
  await mode.waitFor();
  return (await mode.innerText()).trim();
}

/** Rests the pointer on the last line that begins with a word, until the hover says what is expected. */
export async function hover(page, word, expected) {
  const line = page.locator('.view-line', { hasText: new RegExp(`^${word}\\s=`) }).first();
  const popup = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: expected }).first();
  for (let attempt = 0; attempt < 6; attempt++) {
    const box = await line.boundingBox();
    await page.mouse.move(box.x + 300, box.y + 150);
    await page.mouse.move(box.x + 20 + attempt, box.y + box.height / 2, { steps: 4 });
    const seen = await popup.waitFor({ timeout: 3000 }).then(() => true, () => false);
    if (seen) return popup.innerText();
  }
  throw new Error(`no hover on ${word} that says ${expected}`);
}

async function palette(page, command) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  await input.fill(`>${command}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
  await page.keyboard.press('Enter');
}
