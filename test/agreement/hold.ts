/** Every scenario on one version: output, exit status and fates equal to the recorded interpreter's, the audit clean. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../engine.ts';
import { readScenarios, versions, type Scenario } from '../scenarios.ts';
import { comparable } from './compare.ts';
import { isKnown, readDisagreements } from './disagreements.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Some instructions take shorter ways while nobody watches, so one version of each scenario runs without observation too. */
const unobserved = ({ name }: Scenario): (typeof versions)[number] => versions[[...name].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 3]!;

/** Audits fall on different steps of different scenarios, and on the same ones in every run of the tests. */
function auditInterval({ name }: Scenario, version: string): number {
  let hash = 0;
  for (const character of name + version) hash = (hash * 31 + character.charCodeAt(0)) % 9973;
  return 1000 + hash;
}

/** The tests of a version, a file each, so that they run beside each other. */
export async function holdAgainstRecord(version: (typeof versions)[number]): Promise<void> {
  const disagreements = readDisagreements(folder);
  const runScenario = await loadEngine(fileURLToPath(new URL('../..', import.meta.url)));

  describe.each(readScenarios(folder))('$name', (scenario) => {
    const known = isKnown(disagreements, scenario.name, version);

    test(version, () => {
      const truth = scenario.truth.get(version);
      expect.assert(truth !== undefined, `nothing recorded for ${version}`);
      const outcome = runScenario(scenario, version, { audit: auditInterval(scenario, version) });
      const { expected, actual } = comparable(truth, outcome);
      if (known) expect(actual, 'it agrees now: take it out of test/disagreements.json').not.toEqual(expected);
      else expect(actual).toEqual(expected);
    });

    if (unobserved(scenario) !== version || known) return;
    test(`${version}, unobserved`, () => {
      const truth = scenario.truth.get(version);
      expect.assert(truth !== undefined, `nothing recorded for ${version}`);
      const outcome = runScenario(scenario, version, { audit: auditInterval(scenario, version), observe: false });
      const { expected, actual } = comparable({ ...truth, objects: {} }, outcome);
      expect(actual).toEqual(expected);
    });
  });
}
