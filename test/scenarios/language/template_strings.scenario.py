import sys
def t(f):
    try: print('  ',f())
    except Exception as e: print('  ',type(e).__name__, e)
x=1
T=t'a{x!r:>{x}}b'
Template = type(T); Interpolation = type(T.interpolations[0])
print(sorted(k for k in vars(Template)if k != '__doc__')); print(sorted(k for k in vars(Interpolation)if k != '__doc__'))
print(Template, Interpolation, type(iter(T)), sorted(vars(type(iter(T)))))
t(lambda:T);t(lambda:T.values);t(lambda:list(T));t(lambda:T+T);t(lambda:T+'a');t(lambda:'a'+T);t(lambda:1+T); t(lambda: Template('a','b',Interpolation(1),Interpolation(2,'x','r','>'),'c'))
t(lambda:Template(a=1));t(lambda:Template(1));t(lambda:Interpolation());t(lambda:Interpolation(1,2));t(lambda:Interpolation(1,'a','q'));t(lambda:Interpolation(1,'a',3));t(lambda:Interpolation(1,'a','r',3));t(lambda:Interpolation(1,2,3,4,5));t(lambda:Interpolation(value=1,expression='a',conversion='s',format_spec='z'));t(lambda:Interpolation(1,'a','rr'))
t(lambda:T.interpolations[0].__reduce__()); t(lambda:Template[int]);t(lambda:Interpolation[int]);t(lambda:setattr(T,'strings',1));t(lambda:setattr(T,'values',1));t(lambda:setattr(T.interpolations[0],'value',1)); t(lambda:T==T);t(lambda:T==t'a{x!r:>{x}}b');t(lambda:hash(T)==hash(T)); t(lambda:type('S',(Template,),{})); t(lambda:t'{1}'.strings);t(lambda:t'');t(lambda:t'{1}{2}'.strings); t(lambda:t'{x=}'); t(lambda:t'{x=!s:>5}');t(lambda:t'{ x  = }'); t(lambda:t'a' t'{x}'); t(lambda:Template().strings); t(lambda:t'{t"{x}"}');t(lambda: str(T)==repr(T)); t(lambda:Interpolation.__match_args__); t(lambda:t'{{}}{x}'.strings); t(lambda:Interpolation(value=1,expression='a',foo=3)); t(lambda: len(T)); t(lambda:T[0]); t(lambda:t'{undefinedx}')
match T.interpolations[0]:
    case Interpolation(v,e,c,s): print(v,e,c,s)
for part in t'Hello {x} and {x + 1!s}!{"q"}':
    match part:
        case str() as s: print('str', repr(s))
        case Interpolation(value=v, expression=e, conversion=c): print('interp', v, e, c)
it = iter(t'a{1}b')
print(next(it), next(it), next(it), next(it, 'end'), next(it, 'end'), iter(it) is it)
class Noisy:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
    def __repr__(self): return f'Noisy({self.n})'
    def __format__(self, spec): print('format called'); return 'f'
def run():
    tt = t'{Noisy(1)} {Noisy(2)!r:{Noisy(3)}}'
    print(tt.values, tt.interpolations[1].format_spec)
    u = tt + t'{Noisy(4)}'
    del tt
    print('dropped')
    del u
    print('end')
run()
def order():
    def e(n): print('eval', n); return n
    return t'{e(1)}{e(2):{e(3)}}{e(4)}'.values
print(order())
try: t'{1/0}'
except ZeroDivisionError as e: print(e)
print(t"{x!s}".interpolations[0].conversion, rt'\n{x}'.strings, tr'\t'.strings, t'''multi
{x}
line'''.strings)
print(t'{x:%Y-{x}}'.interpolations[0].format_spec, t'{(lambda: 1)()}'.interpolations[0].expression, t'{  x  }'.interpolations[0].expression)
print(f"{t'{x}'.strings}")
