import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadEngine } from '../engine.ts';
import { root } from '../product.ts';
import { generate, textOf } from './generate.ts';
import { findPythons } from './interpreters.ts';
import { Judge } from './judge.ts';
import { compound, simple, write, type Statement } from './program.ts';
import { shrink } from './shrink.ts';

const folder = mkdtempSync(join(tmpdir(), 'exit-lens-fuzz-'));
const pythons = findPythons(['3.11', '3.12', '3.13'], process.env['EXIT_LENS_PYTHONS'], folder);
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(pythons.size === 0)('random programs print what the interpreter prints', async () => {
  const judge = new Judge(root, await loadEngine(root), folder, pythons);
  afterAll(() => judge.end());
  for (const [version] of pythons) {
    test(version, { timeout: 120_000 }, async () => {
      for (let seed = 1; seed <= 20; seed++) {
        const source = textOf(generate(seed));
        expect(await judge.judge(judge.begin(source, version), seed % 2 === 0), source).not.toMatchObject({ kind: 'differs' });
      }
    });
  }
});

test('a seed means one program', () => {
  expect(write(generate(11))).toBe(write(generate(11)));
  expect(write(generate(11))).not.toBe(write(generate(12)));
});

test('what fails is shrunk to what makes it fail', async () => {
  const program: Statement[] = [simple('a = 1'), compound(['if a:', [simple('b = 2'), simple('boom()'), simple('c = 3')]], ['else:', [simple('d = 4')]]), simple('e = 5')];
  const small = await shrink(program, (candidate) => Promise.resolve(write(candidate).includes('boom()')));
  expect(write(small)).toBe('boom()\n');
});
