print("third runs")
value = "third's value"


class Thing:
    def __del__(self):
        print("thing of third goes")


thing = Thing()


def answer():
    return 42
