# Context variables, as the module written in C has them.
import sys
import _contextvars
from _contextvars import Context, ContextVar, Token, copy_context


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


request = ContextVar("request")
user = ContextVar("user", default="nobody")
attempt(request.get)
attempt(lambda: request.get("fallback"))
attempt(user.get)
attempt(lambda: request.name)
for wrong in (
    lambda: ContextVar(),
    lambda: ContextVar(1),
    lambda: ContextVar("a", 1),
    lambda: ContextVar(name="a"),
    lambda: request.reset(1),
    lambda: Token(),
    lambda: Context(1),
    lambda: Context()["a"],
    lambda: Context()[request],
    lambda: Context().run(),
    lambda: hash(Context()),
):
    attempt(wrong)

token = request.set(1)
print(token.old_value is Token.MISSING, Token.MISSING, token.var is request)
second = request.set(2)
print(second.old_value, request.get())
request.reset(second)
attempt(lambda: request.reset(second))
attempt(lambda: user.reset(token))
attempt(lambda: copy_context().run(request.reset, token))
request.reset(token)
attempt(request.get)


def inside():
    request.set(Held("inside"))
    return request.get().name, len(copy_context())


copied = copy_context()
print(copied.run(inside), request.get(None))
print(copied[request].name, request in copied, [value.name for value in copied.values()])
attempt(lambda: copied.run(copied.run, print))
print(copied == copied.copy(), copied == Context(), ContextVar[int])
del copied
print("context gone")

value = Held("shared")
before = sys.getrefcount(value)
kept = request.set(value)
clone = copy_context()
print(sys.getrefcount(value) - before)
del value, kept
request.set(None)
print("rebound")
del clone
print("clone gone")
if sys.version_info >= (3, 14):
    with request.set("block"):
        print(request.get())
    print(request.get())
user.set(Held("at exit"))
