"""Records where the instructions that can raise stand: python3 test/compiler/positions.py --pythons DIR > positions.json

DIR holds one folder a version, each with bin/python3. Only the standard library is needed.
"""
import argparse
import json
import pathlib
import subprocess

SAMPLE = pathlib.Path(__file__).parent / "samples/language.py"

PROBE = """
import dis, json, sys
NAMES = {
    'LOAD_NAME': 'name', 'LOAD_GLOBAL': 'name', 'LOAD_ATTR': 'attribute', 'LOAD_METHOD': 'attribute', 'STORE_ATTR': 'set',
    'DELETE_ATTR': 'delete', 'BINARY_SUBSCR': 'item', 'BINARY_SLICE': 'item', 'STORE_SUBSCR': 'set item',
    'STORE_SLICE': 'set item', 'DELETE_SUBSCR': 'delete item', 'BINARY_OP': 'operator', 'COMPARE_OP': 'compare',
    'CONTAINS_OP': 'compare', 'UNARY_NEGATIVE': 'unary', 'CALL': 'call', 'CALL_KW': 'call', 'CALL_FUNCTION_EX': 'call',
    'UNPACK_SEQUENCE': 'unpack', 'UNPACK_EX': 'unpack', 'FOR_ITER': 'next', 'GET_ITER': 'iterate', 'BEFORE_WITH': 'with',
    'BEFORE_ASYNC_WITH': 'with', 'RAISE_VARARGS': 'raise', 'CHECK_EXC_MATCH': 'except', 'CHECK_EG_MATCH': 'except',
    'IMPORT_NAME': 'import', 'IMPORT_FROM': 'import', 'GET_YIELD_FROM_ITER': 'yield from', 'GET_AWAITABLE': 'await',
    'MATCH_CLASS': 'match', 'MATCH_KEYS': 'match', 'SET_ADD': 'add', 'MAP_ADD': 'add',
}
found = {}
def visit(code):
    mine = found.setdefault(code.co_qualname, set())
    for one in dis.get_instructions(code):
        if one.opname in NAMES:
            mine.add((NAMES[one.opname], *one.positions))
    for constant in code.co_consts:
        if hasattr(constant, 'co_code'):
            visit(constant)
visit(compile(sys.stdin.read(), 'sample', 'exec'))
print(json.dumps({name: sorted(map(list, marks)) for name, marks in found.items()}))
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pythons", type=pathlib.Path, required=True)
    pythons = parser.parse_args().pythons
    versions = []
    for version in ("3.11", "3.12", "3.13"):
        command = [str(pythons / version / "bin/python3"), "-I", "-c", PROBE]
        source = SAMPLE.read_text(encoding="utf-8")
        result = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
        codes = json.loads(result.stdout)
        lines = [f"  {json.dumps(name)}: {json.dumps(marks)}" for name, marks in codes.items()]
        versions.append(f"{json.dumps(version)}: {{\n" + ",\n".join(lines) + "\n}")
    print("{\n" + ",\n".join(versions) + "\n}")


main()
