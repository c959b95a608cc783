import { expression } from './expressions.ts';
import { compound, method, report, simple, type Statement } from './program.ts';
import type { Scope } from './scope.ts';

/** functools, itertools, collections, operator, contextlib, dataclasses and enum, as people use them. */
export function libraryUse(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('z');
  const items = (): string => random.pick(['[3, 1, 2]', "'hello'", 'range(5)', '(1, 1, 2)', "['b', 'a', 'b']", '{2: 1, 4: 3}', '[]', 'iter([1, 2, 3])', '5']);
  const n = (): string => random.pick(['0', '1', '2', '3', '-1', 'None', "'a'"]);
  const f = (): string => random.pick(['lambda *a: a', 'str', 'bool', 'lambda x: x', 'lambda a, b=2: (a, b)', 'None', 'len']);
  switch (random.below(12)) {
    case 0:
      return [simple('import itertools'), ...random.list(2, 4, () => report(`list(itertools.islice(itertools.${random.pick([`chain(${items()}, ${items()})`, `chain.from_iterable([${items()}, 'x'])`, `count(${n()}, ${n()})`, `cycle(${items()})`, `repeat(${n()}, 2)`, `accumulate(${items()})`, `accumulate(${items()}, ${f()}, initial=1)`, `combinations(${items()}, ${n()})`, `permutations(${items()}, 2)`, `product(${items()}, repeat=2)`, `product(${items()}, 'ab')`, `combinations_with_replacement(${items()}, 2)`, `compress(${items()}, [1, 0, 1])`, `dropwhile(${f()}, ${items()})`, `takewhile(${f()}, ${items()})`, `filterfalse(${f()}, ${items()})`, `pairwise(${items()})`, `starmap(${f()}, zip(${items()}, ${items()}))`, `zip_longest(${items()}, ${items()}, fillvalue='-')`, `islice(${items()}, ${n()}, ${n()})`])}, 8))`)), report(`[(k, list(g)) for k, g in itertools.groupby(${items()}${random.pick(['', ', str', ', lambda v: v == 1'])})], [list(t) for t in itertools.tee(${items()}, 2)]`)];
    case 1:
      return [simple('import functools'), compound([`@functools.lru_cache(maxsize=${random.pick(['None', '2', '0', '1'])}${random.pick(['', ', typed=True'])})\ndef ${name}(x, y=1):`, [simple("print('computes', x, y)"), simple('return (x, y)')]]), ...random.list(2, 5, () => report(`${name}(${random.pick(['1', '1.0', '2', 'y=2, x=1', '1, y=1', '[]', "'a'", 'True'])})`)), report(`${name}.cache_info(), ${name}.__wrapped__(3), ${name}.cache_parameters()`), ...(random.chance(0.4) ? [simple(`${name}.cache_clear(); print(${name}.cache_info())`)] : [])];
    case 2:
      return [simple('import functools'), simple(`${name} = functools.partial(${random.pick(['print', 'lambda *a, **k: print(a, k)', 'int', 'max'])}, ${random.pick(["'1'", '1, 2', 'k=1'])})`), report(`${name}(${random.pick(['', '3', "base=2", 'k=2', "sep='-'"])})`), report(`${name}.args, ${name}.keywords, functools.reduce(${f()}, ${items()}${random.pick(['', ', 0'])})`)];
    case 3:
      return [simple('import functools'), compound([`@functools.singledispatch\ndef ${name}(value):`, [simple("return ('base', value)")]]), compound([`@${name}.register(${random.pick(['int', 'str', 'list', 'object', '1'])})\ndef _(value):`, [simple("return ('one', value)")]]), compound([`@${name}.register\ndef _(value: ${random.pick(['float', 'bool', 'int | str', 'dict'])}):`, [simple("return ('two', value)")]]), report(`[${name}(v) for v in (1, 'a', 2.5, True, [], None)]`), report(`${name}()`)];
    case 4:
      return [
        simple('from collections import Counter, OrderedDict, defaultdict, deque, ChainMap, namedtuple'),
        simple(`${name} = ${random.pick([`Counter(${items()})`, `deque(${items()}, ${n()})`, `defaultdict(${random.pick(['list', 'int', 'None', 'lambda: 7'])}, a=1)`, 'OrderedDict(a=1, b=2, c=3)', "ChainMap({'a': 1}, {'a': 2, 'b': 3})", "namedtuple('N', 'x y z', defaults=[5])(1, 2)"])}`),
        ...random.list(2, 5, () => report(random.pick([`${name}`, `${name}['a']`, `${name}['missing']`, `${name}[0]`, `${name}.most_common(2)`, `${name}.rotate(${n()})`, `${name}.appendleft(9)`, `${name}.pop()`, `${name}.popleft()`, `${name}.move_to_end('a', last=False)`, `${name}.popitem(last=False)`, `${name} + ${name}`, `${name}.new_child({'c': 4})`, `${name}._replace(x=8)`, `${name}._asdict()`, `list(${name})`, `${name}.update(a=4)`, `${name} | {'q': 1}`, `${name}.total()`, `${name}.index(2)`, `${name} == ${name}.copy()`, `${name}.extend('ab')`, `len(${name})`, `${name}.subtract('hello')`, `${name}.insert(1, 'i')`, `${name}.elements()`]))),
        report(name),
      ];
    case 5:
      return [simple('import operator'), ...random.list(2, 4, () => report(`operator.${random.pick([`itemgetter(${n()}${random.pick(['', ', 1'])})(${items()})`, `attrgetter('${random.pick(['real', 'real.imag', 'missing', '__class__.__name__'])}')(5)`, `methodcaller('${random.pick(['upper', 'split', 'missing'])}'${random.pick(['', ", 'l'"])})('hello')`, `${random.pick(['add', 'mul', 'concat', 'contains', 'countOf', 'indexOf', 'eq', 'lt', 'floordiv', 'is_', 'getitem', 'and_', 'iadd'])}(${items()}, ${n()})`, `${random.pick(['neg', 'not_', 'truth', 'index', 'length_hint', 'abs', 'inv'])}(${random.pick([n(), items()])})`])}`))];
    case 6:
      return [
        simple('import contextlib'),
        compound([`@contextlib.contextmanager\ndef ${name}(tag):`, [simple("print('enter', tag)"), random.pick<Statement>([compound(['try:', [simple('yield tag')]], ['finally:', [simple("print('leave', tag)")]]), compound(['try:', [simple('yield tag')]], ['except ValueError as error:', [simple("print('swallowed', error)")]]), simple('yield tag'), simple('return; yield')])]]),
        compound(['try:', [compound([random.pick([`with ${name}(1) as x, ${name}(2):`, `with ${name}(1) as x, contextlib.suppress(KeyError):`, `with contextlib.ExitStack() as stack:`]), [simple(random.pick(["raise ValueError('v')", "raise KeyError('k')", "print('body')", 'raise StopIteration', `stack.enter_context(${name}(3)); stack.callback(print, 'cb'); 1 / 0`]))]]), simple("print('after')")]], ['except Exception as error:', [simple('print(repr(error), repr(error.__context__), repr(error.__cause__))')]]),
      ];
    case 7:
      return [
        simple('from dataclasses import dataclass, field, replace, asdict, astuple, fields'),
        compound(['try:', [compound([`@dataclass${random.pick(['', '(frozen=True)', '(order=True)', '(slots=True)', '(eq=False, repr=False)', '(kw_only=True)', '(unsafe_hash=True)'])}\nclass ${name}:`, [simple(`x: int${random.pick(['', ' = 1'])}`), simple(`y: list = ${random.pick(['field(default_factory=list)', 'None', '[]', 'field(default=3, repr=False, compare=False)'])}`), ...(random.chance(0.3) ? [method('__post_init__', 'self', "print('post', self.x)")] : [])]]), report(`${name}(${random.pick(['1', '1, [2]', 'x=1', '', 'x=2, y=3'])})`), report(`${name}(x=1) == ${name}(x=1), ${name}(x=1) < ${name}(x=2)`), report(`asdict(${name}(x=1)), astuple(${name}(x=2)), replace(${name}(x=1), x=5), [f.name for f in fields(${name})]`), compound(['try:', [simple(`z = ${name}(x=1); z.x = 2; z.other = 3; print(z)`)]], ['except Exception as error:', [simple('print(type(error).__name__, error)')]])]], ['except Exception as error:', [simple('print(type(error).__name__, error)')]]),
      ];
    case 8:
      return [
        simple('import enum'),
        compound(['try:', [compound([`class ${name}(enum.${random.pick(["Enum):", "IntEnum):", "Flag, boundary=enum.STRICT):", "IntFlag):", "StrEnum):"])}`, [simple(`A = ${random.pick(['1', 'enum.auto()', '4'])}`), simple(`B = ${random.pick(['2', 'enum.auto()', 'A'])}`), ...(random.chance(0.3) ? [method('m', 'self', 'return self.name')] : [])]])]], ['except Exception as error:', [simple('print(type(error).__name__, error)')]]),
        ...random.list(2, 4, () => report(random.pick([`list(${name})`, `${name}.A, repr(${name}.A), f'{${name}.A}'`, `${name}(${n()})`, `${name}['A'], ${name}.A.value`, `${name}['C']`, `${name}.A | ${name}.B`, `${name}.A < ${name}.B`, `${name}.A == 1, ${name}.A in ${name}, len(${name})`, `${name}.C`, `~${name}.A`, `type('S', (${name},), {})`, `${name}.__members__`]))),
      ];
    case 9:
      return [simple('import functools'), compound([`@functools.total_ordering\nclass ${name}:`, [method('__init__', 'self, v', 'self.v = v'), method('__eq__', 'self, other', 'return self.v == other.v'), method('__lt__', 'self, other', "print('lt')", 'return self.v < other.v'), simple("__repr__ = functools.partialmethod(lambda self, tag: f'{tag}{self.v}', 'v')"), compound(['@functools.cached_property\ndef big(self):', [simple("print('big')"), simple('return self.v * 10')]])]]), report(`${name}(1) < ${name}(2), ${name}(1) >= ${name}(1), max(${name}(3), ${name}(4)), sorted([${name}(2), ${name}(1)])`), simple(`k = ${name}(5)`), report(`k.big, k.big, vars(k), k > 1`)];
    case 10:
      return [simple('import heapq, bisect'), simple(`${name} = [${random.list(0, 5, () => String(random.below(9))).join(', ')}]`), report(`${random.pick([`heapq.heapify(${name})`, `heapq.heappush(${name}, ${n()})`, `heapq.heappop(${name})`, `heapq.nsmallest(2, ${name})`, `heapq.nlargest(2, ${name}, key=str)`, `heapq.heapreplace(${name}, 1)`, `list(heapq.merge(${name}, [1, 5]))`])}`), report(`bisect.${random.pick(['bisect', 'bisect_left', 'insort', 'insort_left'])}(${name}, ${random.pick(['3', n()])}${random.pick(['', ', 0, 2', ', lo=-1', ', key=str'])})`), report(name)];
    default:
      return [simple('import copy, functools'), simple(`${name} = [[1], {'a': [2]}, (3, [4])]; ${name}.append(${random.pick([name, `${name}[0]`, '5', expression(scope, 'tuple', 1)])})`), simple(`c, d = copy.copy(${name}), copy.deepcopy(${name})`), simple(`${name}[0].append('new')`), report('c, d'), report(`sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: ${random.pick(['b - a', 'a - b', '0', "'x'"])})), [x is y for x, y in zip(${name}, d)]`)];
  }
}
