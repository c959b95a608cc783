import { compound, method, simple, type Statement } from './program.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

/** `match` with class patterns and what they are nested in. */
export function classPatterns(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('P');
  const matchArgs = random.pick(["('x', 'y')", "('y',)", '()', "['x']", "('x', 3)"]);
  const subject = (): string => random.pick([`${name}(1, 2)`, `${name}('a', [1, 2])`, `${name}(${name}(0, 1), None)`, `[${name}(1, 2), 3]`, `{'p': ${name}(5, 6), 'q': 1}`, '(1, "a", 2.5)', 'bytearray(b"x")', '7', "'text'", `${name}Sub(1, 2)`]);
  return [
    compound([`class ${name}:`, [...(random.chance(0.85) ? [simple(`__match_args__ = ${matchArgs}`)] : []), method('__init__', 'self, x, y', 'self.x = x', 'self.y = y'), method('__repr__', 'self', `return f'${name}({self.x!r}, {self.y!r})'`), ...(random.chance(0.2) ? [method('__getattr__', 'self, name', "print('getattr', name)", 'raise AttributeError(name)')] : [])]]),
    compound([`class ${name}Sub(${name}):`, random.chance(0.5) ? [simple("__match_args__ = ('y', 'x')")] : []]),
    compound([
      `for subject in ${subject()}, ${subject()}, ${subject()}:`,
      [
        compound(
          [
            'try:',
            [
              compound([
                'match subject:',
                [
                  compound(
                    ...random.list(2, 4, (): readonly [string, readonly Statement[]] => {
                      const written = pattern(random, name, 2);
                      const names = [...new Set([...written.matchAll(/\b[uvw]\d\b/g)].map(([found]) => found))];
                      return [`case ${written}${random.chance(0.2) ? ' if print("guard") or subject' : ''}:`, [simple(`print(${[`'${written.replace(/['"]/g, '')}'`, ...names].join(', ')})`)]];
                    }),
                    ['case _:', [simple("print('none of them', subject)")]],
                  ),
                ],
              ]),
            ],
          ],
          ['except Exception as error:', [simple('print(type(error).__name__, error)')]],
        ),
      ],
    ]),
  ];
}

let captures = 0;

/** Names are bound once in a pattern, so each has its number. */
function pattern(random: Random, type: string, depth: number): string {
  if (depth === 2) captures = 0;
  const capture = (): string => `${random.pick(['u', 'v', 'w'])}${captures++}`;
  const inner = (): string => pattern(random, type, depth - 1);
  if (depth <= 0) return random.pick(['_', '1', "'a'", 'None', '-2.5', 'int()', 'str()', 'True']);
  switch (random.below(10)) {
    case 0:
      return `${type}(${random.pick(['', inner(), `${inner()}, ${inner()}`, `x=${inner()}`, `y=${inner()}, x=${inner()}`, `${inner()}, y=${inner()}`, `${inner()}, ${inner()}, ${inner()}`, `z=${inner()}`])})`;
    case 1:
      return `${type}(${capture()}, ${inner()})`;
    case 2:
      return `[${inner()}, ${random.pick([capture(), `*${capture()}`, '*_'])}]`;
    case 3:
      return `{'p': ${inner()}${random.pick(['', `, **${capture()}`, ", 'q': 1"])}}`;
    case 4:
      return `(${pattern(random, type, 0)} | ${pattern(random, type, 0).replace(/^_$/, '3')} | ${type}(x=1)) as ${capture()}`.replace(/\(_ \|/, '(2 |');
    case 5:
      return `${random.pick(['int', 'str', 'tuple', 'list', 'bytearray', 'float', 'dict'])}(${random.pick(['', capture(), `${capture()}, 1`, 'real=1'])})`;
    case 6:
      return `${inner().replace(/^_$/, '1')} as ${capture()}`.replace(/^(.* as .*) as/, '($1) as');
    case 7:
      return `(${inner()}, ${inner()}, ${capture()})`;
    case 8:
      return `${random.pick([type, `${type}Sub`, 'len', 'missing.name'])}(${random.pick(['', inner()])})`;
    default:
      return random.pick(["1 | 'a'", '-1', "'text'", '[]', '1+2j', '[_, _]', '{}', 'b"x"']);
  }
}
