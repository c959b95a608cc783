"""Writes the table of a module's names, in the order of its dict, as the real interpreters list them.

    python3 scripts/module-names.py PYTHONS MODULE...

PYTHONS holds the interpreters, PYTHONS/3.13/bin/python3. Each module gives server/src/engine/versions/names/MODULE.ts.
"""
import sys

from interpreters import VERSIONS, answer, merge, ranges

ASK = '''
import importlib, json, sys, types
module = importlib.import_module(sys.argv[1])
written_in_c = (types.BuiltinFunctionType,)
print(json.dumps([name + ('()' if isinstance(value, written_in_c) else '') for name, value in vars(module).items()]))
'''


def table(pythons, module):
    lists = [answer(pythons, version, ASK, module) for version in VERSIONS]
    if not any(lists):
        sys.exit(f'no interpreter in {pythons} has a module {module}')
    words = [name + part for name in merge(lists) for part in ranges([bool(names) and name in names for names in lists])]
    lines, line = [], ' '
    for word in words:
        if len(line) + len(word) > 149:
            lines.append(line)
            line = ' '
        line += ' ' + word
    return '\n'.join([*lines, line])


def constant(module):
    first, *rest = module.strip('_').replace('.', '_').split('_')
    return first + ''.join(part.title() for part in rest) + ('Private' if module.startswith('_') else '') + 'Names'


for module in sys.argv[2:]:
    path = f'server/src/engine/versions/names/{module.replace(".", "_")}.ts'
    with open(path, 'w') as file:
        file.write(f'export const {constant(module)} = `\n{table(sys.argv[1], module)}\n`;\n')
    print(path)
