/** Counts what passed and what failed, and keeps the counts in `test-results/` for whoever sums them up. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
export const results = join(root, 'test-results');

export class Report {
  #name;
  #passed = 0;
  #failed = 0;
  #finished = false;

  constructor(name) {
    this.#name = name;
    this.#save();
  }

  /** Adds counts that another program gave. */
  add(passed, failed) {
    this.#passed += passed;
    this.#failed += failed;
    this.#save();
  }

  /** Does one thing and counts it; a failure is printed and does not stop the rest. Answers whether it passed. */
  async check(name, action) {
    const start = performance.now();
    try {
      await action();
      console.log(`  ok      ${name} (${Math.round(performance.now() - start)} ms)`);
      this.add(1, 0);
      return true;
    } catch (error) {
      const lines = String(error?.stack ?? error).split('\n').slice(0, 8);
      console.log(`  FAILED  ${[name, ...lines.map((line) => line.slice(0, 300))].join('\n          ')}`);
      this.add(0, 1);
      return false;
    }
  }

  /** Prints the sum as the last line and sets the exit status. */
  finish() {
    this.#finished = true;
    this.#save();
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }

  #save() {
    const counts = { passed: this.#passed, failed: this.#failed, finished: this.#finished };
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, `${this.#name}.json`), `${JSON.stringify(counts)}\n`);
  }
}
