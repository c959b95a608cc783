# What is evaluated before what.
def e(label):
    print(label, end=" ")
    return label

class O:
    def __init__(self, label): self.label = e(label)
    def __setattr__(self, name, value): print("set", name, end=" "); object.__setattr__(self, name, value)
    def __setitem__(self, key, value): print("item", key, end=" ")
    def __getitem__(self, key): return key
    def __call__(self, *args, **kwargs): return e("call")

def done(): print()

{e("k1"): e("v1"), e("k2"): e("v2")}; done()
{e("k"): e("v") for _ in (1,)}; done()
[e(1), *[e(2)], e(3)]; done()
O("f")(e("a"), *[e("b")], k=e("c"), **{"d": e("d")}); done()
O("obj")[e("start"):e("stop"):e("step")] = e("value"); done()
O("target").attribute = e("value"); done()
O("t1").a = O("t2").b = e("value"); done()
e("left") + e("right") * 2; done()
e("b") if e("condition") else e("c"); done()
e("a") < e("b") < e("c") > e("d"); done()
e("") or e("x") and e("y"); done()
x = [e("x0"), e("x1")][e(1)]; done()
lambda d=e("default"): e("never"); done()
assert e("test"), e("message"); done()

@(e("decorator 1"), lambda f: (e("apply 1"), f)[1])[1]
@(e("decorator 2"), lambda f: (e("apply 2"), f)[1])[1]
def function(a=e("default a"), *, b=e("default b")) -> None: pass
done()

@(e("class decorator"), lambda c: (e("applied"), c)[1])[1]
class C((e("base"), object)[1], metaclass=(e("metaclass"), type)[1]):
    e("body")
done()
O("y").v, O("z").w = e("c"), e("d"); done()
f"{e('f1')}{e('f2')!r:>{e(10)}}"; done()
print(e("p1"), e("p2"), sep=e("-")); done()
del O("gone").label; done()
try:
    raise (e("raised"), ValueError)[1] from (e("cause"), None)[1]
except (e("type"), ValueError)[1]:
    done()
