# Views of several dimensions: how they are made, read, written and compared.
def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


flat = memoryview(b"abcdefghijkl")
views = {
    "flat": flat,
    "scalar": flat[:1].cast("B", ()),
    "matrix": flat.cast("B", (3, 4)),
    "cube": flat.cast("B", [2, 2, 3]),
    "strided": flat[::2],
}
questions = (
    "len(v)|v[()]|v[...]==v|v[0]|v[0, 0]|v[0, 0, 0]|v[0, 0, 0, 0]|v['a']|v[0:1].tolist()|v[0:1, 0:1]|v[0:1, 0]|v[5]|v[0, 5]|v[5, 0]"
    "|list(v)|v.tolist()|v.tobytes()|v.tobytes('F')|v.tobytes('A')|v.hex()|v.shape|v.strides|v.ndim|v.nbytes"
    "|(v.c_contiguous, v.f_contiguous, v.contiguous)|v == v|v == flat|v == v.tolist()|v.cast('B').tolist()|v.cast('H').shape"
    "|v.cast('B', (2, 2))|97 in v|bytes(v)|bytearray(v)|b'x' + v|memoryview(v).shape|v.toreadonly().shape|v[1:].tolist()|v[::-1].tolist()"
)
for name, v in views.items():
    for question in questions.split("|"):
        attempt(f"{name} {question}", lambda: eval(question))

memory = bytearray(b"abcdefghijkl")
flat = memoryview(memory)
views = {"flat": flat, "scalar": flat[:1].cast("B", ()), "matrix": flat.cast("B", (3, 4))}
changes = (
    "v[0] = 1|v[()] = 2|v[...] = 3|v[0, 0] = 4|v[0:2] = b'xy'|v[0:2] = b'x'|v[0:1, 0:1] = b'x'|v['a'] = 1|del v[0]|v[0] = 300|v[9, 9] = 1"
    "|v[0:2] = 5|v[::2] = b'123456'|v[0:2] = flat[2:4]|v[0,] = 1|v[0, 0, 0] = 1"
)
for name, v in views.items():
    for change in changes.split("|"):
        attempt(f"{name} {change}", lambda: exec(change))
        print(v.tolist())

flat = memoryview(b"abcdefghijkl")
for shape in [(12,), [12], (3, 4), (3, 5), (0, 12), (-1, 12), ("a",), 12, (1,) * 65, (2**40, 2**40), (1.5,), (2**70,), (), None, "ab", (True, 12)]:
    attempt(f"cast {shape!r:.40}", lambda: flat.cast("B", shape).shape)
    attempt("as H", lambda: flat.cast("H", shape=shape).ndim)
for case in ["flat.cast('<H')", "flat.cast('HH')", "flat.cast('@H').format", "flat.cast('H').cast('I')", "flat.cast(1)", "flat.cast()", "flat[:0].cast('B', (1,))", "flat[::2].cast('B')", "flat.cast('\xe9')"]:
    attempt(case, lambda: eval(case))


def halves():
    v = memoryview(bytearray(8)).cast("e")
    for value in [1.5, float("inf"), -0.0, 65504, 65520, "a", None]:
        attempt(f"half {value!r}", lambda: v.__setitem__(0, value))
        print(v.tolist(), v.tobytes())


attempt("halves", halves)
