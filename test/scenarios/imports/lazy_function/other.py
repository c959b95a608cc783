print("other runs")
value = "other's value"


class Thing:
    def __del__(self):
        print("thing of other goes")


thing = Thing()


def answer():
    return 42
