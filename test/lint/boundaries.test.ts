/** The import rule fails on a planted violation of each invariant, and passes without one. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

const clean = {
  'client/src/node.ts': "import 'vscode';\nimport 'vscode-languageclient/node';\n",
  'server/src/analysis/analyze.ts': "import '../engine/journal/record.ts';\n",
  'server/src/cli/main.ts': "import 'node:fs';\nimport '../engine/engine.ts';\n",
  'server/src/editor/lsp/node.ts': "import 'vscode-languageserver/node';\n",
  'server/src/engine/engine.ts': "import './lifecycle/exit.ts';\n",
  'server/src/engine/files/tree.ts': "import '../text/repr.ts';\n",
  'server/src/engine/heap/heap.ts': 'export {};\n',
  'server/src/engine/journal/record.ts': 'export {};\n',
  'server/src/engine/journal/recorder.ts': "import './record.ts';\nimport '../heap/heap.ts';\n",
  'server/src/engine/lifecycle/exit.ts': "import '../heap/heap.ts';\nimport '../journal/record.ts';\n",
  'server/src/engine/text/repr.ts': 'export {};\n',
  'server/src/engine/versions/profile.ts': "import '../journal/record.ts';\nimport '../text/repr.ts';\n",
};

/** An import that breaks each rule. */
const violations = [
  ['engine-stands-alone', 'server/src/engine/heap/asks-node.ts', "import 'node:fs';\n"],
  ['engine-stands-alone', 'server/src/engine/heap/asks-analysis.ts', "import '../../analysis/analyze.ts';\n"],
  ['heap-never-looks-up', 'server/src/engine/heap/looks-up.ts', "import '../lifecycle/exit.ts';\n"],
  ['heap-never-looks-up', 'server/src/engine/heap/types-too.ts', "import type {} from '../lifecycle/exit.ts';\n"],
  ['modules-never-looks-up', 'server/src/engine/modules/looks-up.ts', "import '../lifecycle/exit.ts';\n"],
  ['heap-knows-nobody', 'server/src/engine/heap/asks-text.ts', "import '../text/repr.ts';\n"],
  ['text-is-pure', 'server/src/engine/text/planted.ts', "import '../versions/profile.ts';\n"],
  ['files-are-pure', 'server/src/engine/files/planted.ts', "import '../heap/heap.ts';\n"],
  ['versions-are-data', 'server/src/engine/versions/planted.ts', "import '../heap/heap.ts';\n"],
  ['journal-only-watches', 'server/src/engine/journal/planted.ts', "import '../lifecycle/exit.ts';\n"],
  ['recorder-behind-its-interface', 'server/src/engine/lifecycle/records.ts', "import '../journal/recorder.ts';\n"],
  ['syntax-comes-first', 'server/src/engine/syntax/planted.ts', "import '../heap/heap.ts';\n"],
  ['compiler-knows-no-heap', 'server/src/engine/compiler/planted.ts', "import '../heap/heap.ts';\n"],
  ['analysis-sees-plain-data', 'server/src/analysis/planted.ts', "import '../engine/engine.ts';\n"],
  ['engine-by-its-entry', 'server/src/editor/features/reaches-in.ts', "import '../../engine/heap/heap.ts';\n"],
  ['protocol-only-in-lsp', 'server/src/editor/features/speaks.ts', "import 'vscode-languageserver';\n"],
  ['vscode-only-in-client', 'server/src/editor/lsp/planted.ts', "import 'vscode';\n"],
  ['client-knows-no-server', 'client/src/planted.ts', "import '../../server/src/editor/lsp/node.ts';\n"],
  ['node-in-few-places', 'server/src/editor/session/planted.ts', "import 'node:fs';\n"],
  ['nothing-unresolved', 'server/src/cli/planted.ts', "import './nowhere.ts';\n"],
] as const;

interface Verdict {
  readonly status: number | null;
  readonly output: string;
}

function checkTree(files: Readonly<Record<string, string>>): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'exit-lens-boundaries-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const script = join(root, 'scripts/boundaries.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('passes a clean tree, having looked at every module of it', () => {
  const { status, output } = checkTree(clean);
  expect(output).toBe(`${Object.keys(clean).length} modules looked at, 0 forbidden imports\n`);
  expect(status).toBe(0);
}, 20_000);

it('fails when it finds nothing to look at', () => {
  const { status, output } = checkTree({ 'client/src/README': '', 'server/src/README': '', 'test/other.ts': 'export {};\n' });
  expect(output).toContain('0 modules looked at');
  expect(status).toBe(1);
}, 20_000);

describe('planted violations', () => {
  let verdict: Verdict;
  beforeAll(() => {
    verdict = checkTree({ ...clean, ...Object.fromEntries(violations.map(([, file, text]) => [file, text])) });
  }, 20_000);

  it('fail the check', () => expect(verdict.status).toBe(1));

  it.each(violations)('%s: %s', (rule, file) => {
    const lines = verdict.output.split('\n').filter((line) => line.startsWith(`${file} imports`));
    expect(lines.some((line) => line.includes(`: ${rule}`))).toBe(true);
  });
});
