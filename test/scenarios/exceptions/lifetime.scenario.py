# When an exception lets go of what its frames held.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def fail(item):
    local = N("local")
    raise ValueError(N("in args"))

try:
    fail(N("argument"))
except ValueError:
    print("in handler, no name")
print("--- named")
try:
    fail(N("argument"))
except ValueError as error:
    print("in handler")
print("--- replaced by another")
try:
    try:
        fail(N("first"))
    except ValueError:
        raise KeyError("second") from None
except KeyError as error:
    print("context kept:", error.__context__ is not None)
print("--- loop")
for i in range(2):
    try:
        fail(N("argument %d" % i))
    except ValueError as error:
        continue
print("--- returned from the handler")
def handle():
    mine = N("mine")
    try:
        fail(N("argument"))
    except ValueError as error:
        return "value"
print(handle())
print("--- finally")
def clean():
    try:
        fail(N("argument"))
    finally:
        print("finally runs")
try:
    clean()
except ValueError:
    pass
print("--- never raised")
ValueError(N("argument of an error"))
print("end")
