class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __del__(self):
        for callback in callbacks or ():
            callback(self)
        print("item", self.name, "goes; count", count)


count = 0
callbacks = []
items = [Item("first")]
