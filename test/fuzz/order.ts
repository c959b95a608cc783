import { attempt, compound, simple, type Statement } from './program.ts';
import type { Scope } from './scope.ts';

/** In which order things are evaluated, bound and deleted: every operand says so. */
export function evaluationOrder(scope: Scope): Statement[] {
  const { random } = scope;
  const say = scope.fresh('say');
  let number = 0;
  const v = (value: string): string => `${say}(${number++}, ${value})`;
  const int = (): string => v(random.pick(['0', '1', '2', '-1']));
  const list = (): string => v(random.pick(['[1, 2, 3]', '[]', '[4]', '(5, 6)', '"ab"', 'range(3)']));
  const target = scope.fresh('t');
  const statements: Statement[] = [compound([`def ${say}(at, value):`, [simple('print(at, end=" ")'), simple('return value')]]), simple(`${target} = [1, 2, 3, 4, 5, 6]; d = {}`)];
  for (let left = random.between(2, 5); left > 0; left--) {
    statements.push(
      attempt(
        `${random.pick([
          `${v(target)}[${int()}], ${v('d')}[${int()}] = ${list()}`,
          `${v(target)}[${int()}:${int()}] = ${list()}`,
          `${v(target)}[::${v('2')}] = ${list()}`,
          `del ${v(target)}[${int()}], ${v('d')}[${int()}]`,
          `del ${v(target)}[${int()}:${int()}:${v(random.pick(['1', '2', '-1', '0']))}]`,
          `a, *b, c = ${list()}; print(a, b, c)`,
          `(a, [b, *c]), *d2 = ${v('[(1, "xyz"), 2]')}; print(a, b, c, d2)`,
          `*a, = ${list()}; print(a)`,
          `${v(target)}[${int()}] ${random.pick(['+=', '*=', '-=', '//='])} ${int()}`,
          `d[${int()}] = d[${int()}] = ${int()}`,
          `print(${int()} < ${int()} <= ${int()} != ${int()})`,
          `print(${int()} if ${int()} else ${int()}, ${int()} and ${int()} or ${int()}, not ${int()})`,
          `print({${int()}: ${int()}, **${v('{9: 9}')}, ${int()}: ${int()}}, [*${list()}, ${int()}])`,
          `print((lambda *a, k=${int()}, **m: (a, k, m))(${int()}, *${list()}, ${int()}, z=${int()}, **${v("{'k': 7}")}))`,
          `print([y for x in ${list()} if ${int()} or x for y in ${list()} if (w := y)], w)`,
          `print((n := ${int()}) + (m := n + 1), n, m, f'{(n := 5)}{n}')`,
          `print(f'{${int()}:>{${v('4')}}} {${int()}!r}', ${v("'%s %s'")} % (${int()}, ${int()}))`,
          `print(${v(target)}[${int()}:][${int()}], ${list()}[${int()}])`,
          `print({k: v for k, v in zip(${list()}, ${list()})}, {${int()} for _ in ${list()}})`,
          `x = y = ${list()}; x += ${list()}; print(x, y, x is y)`,
          `for ${target}[${int()}] in ${list()}: print(${target})`,
          `assert ${int()}, ${int()}`,
          `print(${int()} in ${list()}, ${int()} is ${int()}, ${int()} ** ${int()}, ${int()} @ ${int()})`.replace('is', random.pick(['==', '>'])),
          `print(*${list()}, ${int()}, sep=${v("'-'")}, end=${v("'!'")})`,
        ])}`,
      ),
      simple(`print(${target}, d)`),
    );
  }
  return statements;
}
