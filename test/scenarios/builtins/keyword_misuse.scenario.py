# A keyword that a method does not take, with too few and too many arguments beside it, bound and unbound.
import re


def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


receivers = [1, 1.5, "ab", b"ab", bytearray(b"ab"), [1], (1,), {1: 2}, {1}, frozenset([1]), range(3), re.match("a", "a"), ExceptionGroup("a", [ValueError()])]
names = (
    "count|index|find|rindex|startswith|endswith|encode|decode|split|replace|union|update|intersection|difference_update|isdisjoint|pop|get|setdefault|add"
    "|append|insert|sort|to_bytes|from_bytes|is_integer|hex|fromhex|group|groups|span|derive|subgroup|copy|__getitem__|__contains__|__add__|__eq__|__format__"
)
for receiver in receivers:
    for name in names.split("|"):
        if not hasattr(receiver, name):
            continue
        label = f"{type(receiver).__name__}.{name}"
        method = getattr(receiver, name)
        unbound = getattr(type(receiver), name)
        attempt(label, lambda: method(nope=1))
        attempt(label, lambda: method(1, 2, 3, 4, nope=1))
        attempt(label, lambda: method(1, 2, 3, 4))
        attempt(label, lambda: unbound(nope=1))
        attempt(label, lambda: unbound(receiver, nope=1))

for call in ("type(2, k=1)", "type()", "type(k=1)", "type(1, 2)", "type(1, 2, k=1)", "type('A', (), {}, k=1)", "type(*[2], **{'a': 1})", "type(2, **{})"):
    attempt(call, lambda: eval(call))
