"""Locals that are containers: all that is in one goes before the next local."""
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f1(): b = [N(2), N(3)]; a = N(1)
def f2(): a = N(1); b = [N(2), N(3)]
def f3(): a = N(1); b = [N(2), N(3)]; c = N(4)
def f4(): a = [N(1), [N(2), N(3)]]; b = {1: N(4), 2: [N(5), N(6)]}; c = N(7)
f1(); print(); f2(); print(); f3(); print(); f4()
