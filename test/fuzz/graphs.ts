/** Programs whose objects are dropped, found by the collector, torn down at the exit, or never freed. */
import { compound, method, simple, type Statement } from './program.ts';
import { Random } from './random.ts';

/** Classes, several modules' worth of objects of theirs tied to each other in all manners, then what unties some of them. */
export function generateGraph(seed: number): Statement[] {
  const graph = new Graph(new Random(seed));
  const { random } = graph;
  const program: Statement[] = [simple('import atexit, builtins, functools, gc, sys, types, weakref'), simple('kept = []')];
  for (let left = random.between(1, 4); left > 0; left--) program.push(...graph.newClass());
  for (let left = random.between(0, 2); left > 0; left--) program.push(...graph.newModule());
  for (let left = random.between(2, 7); left > 0; left--) program.push(graph.newObject());
  for (let left = random.between(3, 12); left > 0; left--) program.push(...graph.tie());
  for (let left = random.between(0, 8); left > 0; left--) program.push(...graph.untie());
  program.push(...graph.last());
  return program;
}

class Graph {
  private readonly classes: string[] = [];
  private readonly objects: string[] = [];
  private names = 0;

  constructor(readonly random: Random) {}

  /** Names that begin with an underscore are cleared before the others. */
  private fresh(prefix: string): string {
    return `${this.random.chance(0.3) ? '_' : ''}${prefix}${this.names++}`;
  }

  private any(): string {
    return this.random.pick(this.objects);
  }

  private made(): string {
    return `${this.random.pick(this.classes)}(${this.random.below(100)})`;
  }

  /** An object that there is, or one that nobody else holds. */
  private some(): string {
    return this.random.chance(0.6) && this.objects.length > 0 ? this.any() : this.made();
  }

  newClass(): Statement[] {
    const { random } = this;
    const name = this.fresh('T');
    const base = random.chance(0.25) && this.classes.length > 0 ? random.pick(this.classes) : random.pick(['', '', '', '', 'object', 'list', 'dict', 'Exception']);
    const slots = base === '' && random.chance(0.2);
    const body: Statement[] = slots ? [simple(random.pick(["__slots__ = ('n', 'one', 'two', 'hold', '__weakref__')", "__slots__ = ('n', 'one', 'two', 'hold', '__weakref__', '__dict__')"]))] : [];
    body.push(method('__init__', 'self, n', 'self.n = n'), method('__repr__', 'self', `return f'${name}({self.n})'`));
    if (random.chance(0.2)) body.push(method('__hash__', 'self', 'return self.n'), method('__eq__', 'self, other', 'return self is other'));
    if (random.chance(0.6)) body.push(method('__del__', 'self', ...this.lastWords(name)));
    body.push(method('m', 'self, *rest', "print('m', self.n)"));
    this.classes.push(name);
    return [compound([`class ${name}${base === '' ? '' : `(${base})`}:`, body])];
  }

  private lastWords(name: string): string[] {
    const { random } = this;
    const more = random.weighted<readonly string[]>([
      [8, []],
      [2, ['kept.append(self)']],
      [1, [`builtins.${this.fresh('late')} = self`]],
      [1, [`${name}.last = self`]],
      [1, ['self.again = self']],
      [1, ["raise ValueError('in del')"]],
      [1, ['gc.collect()']],
      [1, [`sys.stdout.write(f'{len(kept)}\\n')`]],
      [1, ["import math; print(math.floor(1.5))"]],
      [1, [`${name}(self.n + 1000) if self.n < 1000 else None`]],
      [1, ['self.one = None']],
      [1, ["print(sorted(k for k in vars(self) if k != 'n')) if hasattr(self, '__dict__') else None"]],
    ]);
    return [random.pick([`print('del', self.n)`, `print('del', self.n, ${name} is None)`, "print('del', self.n, gc is None, kept is None)", `print('del', repr(self))`]), ...more];
  }

  /** A module made by hand, with code of its own; the table of modules may hold it or not. */
  newModule(): Statement[] {
    const { random } = this;
    const name = this.fresh('mod');
    const code = [
      `class ${name}C:`,
      `    def __init__(self, n): self.n = n`,
      ...(random.chance(0.7) ? [`    def __del__(self): print('del of ${name}', self.n, state)`] : []),
      `    def m(self, *rest): print('m', state)`,
      `state = '${name}'`,
      ...(random.chance(0.6) ? [`one = ${name}C(1)`] : []),
      ...(random.chance(0.4) ? [`_two = ${name}C(2)`] : []),
      ...(random.chance(0.3) ? [`def f(): return state, ${name}C`] : []),
    ];
    const statements = [simple(`${name} = types.ModuleType('${name}')`), simple(`exec(${JSON.stringify(code.join('\n'))}, ${name}.__dict__)`)];
    if (random.chance(0.7)) statements.push(simple(`sys.modules['${name}'] = ${name}`));
    this.classes.push(`${name}.${name}C`);
    this.objects.push(name);
    return statements;
  }

  newObject(): Statement {
    const name = this.fresh('x');
    const made = this.made();
    this.objects.push(name);
    return simple(`${name} = ${made}`);
  }

  /** One more reference, in one of the ways in which programs hold objects. */
  tie(): Statement[] {
    const { random } = this;
    const holder = this.fresh('h');
    const attribute = random.pick(['one', 'two', 'hold']);
    const [a, b] = [this.any(), this.some()];
    const held = random.pick([
      b,
      `[${b}]`,
      `(${b}, ${this.some()})`,
      `{'k': ${b}}`,
      `{${this.some()}: ${b}}`,
      `frozenset([${b}])`,
      `{${b}}`,
      `lambda: ${b}`,
      `(lambda v: lambda: v)(${b})`,
      `lambda v=${b}: v`,
      `(v for v in [${b}, 2])`,
      `iter([${b}])`,
      `functools.partial(print, ${b})`,
      `functools.partial(print, k=${b})`,
      `weakref.ref(${a})`,
      `weakref.ref(${a}, lambda r, v=${b}: print('callback'))`,
      `weakref.proxy(${a})`,
      `types.SimpleNamespace(v=${b})`,
      `types.MappingProxyType({'v': ${b}})`,
      `map(str, [${b}])`,
      `zip([${b}])`,
      `enumerate([${b}])`,
      `reversed([${b}])`,
      `slice(${b})`,
      `types.MethodType(print, ${b})`,
      `property(lambda s: ${b})`,
      `staticmethod(${b})`,
      `type('Made', (), {'v': ${b}})`,
      `memoryview(b'x')`,
      `Exception(${b})`,
      `weakref.WeakValueDictionary(v=${a})`,
      `weakref.WeakKeyDictionary({${a}: 1})`,
      `weakref.WeakSet([${a}])`,
    ]);
    switch (random.below(16)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return [this.tried(`${a}.${attribute} = ${held}`)];
      case 4:
      case 5:
        this.objects.push(holder);
        return [simple(`${holder} = None`), this.tried(`${holder} = ${held}`)];
      case 6:
        return [this.tried(`kept.append(${held})`)];
      case 7:
        return [simple(`${holder} = None`), compound([`def ${holder}():`, [this.tried(`own = ${held}`), simple(`yield own`), simple('yield 2')]]), simple(`${holder}g = ${holder}()`), this.tried(`next(${holder}g)`)];
      case 8:
        return [compound([`def ${holder}(v=${random.pick([a, 'None'])}):`, [this.tried(`own = ${held}`), simple(random.pick(['return own', 'return lambda: own', 'own.me = own', 'raise KeyError(1)', 'return sys._getframe()', 'kept.append(sys._getframe())']))]]), this.tried(random.pick([`${holder}()`, `${holder}r = ${holder}()`, `kept.append(${holder}())`]))];
      case 9:
        return [this.tried(random.pick([`atexit.register(print, 'at exit', ${a}.n)`, `atexit.register(${a}.m)`, `atexit.register(lambda v=${b}: print('at exit'))`, `atexit.register(kept.append, ${b})`, `atexit.register(gc.collect)`]))];
      case 10:
        return [this.tried(`weakref.finalize(${a}, ${random.pick([`print, 'finalized'`, `kept.append, ${b}`, `${b}.m`])})`)];
      case 11:
        return [this.tried(random.pick([`sys.${holder} = ${held}`, `builtins.${holder} = ${held}`, `${random.pick(this.classes)}.shared = ${held}`, `globals()['${holder}'] = ${held}`]))];
      case 12:
        return [compound(['try:', [simple(`raise ValueError(${b})`)]], ['except ValueError as error:', [this.tried(random.pick([`${a}.${attribute} = error`, 'kept.append(error)', `${a}.${attribute} = error.__traceback__`]))]])];
      case 13:
        return [simple(`@functools.lru_cache\ndef ${holder}(v): return [v]`), this.tried(`${holder}(${b})`)];
      case 14:
        return [compound([`class ${holder}L:`, [simple(`held = ${held}`)]])];
      default:
        return [this.tried(`${a}.${attribute} = ${a}`)];
    }
  }

  /** What breaks references, or makes the collector look. */
  untie(): Statement[] {
    const { random } = this;
    const a = this.any();
    switch (random.below(10)) {
      case 0:
      case 1:
        return [this.tried(`del ${a}`)];
      case 2:
        return [this.tried(`${a} = None`)];
      case 3:
        return [this.tried(`del ${a}.${random.pick(['one', 'two', 'hold'])}`)];
      case 4:
        return [this.tried(random.pick(['kept.clear()', 'kept.pop()', 'del kept[0]', 'kept = []']))];
      case 5:
      case 6:
        return [this.tried('gc.collect()')];
      case 7:
        return [this.tried(random.pick(['gc.collect(0)', 'gc.collect(1)', 'gc.freeze()', 'gc.unfreeze()', 'gc.disable()', 'gc.enable()', 'gc.set_threshold(1)', 'gc.set_threshold(20, 2, 2)', 'gc.set_debug(gc.DEBUG_SAVEALL)']))];
      case 8:
        return [this.tried(`${a} = ${this.some()}`)];
      default:
        return [simple("print('on')")];
    }
  }

  /** How the program ends. */
  last(): Statement[] {
    const { random } = this;
    return random.weighted<() => Statement[]>([
      [10, () => []],
      [1, () => [simple(`raise ValueError(${this.random.below(9)})`)]],
      [1, () => [compound(['def end(v):', [simple('own = v'), simple('raise KeyError(own.n)')]]), simple(`end(${this.some()})`)]],
      [1, () => [simple(`sys.exit(${this.random.pick(['0', '3', "'bye'"])})`)]],
      [1, () => [compound(['try:', [simple('sys.exit(1)')]], ['finally:', [simple("print('finally')")]])]],
    ])();
  }

  private tried(text: string): Statement {
    return compound(['try:', [simple(text)]], ['except Exception as error:', [simple('print(type(error).__name__, error)')]]);
  }
}
