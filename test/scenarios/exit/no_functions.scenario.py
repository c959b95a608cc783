# A module without any function dies by reference count: no finaliser of ours can watch, so a callback of C does.
import weakref

class N: pass

order = []
a, b, c = N(), N(), N()
b.child = N()
_under = N()
ra = weakref.ref(a, print)
rb = weakref.ref(b.child, order.append)
d = {"list": [N(), N()]}
c = None
