import { expression } from './expressions.ts';
import { compound, simple, type Statement } from './program.ts';
import { Scope, type ClassShape } from './scope.ts';

type Block = (scope: Scope, room: number) => Statement[];

/** Bodies of special methods; `self.a` is there unless the program deleted it. */
const special: Readonly<Record<string, readonly [parameters: string, body: readonly string[]]>> = {
  __eq__: ['other', ['return isinstance(other, type(self)) and self.a == other.a']],
  __hash__: ['', ['return hash(str(self.a))']],
  __lt__: ['other', ["print('lt')", 'return self.a < other.a']],
  __add__: ['other', ["print('add')", 'return self.a + (other.a if isinstance(other, type(self)) else other)']],
  __radd__: ['other', ["print('radd')", 'return other + self.a']],
  __sub__: ['other', ['return NotImplemented']],
  __rsub__: ['other', ["return ('rsub', other)"]],
  __mul__: ['other', ['return type(self)(self.a)']],
  __neg__: ['', ['return -self.a']],
  __iadd__: ['other', ["print('iadd', other)", 'return self']],
  __getitem__: ['key', ["print('getitem', key)", 'if isinstance(key, int) and key > 3: raise IndexError(key)', 'return key']],
  __setitem__: ['key, value', ["print('setitem', key, value)"]],
  __len__: ['', ['return 2']],
  __bool__: ['', ["print('bool')", 'return False']],
  __iter__: ['', ['yield 1', 'yield self.a']],
  __contains__: ['item', ["print('contains', item)", 'return item == self.a']],
  __call__: ['*args, **keywords', ["print('call', args, keywords)", 'return len(args)']],
  __enter__: ['', ["print('enter')", 'return self']],
  __getattr__: ['name', ["print('getattr', name)", "if name.startswith('_'): raise AttributeError(name)", 'return name']],
  __setattr__: ['name, value', ["print('setattr', name)", 'object.__setattr__(self, name, value)']],
  __del__: ['', ["print('del', type(self).__name__)"]],
  __index__: ['', ['return 1']],
  __format__: ['spec', ["return f'<{spec}>'"]],
  __str__: ['', ["return 'str'"]],
  __missing__: ['key', ["return ('missing', key)"]],
  __reversed__: ['', ["return iter('reversed')"]],
  __or__: ['other', ["return ('or', other)"]],
  __get__: ['instance, owner=None', ["print('get', instance is None)", 'return 42']],
};

export function classDefinition(scope: Scope, block: Block): Statement {
  const { random } = scope;
  const name = scope.fresh('C');
  const base = scope.classes.length > 0 && random.chance(0.4) ? random.pick(scope.classes) : undefined;
  const builtin = base === undefined && random.chance(0.15) ? random.pick(['dict', 'list', 'int', 'str', 'Exception']) : undefined;
  const parameters = base?.parameters ?? (builtin === undefined ? random.below(3) : random.below(2));
  const names = random.list(0, 6, () => random.pick(Object.keys(special)));
  const chosen = new Set(names);
  if (chosen.has('__eq__') && random.chance(0.6)) chosen.add('__hash__');
  const body: Statement[] = [];
  const attributes = ['a'];
  if (random.chance(0.15) && base === undefined && builtin === undefined) body.push(simple(`__slots__ = ('a', 'b'${random.chance(0.3) ? ", '__dict__'" : ''})`));
  if (random.chance(0.4)) {
    const attribute = scope.fresh('attr');
    body.push(simple(`${attribute} = ${expression(scope, random.pick(['int', 'str', 'list', 'tuple'] as const), 2)}`));
    attributes.push(attribute);
  }
  if (base === undefined) {
    const arguments_ = Array.from({ length: parameters }, (_, i) => ['a', 'b'][i]!);
    body.push(compound([`def __init__(self${arguments_.map((argument) => `, ${argument}`).join('')}):`, [simple(`self.a = ${arguments_[0] ?? expression(scope, 'int', 1)}`), ...(arguments_.length > 1 ? [simple('self.b = b')] : [])]]));
  } else if (random.chance(0.4)) {
    body.push(compound(['def __init__(self, *args):', [simple(`print('init ${name}')`), simple(random.pick(['super().__init__(*args)', `${base.name}.__init__(self, *args)`]))]]));
  }
  if (builtin === undefined) body.push(compound(['def __repr__(self):', [simple(`return '${name}'`)]]));
  for (const method of chosen) {
    const [written, lines] = special[method]!;
    body.push(compound([`def ${method}(self${written === '' ? '' : `, ${written}`}):`, lines.map(simple)]));
  }
  if (chosen.has('__enter__')) {
    body.push(compound(['def __exit__(self, kind, error, traceback):', [simple('print("exit", kind and kind.__name__, error)'), simple(`return ${random.pick(['True', 'False', 'kind is ValueError'])}`)]]));
  }
  const methods = [...(base?.methods ?? [])];
  for (let left = random.below(3); left > 0; left--) {
    const method = scope.fresh('m');
    const inner = new Scope(random, scope);
    inner.depth = scope.depth + 1;
    inner.variables.set('x', 'int');
    const decorator = random.weighted([
      [6, ''],
      [1, '@property\n'],
      [1, '@classmethod\n'],
      [1, '@staticmethod\n'],
    ] as const);
    const self = decorator === '@staticmethod\n' ? '' : decorator === '@classmethod\n' ? 'cls, ' : 'self, ';
    const signature = decorator === '@property\n' ? 'self' : `${self}x=1`;
    body.push(compound([`${decorator}def ${method}(${signature}):`, [...(decorator === '@property\n' ? [] : block(inner, 2)), simple(`return ${decorator === '' ? random.pick(['self.a', 'x', `(x, self)`]) : decorator === '@classmethod\n' ? 'cls.__name__' : '7'}`)]]));
    methods.push(method);
  }
  if (methods.length === 0) {
    body.push(compound(['def m(self, x):', [simple('return (self, x)')]]));
    methods.push('m');
  }
  if (random.chance(0.1)) body.push(compound(['def __init_subclass__(cls, **keywords):', [simple("print('subclass', cls.__name__, keywords)")]]));
  const shape: ClassShape = { name, parameters, methods, attributes: [...attributes, ...(base?.attributes ?? [])], special: new Set([...chosen, ...(base?.special ?? [])]) };
  scope.classes.push(shape);
  const bases = base?.name ?? builtin;
  return compound([`class ${name}${bases === undefined ? '' : `(${bases})`}:`, body]);
}
