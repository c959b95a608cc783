/** Scenarios that are known not to agree with the record yet: which versions, and why. They are run all the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Disagreement {
  readonly scenario: string;
  readonly versions: readonly string[];
  readonly cause: string;
}

export function readDisagreements(test: string): readonly Disagreement[] {
  return JSON.parse(readFileSync(join(test, 'disagreements.json'), 'utf8')) as readonly Disagreement[];
}

export const isKnown = (known: readonly Disagreement[], scenario: string, version: string): boolean =>
  known.some((one) => one.scenario === scenario && one.versions.includes(version));

/** The list as the last section of `docs/differences.md`. */
export function disagreementsSection(known: readonly Disagreement[]): string {
  if (known.length === 0) return '';
  const rows = known.map(({ scenario, versions, cause }) => `| \`${scenario}\` | ${versions.join(', ')} | ${cause} |`);
  return ['', '## Scenarios that do not agree yet', '', 'The tests run them too, and fail when one of them agrees.', '', '| scenario | versions | cause |', '|---|---|---|', ...rows, ''].join('\n');
}
