# __copy__, __deepcopy__, __reduce__, __getstate__, memo, slots and copyreg.
import copy
import copyreg


class Counted:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        print("copy", self.n)
        return type(self)(self.n + 1)

    def __deepcopy__(self, memo):
        print("deepcopy", self.n, len(memo))
        made = type(self)(self.n + 10)
        memo[id(self)] = made
        return made

    def __del__(self):
        print("counted", self.n, "goes")


c = Counted(1)
print(copy.copy(c).n)
pair = copy.deepcopy([c, c])
print(pair[0] is pair[1], pair[0].n)
del pair


class Reduced:
    def __init__(self, *parts):
        self.parts = parts

    def __reduce__(self):
        return Reduced, self.parts, {"extra": [1]}

    def __setstate__(self, state):
        print("state", state)
        self.__dict__.update(state)


r = copy.copy(Reduced(1, 2))
print(r.parts, r.extra)
print(copy.deepcopy(Reduced([3])).parts)


class Listing(list):
    def __init__(self, *items):
        super().__init__(items)
        self.tag = "t"


l = copy.copy(Listing(1, 2))
print(l, l.tag, type(l).__name__, Listing(1).__reduce_ex__(4)[1:3])


class Slots:
    __slots__ = ("a", "b", "__weakref__")

    def __del__(self):
        print("slots", getattr(self, "a", None), "go")


s = Slots()
s.a = [1]
t = copy.deepcopy(s)
t.a.append(2)
print(s.a, t.a, hasattr(t, "b"), s.__reduce_ex__(2)[2])


class State:
    def __init__(self):
        self.lock, self.value = object(), [1]

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "new lock"


print(copy.copy(State()).lock, copy.deepcopy(State()).value)


class Handle:
    def __init__(self, number):
        self.number = number


copyreg.pickle(Handle, lambda handle: (Handle, (handle.number * 2,)))
print(copy.copy(Handle(4)).number, copyreg.dispatch_table[Handle].__name__)


class NoCopy:
    def __reduce_ex__(self, protocol):
        raise TypeError(f"no copies (protocol {protocol})")


for function in (copy.copy, copy.deepcopy):
    try:
        function(NoCopy())
    except TypeError as error:
        print(error)
print(issubclass(copy.Error, Exception), copy.error is copy.Error, copyreg.__newobj__(dict))
memo = {}
kept = copy.deepcopy([s], memo)
print(len(memo) > 1, memo[id(s)] is kept[0])
del kept
print("the memo keeps the copy")
memo.clear()
