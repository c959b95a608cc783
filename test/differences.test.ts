import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disagreementsSection, readDisagreements } from './agreement/disagreements.ts';
import { cpythonSection, readResults } from './cpython/section.ts';
import { differencesPage, readDifferences, reasonLine } from './differences.ts';
import { loadEngine } from './engine.ts';
import { root } from './product.ts';

const differences = readDifferences(join(root, 'test'));
const run = await loadEngine(root);

describe('known differences', () => {
  it.each(differences.map((difference) => [difference.scenario.name, difference] as const))('%s', (_name, { scenario, cpython, exitLens }) => {
    const { stdout, stderr, stopped } = run(scenario, '3.13');
    const lines = (stdout + stderr).split('\n').slice(0, -1);
    expect([...lines, ...reasonLine(stopped)]).toEqual(exitLens);
    expect(exitLens).not.toEqual(cpython);
  });

  it('are what docs/differences.md lists', () => {
    expect(readFileSync(join(root, 'docs/differences.md'), 'utf8')).toBe(differencesPage(differences) + disagreementsSection(readDisagreements(join(root, 'test'))) + cpythonSection(readResults(join(root, 'test'))));
  });
});
