# Closures, lambdas, decorators and bound methods as globals at exit.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def method(self): return self

def make(n):
    def inner(): return n
    return inner

closure = make(N("in a cell"))
bound = N("bound").method
default = lambda n=N("in a default"): n
def attribute(): pass
attribute.held = N("function attribute")
attribute.me = attribute
partial = (lambda f, n: lambda: f(n))(print, N("nested cell"))
generator = (n for n in [N("in a generator expression")])
iterator = iter([N("in an iterator")])
view = {"k": N("in a view")}.values()
method = [N("in a bound append")].append
print("end")
