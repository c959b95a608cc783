/**
 * Edit → diagnostics through the language server over stdio: a scenario of a thousand lines in which one character
 * changes, from the notification to the answer of the diagnostics' request. Beside it, one run of the real interpreter.
 */
import { spawn } from 'node:child_process';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { serverFile } from './places.mjs';
import { runPython } from './python.mjs';
import { scenario } from './scenario.mjs';
import { fixed, percentile, table } from './table.mjs';

const edits = 40;
const uri = 'file:///nowhere/bench.scenario.py';

export async function measureEditing({ python }) {
  const [short, long] = [await session(100), await session(1000)];
  const rows = [
    ['100 lines', ...figures(short.times), python === null ? null : onePython(python, 100)],
    ['1,000 lines', ...figures(long.times), python === null ? null : onePython(python, 1000)],
  ];
  return {
    data: { edits, short, long },
    text: table(
      `Edit to diagnostics, milliseconds; ${edits} edits`,
      ['scenario', 'first', 'p50', 'p95', 'one run of CPython'],
      rows.map(([name, ...values]) => [name, ...values.map((value) => fixed(value, 1))]),
    ),
  };
}

const figures = ([first, ...times]) => [first, percentile(times, 0.5), percentile(times, 0.95)];

/** One server, a document opened and edited: the time of each verdict, the first after start-up and all. */
async function session(lines) {
  const started = performance.now();
  const server = spawn(process.execPath, [serverFile, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri, languageId: 'python-scenario', version: 0, text: scenario(lines, 0) };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const diagnostics = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  let count = (await diagnostics()).items.length;
  const times = [performance.now() - started];
  for (let version = 1; version <= edits; version++) {
    const before = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: scenario(lines, version) }],
    });
    count = (await diagnostics()).items.length;
    times.push(performance.now() - before);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return { lines, diagnostics: count, times };
}

/** The fastest of a few runs of the same scenario as a process. */
function onePython(python, lines) {
  const folder = mkdtempSync(join(tmpdir(), 'exit-lens-bench-'));
  try {
    const path = join(folder, 'bench.scenario.py');
    writeFileSync(path, scenario(lines, 0));
    const times = Array.from({ length: 5 }, () => {
      const before = performance.now();
      runPython(python, [path]);
      return performance.now() - before;
    });
    return Math.min(...times);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
