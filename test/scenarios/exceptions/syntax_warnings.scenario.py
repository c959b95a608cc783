# Code that compiles with a warning on stderr.
assert (1, "always true")
if 5 is 5:
    print("literal identity")
print("\d")
value = [1, 2]
try:
    [(1, 2) (3, 4)]
except TypeError as error:
    print(error)
try:
    value = "abc"["x"]
except TypeError as error:
    print(error)
