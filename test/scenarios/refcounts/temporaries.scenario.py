# When a temporary dies within its expression.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def __add__(self, other): return N(self.name + other.name)
    def __getitem__(self, key): return key
    def __enter__(self): return N(self.name + " entered")
    def __exit__(self, *info): print("exit", self.name)
    def method(self, *args): print("method of", self.name); return self
    def __eq__(self, other): return False
    def __call__(self, *a): return N("called")

def use(*args): print("use", [a.name for a in args])
def take(a, b=None): print("take", a.name)

N("statement")
print(N("attribute of").name)
use(N("a1"), N("a2"))
take(N("p1"), b=N("p2"))
print("--- operators")
N("l") + N("r")
x = N("x1") + N("x2") + N("x3")
print("--- rebinding")
x = N("new x")
x = x
N("left") == N("right")
print("--- subscript and method")
N("sub")[N("key")]
N("receiver").method(N("argument"))
N("callable")(N("its argument"))
print("--- containers")
[N("e1"), N("e2")]
(N("t1"), N("t2"))
{N("k").name: N("v")}
[N("i0"), N("i1"), N("i2")][1].name
print("--- condition and loop")
if N("condition"): print("in if")
while N("while"):
    break
for y in [N("y1"), N("y2")]:
    print("loop", y.name)
print("after loop")
N("and") and N("or") or print("never")
print("--- with")
with N("manager"):
    print("body")
with N("second") as entered:
    print("body", entered.name)
print("--- unpack")
p, q = N("p"), N("q")
p, q = q, p
print("swapped")
_ = N("text of") and f"{N('formatted').name}"
print("--- default")
def default(v=N("kept default")): return v
default()
print("end")
