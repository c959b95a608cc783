/** Adds up the named reports of `test-results/`; one that is missing or was never finished is a failure. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { results } from './report.mjs';

let passed = 0;
let failed = 0;
for (const name of process.argv.slice(2)) {
  try {
    const counts = JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8'));
    passed += counts.passed;
    failed += counts.failed + (counts.finished ? 0 : 1);
  } catch {
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
