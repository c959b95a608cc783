import { report, simple, type Statement } from './program.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

/** A format specification, whole or with a mistake. */
function specification(random: Random): string {
  const maybe = (probability: number, text: () => string): string => (random.chance(probability) ? text() : '');
  return [
    maybe(0.3, () => maybe(0.6, () => random.pick(['*', ' ', '0', 'é', '}'].slice(0, 4))) + random.pick(['<', '>', '^', '='])),
    maybe(0.25, () => random.pick(['+', '-', ' '])),
    maybe(0.08, () => 'z'),
    maybe(0.2, () => '#'),
    maybe(0.2, () => '0'),
    maybe(0.5, () => random.pick(['1', '5', '12', '20'])),
    maybe(0.2, () => random.pick([',', '_', ',_'])),
    maybe(0.35, () => `.${random.pick(['0', '1', '3', '10', ''])}`),
    maybe(0.7, () => random.pick(['d', 'b', 'o', 'x', 'X', 'c', 'n', 'e', 'E', 'f', 'F', 'g', 'G', '%', 's', 'y'])),
  ].join('');
}

const values = ['0', '-7', '255', '1234567', '2**70', '0.0', '-2.5', '1234567.891', '1e-9', '1e100', "float('nan')", "float('-inf')", "'abc'", "''", "'日本'", 'True', 'None', '(1-2j)', '[1]', 'b"x"'];
const percent = (random: Random): string => `%${random.pick(['', '', '-', '+', ' ', '0', '#'])}${random.pick(['', '', '5', '12', '*'])}${random.pick(['', '', '.0', '.3', '.'])}${random.pick(['d', 'i', 'u', 'x', 'X', 'o', 'e', 'f', 'G', 'g', 's', 'r', 'a', 'c', '%', 'y'])}`;

/** f-strings, `format` and `%` with specifications of all kinds, nested ones too. */
export function formats(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('x');
  const value = (): string => random.pick(values);
  const statements: Statement[] = [simple(`${name}, width, digits = ${value()}, ${random.pick(['8', '0', "'6'", '-3'])}, ${random.pick(['2', '0', "'x'"])}`)];
  for (let left = random.between(2, 5); left > 0; left--) {
    statements.push(
      report(
        random.pick([
          `f'{${name}:${specification(random).replace(/[{}]/g, '')}}'`,
          `f'{${name}!${random.pick(['r', 's', 'a'])}:${random.pick(['', '>{width}', '^10', '.2'])}}|{${name}=}'`,
          `f'{${name}:{width}.{digits}${random.pick(['f', 'e', 's', ''])}}'`,
          `f'{${name}:{"<" + str(width)}}{{}}{${random.pick(['1 + 1', '[7, 8][1]', '(lambda: 7)()', 'len(str(width))', 'dict(a=1)["a"]'])}:>{5}}'`,
          `format(${value()}, '${specification(random)}')`,
          `'{0:{1}}|{0!r:>{2}}'.format(${value()}, '${specification(random)}', ${random.pick(['8', "'<9'"])})`,
          `'${random.pick(['{', '}', '{0', '{!r}', '{0.real}', '{0[1]}', '{a[b]}', '{:{}}', '{} {0}', '{x!z}', '{0!r', '{{}}', '{0.__class__.__name__}'])}'.format(${value()}, 4, a={'b': ${value()}})`,
          `'${percent(random)}|${percent(random)}' % (${random.list(1, 4, value).join(', ')})`,
          `'%(k)s ${percent(random).replace('%', '%(k)')}' % {'k': ${value()}}`,
          `b'${percent(random)}' % ${random.pick(["b'ab'", '5', "(b'x',)", "'s'", '2.5', "bytearray(b'z')"])}`,
        ]),
      ),
    );
  }
  return statements;
}
