print("never_imported runs")
value = "never_imported's value"


class Thing:
    def __del__(self):
        print("thing of never_imported goes")


thing = Thing()


def answer():
    return 42
