"""In which order each kind of expression and statement lets go of its operands."""
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __hash__(self): return 1
    def __eq__(self, o): return False
    def __lt__(self, o): return True
    def __contains__(self, o): return True
    def __add__(self, o): return 1
    def __iadd__(self, o): return 2
    def __mul__(self, o): return 3
    def __getitem__(self, k): return 4
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
    def __getattr__(self, k): return 5
    def __setattr__(self, k, v): self.__dict__[k] = v
    def __delattr__(self, k): pass
    def __call__(self, *a, **k): return 6
    def __iter__(self): return iter(())
    def __enter__(self): return 7
    def __exit__(self, *a): return False
    def __format__(self, s): return 'f'
    def __str__(self): return 's'
    def __bool__(self): return True
    def __neg__(self): return 8
    def m(self, *a, **k): return 9
    def keys(self): return []
    @property
    def prop(self): return 1
    @prop.setter
    def prop(self, v): pass
class Slot:
    __slots__ = 'a', 'b'
    def __init__(self, name): self.a = name; self.b = N('slot of ' + name)
class P:
    def __init__(self, name): self.name = name
    def __del__(self): print("pdel", self.name)
def f(*a, **k): return None
def g(a, b=None, *, c=None): return None
class C:
    def __init__(self, *a, **k): pass
    def __del__(self): print('del C')
class T0:
    pass
def t(name, fn):
    print('--', name)
    try: fn()
    except Exception as e: print(type(e).__name__)
tests = dict(
 eq=lambda: N(1) == N(2), ne=lambda: N(1) != N(2), lt=lambda: N(1) < N(2), peq=lambda: P(1) == P(2), chain=lambda: N(1) < N(2) < N(3),
 is_=lambda: N(1) is N(2), isnot=lambda: N(1) is not N(2), in_=lambda: N(1) in N(2), inl=lambda: N(1) in [N(2), N(3)], notin=lambda: N(1) not in N(2), intup=lambda: N(1) in (N(2),), ins=lambda: P(1) in {P(2)}, ind=lambda: P(1) in {P(2): P(3)},
 add=lambda: N(1) + N(2), mul=lambda: N(1) * N(2), padd=lambda: P(1) + P(2), ladd=lambda: [N(1)] + [N(2)], tadd=lambda: (N(1),) + (N(2),), lmul=lambda: [N(1)] * 2, dor=lambda: {1: N(1)} | {2: N(2)},
 sub=lambda: N(1)[N(2)], lsub=lambda: [N(1), N(2)][0], tsub=lambda: (N(1), N(2))[1], dsub=lambda: {1: N(1), 2: N(2)}[1], slc=lambda: [N(1), N(2)][0:1], slc2=lambda: N(1)[N(2):N(3)], slc3=lambda: N(1)[N(2):N(3):N(4)], psub=lambda: P(1)[P(2)],
 neg=lambda: -N(1), not_=lambda: not N(1), attr=lambda: N(1).x, pattr=lambda: P(1).name, prop=lambda: N(1).prop, meth=lambda: N(1).m(N(2)), methkw=lambda: N(1).m(N(2), k=N(3)), meth2=lambda: N(1).m(N(2), N(3)),
 call=lambda: N(1)(N(2)), callk=lambda: N(1)(N(2), k=N(3)), callstar=lambda: N(1)(*[N(2)]), callstar2=lambda: N(1)(N(2), *[N(3)], **{'k': N(4)}), call0=lambda: N(1)(),
 pyf=lambda: f(N(1), N(2)), pyfk=lambda: f(N(1), k=N(2)), pyg=lambda: g(N(1), N(2), c=N(3)), pygs=lambda: g(*[N(1)], **{'c': N(2)}), cls=lambda: C(N(1), N(2)), cls2=lambda: C(N(1), k=N(2)), cls3=lambda: P(N(1)),
 blt=lambda: len([N(1), N(2)]), blt2=lambda: isinstance(N(1), N), blt3=lambda: getattr(N(1), 'x', N(2)), blt4=lambda: max(P(1), P(2), key=lambda p: p.name), blt5=lambda: hash(N(1)), blt6=lambda: divmod(P(1), P(2)), blt7=lambda: setattr(P(1), 'x', P(2)), blt8=lambda: callable(N(1)), blt9=lambda: isinstance(N(1), (N, int)), blt10=lambda: print(N(1), N(2)), blt11=lambda: sorted([N(2), N(1)], key=lambda n: n.name), blt12=lambda: type(N(1)), blt13=lambda: str(N(1)), blt14=lambda: tuple([N(1)]), blt15=lambda: list((N(1), N(2))), blt16=lambda: zip([N(1)], [N(2)]), blt17=lambda: dict(a=N(1), b=N(2)), blt18=lambda: int(P(1)), blt19=lambda: repr(P), blt20=lambda: ord(P(1)), blt21=lambda: object(P(1)),
 lm=lambda: [].append(N(1)), lm2=lambda: [N(1), N(2)].index(N(3)), lm3=lambda: [N(1)].extend([N(2)]), lm4=lambda: {}.get(N(1), N(2)), lm5=lambda: {}.setdefault(N(1), N(2)), lm6=lambda: [N(1)].pop(), lm7=lambda: 'x'.join(P(1)), lm8=lambda: [N(1), N(2)].insert(0, N(3)), lm9=lambda: {N(1): N(2)}.pop(N(3), N(4)), lm10=lambda: [N(1)].copy(), lm11=lambda: set().add(N(1)), lm12=lambda: {}.update({N(1): N(2)}), lm13=lambda: [N(1)].count(N(2)),
 tup=lambda: (N(1), N(2)), lst=lambda: [N(1), N(2)], dct2=lambda: {N(1): N(2), **{}}, lstar=lambda: [N(1), *[N(2)], N(3)], tstar=lambda: (*[N(1)], N(2)), dstar=lambda: {**{1: N(1)}, 2: N(2)}, fs=lambda: f'{N(1)}{N(2):{N(3)}}{N(4)!r}', cond=lambda: N(1) if N(2) else N(3), and_=lambda: N(1) and N(2), or_=lambda: N(1) or N(2), lc=lambda: [x for x in [N(1), N(2)]], gen=lambda: list(x for x in [N(1), N(2)]), dc=lambda: {x: 1 for x in [N(1), N(2)]},
 slot=lambda: Slot('a').b, walrus=lambda: (x := N(1)) and (x := N(2)), lamd=lambda: (lambda a=N(1), b=N(2): 0), lamd2=lambda: (lambda a=N(1), *, b=N(2): 0)(N(3)), star2=lambda: print(*[N(1)], *[N(2)], sep=''), isin=lambda: issubclass(N, (N, int)), sup=lambda: super(N, N(1)).__init__, tpl=lambda: (N(1), N(2)) == (N(3), N(4)), lcmp=lambda: [N(1)] < [N(2)],
)
for k, v in tests.items(): t(k, v)
def s1(): a = N(1); a += N(2)
def s2(): N(1).x = N(2)
def s3(): N(1)[N(2)] = N(3)
def s4(): del N(1)[N(2)]
def s5(): del N(1).x
def s6(): P(1).x = P(2)
def s7(): [N(1)][0] = N(2)
def s8(): {1: N(1)}[1] = N(2)
def s9(): del [N(1), N(2)][0]
def s10(): del {1: N(1)}[1]
def s11(): a, b = N(1), N(2)
def s12(): a, *b = [N(1), N(2), N(3)]
def s13(): a, b = [N(1), N(2)]
def s14():
    for x in [N(1), N(2)]: pass
def s15():
    with N(1) as x: y = N(2)
def s16(): 
    with N(1), N(2): pass
def s17(): raise ValueError(N(1)) from ValueError(N(2))
def s18(): return N(1), N(2)
def s19(): N(1)[N(2):N(3)] = N(4)
def s20(): del N(1)[N(2):N(3)]
def s21(): N(1).prop = N(2)
def s22(): Slot('a').b = N(1)
def s23(): assert not N(1), N(2)
def s24():
    match N(1):
        case P(): pass
        case N(name=2): pass
        case N(name=1) if N(3): print('m')
def s25():
    match [N(1), N(2)]:
        case [N(name=2), _]: pass
        case [x, *y]: print('m')
def s26():
    match {1: N(1), 2: N(2)}:
        case {1: x, **r}: print('m')
def s27(): x = N(1); x = N(2); del x
def s28():
    def h(): yield N(1); yield N(2)
    for x in h(): pass
def s29():
    def h(): yield from [N(1), N(2)]
    list(h())
def s30():
    def h(a=N(1)): yield
    next(h())
def s31():
    async def co(a): pass
    try: co(N(1)).send(None)
    except StopIteration: pass
def s32(): a = b = N(1); a = N(2); b = N(3)
def s33():
    class K(P):
        x = N(1); y = N(2)
def s34():
    x = [N(1), N(2)]; x[0], x[1] = x[1], x[0]
def s35(): a = [N(1)]; a += [N(2)]; a *= 2
def s36(): a = {1: N(1)}; a |= {1: N(2)}
def s37(): N(1).x += N(2)
def s38(): N(1)[N(2)] += N(3)
def s39(): P(1).name += 1
def s40(): [N(1)][0] += N(2)
def s41(): print([N(1), N(2)] and 'x')
def s42(): exec('a = N(1); b = N(2)', {'N': N})
def s43():
    try: raise KeyError(N(1))
    except KeyError as e: z = N(2)
def s44():
    try: raise KeyError(N(1))
    finally: z = N(2)
def s45():
    try: raise ExceptionGroup('g', [ValueError(N(1)), TypeError(N(2))])
    except* ValueError: z = N(3)
def s46():
    a = [N(1), N(2), N(3)]; a[0:2] = [N(4)]
def s47():
    import _operator; _operator.itemgetter(0)([N(1), N(2)])
def s48():
    @(lambda fn: N(1))
    def q(a=N(2)): pass
for i in range(1, 49): t('s%d' % i, globals()['s%d' % i])
