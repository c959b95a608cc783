# What sys says about the interpreter, for facts that scenarios rely on.
import sys

print(
    sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 11), sys.version.split(".")[0],
    sys.hexversion >> 24, sys.implementation.name
)
print(
    sys.maxsize, sys.byteorder, sys.maxunicode, sys.getdefaultencoding(), sys.getrecursionlimit(),
    sys.getswitchinterval(), sys.float_info.max, sys.int_info.bits_per_digit, sys.hash_info.width
)
print(
    sys.argv, sys.stdout.name, sys.stderr.name, sys.stdout is sys.__stdout__, sys.platform, sys.dont_write_bytecode,
    sys.flags.optimize
)
print(
    sys.intern("a name") is sys.intern("".join(["a ", "name"])), sys.exc_info(), sys.exception(),
    sys.getrefcount(object())
)
print(
    type(sys.modules).__name__, "sys" in sys.modules, "__main__" in sys.modules,
    "builtins" in sys.builtin_module_names, sys.modules["sys"] is sys, type(sys).__name__, sys.__name__
)
print([sys.getsizeof(v) for v in (
    0, 1, 2 ** 30, 2 ** 60, 1.0, True, None, "", "abc", "é", "€", b"", b"abc", (), (1,), [], [1, 2], {}, {"a": 1},
    set(), range(1), 1 << 1000
)])
class Sized:
    def __sizeof__(self): return 100
class Plain: pass
print(
    sys.getsizeof(Sized()), sys.getsizeof(lambda: 0), sys.getsizeof(len), sys.getsizeof(Plain),
    sys.getsizeof([n for n in range(10)]), sys.getsizeof({n: n for n in range(10)})
)
print(
    sys.displayhook.__name__, sys.excepthook is sys.__excepthook__, callable(sys.settrace), hasattr(sys, "ps1"),
    hasattr(sys, "last_value")
)
sys.displayhook("shown"); sys.displayhook(None)
import builtins
print(builtins._)
del builtins._
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
try:
    sys.intern(5)
except TypeError as error:
    print(error)
try:
    sys.getrefcount()
except TypeError as error:
    print(error)
