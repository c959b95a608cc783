# asdict and astuple copy deeply; fields with their metadata; make_dataclass; replace with init=False.
import copy
import dataclasses
from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from collections import OrderedDict, defaultdict, namedtuple


class Blob:
    copies = 0

    def __init__(self, name):
        self.name = name

    def __deepcopy__(self, memo):
        Blob.copies += 1
        return Blob(f"{self.name}'")

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        print("blob", self.name, "goes")


Size = namedtuple("Size", "w h")


@dataclass
class Part:
    name: str
    blob: Blob


@dataclass
class Whole:
    parts: list
    by_name: dict
    size: Size = Size(1, 2)
    note: str = field(default="", metadata={"unit": "text", "max": 10})


w = Whole([Part("a", Blob("one"))], OrderedDict(k=Part("b", Blob("two"))))
d = asdict(w)
print(d, Blob.copies)
print(type(d["by_name"]).__name__, type(d["size"]).__name__, d["parts"] is w.parts)
t = astuple(w)
print(t, t[0][0][1] is w.parts[0].blob)
del t
print("tuple gone")
flat = asdict(w, dict_factory=lambda pairs: [k for k, _ in pairs])
print(flat)
del d
print("dict gone")
print(dict(fields(w)[3].metadata), fields(Whole)[3].metadata["unit"], fields(Whole)[0].default is dataclasses.MISSING)
try:
    fields(w)[3].metadata["unit"] = 1
except TypeError as error:
    print(error)
print(is_dataclass(w), is_dataclass(Whole), is_dataclass(3), is_dataclass(Size))
for wrong in (lambda: asdict(Whole), lambda: fields(3), lambda: replace(3), lambda: astuple("x")):
    try:
        wrong()
    except TypeError as error:
        print(error)
Made = make_dataclass("Made", ["plain", ("typed", int), ("factory", list, field(default_factory=list))],
                      bases=(Part,), namespace={"double": lambda self: self.typed * 2}, order=True)
try:
    print(Made)
except TypeError as error:
    print(error)
m = Made("n", Blob("three"), "p", 4)
print(m, m.double(), m < Made("o", None, "p", 4), Made.__mro__[1] is Part)
n = replace(m, typed=5)
print(n.typed, n.blob is m.blob, n.factory is m.factory)
shallow, deep = copy.copy(m), copy.deepcopy(m)
print(shallow.blob is m.blob, deep.blob)
del deep
print("end")
