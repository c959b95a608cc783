import { expression } from './expressions.ts';
import { compound, method, report, simple, type Statement } from './program.ts';
import type { Scope } from './scope.ts';



/** What classes are made of: descriptors, metaclasses, inheritance, slots, attribute access. */
export function classFeatures(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('K');
  const value = (): string => expression(scope, random.pick(['int', 'str', 'tuple'] as const), 1);

  switch (random.below(11)) {
    case 0: {
      const layers = ['A', 'B', 'C', 'D'].map((letter) => `${name}${letter}`);
      const [a, b, c, d] = layers as [string, string, string, string];
      const say = (layer: string): Statement => method('hello', 'self', `return ['${layer}'] + ${random.pick(['super().hello()', `super(${layer}, self).hello()`])}`);
      return [
        compound([`class ${a}:`, [method('hello', 'self', `return ['${a}']`), simple(`x = ${value()}`)]]),
        compound([`class ${b}(${a}):`, [say(b)]]),
        compound([`class ${c}(${a}):`, [...(random.chance(0.7) ? [say(c)] : []), simple(`x = ${value()}`)]]),
        compound(['try:', [compound([`class ${d}(${random.pick([`${b}, ${c}`, `${c}, ${b}`, `${a}, ${b}`, `${b}, ${a}`])}):`, [...(random.chance(0.5) ? [say(d)] : [])]])]], ['except TypeError as error:', [simple('print(error)')]]),
        report(`${d}().hello(), ${d}.x, [k.__name__ for k in ${d}.__mro__]`),
      ];
    }
    case 1:
      return [
        compound([`class ${name}:`, [simple('_v = 0'), compound(['@property\ndef v(self):', [simple("print('get')"), simple('return self._v')]]), ...(random.chance(0.7) ? [compound(['@v.setter\ndef v(self, value):', [simple("print('set', value)"), simple('self._v = value')]])] : []), ...(random.chance(0.4) ? [compound(['@v.deleter\ndef v(self):', [simple("print('delete')")]])] : [])]]),
        simple(`k = ${name}()`),
        report('k.v'),
        compound(['try:', [simple(random.pick([`k.v = ${value()}`, 'k.v += 1', 'del k.v']))]], ['except AttributeError as error:', [simple('print(error)')]]),
        report('k.v, k.__dict__'),
      ];
    case 2: {
      const descriptor = scope.fresh('Desc');
      return [
        compound([`class ${descriptor}:`, [method('__set_name__', 'self, owner, name', "print('set_name', owner.__name__, name)", 'self.name = name'), method('__get__', 'self, instance, owner', `return (self.name, instance is None, owner.__name__)`), ...(random.chance(0.6) ? [method('__set__', 'self, instance, value', "print('set', self.name, value)", random.pick(['instance.__dict__[self.name] = value', 'pass']))] : []), ...(random.chance(0.3) ? [method('__delete__', 'self, instance', "print('delete', self.name)")] : [])]]),
        compound([`class ${name}:`, [simple(`d = ${descriptor}()`)]]),
        simple(`k = ${name}()`),
        simple("k.__dict__['d'] = 'own'"),
        report(`${name}.d, k.d`),
        compound(['try:', [simple(`k.d = ${value()}`), simple('del k.d')]], ['except AttributeError as error:', [simple('print(error)')]]),
        report('k.d'),
      ];
    }
    case 3: {
      const meta = scope.fresh('Meta');
      return [
        compound([`class ${meta}(type):`, [compound(['@classmethod\ndef __prepare__(mcs, name, bases, **keywords):', [simple("print('prepare', name, sorted(keywords))"), simple("return {'prepared': 1}")]]), method('__new__', 'mcs, name, bases, namespace, **keywords', "print('new', name, [k for k in namespace if not k.startswith('__')])", 'return super().__new__(mcs, name, bases, namespace)'), method('__init__', 'cls, name, bases, namespace, **keywords', 'super().__init__(name, bases, namespace)'), ...(random.chance(0.4) ? [method('__call__', 'cls, *args', "print('call', args)", 'return super().__call__(*args)')] : []), ...(random.chance(0.3) ? [method('__getattr__', 'cls, name', "return f'meta {name}'")] : []), ...(random.chance(0.3) ? [method('__instancecheck__', 'cls, other', 'return other == 1')] : [])]]),
        compound([`class ${name}(metaclass=${meta}${random.pick(['', ', flag=True'])}):`, [simple(`x = ${value()}`), method('m', 'self', 'return 1')]]),
        compound([`class ${name}Sub(${name}):`, []]),
        report(`${name}.prepared, ${name}Sub().m(), type(${name}Sub).__name__`),
        report(`${name}.missing, isinstance(1, ${name})`),
      ];
    }
    case 4:
      return [
        compound([`class ${name}:`, [simple(`__slots__ = ${random.pick(["('a', 'b')", "['a', 'b', '__weakref__']", "'a'", "('a', '__dict__')"])}`), method('__init__', 'self', 'self.a = 1')]]),
        compound([`class ${name}Sub(${name}):`, random.chance(0.5) ? [simple("__slots__ = ('c',)")] : []]),
        simple(`k = ${random.pick([name, `${name}Sub`])}()`),
        compound(['try:', [simple(random.pick(['k.c = 3', 'k.z = 1', 'print(k.b)', 'del k.a; print(k.a)', 'print(k.__dict__)']))]], ['except AttributeError as error:', [simple('print(error)')]]),
        report(`k.a, hasattr(k, 'b'), hasattr(k, '__dict__')`),
      ];
    case 5:
      return [
        compound([`class ${name}:`, [method('__getattribute__', 'self, name', "print('getattribute', name)", ...random.pick([['return object.__getattribute__(self, name)'], ["if name == 'y': raise AttributeError(name)", 'return super().__getattribute__(name)'], ['return name']])), ...(random.chance(0.5) ? [method('__getattr__', 'self, name', "return ('fallback', name)")] : []), simple('x = 1')]]),
        simple(`k = ${name}()`),
        report('k.x'),
        report('k.y'),
        report("getattr(k, 'z', 'default'), hasattr(k, 'w')"),
      ];
    case 6:
      return [
        compound([`class ${name}:`, [simple('registry = []'), method('__init_subclass__', 'cls, /, tag=None, **keywords', 'super().__init_subclass__(**keywords)', '__class__.registry.append((cls.__name__, tag))')]]),
        compound(['try:', [compound([`class ${name}Sub(${name}, ${random.pick(['tag=1', 'tag="t"', 'other=2', 'tag=1, metaclass=type'])}):`, []])]], ['except TypeError as error:', [simple('print(error)')]]),
        simple(`print(${name}.registry)`),
      ];
    case 7:
      return [
        simple(`${name} = type('${name}', (${random.pick(['object', 'int', 'dict', 'tuple', 'Exception'])},), {'x': ${value()}, 'm': lambda self: (type(self).__name__, self.x)})`),
        report(`${name}().m()`),
        report(`${name}.__name__, ${name}.__bases__[0].__name__, ${name}.__module__, issubclass(${name}, int)`),
      ];
    case 8: {
      const operators = ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'and', 'or', 'xor', 'lshift', 'matmul', 'pow'];
      const symbols: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', truediv: '/', floordiv: '//', mod: '%', and: '&', or: '|', xor: '^', lshift: '<<', matmul: '@', pow: '**' };
      const operator = random.pick(operators);
      const answer = (): string => random.pick(["('answer', other)", 'NotImplemented', 'NotImplemented']);
      const side = (suffix: string, prefix: string): Statement => method(`__${prefix}${operator}__`, 'self, other', `print('${prefix}${operator}', type(self).__name__)`, `return ${suffix}`);
      return [
        compound([`class ${name}:`, [side(answer(), ''), ...(random.chance(0.6) ? [side(answer(), 'r')] : [])]]),
        compound([`class ${name}Sub(${name}):`, [...(random.chance(0.6) ? [side(answer(), 'r')] : []), ...(random.chance(0.4) ? [side(answer(), 'i')] : [])]]),
        ...[[`${name}()`, `${name}Sub()`], [`${name}Sub()`, `${name}()`], [`${name}()`, '1'], ['1', `${name}Sub()`]].map(([left, right]) => compound(['try:', [simple(`r = ${left} ${symbols[operator]} ${right}; print(type(r).__name__)`), ...(random.chance(0.4) ? [simple(`r = ${left}; r ${symbols[operator]}= ${right}; print(type(r).__name__)`)] : [])]], ['except TypeError as error:', [simple('print(error)')]])),
      ];
    }
    case 9:
      return [
        compound([`class ${name}(${random.pick(['dict', 'list', 'str', 'int', 'float', 'tuple', 'set', 'bytes'])}):`, [...(random.chance(0.5) ? [method('__new__', 'cls, *args', "print('new', args)", 'return super().__new__(cls, *args)')] : []), ...(random.chance(0.5) ? [method('__repr__', 'self', `return '${name}:' + super().__repr__()`)] : []), ...(random.chance(0.3) ? [method('__len__', 'self', 'return 7')] : []), ...(random.chance(0.3) ? [method('__eq__', 'self, other', "print('eq')", 'return True'), simple('__hash__ = None')] : [])]]),
        simple(`k = ${name}()`),
        report('k, k == 1, bool(k), type(k).__name__'),
        report(`len(k), k + k, type(k + k).__name__`),
        report(`${name}(${random.pick(["'ab'", '3', '[1, 2]', "b'x'", '{1: 2}'])})`),
        report('{k: 1}, k.extra'),
      ];
    default:
      return [
        compound([`class ${name}:`, [compound(['@classmethod\ndef __class_getitem__(cls, item):', [simple('return (cls.__name__, item)')]]), compound(['@staticmethod\ndef s(*a):', [simple('return a')]]), compound([`class Inner:`, [method('__repr__', 'self', 'return type(self).__qualname__')]]), method('m', 'self', 'return __class__.__name__')]]),
        report(`${name}[${value()}], ${name}.s(1), ${name}().s(2), ${name}.Inner(), ${name}().m()`),
        report(`${name}.m.__qualname__, ${name}().m.__func__ is ${name}.m, ${name}.m()`),
      ];
  }
}
