"""What is printed of many small failures: messages, source lines and the marks under them."""
import gc
import sys

gc.disable()


def failure1():
    1/0


def failure2():
    def f(a, b):
        return a + b
    f(1, "x")


def failure3():
    x = [1, 2, 3]
    x[10]


def failure4():
    {}["missing"]


def failure5():
    undefined_thing


def failure6():
    prnt("x")


def failure7():
    class Foo:
        def bar(self): pass
    Foo().baz


def failure8():
    int("abc")


def failure9():
    class MyError(Exception):
        """doc"""
    raise MyError("hello", 3)


def failure10():
    class A:
        class B(Exception): pass
    raise A.B("nested")


def failure11():
    def outer():
        class Local(Exception): pass
        raise Local("in function")
    outer()


def failure12():
    try:
        1/0
    except ZeroDivisionError:
        raise ValueError("second")


def failure13():
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError("second") from e


def failure14():
    try:
        1/0
    except ZeroDivisionError:
        raise ValueError("second") from None


def failure15():
    try:
        try:
            {}['a']
        except KeyError:
            [][1]
    except IndexError as e:
        raise TypeError("third") from e


def failure16():
    e = ValueError("noted")
    e.add_note("one")
    e.add_note("two\nthree")
    raise e


def failure17():
    def f():
        raise ValueError("inner")
    def g():
        try:
            f()
        except ValueError as e:
            return e
    raise ExceptionGroup("outer", [g(), ExceptionGroup("nested", [g(), KeyError("k")])])


def failure18():
    assert 1 == 2, "not equal"


def failure19():
    assert False


def failure20():
    x: int = "a" + 1


def failure21():
    (lambda: 1/0)()


def failure22():
    [1/0 for _ in range(3)]


def failure23():
    def gen():
        yield 1
        raise RuntimeError("in generator")
    for x in gen(): pass


def failure24():
    class CM:
        def __enter__(self): return self
        def __exit__(self, *a): raise ValueError("in exit")
    with CM():
        1/0


def failure25():
    class D:
        def __getattr__(self, name): raise AttributeError("custom " + name)
    D().x


def failure26():
    class P:
        @property
        def p(self): return self.missing
    P().p


def failure27():
    def f(a, b=2, *, c): pass
    f()


def failure28():
    def f(a): pass
    f(1, 2, 3)


def failure29():
    def f(a): pass
    f(1, a=2)


def failure30():
    a, b = 1, 2, 3


def failure31():
    a, b, c = [1]


def failure32():
    None.foo


def failure33():
    None[0]


def failure34():
    "abc" + 1


def failure35():
    [] < 3


def failure36():
    "x" * "y"


def failure37():
    len(5)


def failure38():
    for i in 5: pass


def failure39():
    class A: __slots__ = ("a",)
    A().b = 3


def failure40():
    del undefined


def failure41():
    def f():
        print(local)
        local = 1
    f()


def failure42():
    def f():
        def g(): return z
        g()
        z = 1
    f()


def failure43():
    class Meta(type):
        def __call__(cls): raise TypeError("no instances")
    class C(metaclass=Meta): pass
    C()


def failure44():
    class E1(Exception):
        def __str__(self): return "custom str"
    raise E1("ignored")


def failure45():
    class E2(Exception):
        def __str__(self): raise ValueError
    raise E2("ignored")


def failure46():
    raise ValueError("x") from 3


def failure47():
    def f(
        a,
        b,
    ):
        return (
            a
            + b
        )
    f(
        1,
        "2",
    )


def failure48():
    data = {"a": {"b": None}}
    data["a"]["b"]["c"]["d"]


def failure49():
    class V:
        def __add__(self, o): raise RuntimeError("add")
    x = V()
    y = (x + 1) * 2


def failure50():
    exec("def f(:\n  pass")


def failure51():
    exec("x = 1\nraise ValueError('in exec')")


def failure52():
    compile("a b", "thefile", "exec")


def failure53():
    def f(): return "日本語", 1/0, "é"
    f()


def failure54():
    "é".encode("ascii")


def failure55():
    b"\xff".decode()


def failure56():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def failure57():
    match 1:
        case 1: raise ValueError("in match")


def failure58():
    x = 1
    x.real.imag.foo.bar


def failure59():
    def decorator(f): raise TypeError("decorator")
    @decorator
    def g(): pass


def failure60():
    class Broken(1): pass


def failure61():
    class K(metaclass=lambda *a: 1/0): pass


def failure62():
    max([])


def failure63():
    sorted([1, "a"])


def failure64():
    {[]: 1}


def failure65():
    {1, {}}


def failure66():
    next(iter([]))


def failure67():
    print("x", foo=3)


def failure68():
    isinstance(1, 2)


def failure69():
    range(1.5)


def failure70():
    "%d" % "x"


def failure71():
    "{} {}".format(1)


def failure72():
    f"{1:x}{'a':d}"


def failure73():
    2 ** "a"; 1


def failure74():
    x = 5
    if x > 3 and x.foo: pass


def failure75():
    def f():
        return g(1,
                 2)(3)
    def g(*a): return None
    f()

for number in range(1, 75 + 1):
    try:
        globals()[f"failure{number}"]()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
