import { compound, report, simple, type Statement } from './program.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

const sized = ['center', 'count', 'endswith', 'find', 'index', 'ljust', 'lstrip', 'partition', 'removeprefix', 'removesuffix', 'replace', 'rfind', 'rindex', 'rjust', 'rpartition', 'rsplit', 'rstrip', 'split', 'splitlines', 'startswith', 'strip', 'translate', 'zfill', 'expandtabs', 'join', 'isalnum', 'istitle', '__contains__', '__getitem__', '__mul__', '__mod__', '__add__', '__lt__', '__len__'];
const sets = ['union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint', 'copy', '__or__', '__and__', '__rsub__', '__xor__', '__contains__', '__le__', '__eq__'];
const numeric = ['__add__', '__sub__', '__mul__', '__truediv__', '__floordiv__', '__mod__', '__divmod__', '__pow__', '__rpow__', '__rsub__', '__rtruediv__', '__eq__', '__lt__', '__neg__', '__bool__', '__float__', '__int__', '__round__', '__format__', '__trunc__', '__floor__', '__ceil__'];

/** Receivers and what they are asked, most of it with arguments that do not fit. */
const receivers: readonly (readonly [values: readonly string[], methods: readonly string[]])[] = [
  [["''", "'abc abc'", "'Grüße'", "' a,b ,c '", "'x=%s {} {a}'", "'日本\\n語\\t'", "'12'"], [...sized, 'capitalize', 'casefold', 'encode', 'format', 'format_map', 'maketrans', 'title', 'isidentifier', 'isdecimal', 'isprintable', '__format__', '__rmul__', '__eq__', '__hash__']],
  [["b''", "b'abc abc'", "b'\\xff\\x00 '", "b'a,b'", "b'%d %s'"], [...sized, 'decode', 'hex', 'fromhex', 'maketrans', 'title', 'isupper', '__rmul__', '__eq__']],
  [['bytearray()', "bytearray(b'abc abc')", "bytearray(b'a,b')"], [...sized, 'append', 'extend', 'insert', 'pop', 'remove', 'reverse', 'clear', 'copy', 'decode', 'hex', '__setitem__', '__delitem__', '__iadd__', '__imul__']],
  [['(0)', '(7)', '(-300)', '(2**70)', 'True'], [...numeric, 'bit_length', 'bit_count', 'to_bytes', 'from_bytes', 'as_integer_ratio', 'conjugate', '__and__', '__or__', '__xor__', '__rshift__', '__invert__', '__index__', '__abs__']],
  [['0.0', '-2.5', '1e22', '3.14159', "float('nan')", "float('-inf')"], [...numeric, 'hex', 'fromhex', 'is_integer', 'as_integer_ratio', 'conjugate', '__abs__']],
  [['2j', '(1.5-2j)', 'complex(0)'], ['conjugate', '__add__', '__mul__', '__truediv__', '__pow__', '__eq__', '__lt__', '__format__', '__abs__', '__bool__', '__rsub__', '__neg__']],
  [['[]', '[3, 1, 2]', "['b', 'a']", '[1, 1.0, True]', '[[1], [2]]'], ['append', 'extend', 'insert', 'pop', 'remove', 'index', 'count', 'sort', 'reverse', 'copy', 'clear', '__getitem__', '__setitem__', '__delitem__', '__contains__', '__iadd__', '__imul__', '__mul__', '__add__', '__eq__', '__lt__', '__reversed__', '__len__']],
  [['()', '(1, 2, 1)', "('a', None)"], ['index', 'count', '__getitem__', '__contains__', '__add__', '__mul__', '__lt__', '__eq__', '__len__', '__hash__x']],
  [['{}', "{'a': 1, 'b': 2}", '{1: [], None: 0}'], ['get', 'pop', 'popitem', 'setdefault', 'update', 'fromkeys', 'copy', 'clear', '__getitem__', '__setitem__', '__delitem__', '__contains__', '__or__', '__ior__', '__eq__', '__lt__', '__len__']],
  [['set()', '{1, 2, 3}', "{'a', 1.0}"], [...sets, 'add', 'remove', 'discard', 'pop', 'update', 'intersection_update', 'difference_update', 'symmetric_difference_update', 'clear', '__ior__', '__isub__']],
  [['frozenset()', 'frozenset({1, 2})'], sets],
  [['range(0)', 'range(1, 10, 3)', 'range(5, 0, -2)'], ['index', 'count', '__getitem__', '__contains__', '__len__', '__eq__', '__lt__']],
  [["memoryview(b'abcd')", "memoryview(bytearray(b'abcd'))"], ['tobytes', 'tolist', 'hex', 'cast', 'release', 'toreadonly', '__getitem__', '__setitem__', '__eq__', '__len__']],
  [['slice(1, 5)', 'slice(None, None, -1)', "slice('a')"], ['indices', '__eq__', '__lt__']],
];

const small = ['0', '1', '2', '-1', '3', '10', 'True', 'None'];
const others = ["''", "'a'", "'abc'", "'b,'", "'utf-8'", "b'a'", "b'ab'", "bytearray(b'b')", '1.5', '-0.0', '2**65', '[]', '[1, 2]', "['x', 'y']", "[b'x']", '()', "('a', 'b')", '(1, 2)', '{}', "{'a': 1}", '{97: None}', '{1, 2}', 'range(2)', 'slice(1)', 'slice(None, None, 2)', 'object', 'len', 'int', '2j', 'iter([1, 2])', "memoryview(b'a')", 'Ellipsis', 'lambda *a: 1'];
const keywords = ['key', 'default', 'sep', 'maxsplit', 'encoding', 'errors', 'reverse', 'keepends', 'tabsize', 'byteorder', 'signed', 'length', 'a', 'start', 'strict', 'base', 'ndigits', 'mod'];
/** What a size may be: some of these functions allocate as much as they are told. */
const argument = (random: Random): string => (random.chance(0.45) ? random.pick(small) : random.pick(others));

function argumentsOf(random: Random, most: number): string {
  const given = random.list(0, most, () => argument(random));
  if (random.chance(0.08)) given.push(`${random.pick(keywords)}=${argument(random)}`);
  return given.join(', ');
}

/** Methods of built-in types with arguments that fit or do not. */
export function methodCalls(scope: Scope): Statement[] {
  const { random } = scope;
  const [values, methods] = random.pick(receivers);
  const name = scope.fresh('r');
  const statements: Statement[] = [simple(`${name} = ${random.pick(values)}`)];
  for (let left = random.between(2, 5); left > 0; left--) statements.push(report(`${name}.${random.pick(methods)}(${argumentsOf(random, random.pick([1, 1, 2, 3]))})`));
  statements.push(report(name));
  return statements;
}

const builtins = ['abs', 'all', 'any', 'ascii', 'bin', 'bool', 'bytearray', 'bytes', 'callable', 'chr', 'complex', 'delattr', 'dict', 'divmod', 'enumerate', 'filter', 'float', 'format', 'frozenset', 'getattr', 'hasattr', 'hex', 'int', 'isinstance', 'issubclass', 'iter', 'len', 'list', 'map', 'max', 'min', 'next', 'oct', 'ord', 'pow', 'property', 'range', 'repr', 'reversed', 'round', 'set', 'setattr', 'slice', 'sorted', 'str', 'sum', 'super', 'tuple', 'type', 'vars', 'zip', 'classmethod', 'memoryview'];

export function builtinCalls(scope: Scope): Statement[] {
  const { random } = scope;
  return random.list(2, 5, () => {
    const text = `${random.pick(builtins)}(${argumentsOf(random, 3)})`;
    return report(random.chance(0.2) ? `list(${text})` : text);
  });
}

/** Views of dicts, as sets and in orders, and while their dict changes. */
export function views(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('d');
  const view = (): string => `${name}.${random.pick(['keys', 'keys', 'items', 'values'])}()`;
  const other = (): string => random.pick([view(), "['a', 'c']", "{('a', 1)}", '{1, 2}', "'ab'", '5', "{'a': 1}.keys()", "{'a': 1}.items()"]);
  const change = random.pick([`${name}[0] = 0`, `del ${name}['a']`, `${name}['a'] = 9`, `${name}.pop('b', None)`, `${name}.clear()`]);
  return [
    simple(`${name} = {'a': 1, 'b': [2], 3: 'c'}`),
    ...random.list(1, 3, () => report(`${view()} ${random.pick(['|', '&', '-', '^', '<', '<=', '==', '>', '+'])} ${other()}`)),
    report(`${random.pick(['sorted', 'len', 'list', 'reversed', 'repr', 'max'])}(${view()})`),
    report(`${random.pick(["'a'", "('a', 1)", '[]', '1'])} in ${view()}, ${view()}.isdisjoint(${other()})`),
    compound(['try:', [compound([`for k in ${view()}:`, [simple('print(k)'), simple(change)]])]], ['except Exception as error:', [simple('print(type(error).__name__, error)')]]),
    simple(`print(${name}, ${name}.keys().mapping == ${name})`),
  ];
}
