print("heavy runs")
value = "heavy's value"


class Thing:
    def __del__(self):
        print("thing of heavy goes")


thing = Thing()


def answer():
    return 42
