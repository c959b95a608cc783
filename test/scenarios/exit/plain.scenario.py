# Globals of a module with functions die in the collection of its garbage, in order of birth.
class N:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, other.name if other else None)

late = None
z = N("z")
other = N("other")
_a = N("underscore")
__b = N("double underscore")
a = [N("in list 0"), N("in list 1")]
d = {"k": N("in dict")}
late = N("late")
z.child = N("child of z")
def function(default=N("default")):
    pass
class C:
    attribute = N("class attribute")
print("end of the module")
