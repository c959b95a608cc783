import { describe, expect, it } from 'vitest';
import { CODES } from '../../server/src/analysis/diagnostics/diagnostic.ts';
import { brief, failure, finalizer, Scenario, step } from './fixture.ts';
import { benign, frozen, importInDel, loop } from './programs.ts';
import { readFileSync } from 'node:fs';

describe('diagnostics', () => {
  it('say nothing of a program that leaves its plain objects to the exit', () => {
    expect(brief(benign().run())).toEqual([]);
    expect(brief(loop().run())).toEqual([]);
  });

  it('name the cause where a finaliser fails at exit, and link the failing line', () => {
    const [found, ...more] = importInDel().run().diagnostics;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'finalizer-fails-at-exit', severity: 'warning', place: { line: 6 } });
    expect(found?.message).toBe(
      '`Conn.__del__` fails at exit, in stage `modules`: line 3 raises `ImportError: sys.meta_path is None, Python is likely shutting down`, because `import` no longer works.',
    );
    expect(found?.related.map(({ message, place }) => `${place.line} ${message.slice(0, 41)}`)).toEqual([
      '3 raises ImportError: sys.meta_path is None',
      "6 held by `conn` (this module's globals)",
    ]);
  });

  it('report a survivor and its finaliser at the line of its birth, and count what it keeps', () => {
    const { diagnostics } = frozen().run();
    expect(diagnostics.map(({ place, code, message }) => `${place.line} ${code} ${message}`)).toEqual([
      "9 survives-exit `node` is never freed. `gc.freeze()` took it out of the collector's sight, and only the collector could free its cycle. 1 more object stays with it.",
      "9 finalizer-never-runs `Node.__del__` never runs for `node`. `gc.freeze()` took it out of the collector's sight, and only the collector could free its cycle.",
    ]);
  });

  it('give one diagnostic for a line that makes many', () => {
    const s = new Scenario('class N:\n    def __del__(self): pass\nall = [N() for _ in range(1000)]\n');
    for (let i = 1; i <= 1000; i += 1) {
      s.object(`N#${i}`, 'modules', { born: s.place('N()'), finalizer: finalizer(), fate: { finalized: true }, owners: [step('`all` (this module\'s globals)', 'global'), step(`\`[${i - 1}]\``, 'item')] });
    }
    const { diagnostics } = s.run();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['freed-only-at-exit', 'information']]);
    expect(diagnostics[0]?.message).toMatch(/^1,000 `N`s live until the exit, stage `modules`/);
  });

  it('tell a failure that nobody hears from one that is printed, and both from one during the run', () => {
    const s = new Scenario('a = N()\nb = N()\nc = N()\n');
    const born = (nth: number) => ({ born: s.place('N()', nth), fate: { finalized: true } });
    s.object('N#1', 'line', { ...born(1), finalizer: finalizer({ failure: failure('ValueError', '', 'line') }) });
    s.object('N#2', 'cleared-globals', { ...born(2), finalizer: finalizer({ failure: failure('TypeError', "'NoneType' object is not callable", 'cleared-globals') }) });
    s.object('N#3', 'interpreter', { ...born(3), finalizer: finalizer({ failure: failure('ValueError', 'x', 'interpreter', { heard: false }) }) });
    const analysis = s.run();
    expect(brief(analysis)).toEqual(['1 warning finalizer-fails', '2 warning finalizer-fails-at-exit', '3 warning finalizer-error-unheard']);
    expect(analysis.diagnostics[1]?.message).toContain('because module globals are `None`');
    expect(analysis.diagnostics[2]?.message).toContain('nobody hears of it: it raises `ValueError: x`.');
  });

  it('report a cycle once, at its eldest member', () => {
    const s = new Scenario('a = N()\nb = N()\na.b, b.a = b, a\ndel a, b\n');
    const cycle = { fate: { freedBy: 'collector', finalized: true } as const, inCycle: true, finalizer: finalizer() };
    s.seen('a', 1, 'store', [s.object('N#1', 'final-collection', { ...cycle, born: s.place('N()'), cycle: [2] })]);
    s.seen('b', 1, 'store', [s.object('N#2', 'final-collection', { ...cycle, born: s.place('N()', 2), cycle: [1] })]);
    const analysis = s.run();
    expect(brief(analysis)).toEqual(['1 information cycle-needs-collector']);
    expect(analysis.diagnostics[0]?.message).toMatch(/^`a` and `b` hold each other; only the collector frees them, at exit, in stage `final-collection`\./);
    expect(analysis.diagnostics[0]?.related.map(({ place }) => place.line)).toEqual([2]);
  });

  it('under a hard exit warn of what is skipped, not of memory', () => {
    const s = new Scenario('import os\nt = Temp()\nu = Temp()\nos._exit(0)\n');
    s.object('Temp#1', 'survives', { born: s.place('Temp()'), finalizer: finalizer(), reason: 'hard-exit' });
    s.object('Plain#1', 'survives', { born: s.place('Temp()', 2), reason: 'hard-exit' });
    s.object('class Temp', 'survives', { reason: 'hard-exit' });
    const analysis = s.run({ exit: { route: 'os._exit', status: 0, at: s.place('os._exit(0)'), error: null } });
    expect(brief(analysis)).toEqual(['2 hint survives-exit', '2 warning finalizer-never-runs', '3 hint survives-exit', '4 warning hard-exit-skips-cleanup']);
  });

  it('refuse what is not modelled: an error where the run ended, a note where it did not come', () => {
    const s = new Scenario('import socket\ndef f():\n    async def g(): ...\n');
    const reached = { place: s.place('import socket'), feature: 'the module `socket`', neededBy: null, reached: true };
    const unsupported = [{ ...reached, reached: false }, { place: s.place('async def g'), feature: '`async def`', neededBy: null, reached: false }];
    const analysis = s.run({ unsupported, stopped: { budget: 'unsupported', unsupported: reached }, exit: { route: 'stopped', status: 70, at: reached.place, error: null } });
    expect(brief(analysis)).toEqual(['1 error unsupported-module', '3 information unsupported-feature']);
    expect(analysis.diagnostics[1]?.message).toBe('Exit Lens does not model `async def` yet. This run does not come here.');
  });

  it('call the fate of what a stopped run left unknown, not leaked', () => {
    const s = new Scenario('n = N()\nwhile True: pass\n');
    s.object('N#1', 'survives', { born: s.place('N()'), finalizer: finalizer(), reason: 'stopped' });
    const analysis = s.run({ stopped: { budget: 'steps', limit: 200000 }, exit: { route: 'stopped', status: 0, at: s.place('while True'), error: null } });
    expect(analysis.diagnostics.map(({ place, message }) => `${place.line} ${message}`)).toEqual(['2 Stopped after 200,000 steps: the fate of 1 object is unknown.']);
  });

  it('give syntax errors in the words of CPython', () => {
    const s = new Scenario('class Conn\n');
    const analysis = s.run({ exit: { route: 'syntax-error', status: 1, at: null, error: null }, syntaxErrors: [{ kind: 'SyntaxError', message: "expected ':'", place: s.place('\n') }] });
    expect(analysis.diagnostics.map(({ code, message }) => [code, message])).toEqual([['syntax-error', "SyntaxError: expected ':'"]]);
  });

  it('have a section each in docs/diagnostics.md', () => {
    const headings = [...readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8').matchAll(/^## `([a-z-]+)`$/gm)].map((match) => match[1]);
    expect(headings.toSorted()).toEqual([...CODES].sort());
  });
});

describe('expectations', () => {
  const met = (comment: string) => {
    const s = new Scenario(`a = N()  ${comment}\n`);
    s.object('N#1', 'line', { born: s.place('N()'), fate: { at: s.place('a =') } });
    return s.run().diagnostics.map(({ code, message }) => `${code}: ${message}`);
  };

  it('that hold are silent', () => {
    expect(met('# fate: line')).toEqual([]);
    expect(met('# fate: line 1')).toEqual([]);
    expect(met('# a fate worse than death')).toEqual([]);
  });

  it('that do not hold are errors', () => {
    expect(met('# fate: survives')).toEqual(['expectation-failed: Expected `survives`, but `N` #1 is freed by the program at line 1, in stage `line`.']);
    expect(met('# fate: line 7')).toEqual(['expectation-failed: Expected `line 7`, but `N` #1 is freed by the program at line 1, in stage `line`.']);
    expect(met('# fate: line, modules')).toEqual(['expectation-failed: Expected `modules` too, but no object born on this line meets it.']);
    expect(met('# fate: heaven')[0]).toMatch(/^expectation-failed: `heaven` is no fate; the fates are `line`, `end`,/);
    expect(met('\n# fate: modules')).toEqual(['expectation-failed: Expected `modules`, but no object is born on this line.']);
  });

  it('are comments, not strings', () => {
    expect(met('; s = "# fate: survives"')).toEqual([]);
    expect(met('; s = f"{a["#"]}" # fate: line')).toEqual([]);
  });

  it('that hold turn the warning about it into a hint', () => {
    const s = new Scenario('n = N()  # fate: survives\n');
    s.object('N#1', 'survives', { born: s.place('N()'), reason: 'frozen-generation' });
    expect(brief(s.run())).toEqual(['1 hint survives-exit']);
  });
});
