# An error nobody catches: the traceback, its carets, and what is freed after it.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)

def outer(value):
    kept = N("local of outer")
    return inner(value, kept.name)

def inner(value, text):
    kept = N("local of inner")
    return [value + 1, value["key"]["nested"] + text.missing(1, 2)][0]

module_level = N("global")
print("before")
outer({"key": {}} and 5)
print("never")
