# f-strings: conversions, nested format specifications, the = form, quotes, evaluation order.
name, n, pi = "World", 42, 3.14159265
print(f"Hello {name}! {n} {n + 1} {pi:.2f} {n:>6}|{n:<6}|{n:^6}|{n:06}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:,}|{1234567:_}|{n:c}|{n:e}|{n:%}")
print(f"{name!r} {name!s:>8} {name!a} {name:.3} {name:*^11} {'é'!a} {name[0]} {name.upper()} {len(name)=} {n=} {n = :>5} {name=!s}")
width, precision = 10, 3
print(f"[{pi:{width}.{precision}}] [{pi:{width}.{precision}f}] [{'x':{'*'}^{5}}] {{literal}} {{{n}}} {f'nested {n}'} {'a' if n else 'b'} {[i for i in range(3)]} { {'k': 1}['k'] } {(lambda x: x * 2)(4)}")
print(f"a" "b" f"{n}" 'c', f"" == "", f"{''}", rf"\n{n}\t", f"\x41{n}\N{BULLET}", f'''{
    n
    + 1
}''', f"{n!r}{n!s}", f"{True} {None} {[1, 'a']} {(1,)}", f"{-0.0} {1e20} {10 ** 20}")
def say(x):
    print("eval", x)
    return x
print(f"{say(1)} {say(2):{say(3)}} {say(4)!r}")
class F:
    def __format__(self, spec): return "spec:" + repr(spec)
    def __repr__(self): return "F!"
print(f"{F()} {F():abc} {F():{n}} {F()!r:>5} {F()!s}", f"{F()=}", f"{F()=:x}")
print(f"{'text':s} {'t':5}| {'t':>5} {5:5}| {5.0:5}| {True:5}| {None!s:5}| {5:<5}| {-5:=5} {5:=+5} {255:#06x} {255:#b} {1e6:,} {1234.5:_.2f} {0.1:.20f}")
print(
    "{:>{w}}".format("x", w=4), "{:.{p}f}".format(1.5, p=3), "{0!r:{1}}".format("a", 5), format(1234567.891, ",.2f"),
    format(-5, "05d"), format(True, "d"), format("abc", "<5.2") + "|", format(10 ** 20, ","), format(0, "x"),
    format(-255, "X"), format(3, "08b")
)
for action in (
    lambda: f"{name:d}", lambda: f"{n:s}", lambda: f"{n:.2d}" , lambda: f"{[]:>5}", lambda: f"{None:5}",
    lambda: f"{undefined}", lambda: f"{n:zz}", lambda: f"{F.missing}", lambda: format(5, 5), lambda: f"{1.5:x}",
    lambda: f"{n:{'>'}{'q'}}", lambda: f"{'x':+}", lambda: f"{'x':=5}", lambda: f"{n:,s}", lambda: f"{1114112:c}"
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
