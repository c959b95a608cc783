# graphlib: an order in which every node comes after what it needs.
import graphlib


class Step:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("step", self.name, "goes")


sorter = graphlib.TopologicalSorter({"D": ["B", "C"], "B": ["A"], "C": ["A"]})
print(list(sorter.static_order()))
build, test, ship = Step("build"), Step("test"), Step("ship")
sorter = graphlib.TopologicalSorter()
sorter.add(ship, test, build)
sorter.add(test, build)
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
try:
    sorter.done(build)
except ValueError as error:
    print(error)
try:
    graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare()
except graphlib.CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))
del ready, build, test, ship
print("the sorter keeps the steps")
del sorter
print("end")
