"""What random programs found: words, quotes, lines and columns."""


class Plain:
    pass


for target in (NotImplemented, 5, (), "", Plain(), None, range(3), frozenset(), b""):
    for key in (1, slice(None), "a"):
        try:
            del target[key]
        except TypeError as error:
            print(error)

print(bytearray(b"a'b"), bytearray(b'a"b'), bytearray(b"'\""), bytearray(b"\\'"), b"a'b")


def begin(n):
    yield 1


async def wait():
    pass


for suspended in (begin(1), wait()):
    try:
        suspended.throw(ValueError("thrown"))
    except ValueError as error:
        print(error.__traceback__.tb_next.tb_lineno)

for text in ("x = 'ïï'; return 1", "x = 'ïï'; break", "def f(ïï, ïï): pass", "[1 for c in ('ï', (w := 1))]", "x = 'ïï'; f() = 1"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_offset)


class Base:
    pass


class Derived(Base):
    pass


try:

    class Backwards(Base, Derived):
        def hello(self):
            return super(Backwards, self).hello()

except TypeError as error:
    print(str(error).replace("\n", " "))
