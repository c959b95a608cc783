# What clears a handler"s name has no line of its own: it takes over that of the way that leads there, or has none.
import sys


class T:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, sys._getframe(1).f_lineno)


def f(k):
    try:
        raise ValueError(T(1))
    except ValueError as error:
        if k == 0:
            print("zero")
        elif k == 1:
            try:
                k.foo
            except AttributeError:
                print("attr")
        elif k == 2:
            try:
                k.real
            except AttributeError:
                print("attr")
        elif k == 3:
            for i in (1, 2):
                if i == 2:
                    break
            else:
                print("x")
        elif k == 4:
            while True:
                break
        elif k == 5:
            with open(__file__) as q:
                pass
        elif k == 6:
            return 5
    print("after")
    try:
        raise ValueError(T(2))
    except:
        try:
            k.foo
        except AttributeError:
            print("attr")
    try:
        raise ValueError(T(3))
    except ValueError:
        try:
            k.real
        except AttributeError:
            print("attr")
    try:
        raise ExceptionGroup("a", [ValueError(T(4))])
    except* ValueError as e:
        try:
            k.real
        except AttributeError:
            print("attr")
    print("end")


for k in range(8):
    f(k)
try:
    raise ValueError(T(5))
except ValueError as e:
    try:
        del f
    except Exception as e2:
        print(e)
print("after all")
