import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../server/src/analysis/diagnostics/diagnostic.ts';
import { toCheckJson } from '../../server/src/analysis/render/json.ts';
import { renderCheckText } from '../../server/src/analysis/render/text.ts';
import { Scenario } from './fixture.ts';
import { benign, frozen, importInDel, loop } from './programs.ts';

const text = (s: Scenario) => renderCheckText(s.run(), { color: false }).split('\n');

describe('the JSON report', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../docs/check.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ allErrors: true }).compile(Object(schema));

  it.each([benign, frozen, importInDel, loop])('of %o keeps to its schema', (program) => {
    const report = JSON.parse(JSON.stringify(toCheckJson(program().run())));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(validate([report, report])).toBe(true);
    expect(validate({ ...report, more: 1 })).toBe(false);
  });

  it('knows every code', () => {
    expect(JSON.stringify(schema)).toContain(JSON.stringify(CODES));
  });

  it('tells an object by label, birth, fate, owners and a sentence', () => {
    expect(toCheckJson(importInDel().run()).objects[1]).toEqual({
      label: 'Conn#1',
      type: 'Conn',
      born: { file: 'job.scenario.py', line: 6 },
      fate: { stage: 'modules', file: null, line: null, finalized: true },
      owners: ["conn (this module's globals)"],
      why: "`conn` (this module's globals) held it until the modules were removed.",
    });
    expect(toCheckJson(loop().run()).objects[1]).toMatchObject({ label: 'Node#2', fate: { stage: 'line', line: 6 }, why: 'Its last reference went away at line 6.' });
  });

  it('gives places as lines and columns, also behind an astral character', () => {
    const s = new Scenario('x = "\u{1F600}"; import socket\n');
    const { diagnostics } = toCheckJson(s.run({ unsupported: [{ place: s.place('import socket'), feature: 'the module `socket`', neededBy: null, reached: false }] }));
    expect(diagnostics[0]).toMatchObject({ line: 1, column: 11, endLine: 1, endColumn: 24 });
  });
});

describe('the text report', () => {
  it('begins with how the program ended, ends with one line for scripts', () => {
    const lines = text(importInDel());
    expect(lines[0]).toBe('job.scenario.py under CPython 3.13, ended by reaching the last line, exit status 0');
    expect(lines.at(-2)).toBe('0 objects survive, 0 finalisers never run, 1 fails (1 warning)');
    expect(lines.at(-1)).toBe('');
    expect(text(frozen()).at(-2)).toBe('2 objects survive, 1 finaliser never runs, 0 fail (2 warnings)');
  });

  it('shows a row for each stage and for each object', () => {
    const lines = text(importInDel());
    expect(lines).toContain('  4 modules           2 objects: class Conn, Conn #1, 1 finaliser run, 1 failed');
    expect(lines).toContain("  Conn #1     line 6  modules  fails      conn (this module's globals)");
  });

  it('folds objects of one line that share a fate', () => {
    const lines = text(loop());
    expect(lines).toContain('  Node #2 and 97 more  line 6  line 6');
    expect(lines).toContain("  Node #1 and 1 more   line 6  modules             kept (this module's globals) → [0]");
  });

  it('groups survivors under what keeps them', () => {
    expect(text(frozen())).toContain('  the frozen generation  Node #1 and 1 more object');
  });

  it('says plainly that nothing is left behind', () => {
    expect(text(loop())).toContain('Nothing of this scenario survives the exit. 100 objects were freed: 98 during the run, 2 at exit.');
  });

  it('has colour only when asked', () => {
    expect(renderCheckText(frozen().run(), { color: true })).toContain('\u001b[31m');
    expect(renderCheckText(frozen().run(), { color: false })).not.toContain('\u001b');
  });

  it('does not speak of fates where nothing was run', () => {
    const s = new Scenario('class Conn\n');
    const analysis = s.run({ exit: { route: 'syntax-error', status: 1, at: null, error: null }, syntaxErrors: [{ kind: 'SyntaxError', message: "expected ':'", place: s.place('\n') }] });
    expect(renderCheckText(analysis, { color: false }).split('\n')).toEqual([
      'job.scenario.py under CPython 3.13, not run: the text is not Python, exit status 1',
      '',
      "job.scenario.py:1:11 error SyntaxError: expected ':' [syntax-error]",
      '',
      '0 objects survive, 0 finalisers never run, 0 fail (1 error, 0 warnings)',
      '',
    ]);
  });
});
