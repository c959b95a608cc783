/** `npm test`: builds, checks types, lints, and runs every test; the last line counts them all. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Report, results, root } from './report.mjs';

const report = new Report('tests');
const run = (...command) => {
  const { status } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with status ${status}`);
};
const npm = (script) => run('npm', 'run', '--silent', script);

const built = await report.check('build', () => npm('build'));
await report.check('types', () => npm('check-types'));
await report.check('lint', () => npm('lint'));

if (built) {
  const output = join(results, 'vitest.json');
  rmSync(output, { force: true });
  await report.check('vitest ran to its end', () => {
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`],
      { cwd: root, stdio: 'inherit' },
    );
    const { numPassedTests, numFailedTests, numTotalTestSuites } = JSON.parse(readFileSync(output, 'utf8'));
    report.add(numPassedTests, numFailedTests);
    if (numTotalTestSuites === 0) throw new Error('no tests were found');
    // A file that cannot be loaded fails without a failing test in it.
    if (status !== 0 && numFailedTests === 0) throw new Error(`vitest ended with status ${status}`);
  });
}
report.finish();
