import { expression } from './expressions.ts';
import { compound, simple, type Statement } from './program.ts';
import type { Scope } from './scope.ts';

/** Objects that say when they go, and what holds and drops them: containers, closures, frames, cycles, weak references. */
export function lifetime(scope: Scope): Statement[] {
  const { random } = scope;
  const type = tracer(scope);
  const statements: Statement[] = type.defined;
  const names = random.list(1, 3, () => scope.fresh('t'));
  for (const name of names) statements.push(simple(`${name} = ${type.name}('${name}')`));
  const any = (): string => random.pick(names);
  for (let left = random.between(1, 5); left > 0; left--) statements.push(...step(scope, any, type.name));
  statements.push(simple(`del ${random.pick(names)}`));
  if (random.chance(0.5)) statements.push(simple("print('on')"));
  if (random.chance(0.4)) statements.push(simple('import gc; print(gc.collect() >= 0)'));
  return [compound(['try:', statements], ['except Exception as error:', [simple('print(type(error).__name__, error)')]])];
}

/** The class of such objects, defined where it is first needed. */
function tracer(scope: Scope): { readonly name: string; readonly defined: Statement[] } {
  const { random } = scope;
  const name = scope.fresh('T');
  const says = random.pick([`print('gone', self.name)`, `print('gone', self.name, sorted(k for k in vars(self)))`, `print('gone', self.name); self.name = None`]);
  const body: Statement[] = [
    compound(['def __init__(self, name):', [simple('self.name = name')]]),
    compound(['def __del__(self):', [simple(says), ...(random.chance(0.1) ? [simple(`raise ValueError(${expression(scope, 'str', 0)})`)] : [])]]),
    compound(['def __repr__(self):', [simple(`return f'<{self.name}>'`)]]),
  ];
  return { name, defined: [compound([`class ${name}:`, body])] };
}

function step(scope: Scope, any: () => string, type: string): Statement[] {
  const { random } = scope;
  const holder = scope.fresh('h');
  switch (random.below(14)) {
    case 0:
      return [simple(`${any()}.other = ${any()}`)];
    case 1:
      return [simple(`${holder} = [${any()}, ${type}('temporary'), {${any()}.name: ${any()}}]`), simple(random.pick([`${holder}.clear()`, `del ${holder}[1]`, `${holder}.pop()`, `${holder} = ${holder}[:1]`, `${holder}[:] = []`]))];
    case 2:
      return [compound([`def ${holder}(argument, default=${any()}):`, [simple(`local = ${type}('local')`), simple(random.pick(['return local', 'return argument', 'return lambda: (local, argument)', 'local = None', 'del argument']))]]), simple(`print(${holder}(${type}('argument')) is None)`)];
    case 3:
      return [compound([`def ${holder}():`, [simple(`own = ${type}('own')`), simple('yield own.name'), simple('yield 2')]]), simple(`walk = ${holder}()`), simple('print(next(walk))'), simple(random.pick(['del walk', 'walk.close()', 'walk = None', 'print(list(walk))']))];
    case 4:
      return [compound(['try:', [simple(`held = ${type}('held')`), simple('raise KeyError(held.name)')]], ['except KeyError as error:', [simple('print(error)'), ...(random.chance(0.4) ? [simple(`${any()}.error = error`)] : [])]])];
    case 5:
      return [simple(`import weakref`), simple(`${holder} = weakref.ref(${any()}, lambda reference: print('callback', reference() is None))`), simple(`print(${holder}() is None)`)];
    case 6:
      return [simple(`${type}('dropped')`), simple(`${type}('compared') == ${any()}`)];
    case 7:
      return [compound([`for ${holder} in ${type}('first'), ${type}('second'):`, [simple(`print(${holder})`)]])];
    case 8:
      return [simple(`${any()} = ${type}('rebound')`)];
    case 9:
      return [simple(`${holder} = {i: ${type}(f'v{i}') for i in range(3)}`), simple(random.pick([`del ${holder}[1]`, `${holder}.popitem()`, `${holder}.update({0: None})`, `${holder} = None`, `${holder}.clear()`]))];
    case 10:
      return [simple(`print([${type}(f'c{i}').name for i in range(2)], (${type}('a'), ${type}('b'))[0])`)];
    case 11:
      return [simple(`(lambda a, *rest, **more: print(a, rest))(${type}('x'), *[${type}('y')], z=${type}('z'))`)];
    case 12:
      return [simple(`${any()}.__dict__.update(extra=${type}('extra'))`), simple(`${any()}.extra = 1`)];
    default:
      return [simple(`${holder} = ${any()}, ${any()}`), simple(`${holder} += (${type}('added'),)`), simple(`a, *b = ${holder}`)];
  }
}
