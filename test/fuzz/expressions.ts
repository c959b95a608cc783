import type { Random } from './random.ts';
import { kinds, type FunctionShape, type Kind, type Scope } from './scope.ts';

/** An expression's text. Once in a while it is of another kind than asked for, so that errors are met too. */
export function expression(scope: Scope, kind: Kind, depth = 3): string {
  const { random } = scope;
  if (random.chance(0.025)) return expression(scope, random.pick(kinds), Math.max(depth - 1, 0));
  const name = scope.variable(kind);
  if (name !== undefined && random.chance(depth <= 0 ? 0.7 : 0.25)) return name;
  if (depth <= 0) return literal(scope, kind);
  if (random.chance(0.06)) return general(scope, kind, depth - 1);
  return random.pick(productions[kind])(scope, (of) => expression(scope, of, depth - 1), random);
}

type Production = (scope: Scope, of: (kind: Kind) => string, random: Random) => string;

/** Forms that every kind has. */
function general(scope: Scope, kind: Kind, depth: number): string {
  const { random } = scope;
  const of = (wanted: Kind): string => expression(scope, wanted, depth);
  switch (random.below(7)) {
    case 0:
      return `(${of(kind)} if ${of('bool')} else ${of(kind)})`;
    case 1:
      return `(${of(kind)} ${random.pick(['or', 'and'])} ${of(kind)})`;
    case 2: {
      const name = scope.fresh('w');
      if (scope.depth === 0 || scope.outer === null) scope.variables.set(name, kind);
      return `(${name} := ${of(kind)})`;
    }
    case 3: {
      const inner = scope.fresh('p');
      return `(lambda ${inner}: ${random.chance(0.5) ? inner : of(kind)})(${of(kind)})`;
    }
    case 4:
      return `[${of(kind)}, ${of(kind)}][${random.pick(['0', '1', '-1', of('bool')])}]`;
    case 5:
      return `{${random.pick(['1', "'k'", 'None'])}: ${of(kind)}}.get(${random.pick(['1', "'k'", 'None'])}, ${of(kind)})`;
    default: {
      const callable = scope.functions.filter(({ returns }) => returns === kind);
      return callable.length === 0 ? of(kind) : call(scope, random.pick(callable), depth);
    }
  }
}

/** A call that fits the parameters, mostly. */
export function call(scope: Scope, shape: FunctionShape, depth = 1): string {
  const { random } = scope;
  const of = (): string => expression(scope, random.pick(['int', 'str', 'list', 'none', 'float'] as const), depth);
  const args: string[] = [];
  const named: string[] = [];
  const optional = shape.positionalOnly.length + shape.positional.length - shape.defaults;
  [...shape.positionalOnly, ...shape.positional].forEach((name, i) => {
    if (i >= optional && random.chance(0.5)) return;
    if (i >= shape.positionalOnly.length && (named.length > 0 || random.chance(0.25))) named.push(`${name}=${of()}`);
    else args.push(of());
  });
  for (const name of shape.keywordOnly) if (random.chance(0.8)) named.push(`${name}=${of()}`);
  if (shape.rest && random.chance(0.4)) args.push(random.chance(0.5) ? of() : `*${expression(scope, random.pick(['list', 'tuple', 'range'] as const), 1)}`);
  if (shape.keywords && random.chance(0.4)) named.push(random.chance(0.5) ? `extra=${of()}` : `**{'more': ${of()}}`);
  if (random.chance(0.08)) {
    const mistake = random.below(4);
    if (mistake === 0) args.pop();
    else if (mistake === 1) args.push(of());
    else if (mistake === 2) named.push(`unknown=${of()}`);
    else if (named.length === 0 && shape.positional.length > 0 && args.length > 0) named.push(`${shape.positional[0]}=${of()}`);
  }
  return `${shape.name}(${[...args, ...named].join(', ')})`;
}

const words = ['', 'a', 'abc', 'Hello', 'x y', 'ß', 'naïve', '日本', '😀', 'tab\\t', "it\\'s", '{}', '%s', '12', '-7', '3.5', 'True', ' pad ', 'aXbXc', '\\n'];

export function literal(scope: Scope, kind: Kind): string {
  const { random } = scope;
  switch (kind) {
    case 'int':
      return random.pick(['0', '1', '2', '3', '7', '-1', '-5', '10', '255', '256', '1000', '65536', '2147483648', '-9007199254740993', '(10**20)', '0x1F', '0b101', '1_000']);
    case 'float':
      return random.pick(['0.0', '1.0', '-0.0', '0.5', '1.5', '-2.25', '3.14159', '1e10', '1e-7', '1e300', '123456789.125', "float('inf')", "float('nan')", '0.1']);
    case 'bool':
      return random.pick(['True', 'False']);
    case 'str':
      return `'${random.pick(words)}'`;
    case 'bytes':
      return random.pick(["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'hello world'", "bytes(3)", "b'a,b,c'"]);
    case 'list':
      return random.pick(['[]', '[1]', '[1, 2, 3]', '[3, 1, 2]', "['b', 'a']", '[0, -1, 1]', '[[1], [2]]', '[None]']);
    case 'tuple':
      return random.pick(['()', '(1,)', '(1, 2)', "('a', 1)", '(1, (2, 3))', '(None, True)']);
    case 'dict':
      return random.pick(['{}', "{'a': 1}", '{1: 2, 3: 4}', "{'k': [1]}", "{(1, 2): 'x'}", "{True: 0, 'b': None}"]);
    case 'set':
      return random.pick(['set()', '{1}', '{1, 2, 3}', "{'a', 'b'}", 'frozenset({1, 2})', '{0, -1}']);
    case 'none':
      return 'None';
    case 'range':
      return random.pick(['range(0)', 'range(3)', 'range(1, 10, 3)', 'range(5, 0, -2)', 'range(2, 4)']);
    case 'iterator':
      return random.pick(['iter([1, 2])', "iter('ab')", 'iter(())', 'zip([1, 2], "ab")', 'enumerate("xy")', 'map(str, [1, 2])', 'reversed([1, 2, 3])', '(i * i for i in range(3))']);
    case 'object': {
      const shape = scope.classes.length === 0 ? undefined : random.pick(scope.classes);
      return shape === undefined ? 'Ellipsis' : `${shape.name}(${Array.from({ length: shape.parameters }, () => literal(scope, random.pick(['int', 'str'] as const))).join(', ')})`;
    }
  }
}

/** A comprehension's clauses over a short iterable, and its variable. */
function clauses(scope: Scope, of: (kind: Kind) => string): readonly [name: string, text: string] {
  const { random } = scope;
  const name = scope.fresh('c');
  const source = random.pick(['range', 'list', 'tuple'] as const);
  const condition = random.chance(0.4) ? ` if ${random.pick([`${name}`, `${name} != ${of('int')}`, of('bool')])}` : '';
  if (random.chance(0.2)) {
    const other = scope.fresh('c');
    return [`${random.pick([name, other, `(${name}, ${other})`])}`, ` for ${name} in ${of(source)}${condition} for ${other} in ${random.pick(['range(2)', "'ab'", of('tuple')])}`];
  }
  return [name, ` for ${name} in ${of(source)}${condition}`];
}

const element: readonly Kind[] = ['int', 'int', 'str', 'float', 'tuple', 'none', 'bool', 'list'];
const hashable: readonly Kind[] = ['int', 'str', 'bool', 'none', 'int', 'tuple', 'float'];
/** Without those that may be NaN, whose hash is its address. */
const ordered = hashable.filter((kind) => kind !== 'float');
const index = (random: Random): string => random.pick(['0', '1', '-1', '2', '-2', '5']);
const slice = (random: Random): string =>
  random.pick(['[:]', '[1:]', '[:2]', '[::-1]', '[::2]', '[-2:]', '[1:3]', '[5:1:-2]', '[:-1]', '[10:]']);
const comparison = ['==', '!=', '<', '<=', '>', '>='];

const productions: Readonly<Record<Kind, readonly Production[]>> = {
  int: [
    (_, of, random) => `(${of('int')} ${random.pick(['+', '-', '*', '//', '%', '&', '|', '^'])} ${of('int')})`,
    (_, of, random) => `(${of('int')} ${random.pick(['**', '<<', '>>'])} ${random.below(12)})`,
    (_, of, random) => `${random.pick(['-', '~', '+'])}${of('int')}`,
    (_, of, random) => `len(${of(random.pick(['list', 'str', 'tuple', 'dict', 'set', 'bytes', 'range'] as const))})`,
    (_, of, random) => `${random.pick(['abs', 'int', 'bool'])}(${of('int')})`,
    (_, of) => `int(${of('str')})`,
    (_, of, random) => `int(${of('float')}${random.chance(0.5) ? '' : ' * 10'})`,
    (_, of) => `sum(${of('list')})`,
    (_, of, random) => `${random.pick(['max', 'min'])}(${of('list')}${random.pick(['', ', default=0', ', key=str', ', key=lambda v: repr(v)'])})`,
    (_, of) => `${of('str')}.find(${of('str')})`,
    (_, of, random) => `${of(random.pick(['list', 'tuple', 'str'] as const))}.${random.pick(['index', 'count'])}(${of('int')})`,
    (_, of, random) => `${of('bytes')}[${index(random)}]`,
    (_, of) => `ord(${of('str')})`,
    (_, of, random) => `(${of('int')}).${random.pick(['bit_length()', 'bit_count()', 'conjugate()', 'numerator', 'real', 'to_bytes(20, "big", signed=True)[-1]'])}`,
    (_, of, random) => `int.from_bytes(${of('bytes')}, ${random.pick(["'big'", "'little'"])})`,
    (_, of, random) => `divmod(${of('int')}, ${of('int')})[${random.below(2)}]`,
    (_, of) => `round(${of('float')})`,
    (_, of, random) => `pow(${of('int')}, ${random.below(9)}, ${of('int')})`,
    // What None or an object hashes to is its address, on some versions.
    (scope) => `hash(${literal(scope, 'str')})`,
    (_, of) => `hash((int(${of('int')}), float(${of('float')})))`,
    (_, of) => `next(${of('iterator')}, ${of('int')})`,
    (_, of, random) => `${of('range')}[${index(random)}]`,
    (_, of) => `sum(1 for _ in ${of('iterator')})`,
  ],
  float: [
    (_, of, random) => `(${of('float')} ${random.pick(['+', '-', '*', '/', '//', '%'])} ${of(random.pick(['float', 'int'] as const))})`,
    (_, of) => `(${of('int')} / ${of('int')})`,
    (_, of) => `float(${of('str')})`,
    (_, of, random) => `round(${of('float')}, ${random.below(4)})`,
    (_, of) => `float(${of('int')})`,
    (_, of) => `abs(${of('float')})`,
    (_, of, random) => `(${of('float')}).${random.pick(['is_integer()', 'hex()', 'as_integer_ratio()', 'real', 'imag', 'conjugate()'])}`,
    (_, of) => `sum(${of('list')}, 0.5)`,
    (_, of) => `max(${of('float')}, ${of('float')})`,
  ],
  bool: [
    (_, of, random) => `(${of('int')} ${random.pick(comparison)} ${of('int')})`,
    (_, of, random) => `(${of('int')} ${random.pick(comparison)} ${of('float')} ${random.pick(comparison)} ${of('int')})`,
    (_, of, random) => {
      const kind = random.pick(['str', 'list', 'tuple', 'bytes', 'set'] as const);
      return `(${of(kind)} ${random.pick(comparison)} ${of(kind)})`;
    },
    (_, of) => `(not ${of('int')})`,
    (_, of, random) => `(${of(random.pick(element))} ${random.pick(['in', 'not in'])} ${of(random.pick(['list', 'tuple', 'dict', 'set', 'range'] as const))})`,
    (_, of, random) => `(${of(random.pick(kinds))} ${random.pick(['is', 'is not'])} ${of('none')})`,
    (_, of, random) => `isinstance(${of(random.pick(kinds))}, ${random.pick(['int', 'str', '(list, tuple)', 'object', 'int | str', 'type'])})`,
    (_, of, random) => `${random.pick(['any', 'all'])}(${of(random.pick(['list', 'tuple', 'iterator'] as const))})`,
    (_, of, random) => `${of('str')}.${random.pick(['isdigit', 'isalpha', 'isupper', 'isspace', 'isidentifier', 'istitle', 'isnumeric', 'isascii'])}()`,
    (_, of, random) => `${of('str')}.${random.pick(['startswith', 'endswith'])}(${of('str')})`,
    (_, of) => `callable(${of('object')})`,
    (_, of) => `${of('set')}.isdisjoint(${of('list')})`,
    (_, of, random) => `bool(${of(random.pick(kinds))})`,
    (_, of) => `hasattr(${of('object')}, ${of('str')})`,
    (_, of, random) => `(${of('set')} ${random.pick(['<=', '<', '>=', '=='])} ${of('set')})`,
  ],
  str: [
    (_, of) => `(${of('str')} + ${of('str')})`,
    (_, of, random) => `(${of('str')} * ${random.between(-1, 3)})`,
    (_, of, random) => `${random.pick(['str', 'repr', 'ascii'])}(${of(random.pick(kinds.filter((kind) => kind !== 'iterator')))})`,
    (_, of, random) => `${of('str')}.${random.pick(['upper', 'lower', 'title', 'strip', 'swapcase', 'capitalize', 'casefold', 'lstrip', 'expandtabs'])}()`,
    (_, of) => `${of('str')}.replace(${of('str')}, ${of('str')})`,
    (_, of) => `${of('str')}.join(map(str, ${of('list')}))`,
    (_, of, random) => `${of('str')}${slice(random)}`,
    (_, of, random) => `${of('str')}[${index(random)}]`,
    (_, of, random) => `(lambda v: f'{v${random.pick([':d', ':>8', ':+,', ':x', ':08b', ':#o', ':^12', ':e', '!r:>6', ':_', ':c'])}}')(${of('int')})`,
    (_, of, random) => `(lambda v: f'{v${random.pick([':.2f', ':10.3e', ':g', ':%', ':+.1f', '!r', ':,.3f', ':010.2f', ':n'])}}')(${of('float')})`,
    (_, of, random) => `(lambda v, w: f'<{v${random.pick([':>10', ':^7', ':*<6', '!r', '!a', ':.2', ':s'])}}|{w}>')(${of('str')}, ${of('list')})`,
    (_, of, random) => `('${random.pick(['%d', '%s', '%r', '%5d', '%-6s|', '%x', '%+d', '%05.1f', '%c', '%%%s', '%e'])}' % (${of(random.pick(['int', 'str', 'float'] as const))},))`,
    (_, of, random) => `'${random.pick(['{}', '{0!r}', '{:>8}', '{0}{0}', '{a}', '{0:{1}}', '{:,}', '{0[0]}'])}'.format(${of('int')}, ${of('str')}, a=${of('int')})`,
    (_, of) => `chr(${of('int')} % 1200)`,
    (_, of, random) => `${random.pick(['hex', 'bin', 'oct'])}(${of('int')})`,
    (_, of, random) => `${of('str')}.${random.pick(['center', 'ljust', 'rjust', 'zfill'])}(${random.below(12)})`,
    (_, of, random) => `${of('str')}.${random.pick(['split', 'rsplit', 'partition', 'rpartition'])}(${of('str')})[${index(random)}]`,
    (_, of, random) => `${of('bytes')}.decode(${random.pick(['', "'latin-1'", "'utf-8', 'replace'", "'ascii', 'backslashreplace'"])})`,
    (_, of, random) => `type(${of(random.pick(kinds))}).__name__`,
    (_, of) => `format(${of('int')}, ${of('str')})`,
    (_, of) => `${of('str')}.translate({97: 'Z', 98: None, ord('c'): 100})`,
  ],
  bytes: [
    (_, of) => `(${of('bytes')} + ${of('bytes')})`,
    (_, of, random) => `${of('str')}.encode(${random.pick(['', "'latin-1', 'replace'", "'ascii', 'xmlcharrefreplace'", "'utf-16-le'"])})`,
    (_, of, random) => `${of('bytes')}${slice(random)}`,
    (_, of, random) => `${of('bytes')}.${random.pick(['upper', 'strip', 'hex', 'title', 'swapcase'])}()`,
    (_, of) => `${of('bytes')}.replace(${of('bytes')}, ${of('bytes')})`,
    (_, of) => `bytes(${of('list')})`,
    (_, of) => `bytearray(${of('bytes')})`,
    (_, of) => `(b'%d-%s' % (${of('int')}, ${of('bytes')}))`,
    (_, of) => `bytes.fromhex(${of('str')})`,
  ],
  list: [
    (_, of) => `(${of('list')} + ${of('list')})`,
    (_, of, random) => `(${of('list')} * ${random.between(-1, 3)})`,
    (_, of, random) => {
      const kind = random.pick(element);
      return `[${random.list(0, 4, () => of(kind)).join(', ')}]`;
    },
    (_, of, random) => `[*${of(random.pick(['list', 'range', 'str', 'set'] as const))}, ${of('int')}]`,
    (_, of, random) => `sorted(${of(random.pick(['list', 'set', 'tuple', 'str', 'range'] as const))}${random.pick(['', ', reverse=True', ', key=repr', ', key=lambda v: (str(v), 1)'])})`,
    (_, of, random) => `list(${of(random.pick(['tuple', 'str', 'range', 'dict', 'set', 'iterator', 'bytes'] as const))})`,
    (_, of, random) => `${of('list')}${slice(random)}`,
    (scope, of) => {
      const [name, text] = clauses(scope, of);
      return `[${scope.random.pick([name, `(${name}, ${of('int')})`, `str(${name})`, `${name} == ${of('int')}`])}${text}]`;
    },
    (_, of, random) => `${of('str')}.${random.pick(['split()', 'splitlines()', "split('X')", "rsplit(None, 1)", 'split(",", 2)'])}`,
    (_, of, random) => `list(${random.pick(['zip', 'map'])}(${random.pick(['str', 'repr', 'abs', 'lambda *v: v'])}, ${of('list')}))`,
    (_, of) => `list(zip(${of('list')}, ${of('str')}))`,
    (_, of, random) => `list(${of('dict')}.${random.pick(['keys', 'values', 'items'])}())`,
    (_, of) => `list(enumerate(${of('str')}, ${of('int')}))`,
    (_, of, random) => `list(filter(${random.pick(['None', 'bool', 'lambda v: v != 1'])}, ${of('list')}))`,
    (_, of, random) => `list(reversed(${of(random.pick(['list', 'tuple', 'range', 'dict'] as const))}))`,
    (_, of) => `${of('list')}.copy()`,
  ],
  tuple: [
    (_, of) => `(${of('tuple')} + ${of('tuple')})`,
    (_, of, random) => `(${random.list(1, 3, () => of(random.pick(element))).join(', ')},)`,
    (_, of, random) => `tuple(${of(random.pick(['list', 'str', 'range', 'iterator'] as const))})`,
    (_, of, random) => `${of('tuple')}${slice(random)}`,
    (_, of) => `divmod(${of('int')}, ${of('int')})`,
    (_, of, random) => `${of('str')}.${random.pick(['partition', 'rpartition'])}(${of('str')})`,
    (_, of) => `(*${of('list')}, *${of('str')})`,
    (_, of) => `(${of('float')}).as_integer_ratio()`,
  ],
  dict: [
    (_, of, random) => `{${random.list(0, 3, () => `${of(random.pick(hashable))}: ${of(random.pick(element))}`).join(', ')}}`,
    (_, of) => `(${of('dict')} | ${of('dict')})`,
    (_, of) => `{**${of('dict')}, 'z': ${of('int')}}`,
    (_, of) => `dict(zip(${of('str')}, ${of('list')}))`,
    (scope, of) => {
      const [name, text] = clauses(scope, of);
      return `{${scope.random.pick([name, `str(${name})`])}: ${scope.random.pick([name, of('int')])}${text}}`;
    },
    (_, of) => `dict.fromkeys(${of('str')}, ${of('int')})`,
    (_, of) => `dict(a=${of('int')}, **${of('dict')})`,
    (_, of) => `${of('dict')}.copy()`,
  ],
  set: [
    (_, of, random) => `{${random.list(1, 4, () => of(random.pick(ordered))).join(', ')}}`,
    (_, of, random) => `(${of('set')} ${random.pick(['|', '&', '-', '^'])} ${of('set')})`,
    (_, of, random) => `${random.pick(['set', 'frozenset'])}(${of(random.pick(['list', 'str', 'range', 'tuple'] as const))})`,
    (_, of, random) => `${of('set')}.${random.pick(['union', 'intersection', 'difference', 'symmetric_difference'])}(${of('list')})`,
    (scope, of) => {
      const [name, text] = clauses(scope, of);
      return `{${name}${text}}`;
    },
    (_, of, random) => `(${of('dict')}.${random.pick(['keys()', 'items()'])} ${random.pick(['|', '&', '-'])} ${of('set')})`,
  ],
  none: [(_, of) => `print(${of('int')})`, () => 'None', (_, of) => `${of('list')}.append(${of('int')})`, (_, of) => `${of('dict')}.get(${of('str')})`],
  range: [
    (_, of, random) => `range(${of('int')} % ${random.between(1, 6)})`,
    (_, of, random) => `range(${random.below(3)}, ${of('int')} % 7, ${random.pick(['1', '2', '-1'])})`,
    (_, of, random) => `${of('range')}${slice(random)}`,
  ],
  iterator: [
    (_, of, random) => `iter(${of(random.pick(['list', 'str', 'dict', 'set', 'range', 'bytes', 'tuple'] as const))})`,
    (_, of) => `zip(${of('list')}, ${of('range')})`,
    (scope, of) => {
      const [name, text] = clauses(scope, of);
      return `(${name}${text})`;
    },
    (_, of) => `enumerate(${of('list')})`,
    (_, of) => `map(repr, ${of('list')})`,
    (scope, of) => (scope.generators.length === 0 ? of('iterator') : `${scope.random.pick(scope.generators)}(${scope.random.below(4)})`),
  ],
  object: [
    (scope) => literal(scope, 'object'),
    (scope, of, random) => (scope.classes.length === 0 ? 'NotImplemented' : `(${literal(scope, 'object')} ${random.pick(['+', '-', '*', '|'])} ${of(random.pick(['int', 'object'] as const))})`),
    (scope, of, random) => {
      const shape = scope.classes.length === 0 ? undefined : random.pick(scope.classes);
      if (shape === undefined) return 'Ellipsis';
      const receiver = scope.variable('object') ?? literal(scope, 'object');
      return random.pick([`${receiver}.${random.pick([...shape.methods, ...shape.attributes])}`, `${receiver}.${random.pick(shape.methods)}(${of('int')})`, `${receiver}[${of('int')}]`, `-${receiver}`]);
    },
    (_, of) => `type(${of('object')})`,
  ],
};
