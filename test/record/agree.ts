/** The table behind agree.mjs. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { differences, type Difference } from '../agreement/compare.ts';
import { loadEngine, type Limits, type RunScenario } from '../engine.ts';
import { readScenarios, versions as tested, type Scenario } from '../scenarios.ts';

/** A version's verdict on a scenario. */
type Verdict =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'unrecorded' }
  | { readonly kind: 'crashed'; readonly error: string }
  | { readonly kind: 'differs'; readonly differences: readonly Difference[] };

/** Prints the table for the checkout `root`; answers the exit status. */
export async function agree(root: string, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { audit: { type: 'string' }, version: { type: 'string', multiple: true }, full: { type: 'boolean', default: false } },
  });
  const run = await loadEngine(root);
  const versions = (values.version as PythonVersion[] | undefined) ?? tested;
  const limits: Limits = values.audit === undefined ? {} : { audit: Number(values.audit) };
  const chosen = readScenarios(join(root, 'test')).filter(
    ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
  );

  const width = Math.max(...chosen.map(({ name }) => name.length), 0) + 2;
  const agreeing = new Map(versions.map((version) => [version, 0]));
  const failures: string[] = [];
  for (const scenario of chosen) {
    const cells = versions.map((version) => {
      const verdict = judge(run, scenario, version, limits);
      if (verdict.kind === 'agrees') agreeing.set(version, (agreeing.get(version) ?? 0) + 1);
      return { version, verdict };
    });
    const stale = scenario.current ? '' : '  changed since it was recorded';
    process.stdout.write(`${scenario.name.padEnd(width)}${cells.map(({ verdict }) => cell(verdict).padEnd(22)).join('')}${stale}\n`);
    failures.push(...explain(scenario, cells, values.full));
  }
  if (failures.length > 0) process.stdout.write(`\n${failures.join('\n')}\n`);
  const totals = versions.map((version) => `${version}: ${agreeing.get(version)}/${chosen.length}`);
  process.stdout.write(`\n${totals.join('   ')}\n`);
  return [...agreeing.values()].every((count) => count === chosen.length) ? 0 : 1;
}

function judge(run: RunScenario, scenario: Scenario, version: PythonVersion, limits: Limits): Verdict {
  const truth = scenario.truth.get(version);
  if (truth === undefined) return { kind: 'unrecorded' };
  try {
    const found = differences(truth, run(scenario, version, limits));
    return found.length === 0 ? { kind: 'agrees' } : { kind: 'differs', differences: found };
  } catch (error) {
    return { kind: 'crashed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function cell(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'agrees':
      return 'ok';
    case 'unrecorded':
    case 'crashed':
      return verdict.kind;
    case 'differs':
      return verdict.differences.map(({ aspect }) => aspect).join(' ');
  }
}

/** The first difference of the scenario, or with `full` all of them. */
function explain(
  { name }: Scenario,
  cells: readonly { readonly version: PythonVersion; readonly verdict: Verdict }[],
  full: boolean,
): string[] {
  const texts = cells.flatMap(({ version, verdict }) => {
    switch (verdict.kind) {
      case 'agrees':
        return [];
      case 'unrecorded':
        return [`${name} ${version}: nothing recorded`];
      case 'crashed':
        return [`${name} ${version}: the engine threw\n  ${verdict.error.split('\n').slice(0, full ? 20 : 4).join('\n  ')}`];
      case 'differs':
        return verdict.differences.map(
          ({ aspect, at, expected, actual }) => `${name} ${version}: ${aspect}, line ${at}\n  - ${shown(expected)}\n  + ${shown(actual)}`,
        );
    }
  });
  return full ? texts : texts.slice(0, 1);
}

function shown(line: string | null): string {
  return line === null ? '(nothing)' : JSON.stringify(line);
}
