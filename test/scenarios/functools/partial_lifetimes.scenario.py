# What a partial keeps alive; partials in cycles.
from _functools import partial
import gc
import weakref

class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __repr__(self): return f"N({self.name!r})"

gc.collect()
class F(N):
    def __call__(self, *args): return args
p = partial(F("function"), N("argument"), key=N("keyword"))
p.attribute = N("attribute")
r = weakref.ref(p, lambda r: print("partial died"))
del p
print("--- flattened: the inner one need not live")
inner = partial(print, N("inner argument"))
outer = partial(inner, N("outer argument"))
del inner
print("inner gone")
del outer
print("--- a callback that refers to its owner")
class Button:
    def __init__(self): self.on_click = partial(self.clicked, N("bound argument"))
    def clicked(self, what): print("clicked", what)
    def __del__(self): print("del Button")
b = Button()
b.on_click()
del b
print("collected", gc.collect() > 0)
print("--- itself")
p = partial(print)
p.me = p
p.tail = N("tail")
del p
print("collected", gc.collect() > 0)
kept = partial(print, N("at exit"))
