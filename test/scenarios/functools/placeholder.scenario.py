# Placeholder (3.14): gaps among the first arguments.
import _functools

partial = _functools.partial
_ = getattr(_functools, "Placeholder", None)
if _ is None:
    print("no Placeholder")
else:
    def show(*args, **kw): return args, kw
    p = partial(show, _, 2, _, 4)
    print(p, p(1, 3), p(1, 3, 5, k=6))
    q = partial(p, "a")
    print(q, q("c"), partial(q, "c")(), partial(p, _, "c")("a"))
    for f in (lambda: p(1), lambda: p(), lambda: partial(show, _), lambda: partial(show, k=_), lambda: type(_)(1)):
        try:
            print(f())
        except TypeError as e:
            print(e)
    print(_, type(_), type(_)() is _, _.__reduce__())
