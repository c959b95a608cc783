# Which sets the collector knows, and since when: the place of a set among what is made while it is filled.
import gc
gc.disable()

class Mark:
    def __init__(self, name): self.name = name

def mark(name, marks):
    marks.append(Mark(name))
    return name

class Key:
    def __init__(self, name, marks):
        self.name, self.marks = name, marks
        marks.append(Mark("made " + name))
    def __hash__(self):
        self.marks.append(Mark("hash " + self.name))
        return 5

class Frozen(frozenset): pass
class Own(set): pass

def order(what, make):
    marks = []
    made = make(marks)
    marks.append(Mark("after"))
    shown = []
    for candidate in gc.get_objects():
        if type(candidate) is Mark: shown.append(candidate.name)
        elif candidate is made: shown.append("*")
    print(what, shown)

order("frozenset(list)", lambda m: frozenset(["q", Key("k", m)]))
order("set(list)", lambda m: set(["q", Key("k", m)]))
order("display", lambda m: {"q", Key("k", m)})
order("subclass of frozenset", lambda m: Frozen(["q", Key("k", m)]))
order("subclass of set", lambda m: Own(["q", Key("k", m)]))
order("frozenset(map)", lambda m: frozenset(map(lambda x: mark(x, m), "qr")))
order("set(map)", lambda m: set(map(lambda x: mark(x, m), "qr")))
order("comprehension", lambda m: {mark(x, m) for x in "qr"})
order("frozenset.union", lambda m: frozenset("q").union([Key("k", m)]))
order("|", lambda m: frozenset("q") | {Key("k", m)})
order("set.union", lambda m: set("q").union(map(lambda x: mark(x, m), "qr")))
order("difference", lambda m: {"q", "r"}.difference(map(lambda x: mark(x, m), "rs")))
order("intersection", lambda m: {"q", "r"}.intersection(map(lambda x: mark(x, m), "rq")))
order("symmetric_difference", lambda m: {"q", "r"}.symmetric_difference(map(lambda x: mark(x, m), "rs")))
order("frozenset(dict)", lambda m: frozenset({"q": 1, Key("k", m): 2}))

class Plain: pass
plain = Plain()
tracked = gc.is_tracked
few, some = frozenset([1, 2]), frozenset([plain])
print("made", tracked(frozenset()), tracked(frozenset("ab")), tracked(some), tracked(frozenset([(plain,)])), tracked(frozenset([Plain])), tracked(frozenset([len])))
print("nested", tracked(frozenset([few])), tracked(frozenset([some])))
print("copied", tracked(few.copy()), tracked(some.copy()), tracked(frozenset(few)), tracked(frozenset({1})), tracked(frozenset({plain})))
print("operators", tracked(few | some), tracked(few & some), tracked(few - some), tracked(few | few), tracked(few.union([4])), tracked(few.intersection([1])))
print("subclass", tracked(Frozen()), tracked(Frozen([1])), tracked(few | Frozen([1])))
print("sets", tracked(set()), tracked({1}), tracked(Own()))
def constant(x): return x in {1, 2, 3}
print("constant", [tracked(c) for c in constant.__code__.co_consts if type(c) is frozenset])
gc.collect()
print("collected", tracked(few), tracked(some), tracked(few | few))
