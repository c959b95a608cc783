/** The language server as any editor meets it, with the engine in a worker thread and in the server's own. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import { afterEach, describe, expect, it } from 'vitest';
import { Editor, noteLatency, pulling, pushing } from './client.ts';

const uri = 'file:///nowhere/conn.scenario.py';
const held = `class Conn:
    def __del__(self):
        import time
conn = Conn()
`;
const freed = `${held}del conn\n`;
const endless = `class Conn: pass
conn = Conn()
while True: pass
`;

let editor: Editor | undefined;

async function start(...args: Parameters<typeof Editor.start>): Promise<Editor> {
  return (editor = await Editor.start(...args));
}

afterEach(async () => {
  const status = await editor?.stop();
  editor = undefined;
  expect(status ?? 0).toBe(0);
});

describe.each([
  ['in a worker', []],
  ['in slices', ['--in-process']],
])('engine %s', (_, mode) => {
  it('answers diagnostics that an edit clears, to an editor that asks for them', async () => {
    const editor = await start(pulling, mode);
    expect(editor.initialized.capabilities.diagnosticProvider).toBeDefined();
    await editor.open(uri, held);
    const problems = await editor.pull(uri);
    const problem = problems.find(({ code }) => code === 'finalizer-fails-at-exit');
    expect(problem).toMatchObject({ source: 'Exit Lens', range: { start: { line: 3 } } });
    expect(problem?.relatedInformation?.[0]?.location.uri).toBe(uri);
    await editor.change(uri, 2, freed);
    expect(await editor.pull(uri)).toEqual([]);
    expect(editor.published).toEqual([]);
  });

  it('publishes them to an editor that does not ask', async () => {
    const editor = await start(pushing, mode);
    expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await editor.open(uri, held);
    expect(await editor.publishedFor(uri, 1)).not.toEqual([]);
    await editor.change(uri, 2, freed);
    expect(await editor.publishedFor(uri, 2)).toEqual([]);
    await editor.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    await editor.until(() => editor.published.at(-1)?.version === undefined);
  });

  it('answers a hover', async () => {
    const editor = await start(pulling, mode);
    await editor.open(uri, freed);
    await editor.pull(uri);
    const hover = await editor.hover(uri, 3, 1);
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('`conn`') });
    expect(hover?.range).toEqual({ start: { line: 3, character: 0 }, end: { line: 3, character: 4 } });
  });

  it('answers hovers while an endless loop runs, and ends the loop', async () => {
    const editor = await start(pulling, mode, { stepLimit: 50_000_000 });
    await editor.open(uri, endless);
    const report = editor.pull(uri);
    let ended = false;
    void report.then(() => (ended = true));
    const times: number[] = [];
    const texts = new Set<string | null>();
    // The first answer also waits for the server to compile what it runs for the first time.
    await editor.hoverText(uri, 1, 1);
    while (!ended) {
      const before = performance.now();
      const text = await editor.hoverText(uri, 1, 1);
      if (ended) break;
      times.push(performance.now() - before);
      texts.add(text);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(times.length).toBeGreaterThan(5);
    expect([...texts].every((text) => text?.includes('Still running'))).toBe(true);
    noteLatency(`endless loop, ${mode.length === 0 ? 'worker' : 'slices'}`, times);
    expect((await report).map(({ code }) => code)).toContain('step-limit');
  });

  it('never answers for an older text', async () => {
    const editor = await start(pulling, mode, { stepLimit: 1e12 });
    await editor.open(uri, endless);
    const old = editor.pull(uri).then(
      () => 'answered',
      (error: { code: number }) => error.code,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await editor.change(uri, 2, freed);
    expect(await editor.pull(uri)).toEqual([]);
    expect(await old).toBe(-32802);
    expect(await editor.hoverText(uri, 3, 1)).not.toContain('Still running');
  });

  it('shows progress for a long run only', async () => {
    const editor = await start(pulling, mode, { stepLimit: 1e12 });
    // The first run starts the interpreter too, which may take long enough to be shown.
    await editor.open(uri, held);
    await editor.pull(uri);
    editor.events.length = 0;
    await editor.change(uri, 2, freed);
    await editor.pull(uri);
    expect(editor.events).not.toContain('progress');
    await editor.change(uri, 3, endless);
    await editor.until(() => editor.events.includes('progress'));
    await editor.change(uri, 4, freed);
    expect(await editor.pull(uri)).toEqual([]);
  });

  it('finds modules beside the scenario, open ones first, and notices their changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exit-lens-'));
    const scenario = pathToFileURL(join(folder, 'main.scenario.py')).href;
    const module = pathToFileURL(join(folder, 'helper.py')).href;
    writeFileSync(join(folder, 'helper.py'), 'limit = 12\n');
    const editor = await start(pulling, mode);
    await editor.open(scenario, 'import helper\nvalue = helper.limit\n');
    await editor.pull(scenario);
    expect(await editor.hoverText(scenario, 1, 1)).toContain('12');
    await editor.open(module, 'limit = 23\n', 'python');
    await editor.until(() => editor.events.includes('refresh'));
    await editor.pull(scenario);
    expect(await editor.hoverText(scenario, 1, 1)).toContain('23');
    await editor.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: module } });
    writeFileSync(join(folder, 'helper.py'), 'limit = 45\n');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: module, type: FileChangeType.Changed }],
    });
    await editor.pull(scenario);
    expect(await editor.hoverText(scenario, 1, 1)).toContain('45');
  });

  it('answers nothing for plain Python and for documents it does not know', async () => {
    const editor = await start(pulling, mode);
    await editor.open('file:///nowhere/plain.py', held, 'python');
    expect(await editor.pull('file:///nowhere/plain.py')).toEqual([]);
    expect(await editor.hover('file:///nowhere/plain.py', 3, 1)).toBeNull();
    expect(await editor.pull('file:///nowhere/never-opened.scenario.py')).toEqual([]);
    expect(await editor.hover('file:///nowhere/never-opened.scenario.py', 0, 0)).toBeNull();
  });

  it('counts positions in UTF-16, past characters outside the basic plane', async () => {
    const editor = await start(pulling, mode);
    await editor.open(uri, 'face = "😀"; last = 1\n');
    await editor.pull(uri);
    expect((await editor.hover(uri, 0, 14))?.range).toEqual({
      start: { line: 0, character: 13 },
      end: { line: 0, character: 17 },
    });
  });
});
