import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../server/src/engine/journal/record.ts';
import { hover } from '../../server/src/analysis/hover.ts';
import { FILE, finalizer, Scenario, step } from './fixture.ts';
import { benign, frozen, importInDel, loop } from './programs.ts';

const lines = (s: Scenario, text: string, nth = 1) => hover(s.run(), FILE, s.offset(text, nth))?.markdown.split('\n\n') ?? null;

describe('hover', () => {
  it('answers first, then says why, who keeps it, what would change it, and the numbers', () => {
    expect(lines(importInDel(), 'conn =')).toEqual([
      '**`conn` → `Conn` \\#1 · freed at exit, in stage `modules`. Its `__del__` runs, and fails.**',
      'By then `import` no longer works: line 3 raises `ImportError: sys.meta_path is None, Python is likely shutting down`.',
      'CPython prints “Exception ignored …” and goes on.',
      "Kept until then by: `conn` (this module's globals).",
      'Would be freed before the exit by: `del conn`, or doing its work in an `atexit` callback.',
      'References here 1, at the start of the exit 1 · 48 bytes.',
    ]);
  });

  it('gives the same as plain text, and the range of the name', () => {
    const s = importInDel();
    const { start, end } = s.place('conn');
    const found = hover(s.run(), FILE, s.offset('conn =') + 2);
    expect(found).toMatchObject({ start, end });
    expect(found?.text.split('\n')[0]).toBe('`conn` → `Conn` #1 · freed at exit, in stage `modules`. Its `__del__` runs, and fails.');
  });

  it('speaks on a class about its instances, on a finaliser about what it finalises', () => {
    expect(lines(importInDel(), 'Conn:')?.slice(0, 2)).toEqual(['**class `Conn` · freed at exit, in stage `modules`.**', '1 instance: it is freed at exit, in stage `modules`.']);
    expect(lines(importInDel(), 'self')).toBeNull();
    const s = new Scenario('class N:\n    def __del__(self):\n        pass\nn = N()\n');
    s.object('function N.__del__', 'modules', { born: s.place('def __del__(self)') });
    s.object('N#1', 'modules', { born: s.place('N()'), fate: { finalized: true }, finalizer: finalizer({ defined: s.place('def __del__(self)') }) });
    expect(lines(s, '__del__')?.slice(0, 2)).toEqual(['**function `N.__del__` · freed at exit, in stage `modules`.**', 'It finalises 1 object: runs for 1.']);
  });

  it('says on an import which source runs', () => {
    const s = new Scenario('import json, math\nfrom helper import thing\n');
    const first = s.place('import json, math');
    const imports: RunResult['imports'] = [
      { place: first, module: 'json', from: 'library', release: '3.13.2' },
      { place: first, module: 'math', from: 'native', release: '3.13.2' },
      { place: s.place('from helper import thing'), module: 'helper', from: 'beside', release: '3.13.2' },
    ];
    const said = (text: string) => hover(s.run({ imports }), FILE, s.offset(text))?.text ?? null;
    expect(said('json')).toBe("`json` is the library's own source of Python 3.13.2, and runs here as it is.");
    expect(said('math')).toBe("`math` is built in TypeScript here, in place of CPython's C.");
    expect(said('thing')).toBe('`helper` is the file beside the scenario.');
    expect(said('import json')).toBeNull();
  });

  it('tells a survivor how to be freed', () => {
    expect(lines(frozen(), 'node =')).toEqual([
      '**`node` → `Node` \\#1 · never freed, stage `survives`. Its `__del__` never runs.**',
      "`gc.freeze()` took it out of the collector's sight, and only the collector could free its cycle.",
      'Path: the frozen generation.',
      'Would be freed by: `gc.unfreeze()` before the end, or making one reference of the cycle weak.',
      'References here 1, at the start of the exit 1 · 48 bytes.',
    ]);
  });

  it('sums up a loop beyond what was observed one by one', () => {
    expect(lines(loop(), 'node')?.slice(0, 3)).toEqual([
      '**`node` held 100 `Node`s here, one after the other.** 98 are freed at line 6 (stage `line`) and 2 are freed at exit, in stage `modules`.',
      'The last one:',
      '**`node` → `Node` \\#100 · freed at exit, in stage `modules`.**',
    ]);
    expect(lines(loop(), '()')).toEqual(['**100 `Node`s are born here.** 98 are freed at line 6 (stage `line`) and 2 are freed at exit, in stage `modules`.']);
  });

  it('says of a plain value what it is', () => {
    expect(lines(loop(), 'i in range')).toEqual(['**`i` → `99` (`int`)**', 'The last of 100 times that this was executed.', 'Immortal: it is never freed, and its reference count never changes.']);
  });

  it('says of a name never executed that it was not, and claims nothing of what is no use of a name', () => {
    expect(lines(benign(), 'never')).toEqual(['**`never` holds nothing here.**', 'This run never comes to line 8.']);
    expect(lines(benign(), 'if False')).toBeNull();
    expect(lines(benign(), 'p):')).toBeNull();
  });

  it('escapes what would be Markdown', () => {
    const s = new Scenario('x = 1\n');
    s.seen('x', 1, 'store', [], { value: "'a`b*c'", type: 'str' });
    expect(lines(s, 'x')?.[0]).toBe("**`x` → ``'a`b*c'`` (`str`)**");
  });

  it('follows a path of several steps', () => {
    const s = new Scenario('cache = {}\ncache["a"] = N()\n');
    s.object('N#1', 'modules', { born: s.place('N()'), owners: [step('`cache` (this module\'s globals)', 'global'), step("`['a']`", 'item')] });
    const text = hover(s.run(), FILE, s.offset('()') + 1)?.text;
    expect(text).toContain("Kept until then by: `cache` (this module's globals) → `['a']`.");
    expect(text).toContain("Would be freed before the exit by: dropping `['a']` of `cache` (this module's globals).");
  });
});
