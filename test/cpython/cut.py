"""Cuts single methods out of the tests that an installed CPython brings, each as a program of its own.

    python3 cut.py MODULE...        one JSON object a line: {"id": "test_x.Class.test_y", "source": "..."}

A program is the stand-ins of shim.py, what of the test's file the method can reach (its class with the methods it calls,
bases, helpers, constants, imports), and a call. A method is left out when that needs more than the modules below: names
that start other processes, look into the interpreter, or belong to parts of test.support that shim.py does not have.
"""

import ast
import json
import pathlib
import sys
import test

MODULES = frozenset(
    "_sre _thread abc argparse array ast atexit binascii bisect builtins codecs collections collections.abc contextlib contextvars copy "
    "copyreg dataclasses datetime decimal enum errno fractions functools gc graphlib heapq inspect io itertools json json.decoder "
    "json.encoder keyword linecache locale math numbers operator os pickle queue random re re._compiler re._constants re._parser "
    "reprlib sched signal statistics string struct sys tempfile textwrap threading time traceback types typing unicodedata "
    "unittest.mock warnings weakref".split()
)
SYS_NAMES_REFUSED = frozenset(
    "_current_exceptions _current_frames _debugmallocstats _is_gil_enabled abiflags addaudithook executable getallocatedblocks "
    "getprofile getsizeof gettotalrefcount gettrace monitoring platform setprofile settrace thread_info _xoptions".split()
)
# Modules of test.support whose names shim.py has in `support` itself.
SUPPORT_MODULES = frozenset("import_helper os_helper testcase threading_helper warnings_helper".split())
# Parts of a package are put behind each other, in lines that tell their order.
LINES_OF_A_PART = 100_000
SHIM = pathlib.Path(__file__).with_name("shim.py").read_text()
SHIM_TREE = ast.parse(SHIM)


def members(class_name):
    """Names that a class of the shim has."""
    (node,) = [n for n in SHIM_TREE.body if isinstance(n, ast.ClassDef) and n.name == class_name]
    return frozenset(name for statement in node.body for name in defined(statement))


def defined(node):
    """Names that a statement binds."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    names = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            names.add(inner.id)
        elif isinstance(inner, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)) and inner is not node:
            names |= defined(inner)
    return names


class Refused(Exception):
    """The method needs what a program on its own does not have."""


def parts_of(module):
    """The files of a test as pairs: what its methods' names begin with, the files that are read one after the other."""
    folder = pathlib.Path(test.__path__[0])
    if (folder / f"{module}.py").exists():
        return [(module, [folder / f"{module}.py"])]
    package = folder / module / "__init__.py"
    return [(module, [package]), *((f"{module}.{path.stem}", [package, path]) for path in sorted(package.parent.glob("test_*.py")))]


class TestFile:
    def __init__(self, module, paths):
        self.module = module
        self.tree = ast.Module([], [])
        for i, path in enumerate(paths):
            self.tree.body += ast.increment_lineno(ast.parse(path.read_text(encoding="utf-8")), i * LINES_OF_A_PART).body
        package = f"test.{module.split('.')[0]}"
        self.tree.body = [node for node in self.tree.body if not (isinstance(node, ast.ImportFrom) and node.module == package)]
        self.own = [node for node in self.tree.body if node.lineno > LINES_OF_A_PART * (len(paths) - 1)]
        self.bindings = {}
        for node in self.tree.body:
            for name in defined(node):
                self.bindings.setdefault(name, []).append(node)
        self.classes = {node.name: node for node in self.tree.body if isinstance(node, ast.ClassDef)}

    def lineage(self, name):
        """The class and its bases in this file, nearest first."""
        found = [self.classes[name]]
        for base in self.classes[name].bases:
            if ast.unparse(base) in self.classes:
                found += [c for c in self.lineage(ast.unparse(base)) if c not in found]
        return found

    def is_test_case(self, name):
        bases = [ast.unparse(base) for base in self.classes[name].bases]
        return any(self.is_test_case(base) if base in self.classes else base.endswith("TestCase") for base in bases)

    def methods(self):
        for name in self.classes:
            if not self.is_test_case(name) or self.classes[name] not in self.own:
                continue
            names = {f.name for c in self.lineage(name) for f in c.body if isinstance(f, ast.FunctionDef) and f.name.startswith("test")}
            for method in sorted(names):
                yield name, method


class Cut:
    """What one method can reach."""

    def __init__(self, file, class_name, method):
        self.file = file
        self.lineage = file.lineage(class_name)
        self.statements = {}
        self.kept = {c.name: {} for c in self.lineage}
        self.seen = set()
        for node in file.tree.body:
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                self.check_import(node)
                self.statements[node.lineno, "*"] = node
        for c in self.lineage:
            for part in [*c.bases, *c.keywords, *c.decorator_list]:
                self.follow(part)
        for name in ("setUp", "tearDown", "setUpClass", "tearDownClass", method):
            self.keep(name)
        for c in self.lineage:
            for node in c.body:
                if isinstance(node, (ast.Assign, ast.AnnAssign)):
                    self.keep_if_possible(c, node)

    def keep_if_possible(self, c, node):
        """A statement of the class body that binds no function: cheap, and what it binds may be used by name.

        What cannot be had is only missed by a method that names it, and that is refused by `keep`.
        """
        before = dict(self.statements), {name: dict(nodes) for name, nodes in self.kept.items()}, set(self.seen)
        try:
            self.kept[c.name][node.lineno] = node
            self.follow(node)
        except Refused:
            self.statements, self.kept, self.seen = before

    def keep(self, name):
        """A method or a name of the class body, in every class of the lineage that has it."""
        if ("member", name) in self.seen:
            return
        self.seen.add(("member", name))
        for c in self.lineage:
            for node in c.body:
                if name in defined(node) and node.lineno not in self.kept[c.name]:
                    if isinstance(node, ast.AsyncFunctionDef) and name.startswith("test"):
                        raise Refused("an asynchronous test")
                    self.kept[c.name][node.lineno] = node
                    self.follow(node)

    def follow(self, node):
        for inner in ast.walk(node):
            if isinstance(inner, (ast.Import, ast.ImportFrom)):
                self.check_import(inner)
            elif isinstance(inner, ast.Name):
                self.name(inner.id)
            elif isinstance(inner, ast.Attribute):
                self.attribute(inner)

    def attribute(self, node):
        base = node.value
        if ast.unparse(base) == "test.support":
            base = ast.Name("support")
        if isinstance(base, ast.Name) and base.id in ("self", "cls", *self.kept):
            self.keep(node.attr)
        elif isinstance(base, ast.Name) and base.id == "sys" and node.attr in SYS_NAMES_REFUSED:
            raise Refused(f"sys.{node.attr}")
        elif isinstance(base, ast.Name) and (base.id in ("support", "unittest") or base.id in SUPPORT_MODULES.intersection(self.file.bindings)):
            if node.attr not in members("unittest" if base.id == "unittest" else "support"):
                raise Refused(f"{base.id}.{node.attr}")

    def name(self, name):
        if name in self.seen or name in ("unittest", "support"):
            return
        self.seen.add(name)
        if name in self.kept:
            return
        for node in self.file.bindings.get(name, ()):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self.statements[node.lineno, name] = self.import_of(node, name)
            elif node.lineno not in self.statements:
                self.statements[node.lineno, ""] = node
                self.follow(node)

    def check_import(self, node):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or "."]
        for name in names:
            if name not in MODULES and name not in ("unittest", "test.support"):
                raise Refused(f"the module {name}")

    def import_of(self, node, name):
        """The part of an import statement that binds `name`; of test.support, the stand-in."""
        (alias,) = [a for a in node.names if (a.asname or a.name).split(".")[0] == name]
        if isinstance(node, ast.ImportFrom) and f"{node.module}.{alias.name}" in MODULES:
            return ast.ImportFrom(node.module, [alias], node.level)
        if isinstance(node, ast.Import) and alias.name == "test.support":
            return ast.parse(f"{name} = support" if alias.asname else "class test:\n    support = support").body[0]
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("test", "unittest") and node.module not in MODULES:
            owner = "unittest" if node.module == "unittest" else "support"
            if node.module == "test.support" and alias.name in SUPPORT_MODULES:
                return ast.parse(f"{name} = support").body[0]
            if alias.name not in members(owner):
                raise Refused(f"{node.module}.{alias.name}")
            return ast.parse(f"{name} = {owner}.{alias.name}").body[0]
        if isinstance(node, ast.Import):
            self.check_import(ast.Import([alias]))
            return ast.Import([alias])
        self.check_import(node)
        return ast.ImportFrom(node.module, [alias], node.level)

    def program(self, class_name, method):
        parts = [ast.unparse(node) for node in self.file.tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
        parts.append(SHIM)
        parts += [ast.unparse(ast.fix_missing_locations(node)) for _, node in sorted(self.statements.items(), key=lambda item: item[0][0])]
        for c in sorted(self.lineage, key=lambda c: c.lineno):
            body = [node for _, node in sorted(self.kept[c.name].items())]
            parts.append(ast.unparse(ast.ClassDef(**{**dict(ast.iter_fields(c)), "body": body or [ast.Pass()]})))
        parts.append(f"run_test({class_name}, {method!r})")
        return "\n".join(parts) + "\n"


def main():
    for module in sys.argv[1:]:
        try:
            files = [TestFile(*part) for part in parts_of(module)]
        except FileNotFoundError:
            continue
        for file in files:
            for class_name, method in file.methods():
                try:
                    source = Cut(file, class_name, method).program(class_name, method)
                except Refused:
                    continue
                print(json.dumps({"id": f"{file.module}.{class_name}.{method}", "source": source}))


main()
