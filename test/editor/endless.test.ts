/**
 * Whatever a scenario does for ever or without bound, the editor gets its hovers at once and the run ends with a
 * result: in the worker, and in the slices of the server's own thread that a browser uses.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor, noteLatency, pulling } from './client.ts';

/** Each ends on the budget that is named, or as CPython ends it. */
const programs: readonly (readonly [name: string, ending: string, source: string])[] = [
  ['at top level', 'step-limit', 'while True: pass\n'],
  ['in a finaliser', 'step-limit', 'class A:\n    def __del__(self):\n        while True: pass\nA()\n'],
  ['in a finaliser at exit', 'step-limit', 'class A:\n    def __del__(self):\n        while True: pass\na = A()\n'],
  ['in __eq__ of a key', 'step-limit', 'class K:\n    def __hash__(self): return 1\n    def __eq__(self, other):\n        while True: pass\nd = {K(): 1}\nd[K()]\n'],
  ['in a sort key', 'step-limit', 'def key(x):\n    while True: pass\n[2, 1].sort(key=key)\n'],
  ['in __repr__', 'step-limit', 'class A:\n    def __repr__(self):\n        while True: pass\nprint([A()])\n'],
  ['in a module', 'step-limit', 'import forever\n'],
  ['in an atexit callback', 'step-limit', 'import atexit\n@atexit.register\ndef f():\n    while True: pass\n'],
  ['of objects', 'memory-limit', 'items = []\nwhile True: items.append([[], [], [], []])\n'],
  ['of text', 'memory-limit', 'text = "x"\nwhile True: text += text\n'],
  ['of texts', 'memory-limit', 'texts = []\nwhile True: texts.append("x" * 1_000_000)\n'],
  ['of digits', 'step-limit', 'x = 10 ** 10 ** 8\n'],
  ['of one list', 'memory-limit', 'x = [0] * 10 ** 12\n'],
  ['of recursion', 'uncaught-exception', 'def f(): return f()\nf()\n'],
];

/** Some of everything, so that the server has compiled what it runs when the hovers are counted. */
const first = `
class A:
    def __del__(self):
        self.missing
    def __eq__(self, other):
        return self is other
    __hash__ = None
    def __repr__(self):
        return 'A'
a = [A(), A()]
a.append(a)
print(sorted(a[:2], key=repr), a[0] == a[1])
def f(n):
    return f(n + 1)
f(0)
`;

const stepLimit = 30_000_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exit-lens-endless-'));
  writeFileSync(join(folder, 'forever.py'), 'while True: pass\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['in a worker', []],
  ['in slices', ['--in-process']],
])('engine %s', (_, mode) => {
  it.each(programs)('without end %s', async (name, ending, source) => {
    const uri = pathToFileURL(join(folder, `${name.replaceAll(' ', '-')}.scenario.py`)).href;
    const editor = await Editor.start(pulling, mode, { stepLimit });
    await editor.open('file:///nowhere/first.scenario.py', first);
    await editor.pull('file:///nowhere/first.scenario.py');
    await editor.hover('file:///nowhere/first.scenario.py', 0, 0);

    await editor.open(uri, source);
    let ended = false;
    const report = editor.pull(uri).finally(() => (ended = true));
    const times: number[] = [];
    while (!ended) {
      const before = performance.now();
      expect(await editor.hover(uri, 0, 1)).toBeDefined();
      times.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const codes = (await report).map(({ code }) => code);
    expect(codes).toContain(ending);
    noteLatency(`without end ${name}, ${mode.length === 0 ? 'worker' : 'slices'}`, times);
    expect(await editor.stop()).toBe(0);
  }, 30_000);
});
