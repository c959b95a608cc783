import { expression } from './expressions.ts';
import { compound, simple, type Statement } from './program.ts';
import type { Scope } from './scope.ts';

/** Scoping: closures over loops, nonlocal counters, decorators, recursion, namespaces of exec and class bodies. */
export function closures(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('s');
  const value = (): string => expression(scope, random.pick(['int', 'str', 'tuple'] as const), 1);
  switch (random.below(10)) {
    case 0:
      return [simple(`${name} = [lambda x=${random.pick(['i', '0'])}: (x, i) for i in range(3)]`), simple(`print([f() for f in ${name}])`)];
    case 1:
      return [
        compound([`def ${name}(start=0):`, [simple('count = start'), compound(['def step(by=1):', [simple('nonlocal count'), simple('count += by'), simple('return count')]]), simple('return step, lambda: count')]]),
        simple(`up, read = ${name}(${random.below(5)})`),
        simple('print(up(), up(2), read(), up.__closure__[0].cell_contents)'),
      ];
    case 2:
      return [
        compound([`def ${name}(*options, **named):`, [compound(['def decorate(f):', [compound(['def wrapper(*a, **k):', [simple("print('call', f.__name__, options, sorted(named))"), simple('return f(*a, **k)')]]), simple('wrapper.__wrapped__ = f'), simple('return wrapper')]]), simple('return decorate')]]),
        compound([`@${name}(1, key=${value()})\n@${name}()\ndef decorated(x, y=2):`, [simple('return (x, y)')]]),
        simple(random.pick(['print(decorated(1))', 'print(decorated(1, y=3), decorated.__name__)', 'print(decorated())'])),
      ];
    case 3:
      return [compound([`def ${name}(n, seen=()):`, [simple('if n <= 0: return seen'), simple(random.pick([`return ${name}(n - 1, (*seen, n))`, `return [n, *${name}(n - 2, seen)]`, `return ${name}(n - 1, seen) + (n,)`]))]]), simple(`print(${name}(${random.below(7)}))`)];
    case 4:
      return [simple(`${name} = {'a': ${value()}}`), simple(`exec(${random.pick(["'b = a'", "'def f(): return a\\nb = f()'", "'for i in range(2): b = i'", "'class K: x = a\\nb = K.x'", "'del a'"])}, ${name}); print(sorted(k for k in ${name} if k != '__builtins__'))`), simple(`print(eval(${random.pick(["'a'", "'[x for x in (1, 2) if a != x]'", "'(lambda: a)()'", "'missing'"])}, ${name}))`)];
    case 5:
      return [simple('x = 1'), compound([`class ${name}:`, [simple('x = 2'), simple('y = [x for _ in range(2)]'), simple(random.pick(['z = (lambda: x)()', 'z = x', 'z = [i for i in range(x)]', 'del x'])), compound(['def get(self):', [simple('return x')]])]]), simple(`print(${name}.y, ${name}().get(), getattr(${name}, 'z', None), getattr(${name}, 'x', 'none'))`)];
    case 6:
      return [compound([`def ${name}(flag):`, [simple('if flag: late = 1'), simple(random.pick(['return late', 'return [late for _ in "a"]', 'f = lambda: late; return f()', 'del late; return late']))]]), simple(`print(${name}(True))`), simple(`print(${name}(False))`)];
    case 7:
      return [compound([`def ${name}():`, [simple('global made_global'), simple(`made_global = ${value()}`), compound(['def inner():', [simple('return made_global')]]), simple('return inner()')]]), simple(`print(${name}(), made_global)`)];
    case 8:
      return [simple(`${name} = [(y := x * 2, y + 1) for x in range(3)]; print(${name}, y)`), simple(`print(any((last := n) > 1 for n in range(5)), last)`)];
    default:
      return [compound([`def ${name}(a, /, b, *, c=3, **rest):`, [simple('return locals()')]]), simple(`print(sorted(${name}(1, ${random.pick(['2', 'b=2', 'b=2, a=5', 'b=2, c=4, d=5', '2, c=1, **{"e": 1}'])}).items()))`), simple(`print(${name}.__code__.co_varnames, ${name}.__kwdefaults__)`)];
  }
}
