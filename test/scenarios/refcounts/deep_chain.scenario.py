# A long chain is freed link by link without a stack overflow; its order, and nested containers.
class Link:
    count = 0
    def __init__(self, next): self.next = next
    def __del__(self): Link.count += 1

head = None
for i in range(500):
    head = Link(head)
head = None
print(Link.count)

class Named:
    def __init__(self, name, next): self.name, self.next = name, next
    def __del__(self): order.append(self.name)

order = []
chain = None
for i in range(10):
    chain = Named(i, chain)
chain = None
print(order)
nested = []
for i in range(20000):
    nested = [nested]
nested = None
deep = ()
for i in range(3000):
    deep = (deep, Named(i, None)) if i % 1000 == 0 else (deep,)
order.clear()
deep = None
print(order)
d = {}
for i in range(5000):
    d = {"d": d}
del d
print("done")
