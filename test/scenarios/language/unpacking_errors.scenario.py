# Unpacking that does not fit, and what was bound before it failed.
def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)

def too_many(): a, b = 1, 2, 3
def too_few(): a, b, c = 1, 2
def starred(): a, *b, c = [1]
def not_iterable(): a, b = 5
def none(): a, = None
def text(): a, b = "abc"
def from_generator(): a, b = (n for n in range(3))
def from_dict(): a, b = {"x": 1}
def slices(): x = [1, 2, 3]; x[::2] = [1]
def slice_value(): x = [1]; x[0:1] = 5
def literal(): return [*5]
def mapping(): return {**5}
for action in (
    too_many, too_few, starred, not_iterable, none, text, from_generator, from_dict, slices, slice_value, literal,
    mapping
):
    attempt(action)

class Steps:
    def __iter__(self):
        for n in range(5):
            print("give", n)
            yield n

try:
    a, b = Steps()
except ValueError as error:
    print(error, "a" in globals())
a, *b = Steps()
print(a, b)
for x, y in [(1, 2), [3, 4], "56"]:
    print(x, y, end="; ")
print()
(a, b), c, *d = (1, 2), 3
print(a, b, c, d)
