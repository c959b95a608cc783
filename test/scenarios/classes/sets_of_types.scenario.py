# Static types lie where the linker has put them: sets of a few of them have an order of their own, which is the same in
# every run of one interpreter.
print({int, str, float}, {bool, bytes, list, dict, tuple})
print({type(value) for value in (1, "a", 2.0, None, [], (), {}, b"", set(), len, type)})
print({ValueError, KeyError, TypeError, Exception, OSError, AttributeError, RuntimeError, ZeroDivisionError, IndexError})
print({None, ..., NotImplemented, 1, "x"}, {None, "a", "b"}, frozenset([int, bool, complex, bytes, bytearray]))
print({int, None, str, "x"}, hash(int) == id(int) >> 4)


def show(kind, depth=0):
    print("  " * depth + kind.__name__)
    for below in type.__subclasses__(kind):
        if below.__module__ == "builtins":
            show(below, depth + 1)


# Subclasses come in the order in which they were made.
show(BaseException)
print([kind.__name__ for kind in object.__subclasses__()][:34])
