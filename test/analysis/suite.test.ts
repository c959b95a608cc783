/** Runs the Markdown suites, and the examples of docs/diagnostics.md, through the built engine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, type Analysis } from '../../server/src/analysis/analyze.ts';
import { hover } from '../../server/src/analysis/hover.ts';
import { scan } from '../../server/src/analysis/tokens.ts';
import type { Run, RunOptions } from '../../server/src/engine/engine.ts';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { libraries, type LibraryOpener } from '../libraries.ts';
import { root } from '../product.ts';
import { parseSuite } from './suite.ts';

const VERSIONS: readonly PythonVersion[] = ['3.11', '3.12', '3.13'];
const FILE = 'suite.scenario.py';
const ENGINE = new URL('../../server/dist/engine.js', import.meta.url);

interface Engine extends LibraryOpener {
  readonly startRun: (options: RunOptions) => Run;
}
const engine: Engine | null = existsSync(ENGINE) ? await import(ENGINE.href) : null;
const startRun = engine?.startRun;
const libraryOf = engine === null ? null : libraries(engine, root);

function run(source: string, version: PythonVersion): Analysis {
  if (startRun === undefined) throw new Error('the engine is not built');
  const running = startRun({ main: { path: FILE, source }, version, library: libraryOf!(version), listFolder: () => [], readModule: () => null, observe: true, stepLimit: 1_000_000, memoryLimit: 2 ** 28 });
  for (;;) {
    const progress = running.run(100_000);
    if (progress.state === 'finished') return analyze(progress.result, new Map([[FILE, source]]));
  }
}

const folder = new URL('suites/', import.meta.url);
const suites = readdirSync(folder).map((name) => ({ name, cases: parseSuite(readFileSync(new URL(name, folder), 'utf8')) }));

describe.skipIf(startRun === undefined).each(suites)('suite $name', ({ cases }) => {
  describe.each(VERSIONS)('under %s', (version) => {
    it.each(cases)('$title', ({ source, diagnostics, hovers }) => {
      const analysis = run(source, version);
      const found = analysis.diagnostics.map(({ place, severity, code, message }) => ({ what: `${place.line} ${severity} ${code}`, message }));
      expect(found.map(({ what }) => what)).toEqual(diagnostics.map(({ line, what }) => `${line} ${what}`));
      diagnostics.forEach(({ says }, i) => says.forEach((part) => expect(found[i]?.message).toContain(part)));
      for (const { name, line, says } of hovers) {
        const token = scan(source).find((other) => other.text === name && other.line === line);
        const text = hover(analysis, FILE, token?.start ?? -1)?.text;
        says.forEach((part) => expect(text, `hover on ${name} in line ${line}`).toContain(part));
      }
    });
  });
});

const examples = [...readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8').matchAll(/^## `([a-z-]+)`$.*?^```python\n(.*?)^```/gms)].map(
  ([, code = '', source = '']) => ({ code, source }),
);

describe.skipIf(startRun === undefined)('the example of docs/diagnostics.md', () => {
  it.each(examples)('for $code gives it', ({ code, source }) => {
    expect(run(source, '3.13').diagnostics.map((found) => found.code)).toContain(code);
  });
});

it('the suites have scenarios', () => {
  expect(suites.flatMap(({ cases }) => cases).length).toBeGreaterThan(15);
  expect(examples.length).toBeGreaterThan(10);
});
