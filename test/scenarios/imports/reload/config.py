runs = globals().get("runs", 0) + 1
if runs == 1:
    only_first = "set in the first run"


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("item", self.name, "goes; the module is at run", runs)


item = Item(f"of run {runs}")


def name_of(item):
    return f"{item.name} in run {runs}"


if globals().get("fail"):
    1 / 0
