# Augmented assignment to attributes, items, globals and free variables; in place or not.
class Account:
    total = 0
    def __init__(self): self.log = []
    @property
    def balance(self):
        print("get")
        return self.total
    @balance.setter
    def balance(self, value):
        print("set", value)
        self.total = value

a = Account()
a.balance += 10
a.total += 5
Account.total += 1
a.log += [1]
a.log += "xy"
print(a.total, Account.total, a.log, a.__dict__)
counter = 0
def bump():
    global counter
    counter += 1
    return counter
print(bump(), bump(), counter)
def outer():
    n, items = 1, []
    def inner():
        nonlocal n
        n *= 3
        items.append(n)
        return n
    inner(); inner()
    n += 100
    return n, items
print(outer())
table = {"k": [1]}
table["k"] += [2]
table["k"][0] -= 5
table.setdefault("n", 0)
table["n"] |= 6
print(table)
matrix = [[0] * 2 for _ in range(2)]
matrix[bump() - 3][1] += 7
print(matrix, counter)
text = alias = "a"
text += "b"
items = alias_items = [1]
items += [2]
items *= 2
frozen = same = (1,)
frozen += (2,)
print(text, alias, items is alias_items, alias_items, frozen, same)
def unbound():
    counter += 1
for action in (unbound, lambda: exec):
    try:
        action()
    except UnboundLocalError as error:
        print(error)
s = {1, 2}
t = s
s |= {3}; s &= {2, 3}; s -= {2}; s ^= {9}
print(s, t is s)
class Add:
    def __add__(self, o): return "added"
x = Add()
x += 1
print(x)
values = [1, 2, 3]
values[1:2] += ["x", "y"]
print(values)
