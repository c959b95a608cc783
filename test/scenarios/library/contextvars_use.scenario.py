# Context variables: tokens, contexts, copies, and what they keep.
import contextvars


class User:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"User({self.name})"

    def __del__(self):
        print("user", self.name, "goes")


user = contextvars.ContextVar("user", default=None)
depth = contextvars.ContextVar("depth")
print(user.get(), depth.get("none"), user.name)
try:
    depth.get()
except LookupError as error:
    print("LookupError", "depth" in str(error))
token = user.set(User("first"))
print(user.get(), token.old_value is contextvars.Token.MISSING, token.var is user)
context = contextvars.copy_context()
user.set(User("second"))
print(context[user], user in context, len(context), context.run(user.get))


def inside():
    user.set(User("inside"))
    depth.set(1)
    return user.get().name


print(context.run(inside), user.get(), context[user], context.get(depth), depth.get("unset outside"))
user.reset(token)
print("reset:", user.get())
try:
    user.reset(token)
except RuntimeError as error:
    print("RuntimeError", "once" in str(error))
del context, token
print("the context is gone")


def generator():
    user.set(User("of generator"))
    yield user.get()


for value in generator():
    print(value)
del value
print(user.get(), "leaks out of a generator")
try:
    contextvars.copy_context().run(lambda: contextvars.copy_context().run(len, 5))
except TypeError as error:
    print(error)
empty = contextvars.Context()
print(len(empty), empty.run(user.get), list(contextvars.copy_context().keys())[0].name)
