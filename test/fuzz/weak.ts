import { compound, method, report, simple, type Statement } from './program.ts';
import type { Scope } from './scope.ts';

/** Weak references with callbacks, proxies, weak containers and finalizers, with referents that die at all sorts of moments. */
export function weakReferences(scope: Scope): Statement[] {
  const { random } = scope;
  const name = scope.fresh('W');
  const made: Statement[] = [
    simple('import weakref, gc'),
    compound([`class ${name}:`, [method('__init__', 'self, n', 'self.n = n'), method('__repr__', 'self', `return f'<{self.n}>'`), ...(random.chance(0.5) ? [method('__del__', 'self', "print('del', self.n)", ...(random.chance(0.2) ? ['keep.append(self)'] : []), ...(random.chance(0.1) ? ['1 / 0'] : []))] : []), ...(random.chance(0.3) ? [method('m', 'self', 'return self.n')] : [])]]),
    simple(`keep, a, b = [], ${name}('a'), ${name}('b')`),
  ];
  const step = (): Statement[] => {
    switch (random.below(12)) {
      case 0:
        return [simple(`r = weakref.ref(${random.pick(['a', 'b'])}, lambda ref: print('callback', ref is r, ref()))`)];
      case 1:
        return [simple('rs = [weakref.ref(a, lambda ref, i=i: print("callback", i)) for i in range(3)]'), ...(random.chance(0.4) ? [simple(random.pick(['del rs[1]', 'rs.reverse()', 'rs.clear()']))] : [])];
      case 2:
        return [simple('p = weakref.proxy(b)'), report(random.pick(['p.n, p', 'p.missing', 'bool(p), p == b', 'hash(p)', 'p()', 'len(p)']))];
      case 3:
        return [simple('values = weakref.WeakValueDictionary(x=a, y=b)'), report("len(values), sorted(values), values.get('x'), 'z' in values")];
      case 4:
        return [simple('keys = weakref.WeakKeyDictionary({a: 1, b: 2})'), report('len(keys), sorted(keys.values())')];
      case 5:
        return [simple("f = weakref.finalize(a, print, 'finalized', 1, sep='-')"), report(random.pick(['f.alive', 'f.peek()[1:]', 'f.detach()[1:]', 'f()', 'f.atexit']))];
      case 6:
        return [simple('seen = weakref.WeakSet([a, b])'), report('len(seen), a in seen')];
      case 7:
        return [simple(random.pick(['a.other = b', 'b.other = b', 'a.other = b; b.other = a', 'a.hold = [a]']))];
      case 8:
        return [simple(random.pick(['b = None', 'a = b', 'b = a']))];
      case 9:
        return [report(`weakref.getweakrefcount(a), weakref.getweakrefcount(b)`)];
      case 10:
        return [report(random.pick(['weakref.ref(1)', 'weakref.ref(a) is weakref.ref(a)', 'weakref.ref(a) == weakref.ref(b)', 'weakref.proxy([])', 'weakref.ref(a, 1, 2)', 'weakref.ref(a)().n', 'weakref.WeakMethod(a.m)()']))];
      default:
        return [compound([`def use(x):`, [simple(`local = ${name}('local')`), simple(`ref = weakref.ref(local, lambda r: print('local gone'))`), simple(random.pick(['return ref', 'local.me = local; return ref', 'del local; print(ref() is None)', 'keep.append(local); return ref']))]]), report('use(b)')];
    }
  };
  for (let left = random.between(2, 6); left > 0; left--) made.push(...step());
  made.push(simple(random.pick(['del a', 'a = None', "print('before')", 'del b', 'keep.append(a)'])), simple('print(gc.collect() >= 0, keep)'));
  return [compound(['try:', made], ['except Exception as error:', [simple('print(type(error).__name__, error)')]])];
}
