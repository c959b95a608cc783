# Views and iterators of an OrderedDict, and changes during iteration.
from _collections import OrderedDict

od = OrderedDict(a=1, b=2, c=3)
print(type(od.keys()).__name__, type(od.values()).__name__, type(od.items()).__name__, type(iter(od)).__name__, type(iter(od)))
print(od.keys(), od.values(), od.items())
def attempt(change, view=lambda od: od):
    od = OrderedDict(a=1, b=2, c=3)
    seen = []
    try:
        for item in view(od):
            seen.append(item)
            if len(seen) == 2: change(od)
    except Exception as e:
        print(type(e).__name__, e, seen)
    else:
        print("no error", seen)
attempt(lambda od: od.__setitem__("d", 4))
attempt(lambda od: od.__setitem__("a", 4))
attempt(lambda od: od.pop("a"))
attempt(lambda od: od.move_to_end("a"))
attempt(lambda od: od.move_to_end("c"))
attempt(lambda od: od.clear(), lambda od: od.items())
attempt(lambda od: dict.__delitem__(od, "c"), lambda od: od.values())
attempt(lambda od: dict.__setitem__(od, "d", 1))
it = iter(od.items())
print(next(it), list(it), next(it, "end"))
print(iter(OrderedDict(x=1)).__reduce__()[1])
view = od.items()
od["d"] = 4
print(len(view), ("d", 4) in view, list(view)[-1], view.mapping["d"])
