"""Records the SyntaxErrors and SyntaxWarnings of code generation: python3 test/compiler/errors.py --pythons DIR > errors.json

DIR holds one folder a version, each with bin/python3. Only the standard library is needed.
"""
import argparse
import json
import pathlib
import subprocess

SOURCES = [
    "return 1",
    "class C:\n    return 1",
    "if x:\n    return",
    "yield 1",
    "class C:\n    x = yield",
    "x = yield from y",
    "def f():\n    await x",
    "await x",
    "lambda: await_\nasync with x: pass",
    "def f():\n    async with x: pass",
    "def f():\n    async for i in x: pass",
    "async for i in x: pass",
    "def f():\n    return [i async for i in x]",
    "def f():\n    return {i: await i for i in x}",
    "x = [i async for i in y]",
    "async def f():\n    yield from x",
    "async def f():\n    yield 1\n    return 2",
    "break",
    "continue",
    "if x:\n    break",
    "def f():\n    break",
    "for i in x:\n    def f():\n        continue",
    "for i in x: pass\nelse:\n    break",
    "class C:\n    continue",
    "while x:\n    class C:\n        break",
    "try: pass\nexcept* E:\n    break",
    "for i in x:\n    try: pass\n    except* E:\n        continue",
    "def f():\n    try: pass\n    except* E:\n        return 1",
    "try: pass\nexcept: pass\nexcept E: pass",
    "try: pass\nexcept:\n    pass\nexcept:\n    pass",
    "def f(a, a): pass",
    "def f(a, *, b, a=1): pass",
    "def f(a, *a): pass",
    "def f(*a, **a): pass",
    "lambda x, y, x: 0",
    "def f(x):\n    global x",
    "def f():\n    x = 1\n    global x",
    "def f():\n    print(x)\n    global x",
    "x = 1\nglobal x",
    "print(y)\nglobal x, y",
    "def f():\n    x: int\n    global x",
    "def f():\n    global x\n    x: int = 1",
    "def f():\n    nonlocal x",
    "nonlocal x",
    "class C:\n    nonlocal x",
    "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x",
    "def f():\n    x = 1\n    def g():\n        print(x)\n        nonlocal x",
    "def f():\n    x = 1\n    def g(x):\n        nonlocal x",
    "def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x",
    "def f():\n    x = 1\n    def g():\n        nonlocal x, y",
    "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x: int = 2",
    "def f():\n    for x in y: pass\n    global x",
    "def f():\n    import x.y\n    global x",
    "def f():\n    class x: pass\n    global x",
    "def f():\n    from x import *",
    "class C:\n    from x import *",
    "[x := 1 for x in y]",
    "[(y := x) for x in z for y in w]",
    "[x for y in (x := z)]",
    "[x for y in [lambda: (x := 1)]]",
    "[i for i in a if (j := i) for j in b]",
    "class C:\n    x = [y := i for i in z]",
    "def f(x: (y := 1)): pass",
    "def f():\n    x: (yield) = 1",
    "[(yield x) for x in y]",
    "x = ((yield i) for i in y)",
    "x = {(yield i) for i in y}",
    "x = {(yield i): 1 for i in y}",
    "*a = b",
    "*a, *b = c",
    "for *a in b: pass",
    "a, *b, (*c, *d) = e",
    "x = *y",
    "print(*y if z else *w) if 0 else 0",
    "f(a=1, a=2)",
    "f(a=1, b=2, a=3)",
    "f(**x, a=1, a=1)",
    "class C(x=1, x=2): pass",
    "__debug__ = 1",
    "x.__debug__ = 1",
    "del __debug__",
    "def f(__debug__): pass",
    "f(__debug__=1)",
    "for __debug__ in x: pass",
    "import __debug__",
    "from a import b as __debug__",
    "def __debug__(): pass",
    "class __debug__: pass",
    "with x as __debug__: pass",
    "try: pass\nexcept E as __debug__: pass",
    "(__debug__ := 1)",
    "__debug__ += 1",
    "__debug__: int = 1",
    "from __future__ import nothing",
    "from __future__ import braces",
    "x = 1\nfrom __future__ import annotations",
    "'doc'\nfrom __future__ import annotations\nimport x\nfrom __future__ import division",
    "from __future__ import annotations\ndef f():\n    x: (y := 1) = 2",
    "match x:\n    case a: pass\n    case b: pass",
    "match x:\n    case _: pass\n    case 1: pass",
    "match x:\n    case a | 1: pass",
    "match x:\n    case 1 | _ | 2: pass",
    "match x:\n    case [a, a]: pass",
    "match x:\n    case [a] | [b]: pass",
    "match x:\n    case [a] | 1: pass",
    "match x:\n    case [*a, b, *c]: pass",
    "match x:\n    case {1: a, 1: b}: pass",
    "match x:\n    case {'k': a, 'k': b}: pass",
    "match x:\n    case C(a=1, a=2): pass",
    "match x:\n    case {**r, 'a': r}: pass",
    "match x:\n    case {'a': r, **r}: pass",
    "match x:\n    case (a as b) as a: pass",
    "match x:\n    case [[a], (a as c)]: pass",
    "def f():\n    [x for x in y]\n    nonlocal x",
    "class C:\n    def f(self):\n        nonlocal __class__\n    nonlocal z",
    # warnings
    "x is 1",
    "x is not 'a'",
    "() is x",
    "1 is 2",
    "x is y is 1.5",
    "x is -1",
    "x is None is ...",
    "1(2)",
    "'a'(b)",
    "(1, 2)(3)",
    "[1](2)",
    "{1: 2}(3)",
    "f'{x}'(1)",
    "{i for i in x}(1)",
    "1[2]",
    "None[1]",
    "{1}[1]",
    "(lambda: 0)[1]",
    "(i for i in x)[0]",
    "[1][1, 2]",
    "'a'['b']",
    "(1, x)[None]",
    "[x][1.0]",
    "'abc'[1:2]",
    "assert (x, 'y')",
    "assert (1, 'y')",
    "assert ()",
    "def f():\n    try: x\n    finally:\n        return 1",
    "for i in x:\n    try: x\n    finally:\n        break",
    "for i in x:\n    try: x\n    finally:\n        for j in y: break\n        continue",
    "def f():\n    try: x\n    finally:\n        def g(): return 1\n        x is 1",
]

PROBE = """
import json, sys, warnings
found = []
for source in json.load(sys.stdin):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, 'x.py', 'exec', dont_inherit=True)
            error = None
        except SyntaxError as e:
            error = [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    found.append([error, [[str(w.message), w.lineno] for w in caught if w.category is SyntaxWarning]])
print(json.dumps(found))
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pythons", type=pathlib.Path, required=True)
    pythons = parser.parse_args().pythons
    record = {source: [] for source in SOURCES}
    for python in sorted(pythons.glob("3.*")):
        command = [str(python / "bin/python3"), "-I", "-c", PROBE]
        result = subprocess.run(command, input=json.dumps(SOURCES), capture_output=True, text=True, check=True)
        for source, (error, warned) in zip(SOURCES, json.loads(result.stdout)):
            for known in record[source]:
                if (known["error"], known["warnings"]) == (error, warned):
                    known["versions"].append(python.name)
                    break
            else:
                record[source].append({"versions": [python.name], "error": error, "warnings": warned})
    lines = [f"{json.dumps(source)}: {json.dumps(outcomes)}" for source, outcomes in record.items()]
    print("{\n" + ",\n".join(lines) + "\n}")


main()
