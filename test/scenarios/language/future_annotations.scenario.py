from __future__ import annotations, generator_stop
import __future__
print(__future__.annotations.compiler_flag, hex((lambda: 0).__code__.co_flags))
def f(a: undefined, b: "quoted" = 1) -> list[int]: pass
print(f.__annotations__)
x: also_undefined = 3
class C:
    y: 1 + 2
    z: lambda q: q
print(__annotations__, C.__annotations__)
exec("def g(a: nope): pass\nprint(g.__annotations__)")
print(eval("(lambda: 0)").__code__.co_flags & 0x1000000)
code = compile("def h(a: 1+1): pass\nprint(h.__annotations__)", "s", "exec", dont_inherit=True)
exec(code)
exec(compile("def h(a: nope2): pass\nprint(h.__annotations__)", "s", "exec", 0x1000000, True))
exec(compile("1 + 1; None; 'a'", "s", "single"))
try: compile("x", "s", "exec", 3)
except ValueError as e: print(e)
exec(b"print('bytes')")
exec("# coding: latin-1\nprint(ascii('\xe9'))".encode('latin-1'))
print(eval(b"1 + 1"), eval(b"\xef\xbb\xbf2"))
