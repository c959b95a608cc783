/** What does not pass of CPython's own tests, as a section of `docs/differences.md`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of each file how many methods pass on the real interpreter, and which of them do not here, with the reason. */
export type Results = Record<string, { readonly listed: number; readonly failing: Readonly<Record<string, string>> }>;

/** By version. */
export type AllResults = Record<string, Results>;

export const readResults = (test: string): AllResults => JSON.parse(readFileSync(join(test, 'cpython/results.json'), 'utf8')) as AllResults;

export function cpythonSection(all: AllResults): string {
  const versions = Object.keys(all).sort();
  if (versions.length === 0) return '';
  const files = [...new Set(versions.flatMap((version) => Object.keys(all[version]!)))].sort();
  const cell = (file: string, version: string): string => {
    const results = all[version]![file];
    return results === undefined ? '–' : `${results.listed - Object.keys(results.failing).length} of ${results.listed}`;
  };
  const rows = files.map((file) => `| \`${file}\` | ${versions.map((version) => cell(file, version)).join(' | ')} |`);
  const failures = files.flatMap((file) => versions.flatMap((version) => Object.entries(all[version]![file]?.failing ?? {}).map(([name, reason]) => ({ name: `${file}.${name}`, version, reason }))));
  const byTest = new Map<string, { versions: string[]; reason: string }>();
  for (const { name, version, reason } of failures) {
    const entry = byTest.get(name);
    if (entry === undefined) byTest.set(name, { versions: [version], reason });
    else entry.versions.push(version);
  }
  const list = [...byTest].map(([name, { versions: where, reason }]) => `| \`${name}\` | ${where.join(', ')} | ${reason.replaceAll('|', '\\|').replaceAll('`', "'")} |`);
  return [
    '',
    "## CPython's own tests",
    '',
    'Methods that pass when they are cut out of the tests that an installed CPython brings, and how many of them pass here (`npm run test:cpython`).',
    '',
    `| file | ${versions.join(' | ')} |`,
    `|---|${versions.map(() => '---|').join('')}`,
    ...rows,
    '',
    'Those that do not, and how they end:',
    '',
    '| test | versions | ends with |',
    '|---|---|---|',
    ...list,
    '',
  ].join('\n');
}
