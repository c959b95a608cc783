import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/engine/syntax/parse.ts';
import type { Stmt } from '../../server/src/engine/syntax/tree.ts';

/** What a text holds while somebody types: each stands alone between the definitions below. */
const MISTAKES = [
  'def broken(',
  'def broken(a, b',
  'def broken(a, b)',
  'def broken(a, b):',
  'def broken(self, a=):\n    pass',
  'def (a):\n    return a',
  'class Broken',
  'class Broken(',
  'class Broken:',
  'class Broken(Base:\n    x = 1',
  'if x',
  'if x:',
  'if x = 1:\n    pass',
  'for i in',
  'for i in range(3)\n    print(i)',
  'while True\n    pass',
  'with open("f") as',
  'try:\n    pass',
  'try:\n    pass\nexcept',
  'import',
  'from x import',
  'x =',
  'x = (1, 2',
  'x = [1, 2',
  'x = {"a": 1, "b"',
  'x = foo(1, 2',
  'x.',
  'print "hello"',
  'x = "unterminated',
  'x = """never closed',
  'return return',
  'lambda x',
  'x = 1 +',
  'elif x:\n    pass',
  '  indented = 1',
  'async def broken():\n  x\n y',
] as const;

const BEFORE = `def one(a, b=1):
    return a + b


class Two:
    x: int = 1

    def method(self):
        return [i for i in range(self.x)]


def three():
    try:
        return {'a': (1, 2)}
    finally:
        pass


@decorator
def four(*args, **kwargs):
    with args as a, kwargs as b:
        yield a, b


`;

const AFTER = `

class Five(Two):
    """A docstring."""


async def six(x):
    await x


def seven():
    def inner():
        return 1

    return inner


class Eight:
    def __del__(self):
        print('gone')
`;

const EXPECTED = ['one', 'Two', 'three', 'four', 'Five', 'six', 'seven', 'Eight'];

/** The definitions of the module that have a body as they were written. */
function definitions(body: readonly Stmt[]): string[] {
  return body.flatMap((s) => (s.kind === 'FunctionDef' || s.kind === 'AsyncFunctionDef' || s.kind === 'ClassDef' ? [s.name] : []));
}

describe('a mistake among eight definitions', () => {
  const kept = MISTAKES.map((mistake) => {
    const { tree, errors } = parse(`${BEFORE}${mistake}\n${AFTER}`, '3.13');
    expect(errors, mistake).not.toEqual([]);
    const found = definitions(tree.body);
    return { mistake, lost: EXPECTED.filter((name) => !found.includes(name)) };
  });
  const lost = kept.flatMap(({ mistake, lost: names }) => names.map((name) => `${JSON.stringify(mistake)} loses ${name}`));

  it('leaves the others usable', () => {
    const all = MISTAKES.length * EXPECTED.length;
    expect(MISTAKES.length).toBeGreaterThanOrEqual(30);
    expect(lost.length / all, lost.join('\n')).toBeLessThanOrEqual(4 / 240);
  });
});
