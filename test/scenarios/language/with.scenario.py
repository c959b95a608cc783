# with: the order of enter and exit, several managers, suppression, errors in the managers themselves.
class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.swallow

    def __del__(self):
        print("del", self.name)

with Manager("a") as a, Manager("b") as (first, *_):
    print(a, first)
print("--- suppressed")
with Manager("s", swallow=True):
    raise ValueError("inside")
print("--- passes out")
try:
    with (Manager("o"), Manager("i", swallow=False)):
        raise ValueError("inside")
except ValueError as error:
    print("caught", error)
print("--- fails to enter")
try:
    with Manager("x"), Manager("y", fail="enter"):
        print("never")
except RuntimeError as error:
    print("caught", error, error.__context__)
print("--- fails to exit")
try:
    with Manager("z", fail="exit"):
        raise KeyError("first")
except RuntimeError as error:
    print("caught", error, repr(error.__context__))

def returns():
    with Manager("r"):
        return "returned"

print(returns())
for n in range(2):
    with Manager("loop %d" % n):
        if n == 0:
            continue
        break
try:
    with 5:
        pass
except TypeError as error:
    print(error)
try:
    with object() as o:
        pass
except TypeError as error:
    print(error)
