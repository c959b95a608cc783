import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { KINDS, numbers, randomText, said } from './fuzz.ts';

const VERSIONS: readonly PythonVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

const samples = ['all.py', 'since-3.12.py', 'since-3.14.py', 'since-3.15.py'].flatMap((name) =>
  readFileSync(new URL(`trees/${name}`, import.meta.url), 'utf8').split(/\n(?=\S)/).map((piece) => `${piece}\n`));

/** A small part of what `npm run test:fuzz` tries, which also asks real interpreters. */
describe('random texts', () => {
  for (const kind of KINDS) {
    it(`(${kind}) are parsed and compiled without an exception, and soon`, () => {
      const next = numbers(KINDS.indexOf(kind) + 1);
      for (let i = 0; i < 300; i++) {
        const text = randomText(kind, next, samples);
        const started = performance.now();
        const answer = said(text, VERSIONS[i % VERSIONS.length]!);
        expect(answer === null || answer[1].length > 0, text).toBe(true);
        expect(performance.now() - started, text).toBeLessThan(5000);
      }
    });
  }
});
