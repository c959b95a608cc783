"""Runs a Python file through Exit Lens's compiler and its code on CPython 3.13:

    python3.13 test/compiler/on_cpython.py CODE_DATA FILE [ARGUMENTS…]

CODE_DATA is test/compiler/code-data.ts bundled for Node. The code is translated instruction by instruction, so that
whatever the program does wrong is the compiler's doing. What it prints can be compared with a plain run.
"""
import json
import marshal
import opcode
import struct
import subprocess
import sys
import types

OPERATIONS = opcode.opmap
CACHES = opcode._inline_cache_entries
INTRINSICS_1 = {"LIST_TO_TUPLE": 6, "UNARY_POSITIVE": 5, "STOPITERATION_ERROR": 3, "ASYNC_GEN_WRAP": 4}
FORWARD = {"POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE", "FOR_ITER", "SEND"}


def constant(data):
    kind = data["type"]
    if kind in ("None", "True", "False", "Ellipsis"):
        return {"None": None, "True": True, "False": False, "Ellipsis": ...}[kind]
    if kind == "int":
        return int(data["value"])
    if kind == "float":
        return float(data["value"].replace("Infinity", "inf").replace("NaN", "nan"))
    if kind == "complex":
        return complex(*(float(data[part].replace("Infinity", "inf")) for part in ("real", "imag")))
    if kind == "str":
        return "".join(map(chr, data["value"]))
    if kind == "bytes":
        return bytes(data["value"])
    if kind == "code":
        return code(data["code"])
    return {"tuple": tuple, "frozenset": frozenset}[kind](map(constant, data["items"]))


def translate(name, argument):
    """The instructions of 3.13 that stand for one of ours, jumps still with their targets."""
    if name in INTRINSICS_1:
        return [("CALL_INTRINSIC_1", INTRINSICS_1[name])]
    if name in ("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE"):
        return [("TO_BOOL", 0), (name, argument)]
    if name == "UNARY_NOT":
        return [("TO_BOOL", 0), (name, 0)]
    if name == "IMPORT_STAR":
        return [("CALL_INTRINSIC_1", 2), ("POP_TOP", 0)]
    if name == "PREP_RERAISE_STAR":
        return [("CALL_INTRINSIC_2", 1)]
    if name in ("LOAD_METHOD", "LOAD_ATTR", "LOAD_GLOBAL"):
        return [("LOAD_GLOBAL" if name == "LOAD_GLOBAL" else "LOAD_ATTR", argument << 1 | (name == "LOAD_METHOD"))]
    if name == "COMPARE_OP":
        return [(name, argument << 5 | (2, 10, 8, 7, 4, 12)[argument])]
    if name == "LOAD_CLOSURE":
        return [("LOAD_FAST", argument)]
    if name == "MAKE_FUNCTION":
        return [(name, 0)] + [("SET_FUNCTION_ATTRIBUTE", bit) for bit in (8, 4, 2, 1) if argument & bit]
    if name == "FORMAT_VALUE":
        spec = ("FORMAT_WITH_SPEC" if argument & 4 else "FORMAT_SIMPLE", 0)
        if argument & 4 and argument & 3:
            return [("SWAP", 2), ("CONVERT_VALUE", argument & 3), ("SWAP", 2), spec]
        return ([("CONVERT_VALUE", argument & 3)] if argument & 3 else []) + [spec]
    if name == "UNSUPPORTED":
        return [("LOAD_ASSERTION_ERROR", 0), ("RAISE_VARARGS", 1)]
    return [(name, argument)]


def code(data):
    units = []  # name, argument, position; the size of each is fixed: three EXTENDED_ARG, the instruction, its caches
    starts = []
    exits = []
    for name, argument, *position in data["instructions"]:
        starts.append(len(units))
        for part, value in translate(name, argument):
            units.append([part, value, position])
    # 3.13's FOR_ITER skips two instructions that it expects at its target.
    bare = len(units)
    for unit in units[:bare]:
        if unit[0] == "FOR_ITER":
            exits.append((len(units), unit[1]))
            unit[1] = -len(exits)
            units += [["END_FOR", 0, unit[2]], ["POP_TOP", 0, unit[2]]]
            units += [["EXTENDED_ARG", 0, unit[2]]] * 3 + [["JUMP", exits[-1][1], unit[2]]]

    offsets = []
    size = 0
    for index, (name, *_) in enumerate(units):
        offsets.append(size)
        size += (1 if index >= bare else 4) + CACHES.get(name, 0)
    offsets.append(size)
    place = lambda index: offsets[starts[index]] if index < len(starts) else size

    bytecode = bytearray()
    positions = []
    for index, (name, argument, position) in enumerate(units):
        after = offsets[index + 1]
        if name in FORWARD or name in ("JUMP", "JUMP_BACKWARD"):
            target = offsets[exits[-argument - 1][0]] if argument < 0 else place(argument)
            if name in FORWARD:
                argument = target - after
                assert argument >= 0, (name, "goes back")
            else:
                backward = "JUMP_BACKWARD" if name == "JUMP_BACKWARD" else "JUMP_BACKWARD_NO_INTERRUPT"
                name = "JUMP_FORWARD" if target >= after else backward
                argument = abs(target - after)
        extended = b"".join(bytes([OPERATIONS["EXTENDED_ARG"], argument >> shift & 255]) for shift in (24, 16, 8))
        if index < bare:
            bytecode += extended
        elif name.startswith("JUMP"):
            bytecode[-6:] = extended
        bytecode += bytes([OPERATIONS[name], argument & 255])
        bytecode += bytes(2 * offsets[index + 1] - len(bytecode))
        positions.append((offsets[index + 1] - offsets[index], position))

    # Only marshal can say which locals are hidden.
    numbers = (data["argcount"], data["posonlyargcount"], data["kwonlyargcount"], data["stacksize"], data["flags"])
    fields = (
        bytes(bytecode), tuple(map(constant, data["constants"])), tuple(data["names"]), tuple(data["localsplusnames"]),
        bytes(data["localspluskinds"]), data["filename"], data["name"], data["qualname"],
    )
    tables = (line_table(positions, data["firstLine"]), exception_table(data["exceptionTable"], place))
    dump = lambda value: marshal.dumps(value, 2)
    return marshal.loads(
        b"c" + struct.pack("<5i", *numbers) + b"".join(map(dump, fields))
        + struct.pack("<i", data["firstLine"]) + b"".join(map(dump, tables))
    )


def varint(value, first=0):
    parts = []
    while value > 63:
        parts.append(value & 63 | 64)
        value >>= 6
    parts.append(value)
    parts[0] |= first
    return parts


def line_table(positions, line):
    table = bytearray()
    for length, (start, end, column, end_column) in positions:
        while length > 0:
            step = min(length, 8)
            length -= step
            if start == 0:
                table.append(0x80 | 15 << 3 | step - 1)
                continue
            table.append(0x80 | 14 << 3 | step - 1)
            delta = start - line
            table += bytes(varint(-delta << 1 | 1 if delta < 0 else delta << 1))
            table += bytes(varint(end - start) + varint(column + 1) + varint(end_column + 1))
            line = start
    return bytes(table)


def exception_table(entries, place):
    table = bytearray()
    for i in range(0, len(entries), 5):
        start, end, handler, depth, lasti = entries[i:i + 5]
        first = place(start)
        for j, value in enumerate((first, place(end) - first, place(handler), depth << 1 | lasti)):
            parts = []
            while value or not parts:
                parts.insert(0, value & 63)
                value >>= 6
            for k, part in enumerate(parts):
                table.append(part | (64 if k < len(parts) - 1 else 0) | (128 if j == 0 and k == 0 else 0))
    return bytes(table)


def main():
    translator, path = sys.argv[1:3]
    version = "%d.%d" % sys.version_info[:2]
    output = subprocess.run(["node", translator, version, path], capture_output=True, text=True, check=True).stdout
    data = json.loads(output)
    assert not data["errors"] and not data["unsupported"], (data["errors"], data["unsupported"])
    del sys.argv[:2]
    module = types.ModuleType("__main__")
    module.__file__ = path
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    exec(code(data["code"]), module.__dict__)


main()
