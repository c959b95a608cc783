# attrgetter, itemgetter, methodcaller and the operators as functions.
import operator


class Person:
    def __init__(self, name, age, boss=None):
        self.name, self.age, self.boss = name, age, boss

    def greet(self, other="you", punctuation="."):
        return f"{self.name} greets {other}{punctuation}"

    def __repr__(self):
        return self.name

    def __del__(self):
        print("person", self.name, "goes")


boss = Person("Bob", 50)
people = [Person("Cid", 30, boss), Person("Ann", 40, boss), Person("Dan", 30, boss)]
print(sorted(people, key=operator.attrgetter("age", "name")), max(people, key=operator.attrgetter("age")))
print(operator.attrgetter("boss.name")(people[0]), operator.attrgetter("name", "boss.age")(people[1]))
print(operator.itemgetter(1)("abc"), operator.itemgetter(2, 0)([10, 20, 30]), operator.itemgetter("k")({"k": "v"}), operator.itemgetter(slice(1, 3))("wxyz"))
call = operator.methodcaller("greet", "all", punctuation="!")
print(call(boss), operator.methodcaller("upper")("x"), call)
print(operator.attrgetter("a", "b.c"), operator.itemgetter(1, "x"))
for wrong in (lambda: operator.attrgetter("nope")(boss), lambda: operator.itemgetter(9)([]), lambda: operator.attrgetter(3), lambda: operator.methodcaller()):
    try:
        wrong()
    except (AttributeError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
print(operator.add(1, 2), operator.concat("a", "b"), operator.contains([1], 1), operator.countOf("banana", "a"), operator.indexOf("abc", "c"))
print(operator.truth([]), operator.not_(0), operator.is_(None, None), operator.index(True), operator.length_hint(iter([1, 2])))
d = {}
operator.setitem(d, "k", boss)
print(operator.getitem(d, "k"), operator.delitem(d, "k"), d)
total = [1]
print(operator.iadd(total, [2]) is total, total, operator.matmul if hasattr(operator, "matmul") else None)
print(operator.call(lambda *a, **k: (a, k), 1, x=2))
getter = operator.itemgetter(boss)
del boss
people.clear()
print("the getter keeps the key")
del getter
print("end")
