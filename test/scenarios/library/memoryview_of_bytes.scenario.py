"""A memoryview keeps what it shows alive, shares it, and lets go when it is released."""
import sys


def attempt(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


class Buffer(bytearray):
    def __del__(self):
        print("buffer gone")


data = Buffer(b"abcdef")
view = memoryview(data)
part = view[1:5]
attempt(lambda: view[0])
attempt(lambda: bytes(part))
attempt(lambda: view[::-2].tolist())
attempt(lambda: view[10])
attempt(lambda: view["a"])
attempt(lambda: len(part))
attempt(lambda: view == b"abcdef")
attempt(lambda: view != part)
attempt(lambda: hash(view))
attempt(lambda: hash(memoryview(b"ab")) == hash(b"ab"))
attempt(lambda: view < view)
attempt(lambda: list(part))
attempt(lambda: (view.obj is data, view.nbytes, view.itemsize, view.format, view.ndim, view.readonly))
attempt(lambda: (view.shape, view.strides, view.suboffsets, view.c_contiguous, view[::2].contiguous))
attempt(lambda: part.hex())
attempt(lambda: memoryview(3))


def store(key, value):
    def act():
        view[key] = value
        return data

    return act


attempt(store(0, 120))
attempt(store(0, 300))
attempt(store(0, "a"))
attempt(store(slice(0, 2), b"xyz"))
attempt(store(slice(0, 2), b"xy"))
attempt(lambda: part.tobytes())
frozen = memoryview(b"ab")
try:
    frozen[0] = 1
except TypeError as error:
    print(error)
del data
print("held by its views")
view.release()
attempt(lambda: view[0])
attempt(lambda: len(view))
attempt(lambda: view == view)
print(repr(view)[:16])
with part as inside:
    print(inside[0])
print("released")
attempt(lambda: part.obj)
